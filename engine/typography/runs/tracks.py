"""The path that a textPath runs along."""

from __future__ import annotations

from lxml import etree

from engine.matrix import IDENTITY
from engine.scene import pathdata
from engine.scene.elements import href
from engine.typography.runs.geometry import Track, curves, moved
from engine.typography.styles.styling import Styles


def track_of(element: etree._Element, styles: Styles) -> Track | None:
    """The path a textPath runs along: its own `path`, else what it refers to with that one's transform; or None."""
    outline, matrix = pathdata.outline(element.get("path", "")), IDENTITY
    if not outline.operations:
        shape = styles.named(href(element)[1:]) if href(element).startswith("#") else None
        found = styles.shape(shape) if shape is not None else None
        if found is None:
            return None
        outline, matrix = found
    whole = Track(moved(curves(outline), matrix))
    return whole.reversed() if element.get("side") == "right" else whole
