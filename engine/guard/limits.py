"""What a piece of work may take, and what is said of one that took more."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.errors import BadInput, Mistake

SECONDS = 60.0  # of the processor
WALL = 2.0  # seconds on the clock for each of the processor: others work on the machine, too
MEMORY = 1500.0  # MB that are resident
SMALL = 16.0  # megapixels that need no more than this
LARGE = 250.0  # megapixels from where on pictures are drawn in strips alone
SECONDS_A_MEGAPIXEL = 1.0
MEMORY_A_MEGAPIXEL = 4.0  # a byte for each of red, green, blue and opacity


@dataclass(frozen=True, slots=True)
class Limit:
    """What one piece of work may take: seconds of the processor, seconds on the clock, MB of resident memory."""

    seconds: float
    wall: float
    memory: float

    @classmethod
    def none(cls) -> Limit:
        """As much as there is: for what others watch piece by piece."""
        return cls(math.inf, math.inf, math.inf)

    def excess(self, seconds: float, wall: float, memory: float) -> Mistake | None:
        """What there is to say of work that has taken so much; nothing while it is within its limits."""
        if memory > self.memory:
            return Mistake(
                "it took more than {limit} MB of memory and was ended",
                "simplify its drawing and its pictures, or allow more by --limit-memory",
                values={"limit": f"{self.memory:.0f}"},
            )
        if seconds > self.seconds:
            return Mistake(
                "it took more than {limit} seconds of the processor and was ended",
                "simplify its drawing and its pictures, or allow more by --limit-seconds",
                values={"limit": f"{self.seconds:g}"},
            )
        if wall > self.wall:
            return Mistake(
                "it was not done after {limit} seconds and was ended",
                "close other programs or run with fewer --jobs, or allow more by --limit-seconds",
                values={"limit": f"{self.wall:g}"},
            )
        return None


@dataclass(frozen=True, slots=True)
class Limits:
    """What the user allows each piece: seconds of the processor and MB of memory; None is ours, more for large ones."""

    seconds: float | None = None
    memory: float | None = None

    def of(self, pixels: float = 0) -> Limit:
        """The limit of a piece with so many pixels, in all its frames."""
        large = min(max(pixels / 1e6 - SMALL, 0), LARGE)
        seconds = self.seconds or round(SECONDS + large * SECONDS_A_MEGAPIXEL)
        return Limit(seconds, seconds * WALL, self.memory or MEMORY + large * MEMORY_A_MEGAPIXEL)


NO_WISHES = Limits()


class OverLimit(BadInput):
    """A piece took more than it may, and its process was ended."""


class ProcessDied(Exception):
    """A process died while it worked: memory ran out on the machine, or a renderer crashed."""


DIED = Mistake(
    "the process that made it was killed",
    "close other programs or run with fewer --jobs: memory may have run out",
)
