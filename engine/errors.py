"""What the user did wrong, said in one sentence: what, where, what to do."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self

SHORTEST_PART = 3  # letters by which a longer name is known
NAMES_SHOWN = 12  # of those that a wrong name may stand for
LONGEST = 399  # characters of a mistake's text, whatever the input
MOST_TOLD = 100  # mistakes told at once
_SHORTER = (LONGEST, 200, 120, 80, 50, 30, 15)  # characters left of each value until the text is short enough
_MOST_SHOWN = 1e20  # of numbers
_JOINERS = "\u200c\u200d\u200e\u200f"  # between letters and emoji: they are part of words


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a spreadsheet, as far as it is known: the sheet's name, the row from 1, the column's header."""

    row: int | None = None
    column: str = ""
    sheet: str = ""

    def text(self, language: str = "en", most: int = LONGEST) -> str:
        known = translations() if language == "fa" else {}
        parts = {"sheet “{name}”": self.sheet, "row {name}": self.row, "column “{name}”": self.column}
        comma = "، " if language == "fa" else ", "
        return comma.join(known.get(part, part).format(name=short(name, most)) for part, name in parts.items() if name)


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and where that is known the line in it (from 1) or the cell; `named` is where another file names it."""

    file: Path | str
    line: int | None = None
    cell: Cell | None = None
    named: Place | None = None

    def text(self, language: str = "en", most: int = LONGEST) -> str:
        """The place in words; of a name longer than `most` characters, the end."""
        if self.named:
            return f"{self.named.text(language, most)}: {replace(self, named=None).text(language, most)}"
        file = _short_path(self.file, most)
        if self.cell:
            return f"{file}: {self.cell.text(language, most)}"
        return f"{file}:{self.line}" if self.line else file

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
        """The sentence in English ("en") or Persian ("fa"); a message without a translation stays English.

        It is one line of less than 400 characters: where it would be longer, what the input says in it is cut short.
        """
        texts = (self._with_values(language, most) for most in _SHORTER)
        fitting = next((text for text in texts if len(text) <= LONGEST), None)
        return fitting or short(self._with_values(language, _SHORTER[-1]), LONGEST)

    def _with_values(self, language: str, most: int) -> str:
        """The sentence with at most so many characters of each value, and of each name in its place."""
        known = translations() if language == "fa" else {}
        values = {name: _told(value, language, most) for name, value in self.values.items()}
        parts = [known.get(part, part).format_map(values) for part in (self.what, self.todo) if part]
        sentence = ("؛ " if language == "fa" else "; ").join(parts) + "."
        return f"{self.place.text(language, most)}: {sentence}" if self.place else sentence

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


def told(mistakes: Iterable[Mistake], language: str = "en") -> Iterator[str]:
    """The lines that tell of mistakes or warnings, in order: the first hundred, then how many more there are."""
    mistakes = in_order(mistakes)
    for mistake in mistakes[:MOST_TOLD]:
        yield mistake.text(language)
    if len(mistakes) > MOST_TOLD:
        more = Mistake("{count} more are not told here", "correct those told above first, then try again")
        yield replace(more, values={"count": len(mistakes) - MOST_TOLD}).text(language)


def _told(value: object, language: str, most: int) -> object:
    if isinstance(value, Mistake):
        return short(value.text(language).removesuffix("."), most)
    if isinstance(value, Path):
        return _short_path(value, most)
    if isinstance(value, int | float) and abs(value) < _MOST_SHOWN:
        return value  # a message may say with how many digits
    return short(value, most)


def short(value: object, most: int = LONGEST) -> str:
    """A value on one line, its beginning where it has more than `most` characters."""
    text = str(value)
    if len(text) > most:
        end = most - 1
        while end > 0 and _belongs_to_letter_before(text[end]):  # no letter loses its marks
            end -= 1
        text = text[:end] + "…"
    return "".join(map(_harmless, text)) if not text.isprintable() else text


def _short_path(file: Path | str, most: int) -> str:
    """A file's name on one line, its end where it has more than `most` characters: there is the file's own name."""
    text = str(file)
    if len(text) > most:
        start = len(text) - most + 1
        while start < len(text) and _belongs_to_letter_before(text[start]):
            start += 1
        text = "…" + text[start:]
    return short(text, most)


def _belongs_to_letter_before(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or character in _JOINERS


def _harmless(character: str) -> str:
    """A character as it may be shown: nothing that breaks the line, speaks to the terminal or turns the text about."""
    if character in _JOINERS or character.isprintable():
        return character
    if character in "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029" or unicodedata.category(character) == "Zs":
        return " "
    if unicodedata.category(character) in ("Cs", "Cn", "Co"):
        return "\ufffd"
    return f"U+{ord(character):04X}"


class BadInput(Exception):
    """The input is wrong and the user can mend it: exit 2, no traceback."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(told(self.mistakes)))

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
