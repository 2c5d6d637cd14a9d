from pathlib import Path

import pytest

from engine.calendar.occasions import Occasion, OccasionsFile
from engine.errors import BadInput
from engine.yamlfile import load

YALDA = """\
  - id: yalda-night
    rule: {calendar: jalali, month: 9, day: 30}
    holiday: false
    tone: festive
    title: شب یلدا
    lettering: |
      شب
      یلدا
    motif: [pomegranate]
    message: یلدا مبارک!
    caption: "#یلدا"
    alt: انار و شمع.
"""


def read(folder: Path, *entries: str) -> tuple[Occasion, ...]:
    path = folder / "occasions_calendar.yaml"
    path.write_text("occasions:\n" + "".join(entries), encoding="utf-8")
    return load(path, OccasionsFile).occasions


def mistakes(folder: Path, *entries: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read(folder, *entries)
    return [str(mistake).replace(f"{folder}/", "") for mistake in caught.value.mistakes]


def test_a_closure_on_no_day_is_told_with_its_line(tmp_path: Path) -> None:
    closures = "closures:\n  - {date: 1404/12/10, title: تعطیلی}\n  - {date: 1404/12/30, title: تعطیلی}\n"
    assert mistakes(tmp_path, YALDA, closures) == [
        "occasions_calendar.yaml:16: there is no day 1404/12/30 in the Jalali calendar; "
        "give a day that there is, as 1405/09/15."
    ]


def test_an_occasion_as_written(tmp_path: Path) -> None:
    (yalda,) = read(tmp_path, YALDA)
    assert (yalda.id, yalda.days, yalda.tone) == ("yalda-night", 1, "festive")
    assert yalda.lettering_lines == ("شب", "یلدا")
    assert yalda.art.template is None


def test_an_id_twice_is_told_at_the_second_with_both_titles(tmp_path: Path) -> None:
    assert mistakes(tmp_path, YALDA, YALDA.replace("شب یلدا", "شب چله"), YALDA) == [
        "occasions_calendar.yaml:14: “yalda-night” is the id of both “شب یلدا” and “شب چله”; "
        "give one of them another id.",
        "occasions_calendar.yaml:26: “yalda-night” is the id of both “شب یلدا” and “شب یلدا”; "
        "give one of them another id.",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("month: 9", "month: 13", ":3: “occasions → 0 → rule → month” can't be 13; input should be less than"),
        ("day: 30", "day: 31", ":3: month 9 of the jalali calendar has no day 31; give a day from 1 to 30"),
        ("tone: festive", "tone: sad", ":5: “occasions → 0 → tone” can't be 'sad'; write one of 'celebration',"),
        ("شب یلدا", "شب يلدا", ":6: “شب يلدا” has the Arabic letter “ي”; write the Persian “ی”"),
        ("#یلدا", "#كرسي", "has the Arabic letter “ي”"),
        ("      یلدا\n", "      ی\n" * 4, ":7: the lettering has 5 lines; set it in 1 to 4"),
        ("id: yalda-night", "id: Yalda Night", ":2: “occasions → 0 → id” can't be 'Yalda Night'"),
        ("motif: [pomegranate]", "motif: []", ":10: “occasions → 0 → motif”"),
        ("    alt: انار و شمع.\n", "", "“occasions → 0 → alt” is missing; add it"),
        ("alt:", "art: {template: a, colour: red}\n    alt:", "“occasions → 0 → art → colour” is not known here"),
        ("holiday: false", "holiday: false\n    days: 0", ":5: “occasions → 0 → days” can't be 0"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in YALDA
    (mistake,) = mistakes(tmp_path, YALDA.replace(right, wrong))
    assert told in mistake


def test_two_mistakes_are_told_together(tmp_path: Path) -> None:
    wrong = YALDA.replace("month: 9", "month: 13").replace("festive", "sad")
    assert len(mistakes(tmp_path, wrong)) == 2


def test_the_schema_describes_every_field() -> None:
    schema = OccasionsFile.model_json_schema()
    for model in (schema, schema["$defs"]["Occasion"], schema["$defs"]["Rule"]):
        assert all("description" in field for field in model["properties"].values())
