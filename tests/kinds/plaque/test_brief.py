from pathlib import Path

import pytest
import segno

from engine.errors import BadInput
from engine.kinds.codes import code_path
from engine.kinds.names import parted
from engine.kinds.plaque.brief import PlaquesFile
from engine.kinds.wordings import with_values
from engine.yamlfile import load

CHECKOUT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("to", "honorific", "name"),
    [
        ("جناب آقای دکتر رضا محمدی", "جناب آقای دکتر", "رضا محمدی"),
        ("خانوادهٔ معظم شهید رضا کریمی", "خانوادهٔ معظم شهید", "رضا کریمی"),
        ("پدر و مادر گرامی علی", "پدر و مادر گرامی", "علی"),
        ("سرکار خانم محترم کریمی", "سرکار خانم", "محترم کریمی"),  # a name, too
        ("عزیز رضایی", "", "عزیز رضایی"),
        ("پهلوان", "", "پهلوان"),
        ("  علی   رضایی ", "", "علی رضایی"),
    ],
)
def test_what_is_said_before_a_name(to: str, honorific: str, name: str) -> None:
    assert parted(to) == (honorific, name)


def test_placeholders_are_filled_and_strangers_refused() -> None:
    assert with_values("به پاس {reason}، {name}", {"reason": "یاری", "name": "علی"}) == "به پاس یاری، علی"
    assert with_values("در {position} شما", {"position": ""}) == "در شما"
    with pytest.raises(BadInput, match=r"the text has no word for {name\.__class__}"):
        with_values("{name.__class__}", {"name": "x"})


def test_the_code_has_a_unit_square_for_each_dark_module() -> None:
    matrix = segno.make("1405/123", micro=False).matrix
    runs = [part.split("h") for part in code_path(matrix).split("M")[1:]]
    drawn = {
        (x, int(start.split()[1]))
        for start, length, *_ in runs
        for x in range(int(start.split()[0]), int(start.split()[0]) + int(length.removesuffix("v1")))
    }
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}


def test_every_cause_of_ours_reads_well_with_any_reason() -> None:
    file = load(CHECKOUT / "plaques.yaml", PlaquesFile)
    assert len(file.causes) >= 12
    for cause in file.causes.values():
        assert "{reason}" in cause.body
        assert "ي" not in cause.body
        assert "ك" not in cause.body
        before = cause.body.partition("{reason}")[0]
        assert before.endswith(("به پاس ", "برای "))  # what a reason can follow


def test_a_wrong_placeholder_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "plaques.yaml"
    path.write_text("default: a\ncauses:\n  a:\n    title: x\n    template: y\n    reason: z\n    body: به پاس {why}\n")
    with pytest.raises(BadInput, match=r"plaques.yaml:7: the text has no word for {why}; use one of {name}"):
        load(path, PlaquesFile)
