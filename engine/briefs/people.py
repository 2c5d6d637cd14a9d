"""The people that plaques are for, one by one or from a spreadsheet whose faults are told by row and column."""

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
LATIN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_HEADER_WITHIN = 10  # rows: what stands above it is the sheet's own title

# Field → what its column may be called, in Persian or English.
HEADERS: Mapping[str, tuple[str, ...]] = {
    "name": ("نام و نام خانوادگی", "نام", "گیرنده", "name", "full name", "recipient", "first name"),
    "family": ("نام خانوادگی", "family", "family name", "last name", "surname"),
    "honorific": ("عنوان", "لقب", "پیشوند", "honorific", "title"),
    "position": ("سمت", "مسئولیت", "پست سازمانی", "position", "job", "job title"),
    "reason": ("دلیل", "بابت", "به پاس", "علت", "موضوع", "reason", "for"),
    "body": ("متن", "متن لوح", "body", "text"),
    "number": ("شماره", "شماره لوح", "شمارهٔ لوح", "number", "no", "no."),
    "cause": ("مناسبت", "نوع", "cause"),
}
LONGEST: Mapping[str, int] = {
    "name": 100, "honorific": 60, "position": 120, "reason": 300, "body": 1500, "number": 30, "cause": 60,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A recipient. What is empty is taken from what the whole ceremony has in common.

    `row` is the row of the spreadsheet, from 1; 0 where there is none.
    """

    name: str
    honorific: str = ""
    position: str = ""
    reason: str = ""
    body: str = ""
    number: str = ""
    cause: str = ""
    row: int = 0

    @property
    def to(self) -> str:
        """Honorific and name."""
        return f"{self.honorific} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class People:
    """Whom a spreadsheet names, and what is wrong with its other rows."""

    people: tuple[Person, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell shows; `fault` says in a word why that can't be used."""

    text: str
    fault: str = ""


type _Row = Sequence[_Cell]


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a field stands: the column's index, from 0, and what it is called."""

    index: int
    header: str


def people_of(path: Path) -> People:
    """The people of an .xlsx or .csv file, by the names of its columns.

    Raises BadInput for a file that can't be read or has no column of names; a bad row is left out and told.
    """
    rows = list(_rows(path))
    while rows and not any(cell.text for cell in rows[-1]):
        rows.pop()
    header, columns = _columns(rows, path)
    people: list[Person] = []
    mistakes: list[Mistake] = []
    numbers: dict[str, int] = {}
    for number, row in enumerate(rows[header + 1 :], header + 2):
        person, wrong = _person(row, number, columns, path)
        same = person.number.translate(LATIN_DIGITS)
        first = numbers.setdefault(same, number) if same and not wrong else number
        if first != number:
            wrong = [
                Mistake(
                    "row {row}, column “{column}”: “{number}” is the number of row {first} too",
                    "give each its own",
                    Place(path),
                    {"row": number, "column": columns["number"].header, "number": person.number, "first": first},
                )
            ]
        if wrong:
            mistakes += wrong
        else:
            people.append(person)
    return People(tuple(people), tuple(mistakes))


def _columns(rows: Sequence[_Row], path: Path) -> tuple[int, Mapping[str, _Column]]:
    """The index of the row of headers, and the column of each field that has one."""
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        found: dict[str, _Column] = {}
        for place, cell in enumerate(row):
            field = _FIELDS.get(_plain(cell.text))
            if field and field not in found:
                found[field] = _Column(place, cell.text)
        if "name" in found:
            return index, found
    raise BadInput.of(
        "there is no column of names",
        todo="write «نام و نام خانوادگی» or “name” over it, in the first row",
        place=Place(path),
    )


def _plain(header: str) -> str:
    """A header as it is looked up: one space between words, none at the ends, Persian letters."""
    return " ".join(header.translate(ARABIC_TO_PERSIAN).replace(ZWNJ, " ").casefold().split()).rstrip(":")


_FIELDS = {_plain(header): field for field, headers in HEADERS.items() for header in headers}


def _person(row: _Row, number: int, columns: Mapping[str, _Column], path: Path) -> tuple[Person, list[Mistake]]:
    """The person of a row, and what is wrong with it."""
    if not any(cell.text for cell in row):
        empty = Mistake("row {row} is empty", "remove it or fill it in", Place(path), {"row": number})
        return Person("", row=number), [empty]
    said: dict[str, str] = {}
    mistakes: list[Mistake] = []
    for field, column in columns.items():
        cell = row[column.index] if column.index < len(row) else _Cell("")
        values: dict[str, object] = {"row": number, "column": column.header}
        if cell.fault:
            mistakes.append(Mistake(cell.fault, "write the value itself into the cell", Place(path), values))
        said[field] = cell.text
    name = f"{said.pop('name')} {said.pop('family', '')}".strip()
    for field, text in {"name": name, **said}.items():
        if len(text) > LONGEST[field]:
            values = {"row": number, "column": columns[field].header, "length": len(text), "most": LONGEST[field]}
            what = "row {row}, column “{column}”: {length} characters are too many"
            mistakes.append(Mistake(what, "shorten it to {most}", Place(path), values))
    if not name and not mistakes:
        values = {"row": number, "column": columns["name"].header}
        mistakes.append(Mistake("row {row}, column “{column}”: there is no name", "fill it in", Place(path), values))
    return Person(name, **said, row=number), mistakes


# --- the files


def _rows(path: Path) -> Iterator[_Row]:
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


def _csv_rows(path: Path) -> Iterator[_Row]:
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


def _xlsx_rows(path: Path) -> Iterator[_Row]:
    import openpyxl

    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(each.file_size for each in archive.infolist())
        if size > LARGEST_FILE:
            raise BadInput.of(
                "the spreadsheet is larger than 200 MB", todo="keep only the recipients", place=Place(path)
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
    """A cell's text on one line but for a body's paragraphs, with Persian letters; whole numbers without a point."""
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
