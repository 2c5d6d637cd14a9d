"""Faults drawn on the picture of an artwork: a box each, red for errors and orange for warnings, with its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from engine.export import raster
from engine.preflight.findings import Finding
from engine.scene import Scene
from engine.scene.model import Group
from engine.svg import Box, tag
from engine.typography import Artwork, FontLibrary, outline

SHORT_SIDE = 1080  # px
MOST_PIXELS = 20_000_000  # of a strip that is far longer than wide
COLOURS = {"error": "#e00030", "warning": "#ff8a00"}


def annotated(artwork: Artwork, trim: Box, findings: Sequence[Finding], fonts: FontLibrary, path: Path) -> None:
    """Writes the trimmed picture as a PNG with the findings numbered from 1. Raises OSError where it can't."""
    scene = artwork.scene
    marks = _marks(scene.user_space, trim, findings, fonts)
    marked = replace(scene, root=Group((scene.root, marks.root)))
    scale = min(SHORT_SIDE / min(trim.width, trim.height), (MOST_PIXELS / (trim.width * trim.height)) ** 0.5)
    width, height = max(1, round(trim.width * scale)), max(1, round(trim.height * scale))
    raster.write(marked, path, width, height, kind="png", ppi=96, view=trim)


def _marks(user_space: Box, trim: Box, findings: Sequence[Finding], fonts: FontLibrary) -> Scene:
    """The boxes and numbers as outlines, in user units of the artwork."""
    px = min(trim.width, trim.height) / SHORT_SIDE
    view = (user_space.x, user_space.y, user_space.width, user_space.height)
    sheet = etree.Element(tag("svg"), viewBox=" ".join(map(str, view)))
    beside = Counter[Box]()
    for number, finding in enumerate(findings, 1):
        box = _visible(finding.box, trim, px)
        _mark(sheet, box, number, COLOURS[finding.level], px, top=trim.y, place=beside[box])
        beside[box] += 1
    return outline(etree.ElementTree(sheet), fonts).scene


def _visible(box: Box, trim: Box, px: float) -> Box:
    """A little more than the box, within the trim."""
    left, top = max(box.x - 4 * px, trim.x + 2 * px), max(box.y - 4 * px, trim.y + 2 * px)
    right, bottom = min(box.right + 4 * px, trim.right - 2 * px), min(box.bottom + 4 * px, trim.bottom - 2 * px)
    return Box(left, top, max(right - left, px), max(bottom - top, px))


def _mark(sheet: etree._Element, box: Box, number: int, colour: str, px: float, *, top: float, place: int) -> None:
    for width, stroke in ((6 * px, "white"), (3 * px, colour)):
        frame = {name: getattr(box, name) for name in ("x", "y", "width", "height")}
        _add(sheet, "rect", **frame, fill="none", stroke=stroke, stroke_width=width)
    radius = 15 * px
    x, y = box.x + radius * (0.5 + 2.1 * place), max(box.y - radius * 0.7, top + radius)
    _add(sheet, "circle", cx=x, cy=y, r=radius, fill=colour, stroke="white", stroke_width=1.5 * px)
    style = {"font_family": "Vazirmatn", "font_weight": "700", "text_anchor": "middle", "fill": "white"}
    _add(sheet, "text", x=x, y=y + 7 * px, font_size=19 * px, **style).text = str(number)


def _add(parent: etree._Element, name: str, **attributes: str | float) -> etree._Element:
    element = etree.SubElement(parent, tag(name))
    for key, value in attributes.items():
        element.set(key.replace("_", "-"), value if isinstance(value, str) else f"{value:.6g}")
    return element
