"""Mistakes are told as whoever mends them goes through the files."""

from engine.errors import Cell, Mistake, Place, in_order

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
