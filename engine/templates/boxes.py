"""Rectangles that a designer draws to say where something goes: `box('chart')` is the one with the id “chart”."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from engine.errors import BadInputValue
from engine.svg import Box, length, tag


@dataclass(frozen=True, slots=True)
class Boxes:
    """The rectangles of an artboard by their ids, each in the user space that it is drawn in."""

    by_id: Mapping[str, Box]

    def of(self, id: str) -> Box:
        """The rectangle of an id. Raises BadInputValue for an id that no rectangle has."""
        if id not in self.by_id:
            raise BadInputValue.of(
                "there is no rectangle “{id}” in the artboard",
                todo="draw one, and give it this id in Object Properties",
                id=id,
            )
        return self.by_id[id]


def boxes_of(root: etree._Element) -> Boxes:
    """The rectangles of a parsed artboard."""
    named = ((rect.get("id"), rect) for rect in root.iter(tag("rect")))
    return Boxes({id: _box(rect) for id, rect in named if id})


def _box(rect: etree._Element) -> Box:
    return Box(*(length(rect.get(side)) or 0.0 for side in ("x", "y", "width", "height")))
