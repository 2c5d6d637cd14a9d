"""A scene as a plain SVG file, for whoever reads that: librsvg, CairoSVG, Inkscape, a browser."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from itertools import count

from engine.matrix import IDENTITY, Matrix, inverse
from engine.matrix import text as matrix_text
from engine.scene.filters import hexadecimal
from engine.scene.model import (
    CLOSE,
    LINE,
    MOVE,
    Clip,
    Filter,
    Group,
    LinearGradient,
    Mask,
    Node,
    Outline,
    Paint,
    Path,
    Pattern,
    Picture,
    Primitive,
    RadialGradient,
    Rgba,
    Scene,
    Solid,
    Stroke,
)
from engine.svg import SVG, XLINK, Box, in_quotes

_KINDS = {b"\x89PNG": "png", b"\xff\xd8": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}


def write(scene: Scene) -> bytes:
    """A scene as an SVG file of its own size, where it has one."""
    size = _size(scene.width, scene.height) if scene.is_sized else ""
    return _Writer().document(scene.root, scene.user_space, size).encode()


def svg(root: Group, view: Box, width: float, height: float) -> bytes:
    """Nodes as an SVG file that shows `view` of their plane on width × height px."""
    return _Writer().document(root, view, _size(width, height)).encode()


def _size(width: float, height: float) -> str:
    return f' width="{_number(width)}" height="{_number(height)}"'


class _Writer:
    def __init__(self) -> None:
        self._definitions: list[str] = []
        self._ids: Iterator[str] = iter(())
        self._named: set[str] = set()
        self._known: dict[object, str] = {}
        self._repeated: frozenset[int] = frozenset()

    def document(self, root: Group, view: Box, size: str) -> str:
        names = frozenset(_names(root))
        self._ids = (name for number in count() if (name := f"n{number}") not in names)
        self._repeated = _repeated(root)
        is_bare = root.is_plain and root.matrix == IDENTITY and root.words is None and not root.marks
        body = "".join("".join(self._node(node)) for node in (root.children if is_bare else (root,)))
        definitions = f"<defs>{''.join(self._definitions)}</defs>" if self._definitions else ""
        box = " ".join(map(_number, (view.x, view.y, view.width, view.height)))
        return (
            f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" viewBox="{box}"{size} '
            f'preserveAspectRatio="none">{definitions}{body}</svg>'
        )

    def _node(self, node: Node) -> Iterator[str]:
        if isinstance(node, Path):
            yield self._path(node)
        elif isinstance(node, Picture):
            yield self._picture(node)
        elif id(node) in self._repeated:
            yield f'<use xlink:href="#{self._definition(node)}"/>'
        else:
            yield from self._group(node, self._id(node))

    def _group(self, group: Group, id: str) -> Iterator[str]:
        yield f"<g{id}{self._effects(group)}>"
        for child in group.children:
            yield from self._node(child)
        yield "</g>"

    def _definition(self, group: Group) -> str:
        """The id of a group that is written once, however often it is drawn."""
        known = self._known.get(group)
        if known is None:
            known = self._known[group] = next(self._ids)
            self._definitions.append("".join(self._group(group, f' id="{known}"')))
        return known

    def _id(self, node: Group | Path) -> str:
        """The id of the element that a node comes from, for the first that does."""
        id = node.origin.id
        if not id or id in self._named:
            return ""
        self._named.add(id)
        return f" id={in_quotes(id)}"

    def _effects(self, group: Group) -> str:
        said = [f" aria-label={in_quotes(group.words)}"] if group.words is not None else []
        said += [f" {name}={in_quotes(value)}" for name, value in group.marks]
        if group.matrix != IDENTITY:
            said.append(f' transform="{matrix_text(group.matrix)}"')
        if group.opacity < 1:
            said.append(f' opacity="{_number(group.opacity)}"')
        if group.clips:
            said.append(f' clip-path="url(#{self._clips(group.clips)})"')
        if group.mask is not None:
            said.append(f' mask="url(#{self._mask(group.mask)})"')
        if group.filters:
            said.append(f' filter="{" ".join(f"url(#{self._filter(each)})" for each in group.filters)}"')
        style = [f"mix-blend-mode:{group.blend}"] if group.blend != "normal" else []
        style += ["isolation:isolate"] if group.isolated else []
        if style:
            said.append(f' style="{";".join(style)}"')
        return "".join(said)

    # Leaves

    def _path(self, path: Path) -> str:
        said = [f'<path{self._id(path)} d="{data_of(path.outline)}"']
        said.append(self._paint("fill", path.fill))
        if path.rule != "nonzero":
            said.append(f' fill-rule="{path.rule}"')
        if path.stroke is not None:
            said.append(self._stroke(path.stroke))
        if path.stroke_first:
            said.append(' paint-order="stroke"')
        if path.crisp:
            said.append(' shape-rendering="crispEdges"')
        return "".join(said) + "/>"

    def _stroke(self, stroke: Stroke) -> str:
        said = [self._paint("stroke", stroke.paint), f' stroke-width="{_number(stroke.width)}"']
        if stroke.cap != "butt":
            said.append(f' stroke-linecap="{stroke.cap}"')
        if stroke.join != "miter":
            said.append(f' stroke-linejoin="{stroke.join}"')
        if stroke.miter_limit != 4:
            said.append(f' stroke-miterlimit="{_number(stroke.miter_limit)}"')
        if stroke.dashes:
            said.append(f' stroke-dasharray="{" ".join(map(_number, stroke.dashes))}"')
        if stroke.dash_offset:
            said.append(f' stroke-dashoffset="{_number(stroke.dash_offset)}"')
        if not stroke.scales:
            said.append(' vector-effect="non-scaling-stroke"')
        return "".join(said)

    def _paint(self, name: str, paint: Paint | None) -> str:
        if paint is None:
            return ' fill="none"' if name == "fill" else ""
        if isinstance(paint, Solid):
            opacity = f' {name}-opacity="{_number(paint.color[3])}"' if paint.color[3] < 1 else ""
            return f' {name}="{_color(paint.color)}"{opacity}'
        return f' {name}="url(#{self._server(paint)})"'

    def _picture(self, picture: Picture) -> str:
        kind = next((kind for head, kind in _KINDS.items() if picture.data.startswith(head)), "png")
        address = f"data:image/{kind};base64,{b64encode(picture.data).decode()}"
        rendering = "" if picture.smooth else ' style="image-rendering:pixelated"'
        said = f'{_box(picture.box)} preserveAspectRatio="none"{rendering}'
        image = f'<image {said} href="{address}" xlink:href="{address}"/>'
        if picture.clip is None:
            return image
        id = next(self._ids)
        self._definitions.append(f'<clipPath id="{id}"><rect {_box(picture.clip)}/></clipPath>')
        return f'<g clip-path="url(#{id})">{image}</g>'

    # Definitions

    def _server(self, paint: Paint) -> str:
        known = self._known.get(paint)
        if known is None:
            known = self._known[paint] = next(self._ids)
            self._definitions.append(self._server_of(paint, known))
        return known

    def _server_of(self, paint: Paint, id: str) -> str:
        match paint:
            case LinearGradient():
                place = " ".join(f'{name}="{_number(getattr(paint, name))}"' for name in ("x1", "y1", "x2", "y2"))
                return f"<linearGradient {place}{_gradient(paint, id)}</linearGradient>"
            case RadialGradient():
                names = ("cx", "cy", "r", "fx", "fy", "fr")
                place = " ".join(f'{name}="{_number(getattr(paint, name))}"' for name in names)
                return f"<radialGradient {place}{_gradient(paint, id)}</radialGradient>"
            case Pattern():
                content = "".join(self._node(paint.content))
                # The viewBox lets the content stand where the tile does.
                tile = paint.tile
                view = " ".join(map(_number, (tile.x, tile.y, tile.width, tile.height)))
                return (
                    f'<pattern id="{id}" patternUnits="userSpaceOnUse" {_box(tile)} viewBox="{view}" '
                    f'preserveAspectRatio="none"{_transform("patternTransform", paint.matrix)}>{content}</pattern>'
                )
        raise TypeError("a flat colour has no server")

    def _clips(self, clips: tuple[Clip, ...]) -> str:
        """The id of a clip that is all of these."""
        clip, *others = clips
        around = f' clip-path="url(#{self._clips(tuple(others))})"' if others else ""
        parts = "".join(
            f'<path d="{data_of(part.outline)}"{_transform("transform", part.matrix)}'
            + (f' clip-rule="{part.rule}"' if part.rule != "nonzero" else "")
            + (f' clip-path="url(#{self._inner(part.clips, part.matrix)})"' if part.clips else "")
            + "/>"
            for part in clip.parts
        )
        id = next(self._ids)
        self._definitions.append(f'<clipPath id="{id}"{around}>{parts}</clipPath>')
        return id

    def _inner(self, clips: tuple[Clip, ...], matrix: Matrix) -> str:
        """A part's own clips, which stand in its element's space here and in the group's in the scene."""
        from engine.scene.clips import moved

        return self._clips(moved(clips, inverse(matrix)))

    def _mask(self, mask: Mask) -> str:
        id = next(self._ids)
        kind = ' style="mask-type:alpha"' if mask.kind == "alpha" else ""
        linear = ' color-interpolation="linearRGB"' if mask.linear else ""
        content = "".join(self._node(mask.content))
        self._definitions.append(
            f'<mask id="{id}" maskUnits="userSpaceOnUse" {_box(mask.region)}{kind}{linear}>{content}</mask>'
        )
        return id

    def _filter(self, filter: Filter) -> str:
        id = next(self._ids)
        steps = "".join(map(_primitive, filter.primitives))
        self._definitions.append(
            f'<filter id="{id}" filterUnits="userSpaceOnUse" {_box(filter.region)}>{steps}</filter>'
        )
        return id


def _repeated(root: Group) -> frozenset[int]:
    """The identities of the groups that are drawn more than once."""
    seen, again, left = {id(root)}, set[int](), [root]
    while left:
        for group in _within(left.pop()):
            if id(group) in seen:
                again.add(id(group))
            else:
                seen.add(id(group))
                left.append(group)
    return frozenset(again)


def _within(group: Group) -> Iterator[Group]:
    """The groups that a group is made of, those of its mask and of patterns, too."""
    if group.mask is not None:
        yield group.mask.content
    for child in group.children:
        if isinstance(child, Group):
            yield child
        elif isinstance(child, Path):
            paints = (child.fill, child.stroke.paint if child.stroke else None)
            yield from (paint.content for paint in paints if isinstance(paint, Pattern))


def _names(node: Node) -> Iterator[str]:
    """The ids of the elements that a node and those in it come from, which no other may have."""
    yield node.origin.id
    if isinstance(node, Group):
        for child in node.children:
            yield from _names(child)


def data_of(outline: Outline) -> str:
    """An outline as path data, from point to point: that takes a third less than places do."""
    said: list[str] = []
    x = y = left = top = 0.0  # where we are, and where the contour begins
    for operation, points in outline.steps():
        if operation == CLOSE:
            said.append("z")
            x, y = left, top
        elif operation == MOVE:
            said.append(f"M{_number(points[0])} {_number(points[1])}")
            x, y = left, top = points
        else:
            steps = [_step(point - (y if index % 2 else x)) for index, point in enumerate(points)]
            said.append(("l" if operation == LINE else "c") + " ".join(steps).replace(" -", "-"))
            x, y = points[-2:]
    return "".join(said)


def _step(value: float) -> str:
    """A difference of two coordinates; what is left of their rounding is none."""
    return f"{round(value, 12) + 0.0:.9g}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.9g}"


def _gradient(paint: LinearGradient | RadialGradient, id: str) -> str:
    stops = "".join(
        f'<stop offset="{_number(stop.offset)}" stop-color="{_color(stop.color)}"'
        + (f' stop-opacity="{_number(stop.color[3])}"' if stop.color[3] < 1 else "")
        + "/>"
        for stop in paint.stops
    )
    spread = f' spreadMethod="{paint.spread}"' if paint.spread != "pad" else ""
    moved = _transform("gradientTransform", paint.matrix)
    return f' id="{id}" gradientUnits="userSpaceOnUse"{moved}{spread}>{stops}'


def _primitive(primitive: Primitive) -> str:
    said = "".join(f" {name}={in_quotes(value)}" for name, value in primitive.attributes)
    inside = "".join(map(_primitive, primitive.children))
    return f"<{primitive.name}{said}>{inside}</{primitive.name}>"


def _color(rgba: Rgba) -> str:
    """Exact where eight bits say it."""
    if all(abs(part * 255 - round(part * 255)) < 1e-6 for part in rgba[:3]):
        return hexadecimal(rgba)
    return f"rgb({' '.join(f'{part * 100:.5g}%' for part in rgba[:3])})"


def _transform(name: str, matrix: Matrix) -> str:
    return "" if matrix == IDENTITY else f' {name}="{matrix_text(matrix)}"'


def _box(box: Box) -> str:
    return f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" height="{_number(box.height)}"'


def _number(value: float) -> str:
    return f"{value + 0.0:.9g}"  # no zero has a sign
