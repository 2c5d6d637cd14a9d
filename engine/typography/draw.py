"""Settings → SVG elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from lxml import etree

from engine.svg import SVG
from engine.typography.cascade import Cascade
from engine.typography.matrix import Matrix, multiply, scaling
from engine.typography.names import EFFECTS, PAINT, PRESENTATION, XML
from engine.typography.pathdata import GlyphWriter, decimals
from engine.typography.position import Placed, resting
from engine.typography.servers import Servers
from engine.typography.setting import Drawn, Setting
from engine.typography.style import Paint

_TEXT_ATTRIBUTES = frozenset(
    ("x", "y", "dx", "dy", "rotate", "textLength", "lengthAdjust", "style", f"{{{XML}}}space", *PRESENTATION)
)


def group(setting: Setting, cascade: Cascade, servers: Servers) -> etree._Element:
    """The `g` that takes a text's place: its id, transform and effects, and a path for each paint."""
    element = setting.element
    made = etree.Element(f"{{{SVG}}}g", nsmap=None)
    for name, value in element.attrib.items():
        if name not in _TEXT_ATTRIBUTES:
            made.set(name, value)
    declared = cascade.declarations(element)
    effects = {name: servers.localised(declared[name], setting.box) for name in EFFECTS if name in declared}
    _declare(made, effects, cascade)
    if setting.words:
        made.set("aria-label", setting.words)
    inherited = cascade.style(element.getparent()).paint
    for drawn in setting.drawn:
        paint = {name: servers.localised(value, setting.box) for name, value in drawn.paint.items()}
        path = _path(drawn, paint, inherited, cascade)
        if path is not None:
            made.append(path)
    made.tail = element.tail
    return made


def _path(drawn: Drawn, paint: Paint, inherited: Paint, cascade: Cascade) -> etree._Element | None:
    data = path_data(drawn)
    if not data:
        return None
    path = etree.Element(f"{{{SVG}}}path")
    path.set("d", data)
    _declare(path, dict(_needed(paint, inherited)), cascade)
    return path


def _needed(paint: Paint, inherited: Paint) -> Iterator[tuple[str, str]]:
    """What must be said so that a path is painted so, under a parent that hands `inherited` down."""
    for name, value in paint.items():
        if paint["stroke"] == "none" and name.startswith("stroke-"):
            continue
        if value != PAINT[name] or inherited[name] != PAINT[name]:
            yield name, value


def _declare(element: etree._Element, properties: Mapping[str, str], cascade: Cascade) -> None:
    """As attributes; as `style` where the document has sheets, whose rules for `path` or `g` must not win."""
    reset = {name: _INITIAL[name] for name in _INITIAL if name in cascade.sheet.properties}
    if not reset:
        for name, value in properties.items():
            element.set(name, value)
        return
    applying = reset if element.tag == f"{{{SVG}}}path" else {}
    text = ";".join(f"{name}:{value}" for name, value in (applying | dict(properties)).items())
    if text:
        element.set("style", text)


_INITIAL = PAINT | {"opacity": "1", "clip-path": "none", "mask": "none", "filter": "none"}


def path_data(drawn: Drawn) -> str:
    """The outlines of everything one paint draws."""
    writer = _writer(decimals(drawn.size))
    glyphs = "".join(data for item in drawn.glyphs for data in _glyphs(item, writer))
    return glyphs + writer.contours(drawn.lines, (1, 0, 0, 1, 0, 0))


def _glyphs(item: Placed, writer: GlyphWriter) -> Iterable[str]:
    cluster = item.cluster
    scale = cluster.scale
    along = 0.0
    still = resting(item)
    for glyph in cluster.glyphs:
        x, y = (along + glyph.x_offset) * scale, -glyph.y_offset * scale
        if still:
            yield writer.glyph(cluster.face, glyph.id, scale, item.matrix[4] + x, item.matrix[5] + y)
        else:
            yield writer.turned(cluster.face, glyph.id, _turned(item.matrix, x, y, scale))
        along += glyph.x_advance


def _turned(matrix: Matrix, x: float, y: float, scale: float) -> Matrix:
    return multiply(multiply(matrix, (1, 0, 0, 1, x, y)), scaling(scale, -scale))


@lru_cache(16)
def _writer(places: int) -> GlyphWriter:
    return GlyphWriter(places)
