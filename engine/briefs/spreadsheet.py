"""Spreadsheets as offices have them, .xlsx or .csv: rows found by the names of their columns, faults told by sheet, row
and column."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from engine import gate
from engine.briefs.workbook import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    NOTHING,
    Cells,
    CellText,
    WorksheetText,
    cell_text,
    worksheets_in,
)
from engine.errors import BadInput, Cell, Mistake, Place
from engine.persian.letters import ARABIC_TO_PERSIAN, INVISIBLE, KASHIDA, ZWNJ

LARGEST_CSV = 20_000_000  # bytes
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # what Excel calls Unicode text
_COMMAS = ",;\t،"
_AROUND_HEADERS = " :*()[]"  # what forms put about the names of columns
_HEADER_WITHIN = 10  # rows: what stands above it is the sheet's own title

type Headers = Mapping[str, Sequence[str]]
"""Field → what its column may be called, in Persian or English."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says in the columns that it has, and what is wrong with it. `number` counts from 1."""

    number: int
    said: Mapping[str, str]
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """The rows under a row of headers. `columns` are the headers of the fields that have a column, as they stand."""

    path: Path
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    sheet: str = ""

    def place(self, row: int, field: str = "") -> Place:
        """Where a row, or a field of it, stands."""
        return Place(self.path, cell=Cell(row, self.columns.get(field, ""), self.sheet))

    def mistake(self, what: str, todo: str, row: int, field: str, **values: object) -> Mistake:
        """What is wrong with a cell."""
        return Mistake(what, todo, self.place(row, field), values)

    def too_long(self, row: int, field: str, length: int, most: int) -> Mistake:
        """That a cell holds more characters than there is room for."""
        what = "{length} characters are too many"
        return self.mistake(what, "shorten it to {most}", row, field, length=length, most=most)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet of a file, without the empty rows at its end. A .csv has a single one, without a name."""

    path: Path
    name: str
    cells: tuple[Cells, ...] = field(repr=False)
    hidden: bool = False

    def under(self, headers: Headers, needed: Collection[str]) -> Spreadsheet | None:
        """The rows under the headers; None where no row near the top names the columns of all `needed` fields."""
        fields = {plain(name): field for field, names in headers.items() for name in names}
        for index, row in enumerate(self.cells[:_HEADER_WITHIN]):
            columns = _columns(row, fields)
            if columns.keys() >= set(needed):
                names = {field: row[place].text for field, place in columns.items()}
                empty = Spreadsheet(self.path, names, (), self.name)
                rows = enumerate(self.cells[index + 1 :], index + 2)
                return replace(empty, rows=tuple(_row(cells, number, columns, empty) for number, cells in rows))
        return None


def worksheets_of(path: Path) -> tuple[Worksheet, ...]:
    """All sheets of an .xlsx or .csv file. Raises BadInput for a file that can't be read or is too large."""
    readers = {".csv": _csv_worksheets, ".tsv": _csv_worksheets, ".xlsx": worksheets_in, ".xlsm": worksheets_in}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadInput.of(
            "“{ending}” is not a kind of spreadsheet that can be read",
            todo="save it as .xlsx or .csv",
            place=Place(path),
            ending=path.suffix,
        )
    try:
        gate.checked(path, gate.TABLE)
        return tuple(Worksheet(path, each.name, each.rows, each.hidden) for each in reader(path))
    except FileNotFoundError:
        raise BadInput.of("there is no such spreadsheet", todo="correct its name", place=Place(path)) from None
    except OSError as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="check its name and its permissions",
            place=Place(path),
            reason=error.strerror or str(error),
        ) from None


def read(path: Path, headers: Headers, *, needed: Sequence[str], without: Mistake) -> Spreadsheet:
    """The rows of the first sheet that has the column of one of the `needed` fields; the name of a file's first sheet
    goes without saying. Sheets that are hidden count where there are no others.

    Raises BadInput for a file that can't be read, and where no sheet is such a list: `without`. What is wrong with a
    row is told by the row.
    """
    sheets = worksheets_of(path)
    first, *others = [sheet for sheet in sheets if not sheet.hidden] or sheets
    named = (replace(first, name=""), *others)
    tables = (sheet.under(headers, (field,)) for sheet in named for field in needed)
    found = next((table for table in tables if table), None)
    if found is None:
        raise BadInput([Mistake(without.what, without.todo, Place(path))])
    return found


def _columns(row: Cells, fields: Mapping[str, str]) -> Mapping[str, int]:
    """Field → the index of its column, from 0, as far as a row names any."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        field = fields.get(plain(cell.text))
        if field:
            found.setdefault(field, place)
    return found


def plain(header: str) -> str:
    """A header as it is looked up: one space between words, Persian letters, nothing around it, no invisible marks."""
    letters = INVISIBLE.sub("", header.translate(ARABIC_TO_PERSIAN)).replace(ZWNJ, " ").replace(KASHIDA, "")
    return " ".join(letters.casefold().split()).strip(_AROUND_HEADERS)


def _row(cells: Cells, number: int, columns: Mapping[str, int], sheet: Spreadsheet) -> Row:
    if not any(cell.text for cell in cells):
        return Row(number, {}, (Mistake("the row is empty", "remove it or fill it in", sheet.place(number)),))
    found = {field: cells[place] if place < len(cells) else NOTHING for field, place in columns.items()}
    mistakes = (sheet.mistake(cell.fault, cell.todo, number, field) for field, cell in found.items() if cell.fault)
    return Row(number, {field: cell.text for field, cell in found.items()}, tuple(mistakes))


# --- text


def _csv_worksheets(path: Path) -> tuple[WorksheetText, ...]:
    with path.open("rb") as file:
        content = file.read(LARGEST_CSV + 1)
    if len(content) > LARGEST_CSV:
        raise _too_large(path)
    try:
        text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput.of(
            "the file is not UTF-8 text", todo="save it as “CSV UTF-8” or as .xlsx", place=Place(path)
        ) from None
    return (WorksheetText("", False, _csv_rows(path, text)),)


def _csv_rows(path: Path, text: str) -> tuple[Cells, ...]:
    kept: list[Cells] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_comma(text))
    try:
        for row in reader:
            cells += len(row)
            if len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                raise _too_large(path)
            if len(kept) == MOST_ROWS:
                raise BadInput.of(
                    "the spreadsheet has more than {most} rows", todo="split it", place=Place(path), most=MOST_ROWS
                )
            kept.append([_csv_cell(value) for value in row])
    except csv.Error:  # a cell without end
        raise BadInput.of(
            "the text is no table of cells",
            todo="correct the quotes from this line on, or save it as .xlsx",
            place=Place(path, max(1, reader.line_num)),
        ) from None
    while kept and not any(cell.text for cell in kept[-1]):
        kept.pop()
    return tuple(kept)


def _comma(text: str) -> str:
    """What stands between the cells: looked for in the first line that has any, below a title."""
    lines = islice(io.StringIO(text), _HEADER_WITHIN)
    first = next((line for line in lines if any(comma in line for comma in _COMMAS)), "")
    return max(_COMMAS, key=first.count)


def _csv_cell(value: str) -> CellText:
    return CellText(value[:1], "the cell holds a formula") if value.startswith("=") else cell_text(value)


def _too_large(path: Path) -> BadInput:
    return BadInput.of("the spreadsheet is too large", todo="keep only what is listed", place=Place(path))
