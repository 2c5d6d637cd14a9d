"""What a review says of a template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.errors import Mistake

type Level = Literal["error", "warning", "note"]

LEVELS: tuple[Level, ...] = ("error", "warning", "note")


class Seen(NamedTuple):
    """A trial: the id of its format, and which words it had: sample, shortest or longest."""

    format: str
    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend, or to know. `seen` names the trials that showed it; none where the file itself says it."""

    level: Level
    mistake: Mistake
    seen: tuple[Seen, ...] = ()
