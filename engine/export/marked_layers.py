"""The layers of an artwork: what a template has marked as ground, light, ornament and lettering, each by itself."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Literal, get_args

from lxml import etree

from engine.export.styles import DEFINITIONS, local
from engine.svg import parse

type Layer = Literal["ground", "light", "ornament", "lettering"]

LAYERS: tuple[Layer, ...] = get_args(Layer.__value__)
"""From back to front."""
MARK = "data-layer"


def layers_of(svg: bytes) -> Mapping[Layer, bytes]:
    """The artwork of each layer, on the same user space; laid over each other they are the artwork.

    What stands at the top of the drawing without a mark goes with what is below it, at last with the ground.
    """
    root = parse(svg, "artwork").getroot()
    return {layer: _only(root, layer) for layer in LAYERS}


def _only(root: etree._Element, layer: Layer) -> bytes:
    alone = deepcopy(root)
    current: str = LAYERS[0]
    for element in list(alone.iterchildren(etree.Element)):
        if local(element) in DEFINITIONS:
            continue
        current = element.get(MARK, current)
        if current != layer:
            alone.remove(element)
    return etree.tostring(alone)
