"""Spot colours: `data-spot="Gold"` on a shape or a text prints it with an ink of that name, on a plate of its own.

The drawing library knows no such inks. So what has one is drawn in a colour that nothing else has, and the colour's
place in the PDF is given to the ink.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from pikepdf import Array, Dictionary, Name

from engine.errors import BadInput
from engine.export.nodes import Rgba, color
from engine.export.styles import Styles, override
from engine.svg import parse

ATTRIBUTE = "data-spot"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.+-]{0,59}")
_PLATES = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))  # names that PDF itself gives a meaning
_INITIAL = {"fill": "black", "stroke": "none"}

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


def with_marks(svg: bytes) -> tuple[bytes, tuple[Spot, ...]]:
    """The artwork with spot colours drawn in their marks, and these spots.

    Raises BadInput for a name that is no ink's, and where the paint is no flat colour.
    """
    if ATTRIBUTE.encode() not in svg:
        return svg, ()
    root = parse(svg, "artwork").getroot()
    styles = Styles(root)
    spots: dict[str, Spot] = {}
    for element in root.iter(etree.Element):
        name = element.get(ATTRIBUTE)
        if name is None:
            continue
        if not _NAME.fullmatch(name) or name in _PLATES:
            raise BadInput.of(
                "“{name}” is no name of a spot colour", todo="use Latin letters and digits, as in Gold", name=name
            )
        looks = {paint: styles.inherited(element, paint, initial) for paint, initial in _INITIAL.items()}
        for paint, value in looks.items():
            if value != "none":
                red, green, blue, alpha = _flat(value, name)
                spot = spots.setdefault(name, Spot(name, (red, green, blue), _mark(len(spots))))
                override(element, **{paint: f"rgb({' '.join(f'{part * 100:.4f}%' for part in spot.mark)} / {alpha:g})"})
    return etree.tostring(root), tuple(spots.values())


def _flat(value: str, name: str) -> Rgba:
    rgba = None if "url(" in value else color(value)
    if rgba is None:
        raise BadInput.of(
            "the spot colour “{name}” is painted with {paint}", todo="give it a flat colour", name=name, paint=value
        )
    return rgba


def _mark(number: int) -> Rgb:
    """A colour between those that 8 bits can name."""
    return 0.500123, 0.499877, round(number / 255 + 0.001234, 6)
