"""The files that reports come from: performance.yaml, and spreadsheets with a sheet for each table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from engine.briefs.spreadsheet import Headers, Row, Spreadsheet, Worksheet, plain, worksheets_of
from engine.errors import BadInput, Cell, Mistake, Place
from engine.kinds.report.performance import (
    TABLES,
    About,
    Draft,
    Entry,
    Performance,
    PlaceOf,
    departments_of,
)
from engine.yamlfile import Location, line_numbers, load, mistakes_of, nearest

SHEETS: Headers = {
    "report": ("گزارش", "report"),
    "departments": ("معاونت‌ها", "سازمان‌ها", "بخش‌ها", "departments"),
    "figures": ("ارقام", "شاخص‌ها", "figures"),
    "shares": ("سهم‌ها", "ترکیب", "shares"),
    "series": ("روند", "سری زمانی", "series"),
    "projects": ("پروژه‌ها", "projects"),
    "counts": ("شمارش", "شمارش‌ها", "counts"),
    "photographs": ("عکس‌ها", "تصاویر", "photographs", "photos"),
}
"""Table → what its sheet may be called."""

_OF = ("معاونت", "سازمان", "بخش", "اداره", "department")
_NAMES = ("عنوان", "شرح", "شاخص", "label", "title")
_UNITS = ("واحد", "یکا", "unit")
_VALUES = ("مقدار", "عملکرد", "value")
_LAST = ("سال گذشته", "مدت مشابه سال گذشته", "دورهٔ مشابه", "last")
COLUMNS: Mapping[str, Headers] = {
    "departments": {
        "name": ("نام", *_OF, "name"),
        "lead": ("معرفی", "خلاصه", "lead"),
        "manager": ("مدیر", "مسئول", "manager"),
        "colour": ("رنگ", "colour", "color"),
        "symbol": ("نماد", "symbol"),
        "shares_of": ("عنوان سهم‌ها", "shares_of"),
        "series_of": ("عنوان روند", "series_of"),
        "series_unit": ("واحد روند", "یکای روند", "series_unit"),
        "series_as": ("نمودار روند", "series_as"),
    },
    "figures": {
        "department": _OF,
        "label": _NAMES,
        "value": _VALUES,
        "unit": _UNITS,
        "last": _LAST,
        "better": ("بهتر", "better"),
    },
    "shares": {"department": _OF, "label": _NAMES, "share": ("سهم", "درصد", "share")},
    "series": {"department": _OF, "label": ("ماه", *_NAMES), "value": _VALUES, "last": _LAST},
    "projects": {
        "department": _OF,
        "name": ("پروژه", "نام پروژه", *_NAMES, "name"),
        "progress": ("پیشرفت", "درصد پیشرفت", "progress"),
        "value": ("اعتبار", *_VALUES),
        "unit": _UNITS,
    },
    "counts": {
        "department": _OF,
        "label": _NAMES,
        "value": _VALUES,
        "unit": _UNITS,
        "symbol": ("نماد", "symbol"),
        "each": ("هر نماد", "each"),
    },
    "photographs": {
        "department": _OF,
        "file": ("پرونده", "فایل", "file"),
        "caption": ("شرح", "caption"),
        "credit": ("عکاس", "عکس از", "credit"),
        "role": ("نقش", "پیش و پس", "role"),
    },
}
"""Table → field → what its column may be called."""

_ABOUT: Headers = {
    "title": ("عنوان", "title"),
    "period": ("دوره", "period"),
    "year": ("سال", "year"),
    "lead": ("پیش‌گفتار", "خلاصه", "lead"),
    "sample": ("نمونه", "sample"),
}
_WORDS = {  # Persian words for what the fields take
    "better": {"بیشتر": "more", "کمتر": "less"},
    "role": {"پیش": "before", "قبل": "before", "پس": "after", "بعد": "after"},
    "series_as": {"ستون": "columns", "ستونی": "columns", "خط": "line", "خطی": "line"},
    "sample": {"بله": "true", "خیر": "false"},
}


type Places = Mapping[tuple[str, str], Place]
"""Where the file names a photograph, a colour or a symbol: by "file", "colour" or "symbol", and the name there."""


@dataclass(frozen=True, slots=True)
class Read:
    """A report, what is wrong in its file and left out, and what the office should know."""

    performance: Performance
    mistakes: tuple[Mistake, ...]
    warnings: tuple[Mistake, ...] = ()
    places: Places = field(default_factory=dict)


def performance_of(path: Path) -> Read:
    """The report of a .yaml or .xlsx file.

    Raises BadInput for a file that can't be read, that does not say which period it is of, or where nothing is left
    to show.
    """
    if path.suffix.lower() in (".yaml", ".yml"):
        return _of_yaml(path)
    return _of_sheets(path)


def _whole(path: Path, about: About, drafts: Sequence[Draft], mistakes: Sequence[Mistake]) -> Read:
    departments, wrong = departments_of(drafts)
    if not departments:
        nothing = Mistake("there is no department to report of", "add one, or correct what is told above", Place(path))
        raise BadInput((*mistakes, *wrong, nothing))
    places: dict[tuple[str, str], Place] = {}
    for draft in drafts:
        for entry in (draft.heading, *draft.tables["counts"], *draft.tables["photographs"]):
            for named in ("file", "colour", "symbol"):
                places.setdefault((named, str(entry.said.get(named))), entry.place(named))
    return Read(Performance(about=about, departments=departments), (*mistakes, *wrong), places=places)


# --- YAML


class _File(About):
    """performance.yaml."""

    departments: tuple[dict[str, Any], ...] = Field(min_length=1)


def _of_yaml(path: Path) -> Read:
    file = load(path, _File)
    lines = line_numbers(path)
    mistakes: list[Mistake] = []
    drafts = [
        _draft(said, ("departments", number), path, lines, mistakes) for number, said in enumerate(file.departments)
    ]
    about = About.model_construct(**{name: getattr(file, name) for name in About.model_fields})
    return _whole(path, about, drafts, mistakes)


def _draft(
    said: Mapping[str, Any], at: Location, path: Path, lines: Mapping[Location, int], mistakes: list[Mistake]
) -> Draft:
    """A department of the file; what should be a list of entries and is none is left out and told."""

    def entry(values: Mapping[str, object], at: Location) -> Entry:
        return Entry(values, lambda field: Place(path, nearest((*at, field), lines)))

    draft = Draft(entry({name: value for name, value in said.items() if name not in TABLES}, at))
    for table in TABLES.keys() & said.keys():
        entries = said[table] if isinstance(said[table], list) else [said[table]]
        for number, values in enumerate(entries):
            if isinstance(values, dict):
                draft.tables[table].append(entry(values, (*at, table, number)))
            else:
                place = Place(path, nearest((*at, table, number), lines))
                what = "“{name}” can't be {value}"
                mistakes.append(
                    Mistake(what, "write entries with names and values", place, {"name": table, "value": values})
                )
    return draft


# --- spreadsheets


def _of_sheets(path: Path) -> Read:
    by_name = {plain(name): table for table, names in SHEETS.items() for name in names}
    sheets: dict[str, Worksheet] = {}
    warnings: list[Mistake] = []
    for sheet in worksheets_of(path):
        if table := by_name.get(plain(sheet.name)):
            sheets.setdefault(table, sheet)
        else:
            place, known = Place(path, cell=Cell(sheet=sheet.name)), "، ".join(names[0] for names in SHEETS.values())
            warnings.append(
                Mistake("this sheet is not read", "name it one of {known}, if it should be", place, {"known": known})
            )
    about = _about(path, sheets)
    mistakes: list[Mistake] = []
    drafts = _headings(path, sheets, mistakes)
    for table in TABLES:
        if table in sheets:
            _add_rows(table, sheets[table], drafts, mistakes)
    read = _whole(path, about, list(drafts.values()), mistakes)
    return replace(read, warnings=tuple(warnings))


def _about(path: Path, sheets: Mapping[str, Worksheet]) -> About:
    """What the sheet of the whole report says: a name in each row, and its value beside it."""
    if "report" not in sheets:
        raise BadInput.of(
            "there is no sheet “{name}”",
            todo="add it, with two columns: دوره and سال in the first, their values in the second",
            place=Place(path),
            name=SHEETS["report"][0],
        )
    fields = {plain(name): field for field, names in _ABOUT.items() for name in names}
    said: dict[str, object] = {}
    rows: dict[str, int] = {}
    for number, cells in enumerate(sheets["report"].cells, 1):
        name, value = (*(cell.text for cell in cells), "", "")[:2]
        if (field := fields.get(plain(name))) and value:
            said[field] = _WORDS.get(field, {}).get(value, value)
            rows[field] = number

    def place(location: Location) -> Place:
        row = rows.get(str(location[0])) if location else None
        return Place(path, cell=Cell(row, sheet=sheets["report"].name))

    try:
        return About.model_validate(said)
    except ValidationError as error:
        raise BadInput(mistakes_of(error, place)) from None


def _headings(path: Path, sheets: Mapping[str, Worksheet], mistakes: list[Mistake]) -> dict[str, Draft]:
    """Plain name → draft of each department; a second one of a name is kept under its row, to be told."""
    if "departments" not in sheets:
        raise BadInput.of("there is no sheet “{name}”", todo="add it", place=Place(path), name=SHEETS["departments"][0])
    drafts: dict[str, Draft] = {}
    for row, entry in _entries("departments", sheets["departments"], ("name",), mistakes):
        name = plain(str(entry.said.get("name", "")))
        drafts[f"{name}#{row.number}" if name in drafts else name] = Draft(entry)
    return drafts


def _add_rows(table: str, sheet: Worksheet, drafts: Mapping[str, Draft], mistakes: list[Mistake]) -> None:
    needed = ("department", *(name for name, field in TABLES[table][0].model_fields.items() if field.is_required()))
    for _, entry in _entries(table, sheet, needed, mistakes):
        said = dict(entry.said)
        name = str(said.pop("department", ""))
        if plain(name) in drafts:
            drafts[plain(name)].tables[table].append(Entry(said, entry.place))
        else:
            what = "there is no department “{name}”" if name else "it is not said of which department this is"
            todo = "add it to the sheet of departments, or correct its name" if name else "fill it in"
            mistakes.append(Mistake(what, todo, entry.place("department"), {"name": name}))


def _entries(
    table: str, sheet: Worksheet, needed: Sequence[str], mistakes: list[Mistake]
) -> Iterator[tuple[Row, Entry]]:
    """The rows of a sheet without empty cells; rows and columns that are wrong are told."""
    headers = COLUMNS[table]
    found = sheet.under(headers, needed)
    if found is None:
        names = "، ".join(headers[name][0] for name in needed)
        mistakes.append(
            Mistake(
                "the sheet has not all of the columns {names}",
                "write these headers into its first row",
                Place(sheet.path, cell=Cell(sheet=sheet.name)),
                {"names": names},
            )
        )
        return
    for row in _as_merged(found.rows):
        mistakes += row.mistakes
        if not row.mistakes:
            place = _place_in(found, row)
            yield row, Entry(dict(_filled(row.said, place, mistakes)), place)


def _as_merged(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each with its department: a cell that is merged with those below it says it for their rows too."""
    above = ""
    for row in rows:
        above = row.said.get("department", "") or (above if row.said else "")
        yield replace(row, said={**row.said, "department": above}) if above else row


def _filled(said: Mapping[str, str], place: PlaceOf, mistakes: list[Mistake]) -> Iterator[tuple[str, str]]:
    """What is not empty, Persian words for choices in the model's own; another word is told and left out."""
    for name, text in said.items():
        words = _WORDS.get(name, {})
        if words and text and text not in (*words, *words.values()):
            what, todo = "“{word}” is not a word that is known here", "write one of {known}, or nothing"
            mistakes.append(Mistake(what, todo, place(name), {"word": text, "known": "، ".join(words)}))
        elif text:
            yield name, words.get(text, text)


def _place_in(sheet: Spreadsheet, row: Row) -> PlaceOf:
    return lambda field: sheet.place(row.number, field)
