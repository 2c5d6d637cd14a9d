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
    CURVE,
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

_LETTERS = {MOVE: "M", LINE: "L", CURVE: "C", CLOSE: "Z"}
_KINDS = {b"\x89PNG": "png", b"\xff\xd8": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}


def write(scene: Scene) -> bytes:
    """A scene as an SVG file of its own size."""
    return svg(scene.root, scene.user_space, scene.width, scene.height)


def svg(root: Group, view: Box, width: float, height: float) -> bytes:
    """Nodes as an SVG file that shows `view` of their plane on width × height px."""
    return _Writer().document(root, view, width, height).encode()


class _Writer:
    def __init__(self) -> None:
        self._definitions: list[str] = []
        self._ids = (f"n{number}" for number in count())
        self._known: dict[object, str] = {}
        self._uses: dict[int, int] = {}

    def document(self, root: Group, view: Box, width: float, height: float) -> str:
        body = "".join(self._node(root))
        definitions = f"<defs>{''.join(self._definitions)}</defs>" if self._definitions else ""
        box = " ".join(map(_number, (view.x, view.y, view.width, view.height)))
        return (
            f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" viewBox="{box}" width="{_number(width)}" '
            f'height="{_number(height)}" preserveAspectRatio="none">{definitions}{body}</svg>'
        )

    def _node(self, node: Node) -> Iterator[str]:
        if isinstance(node, Path):
            yield self._path(node)
        elif isinstance(node, Picture):
            yield self._picture(node)
        else:
            yield f"<g{self._effects(node)}>"
            for child in node.children:
                yield from self._node(child)
            yield "</g>"

    def _effects(self, group: Group) -> str:
        said = []
        if group.words is not None:
            said.append(f" aria-label={in_quotes(group.words)}")
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
        said = [f'<path d="{data_of(path.outline)}"']
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


def data_of(outline: Outline) -> str:
    """An outline as path data."""
    return "".join(_LETTERS[operation] + " ".join(map(_number, points)) for operation, points in outline.steps())


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
    return f"{value:.9g}"
