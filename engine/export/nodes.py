"""The tree that is drawn: its nodes by id, and what they say, own or inherited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import hypot, isfinite, sqrt
from typing import Protocol

import tinycss2.color4
from lxml import etree

from engine.errors import BadInput
from engine.svg import SVG, number
from engine.typography.conditions import holds
from engine.typography.stylesheet import StyleSheet
from engine.typography.units import length

type Rgba = tuple[float, float, float, float]
type Stop = tuple[float, Rgba]  # of a gradient: its place from 0 to 1

_REFERENCE = re.compile(r"""\s*url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)""", re.DOTALL)
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_EM = 16.0  # px, where no text is
_LONGEST_COLOR = 200  # characters
_NOT_INHERITED = frozenset(
    (
        "clip", "clip-path", "display", "filter", "height", "id", "mask", "opacity", "overflow", "rotate", "stop-color",
        "stop-opacity", "style", "transform", "transform-origin", "viewBox", "width", "x", "y", "dx", "dy", "href",
        _XLINK_HREF,
    )
)  # fmt: skip
_COLORS = ("fill", "flood-color", "lighting-color", "stop-color", "stroke")


class Node(dict[str, str]):
    """An element: its attributes, what is declared for it and what it inherits, and its children.

    `size` counts it and all below it. `parent` is what it inherits from, wherever it stands.
    """

    def __init__(self, element: etree._Element, sheet: StyleSheet, parent: Node | None = None) -> None:
        super().__init__()
        self.element = element
        self.sheet = sheet
        self.parent = parent
        self.tag = str(element.tag).removeprefix(f"{{{SVG}}}")
        if parent is not None:
            self.update((name, value) for name, value in parent.items() if name not in _NOT_INHERITED)
        self.update((str(name), str(value)) for name, value in element.attrib.items())
        declared = sheet.declared(element)
        for important in (False, True):
            self.update((name, value) for name, value, weighs in declared if weighs is important)
        self._settle(parent)
        shown = [child for child in element.iterchildren(etree.Element) if holds(child)]
        self.children = [Node(child, sheet, self) for child in (shown[:1] if self.tag == "switch" else shown)]
        self.size: int = 1 + sum(child.size for child in self.children)

    def _settle(self, parent: Node | None) -> None:
        """Puts what they stand for in the place of currentColor and inherit."""
        for name in _COLORS:
            if self.get(name) == "currentColor":
                self[name] = self.get("color", "black")
        for name in [name for name, value in self.items() if value == "inherit"]:
            if parent is not None and name in parent:
                self[name] = parent[name]
            else:
                del self[name]


def by_id(root: Node) -> dict[str, Node]:
    """All nodes that have an id; the first of each."""
    found: dict[str, Node] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.get("id"):
            found.setdefault(node["id"], node)
        waiting.extend(reversed(node.children))
    return found


def reference(value: str | None) -> tuple[str | None, str]:
    """The id that `url(#id) rest` names, and the rest; no id and the whole for anything else."""
    match = _REFERENCE.match(value or "")
    return (match[1], match[2].strip()) if match else (None, (value or "").strip())


def href(node: Node) -> str:
    return str(node.get("href") or node.get(_XLINK_HREF) or "").strip()


class HasViewport(Protocol):
    """What percentages are of, in user units."""

    context_width: float
    context_height: float


def size(drawing: HasViewport, value: str | None, reference: str | float = "xy", default: float = 0.0) -> float:
    """A length in user units; the default where it is missing or none.

    100% is the width ("x"), the height ("y") or the diagonal ("xy") of the viewport, or a number.
    """
    if not value:
        return default
    whole = _whole(drawing, reference) if value.rstrip().endswith("%") else 0.0
    px = length(value, em=_EM, percent=whole)
    return default if px is None else px


def _whole(drawing: HasViewport, reference: str | float) -> float:
    if not isinstance(reference, str):
        return reference
    width, height = drawing.context_width, drawing.context_height
    return {"x": width, "y": height}.get(reference, hypot(width, height) / sqrt(2))


def own(node: Node, name: str) -> str | None:
    """An attribute of the element itself, for what SVG does not inherit and CairoSVG does."""
    return node.element.get(name)


def chain(node: Node, nodes: Mapping[str, Node]) -> Iterator[Node]:
    """A gradient or pattern, the one its href names, the one that names, and so on."""
    seen: list[Node] = []
    following: Node | None = node
    while following is not None and not any(following is each for each in seen):
        seen.append(following)
        yield following
        following = nodes.get(href(following).removeprefix("#"))


def fraction(value: str | None, default: float = 1.0) -> float:
    """A number or percentage from 0 to 1."""
    if value is None:
        return default
    text = value.strip()
    share = number(text[:-1], 100 * default) / 100 if text.endswith("%") else number(text, default)
    return min(1.0, max(0.0, share))


@lru_cache(maxsize=4096)
def color(value: str) -> Rgba | None:
    """A CSS colour as sRGB and opacity from 0 to 1; None for “none” and for what is no colour.

    Raises BadInput for a colour of a space that renderers do not agree on (lab, oklch …).
    """
    if len(value) > _LONGEST_COLOR:
        return None
    parsed = tinycss2.color4.parse_color(value)
    if parsed is None or isinstance(parsed, str):
        return None
    try:
        red, green, blue, alpha = parsed.to("srgb")
    except NotImplementedError:
        raise BadInput.of(
            "the colour “{color}” can't be drawn the same everywhere", todo="write it as #rrggbb", color=value
        ) from None
    if not all(map(isfinite, (red, green, blue, alpha))):
        return None
    return red, green, blue, alpha
