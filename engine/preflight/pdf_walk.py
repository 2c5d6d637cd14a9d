"""What a page of any PDF paints, in the order it is painted: where, in which colours, from which font or picture.

The drawing itself is not looked at, only its operators (ISO 32000-2, annex A). A clip counts by its bounds. What a file
says wrongly paints nothing, and a form is read once, however often it is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from math import hypot
from typing import Any, Literal

import pikepdf

from engine.export.pdf import foreign
from engine.export.pdf.foreign import Malformed, Page, item, keys, name_or, number_or
from engine.matrix import IDENTITY, Matrix, multiply, scale_of
from engine.preflight.pdf_operators import INLINE, Budget, Name, Operand, Operation, TooMuch, operations
from engine.svg import Box

type Kind = Literal["fill", "stroke", "text", "picture", "shading"]

DEEPEST = 12  # forms in forms
MOST_DRAWN = 64_000_000  # bytes of a content stream
# What these count as: they take longer
TOKENS_OF_PAINTED, TOKENS_OF_CLIP, TOKENS_OF_STATE, TOKENS_OF_FORM = 15, 60, 25, 60
DEEPEST_SPACE = 6  # colour spaces in colour spaces
FARTHEST = 1e12  # of any element of a matrix
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
class _Font:
    """`code` is how many bytes stand for a character."""

    name: str
    is_embedded: bool
    code: int


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
    font: _Font | None = None
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


_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_PAINTS = _FILLS | _STROKES | {"n"}
_POINTS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4}  # how many numbers each takes
_DEVICE = {"g": ("DeviceGray", 1), "rg": ("DeviceRGB", 3), "k": ("DeviceCMYK", 4)}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}  # as inline images have them
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_EVERYWHERE = Box(-1e6, -1e6, 2e6, 2e6)


class Drawing:
    """What the pages of a document paint. `is_whole` turns false where the budget is spent or something can't be read.

    Forms and tiles are known from one page to the next.
    """

    def __init__(self, budget: Budget) -> None:
        self.is_whole = True
        self.budget = budget
        self._forms: dict[tuple[int, int] | None, _Form | None] = {}
        self._spaces: dict[tuple[int, int] | None, str] = {}
        self._tiles = 0  # that are in one another

    def painted(self, page: Page) -> list[Painted]:
        """All that a page paints, also outside its boxes."""
        found = list[Painted]()
        try:
            drawn = operations(self._contents(page), self.budget)
            for each in _Walk(self).content(drawn, _Resources(page.resources), _State(), 0):
                self.budget.spend(TOKENS_OF_PAINTED)
                found.append(each)
        except (Malformed, TooMuch):
            self.is_whole = False
        return found

    def _contents(self, page: Page) -> bytes:
        """What a page draws: its content streams, one after the other."""
        known = dict[tuple[int, int] | None, bytes]()
        parts, left = [], MOST_DRAWN
        for stream in foreign.contents(page):
            key = foreign.identity(stream)
            if key not in known:
                known[key] = self.budget.unpacked(stream, MOST_DRAWN)
            parts.append(known[key])
            left -= len(known[key])
            if left < 0:
                raise TooMuch
        return b"\n".join(parts)

    def form(self, form: Any, outer: _Resources) -> _Form:
        """A form or a tile, read once. Those without resources of their own have those of where they are first met."""
        key = foreign.identity(form)
        if key not in self._forms:
            self._forms[key] = None
            try:
                self._forms[key] = _Form.of(form, outer, self.budget)
            except Malformed:
                self.is_whole = False
        known = self._forms[key]
        if known is None:
            raise Malformed
        return known

    def space_of_tile(self, tile: Any, outer: _Resources) -> str:
        """The colour space of what is in a tile: DeviceRGB where there is any."""
        key = foreign.identity(tile)
        if key not in self._spaces:
            self._spaces[key] = "Pattern"  # also of a tile in itself
            form = self.form(tile, outer)
            if self._tiles < DEEPEST:
                self._tiles += 1
                inside = list(_Walk(self).content(form.operations, form.resources, _State(), DEEPEST))
                self._tiles -= 1
                if any(each.ink.space == "DeviceRGB" for each in inside):
                    self._spaces[key] = "DeviceRGB"
        return self._spaces[key]


class _Resources:
    """What a page or a form names, each looked up once."""

    def __init__(self, given: Any) -> None:
        self._given = given
        self._known: dict[tuple[str, str], Any] = {}

    def named(self, kind: str, name: Operand, read: Callable[[Any], Any] = lambda value: value) -> Any:
        """What stands there under a name, read. Raises Malformed where nothing does."""
        if not isinstance(name, Name):
            raise Malformed
        if (kind, name) not in self._known:
            self._known[kind, name] = None  # also while it is read, where it names itself
            found = item(item(self._given, kind), f"/{name}")
            with suppress(Malformed):
                self._known[kind, name] = None if found is None else read(found)
        known = self._known[kind, name]
        if known is None:
            raise Malformed
        return known

    def space(self, space: Any, depth: int = 0) -> str:
        """The name of a colour space; of an indexed one, that of its colours."""
        if depth > DEEPEST_SPACE:
            raise Malformed
        if isinstance(space, Name):
            try:
                return str(self.named("/ColorSpace", space, lambda given: self.space(_unnamed(given), depth + 1)))
            except Malformed:
                return _SHORT.get(space, str(space))
        parts = [_unnamed(each) for each in (space if isinstance(space, list) else foreign.array(space))]
        family = parts[0] if parts and isinstance(parts[0], Name) else Name()
        second = parts[1] if len(parts) > 1 else None
        if family == "ICCBased":
            return f"ICCBased{foreign.integer(item(second, '/N'))}"
        if family in ("Indexed", "I"):
            return self.space(second, depth + 1)
        if family == "Separation":
            return f"Separation {second if isinstance(second, Name) else ''}"
        return str(family)


def _unnamed(value: Any) -> Any:
    """A name of the file as those of content streams are; any other value as it is."""
    return Name(foreign.name(value)) if isinstance(value, pikepdf.Name) else value


@dataclass(frozen=True, slots=True)
class _Form:
    """A form, or the tile of a pattern."""

    operations: list[Operation]
    resources: _Resources
    matrix: Matrix
    box: Box

    @classmethod
    def of(cls, form: Any, outer: _Resources, budget: Budget) -> _Form:
        box = foreign.box(item(form, "/BBox"))
        matrix = item(form, "/Matrix")
        own = item(form, "/Resources")
        drawn = list(operations(budget.unpacked(form, MOST_DRAWN), budget))
        return cls(
            drawn,
            outer if own is None else _Resources(own),
            IDENTITY if matrix is None else _matrix(foreign.numbers(matrix)),
            box,
        )


@dataclass(frozen=True, slots=True)
class _Picture:
    """Its size in pixels; the name of its colour space."""

    width: float
    height: float
    space: str
    is_mask: bool = False
    is_opaque: bool = True
    stream: pikepdf.Stream | None = None


class _Walk:
    """A page's, or a tile's: what a form paints in the same state once more is nothing new."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._met = set[tuple[int, _State]]()

    def content(
        self, drawn: Iterator[Operation] | list[Operation], resources: _Resources, state: _State, depth: int
    ) -> Iterator[Painted]:
        saved: list[_State] = []
        points: list[tuple[float, float]] = []
        clips = False
        line = start = IDENTITY
        for name, operands in drawn:
            try:
                if name in _POINTS:
                    numbers = _numbers(operands, _POINTS[name])
                    a, b, c, d, e, f = state.matrix
                    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                        points.append((a * x + c * y + e, b * x + d * y + f))
                elif name == "re":
                    x, y, width, height = _numbers(operands, 4)
                    corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
                    points += [_moved(state.matrix, *corner) for corner in corners]
                elif name == "q":
                    saved.append(state)
                elif name == "Q":
                    state = saved.pop() if saved else state
                elif name in ("W", "W*"):
                    self._drawing.budget.spend(TOKENS_OF_CLIP)
                    clips = True
                elif name in _PAINTS:
                    yield from _path_painted(points, name, state)
                    if clips:
                        state = replace(state, clip=_common(state.clip, _around(points)) or NOWHERE)
                    points, clips = [], False
                elif name == "Do":
                    external = resources.named("/XObject", _last(operands), partial(self._external, resources))
                    if isinstance(external, _Form):
                        yield from self._form(external, state, depth)
                    else:
                        yield from self._pixels(external, state)
                elif name == INLINE:
                    yield from self._pixels(_inline(operands[0], resources), state)
                elif name == "sh":
                    ink = resources.named("/Shading", _last(operands), partial(_ink_of_shading, resources))
                    yield Painted("shading", state.clip or _EVERYWHERE, ink, opaque=state.fills_opaquely)
                elif name == "BT":
                    line = start = IDENTITY
                elif name == "Tm":
                    line = start = _matrix(_numbers(operands, 6))
                elif name in ("Td", "TD", "T*"):
                    x, y = (0.0, -state.leading) if name == "T*" else _numbers(operands, 2)
                    state = replace(state, leading=-y) if name == "TD" else state
                    line = start = _times(start, (1, 0, 0, 1, x, y))
                elif name in _SHOWS:
                    if name in ("'", '"'):
                        line = start = _times(start, (1, 0, 0, 1, 0, -state.leading))
                    shown, advance = _shown(_last(operands), state, line)
                    yield shown
                    line = _times(line, (1, 0, 0, 1, advance, 0))
                else:
                    state = self._set(state, name, operands, resources)
            except Malformed:
                continue  # an operator without what it needs paints nothing

    def _external(self, resources: _Resources, external: Any) -> _Form | _Picture:
        kind = name_or(item(external, "/Subtype"))
        if kind == "Image":
            return _picture(external, resources)
        if kind == "Form":
            return self._drawing.form(external, resources)
        raise Malformed

    def _form(self, form: _Form, state: _State, depth: int) -> Iterator[Painted]:
        if depth >= DEEPEST or (id(form), state) in self._met:
            return
        self._met.add((id(form), state))
        self._drawing.budget.spend(TOKENS_OF_FORM)
        matrix, box = _times(state.matrix, form.matrix), form.box
        corners = [_moved(matrix, x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        clip = _common(state.clip, _around(corners)) or NOWHERE
        inner = replace(state, matrix=matrix, clip=clip, veiled=not state.fills_opaquely)
        yield from self.content(self._again(form.operations), form.resources, inner, depth + 1)

    def _pixels(self, picture: _Picture, state: _State) -> Iterator[Painted]:
        corners = [_moved(state.matrix, x, y) for x in (0, 1) for y in (0, 1)]
        box = _common(state.clip, _around(corners))
        if box is None:
            return
        a, b, c, d, _, _ = state.matrix
        inches = max(hypot(a, b) / 72, 1e-9), max(hypot(c, d) / 72, 1e-9)
        ink = state.fill if picture.is_mask else Ink(picture.space)
        opaque = state.fills_opaquely and picture.is_opaque
        ppi = min(picture.width / inches[0], picture.height / inches[1])
        yield Painted("picture", box, ink, ppi=ppi, opaque=opaque, stream=picture.stream)

    def _again(self, drawn: list[Operation]) -> Iterator[Operation]:
        """The operations of a form, which count each time that it is painted."""
        for operation in drawn:
            self._drawing.budget.spend(2 + len(operation[1]))
            yield operation

    def _set(self, state: _State, name: str, operands: list[Operand], resources: _Resources) -> _State:
        """The state after an operator that sets something."""
        self._drawing.budget.spend(TOKENS_OF_STATE)
        match name:
            case "cm":
                return replace(state, matrix=_times(state.matrix, _matrix(_numbers(operands, 6))))
            case "w":
                return replace(state, width=_number(operands))
            case "g" | "rg" | "k":
                space, count = _DEVICE[name]
                return replace(state, fill=Ink(space, _numbers(operands, count)))
            case "G" | "RG" | "K":
                space, count = _DEVICE[name.lower()]
                return replace(state, stroke=Ink(space, _numbers(operands, count)))
            case "cs":
                return replace(state, fill=Ink(resources.space(_last(operands))))
            case "CS":
                return replace(state, stroke=Ink(resources.space(_last(operands))))
            case "sc" | "scn":
                return replace(state, fill=self._coloured(state.fill, operands, resources))
            case "SC" | "SCN":
                return replace(state, stroke=self._coloured(state.stroke, operands, resources))
            case "Tf":
                if len(operands) < 2:
                    raise Malformed
                font = resources.named("/Font", operands[-2], _font)
                return replace(state, font=font, font_size=_number(operands))
            case "Tz":
                return replace(state, stretch=_number(operands) / 100)
            case "TL":
                return replace(state, leading=_number(operands))
            case "Tr":
                return replace(state, mode=int(_number(operands)))
            case "gs":
                return replace(state, **resources.named("/ExtGState", _last(operands), _changes))
        return state

    def _coloured(self, ink: Ink, operands: list[Operand], resources: _Resources) -> Ink:
        if not operands or not isinstance(operands[-1], Name):
            return Ink(ink.space, _numbers(operands, len(operands)))
        return Ink(resources.named("/Pattern", operands[-1], partial(self._space_of_pattern, resources)))

    def _space_of_pattern(self, resources: _Resources, pattern: Any) -> str:
        if number_or(item(pattern, "/PatternType"), 1) == 2:
            return _ink_of_shading(resources, item(pattern, "/Shading")).space
        return self._drawing.space_of_tile(pattern, resources)


def _ink_of_shading(resources: _Resources, shading: Any) -> Ink:
    return Ink(resources.space(_unnamed(item(shading, "/ColorSpace"))))


def _path_painted(points: list[tuple[float, float]], name: str, state: _State) -> Iterator[Painted]:
    box = _around(points) if name != "n" else None
    if box is None:
        return
    filled = _common(state.clip, box)
    if name in _FILLS and filled:
        yield Painted("fill", filled, state.fill, overprints=state.fill_overprints, opaque=state.fills_opaquely)
    width = state.width * scale_of(state.matrix)
    drawn = _common(state.clip, box.grown(width / 2, width / 2))
    if name in _STROKES and drawn:
        yield Painted("stroke", drawn, state.stroke, width, state.stroke_overprints, state.strokes_opaquely)


def _picture(image: Any, resources: _Resources) -> _Picture:
    """A picture that stands in the file by itself."""
    space = _unnamed(item(image, "/ColorSpace"))
    return _Picture(
        number_or(item(image, "/Width"), 1),
        number_or(item(image, "/Height"), 1),
        "" if space is None else resources.space(space),
        is_mask=foreign.truth(item(image, "/ImageMask")),
        is_opaque="/SMask" not in keys(image),
        stream=image if isinstance(image, pikepdf.Stream) else None,
    )


def _inline(image: Operand, resources: _Resources) -> _Picture:
    """A picture within the content stream."""
    given = image if isinstance(image, dict) else {}
    sides = (given.get("Width", given.get("W")), given.get("Height", given.get("H")))
    width, height = (side if isinstance(side, float) else 1.0 for side in sides)
    space = given.get("ColorSpace", given.get("CS"))
    is_mask = given.get("ImageMask", given.get("IM")) is True
    return _Picture(width, height, "" if space is None else resources.space(space), is_mask=is_mask)


def _shown(words: Operand, state: _State, line: Matrix) -> tuple[Painted, float]:
    """Shown text, and how far it goes on in text space."""
    font = state.font or _Font("", False, 1)
    parts = words if isinstance(words, list) else [words]
    glyphs = sum(len(each) for each in parts if isinstance(each, bytes)) / font.code
    kerns = sum(each for each in parts if isinstance(each, float)) / 1000
    advance = _near((glyphs * TYPICAL_ADVANCE - kerns) * state.font_size * state.stretch)
    matrix = _times(state.matrix, line)
    corners = [_moved(matrix, x, y) for x in (0, advance) for y in (-0.2 * state.font_size, 0.8 * state.font_size)]
    box = _around(corners) or Box(0, 0, 0, 0)
    visible = state.mode not in (3, 7)
    ink, overprints = (
        (state.stroke, state.stroke_overprints) if state.mode == 1 else (state.fill, state.fill_overprints)
    )
    shown = Painted(
        "text",
        box,
        ink,
        0.0,
        overprints,
        state.fills_opaquely,
        visible=visible,
        font=font.name,
        font_embedded=font.is_embedded,
    )
    return shown, advance


def _font(font: Any) -> _Font:
    """A font's name, and whether its program is in the file."""
    kind = name_or(item(font, "/Subtype"))
    if kind == "Type3":
        return _Font(foreign.told(name_or(item(font, "/Name"), "Type3")), True, 1)
    descendants = item(font, "/DescendantFonts")
    described = next(iter(foreign.array(descendants)), None) if descendants is not None else font
    programs = keys(item(described, "/FontDescriptor")) & {"/FontFile", "/FontFile2", "/FontFile3"}
    return _Font(foreign.told(name_or(item(font, "/BaseFont"))), bool(programs), 2 if kind == "Type0" else 1)


def _changes(given: Any) -> dict[str, Any]:
    """What a graphics state of the file sets of ours."""
    changes: dict[str, Any] = {}
    here = keys(given)
    if "/OP" in here:
        overprints = foreign.truth(item(given, "/OP"))
        changes |= {"stroke_overprints": overprints, "fill_overprints": overprints}
    if "/op" in here:
        changes["fill_overprints"] = foreign.truth(item(given, "/op"))
    for key, field in (("/ca", "fill_opaque"), ("/CA", "stroke_opaque")):
        if key in here:
            changes[field] = number_or(item(given, key), 1) >= 1
    if here & {"/BM", "/SMask"}:
        changes["blends"] = _mode(item(given, "/BM")) not in ("Normal", "Compatible") or (
            "/SMask" in here and name_or(item(given, "/SMask"), "a group") != "None"
        )
    if "/LW" in here:
        changes["width"] = number_or(item(given, "/LW"), 1)
    return changes


def _mode(given: Any) -> str:
    """A blend mode: the first, where there are several to choose from."""
    first = next(iter(foreign.array(given)), None) if isinstance(given, pikepdf.Array) else given
    return name_or(first, "Normal")


def _last(operands: Sequence[Operand]) -> Operand:
    if not operands:
        raise Malformed
    return operands[-1]


def _number(operands: Sequence[Operand]) -> float:
    return _numbers(operands, 1)[0]


def _numbers(operands: Sequence[Operand], count: int) -> tuple[float, ...]:
    """The last `count` operands."""
    numbers = tuple(operands[-count:]) if count else ()
    if len(numbers) != count or not all(type(each) is float for each in numbers):
        raise Malformed
    return numbers  # type: ignore[return-value]


def _matrix(numbers: tuple[float, ...]) -> Matrix:
    if len(numbers) != 6:
        raise Malformed
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """m · n, nowhere endless."""
    product = multiply(m, n)
    if not all(-FARTHEST <= each <= FARTHEST for each in product):
        raise Malformed
    return product


def _near(length: float) -> float:
    if not -FARTHEST <= length <= FARTHEST:
        raise Malformed
    return length


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: Sequence[tuple[float, float]]) -> Box | None:
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _common(a: Box | None, b: Box | None) -> Box | None:
    """What two boxes have in common; None where that is nothing, and `b` where there is no `a`."""
    return b if a is None or b is None else a.common(b)
