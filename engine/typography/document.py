"""Reading and writing SVG documents, whoever they come from."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from lxml import etree

from engine.svg import parse as parse_svg
from engine.typography.matrix import IDENTITY, Matrix, multiply, parse, scaling, translation
from engine.typography.names import local
from engine.typography.units import length
from engine.typography.viewport import view_box, viewport_of

MAX_CHARACTERS = 50_000  # of text in one document; a newspaper page has 20,000


def read(svg: etree._ElementTree | bytes, source: Path | str) -> etree._ElementTree:
    """The document, as a tree of our own that may be changed. Raises BadInput where it is not SVG."""
    return parse_svg(svg, source) if isinstance(svg, bytes) else deepcopy(svg)


def to_root(element: etree._Element) -> Matrix:
    """From the coordinates inside an element to the user units of the root (its viewBox)."""
    matrix = IDENTITY
    at: etree._Element | None = element
    while at is not None and at.getparent() is not None:
        if local(at) == "svg":
            matrix = multiply(_nested(at), matrix)
        matrix = multiply(parse(at.get("transform")), matrix)
        at = at.getparent()
    return matrix


def _nested(svg: etree._Element) -> Matrix:
    """What a nested svg does to its content, for the usual xMidYMid meet."""
    parent = svg.getparent()
    outer = viewport_of(svg if parent is None else parent)
    x = length(svg.get("x"), em=12, percent=outer.width) or 0
    y = length(svg.get("y"), em=12, percent=outer.height) or 0
    box = view_box(svg)
    if box is None:
        return translation(x, y)
    width = length(svg.get("width"), em=12, percent=outer.width) or outer.width
    height = length(svg.get("height"), em=12, percent=outer.height) or outer.height
    scale = min(width / box[2], height / box[3])
    left = x + (width - box[2] * scale) / 2
    top = y + (height - box[3] * scale) / 2
    return multiply(multiply(translation(left, top), scaling(scale, scale)), translation(-box[0], -box[1]))
