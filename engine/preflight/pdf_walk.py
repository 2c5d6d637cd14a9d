"""What a page of any PDF paints, in the order it is painted: where, in which colours, from which font or picture.

The drawing itself is not looked at, only its operators (ISO 32000-2, annex A). A clip counts by its bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any, Literal

import pikepdf

from engine.svg import Box
from engine.typography.matrix import IDENTITY, Matrix, multiply

type Kind = Literal["fill", "stroke", "text", "picture", "shading"]

DEEPEST = 12  # forms in forms
MOST_OPERATIONS = 5_000_000  # of a page; a file from anywhere may ask for more than anyone can wait for
NOWHERE = Box(-1e9, -1e9, 0, 0)  # a clip that nothing shows through
TYPICAL_ADVANCE = 0.5  # em; to guess how long shown text is


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour: its space by ISO 32000's name (of ICC profiles with their channels: ICCBased3), and its parts."""

    space: str
    parts: tuple[float, ...] = ()


BLACK = Ink("DeviceGray", (0.0,))


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing on a page. `box` is in pt, y upwards. `width` of a line in pt, `ppi` of a picture as it lies there."""

    kind: Kind
    box: Box
    ink: Ink
    width: float = 0.0
    overprints: bool = False
    opaque: bool = True
    visible: bool = True
    font: str = ""
    font_embedded: bool = True
    ppi: float = 0.0
    stream: pikepdf.Stream | None = None


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = IDENTITY
    clip: Box | None = None
    fill: Ink = BLACK
    stroke: Ink = BLACK
    width: float = 1.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    fill_opaque: bool = True
    stroke_opaque: bool = True
    blends: bool = False
    veiled: bool = False  # by the group it is in
    font: Any = None
    font_size: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    mode: int = 0

    @property
    def fills_opaquely(self) -> bool:
        return self.fill_opaque and not self.blends and not self.veiled

    @property
    def strokes_opaquely(self) -> bool:
        return self.stroke_opaque and not self.blends and not self.veiled


@dataclass
class _Path:
    points: list[tuple[float, float]] = field(default_factory=list)
    clips: bool = False


_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))


def painted(page: pikepdf.Page) -> Iterator[Painted]:
    """All that a page paints, also outside its boxes."""
    yield from _Walk().content(page, page.obj.get("/Resources", pikepdf.Dictionary()), _State(), 0)


class _Walk:
    def __init__(self) -> None:
        self._left = MOST_OPERATIONS

    def content(self, stream: Any, resources: Any, state: _State, depth: int) -> Iterator[Painted]:
        saved: list[_State] = []
        path, line, start = _Path(), IDENTITY, IDENTITY
        for instruction in pikepdf.parse_content_stream(stream):
            operands: Any = instruction.operands
            self._left -= 1
            if self._left < 0:
                return
            name = str(instruction.operator)
            try:
                if name == "q":
                    saved.append(state)
                elif name == "Q":
                    state = saved.pop() if saved else state
                elif name in ("m", "l", "c", "v", "y", "re"):
                    _trace(path, name, _floats(operands), state.matrix)
                elif name in ("W", "W*"):
                    path.clips = True
                elif name in _FILLS or name in _STROKES or name == "n":
                    yield from _path_painted(path, name, state)
                    if path.clips:
                        state = replace(state, clip=_common(state.clip, _around(path.points)) or NOWHERE)
                    path = _Path()
                elif name == "Do":
                    yield from self._external(resources["/XObject"][operands[0]], resources, state, depth)
                elif name == "INLINE IMAGE":
                    yield from _picture(operands[0].obj if hasattr(operands[0], "obj") else {}, resources, state)
                elif name == "sh":
                    shading = resources["/Shading"][operands[0]]
                    box = state.clip or Box(-1e6, -1e6, 2e6, 2e6)
                    ink = Ink(_space(shading.ColorSpace, resources))
                    yield Painted("shading", box, ink, opaque=state.fills_opaquely)
                elif name == "BT":
                    line = start = IDENTITY
                elif name == "Tm":
                    line = start = _matrix(_floats(operands))
                elif name in ("Td", "TD", "T*"):
                    x, y = (0.0, -state.leading) if name == "T*" else _floats(operands)
                    state = replace(state, leading=-y) if name == "TD" else state
                    line = start = multiply(start, (1, 0, 0, 1, x, y))
                elif name in _SHOWS:
                    if name in ("'", '"'):
                        line = start = multiply(start, (1, 0, 0, 1, 0, -state.leading))
                    shown, advance = _shown(operands[-1], state, line)
                    yield shown
                    line = multiply(line, (1, 0, 0, 1, advance, 0))
                else:
                    state = _set(state, name, operands, resources)
            except (KeyError, IndexError, TypeError, ValueError, AttributeError):
                continue  # an operator without what it needs paints nothing

    def _external(self, external: Any, resources: Any, state: _State, depth: int) -> Iterator[Painted]:
        if external.get("/Subtype") == "/Image":
            yield from _picture(external, resources, state)
        elif external.get("/Subtype") == "/Form" and depth < DEEPEST:
            matrix = multiply(state.matrix, _matrix(_floats(external.get("/Matrix", [1, 0, 0, 1, 0, 0]))))
            left, bottom, right, top = _floats(external["/BBox"])
            corners = [_moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            clip = _common(state.clip, _around(corners)) or NOWHERE
            inner = replace(state, matrix=matrix, clip=clip, veiled=not state.fills_opaquely)
            yield from self.content(external, external.get("/Resources", resources), inner, depth + 1)


def _trace(path: _Path, name: str, numbers: list[float], matrix: Matrix) -> None:
    if name == "re":
        x, y, width, height = numbers
        pairs = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    else:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    path.points += [_moved(matrix, *pair) for pair in pairs]


def _path_painted(path: _Path, name: str, state: _State) -> Iterator[Painted]:
    box = _around(path.points)
    if box is None:
        return
    filled = _common(state.clip, box)
    if name in _FILLS and filled:
        yield Painted("fill", filled, state.fill, overprints=state.fill_overprints, opaque=state.fills_opaquely)
    width = state.width * _scale(state.matrix)
    drawn = _common(state.clip, box.grown(width / 2, width / 2))
    if name in _STROKES and drawn:
        yield Painted("stroke", drawn, state.stroke, width, state.stroke_overprints, state.strokes_opaquely)


def _picture(image: Any, resources: Any, state: _State) -> Iterator[Painted]:
    corners = [_moved(state.matrix, x, y) for x in (0, 1) for y in (0, 1)]
    box = _common(state.clip, _around(corners))
    if box is None:
        return
    a, b, c, d, _, _ = state.matrix
    width, height = float(image.get("/Width", image.get("/W", 1))), float(image.get("/Height", image.get("/H", 1)))
    inches = max(hypot(a, b) / 72, 1e-9), max(hypot(c, d) / 72, 1e-9)
    is_mask = bool(image.get("/ImageMask", image.get("/IM", False)))
    space = image.get("/ColorSpace", image.get("/CS"))
    ink = state.fill if is_mask else Ink(_space(space, resources) if space is not None else "")
    opaque = state.fills_opaquely and "/SMask" not in image
    stream = image if isinstance(image, pikepdf.Stream) else None
    ppi = min(width / inches[0], height / inches[1])
    yield Painted("picture", box, ink, ppi=ppi, opaque=opaque, stream=stream)


def _shown(words: Any, state: _State, line: Matrix) -> tuple[Painted, float]:
    """Shown text, and how far it goes on in text space."""
    composite = state.font is not None and state.font.get("/Subtype") == "/Type0"
    parts = list(words) if isinstance(words, pikepdf.Array) else [words]
    glyphs = sum(len(bytes(each)) for each in parts if isinstance(each, pikepdf.String)) / (2 if composite else 1)
    kerns = sum(float(each) for each in parts if not isinstance(each, pikepdf.String)) / 1000
    advance = (glyphs * TYPICAL_ADVANCE - kerns) * state.font_size * state.stretch
    matrix = multiply(state.matrix, line)
    corners = [_moved(matrix, x, y) for x in (0, advance) for y in (-0.2 * state.font_size, 0.8 * state.font_size)]
    box = _around(corners) or Box(0, 0, 0, 0)
    name, embedded = _font(state.font)
    visible = state.mode not in (3, 7)
    ink, overprints = (
        (state.stroke, state.stroke_overprints) if state.mode == 1 else (state.fill, state.fill_overprints)
    )
    shown = Painted(
        "text", box, ink, 0.0, overprints, state.fills_opaquely, visible=visible, font=name, font_embedded=embedded
    )
    return shown, advance


def _font(font: Any) -> tuple[str, bool]:
    """A font's name, and whether its program is in the file."""
    if font is None:
        return "", False
    if font.get("/Subtype") == "/Type3":
        return str(font.get("/Name", "Type3")), True
    name = str(font.get("/BaseFont", "")).lstrip("/")
    descendant = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = descendant.get("/FontDescriptor", pikepdf.Dictionary())
    return name, any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _set(state: _State, name: str, operands: Sequence[Any], resources: Any) -> _State:
    """The state after an operator that sets something."""
    match name:
        case "cm":
            return replace(state, matrix=multiply(state.matrix, _matrix(_floats(operands))))
        case "w":
            return replace(state, width=float(operands[0]))
        case "g" | "rg" | "k":
            return replace(state, fill=Ink(_DEVICE[name], tuple(_floats(operands))))
        case "G" | "RG" | "K":
            return replace(state, stroke=Ink(_DEVICE[name.lower()], tuple(_floats(operands))))
        case "cs":
            return replace(state, fill=Ink(_space(operands[0], resources)))
        case "CS":
            return replace(state, stroke=Ink(_space(operands[0], resources)))
        case "sc" | "scn":
            return replace(state, fill=_coloured(state.fill, operands, resources))
        case "SC" | "SCN":
            return replace(state, stroke=_coloured(state.stroke, operands, resources))
        case "Tf":
            return replace(state, font=resources["/Font"][operands[0]], font_size=float(operands[1]))
        case "Tz":
            return replace(state, stretch=float(operands[0]) / 100)
        case "TL":
            return replace(state, leading=float(operands[0]))
        case "Tr":
            return replace(state, mode=int(operands[0]))
        case "gs":
            return _with_graphics_state(state, resources["/ExtGState"][operands[0]])
    return state


def _with_graphics_state(state: _State, given: Any) -> _State:
    stroke = bool(given.get("/OP", state.stroke_overprints))
    return replace(
        state,
        stroke_overprints=stroke,
        fill_overprints=bool(given.get("/op", stroke if "/OP" in given else state.fill_overprints)),
        fill_opaque=float(given.get("/ca", 1.0 if state.fill_opaque else 0.5)) >= 1,
        stroke_opaque=float(given.get("/CA", 1.0 if state.stroke_opaque else 0.5)) >= 1,
        blends=(
            state.blends
            if "/BM" not in given and "/SMask" not in given
            else given.get("/BM", "/Normal") not in ("/Normal", "/Compatible")
            or given.get("/SMask", "/None") != "/None"
        ),
        width=float(given.get("/LW", state.width)),
    )


def _coloured(ink: Ink, operands: Sequence[Any], resources: Any) -> Ink:
    if operands and isinstance(operands[-1], pikepdf.Name):  # a pattern
        pattern = resources["/Pattern"][operands[-1]]
        return Ink(_space_of_pattern(pattern, resources))
    return Ink(ink.space, tuple(_floats(operands)))


def _space_of_pattern(pattern: Any, resources: Any) -> str:
    """The colour space of a gradient, or of what is in a tile: DeviceRGB where there is any."""
    if pattern.get("/PatternType") == 2:
        return _space(pattern.Shading.ColorSpace, resources)
    tile = _Walk().content(pattern, pattern.get("/Resources", resources), _State(), DEEPEST)
    spaces = {each.ink.space for each in tile}
    return "DeviceRGB" if "DeviceRGB" in spaces else "Pattern"


def _space(space: Any, resources: Any) -> str:
    """The name of a colour space; of an indexed one, that of its colours."""
    if isinstance(space, pikepdf.Name):
        named = resources.get("/ColorSpace", {}).get(str(space))
        short = {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK"}
        if named is None or named == space:
            return short.get(str(space), str(space).lstrip("/"))
        return _space(named, resources)
    family = str(space[0]).lstrip("/")
    if family == "ICCBased":
        return f"ICCBased{int(space[1].N)}"
    if family in ("Indexed", "I"):
        return _space(space[1], resources)
    if family == "Separation":
        return f"Separation {str(space[1]).lstrip('/')}"
    if family == "Pattern":
        return "Pattern"
    return family


def _floats(numbers: Any) -> list[float]:
    return [float(each) for each in numbers]


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def _around(points: Sequence[tuple[float, float]]) -> Box | None:
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _common(a: Box | None, b: Box | None) -> Box | None:
    """What two boxes have in common; None where that is nothing, and `b` where there is no `a`."""
    return b if a is None or b is None else a.common(b)
