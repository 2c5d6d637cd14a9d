"""Spot colours: `data-spot="Gold"` on a shape or a text prints it with an ink of that name, on a plate of its own.

The drawing library knows no such inks. So what has one is drawn in a colour that nothing else has, and the colour's
place in the PDF is given to the ink.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name

from engine.errors import BadInput
from engine.scene import Scene
from engine.scene.model import Paint, Solid
from engine.scene.repaint import repainted

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.+-]{0,59}")
_PLATES = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))  # names that PDF itself gives a meaning
type Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """An ink by name. `looks` is its colour on the screen, `mark` the one it is drawn in; parts of red, green, blue."""

    name: str
    looks: Rgb
    mark: Rgb

    def space(self, inks: list[float]) -> Array:
        """Its colour space; `inks` are the four that stand in where the ink is not there (ISO 32000-2, 8.6.6.4)."""
        tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[round(each, 4) for each in inks])
        return Array([Name.Separation, Name(f"/{self.name}"), Name.DeviceCMYK, tint])


def with_marks(scene: Scene) -> tuple[Scene, tuple[Spot, ...]]:
    """The scene with spot colours drawn in their marks, and these spots.

    Raises BadInput for a name that is no ink's.
    """
    spots: dict[str, Spot] = {}

    def marked(paint: Paint) -> Paint:
        if not isinstance(paint, Solid) or paint.spot is None:
            return paint
        spot = spots.get(paint.spot) or Spot(_checked(paint.spot), paint.color[:3], _mark(len(spots)))
        spots[paint.spot] = spot
        return Solid((*spot.mark, paint.color[3]))

    drawn = repainted(scene, marked)
    return drawn, tuple(spots.values())


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name) or name in _PLATES:
        raise BadInput.of(
            "“{name}” is no name of a spot colour", todo="use Latin letters and digits, as in Gold", name=name
        )
    return name


def _mark(number: int) -> Rgb:
    """A colour between those that 8 bits can name."""
    return 0.500123, 0.499877, round(number / 255 + 0.001234, 6)
