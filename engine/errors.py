"""What the user did wrong, said in one sentence: what, where, what to do."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self

SHORTEST_PART = 3  # letters by which a longer name is known
NAMES_SHOWN = 12  # of those that a wrong name may stand for


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a spreadsheet, as far as it is known: the sheet's name, the row from 1, the column's header."""

    row: int | None = None
    column: str = ""
    sheet: str = ""

    def text(self, language: str = "en") -> str:
        known = translations() if language == "fa" else {}
        parts = {"sheet “{name}”": self.sheet, "row {name}": self.row, "column “{name}”": self.column}
        comma = "، " if language == "fa" else ", "
        return comma.join(known.get(part, part).format(name=name) for part, name in parts.items() if name)


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and where that is known the line in it (from 1) or the cell; `named` is where another file names it."""

    file: Path | str
    line: int | None = None
    cell: Cell | None = None
    named: Place | None = None

    def text(self, language: str = "en") -> str:
        if self.named:
            return f"{self.named.text(language)}: {replace(self, named=None).text(language)}"
        if self.cell:
            return f"{self.file}: {self.cell.text(language)}"
        return f"{self.file}:{self.line}" if self.line else str(self.file)

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `what` and `todo` are message ids: English templates whose {fields} `values` fills.

    A value may be a mistake itself, which is told in the same language.
    """

    what: str
    todo: str = ""
    place: Place | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        """The sentence in English ("en") or Persian ("fa"); a message without a translation stays English."""
        known = translations() if language == "fa" else {}
        values = {name: _told(value, language) for name, value in self.values.items()}
        parts = [known.get(part, part).format_map(values) for part in (self.what, self.todo) if part]
        sentence = ("؛ " if language == "fa" else "; ").join(parts) + "."
        return f"{self.place.text(language)}: {sentence}" if self.place else sentence

    def __str__(self) -> str:
        return self.text()


def in_order(mistakes: Iterable[Mistake]) -> list[Mistake]:
    """Mistakes as whoever mends them goes through the files: by row or line, sheet after sheet and file after file, in
    the order in which these are first told of. What is said of a file as a whole comes after its lines."""
    mistakes = list(mistakes)
    parts = dict.fromkeys(part for mistake in mistakes for part, _ in _way_to(mistake.place))
    rank = {part: number for number, part in enumerate(parts)}
    return sorted(mistakes, key=lambda mistake: [(rank[part], row) for part, row in _way_to(mistake.place)])


def _way_to(place: Place | None) -> list[tuple[tuple[str, str], float]]:
    """A place and those that name it, the outermost first: file and sheet, row or line."""
    if place is None:
        return [(("", ""), math.inf)]
    outer = _way_to(place.named) if place.named else []
    if place.cell:
        return [*outer, ((str(place.file), place.cell.sheet), place.cell.row or 0)]
    return [*outer, ((str(place.file), ""), place.line or math.inf)]


def _told(value: object, language: str) -> object:
    return value.text(language).removesuffix(".") if isinstance(value, Mistake) else value


class BadInput(Exception):
    """The input is wrong and the user can mend it: exit 2, no traceback."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))

    def __reduce__(self) -> tuple[type[BadInput], tuple[tuple[Mistake, ...]]]:
        return type(self), (self.mistakes,)  # it crosses process borders

    def at(self, place: Place) -> BadInput:
        """The same, where mistakes that name no place have this one."""
        return BadInput(each if each.place else replace(each, place=place) for each in self.mistakes)

    @classmethod
    def of(cls, what: str, *, todo: str = "", place: Place | None = None, **values: object) -> Self:
        """A single mistake."""
        return cls([Mistake(what, todo, place, values)])


class BadInputValue(BadInput, ValueError):
    """A BadInput that pydantic carries to the place in the file it belongs to."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that was probably meant; where none is near, all, or the first of many: “title”, “date”."""
    from difflib import get_close_matches  # only where a name is wrong

    names = sorted(known)
    longer = [name for name in names if len(word) >= SHORTEST_PART and word in name]  # “yalda” is part of “yalda-night”
    near = longer[:1] or get_close_matches(word, names, n=1, cutoff=0.6)
    shown = near or names[:NAMES_SHOWN]
    return ", ".join(f"“{name}”" for name in shown) + (", …" if not near and len(names) > NAMES_SHOWN else "")


@cache
def translations() -> Mapping[str, str]:
    """Message id → Persian template."""
    text = files("engine").joinpath("messages_fa.json").read_text(encoding="utf-8")
    catalogue: dict[str, str] = json.loads(text)
    return catalogue
