"""A page of a PDF as a canvas, which writes its operators itself (ISO 32000-1, 8 and 11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import ceil, floor, hypot, log2
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf

from engine.canvas.canvas import LARGEST_PICTURE, Canvas, Drawing, FilterTime
from engine.canvas.grouppixels import pixels_of
from engine.canvas.lines import dots, told_apart
from engine.canvas.painter import paint, paint_children
from engine.canvas.pdf_colours import Colours, Light, Luminance, Opacity
from engine.canvas.pdf_content import (
    FARTHEST,
    Content,
    Objects,
    around,
    matrix,
    number,
    numbers,
    parts,
    path,
    placed,
    rectangle,
)
from engine.canvas.pdf_pictures import Pictures
from engine.canvas.pdf_shading import shading
from engine.matrix import (
    IDENTITY,
    Matrix,
    inverse,
    is_invertible,
    multiply,
    scale_of,
    scaling,
    transformed,
)
from engine.scene import pathdata
from engine.scene.model import (
    Clip,
    Filter,
    Gradient,
    Group,
    Mask,
    Outline,
    Paint,
    Pattern,
    Picture,
    Rule,
    Solid,
    Stroke,
)
from engine.svg import Box

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_FILLS = {"nonzero": "f", "evenodd": "f*"}
_CLIPS = {"nonzero": "W n", "evenodd": "W* n"}
_LARGEST_SCALE = 1e12  # of the numbers of a matrix
_LEAST_AREA = 1e-24  # square points that a square unit is drawn on
_LEAST_OPACITY = 0.0005
_SIMILAR = 1e-4  # how far a matrix may be from one that leaves shapes what they are
_FINER = 4.0  # how much finer than the page what is shown in other places is written
_OPACITY = Opacity()


@dataclass(slots=True)
class _State:
    """Where what is drawn comes to lie, the box that it shows in (None: nowhere), and what the content has set."""

    matrix: Matrix
    extent: Box | None
    said: dict[str, str] = field(default_factory=dict)
    is_open: bool = False  # whether `q` stands before it


def _as_it_is(tile: PdfCanvas) -> Canvas:
    return tile


class Page:
    """What all contents of a document share. `density` is how many pixels of what can't be said in vectors there are
    to a point, `px` how many user units a px of the drawing is, `shared` the groups, by identity, that are written
    once; `before` puts a canvas before that of a tile."""

    def __init__(
        self,
        document: Pdf,
        *,
        density: float,
        px: float | None,
        shared: frozenset[int] = frozenset(),
        before: Callable[[PdfCanvas], Canvas] = _as_it_is,
    ) -> None:
        self.before = before
        self.document = document
        self.objects = Objects(document)
        self.pictures = Pictures(document)
        self.density = density
        self.px = px
        self.shared = shared
        self.forms: dict[tuple[int, int, int], tuple[Group, Object | None]] = {}
        self.luminance = {linear: Luminance(linear=linear) for linear in (False, True)}
        self.time = FilterTime()
        self.is_translucent = False
        """Whether anything lets through what lies beneath it."""

    def pixels_of(self, group: Group, matrix: Matrix, width: int, height: int) -> Any:
        """A group as pixels; `matrix` leads from its space to them."""
        return pixels_of(group, matrix, width, height, self.time, px=self.px)


class PdfCanvas(Canvas):
    """A content of a PDF. `to_content` leads from the scene's user space to its units, of which `unit` make a point;
    `extent` is the part that shows."""

    def __init__(
        self, page: Page, to_content: Matrix, extent: Box, *, colours: Colours | None = None, unit: float = 1.0
    ) -> None:
        self.content = Content()
        self.unit = unit
        self._page = page
        self._colours = colours or Light()
        self._states = [_State(to_content, extent)]
        # What keeps its width under any matrix is measured by a px of the drawing's own, else by the pixels.
        finest = unit / page.density
        self._base = multiply(to_content, scaling(page.px, page.px)) if page.px else scaling(finest, finest)

    def _on(
        self, to_content: Matrix, extent: Box, *, colours: Colours | None = None, unit: float | None = None
    ) -> PdfCanvas:
        """Another content for a part of the same scene: a pattern's tile, a mask."""
        other = PdfCanvas(self._page, to_content, extent, colours=colours or self._colours, unit=unit or self.unit)
        if unit is None:
            other._base = self._base
        return other

    # Places

    @property
    def matrix(self) -> Matrix:
        """User space to content."""
        return self._state.matrix

    @property
    def _state(self) -> _State:
        return self._states[-1]

    def save(self) -> None:
        self._states.append(replace(self._state, is_open=False))

    def restore(self) -> None:
        if self._states.pop().is_open:
            self.content.write("Q")

    def transform(self, matrix: Matrix) -> bool:
        whole = multiply(self.matrix, matrix)
        area = abs(whole[0] * whole[3] - whole[1] * whole[2])
        if not is_invertible(matrix) or area < _LEAST_AREA or max(map(abs, whole)) > _LARGEST_SCALE:
            return False
        self._state.matrix = whole
        return True

    @contextmanager
    def _bracketed(self) -> Iterator[None]:
        self.save()
        self._open()
        yield
        self.restore()

    def _open(self) -> None:
        """Has what is set from now on end where the state does."""
        state = self._state
        if not state.is_open:
            self.content.write("q")
            state.is_open, state.said = True, dict(state.said)

    def _say(self, what: str, operators: str) -> None:
        """Sets something, where it isn't set."""
        if self._state.said.get(what) != operators:
            self._state.said[what] = operators
            self.content.write(operators)

    # Clips

    def clip(self, clip: Clip) -> bool:
        steps = self._steps(clip)
        if steps is None:
            return False
        for outlines, rule in steps:
            self._clip_to(outlines, rule)
        return True

    def _steps(self, clip: Clip) -> list[tuple[list[tuple[Outline, Matrix]], Rule]] | None:
        """The paths that clip one after another; None where it takes a mask."""
        clipped = [part for part in clip.parts if is_invertible(part.matrix)]
        if len(clipped) == 1:
            (only,) = clipped
            inner = [self._steps(each) for each in only.clips]
            if any(each is None for each in inner):
                return None
            return [*(step for each in inner for step in each or ()), ([(only.outline, only.matrix)], only.rule)]
        if any(part.clips for part in clipped) or len({part.rule for part in clipped}) > 1:
            return None
        boxes = [transformed(part.outline.bounds or Box(0, 0, 0, 0), part.matrix) for part in clipped]
        if not _apart(boxes):
            return None
        return [([(part.outline, part.matrix) for part in clipped], clipped[0].rule if clipped else "nonzero")]

    def _clip_to(self, outlines: list[tuple[Outline, Matrix]], rule: Rule) -> None:
        self._open()
        shown: Box | None = None
        for outline, to_user in outlines:
            points = placed(outline.points, multiply(self.matrix, to_user))
            if points:
                self.content.write(path(outline, points))
                shown = around(points) if shown is None else shown.around(around(points))
        state = self._state
        shows = shown is not None and shown.width > 0 and shown.height > 0
        state.extent = shown.common(state.extent) if shown and shows and state.extent else None
        self.content.write(_CLIPS[rule] if shown else "0 0 0 0 re W n")

    def _clip_to_box(self, box: Box) -> None:
        self._clip_to([(pathdata.rectangle(box.x, box.y, box.width, box.height), IDENTITY)], "nonzero")

    # Paints

    def fill(self, outline: Outline, rule: Rule, paint: Paint, *, crisp: bool = False) -> None:
        points = placed(outline.points, self.matrix)
        box = around(points) if points else None
        if box and box.width and box.height:  # a PDF would show a hair where there is no area
            self._painted(path(outline, points) + _FILLS[rule], box, paint, stroking=False)

    def stroke(self, outline: Outline, stroke: Stroke, *, crisp: bool = False) -> None:
        space = self.matrix if stroke.scales else self._base
        scale = scale_of(space)
        pen = IDENTITY if _is_similar(space) else multiply(space, scaling(1 / scale, 1 / scale))
        points = placed(outline.points, multiply(inverse(pen), self.matrix) if pen is not IDENTITY else self.matrix)
        if not points or not scale:
            return
        width = min(stroke.width * scale, FARTHEST)
        reach = width / 2 * max(stroke.miter_limit if stroke.join == "miter" else 1.0, 1.5)
        box = transformed(around(points).grown(reach, reach), pen)
        drawn = path(outline, points)
        if stroke.cap == "square":
            self._paint_dots(outline, stroke)
        if pen is IDENTITY:
            self._set_pen(stroke, width, _dashed(stroke, outline, scale))
            self._painted(f"{drawn}S", box, stroke.paint, stroking=True)
            return
        with self._bracketed():
            self._set_pen(stroke, width, _dashed(stroke, outline, scale))
            self._painted(f"{matrix(pen)} cm\n{drawn}S", box, stroke.paint, stroking=True)

    def _paint_dots(self, outline: Outline, stroke: Stroke) -> None:
        """Contours without length, which a PDF leaves out."""
        for x, y in dots(outline):
            half = stroke.width / 2
            self.fill(pathdata.rectangle(x - half, y - half, stroke.width, stroke.width), "nonzero", stroke.paint)

    def _set_pen(self, stroke: Stroke, width: float, dashes: str) -> None:
        self._say("w", f"{number(width)} w")
        self._say("J", f"{_CAPS[stroke.cap]} J")
        self._say("j", f"{_JOINS[stroke.join]} j")
        if stroke.join == "miter":
            self._say("M", f"{number(max(1.0, stroke.miter_limit))} M")
        self._say("d", dashes)

    def _painted(self, drawn: str, box: Box, paint: Paint, *, stroking: bool) -> None:
        """Writes operators that draw within a box, in a paint."""
        seen = box.common(self._state.extent) if self._state.extent else None
        if seen is None:
            return
        if isinstance(paint, Solid):
            if paint.color[3] < _LEAST_OPACITY:
                return
            self._set_opacity(paint.color[3])
            self._set_colour(paint, stroking)
            self.content.write(drawn)
        elif isinstance(paint, Pattern):
            tile = self._tile(paint)
            if tile is None:
                return
            self._set_opacity(1.0)
            self._set_pattern(tile, stroking)
            self.content.write(drawn)
        else:
            self._paint_gradient(drawn, seen, paint, stroking)
        self.content.paint(seen)

    def _paint_gradient(self, drawn: str, seen: Box, paint: Gradient, stroking: bool) -> None:
        to_content = multiply(self.matrix, paint.matrix)
        objects = self._page.objects
        made = shading(objects, paint, self._colours, seen, to_content)
        pattern = objects.dictionary(f"<< /PatternType 2 /Matrix [{matrix(to_content)}] >>", {"/Shading": made})
        opacities = {stop.color[3] for stop in paint.stops}
        if len(opacities) == 1:
            (opacity,) = opacities
            self._set_opacity(opacity)
            self._set_pattern(pattern, stroking)
            self.content.write(drawn)
            return
        mask = Content()
        sheer = mask.name("Shading", shading(objects, paint, _OPACITY, seen, to_content))
        mask.write(f"{matrix(to_content)} cm {sheer} sh")
        with self._bracketed():
            self._set_opacity(1.0)
            self._set_mask(self._group_form(mask, seen, "DeviceGray"), "Luminosity")
            self._set_pattern(pattern, stroking)
            self.content.write(drawn)

    def _set_opacity(self, opacity: float) -> None:
        said = number(round(opacity, 4))
        if self._state.said.get("gs", "1") != said:
            self._state.said["gs"] = said
            self._page.is_translucent |= opacity < 1
            state = self._page.objects.dictionary(f"<< /Type /ExtGState /ca {said} /CA {said} >>")
            self.content.write(f"{self.content.name('ExtGState', state)} gs")

    def _set_mask(self, form: Object, kind: str) -> None:
        """Has a soft mask be over what is drawn until the state ends."""
        self._page.is_translucent = True
        objects = self._page.objects
        mask = objects.dictionary(f"<< /Type /Mask /S /{kind} >>", {"/G": form})
        state = objects.dictionary("<< /Type /ExtGState >>", {"/SMask": mask})
        self.content.write(f"{self.content.name('ExtGState', state)} gs")

    def _set_colour(self, paint: Solid, stroking: bool) -> None:
        colours = self._colours
        separation = colours.separation(paint)
        if separation is None:
            found = colours.flat(paint)
            operator = {1: "g", 3: "rg", 4: "k"}[len(found)]
            said = f"{parts(found)} {operator.upper() if stroking else operator}"
        else:
            space = self._page.objects.once(bytes(separation.unparse()), lambda: separation)
            name = self.content.name("ColorSpace", space)
            said = f"{name} CS 1 SCN" if stroking else f"{name} cs 1 scn"
        self._say("stroke" if stroking else "fill", said)
        self._set_overprint(colours.overprints(paint))

    def _set_pattern(self, pattern: Object, stroking: bool) -> None:
        name = self.content.name("Pattern", pattern)
        self._say(
            "stroke" if stroking else "fill",
            f"/Pattern {'CS' if stroking else 'cs'} {name} {'SCN' if stroking else 'scn'}",
        )
        self._set_overprint(False)

    def _set_overprint(self, overprints: bool) -> None:
        if (self._state.said.get("overprint") == "on") != overprints:
            self._state.said["overprint"] = "on" if overprints else "off"
            says = "/OP true /op true /OPM 1" if overprints else "/OP false /op false"
            state = self._page.objects.dictionary(f"<< /Type /ExtGState {says} >>")
            self.content.write(f"{self.content.name('ExtGState', state)} gs")

    def _tile(self, pattern: Pattern) -> Object | None:
        """A tiling pattern, whose units are about as large as the page's; None where it shows nothing."""
        to_content = multiply(self.matrix, pattern.matrix)
        scale = scale_of(to_content)
        if not is_invertible(pattern.matrix) or not scale:
            return None
        unit = 2.0 ** ceil(log2(scale * _FINER))
        tile = transformed(pattern.tile, scaling(unit, unit))
        inner = self._on(scaling(unit, unit), tile, unit=unit / scale * self.unit)
        paint(pattern.content, self._page.before(inner))
        if inner.content.is_empty:
            return None
        back = multiply(to_content, scaling(1 / unit, 1 / unit))
        return inner.content.stream(
            self._page.document,
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=_array(rectangle(tile)),
            XStep=_real(tile.width),
            YStep=_real(tile.height),
            Matrix=_array(matrix(back)),
        )

    # Groups

    def shared(self, group: Group, content: Drawing) -> None:
        if id(group) not in self._page.shared:
            content()
            return
        scale = scale_of(self.matrix)
        bucket = round(log2(scale))
        unit = _FINER * 2.0**bucket
        key = id(group), id(self._colours), bucket
        if key not in self._page.forms:
            self._page.forms[key] = group, self._form(group, unit)
        form = self._page.forms[key][1]
        if form is None or self._state.extent is None:
            return
        to_content = multiply(self.matrix, scaling(1 / unit, 1 / unit))
        self._set_opacity(1.0)
        self.content.write(f"q {matrix(to_content)} cm {self.content.name('XObject', form)} Do Q")
        left, bottom, right, top = map(float, form.BBox)
        self.content.paint(transformed(Box(left, bottom, right - left, top - bottom), to_content))

    def _form(self, group: Group, unit: float) -> Object | None:
        """A group as a form of its own, where a user unit is `unit` of its units."""
        inner = self._on(scaling(unit, unit), _EVERYWHERE, unit=unit / scale_of(self.matrix) * self.unit)
        paint_children(group, inner)
        painted = inner.content.painted
        if painted is None:
            return None
        return inner.content.stream(
            self._page.document, Type=Name.XObject, Subtype=Name.Form, BBox=_array(rectangle(_outset(painted)))
        )

    def layer(self, group: Group, content: Drawing, masks: list[Clip]) -> None:
        outer, states = self.content, self._states
        self.content, self._states = Content(), [_State(self.matrix, self._state.extent)]
        content()
        drawn, self.content, self._states = self.content, outer, states
        extent = self._state.extent
        seen = drawn.painted.common(extent) if drawn.painted and extent else None
        if seen is None or group.opacity < _LEAST_OPACITY:
            return
        seen = _outset(seen)
        shown = [self._clip_mask(clip, seen) for clip in masks]
        if group.mask is not None:
            shown.append(self._mask(group.mask, seen))
        while len(shown) > 1:
            drawn = self._masked(drawn, seen, shown.pop(0))
        self.content.paint(seen)
        with self._bracketed():
            self._say_blend(group.blend, group.opacity)
            for form, kind in shown:
                self._set_mask(form, kind)
            form = self._group_form(drawn, seen, self._colours.space)
            self.content.write(f"{self.content.name('XObject', form)} Do")

    def _say_blend(self, blend: str, opacity: float) -> None:
        self._set_opacity(opacity)
        if blend != "normal":
            self._page.is_translucent = True
            mode = "".join(map(str.capitalize, blend.split("-")))
            state = self._page.objects.dictionary(f"<< /Type /ExtGState /BM /{mode} >>")
            self.content.write(f"{self.content.name('ExtGState', state)} gs")

    def _masked(self, drawn: Content, seen: Box, mask: tuple[Object, str]) -> Content:
        """A content under a soft mask, as another content."""
        outer, self.content = self.content, Content()
        form = self._group_form(drawn, seen, self._colours.space)
        self._set_mask(*mask)
        self.content.write(f"{self.content.name('XObject', form)} Do")
        masked, self.content = self.content, outer
        return masked

    def _group_form(self, drawn: Content, box: Box, space: str) -> Object:
        """A content as a group that nothing beneath it mixes with before it is whole."""
        group = Dictionary(Type=Name.Group, S=Name.Transparency, I=True, CS=Name(f"/{space}"))
        return drawn.stream(
            self._page.document, Type=Name.XObject, Subtype=Name.Form, BBox=_array(rectangle(box)), Group=group
        )

    def _clip_mask(self, clip: Clip, seen: Box) -> tuple[Object, str]:
        """A clip as a soft mask: the union of its parts."""
        inner = self._on(self.matrix, seen, colours=_OPACITY)
        for part in clip.parts:
            inner.save()
            inner._clip_part(part.clips)
            if is_invertible(part.matrix) and inner.transform(part.matrix):
                inner.fill(part.outline, part.rule, _WHITE)
            inner.restore()
        return self._group_form(inner.content, seen, "DeviceGray"), "Luminosity"

    def _clip_part(self, clips: tuple[Clip, ...]) -> None:
        for clip in clips:
            if not self.clip(clip):  # parts that overlap and are clipped in turn: taken as one path
                self._clip_to([(part.outline, part.matrix) for part in clip.parts], "nonzero")

    def _mask(self, mask: Mask, seen: Box) -> tuple[Object, str]:
        """What shows through a mask, as a soft one."""
        is_alpha = mask.kind == "alpha"
        colours = self._colours if is_alpha else self._page.luminance[mask.linear]
        inner = self._on(self.matrix, seen, colours=colours)
        inner._clip_to_box(mask.region)
        paint(mask.content, inner)
        inner.content.write("Q")
        return self._group_form(inner.content, seen, colours.space), "Alpha" if is_alpha else "Luminosity"

    # Pictures

    def filtered(self, group: Group, filters: tuple[Filter, ...]) -> None:
        from engine.canvas.effects import filtered

        if any(filter.region.width <= 0 or filter.region.height <= 0 for filter in filters):
            return
        extent = self._state.extent
        region = transformed(filters[-1].region, self.matrix).common(extent) if extent else None
        if region is None or not region.width or not region.height:
            return
        most = LARGEST_PICTURE / max(1.0, region.width * region.height)
        finest = min(self._page.density / self.unit, most**0.5)
        to_pixels = multiply(scaling(finest, -finest), self.matrix)
        shown = transformed(region, inverse(self.matrix))
        made = filtered(group, filters, to_pixels, shown, self._page.pixels_of, self._page.time)
        if made is None:
            return
        height, width = made.pixels.shape[:2]
        place = multiply(multiply(self.matrix, made.matrix), (width, 0.0, 0.0, -height, 0.0, height))
        image = self._page.pictures.drawn(made.pixels, colours=self._colours, size=self._inches(place))
        self._show(image, place)

    def picture(self, picture: Picture) -> None:
        box = picture.box
        with self._saved():
            if picture.clip is not None:
                self._clip_to_box(picture.clip)
            place = multiply(self.matrix, (box.width, 0.0, 0.0, -box.height, box.x, box.bottom))
            if self._state.extent is None or not is_invertible(place):
                return
            image = self._page.pictures.embedded(
                picture.data, smooth=picture.smooth, colours=self._colours, size=self._inches(place)
            )
            self._show(image, place)

    def _inches(self, place: Matrix) -> tuple[float, float]:
        """The sides of a unit square's place on the page."""
        a, b, c, d, _, _ = place
        return hypot(a, b) / self.unit / 72, hypot(c, d) / self.unit / 72

    @contextmanager
    def _saved(self) -> Iterator[None]:
        self.save()
        yield
        self.restore()

    def _show(self, image: Object, place: Matrix) -> None:
        """Shows a picture where a unit square comes to lie."""
        self._page.is_translucent |= "/SMask" in image
        self._set_opacity(1.0)
        self._set_overprint(False)
        self.content.paint(transformed(Box(0, 0, 1, 1), place))
        self.content.write(f"q {matrix(place)} cm {self.content.name('XObject', image)} Do Q")


_EVERYWHERE = Box(-FARTHEST, -FARTHEST, 2 * FARTHEST, 2 * FARTHEST)
_WHITE = Solid((1.0, 1.0, 1.0, 1.0))


def _is_similar(m: Matrix) -> bool:
    """Whether a matrix leaves circles what they are."""
    a, b, c, d, _, _ = m
    size = a * a + b * b
    return abs(size - c * c - d * d) <= _SIMILAR * size and abs(a * c + b * d) <= _SIMILAR * size


def _dashed(stroke: Stroke, outline: Outline, scale: float) -> str:
    dashes = told_apart(stroke, outline)
    if not dashes:
        return "[] 0 d"
    period = sum(dashes) * (2 if len(dashes) % 2 else 1)
    return f"[{numbers([each * scale for each in dashes])}] {number(stroke.dash_offset % period * scale)} d"


def _apart(boxes: list[Box]) -> bool:
    """Whether no two boxes overlap."""
    return all(
        a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
        for index, a in enumerate(boxes)
        for b in boxes[index + 1 :]
    )


def _outset(box: Box) -> Box:
    """A box of whole units around a box."""
    left, top = floor(box.x) - 1, floor(box.y) - 1
    return Box(left, top, ceil(box.right) + 1 - left, ceil(box.bottom) + 1 - top)


def _array(source: str) -> Any:
    return Object.parse(f"[{source}]".encode())


def _real(value: float) -> Any:
    return Object.parse(number(value).encode())
