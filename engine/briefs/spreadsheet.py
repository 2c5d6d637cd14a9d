"""Spreadsheets as offices have them, .xlsx or .csv: rows found by the names of their columns, faults told by sheet, row
and column."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path

from engine import gate
from engine.calendar.dates import jalali_of
from engine.errors import BadInput, Cell, Mistake, Place
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
class _Cell:
    """What a cell shows; `fault` says in a word why that can't be used."""

    text: str
    fault: str = ""


type _Cells = Sequence[_Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file, without the empty rows at its end. A .csv has a single one, without a name."""

    path: Path
    name: str
    cells: tuple[_Cells, ...] = field(repr=False)

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


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    """All sheets of an .xlsx or .csv file. Raises BadInput for a file that can't be read or is too large."""
    readers = {".csv": _csv_sheets, ".xlsx": _xlsx_sheets, ".xlsm": _xlsx_sheets}
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
        return tuple(Sheet(path, name, _bounded(rows, path)) for name, rows in reader(path))
    except FileNotFoundError:
        raise BadInput.of("there is no such spreadsheet", todo="correct its name", place=Place(path)) from None
    except OSError as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="check its name and its permissions",
            place=Place(path),
            reason=error.strerror or str(error),
        ) from None


def read(path: Path, headers: Headers, *, needed: str, without: Mistake) -> Spreadsheet:
    """The rows of a file's first sheet, whose name goes without saying. `needed` is the field without whose column it
    is no such list: `without`.

    Raises BadInput for a file that can't be read; what is wrong with a row is told by the row.
    """
    found = replace(sheets_of(path)[0], name="").under(headers, (needed,))
    if found is None:
        raise BadInput([Mistake(without.what, without.todo, Place(path))])
    return found


def _columns(row: _Cells, fields: Mapping[str, str]) -> Mapping[str, int]:
    """Field → the index of its column, from 0, as far as a row names any."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        field = fields.get(plain(cell.text))
        if field:
            found.setdefault(field, place)
    return found


def plain(header: str) -> str:
    """A header as it is looked up: one space between words, none at the ends, Persian letters."""
    return " ".join(header.translate(ARABIC_TO_PERSIAN).replace(ZWNJ, " ").casefold().split()).rstrip(":")


def _row(cells: _Cells, number: int, columns: Mapping[str, int], sheet: Spreadsheet) -> Row:
    if not any(cell.text for cell in cells):
        return Row(number, {}, (Mistake("the row is empty", "remove it or fill it in", sheet.place(number)),))
    found = {field: cells[place] if place < len(cells) else _Cell("") for field, place in columns.items()}
    mistakes = (
        sheet.mistake(cell.fault, "write the value itself into the cell", number, field)
        for field, cell in found.items()
        if cell.fault
    )
    return Row(number, {field: cell.text for field, cell in found.items()}, tuple(mistakes))


# --- the files


def _bounded(rows: Iterator[_Cells], path: Path) -> tuple[_Cells, ...]:
    kept: list[_Cells] = []
    for row in rows:
        if len(kept) == MOST_ROWS:
            raise BadInput.of(
                "the spreadsheet has more than {most} rows", todo="split it", place=Place(path), most=MOST_ROWS
            )
        kept.append(row)
    while kept and not any(cell.text for cell in kept[-1]):
        kept.pop()
    return tuple(kept)


def _csv_sheets(path: Path) -> Iterator[tuple[str, Iterator[_Cells]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput.of(
            "the file is not UTF-8 text", todo="save it as “CSV UTF-8” or as .xlsx", place=Place(path)
        ) from None
    first = text.partition("\n")[0]
    comma = max(",;\t،", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=comma)
    yield "", ([_cell(value, formula=value.startswith("=")) for value in row] for row in rows)


def _xlsx_sheets(path: Path) -> Iterator[tuple[str, Iterator[_Cells]]]:
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
        for sheet in book.worksheets:
            rows = (
                [
                    _cell(_shown(each.value, each.number_format), each.data_type == "f", each.data_type == "e")
                    for each in row
                ]
                for row in sheet.iter_rows()
            )
            yield sheet.title, _filled(rows, _merged(path, sheet._worksheet_path))  # type: ignore[attr-defined]
    finally:
        book.close()


def _merged(path: Path, part: str) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Row → columns (from 0) in which a cell begins that is merged with those below it, with its last row."""
    with zipfile.ZipFile(path) as archive:
        found = re.findall(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"', archive.read(part))
    merged: dict[int, list[tuple[int, int]]] = {}
    for column, first, last in found:
        merged.setdefault(int(first), []).append((_column(column.decode()), int(last)))
    return merged


def _column(letters: str) -> int:
    """The index of column A, B … AA, from 0."""
    return reduce(lambda index, letter: 26 * index + ord(letter) - 64, letters, 0) - 1


def _filled(rows: Iterator[_Cells], merged: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[_Cells]:
    """Rows in which a merged cell's text stands in each row that it reaches down to."""
    standing: dict[int, tuple[_Cell, int]] = {}
    for number, row in enumerate(rows, 1):
        cells = list(row)
        for column, (cell, last) in list(standing.items()):
            if number > last:
                del standing[column]
            elif column < len(cells):
                cells[column] = cell
        for column, last in merged.get(number, ()):
            if column < len(cells):
                standing[column] = cells[column], last
        yield cells


def _shown(value: object, format: str | None) -> object:
    """A value as the sheet shows it: 0.78 in a cell for percents is 78%, and a date, which sheets keep as a
    Gregorian one, is told as people here write it: 1405/09/15."""
    if isinstance(value, datetime.date):  # a datetime is one too
        year, month, day = jalali_of(value.date() if isinstance(value, datetime.datetime) else value)
        return f"{year}/{month:02}/{day:02}"
    if isinstance(value, int | float) and "%" in (format or ""):
        return f"{value * 100:g}%"
    return value


def _cell(value: object, formula: bool = False, error: bool = False) -> _Cell:
    """A cell's text on one line but for its paragraphs, with Persian letters; whole numbers without a point."""
    if formula:
        return _Cell(str(value), "the cell holds a formula")
    if error:
        return _Cell(str(value), "the cell holds an error")
    if value is None:
        return _Cell("")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = str(value).translate(ARABIC_TO_PERSIAN).splitlines()
    return _Cell("\n".join(" ".join(line.split()) for line in lines).strip())
