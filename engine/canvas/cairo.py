"""Cairo's surfaces as a canvas."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from math import ceil, floor, hypot
from typing import Any

from engine.canvas.canvas import LARGEST_PICTURE, Canvas, Drawing, FilterTime, onto
from engine.canvas.libcairo import cairocffi
from engine.canvas.lines import dots, told_apart
from engine.canvas.painter import paint
from engine.canvas.surfaces import decoded_file, pixels_of, surface_of
from engine.matrix import (
    IDENTITY,
    Matrix,
    inverse,
    is_invertible,
    multiply,
    scale_of,
    scaling,
    transformed,
    translation,
)
from engine.memory import Memory
from engine.scene import pathdata
from engine.scene.model import (
    CLOSE,
    CURVE,
    LINE,
    MOVE,
    POINTS,
    Clip,
    Filter,
    Group,
    LinearGradient,
    Mask,
    Outline,
    Paint,
    Pattern,
    Picture,
    RadialGradient,
    Rule,
    Scene,
    Solid,
    Stroke,
)
from engine.scene.pathdata import moved
from engine.svg import Box

type Surface = Any  # a cairocffi.Surface
type Source = Any  # a cairocffi.Pattern

_CAPS = {"butt": cairocffi.LINE_CAP_BUTT, "square": cairocffi.LINE_CAP_SQUARE, "round": cairocffi.LINE_CAP_ROUND}
_JOINS = {"miter": cairocffi.LINE_JOIN_MITER, "round": cairocffi.LINE_JOIN_ROUND, "bevel": cairocffi.LINE_JOIN_BEVEL}
_RULES = {"nonzero": cairocffi.FILL_RULE_WINDING, "evenodd": cairocffi.FILL_RULE_EVEN_ODD}
_EXTENDS = {"pad": cairocffi.EXTEND_PAD, "reflect": cairocffi.EXTEND_REFLECT, "repeat": cairocffi.EXTEND_REPEAT}
_BLENDS = {
    "multiply": cairocffi.OPERATOR_MULTIPLY,
    "screen": cairocffi.OPERATOR_SCREEN,
    "overlay": cairocffi.OPERATOR_OVERLAY,
    "darken": cairocffi.OPERATOR_DARKEN,
    "lighten": cairocffi.OPERATOR_LIGHTEN,
    "color-dodge": cairocffi.OPERATOR_COLOR_DODGE,
    "color-burn": cairocffi.OPERATOR_COLOR_BURN,
    "hard-light": cairocffi.OPERATOR_HARD_LIGHT,
    "soft-light": cairocffi.OPERATOR_SOFT_LIGHT,
    "difference": cairocffi.OPERATOR_DIFFERENCE,
    "exclusion": cairocffi.OPERATOR_EXCLUSION,
    "hue": cairocffi.OPERATOR_HSL_HUE,
    "saturation": cairocffi.OPERATOR_HSL_SATURATION,
    "color": cairocffi.OPERATOR_HSL_COLOR,
    "luminosity": cairocffi.OPERATOR_HSL_LUMINOSITY,
}
FARTHEST_ON_DEVICE = 4_000_000  # px; Cairo counts in 24 bits of them, and what is beyond comes back at the other side
_NO_HANDLE = 0.001  # of the distance between a curve's ends
_SHARPEST = 100.0  # miter limit
_LARGEST_SCALE = 1e12  # of the numbers of a matrix
_LEAST_AREA = 1e-24  # square px that a square unit is drawn on
LARGEST_TILE = 4096  # px; a pattern's tile is a picture in memory while it is drawn

cairo, ffi = cairocffi.cairo, cairocffi.ffi


def _header(kind: int, length: int) -> float:
    """The header of a cairo_path_data_t (its kind and length), as the number with the same bytes."""
    return float(ffi.cast("double *", ffi.new("int[2]", [kind, length]))[0])


_HEADERS = {
    MOVE: (_header(0, 2), 0.0),
    LINE: (_header(1, 2), 0.0),
    CURVE: (_header(2, 4), 0.0),
    CLOSE: (_header(3, 1), 0.0),
}
_ELEMENTS: Memory[Outline, array[float]] = Memory(12_000_000, lambda numbers: 8 * len(numbers))
_EASED: Memory[Outline, Outline] = Memory(6_000_000, lambda outline: 9 * len(outline.points) + 100)


def elements(outline: Outline) -> array[float]:
    """An outline as Cairo's path elements: two numbers for each header and point."""
    found, at, points = list[float](), 0, outline.points
    for operation in outline.operations:
        end = at + 2 * POINTS[operation]
        found += _HEADERS[operation]
        found += points[at:end]
        at = end
    return array("d", found)


class CairoCanvas(Canvas):
    """A Cairo surface. `to_device` leads from the scene's user space to the surface; `density` is how many pixels of
    what can't be said in vectors there are to one of its units, `px` how many user units a px of the drawing is."""

    def __init__(
        self,
        surface: Surface,
        to_device: Matrix,
        *,
        density: float = 1.0,
        px: float | None = None,
    ) -> None:
        self.context = cairocffi.Context(surface)
        self.context.transform(cairocffi.Matrix(*to_device))
        self.density = density
        # What keeps its width under any matrix is measured by a px of the drawing's own, else by the pixels.
        self._base = multiply(to_device, scaling(px, px)) if px else scaling(1 / density, 1 / density)
        self._px = px
        self._room = LARGEST_PICTURE
        self._time = FilterTime()

    def on(self, surface: Surface, to_device: Matrix) -> CairoCanvas:
        """Another canvas for a part of the same scene: a pattern's tile, a mask."""
        other = CairoCanvas(surface, to_device, density=self.density, px=self._px)
        other._time = self._time
        return other

    # Places

    def save(self) -> None:
        self.context.save()

    def restore(self) -> None:
        self.context.restore()

    def transform(self, matrix: Matrix) -> bool:
        whole = multiply(self.matrix, matrix)
        area = abs(whole[0] * whole[3] - whole[1] * whole[2])
        if _is_flat(matrix) or area < _LEAST_AREA or max(map(abs, whole)) > _LARGEST_SCALE:
            return False
        self.context.set_matrix(cairocffi.Matrix(*whole))
        return True

    @property
    def matrix(self) -> Matrix:
        """User space to device."""
        return tuple(self.context.get_matrix().as_tuple())

    def trace(self, outline: Outline, matrix: Matrix = IDENTITY) -> None:
        """Adds an outline to the path; what lies farther than Cairo can count is brought to where it ends."""
        own = self.matrix
        whole = own if matrix is IDENTITY else multiply(own, matrix)
        if not _is_within(whole, outline.reach):
            self.context.identity_matrix()
            self._append(elements(_held(moved(outline, whole))))
        else:
            if matrix is not IDENTITY:
                self.context.set_matrix(cairocffi.Matrix(*whole))
            self._append(_ELEMENTS.recall(outline, lambda: elements(outline)))
        self.context.set_matrix(cairocffi.Matrix(*own))

    def _append(self, numbers: array[float]) -> None:
        path = ffi.new("cairo_path_t *")
        path.data = ffi.cast("cairo_path_data_t *", ffi.from_buffer(numbers))
        path.num_data = len(numbers) // 2
        cairo.cairo_append_path(self.context._pointer, path)

    def _box(self, box: Box) -> None:
        """Adds a rectangle to the path."""
        self.trace(pathdata.rectangle(box.x, box.y, box.width, box.height))

    # Clips

    def clip(self, clip: Clip) -> bool:
        parts = [part for part in clip.parts if _is_flat(part.matrix) is False]
        if any(part.clips for part in parts) or len({part.rule for part in parts}) > 1:
            return False
        if len(parts) > 1 and not _apart([_box(part.outline, multiply(self.matrix, part.matrix)) for part in parts]):
            return False
        self.context.new_path()
        for part in parts:
            self.trace(part.outline, part.matrix)
        self.context.set_fill_rule(_RULES[parts[0].rule] if parts else cairocffi.FILL_RULE_WINDING)
        self.context.clip()
        self.context.new_path()
        return True

    def _clip_mask(self, clip: Clip) -> Source:
        """A clip as a mask: the union of its parts."""
        self.context.push_group()
        for part in clip.parts:
            self.context.save()
            self._clip_part(part.clips)
            self.context.new_path()
            self.trace(part.outline, part.matrix)
            self.context.set_fill_rule(_RULES[part.rule])
            self.context.set_source_rgba(1, 1, 1, 1)
            self.context.fill()
            self.context.restore()
        return self.context.pop_group()

    def _clip_part(self, clips: tuple[Clip, ...]) -> None:
        for clip in clips:
            if self.clip(clip):
                continue
            self.context.new_path()  # parts that overlap and are clipped in turn: taken as one path
            for part in clip.parts:
                self.trace(part.outline, part.matrix)
            self.context.set_fill_rule(cairocffi.FILL_RULE_WINDING)
            self.context.clip()

    # Paints

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        source = self.source(paint)
        if source is None:
            return
        self.context.new_path()
        self.trace(outline)
        self.context.set_source(source)
        self.context.set_antialias(cairocffi.ANTIALIAS_NONE if crisp else cairocffi.ANTIALIAS_DEFAULT)
        self.context.set_fill_rule(_RULES[rule])
        self.context.fill()

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        source = self.source(stroke.paint)
        if source is None:
            return
        context = self.context
        context.new_path()
        self.trace(_EASED.recall(outline, lambda: _eased(outline)))
        context.set_source(source)
        context.set_antialias(cairocffi.ANTIALIAS_NONE if crisp else cairocffi.ANTIALIAS_DEFAULT)
        context.set_line_width(min(stroke.width, FARTHEST_ON_DEVICE / _SHARPEST / (scale_of(self.matrix) or 1.0)))
        context.set_line_cap(_CAPS[stroke.cap])
        context.set_line_join(_JOINS[stroke.join])
        context.set_miter_limit(min(stroke.miter_limit, _SHARPEST))
        context.set_dash(told_apart(stroke, outline), stroke.dash_offset)
        if stroke.scales:
            context.stroke()
            for x, y in dots(outline) if stroke.cap == "square" else ():  # which Cairo leaves out
                self._box(Box(x - stroke.width / 2, y - stroke.width / 2, stroke.width, stroke.width))
            context.fill()
        else:
            context.save()
            context.set_matrix(cairocffi.Matrix(*self._base))
            context.stroke()
            context.restore()

    def source(self, paint: Paint) -> Source | None:
        """A paint as Cairo has it; None where nothing would be painted."""
        match paint:
            case Solid():
                return cairocffi.SolidPattern(*paint.color)
            case LinearGradient():
                source = cairocffi.LinearGradient(paint.x1, paint.y1, paint.x2, paint.y2)
            case RadialGradient():
                source = cairocffi.RadialGradient(paint.fx, paint.fy, paint.fr, paint.cx, paint.cy, paint.r)
            case Pattern():
                return self._tiled(paint)
        for stop in paint.stops:
            source.add_color_stop_rgba(stop.offset, *stop.color)
        source.set_extend(_EXTENDS[paint.spread])
        return _placed(source, paint.matrix)

    def _tiled(self, pattern: Pattern) -> Source | None:
        """Cairo repeats a tile by whole pixels, so it is recorded at the next whole size above the one it has on the
        device and the source's matrix brings it back to its own. Where that turns or skews it, the tile is recorded at
        twice the size: Cairo smooths what it reduces and not what it turns."""
        tile = pattern.tile
        to_device = multiply(self.matrix, pattern.matrix)
        finer = 2 if to_device[1] or to_device[2] else 1
        columns = _whole(finer * tile.width * hypot(to_device[0], to_device[1]))
        rows = _whole(finer * tile.height * hypot(to_device[2], to_device[3]))
        to_tile = multiply(scaling(columns / tile.width, rows / tile.height), translation(-tile.x, -tile.y))
        recording = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, columns, rows))
        paint(pattern.content, self.on(recording, to_tile))
        source = cairocffi.SurfacePattern(recording)
        source.set_extend(cairocffi.EXTEND_REPEAT)
        back = multiply(translation(tile.x, tile.y), scaling(tile.width / columns, tile.height / rows))
        return _placed(source, multiply(pattern.matrix, back))

    # Groups

    def layer(self, group: Group, content: Drawing, masks: list[Clip]) -> None:
        layers: list[Callable[[], Source]] = [lambda clip=clip: self._clip_mask(clip) for clip in masks]  # type: ignore[misc]
        if group.mask is not None:
            mask = group.mask
            layers.append(lambda: self._mask(mask))
        self.context.push_group()
        content()
        drawn = self.context.pop_group()
        for layer in layers:
            through = layer()
            self.context.push_group()
            self.context.set_source(drawn)
            self.context.mask(through)
            drawn = self.context.pop_group()
        self.context.set_source(drawn)
        if group.blend == "normal":
            self.context.paint_with_alpha(group.opacity)
            return
        if group.opacity < 1:  # Cairo's blends of hue and the like are wrong through anything half open
            self.context.push_group()
            self.context.paint_with_alpha(group.opacity)
            self.context.pop_group_to_source()
        self.context.set_operator(_BLENDS[group.blend])
        self.context.paint()
        self.context.set_operator(cairocffi.OPERATOR_OVER)

    def _mask(self, mask: Mask) -> Source:
        """What shows through a mask, as alpha."""
        from engine.canvas.luminance import as_alpha

        by_alpha = as_alpha(mask)
        if by_alpha is None:
            return self._luminance(mask)
        self.context.push_group()
        self.context.save()
        self.context.new_path()
        self._box(mask.region)
        self.context.clip()
        paint(by_alpha, self)
        self.context.restore()
        return self.context.pop_group()

    def _luminance(self, mask: Mask) -> Source:
        """The luminance of a mask, drawn as pixels."""
        from engine.canvas.luminance import luminance

        region = self._visible(mask.region)
        if region is None:
            return cairocffi.SolidPattern(0, 0, 0, 0)
        surface, to_pixels = self._pixels(region)
        canvas = self.on(surface, multiply(to_pixels, self.matrix))
        canvas._room = self._room // 4  # a mask of a mask of a mask … is all in memory at once
        canvas._box(mask.region)
        canvas.context.clip()
        paint(mask.content, canvas)
        source = cairocffi.SurfacePattern(luminance(surface, linear=mask.linear))
        return _placed(source, multiply(inverse(self.matrix), inverse(to_pixels)))

    def filtered(self, group: Group, filters: tuple[Filter, ...]) -> None:
        from engine.canvas.effects import filtered

        for filter in filters:
            if filter.region.width <= 0 or filter.region.height <= 0:
                return
        region = self._visible(filters[-1].region)
        if region is None:
            return
        to_pixels = multiply(scaling(self._finest(region), self._finest(region)), self.matrix)
        shown = transformed(region, inverse(self.matrix))
        made = filtered(group, filters, to_pixels, shown, self.pixels_of, self._time)
        placed = _placed(cairocffi.SurfacePattern(surface_of(made.pixels)), made.matrix) if made else None
        if placed is not None:
            self.context.set_source(placed)
            self.context.paint()

    def pixels_of(self, group: Group, matrix: Matrix, width: int, height: int) -> Any:
        """A group as pixels, in a quarter of the memory; `matrix` leads from its space to them."""
        return group_pixels(group, matrix, width, height, self._px, self._time, self._room // 4)

    def _visible(self, region: Box) -> Box | None:
        """The part of a region that shows, in device units."""
        self.context.save()
        self.context.identity_matrix()
        left, top, right, bottom = self.context.clip_extents()
        self.context.restore()
        shown = transformed(region, self.matrix).common(Box(left, top, right - left, bottom - top))
        return shown if shown and shown.width > 0 and shown.height > 0 else None

    def _finest(self, region: Box) -> float:
        """How many pixels there are to a device unit, held within what memory bears."""
        most = self._room / max(1.0, region.width * region.height)
        return float(min(self.density, most**0.5))

    def _pixels(self, region: Box) -> tuple[Surface, Matrix]:
        """An empty picture for a region of the device, and the matrix from the device to it."""
        finest = self._finest(region)
        left, top = floor(region.x * finest), floor(region.y * finest)
        width = max(1, ceil(region.right * finest) - left)
        height = max(1, ceil(region.bottom * finest) - top)
        surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height)
        return surface, multiply(translation(-left, -top), scaling(finest, finest))

    # Pictures

    def picture(self, picture: Picture) -> None:
        surface = decoded_file(picture.data)
        width, height, box = surface.get_width(), surface.get_height(), picture.box
        self.context.save()
        if picture.clip is not None:
            self.context.new_path()
            self._box(picture.clip)
            self.context.clip()
        if self.transform((box.width / width, 0.0, 0.0, box.height / height, box.x, box.y)):
            self._paint_picture(surface, picture)
        self.context.restore()

    def _paint_picture(self, surface: Surface, picture: Picture) -> None:
        width, height = surface.get_width(), surface.get_height()
        pattern = cairocffi.SurfacePattern(surface)
        pattern.set_filter(cairocffi.FILTER_GOOD if picture.smooth else cairocffi.FILTER_NEAREST)
        pattern.set_extend(cairocffi.EXTEND_PAD)
        self.context.set_source(pattern)
        self.context.new_path()
        self._box(Box(0, 0, width, height))
        self.context.fill()


def group_pixels(
    group: Group,
    matrix: Matrix,
    width: int,
    height: int,
    px: float | None,
    time: FilterTime,
    room: int = LARGEST_PICTURE // 4,
) -> Any:
    """A group as pixels (canvas/surfaces.py); `matrix` leads from its space to them."""
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height)
    canvas = CairoCanvas(surface, matrix, px=px)
    canvas._room, canvas._time = room, time
    paint(group, canvas)
    return pixels_of(surface)


def record(scene: Scene, view: Box, width: int, height: int) -> Surface:
    """A scene's drawing operations for a picture of width × height px that shows `view` of its user space.

    Replaying a recording on a strip of the picture draws only what is in the strip, and nothing is walked again.
    """
    surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, width, height))
    paint(scene.root, CairoCanvas(surface, onto(view, width, height), px=scene.px))
    return surface


def _placed(source: Source, to_user: Matrix) -> Source | None:
    """The source with the inverse matrix that Cairo asks for; None where there is none."""
    try:
        source.set_matrix(cairocffi.Matrix(*inverse(to_user)))
    except (ZeroDivisionError, cairocffi.CairoError):
        return None
    return source


def _is_flat(matrix: Matrix) -> bool:
    return not is_invertible(matrix)


def _is_within(matrix: Matrix, reach: float) -> bool:
    """Whether all that is no farther from the origin than `reach` comes to lie where Cairo can count."""
    a, b, c, d, e, f = matrix
    return max((abs(a) + abs(c)) * reach + abs(e), (abs(b) + abs(d)) * reach + abs(f)) <= FARTHEST_ON_DEVICE


def _held(outline: Outline) -> Outline:
    """An outline on the device, held within what Cairo can count."""
    points = array("d", (min(max(each, -FARTHEST_ON_DEVICE), FARTHEST_ON_DEVICE) for each in outline.points))
    return Outline(outline.operations, points)


def _eased(outline: Outline) -> Outline:
    """An outline whose handles of next to no length are left out: Cairo would take their direction for that of the
    whole line, which it then draws too thin."""
    if CURVE not in outline.operations:
        return outline
    points, at, changes = outline.points[:], 0, False
    for operation in outline.operations:
        if operation == CURVE:
            x, y, x1, y1, x2, y2, x3, y3 = points[at - 2 : at + 6]
            least = _NO_HANDLE * hypot(x3 - x, y3 - y)
            if 0 < hypot(x1 - x, y1 - y) < least:
                points[at : at + 2] = array("d", (x, y))
                changes = True
            if 0 < hypot(x3 - x2, y3 - y2) < least:
                points[at + 2 : at + 4] = array("d", (x3, y3))
                changes = True
        at += 2 * POINTS[operation]
    return Outline(outline.operations, points) if changes else outline


def _box(outline: Outline, matrix: Matrix) -> Box:
    return transformed(outline.bounds or Box(0, 0, 0, 0), matrix)


def _apart(boxes: list[Box]) -> bool:
    """Whether no two boxes overlap."""
    return all(
        a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
        for index, a in enumerate(boxes)
        for b in boxes[index + 1 :]
    )


def _whole(length: float) -> int:
    return max(1, min(LARGEST_TILE, ceil(length - 1e-6)))
