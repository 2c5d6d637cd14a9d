"""The timeline of a video: which scenes a frame shows, how far each is on, and how much of it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

RATE = 25  # frames a second, as European television
DISSOLVE = 0.6  # seconds in which a scene comes over the one before


class Shown(NamedTuple):
    """A scene in a frame: its index, the seconds since its begin, and its share of what is seen, 0 to 1."""

    scene: int
    seconds: float
    share: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Scenes one after another. `starts` are their first frames, and last the number of all frames."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Timeline:
        """The timeline of scenes that stand this long."""
        return cls(tuple(round(each * RATE) for each in accumulate(seconds, initial=0.0)))

    @property
    def frames(self) -> int:
        return self.starts[-1]

    def scene_seconds(self, scene: int) -> float:
        """How long a scene moves: until the one after it has covered it."""
        return (self.starts[scene + 1] - self.starts[scene]) / RATE + DISSOLVE

    def shown(self, frame: int) -> tuple[Shown, ...]:
        """The scenes of a frame, the lower one first; one, or two in a dissolve."""
        scene = next(n for n, (start, end) in enumerate(pairwise(self.starts)) if start <= frame < end)
        since = (frame - self.starts[scene]) / RATE
        share = eased(since / DISSOLVE) if scene else 1.0
        if share >= 1.0:
            return (Shown(scene, since, 1.0),)
        before = (frame - self.starts[scene - 1]) / RATE
        return Shown(scene - 1, before, 1.0), Shown(scene, since, share)


def eased(share: float) -> float:
    """A share of a way that begins and ends gently (smoothstep), held within 0 and 1."""
    held = min(1.0, max(0.0, share))
    return held * held * (3 - 2 * held)
