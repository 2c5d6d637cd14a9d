import datetime
from pathlib import Path

import openpyxl
import pytest

from engine.briefs.spreadsheet import Row, worksheets_of
from engine.errors import BadInput, Cell, Place

HEADERS = {"name": ("نام", "name"), "value": ("مقدار", "value")}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    made.active.title = "ارقام"
    for row in (["کارنامه"], ["مقدار", "نام"], [12.0, "يك"], [None, None], ["=1+1", "دو"], [None]):
        made.active.append(row)
    made.create_sheet("خالی")
    made.save(tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


def test_all_sheets_are_read_without_the_empty_rows_at_their_ends(book: Path) -> None:
    assert [(sheet.name, len(sheet.cells)) for sheet in worksheets_of(book)] == [("ارقام", 5), ("خالی", 0)]


def test_a_table_reads_its_rows_and_tells_bad_cells_by_sheet_row_and_column(book: Path) -> None:
    table = worksheets_of(book)[0].under(HEADERS, ("name",))
    assert table is not None
    assert table.rows[0] == Row(3, {"value": "12", "name": "یک"})
    told = [mistake for row in table.rows for mistake in row.mistakes]
    assert [each.text() for each in told] == [
        f"{book}: sheet “ارقام”, row 4: the row is empty; remove it or fill it in.",
        f"{book}: sheet “ارقام”, row 5, column “مقدار”: the cell holds a formula; "
        "write the value itself into the cell.",
    ]
    assert "برگهٔ «ارقام»، ردیف 5" in told[1].text("fa")


def test_a_cell_that_is_a_date_is_told_in_the_jalali_calendar(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (["نام", "مقدار"], ["یک", datetime.date(2026, 11, 24)], ["دو", datetime.datetime(2026, 3, 21, 9, 30)]):
        made.active.append(row)
    made.save(tmp_path / "dates.xlsx")
    table = worksheets_of(tmp_path / "dates.xlsx")[0].under(HEADERS, ("name",))
    assert table is not None
    assert [row.said["value"] for row in table.rows] == ["1405/09/03", "1405/01/01"]


def test_a_merged_cell_stands_in_every_row_that_it_reaches(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (["فهرست", None], ["نام", "مقدار"], ["یک", "الف"], ["دو", None], ["سه", None], ["چهار", None]):
        made.active.append(row)
    for cells in ("A1:B1", "B3:B5"):
        made.active.merge_cells(cells)
    made.save(tmp_path / "merged.xlsx")
    table = worksheets_of(tmp_path / "merged.xlsx")[0].under(HEADERS, ("name",))
    assert table is not None
    assert [row.said["value"] for row in table.rows] == ["الف", "الف", "الف", ""]


def test_a_sheet_without_the_needed_columns_has_no_table(book: Path) -> None:
    assert worksheets_of(book)[0].under(HEADERS | {"unit": ("یکا",)}, ("unit",)) is None


def test_a_csv_is_one_sheet_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("نام؛x\nیک,2\n", encoding="utf-8")
    assert [sheet.name for sheet in worksheets_of(tmp_path / "a.csv")] == [""]
    with pytest.raises(BadInput, match="there is no such spreadsheet"):
        worksheets_of(tmp_path / "b.csv")


def test_a_place_names_what_is_known() -> None:
    assert str(Place("a.xlsx", cell=Cell(4, "نام"))) == "a.xlsx: row 4, column “نام”"
    assert str(Place("a.yaml", 3)) == "a.yaml:3"
