"""What a page, a form or a tile of a PDF is made of while it is written: operators, and what they call by name."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from pikepdf import Dictionary, Name, Object, Pdf, Stream

from engine.matrix import Matrix
from engine.scene.model import CLOSE, CURVE, LINE, MOVE, Outline
from engine.svg import Box

if TYPE_CHECKING:
    from engine.canvas.pdf_colours import Parts

DIGITS = 2  # behind the point, of coordinates: a hundredth of a point is 3.5 thousandths of a millimetre
FARTHEST = 1_000_000.0  # points: what is beyond is brought to there, for readers count in 32 bits
_LEVEL = 5  # of packing: 0.7% larger than 6, in half the time
_FEW = 24  # coordinates that are sooner moved one by one
_OPERATORS = {MOVE: "%.10g %.10g m\n", LINE: "%.10g %.10g l\n", CURVE: "%.10g %.10g %.10g %.10g %.10g %.10g c\n"}
_OPERATORS[CLOSE] = "h\n"
_PREFIXES = {"ExtGState": "g", "Pattern": "p", "Shading": "s", "XObject": "x", "ColorSpace": "c"}


class Content:
    """Operators one after another. `painted` is the box around all that they show, before it is clipped."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._resources: dict[str, dict[str, Object]] = {}
        self._names: dict[tuple[str, tuple[int, int]], str] = {}
        self.painted: Box | None = None

    def write(self, operators: str) -> None:
        """Adds operators."""
        self._written.append(operators)

    def paint(self, box: Box) -> None:
        """Tells where something shows."""
        self.painted = box if self.painted is None else self.painted.around(box)

    def name(self, kind: str, resource: Object) -> str:
        """What an indirect object is called by, of this kind of resources."""
        key = kind, resource.objgen
        if key not in self._names:
            known = self._resources.setdefault(kind, {})
            self._names[key] = f"/{_PREFIXES[kind]}{len(known)}"
            known[self._names[key]] = resource
        return self._names[key]

    @property
    def is_empty(self) -> bool:
        return not self._written

    @property
    def source(self) -> bytes:
        """All that was written."""
        return "\n".join(self._written).encode()

    def stream(self, document: Pdf, **entries: Object | str | int) -> Object:
        """All that was written, packed, as an object of a document; `entries` are those of its dictionary."""
        packed = zlib.compress(self.source, _LEVEL)
        return Stream(document, packed, Filter=Name.FlateDecode, Resources=self.resources, **entries)

    @property
    def resources(self) -> Dictionary:
        return Dictionary({f"/{kind}": Dictionary(named) for kind, named in self._resources.items()})


class Objects:
    """The objects of a document that several contents have in common."""

    def __init__(self, document: Pdf) -> None:
        self.document = document
        self._known: dict[Hashable, Object] = {}

    def once(self, key: Hashable, make: Callable[[], Object]) -> Object:
        """The object of a key, which says all that is in it: made when it is asked for first."""
        if key not in self._known:
            made = make()
            self._known[key] = made if made.is_indirect else self.document.make_indirect(made)
        return self._known[key]

    def dictionary(self, source: str, entries: Mapping[str, Object] | None = None) -> Object:
        """A dictionary as PDF writes it, with further `entries` that are objects of this document."""
        key = source, tuple((name, each.objgen) for name, each in (entries or {}).items())

        def made() -> Object:
            found = Object.parse(source.encode())
            for name, each in (entries or {}).items():
                found[name] = each
            return found

        return self.once(key, made)


def number(value: float) -> str:
    """A number with six digits that count, as short as it can be."""
    text = f"{value:.6g}"
    if "e" in text:
        text = f"{value:.12f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.0f}"
    return "0" if text == "-0" else text


def numbers(values: Sequence[float]) -> str:
    """Numbers one after another."""
    return " ".join(map(number, values))


def parts(values: Parts) -> str:
    """Parts of a colour, to a ten-thousandth."""
    return " ".join("%.10g" % (round(each, 4) + 0.0) for each in values)


def matrix(values: Matrix) -> str:
    """A matrix; where it moves to, as exact as coordinates are."""
    *turned, x, y = values
    return f"{numbers(turned)} {round(x, 4) + 0.0:.10g} {round(y, 4) + 0.0:.10g}"


def rectangle(box: Box) -> str:
    """A box as an array of its corners has it."""
    return numbers((box.x, box.y, box.right, box.bottom))


def placed(points: array[float], matrix: Matrix) -> list[float]:
    """Coordinates where a matrix leads, as exact as they are written."""
    a, b, c, d, e, f = matrix
    if len(points) > _FEW:
        given = np.frombuffer(points, np.float64).reshape(-1, 2)
        found = given @ np.array(((a, b), (c, d))) + np.array((e, f))
        flat = np.round(found.clip(-FARTHEST, FARTHEST), DIGITS) + 0.0
        return flat.reshape(-1).tolist()  # type: ignore[no-any-return]
    moved: list[float] = []
    for x, y in zip(points[::2], points[1::2], strict=True):
        moved += (a * x + c * y + e, b * x + d * y + f)
    return [round(min(max(each, -FARTHEST), FARTHEST), DIGITS) + 0.0 for each in moved]


def path(outline: Outline, points: list[float]) -> str:
    """The operators of an outline whose points have come to lie elsewhere."""
    return "".join(map(_OPERATORS.__getitem__, outline.operations)) % tuple(points)


def around(points: list[float]) -> Box:
    """The box around coordinates; at least one pair."""
    xs, ys = points[::2], points[1::2]
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)
