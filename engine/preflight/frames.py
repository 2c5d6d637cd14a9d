"""The boxes in which the texts of a filled template are set."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from engine.preflight.findings import first_words
from engine.svg import Box, tag
from engine.typography.boxes import shape_box

_INSIDE = re.compile(r"""shape-inside\s*:\s*url\(\s*["']?#([^"')]+)""")


def frames_of(tree: etree._ElementTree) -> Mapping[str, Box]:
    """Name of a text (its id, else its first words) → the box it is set in, in the text's own user units."""
    shapes = {id: each for each in tree.iter(etree.Element) if (id := each.get("id"))}
    frames = {}
    for text in tree.iter(tag("text")):
        named = _INSIDE.search(text.get("style", "")) or re.match(r"url\(#([^)]+)", text.get("shape-inside", ""))
        shape = shapes.get(named[1]) if named else None
        box = shape_box(shape) if shape is not None else None
        if box is not None:
            frames[text.get("id") or first_words("".join(text.itertext()))] = box
    return frames
