"""The people that plaques are for, one by one or from a spreadsheet whose faults are told by row and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import Mistake, Place
from engine.kinds.names import parted
from engine.persian.digits import LATIN_DIGITS

if TYPE_CHECKING:
    from engine.briefs.spreadsheet import Row, Spreadsheet

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
_NOBODY = Mistake("no row below the headers names anyone", "write the names there")
_NO_NAMES = Mistake("there is no column of names", "write «نام و نام خانوادگی» or “name” over it, in the first row")


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

    sheet: Spreadsheet
    people: tuple[Person, ...]
    mistakes: tuple[Mistake, ...]

    def place(self, person: Person, field: str) -> Place:
        """The cell of a person's field."""
        return self.sheet.place(person.row, field)


def people_of(path: Path) -> People:
    """The people of an .xlsx or .csv file, by the names of its columns.

    Raises BadInput for a file that can't be read or has no column of names; a bad row is left out and told.
    """
    from engine.briefs.spreadsheet import read  # one plaque does without

    sheet = read(path, HEADERS, needed=("name",), without=_NO_NAMES)
    people: list[Person] = []
    mistakes: list[Mistake] = []
    numbers: dict[str, int] = {}
    for row in sheet.rows:
        person, wrong = _person(row, sheet)
        same = person.number.translate(LATIN_DIGITS)
        first = numbers.setdefault(same, row.number) if same and not wrong else row.number
        if first != row.number:
            what = "“{number}” is the number of row {first} too"
            todo = "give each its own"
            wrong = [sheet.mistake(what, todo, row.number, "number", number=person.number, first=first)]
        if wrong:
            mistakes += wrong
        else:
            people.append(person)
    if not sheet.rows:
        mistakes.append(replace(_NOBODY, place=Place(path)))
    return People(sheet, tuple(people), tuple(mistakes))


def _person(row: Row, sheet: Spreadsheet) -> tuple[Person, list[Mistake]]:
    """The person of a row, and what is wrong with it."""
    said, mistakes = dict(row.said), list(row.mistakes)
    if not said:
        return Person("", row=row.number), mistakes
    name = f"{said.pop('name')} {said.pop('family', '')}".strip()
    for field, text in {"name": name, **said}.items():
        if len(text) > LONGEST[field]:
            mistakes.append(sheet.too_long(row.number, field, len(text), LONGEST[field]))
    if not name and not mistakes:
        what = "there is no name"
        mistakes.append(sheet.mistake(what, "fill it in", row.number, "name"))
    if not said.get("honorific"):
        said["honorific"], name = parted(name)
    return Person(name, **said, row=row.number), mistakes
