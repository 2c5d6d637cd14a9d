"""Workbooks (.xlsx, .xlsm) from anywhere: of each sheet what its cells show, as text (ISO/IEC 29500-1, 18).

Of a file only what holds words is read: its sheets, shared strings and number formats. How large a sheet says it is
counts for nothing: its cells do.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from engine.briefs.package import Package
from engine.calendar.dates import jalali_of
from engine.errors import BadInput, Place
from engine.persian.letters import ARABIC_TO_PERSIAN, INVISIBLE

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 10_000, 256, 250_000
LONGEST_TEXT = 10_000  # characters of a cell
_ITSELF = "write the value itself into the cell"
_DATES = range(1, 109_575)  # days of the years 1900 to 2199: dates beyond are slips
_LONGEST_NUMBER = 30  # characters
_EXACT = 1e15  # from here on a sheet keeps no whole number as it was typed
_LEAP_DAY_OF_1900 = 60  # sheets count it, though there was none (18.17.4.1)
_FORMATS: Mapping[int, str] = {  # of 18.8.30 those that change what a number looks like
    9: "0%", 10: "0.00%", 22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((*range(14, 18), *range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48)), "h:mm"),
}  # fmt: skip
_LITERAL = re.compile(r'(?i:general|standard|"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\])')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::[A-Z]{1,3}([0-9]{1,7}))?")

type Cells = Sequence[CellText]


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell shows; `fault` says why that can't be used, and `todo` what to do about it."""

    text: str
    fault: str = ""
    todo: str = _ITSELF


NOTHING = CellText("")


@dataclass(frozen=True, slots=True)
class WorksheetText:
    """The rows of a sheet, down to the last that shows something."""

    name: str
    hidden: bool
    rows: tuple[Cells, ...]


def cell_text(text: str) -> CellText:
    """A text on one line but for its paragraphs, with Persian letters and without invisible marks."""
    if len(text) > LONGEST_TEXT:
        return CellText(text[:LONGEST_TEXT], "the cell holds more characters than any text has", "shorten it")
    lines = INVISIBLE.sub("", text.translate(ARABIC_TO_PERSIAN)).splitlines()
    return CellText("\n".join(" ".join(line.split()) for line in lines).strip())


def worksheets_in(path: Path) -> tuple[WorksheetText, ...]:
    """The worksheets of a file in their order: charts are none.

    Raises BadInput for a file that is broken, has no sheet or is too large, and OSError where it can't be read.
    """
    with path.open("rb") as file:
        sheets = tuple(_Workbook(path, Package(path, file)).sheets())
    if not sheets:
        raise BadInput.of("the spreadsheet has no sheet", todo="write the list into one", place=Place(path))
    return sheets


class _Workbook:
    """What the sheets of a package have in common."""

    def __init__(self, path: Path, package: Package) -> None:
        self._path, self._package = path, package
        kinds = {kind: part for _, kind, part in package.relations("")}
        self._part = kinds.get("officeDocument", "xl/workbook.xml")
        related = list(package.relations(self._part))
        kinds = {kind: part for _, kind, part in related}
        self._worksheets = {id: part for id, kind, part in related if kind == "worksheet"}
        self._strings = tuple(self._read_strings(kinds["sharedStrings"])) if "sharedStrings" in kinds else ()
        self._formats = tuple(self._read_formats(kinds["styles"])) if "styles" in kinds else ()
        self._from_1904 = False
        self._cells = 0

    def sheets(self) -> Iterator[WorksheetText]:
        listed: list[Mapping[str, str]] = []
        for tag in self._package.tags(self._part):
            if tag.name == "workbookPr" and not tag.ends:
                self._from_1904 = tag.attributes.get("date1904") in ("1", "true")
            elif (tag.name, tag.parent) == ("sheet", "sheets") and not tag.ends:
                listed.append(tag.attributes)
        for each in listed:
            if part := self._worksheets.pop(each.get("id", ""), None):
                hidden = each.get("state", "visible") != "visible"
                yield WorksheetText(each.get("name", ""), hidden, self._rows(part))

    def _read_strings(self, part: str) -> Iterator[CellText]:
        text: list[str] = []
        for tag in self._package.tags(part):
            if tag.name == "si":
                if tag.ends:
                    yield cell_text("".join(text))
                text.clear()
            elif tag.ends and tag.name == "t" and tag.parent != "rPh":  # which says how a word is read
                text.append(tag.text)

    def _read_formats(self, part: str) -> Iterator[str]:
        """The number format of each style of cells."""
        own: dict[int, str] = {}
        for tag in self._package.tags(part):
            if tag.ends:
                continue
            if tag.name == "numFmt":
                own[_whole(tag.attributes.get("numFmtId"))] = tag.attributes.get("formatCode", "")
            elif (tag.name, tag.parent) == ("xf", "cellXfs"):
                number = _whole(tag.attributes.get("numFmtId"))
                yield own.get(number, _FORMATS.get(number, ""))

    # --- a sheet

    def _rows(self, part: str) -> tuple[Cells, ...]:
        filled: dict[int, dict[int, CellText]] = {}
        merged: list[tuple[int, int, int]] = []
        row = column = -1
        attributes: Mapping[str, str] = {}
        value, text, formula = "", list[str](), False
        for tag in self._package.tags(part):
            match tag.name, tag.ends:
                case "row", False:
                    row, column = _whole(tag.attributes.get("r"), row + 2) - 1, -1
                case "c", False:
                    attributes, value, formula = tag.attributes, "", False
                    text.clear()
                    column = _place(attributes.get("r", ""), row, column + 1)[0]
                case "v", True:
                    value = tag.text
                case "t", True if tag.parent != "rPh":
                    text.append(tag.text)
                case "f", True:
                    formula = True
                case "c", True:
                    cell = self._cell(attributes, value, "".join(text), formula)
                    if cell != NOTHING:
                        self._put(filled, row, column, cell)
                case "mergeCell", False:
                    first, top, bottom = _place(tag.attributes.get("ref", ""), 0, 0)
                    merged.append((first, top, bottom))
        last = max(filled, default=-1)
        for first, top, bottom in merged:
            for each in range(top + 1, min(bottom, last) + 1) if first in filled.get(top, {}) else ():
                self._put(filled, each, first, filled[top][first])
        return tuple(_dense(filled.get(each, {})) for each in range(last + 1))

    def _put(self, filled: dict[int, dict[int, CellText]], row: int, column: int, cell: CellText) -> None:
        self._cells += 1
        if row < 0:
            self._package.refuse()
        if row >= MOST_ROWS:
            raise BadInput.of(
                "the spreadsheet has more than {most} rows", todo="split it", place=Place(self._path), most=MOST_ROWS
            )
        if column >= MOST_COLUMNS or self._cells > MOST_CELLS:
            self._package.refuse_size()
        filled.setdefault(row, {})[column] = cell

    def _cell(self, attributes: Mapping[str, str], value: str, text: str, formula: bool) -> CellText:
        kind = attributes.get("t", "n")
        if formula:
            return CellText("=", "the cell holds a formula")
        if kind == "inlineStr":
            return cell_text(text)
        if not value:
            return NOTHING
        match kind:
            case "s":
                return self._string(_whole(value, -1))
            case "e":
                return CellText(value[:LONGEST_TEXT], "the cell holds an error")
            case "b":
                return CellText("TRUE" if value.strip() == "1" else "FALSE")
            case "n":
                return _shown(value, self._format(_whole(attributes.get("s"))), from_1904=self._from_1904)
        return cell_text(value)

    def _string(self, index: int) -> CellText:
        if not 0 <= index < len(self._strings):
            self._package.refuse()
        return self._strings[index]

    def _format(self, style: int) -> str:
        return self._formats[style] if style < len(self._formats) else ""


def _dense(cells: Mapping[int, CellText]) -> Cells:
    return [cells.get(column, NOTHING) for column in range(max(cells, default=-1) + 1)]


def _whole(text: str | None, otherwise: int = 0) -> int:
    """A number of an attribute, at most 10 digits of it."""
    digits = (text or "").strip()
    return int(digits[:10]) if digits.isdecimal() else otherwise


def _place(reference: str, row: int, column: int) -> tuple[int, int, int]:
    """Column, first and last row, from 0, of “B3” or “B3:C5”; the given ones for what is no reference."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return column, row, row
    letters, top, bottom = found.groups()
    index = reduce(lambda number, letter: 26 * number + ord(letter) - 64, letters, 0)
    return index - 1, int(top) - 1, int(bottom or top) - 1


# --- numbers


def _shown(value: str, format: str, *, from_1904: bool) -> CellText:
    """A number as its format shows it: 0.78 in a cell for percents is 78%, 7 in one for four digits 0007; and a date,
    which sheets keep as days of the Gregorian calendar, as people here write it: 1405/09/15."""
    try:
        number = float(value) if len(value) <= _LONGEST_NUMBER else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        return CellText(value[:_LONGEST_NUMBER], "the cell holds a number that can't be read")
    plain = _LITERAL.sub("", format.partition(";")[0]).lower()
    if any(letter in plain for letter in "dmyhs"):
        only_time = not any(letter in plain for letter in "dy") and any(letter in plain for letter in "hs")
        return _clock(number) if only_time else _date(number, from_1904=from_1904)
    if "%" in plain:
        return CellText(f"{number * 100:g}%")
    if not number.is_integer() or abs(number) >= _EXACT:
        return CellText(f"{number:.15g}")
    digits = len(plain) if plain.strip("0") == "" and len(plain) <= _LONGEST_NUMBER else 0
    return CellText(f"{int(number):0{digits}}" if number >= 0 else str(int(number)))


def _clock(days: float) -> CellText:
    if not 0 <= days < _DATES.stop:
        return CellText(f"{days:g}", "the cell holds a time that can't be meant")
    minutes = round(days * 24 * 60)
    return CellText(f"{minutes // 60:02}:{minutes % 60:02}")


def _date(days: float, *, from_1904: bool) -> CellText:
    if math.floor(days) not in _DATES:
        return CellText(f"{days:g}", "the cell holds a date that can't be meant")
    zero = datetime.date(1899, 12, 31 if days < _LEAP_DAY_OF_1900 else 30)
    day = (datetime.date(1904, 1, 1) if from_1904 else zero) + datetime.timedelta(days=math.floor(days))
    year, month, number = jalali_of(day)
    return CellText(f"{year}/{month:02}/{number:02}")
