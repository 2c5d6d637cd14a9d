"""Spreadsheets as offices have them, .xlsx or .csv: rows found by the names of their columns, faults told by row and
column."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import BadInput, Mistake, Place
from engine.persian.letters import ARABIC_TO_PERSIAN, ZWNJ

LARGEST_FILE = 200_000_000  # bytes, unpacked
MOST_ROWS = 10_000
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

    def mistake(self, what: str, todo: str, row: int, field: str, **values: object) -> Mistake:
        """What is wrong with a cell: `what` begins with “row {row}, column “{column}””."""
        return Mistake(what, todo, Place(self.path), {"row": row, "column": self.columns[field], **values})

    def too_long(self, row: int, field: str, length: int, most: int) -> Mistake:
        """That a cell holds more characters than there is room for."""
        what = "row {row}, column “{column}”: {length} characters are too many"
        return self.mistake(what, "shorten it to {most}", row, field, length=length, most=most)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell shows; `fault` says in a word why that can't be used."""

    text: str
    fault: str = ""


type _Cells = Sequence[_Cell]


def read(path: Path, headers: Headers, *, needed: str, without: Mistake) -> Spreadsheet:
    """The rows of an .xlsx or .csv file. `needed` is the field without whose column it is no such list: `without`.

    Raises BadInput for a file that can't be read; what is wrong with a row is told by the row.
    """
    rows = list(_rows(path))
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    fields = {_plain(name): field for field, names in headers.items() for name in names}
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = _columns(row, fields)
        if needed in columns:
            names = {field: row[place].text for field, place in columns.items()}
            found = (
                _row(cells, number, columns, names, path) for number, cells in enumerate(rows[index + 1 :], index + 2)
            )
            return Spreadsheet(path, names, tuple(found))
    raise BadInput([Mistake(without.what, without.todo, Place(path))])


def _columns(row: _Cells, fields: Mapping[str, str]) -> Mapping[str, int]:
    """Field → the index of its column, from 0, as far as a row names any."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        field = fields.get(_plain(cell.text))
        if field:
            found.setdefault(field, place)
    return found


def _plain(header: str) -> str:
    """A header as it is looked up: one space between words, none at the ends, Persian letters."""
    return " ".join(header.translate(ARABIC_TO_PERSIAN).replace(ZWNJ, " ").casefold().split()).rstrip(":")


def _row(cells: _Cells, number: int, columns: Mapping[str, int], names: Mapping[str, str], path: Path) -> Row:
    if not any(cell.text for cell in cells):
        return Row(
            number, {}, (Mistake("row {row} is empty", "remove it or fill it in", Place(path), {"row": number}),)
        )
    found = {field: cells[place] if place < len(cells) else _Cell("") for field, place in columns.items()}
    mistakes = (
        Mistake(
            cell.fault, "write the value itself into the cell", Place(path), {"row": number, "column": names[field]}
        )
        for field, cell in found.items()
        if cell.fault
    )
    return Row(number, {field: cell.text for field, cell in found.items()}, tuple(mistakes))


# --- the files


def _rows(path: Path) -> Iterator[_Cells]:
    readers = {".csv": _csv_rows, ".xlsx": _xlsx_rows, ".xlsm": _xlsx_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadInput.of(
            "“{ending}” is not a kind of spreadsheet that can be read",
            todo="save it as .xlsx or .csv",
            place=Place(path),
            ending=path.suffix,
        )
    try:
        for number, row in enumerate(reader(path), 1):
            if number > MOST_ROWS:
                raise BadInput.of(
                    "the spreadsheet has more than {most} rows", todo="split it", place=Place(path), most=MOST_ROWS
                )
            yield row
    except OSError as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="check its name and its permissions",
            place=Place(path),
            reason=error.strerror or str(error),
        ) from None


def _csv_rows(path: Path) -> Iterator[_Cells]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput.of(
            "the file is not UTF-8 text", todo="save it as “CSV UTF-8” or as .xlsx", place=Place(path)
        ) from None
    first = text.partition("\n")[0]
    comma = max(",;\t،", key=first.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma):
        yield [_cell(value, formula=value.startswith("=")) for value in row]


def _xlsx_rows(path: Path) -> Iterator[_Cells]:
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(each.file_size for each in archive.infolist())
        if size > LARGEST_FILE:
            raise BadInput.of(
                "the spreadsheet is larger than 200 MB", todo="keep only what is listed", place=Place(path)
            )
        book = openpyxl.load_workbook(path, read_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError):
        raise BadInput.of(
            "the file is not a spreadsheet",
            todo="open it in Excel or LibreOffice and save it as .xlsx",
            place=Place(path),
        ) from None
    try:
        for row in book.worksheets[0].iter_rows():
            yield [_cell(each.value, formula=each.data_type == "f", error=each.data_type == "e") for each in row]
    finally:
        book.close()


def _cell(value: object, *, formula: bool = False, error: bool = False) -> _Cell:
    """A cell's text on one line but for its paragraphs, with Persian letters; whole numbers without a point."""
    if formula:
        return _Cell(str(value), "row {row}, column “{column}”: the cell holds a formula")
    if error:
        return _Cell(str(value), "row {row}, column “{column}”: the cell holds an error")
    if value is None:
        return _Cell("")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = str(value).translate(ARABIC_TO_PERSIAN).splitlines()
    return _Cell("\n".join(" ".join(line.split()) for line in lines).strip())
