"""What the user did wrong, said in one sentence: what, where, what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and the line in it (from 1) where that is known."""

    file: Path | str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else str(self.file)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `what` and `todo` are message ids: English templates whose {fields} `values` fills."""

    what: str
    todo: str = ""
    place: Place | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        """The sentence in English ("en") or Persian ("fa"); a message without a translation stays English."""
        known = translations() if language == "fa" else {}
        parts = [known.get(part, part).format_map(dict(self.values)) for part in (self.what, self.todo) if part]
        sentence = ("؛ " if language == "fa" else "; ").join(parts) + "."
        return f"{self.place}: {sentence}" if self.place else sentence

    def __str__(self) -> str:
        return self.text()


class BadInput(Exception):
    """The input is wrong and the user can mend it: exit 2, no traceback."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))

    def __reduce__(self) -> tuple[type[BadInput], tuple[tuple[Mistake, ...]]]:
        return type(self), (self.mistakes,)  # it crosses process borders

    @classmethod
    def of(cls, what: str, *, todo: str = "", place: Place | None = None, **values: object) -> Self:
        """A single mistake."""
        return cls([Mistake(what, todo, place, values)])


class BadInputValue(BadInput, ValueError):
    """A BadInput that pydantic carries to the place in the file it belongs to."""


@cache
def translations() -> Mapping[str, str]:
    """Message id → Persian template."""
    text = files("engine").joinpath("messages_fa.json").read_text(encoding="utf-8")
    catalogue: dict[str, str] = json.loads(text)
    return catalogue
