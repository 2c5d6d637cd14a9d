"""An artwork drawn on any Cairo surface.

Reading and painting are ours: CairoSVG takes the wrong bounds for gradients, ignores clip-rule, overlaps in clips and
`paint-order`, draws masks and patterns at the wrong place or size, spends most of its time on text properties that no
artwork has, and fails on what SVG says to leave out: a number that is none, an unknown selector, half a point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import hypot
from typing import Any, Self

from lxml import etree

from engine.export import paints
from engine.export.fit import fitted
from engine.export.libcairo import cairocffi
from engine.export.nodes import Node, Stop, color, fraction, href, own, reference, size
from engine.export.paths import FARTHEST_ON_DEVICE
from engine.export.pictures import decoded, measured
from engine.export.shapes import rectangle
from engine.export.tracing import DEEPEST_REFERENCES, GROUPS, LEAVES, Tracer
from engine.svg import Box, number, numbers
from engine.typography.matrix import Matrix, multiply, parse, scale_of, translation
from engine.typography.stylesheet import StyleSheet

type Surface = Any  # a cairocffi.Surface
type Source = Any  # a cairocffi.Pattern

_CAPS = {"square": cairocffi.LINE_CAP_SQUARE, "round": cairocffi.LINE_CAP_ROUND}
_JOINS = {"round": cairocffi.LINE_JOIN_ROUND, "bevel": cairocffi.LINE_JOIN_BEVEL}
_CRISP = {"crispEdges": cairocffi.ANTIALIAS_NONE, "optimizeSpeed": cairocffi.ANTIALIAS_NONE}
_MASK_REGION = (("x", "-10%"), ("y", "-10%"), ("width", "120%"), ("height", "120%"))
MOST_DASHES = 100_000  # of one line; more are grey
_SHARPEST = 100.0  # miter limit
_CRISP_PICTURES = frozenset(("pixelated", "crisp-edges", "optimizeSpeed"))


def tree_of(root: etree._Element) -> Node:
    """The artwork with all that is declared and inherited; nothing outside the file is fetched."""
    return Node(root, StyleSheet(root))


def record(root: Node, user_space: Box, view: Box, width: int, height: int) -> Surface:
    """The artwork's drawing operations, for a picture of width × height px that shows `view` of the user space.

    Replaying a recording on a strip of the picture draws only what is in the strip, and nothing is parsed again.
    """
    surface = cairocffi.RecordingSurface(cairocffi.CONTENT_COLOR_ALPHA, (0, 0, width, height))
    Drawing(surface, root, user_space, _onto(view, width, height)).draw_root()
    return surface


def draw(surface: Surface, root: Node, user_space: Box, width: float, height: float) -> None:
    """Draws the whole artwork on a surface of this size in device units."""
    Drawing.onto(surface, root, user_space, width, height).draw_root()


def _onto(view: Box, width: float, height: float) -> Matrix:
    return fitted(view, Box(0, 0, width, height), "none")


class Drawing(Tracer):
    """One artwork painted on one surface."""

    def __init__(self, surface: Surface, root: Node, user_space: Box, to_device: Matrix) -> None:
        super().__init__(surface, root, user_space, to_device)
        # A PDF keeps an embedded JPEG only where Cairo need not widen it to get clean edges.
        on_pages = isinstance(surface, cairocffi.PDFSurface)
        self._picture_edges = cairocffi.EXTEND_NONE if on_pages else cairocffi.EXTEND_PAD
        self._pictures: dict[str, Surface | None] = {}
        self.stops: dict[int, list[Stop]] = {}  # of gradients, by their node

    @classmethod
    def onto(cls, surface: Surface, root: Node, user_space: Box, width: float, height: float) -> Self:
        """A drawing of the whole user space on a surface of this size in device units."""
        return cls(surface, root, user_space, _onto(user_space, width, height))

    # What a drawing for a purpose of its own does otherwise

    def toned(self, stops: list[Stop]) -> list[Stop]:
        """The colours that a paint, flat (one stop) or a gradient, is drawn in."""
        return stops

    def opacity(self, alpha: float) -> float:
        """The opacity that a group is drawn with."""
        return alpha

    def paint(self, path: Callable[[], None]) -> None:
        """Fills or strokes the path that is traced."""
        path()

    def draw_instance(self, target: Node) -> None:
        """Draws what a <use> shows, a symbol or a drawing of its own aside."""
        self.draw(target)

    # The tree

    def draw_root(self) -> None:
        self._layered(self.root, self._children)

    def draw_all(self, nodes: Iterable[Node], opacity: float = 1.0) -> None:
        """Draws nodes; with an opacity below 1 as one group."""
        if opacity < 1:
            self.context.push_group()
        for node in nodes:
            self.draw(node)
        if opacity < 1:
            self.context.pop_group_to_source()
            self.context.paint_with_alpha(opacity)

    def draw(self, node: Node) -> None:
        """Draws a node and its children; what SVG does not draw (definitions, unknown elements) is left out."""
        if node.get("display") == "none":
            return
        self.budget.enter()
        if self.budget.depth:
            self.budget.spend(1)
        self._draw_placed(node)
        self.budget.nesting -= 1

    def _draw_placed(self, node: Node) -> None:
        transform = node.get("transform")
        if transform is None:
            self._draw_in_place(node)
            return
        self.context.save()
        if self.transform(parse(transform)):
            self._draw_in_place(node)
        self.context.restore()

    def _draw_in_place(self, node: Node) -> None:
        if node.tag in LEAVES:
            self._layered(node, self._leaf, opacity=not _can_carry_opacity(node))
        elif node.tag == "image":
            self._layered(node, self._picture)
        elif node.tag == "use":
            self._layered(node, self._instance)
        elif node.tag in GROUPS and node.tag != "symbol":
            self._layered(node, self._group)
        elif node.tag == "text":
            raise ValueError("text reached the renderer: typography.outline comes first")

    def _children(self, node: Node) -> None:
        self.draw_all(node.children)

    def _group(self, node: Node) -> None:
        if node.tag == "svg":
            x, y = self.corner(node)
            self._viewport(node, Box(x, y, *self.port_size(node)))
        else:
            self._children(node)

    def _viewport(self, node: Node, port: Box) -> None:
        """Draws what is in an <svg> or <symbol>, fitted to a place."""
        if port.width <= 0 or port.height <= 0:
            return
        self.context.save()
        if node.get("overflow", "hidden") not in ("visible", "auto"):
            rectangle(self, port)
            self.context.clip()
        view = numbers(own(node, "viewBox") or "")
        box = Box(*view) if len(view) == 4 else Box(0, 0, port.width, port.height)
        outer = self.context_width, self.context_height
        placed = box.width > 0 and box.height > 0
        if placed and self.transform(fitted(box, port, own(node, "preserveAspectRatio"))):
            self.context_width, self.context_height = box.width, box.height
            self._children(node)
        self.context_width, self.context_height = outer
        self.context.restore()

    def _instance(self, node: Node) -> None:
        """What a <use> shows."""
        target = self.used(node) if self.budget.depth < DEEPEST_REFERENCES else None
        if target is None:
            return
        self.budget.depth += 1
        self.context.save()
        self.context.translate(*self.corner(node))
        if target.tag in ("symbol", "svg"):
            given = {name: node[name] for name in ("width", "height") if name in node}
            sized = {**{name: target[name] for name in ("width", "height") if name in target}, **given}
            port = Box(0, 0, *self.port_size(sized))
            if target.tag != "symbol" or self.transform(parse(target.get("transform"))):
                self._layered(target, lambda target: self._viewport(target, port))
        else:
            self.draw_instance(target)
        self.context.restore()
        self.budget.depth -= 1

    # Clips, masks, opacity

    def _layered(self, node: Node, content: Callable[[Node], None], *, opacity: bool = True) -> None:
        """Draws a node's content through its clip and mask, with its opacity."""
        alpha = fraction(node.get("opacity")) if opacity else 1.0
        if alpha == 1 and "clip-path" not in node and "mask" not in node:
            content(node)
            return
        if alpha == 0:
            return
        alpha = self.opacity(alpha)
        self.context.save()
        overlapping = [clip for clip in self._clips(node) if not self._clip(clip, node)]
        layers = [self._clip_mask(clip, node) for clip in overlapping]
        mask = self.nodes.get(reference(node.get("mask"))[0] or "")
        if mask is not None and mask.tag == "mask":
            layers.append(self._mask(mask, node))
        if layers or alpha < 1:
            self.budget.spend_layer()
            self.context.push_group()
            content(node)
            self._composite(self.context.pop_group(), layers, alpha)
        else:
            content(node)
        self.context.restore()

    def _composite(self, content: Source, layers: list[Source], alpha: float) -> None:
        for layer in layers:
            self.context.push_group()
            self.context.set_source(content)
            self.context.mask(layer)
            content = self.context.pop_group()
        self.context.set_source(content)
        self.context.paint_with_alpha(alpha)

    def _clips(self, node: Node) -> list[Node]:
        """The clipPath of a node and those that clip this one."""
        clips: list[Node] = []
        while len(clips) < DEEPEST_REFERENCES:
            clip = self.nodes.get(reference(node.get("clip-path"))[0] or "")
            if clip is None or clip.tag != "clipPath":
                return clips
            clips.append(clip)
            node = clip
        return clips

    def _clip(self, clip: Node, node: Node) -> bool:
        """Clips to the path of a clipPath; False where one path can't say it (its shapes overlap or are clipped)."""
        space = self._clip_space(clip, node)
        leaves = list(self._clip_leaves(clip, space))
        if any(leaf.get("clip-path", "none") != "none" for leaf, _ in leaves):
            return False
        if len(leaves) > 1 and not _apart([self.bounds_in_device(*each) for each in leaves]):
            return False
        rules = {leaf.get("clip-rule", "nonzero") for leaf, _ in leaves}
        if len(rules) > 1:
            return False
        self.context.new_path()
        for leaf, matrix in leaves:
            self.trace_through(leaf, matrix)
        self.context.set_fill_rule(_fill_rule(*rules))
        self.context.clip()
        return True

    def _clip_space(self, clip: Node, node: Node) -> Matrix:
        space = parse(clip.get("transform"))
        if own(clip, "clipPathUnits") != "objectBoundingBox":
            return space
        box = self.bounds(node) or Box(0, 0, 0, 0)
        return multiply((box.width, 0.0, 0.0, box.height, box.x, box.y), space)

    def _clip_leaves(self, clip: Node, space: Matrix) -> Iterable[tuple[Node, Matrix]]:
        """The visible shapes of a clipPath, each with its matrix to the user space of what is clipped."""
        for child in clip.children:
            matrix = multiply(space, parse(child.get("transform")))
            leaf: Node | None = child
            if child.tag == "use":
                leaf = self.used(child)
                matrix = multiply(matrix, translation(*self.corner(child)))
                matrix = multiply(matrix, parse(leaf.get("transform") if leaf else None))
            if leaf is not None and leaf.tag in LEAVES and _is_visible(leaf):
                yield leaf, matrix

    def _clip_mask(self, clip: Node, node: Node) -> Source:
        """A clipPath as a mask: the union of its shapes."""
        self.context.push_group()
        for leaf, matrix in self._clip_leaves(clip, self._clip_space(clip, node)):
            self.context.save()
            if not self.transform(matrix):
                self.context.restore()
                continue
            for inner in self._clips(leaf):
                self._clip(inner, leaf)
            self.context.new_path()
            self.trace(leaf)
            self.context.set_fill_rule(_fill_rule(leaf.get("clip-rule", "nonzero")))
            self.context.set_source_rgba(1, 1, 1, 1)
            self.context.fill()
            self.context.restore()
        return self.context.pop_group()

    def _mask(self, mask: Node, node: Node) -> Source:
        """The alpha of a mask's content."""
        self.context.push_group()
        if self.budget.depth < DEEPEST_REFERENCES:
            self.budget.depth += 1
            self.context.save()
            self._clip_to_mask_region(mask, node)
            box = self.bounds(node) if own(mask, "maskContentUnits") == "objectBoundingBox" else None
            if box is None or self.transform((box.width, 0.0, 0.0, box.height, box.x, box.y)):
                self._layered(mask, self._children)
            self.context.restore()
            self.budget.depth -= 1
        return self.context.pop_group()

    def _clip_to_mask_region(self, mask: Node, node: Node) -> None:
        sides = [own(mask, name) or default for name, default in _MASK_REGION]
        if own(mask, "maskUnits") == "userSpaceOnUse":
            region = [size(self, side, name) for side, name in zip(sides, "xyxy", strict=True)]
        else:
            box = self.bounds(node)
            if box is None:
                return
            x, y, width, height = (size(self, side, 1) for side in sides)
            region = [box.x + x * box.width, box.y + y * box.height, width * box.width, height * box.height]
        rectangle(self, Box(*region))
        self.context.clip()

    # Leaves

    def _leaf(self, node: Node) -> None:
        if not _is_visible(node):
            return
        self.context.new_path()
        self.trace(node)
        self.context.set_antialias(_CRISP.get(node.get("shape-rendering", ""), cairocffi.ANTIALIAS_DEFAULT))
        alpha = fraction(node.get("opacity")) if _can_carry_opacity(node) else 1.0
        if _strokes_first(node.get("paint-order", "normal")):
            self._stroke(node, alpha)
            self._fill(node, alpha)
        else:
            self._fill(node, alpha)
            self._stroke(node, alpha)
        self.context.new_path()

    def _fill(self, node: Node, alpha: float) -> None:
        if self._set_paint(node, node.get("fill", "black"), alpha * fraction(node.get("fill-opacity"))):
            self.context.set_fill_rule(_fill_rule(node.get("fill-rule", "nonzero")))
            self.paint(self.context.fill_preserve)

    def _stroke(self, node: Node, alpha: float) -> None:
        paint = node.get("stroke", "none")
        width = min(size(self, node.get("stroke-width"), default=1.0), self._widest()) if paint != "none" else 0.0
        if width <= 0 or not self._set_paint(node, paint, alpha * fraction(node.get("stroke-opacity"))):
            return
        self.context.set_line_width(width)
        self.context.set_line_cap(_CAPS.get(node.get("stroke-linecap", ""), cairocffi.LINE_CAP_BUTT))
        self.context.set_line_join(_JOINS.get(node.get("stroke-linejoin", ""), cairocffi.LINE_JOIN_MITER))
        self.context.set_miter_limit(min(max(number(node.get("stroke-miterlimit"), 4.0), 1.0), _SHARPEST))
        self.context.set_dash(self._dashes(node), size(self, node.get("stroke-dashoffset")))
        self.paint(self.context.stroke_preserve)

    def _widest(self) -> float:
        """The widest stroke that Cairo can count, in user units."""
        return FARTHEST_ON_DEVICE / _SHARPEST / scale_of(self.device_matrix())

    def _dashes(self, node: Node) -> list[float]:
        """Lengths of dashes and gaps; none for a whole line, and for lengths that SVG calls an error.

        A line of more dashes than anyone can tell apart is whole, too.
        """
        dashes = node.get("stroke-dasharray", "none").replace(",", " ").split()
        lengths = [size(self, dash) for dash in dashes if dash != "none"]
        if len(lengths) > MOST_DASHES or not sum(lengths) > 0 or min(lengths) < 0:
            return []
        return lengths if len(lengths) * self._length() <= MOST_DASHES * sum(lengths) else []

    def _length(self) -> float:
        """About how long the traced path is, in user units: along the handles of its curves."""
        whole, x, y = 0.0, 0.0, 0.0
        for _, points in self.context.copy_path():
            for to_x, to_y in zip(points[::2], points[1::2], strict=True):
                whole += hypot(to_x - x, to_y - y)
                x, y = to_x, to_y
        return whole

    def _set_paint(self, node: Node, paint: str, alpha: float) -> bool:
        """Makes `fill` or `stroke` the source; False where nothing is to be painted."""
        if paint == "none" or alpha == 0:
            return False
        id, rest = reference(paint)
        server = self.nodes.get(id) if id else None
        if server is not None and server.tag in ("linearGradient", "radialGradient"):
            source = paints.gradient(self, server, lambda: self.bounds_of_path(node), alpha)
        elif server is not None and server.tag == "pattern" and self.budget.depth < DEEPEST_REFERENCES:
            self.budget.depth += 1
            source = paints.pattern(self, server, lambda: self.bounds_of_path(node), alpha)
            self.budget.depth -= 1
        else:
            rgba = color(rest) if rest else None
            source = cairocffi.SolidPattern(*self.toned([(0, (*rgba[:3], rgba[3] * alpha))])[0][1]) if rgba else None
        if source is None:
            return False
        self.context.set_source(source)
        return True

    # Pictures

    def _picture(self, node: Node) -> None:
        source = href(node)
        if source not in self._pictures:
            self.budget.spend_pixels(measured(source))
            self._pictures[source] = decoded(source)
        surface = self._pictures[source]
        if surface is None or not _is_visible(node):
            return
        natural = Box(0, 0, surface.get_width(), surface.get_height())
        x, y = self.corner(node)
        width, height = (size(self, node.get(name), axis) for name, axis in (("width", "x"), ("height", "y")))
        if width < 0 or height < 0:
            return
        if not width or not height:
            ratio = natural.aspect
            width, height = (
                width or (height * ratio or natural.width),
                height or (width / ratio if width else natural.height),
            )
        port = Box(x, y, width, height)
        preserve = own(node, "preserveAspectRatio")
        self.context.save()
        if "slice" in (preserve or ""):
            rectangle(self, port)
            self.context.clip()
        if self.transform(fitted(natural, port, preserve)):
            self._paint_picture(surface, natural, node)
        self.context.restore()

    def _paint_picture(self, surface: Surface, natural: Box, node: Node) -> None:
        pattern = cairocffi.SurfacePattern(surface)
        crisp = node.get("image-rendering") in _CRISP_PICTURES
        pattern.set_filter(cairocffi.FILTER_NEAREST if crisp else cairocffi.FILTER_GOOD)
        pattern.set_extend(self._picture_edges)
        self.context.set_source(pattern)
        rectangle(self, natural)
        self.context.fill()


def _is_visible(node: Node) -> bool:
    return bool(node.get("display") != "none" and node.get("visibility", "visible") == "visible")


def _can_carry_opacity(node: Node) -> bool:
    """Whether a leaf's opacity may be multiplied into its paint: its fill and stroke do not both show."""
    return "none" in (node.get("fill", "black"), node.get("stroke", "none"))


def _strokes_first(order: str) -> bool:
    """Whether `paint-order` puts the stroke under the fill."""
    words = order.split()
    return "stroke" in words and ("fill" not in words or words.index("stroke") < words.index("fill"))


def _fill_rule(rule: str = "nonzero") -> int:
    rules = {"evenodd": cairocffi.FILL_RULE_EVEN_ODD}
    return int(rules.get(rule, cairocffi.FILL_RULE_WINDING))


def _apart(boxes: list[Box]) -> bool:
    """Whether no two boxes overlap."""
    return all(
        a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
        for index, a in enumerate(boxes)
        for b in boxes[index + 1 :]
    )
