"""An SVG tree → its scene: the one place that knows styles, references and units. Texts are set by a stage of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Literal

from lxml import etree

from engine.errors import BadInput, Mistake, Place
from engine.matrix import IDENTITY, Matrix, inverse, is_invertible, multiply, translation
from engine.scene import clips, filters, markers, masks, pathdata, pictures, servers
from engine.scene.css import Medium, StyleSheets
from engine.scene.elements import (
    ANIMATIONS,
    DESCRIBING,
    INSIDE_TEXTS,
    TEXTS,
    Context,
    TextStage,
    holds,
    href,
    local,
    origin,
)
from engine.scene.model import Group, Node, Outline, Paint, Path, Pattern, Rgba, Scene, Solid, Stroke, bounds
from engine.scene.pathdata import length_of
from engine.scene.properties import UNDRAWN, UNDRAWN_IN_TEXTS
from engine.scene.shapes import SHAPES, fitted, outline_of, view_box
from engine.scene.style import MEDIUM, Cascade, Inherited, PaintValue, Reference, Style, geometry
from engine.scene.transforms import is_known, matrix_of
from engine.scene.values import Measure, color, fraction, length, number, words
from engine.svg import Box, parse

MOST_DRAWN = 200_000
"""Nodes that all that is repeated comes to: a few nested <use> can ask for more than anyone can wait for."""
MOST_REPEATED = 12_000
"""Elements that are read again because they look otherwise where they are used."""
DEEPEST = 255
"""Elements within elements."""
DEEPEST_REFERENCES = 12
"""Patterns in patterns, masks in masks, <use> in <use>."""
LAYER = 200
"""Nodes that are as soon drawn as one group that is repeated and drawn together."""
MOST_PIXELS = 150_000_000
"""Of all pictures; each takes four bytes."""
MARKS = ("data-layer", "data-whole", "data-spot")

type Measured = Callable[[], Box | None]
"""A bounding box, worked out where it is asked for."""

_GROUPS = frozenset(("g", "a", "svg", "switch", "use"))
_DRAWN = SHAPES | _GROUPS | TEXTS | {"image"}
_KNOWN = _DRAWN | DESCRIBING


def read(
    root: etree._Element,
    *,
    source: FilePath | str = "artwork",
    medium: Medium = "screen",
    linked: Callable[[str], bytes | None] = lambda href: None,
    texts: TextStage | None = None,
) -> Scene:
    """The scene of an SVG. One with text needs who sets it.

    `source` is the file that messages name, `linked` gives the content of a picture that stands outside of it. Raises
    BadInput for a drawing that repeats more than MOST_DRAWN nodes or is nested too deeply.
    """
    return Reader(root, source, medium, linked, texts).scene()


@dataclass
class Reader:
    root: etree._Element
    source: FilePath | str
    medium: Medium
    linked: Callable[[str], bytes | None]
    texts: TextStage | None = None
    forgiving: bool = False
    """Whether an embedded picture that is none is told and left out, as browsers do, and not refused."""
    warnings: dict[str, Mistake] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id: dict[str, etree._Element] = {}
        self._weight = 0
        self._has_context_paints = False
        for element in self.root.iter(etree.Element):
            said = element.values()
            self._weight += sum(map(len, said))
            if any("context-" in value for value in said) or "context-" in (element.text or ""):
                self._has_context_paints = True
            if id := element.get("id"):
                self.by_id.setdefault(str(id), element)
            name = local(element)
            if name not in _KNOWN and name and not name.startswith("fe"):
                self._undrawn(element, name)
        self._shared: dict[object, Group | None] = {}
        self._drawn: dict[int, int] = {}  # by a group's identity: what it comes to
        self._kept: list[Group] = []  # so that no identity is given twice
        self._using: list[etree._Element] = []
        self._pictures: dict[bytes, int] = {}
        self._repeated = 0
        self.served: dict[object, Paint | None] = {}
        self._referring = 0
        self._around: dict[tuple[etree._Element, Measure], Style] = {}
        self._reading: list[etree._Element] = []
        self._circular: set[etree._Element | None] = set()

    # The document

    def scene(self) -> Scene:
        """What is drawn of the document."""
        view = view_box(self.root.get("viewBox"))
        across, down = (view.width, view.height) if view else (100.0, 100.0)
        page = Measure(width=across, height=down)
        width, height = (self._side(side, page, percent) for side, percent in (("width", across), ("height", down)))
        if view and width and not height:
            height = width * view.height / view.width
        elif view and height and not width:
            width = height * view.width / view.height
        width, height = width or across, height or down
        user_space = view or Box(0, 0, width, height)
        self.page = Measure(width=user_space.width, height=user_space.height, page_width=width, page_height=height)
        medium = self.texts.medium if self.texts else MEDIUM
        self.cascade = Cascade(StyleSheets(self.root, self.medium, (width, height)), self.wrong, medium)
        self._initial = Inherited(font_size=medium)
        style = self.cascade.style(self.root, Style(self._initial, measure=self.page), self.page)
        self.page = replace(self.page, rem=style.inherited.font_size)
        context = Context(replace(style, measure=replace(self.page, em=style.inherited.font_size)))
        children = tuple(self._children(self.root, context)) if style.get("display") != "none" else ()
        ground = _color_of(style.get("background-color") or style.get("background") or "", style)
        if ground is not None and style.get("display") != "none":
            area = pathdata.rectangle(user_space.x, user_space.y, user_space.width, user_space.height)
            children = (Path(area, Solid(ground), origin=origin(self.root)), *children)
        if "transform-origin" not in style.own:  # the outermost one is a box of CSS
            style = replace(style, own={**style.own, "transform-origin": "50% 50%"})
        matrix = matrix_of(style, lambda: bounds(Group(children)), user_space)
        drawn = self.layered(self.root, style, children, matrix, context)
        is_own = isinstance(drawn, Group) and drawn not in children
        group = drawn if isinstance(drawn, Group) and is_own else Group(() if drawn is None else (drawn,))
        is_sized = any(self.root.get(side) is not None for side in ("width", "height"))
        return Scene(group, user_space, width, height, is_sized, self._weight, tuple(self.warnings.values()))

    def _side(self, name: str, measure: Measure, percent: float) -> float:
        found = length(self.root.get(name, ""), measure, percent)
        return found if found is not None and found > 0 else 0.0

    def warn(self, element: etree._Element, what: str, todo: str = "", **values: object) -> None:
        """Tells, once, what is not drawn as the file says."""
        id = element.get("id")
        called = local(element) + (f" id={id}" if id else "")
        told = Mistake(what, todo, Place(self.source, element.sourceline), {"element": called, **values})
        self.warnings.setdefault(told.text(), told)

    def _undrawn(self, element: etree._Element, name: str) -> None:
        if name in ANIMATIONS:
            self.warn(element, "what <{element}> changes in time is drawn as it stands without it")
        else:
            self.warn(element, "<{element}> is not drawn", "turn it into shapes or a picture")

    def missing(self, element: etree._Element, value: str) -> None:
        """Tells of a name that nothing in the file has."""
        self.warn(
            element,
            "“{value}” in <{element}> names nothing that is in the file",
            "correct the name, or copy what it names into the file",
            value=value[:60],
        )

    def wrong(self, element: etree._Element, name: str, value: str) -> None:
        """Tells of a value that is left out."""
        self.warn(
            element,
            "the {name} “{value}” of <{element}> is none that is drawn",
            "correct it",
            name=name,
            value=value[:60],
        )

    # Elements

    def _children(self, parent: etree._Element, context: Context) -> Iterator[Node]:
        inner = replace(context, depth=context.depth + 1)
        if inner.depth > DEEPEST:
            raise BadInput.of(
                "more than {most} elements stand in one another",
                todo="ungroup what is grouped for no reason",
                place=Place(self.source, parent.sourceline),
                most=DEEPEST,
            )
        for child in parent.iterchildren(etree.Element):
            node = self.node(child, inner)
            if node is not None:
                yield node

    def group(self, children: tuple[Node, ...], **values: object) -> Group:
        """A group, counted. Raises BadInput where all that is drawn comes to too much."""
        made = Group(children, **values)  # type: ignore[arg-type]
        self._kept.append(made)
        count = (LAYER if made.is_layer and (self._using or self._referring) else 1) + sum(map(self.count, children))
        if made.mask is not None:
            count += self.count(made.mask.content)
        if count > MOST_DRAWN:
            raise self._too_much(MOST_DRAWN)
        self._drawn[id(made)] = count
        return made

    def around(self, element: etree._Element, measure: Measure) -> Style:
        """The style of what an element stands in: it inherits from there, wherever it is referred to."""
        parent = element.getparent()
        if parent is None:
            return Style(self._initial, measure=measure)
        key = (parent, measure)
        if key not in self._around:
            self._around[key] = self.cascade.style(parent, self.around(parent, measure), measure)
        return self._around[key]

    def count(self, node: Node) -> int:
        """How many nodes are drawn with a node, the tiles of its patterns included."""
        if isinstance(node, Group):
            return self._drawn.get(id(node), 1)
        if isinstance(node, Path):
            paints = (node.fill, node.stroke.paint if node.stroke else None)
            return 1 + sum(self.count(paint.content) for paint in paints if isinstance(paint, Pattern))
        return 1

    def spend(self) -> None:
        """Counts an element that is read because something refers to it."""
        self._repeated += 1
        if self._repeated > MOST_REPEATED:
            raise self._too_much(MOST_REPEATED)

    def _too_much(self, most: int) -> BadInput:
        return BadInput.of(
            "the drawing repeats more than {most} elements by <use>, patterns, clips and masks",
            todo="simplify it",
            place=Place(self.source),
            most=most,
        )

    def another(self, data: bytes) -> Scene:
        """The scene of a drawing in the drawing; what it warns of, this one does."""
        return self.within(parse(data, self.source).getroot())

    def within(self, root: etree._Element) -> Scene:
        """The scene of a drawing that is part of this one and knows nothing of it; its nodes count as this one's."""
        reader = Reader(root, self.source, self.medium, lambda href: None, self.texts, self.forgiving)
        inner = reader.scene()
        self.warnings.update({each.text(): each for each in inner.warnings})
        self._kept.append(inner.root)
        self._drawn[id(inner.root)] = reader.count(inner.root)
        return inner

    def spend_pixels(self, data: bytes) -> None:
        """Counts the pixels of a picture. Raises BadInput where all together are too many to hold in memory."""
        if data not in self._pictures:
            width, height = pictures.upright(data)
            self._pictures[data] = width * height
        if sum(self._pictures.values()) > MOST_PIXELS:
            raise BadInput.of(
                "the pictures of the drawing have more than {most} million pixels",
                todo="embed smaller ones",
                most=MOST_PIXELS // 1_000_000,
            )

    def node(self, element: etree._Element, context: Context) -> Node | None:
        """What an element draws; None for nothing, and for what is no drawing."""
        name = local(element)
        if name not in _DRAWN or not holds(element):
            return None
        if self._using or self._referring:
            self.spend()
        style = self.cascade.style(element, context.style, context.style.measure)
        if style.own.get("display") == "none":
            return None
        if style.own:
            self.check(element, style)
        context = replace(context, style=style, spot=element.get("data-spot", context.spot))
        if context.fill or context.stroke:
            context = _in_its_space(context)
        content: tuple[Node, ...]
        if name in SHAPES:
            content = tuple(self._shape(element, name, context))
        elif name == "image":
            picture = pictures.picture(self, element, context)
            content = () if picture is None else (picture,)
        elif name == "use":
            content = tuple(self._used(element, context))
        elif name == "svg":
            content = tuple(self._viewport(element, context, element))
        elif name == "switch":
            shown = next((child for child in element.iterchildren(etree.Element) if is_shown(child)), None)
            node = None if shown is None else self.node(shown, replace(context, depth=context.depth + 1))
            content = () if node is None else (node,)
        elif name in TEXTS:
            text = self.text(element, context)
            content = () if text is None else (text,)
        else:
            content = tuple(self._children(element, context))
        viewport = Box(0, 0, style.measure.width, style.measure.height)
        box = clips.with_strokes if style.get("transform-box") in ("stroke-box", "border-box") else bounds
        place = _place_of_use(element, style) if name == "use" else IDENTITY
        matrix = matrix_of(style, lambda: box(Group(content, matrix=place)), viewport)
        return self.layered(element, style, content, multiply(matrix, place), context)

    def check(self, element: etree._Element, style: Style) -> None:
        """Tells of properties that are not drawn."""
        own = style.own
        undrawn = UNDRAWN | UNDRAWN_IN_TEXTS if local(element) in INSIDE_TEXTS else UNDRAWN
        for name in sorted(undrawn & own.keys()):
            if own[name].lower() not in ("none", "auto", "normal", "1", "all 0s ease 0s"):
                self.warn(element, "the {name} of <{element}> is not drawn", "leave it out", name=name)
        if "transform" in own and not is_known(own["transform"], style.measure):
            self.wrong(element, "transform", own["transform"])
        if own.get("vector-effect", "none") not in ("none", "non-scaling-stroke"):
            self.wrong(element, "vector-effect", own["vector-effect"])

    def shape(self, element: etree._Element, measure: Measure) -> tuple[Outline, Matrix] | None:
        """The outline of a shape and its transform, where it stands; None for what is none."""
        name = local(element)
        if name not in SHAPES:
            return None
        style = self.cascade.style(element, self.around(element, measure), measure)
        outline = outline_of(element, name, style)
        if outline is None:
            return None
        return outline, matrix_of(style, lambda: outline.bounds, Box(0, 0, measure.width, measure.height))

    def text(self, element: etree._Element, context: Context) -> Group | None:
        """A text as outlines, without its effects."""
        if self.texts is None:
            raise ValueError("a drawing with text is read without anyone to outline it")
        return self.texts.group(self, element, context)

    def layered(
        self, element: etree._Element, style: Style, content: tuple[Node, ...], matrix: Matrix, context: Context
    ) -> Node | None:
        """An element's content with its place and effects; a single node that has none by itself."""
        if abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-12:
            return None
        own = style.own
        words = None if local(element) in TEXTS else element.get("aria-label")
        marks = tuple((name, value) for name in MARKS if (value := element.get(name)) is not None)
        opacity = fraction(own["opacity"]) if "opacity" in own else 1.0
        if opacity == 0:
            return None
        values: dict[str, object] = {}
        if "clip-path" in own:
            values["clips"] = clips.clips(self, element, own["clip-path"], content, context)
        if "mask" in own:
            values["mask"] = masks.mask(self, element, own["mask"], content, context)
        if "filter" in own:
            values["filters"] = filters.filters(self, element, own["filter"], content, context)
        if "mix-blend-mode" in own:
            values["blend"] = own["mix-blend-mode"].lower()
        if own.get("isolation") == "isolate":
            values["isolated"] = True
        is_text = words is not None
        if not values and opacity == 1 and matrix == IDENTITY and not is_text and not marks:
            if len(content) == 1:
                return content[0]
            return self.group(content, origin=origin(element)) if content else None
        if not content and "filters" not in values:
            return None
        return self.group(
            content, matrix=matrix, opacity=opacity, words=words, marks=marks, origin=origin(element), **values
        )

    # Shapes

    def _shape(self, element: etree._Element, name: str, context: Context) -> Iterator[Node]:
        style = context.style
        values = style.inherited
        outline = outline_of(element, name, style)
        if outline is None:
            return
        marks = markers.markers(self, element, name, outline, context) if markers.MAY_HAVE[name] else ()
        path = self.painted(element, outline, context) if values.visibility == "visible" else None
        if path is None:  # it draws nothing and still counts for the box of what it stands in
            yield Path(outline, origin=origin(element))
        else:
            order = values.paint_order
            if marks and order.index("markers") < max(order.index("fill"), order.index("stroke")):
                yield from self._ordered(path, marks, order)
                return
            yield path
        yield from marks

    def _ordered(self, path: Path, marks: tuple[Node, ...], order: tuple[str, ...]) -> Iterator[Node]:
        parts: dict[str, tuple[Node, ...]] = {
            "fill": (replace(path, stroke=None),),
            "stroke": (replace(path, fill=None),),
            "markers": marks,
        }
        for name in order:
            yield from parts[name]

    def painted(
        self, element: etree._Element, outline: Outline, context: Context, cells: Box | None = None
    ) -> Path | None:
        """An outline with an element's fill and stroke; None where it has neither. `cells` is a text's box."""
        values = context.style.inherited

        def box() -> Box | None:
            return cells or outline.bounds

        fill = self.paint(element, values.fill, values.fill_opacity, box, context)
        stroke = self._stroke(element, outline, box, context)
        if fill is None and stroke is None:
            return None
        return Path(
            outline,
            fill,
            values.fill_rule,
            stroke,
            stroke_first=values.paint_order.index("stroke") < values.paint_order.index("fill"),
            crisp=values.shape_rendering in ("crispEdges", "optimizeSpeed"),
            origin=origin(element),
        )

    def _stroke(self, element: etree._Element, outline: Outline, box: Measured, context: Context) -> Stroke | None:
        values = context.style.inherited
        if values.stroke is None or values.stroke_width <= 0:
            return None
        paint = self.paint(element, values.stroke, values.stroke_opacity, box, context)
        if paint is None:
            return None
        dashes, offset = values.stroke_dasharray, values.stroke_dashoffset
        if dashes and values.stroke_linecap == "butt" and not any(dashes[::2]):
            return None
        said = number(element.get("pathLength", "")) if dashes else None
        if said is None and dashes and "pathLength" in element.attrib:
            self.wrong(element, "pathLength", element.get("pathLength", ""))
        if said == 0:  # every dash is longer than the path
            dashes = ()
        if said is not None and said > 0:
            factor = length_of(outline) / said
            dashes, offset = tuple(each * factor for each in dashes), offset * factor
            if not sum(dashes):
                dashes = ()
        return Stroke(
            paint,
            values.stroke_width,
            values.stroke_linecap,
            self._join(element, values.stroke_linejoin),
            values.stroke_miterlimit,
            dashes,
            offset,
            scales=context.style.get("vector-effect") != "non-scaling-stroke",
        )

    def _join(self, element: etree._Element, said: str) -> Literal["miter", "round", "bevel"]:
        if said in ("miter-clip", "arcs"):
            self.wrong(element, "stroke-linejoin", said)
        return "round" if said == "round" else "bevel" if said == "bevel" else "miter"

    def paint(
        self, element: etree._Element, value: PaintValue, opacity: float, box: Measured, context: Context
    ) -> Paint | None:
        """What a computed paint is for what has some bounding box; None where nothing is painted."""
        if value is None or opacity == 0:
            return None
        if isinstance(value, Reference):
            server = self.by_id.get(value.id)
            if context.spot is not None:
                raise BadInput.of(
                    "the spot colour “{name}” is painted with {paint}",
                    todo="give it a flat colour",
                    name=context.spot,
                    paint=f"url(#{value.id})",
                )
            if server is not None and servers.paints(self, server, box()):
                return servers.server(self, server, opacity, box(), context)
            if server is None and value.fallback is None:
                self.missing(element, f"url(#{value.id})")
            value = value.fallback
            if value is None:
                return None
        if value in ("context-fill", "context-stroke"):
            return servers.faded(context.fill if value == "context-fill" else context.stroke, opacity)
        red, green, blue, alpha = context.style.inherited.color if isinstance(value, str) else value
        return Solid((red, green, blue, alpha * opacity), context.spot) if alpha * opacity > 0 else None

    # References

    def refer[T](self, read: Callable[[], T], element: etree._Element | None = None) -> T | None:
        """What `read` returns, one reference deeper; None where there are too many within each other, or where
        `element` is being read: what leads to itself is as if it were not named."""
        if element is not None and self.is_read(element):
            self._circular.update(self._reading[self._reading.index(element) + 1 :])
            return None
        if self._referring >= DEEPEST_REFERENCES:
            return None
        self._referring += 1
        if element is not None:
            self._reading.append(element)
        try:
            found = read()
            return None if element in self._circular else found
        finally:
            self._referring -= 1
            if element is not None:
                self._reading.pop()

    def is_read(self, element: etree._Element) -> bool:
        """Whether an element that others refer to is being read."""
        return element in self._reading

    def _used(self, use: etree._Element, context: Context) -> Iterator[Node]:
        """What a <use> shows."""
        target = self.by_id.get(href(use)[1:]) if href(use).startswith("#") else None
        if target is None:
            if href(use).startswith("#"):
                self.missing(use, href(use))
            elif href(use):
                self.warn(
                    use, "“{href}” is outside of the file and is not drawn", "copy it into the file", href=href(use)
                )
            return
        if target in self._using or target in use.iterancestors() or len(self._using) >= DEEPEST_REFERENCES:
            return
        if local(target) not in _DRAWN | {"symbol"}:
            return
        self._using.append(target)
        node = self._instance(use, target, self._painting(use, target, context))
        self._using.pop()
        if node is not None:
            yield node

    def _painting(self, use: etree._Element, target: etree._Element, context: Context) -> Context:
        """The context in which what is used is read: `context-fill` is the fill of its <use> (SVG 2, 13.2)."""
        if not self._has_context_paints:
            return replace(context, fill=None, stroke=None)
        values = context.style.inherited
        is_measured = any(isinstance(each, Reference) for each in (values.fill, values.stroke))
        found = self.node(target, replace(context, depth=context.depth + 1)) if is_measured else None

        def box() -> Box | None:
            return bounds(found) if found else None

        fill = self.paint(use, values.fill, values.fill_opacity, box, context)
        return replace(context, fill=fill, stroke=self.paint(use, values.stroke, values.stroke_opacity, box, context))

    def _instance(self, use: etree._Element, target: etree._Element, context: Context) -> Node | None:
        """The target as it looks where it is used: one object for all that look alike."""
        size = (use.get("width"), use.get("height")) if local(target) in ("svg", "symbol") else None
        values = context.style
        key = (
            target,
            values.inherited,
            values.said,
            values.measure,
            id(context.fill),
            id(context.stroke),
            context.spot,
            size,
        )
        if key not in self._shared:
            if local(target) in ("svg", "symbol"):
                self._shared[key] = self._symbol(use, target, context)
            else:
                node = self.node(target, replace(context, depth=context.depth + 1))
                self._shared[key] = node if isinstance(node, Group) or node is None else self.group((node,))
        return self._shared[key]

    def _symbol(self, use: etree._Element, target: etree._Element, context: Context) -> Group | None:
        if not holds(target):
            return None
        style = self.cascade.style(target, context.style, context.style.measure)
        inner = replace(context, style=style, depth=context.depth + 1)
        content = tuple(self._viewport(target, inner, use))
        if not content or style.get("display") == "none":
            return None
        viewport = Box(0, 0, style.measure.width, style.measure.height)
        matrix = matrix_of(style, lambda: bounds(Group(content)), viewport) if local(target) == "symbol" else IDENTITY
        node = self.layered(target, style, content, matrix, inner)
        return node if isinstance(node, Group) or node is None else self.group((node,))

    def _viewport(self, element: etree._Element, context: Context, sized: etree._Element) -> Iterator[Node]:
        """What is in an <svg> or <symbol>, fitted to its place; `sized` may say its size, too."""
        measure = context.style.measure
        port = self._port(element, context, sized)
        if port.width <= 0 or port.height <= 0:
            return
        view = view_box(element.get("viewBox"))
        matrix = fitted(view, port, element.get("preserveAspectRatio")) if view else translation(port.x, port.y)
        inside = view or Box(0, 0, port.width, port.height)
        style = replace(context.style, measure=replace(measure, width=inside.width, height=inside.height))
        children = tuple(self._children(element, replace(context, style=style)))
        if not children:
            return
        placed = self.group(children, matrix=matrix, origin=origin(element))
        overflow = (context.style.get("overflow") or "hidden").lower().split()[0]
        yield placed if overflow in ("visible", "auto") else self.group((placed,), clips=(clips.of_box(port),))

    def _port(self, element: etree._Element, context: Context, sized: etree._Element) -> Box:
        measure, own = context.style.measure, context.style.own

        def side(name: str, percent: float) -> float:
            for said in (sized.get(name) if sized is not element else None, own.get(name), element.get(name)):
                found = None if said is None else length(said, measure, percent)
                if found is not None and found >= 0:
                    return found
            return percent

        x = length(own.get("x", element.get("x", "0")), measure, measure.width) or 0.0
        y = length(own.get("y", element.get("y", "0")), measure, measure.height) or 0.0
        return Box(x, y, side("width", measure.width), side("height", measure.height))

    def children_of(self, element: etree._Element, context: Context) -> tuple[Node, ...]:
        """All that an element's children draw."""
        return tuple(self._children(element, context))


def _in_its_space(context: Context) -> Context:
    """The context with the paints of what uses it in the space of an element that has a transform."""
    measure = context.style.measure
    matrix = matrix_of(context.style, lambda: None, Box(0, 0, measure.width, measure.height))
    if matrix == IDENTITY or not is_invertible(matrix):
        return context
    back = inverse(matrix)
    return replace(context, fill=servers.moved(context.fill, back), stroke=servers.moved(context.stroke, back))


def _color_of(value: str, style: Style) -> Rgba | None:
    """The colour among the words of a background; None where there is none to be seen."""
    found = [color(word, style.inherited.color) for word in words(value)]
    return next((each for each in found if each is not None and each[3] > 0), None)


def _place_of_use(use: etree._Element, style: Style) -> Matrix:
    """What its x and y do to the plane of a <use>, its clips and masks with it (SVG 2, 5.6)."""
    measure = style.measure
    x, y = (
        length(geometry(use, style, name) or "0", measure, percent) or 0.0
        for name, percent in (("x", measure.width), ("y", measure.height))
    )
    return translation(x, y) if x or y else IDENTITY


def is_shown(child: etree._Element) -> bool:
    """Whether a <switch> may choose a child."""
    return local(child) in _DRAWN and holds(child)
