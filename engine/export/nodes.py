"""The tree that CairoSVG reads: its nodes by id, and what their attributes say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import tinycss2.color4

from engine.errors import BadInput

type Node = Any  # cairosvg.parser.Node: the element's attributes and what it inherits, and its children
type Rgba = tuple[float, float, float, float]
type Stop = tuple[float, Rgba]  # of a gradient: its place from 0 to 1

_REFERENCE = re.compile(r"""\s*url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)""", re.DOTALL)
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


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


def own(node: Node, name: str) -> str | None:
    """An attribute of the element itself, for what SVG does not inherit and CairoSVG does."""
    value: str | None = node.element.etree_element.get(name)
    return value


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
    try:
        number = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return default
    return min(1.0, max(0.0, number))


@lru_cache(maxsize=4096)
def color(value: str) -> Rgba | None:
    """A CSS colour as sRGB and opacity from 0 to 1; None for “none” and for what is no colour.

    Raises BadInput for a colour of a space that renderers do not agree on (lab, oklch …).
    """
    parsed = tinycss2.color4.parse_color(value)
    if parsed is None or isinstance(parsed, str):
        return None
    try:
        red, green, blue, alpha = parsed.to("srgb")
    except NotImplementedError:
        raise BadInput.of(
            "the colour “{color}” can't be drawn the same everywhere", todo="write it as #rrggbb", color=value
        ) from None
    return red, green, blue, alpha
