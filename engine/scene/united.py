"""Clips of several shapes as masks, for renderers that show holes where the shapes overlap, as librsvg does."""

from __future__ import annotations

from dataclasses import replace

from engine.matrix import multiply
from engine.scene.model import Clip, ClipPart, Group, Mask, Node, Path, Solid, bounds
from engine.svg import Box

_WHITE = Solid((1.0, 1.0, 1.0, 1.0))


def without_overlaps(root: Group) -> Group:
    """A group that looks alike, in which no clip has more than one shape; what is shared stays shared."""
    found = _node(root, {})
    assert isinstance(found, Group)
    return found


def _node(node: Node, known: dict[int, Node]) -> Node:
    if not isinstance(node, Group):
        return node
    if id(node) not in known:
        children = tuple(_node(child, known) for child in node.children)
        same = all(one is other for one, other in zip(children, node.children, strict=True))
        known[id(node)] = _group(node if same else replace(node, children=children))
    return known[id(node)]


def _group(group: Group) -> Group:
    several = [clip for clip in group.clips if len(clip.parts) > 1]
    if not several:
        return group
    single = tuple(clip for clip in group.clips if len(clip.parts) == 1)
    drawn = replace(group, clips=single, matrix=(1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    for clip in several:
        drawn = Group((drawn,), mask=_mask(clip))
    return replace(drawn, matrix=multiply(group.matrix, drawn.matrix))


def _mask(clip: Clip) -> Mask:
    content = Group(tuple(map(_shown, clip.parts)))
    return Mask(content, bounds(content) or Box(0, 0, 0, 0), kind="alpha")


def _shown(part: ClipPart) -> Group:
    """A part of a clip as a white shape. Its own clips stand in the group's space."""
    shape = Group((Path(part.outline, fill=_WHITE, rule=part.rule),), matrix=part.matrix)
    return _group(Group((shape,), clips=part.clips))
