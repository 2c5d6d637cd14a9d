"""What preflight says: a finding names the element, where it is, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from engine.errors import Mistake
from engine.svg import Box

type Level = Literal["error", "warning"]

SHOWN_WORDS = 30  # characters of a text that stand for it in a message


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of an artwork. `element` is an id or the first words; `box` is in user units of the root."""

    level: Level
    message: Mistake
    element: str
    box: Box

    @property
    def is_error(self) -> bool:
        return self.level == "error"

    def what(self, language: str) -> str:
        """What is wrong, in English ("en") or Persian ("fa")."""
        return replace(self.message, todo="").text(language)

    def todo(self, language: str) -> str:
        """What to do about it."""
        message = self.message
        return replace(message, what=message.todo, todo="", place=None).text(language) if message.todo else ""


def first_words(words: str) -> str:
    """The beginning of a text, on one line, to be told by."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN_WORDS else f"{line[:SHOWN_WORDS].rstrip()}…"
