"""What no YAML file of a workspace needs is refused in a sentence, before anything is made of it."""

from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.gate import YAML
from engine.workspace import Brand
from engine.yamlfile import load, read

FILES = sorted((Path(__file__).parent / "yaml").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_refused_in_a_sentence(path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read(path)
    (mistake,) = caught.value.mistakes
    assert str(path) in mistake.text()
    assert mistake.text("fa").isascii() is False
    if path.stem not in ("nul", "utf-16"):  # they have no lines
        assert mistake.place is not None and mistake.place.line


def test_a_file_without_end_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "brand.yaml"
    with path.open("wb") as file:
        file.truncate(100 * YAML)
    with pytest.raises(BadInput, match="larger than 5 MB"):
        load(path, Brand)


def test_a_name_is_text_whatever_it_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("1405: a\nyes: b\n~: c\n", encoding="utf-8")
    assert read(path).content == {"1405": "a", "yes": "b", "~": "c"}


def test_what_is_no_number_by_a_person_s_eyes_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        '- 12:30\n- 0713\n- 1405-09-30\n- 0x10\n- "5"\n- !!str 6\n- 1_000\n- -2.5\n- no\n', encoding="utf-8"
    )
    assert read(path).content == ["12:30", "0713", "1405-09-30", "0x10", "5", "6", 1000, -2.5, False]


def test_aliases_and_merge_keys_serve_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: &a {x: 1, y: 2}\nb:\n  y: 3\n  <<: *a\nc: [*a, *a]\nd: {<<: [{y: 5}, *a]}\n", encoding="utf-8")
    document = read(path)
    assert document.content["b"] == {"x": 1, "y": 3}
    assert document.content["c"] == [{"x": 1, "y": 2}] * 2
    assert document.content["d"] == {"x": 1, "y": 5}
    assert document.lines[("b", "y")] == 3
    assert document.lines[("c", 1)] == 5


def test_a_byte_order_mark_is_no_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("city: خمین\n", encoding="utf-8-sig")
    assert read(path).content == {"city": "خمین"}
