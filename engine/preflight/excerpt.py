"""A part of an artwork by itself: some of its leaves, and the definitions that they need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy

from lxml import etree

from engine.export.styles import DEFINITIONS, local
from engine.svg import references, tag


def excerpt(root: etree._Element, leaves: Collection[etree._Element]) -> etree._Element:
    """A copy of an artwork that draws these leaves only. What it no longer refers to is left out, to be read faster."""
    copy = _copied(root, frozenset(leaves))
    by_id = {id: each for each in reversed(list(root.iter(etree.Element))) if (id := each.get("id"))}
    needed: dict[str, etree._Element] = {}
    waiting: list[etree._Element] = [copy]
    while waiting:
        for id in sorted(references(etree.tostring(waiting.pop()))):
            if id in by_id and id not in needed:
                needed[id] = by_id[id]
                waiting.append(by_id[id])
    defs = etree.Element(tag("defs"))
    defs.extend(deepcopy(each) for each in _outermost(needed))
    copy.insert(0, defs)
    return copy


def _copied(element: etree._Element, leaves: frozenset[etree._Element]) -> etree._Element:
    """The element with those of its descendants that are leaves to be drawn, or style sheets."""
    copy = etree.Element(element.tag, element.attrib, element.nsmap)
    for child in element.iterchildren(etree.Element):
        if child in leaves or local(child) == "style":
            copy.append(deepcopy(child))
        elif len(child) and local(child) not in DEFINITIONS:
            inner = _copied(child, leaves)
            if len(inner):
                copy.append(inner)
    return copy


def _outermost(needed: Mapping[str, etree._Element]) -> Iterable[etree._Element]:
    """Those that do not stand within another one."""
    elements = frozenset(needed.values())
    return [each for each in needed.values() if elements.isdisjoint(each.iterancestors())]
