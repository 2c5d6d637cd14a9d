"""The layers of an artwork: what a template has marked as ground, light, ornament and lettering, each by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, get_args

from engine.scene.model import Group, Node, Scene

type Layer = Literal["ground", "light", "ornament", "lettering"]

LAYERS: tuple[Layer, ...] = get_args(Layer.__value__)
"""From back to front."""
MARK = "data-layer"


def layers_of(scene: Scene) -> Mapping[Layer, Scene]:
    """The scene of each layer, on the same user space; laid over each other they are the artwork.

    What stands at the top of the drawing without a mark goes with what is below it, at last with the ground.
    """
    nodes: dict[str, list[Node]] = {}
    current: str = LAYERS[0]
    for node in scene.root.children:
        current = dict(node.marks).get(MARK, current) if isinstance(node, Group) else current
        nodes.setdefault(current, []).append(node)
    return {layer: replace(scene, root=replace(scene.root, children=tuple(nodes.get(layer, ())))) for layer in LAYERS}
