"""A scene in other colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.scene.model import Group, Node, Paint, Path, Pattern, Picture, Scene

type Recolour = Callable[[Paint], Paint]


def repainted(scene: Scene, recolour: Recolour) -> Scene:
    """The scene with other paints; what is shared stays shared, and what stays as it is stays the same object."""
    known: dict[int, Node] = {}
    root = _node(scene.root, recolour, known)
    assert isinstance(root, Group)
    return scene if root is scene.root else replace(scene, root=root)


def _node(node: Node, recolour: Recolour, known: dict[int, Node]) -> Node:
    if id(node) not in known:
        known[id(node)] = _group(node, recolour, known) if isinstance(node, Group) else _leaf(node, recolour, known)
    return known[id(node)]


def _group(group: Group, recolour: Recolour, known: dict[int, Node]) -> Group:
    children = tuple(_node(child, recolour, known) for child in group.children)
    if all(one is other for one, other in zip(children, group.children, strict=True)):
        return group
    return replace(group, children=children)


def _leaf(leaf: Path | Picture, recolour: Recolour, known: dict[int, Node]) -> Path | Picture:
    if isinstance(leaf, Picture):
        return leaf
    fill = None if leaf.fill is None else _paint(leaf.fill, recolour, known)
    stroke = leaf.stroke
    if stroke is not None:
        paint = _paint(stroke.paint, recolour, known)
        stroke = stroke if paint is stroke.paint else replace(stroke, paint=paint)
    return leaf if fill is leaf.fill and stroke is leaf.stroke else replace(leaf, fill=fill, stroke=stroke)


def _paint(paint: Paint, recolour: Recolour, known: dict[int, Node]) -> Paint:
    if isinstance(paint, Pattern):
        content = _group(paint.content, recolour, known)
        return paint if content is paint.content else replace(paint, content=content)
    return recolour(paint)
