"""Mistakes are told as whoever mends them goes through the files."""

from pathlib import Path

import pytest

from engine.errors import Cell, Mistake, Place, in_order, told

FIGURES, PEOPLE = ("a.xlsx", "ارقام"), ("a.xlsx", "افراد")


def cell(row: int | None, where: tuple[str, str] = FIGURES) -> Mistake:
    return Mistake("wrong", place=Place(where[0], cell=Cell(row, sheet=where[1])))


def test_rows_follow_each_other_sheet_after_sheet() -> None:
    told = [cell(3), cell(7, PEOPLE), cell(12), cell(5), cell(2, PEOPLE), cell(None)]
    assert in_order(told) == [cell(None), cell(3), cell(5), cell(12), cell(2, PEOPLE), cell(7, PEOPLE)]


def test_what_is_said_of_a_whole_file_comes_after_its_lines() -> None:
    whole, fifth, second = (Mistake("wrong", place=Place("a.yaml", line)) for line in (None, 5, 2))
    assert in_order([whole, fifth, second]) == [second, fifth, whole]


def test_photographs_stand_where_they_are_named() -> None:
    first, last = (Mistake("wrong", place=Place(name, named=cell(row).place)) for name, row in (("b", 4), ("a", 9)))
    assert in_order([last, Mistake("of nothing"), cell(6), first]) == [first, cell(6), last, Mistake("of nothing")]


HOSTILE = {
    "long-name": "نام " * 5000,
    "two-lines": "one\ntwo\u2028three\r\nfour",
    "speaks-to-the-terminal": "\x1b[2J\x07\x00",
    "turns-the-text-about": "\u202egnp.exe\u2066",
    "half-a-pair": "\udcff.png",
}


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_the_input_a_mistake_is_one_short_line(text: str, language: str) -> None:
    named = Place(Path(f"folder/{text}.yaml"), 3)
    place = Place(f"{text}.xlsx", cell=Cell(4, text, text), named=named)
    inner = Mistake("unknown format “{id}”", "use one of {known}", place, {"id": text, "known": text})
    said = Mistake("the file can't be read ({reason})", "{rule}", place, {"reason": inner, "rule": text}).text(language)
    assert len(said) < 400
    assert "\n" not in said
    assert all(each.isprintable() or each in "\u200c\u200d\u200e\u200f" for each in said)


def test_what_fits_is_told_whole() -> None:
    name = "سرکار خانم می‌نا \u200eA4\u200f " * 10
    assert name in Mistake("unknown format “{id}”", values={"id": name}).text("fa")


def test_a_letter_that_is_cut_off_takes_its_marks_along() -> None:
    said = str(Mistake("“{text}”", values={"text": "ک" + "\u064e" * 500}))
    assert "\u064e…" not in said
    assert "ک" not in said or said.startswith("“ک")


def test_of_a_long_path_the_file_s_own_name_is_told() -> None:
    assert "/people.xlsx" in str(Mistake("wrong", place=Place("folder/" * 200 + "people.xlsx")))


def test_of_very_many_mistakes_the_first_are_told_and_how_many_more_there_are() -> None:
    lines = list(told([cell(row) for row in range(1, 100_001)]))
    assert len(lines) == 101
    assert lines[-1].startswith("99900 more are not told here")
