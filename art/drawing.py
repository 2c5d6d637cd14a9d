"""`Drawing`: paper-cut layers in four tones, on the way from a drawing program to a symbol file.

Tone 1 is the main colour, 2 its lighter self on the side of the light (upper left), 3 its darker self in the
shadow, 4 a second colour for leaves, ground and metal. Everything is a filled outline: nothing is stroked, so
a symbol may be scaled, cut and recoloured freely.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal, NamedTuple

from engine.ornament.geometry import ORIGIN, Point
from engine.ornament.path import Box, Path, merged
from engine.ornament.pen import Knot, rectangle, swelling_stroke

type Tone = Literal[1, 2, 3, 4]

SIZE = 1000.0
MARGIN = 40.0  # the air that every symbol keeps around itself
LARGEST = 23_500  # bytes of a symbol file
LINE, THIN = 28.0, 14.0  # the two line weights of the family


class Scheme(NamedTuple):
    """Sample colours, seen when the symbol is opened by itself."""

    main: str
    light: str
    dark: str
    second: str


@dataclass(frozen=True, slots=True)
class Layer:
    """One sheet of coloured paper."""

    path: Path
    tone: Tone
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Layers from back to front. Every method returns a new drawing; `a + b` lays b over a."""

    layers: tuple[Layer, ...] = ()

    def __add__(self, other: Drawing) -> Drawing:
        return Drawing(self.layers + other.layers)

    def map(self, change: Callable[[Path], Path]) -> Drawing:
        """Every layer's path changed; layers that vanish are dropped."""
        changed = (replace(layer, path=oriented(change(layer.path))) for layer in self.layers)
        return Drawing(tuple(layer for layer in changed if layer.path))

    def translate(self, dx: float, dy: float = 0.0) -> Drawing:
        return self.map(lambda path: path.translate(dx, dy))

    def scale(self, sx: float, sy: float | None = None, about: Point = ORIGIN) -> Drawing:
        return self.map(lambda path: path.scale(sx, sy, about))

    def rotate(self, angle: float, about: Point = ORIGIN) -> Drawing:
        return self.map(lambda path: path.rotate(angle, about))

    def mirror_x(self, axis: float = 0.0) -> Drawing:
        return self.map(lambda path: path.mirror_x(axis))

    def at(self, x: float, y: float, size: float = 1.0, angle: float = 0.0) -> Drawing:
        """What was drawn about the origin: scaled, turned, then put at (x, y)."""
        return self.scale(size).rotate(angle).translate(x, y)

    def inside(self, frame: Path) -> Drawing:
        """Only what lies within `frame`."""
        return self.map(lambda path: tidy(path & frame))

    def without(self, hole: Path) -> Drawing:
        """`hole` cut through all layers."""
        return self.map(lambda path: tidy(path - hole))

    def toned(self, tones: Mapping[int, Tone]) -> Drawing:
        """Tones exchanged; those that are not named stay."""
        return Drawing(tuple(replace(layer, tone=tones.get(layer.tone, layer.tone)) for layer in self.layers))

    @property
    def outline(self) -> Path:
        """The silhouette: the union of all layers."""
        return union(*(layer.path for layer in self.layers))

    @property
    def box(self) -> Box:
        return merged(layer.path for layer in self.layers).box

    def fit(self, x: float, y: float, width: float, height: float) -> Drawing:
        """Scaled evenly and centred to fit into a rectangle."""
        box = self.box
        ratio = min(width / box.width, height / box.height)
        cx, cy = box.center
        return self.translate(-cx, -cy).scale(ratio).translate(x + width / 2, y + height / 2)

    def framed(self) -> Drawing:
        """Fitted into the square of a symbol, within its margin."""
        return self.fit(MARGIN, MARGIN, SIZE - 2 * MARGIN, SIZE - 2 * MARGIN)

    def svg(self, scheme: Scheme) -> str:
        """The symbol file: neighbouring layers of one tone are one path, steps of 0.1, or of 1 where they are many."""
        fine = self._written(scheme, 1)
        return fine if len(fine) < LARGEST else self._written(scheme, 0)

    def _written(self, scheme: Scheme, digits: int) -> str:
        rows = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">']
        for layer in self._gathered():
            faint = f' opacity="{layer.opacity:g}"' if layer.opacity < 1 else ""
            colour = scheme[layer.tone - 1]
            rows.append(f'<path class="fill-tone-{layer.tone}" fill="{colour}"{faint} d="{layer.path.d(digits)}"/>')
        return "\n".join([*rows, "</svg>", ""])

    def _gathered(self) -> list[Layer]:
        gathered: list[Layer] = []
        for layer in self.layers:
            last = gathered[-1] if gathered else None
            if last and last.tone == layer.tone and last.opacity == layer.opacity == 1:
                gathered[-1] = replace(last, path=last.path + layer.path)
            else:
                gathered.append(layer)
        return gathered


# --- laying down paper


def paper(tone: Tone, *paths: Path, opacity: float = 1.0) -> Drawing:
    """Sheets of one tone. Paths may overlap in any sense of drawing; each by itself may have holes."""
    sheet = merged(oriented(path) for path in paths if path)
    return Drawing((Layer(sheet, tone, opacity),)) if sheet else Drawing()


def main(*paths: Path, opacity: float = 1.0) -> Drawing:
    return paper(1, *paths, opacity=opacity)


def light(*paths: Path, opacity: float = 1.0) -> Drawing:
    return paper(2, *paths, opacity=opacity)


def dark(*paths: Path, opacity: float = 1.0) -> Drawing:
    return paper(3, *paths, opacity=opacity)


def second(*paths: Path, opacity: float = 1.0) -> Drawing:
    return paper(4, *paths, opacity=opacity)


def shadow(*paths: Path) -> Drawing:
    """A veil of the darkest tone: the shadow side of the second colour, or a cast shadow."""
    return paper(3, union(*paths), opacity=0.32)


def gleam(*paths: Path) -> Drawing:
    """A veil of the lightest tone: the light side of the second colour."""
    return paper(2, union(*paths), opacity=0.45)


def stack(*drawings: Drawing) -> Drawing:
    """All drawings, the last one in front."""
    return Drawing(tuple(layer for drawing in drawings for layer in drawing.layers))


# --- shapes


def signed_area(path: Path) -> float:
    """Positive where most of the path runs clockwise on the screen."""
    total = 0.0
    for line in path.flat(6):
        total += sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, [*line[1:], line[0]], strict=True))
    return total / 2


def oriented(path: Path) -> Path:
    """The path with its outer contours clockwise."""
    return path.reversed() if signed_area(path) < 0 else path


def union(*paths: Path) -> Path:
    """The union of shapes drawn in any sense."""
    return merged(oriented(path) for path in paths if path).simplify()


def minus(shape: Path, *holes: Path) -> Path:
    """A shape with holes cut."""
    return reduce(lambda rest, hole: tidy(rest - hole), holes, shape)


def tidy(path: Path, smallest: float = 30.0) -> Path:
    """The path without the slivers that cutting leaves (contours under `smallest` square units)."""
    return Path(tuple(c for c in path.contours if abs(signed_area(Path((c,)))) >= smallest))


def shade(shape: Path, dx: float, dy: float = 0.0) -> Path:
    """The rim of a shape that is left when it moves away by (-dx, -dy): its side towards (dx, dy)."""
    return tidy(shape - shape.translate(-dx, -dy))


def line(*knots: Knot, width: float = THIN, ends: float = 0.35) -> Path:
    """A reed-pen line: full in the middle, `ends` of its width at both ends."""
    return swelling_stroke(list(knots), [width * ends, width, width * ends])


def taper(*knots: Knot, width: float = LINE, tip: float = 0.0) -> Path:
    """A stroke that begins at its full width and thins to `tip` of it."""
    return swelling_stroke(list(knots), [width, width * 0.8, width * tip])


def half_plane(x: float | None = None, y: float | None = None) -> Path:
    """Everything right of x, or below y."""
    far = 5 * SIZE
    return rectangle(-far if x is None else x, -far if y is None else y, 2 * far, 2 * far)
