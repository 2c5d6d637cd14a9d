"""A scene taken apart: the nodes that are kept whole, in the order in which they are painted."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from itertools import count

from engine.matrix import IDENTITY, Matrix, multiply, transformed
from engine.scene.model import Group, Node, Path, Pattern
from engine.svg import Box

type IsWhole = Callable[[Node], bool]
"""Whether a node is not taken further apart; asked of groups alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A node where it stands: `matrix` leads from the space in which it does to the user space of the scene, `within`
    are the groups around it, the outermost first."""

    node: Node
    matrix: Matrix
    within: tuple[Group, ...]

    @property
    def inner(self) -> Matrix:
        """From the node's own space, which its children stand in, to the user space of the scene."""
        return multiply(self.matrix, self.node.matrix) if isinstance(self.node, Group) else self.matrix

    @property
    def extent(self) -> Box | None:
        """A box around all that it paints, in the user space of the scene; it may be too large."""
        return self.node.extent and transformed(self.node.extent, self.matrix)

    @property
    def alone(self) -> Group:
        """The outermost group with nothing else in it."""
        alone = self.node
        for group in reversed(self.within):
            alone = replace(group, children=(alone,))
        return alone if isinstance(alone, Group) else Group((alone,))


def parts(root: Group, is_whole: IsWhole) -> Iterator[Part]:
    """What is in a group, each as often as it is painted."""
    yield from _parts(root, is_whole, IDENTITY, ())


def _parts(group: Group, is_whole: IsWhole, matrix: Matrix, within: tuple[Group, ...]) -> Iterator[Part]:
    inner, around = multiply(matrix, group.matrix), (*within, group)
    for node in group.children:
        if not isinstance(node, Group) or is_whole(node):
            yield Part(node, inner, around)
        else:
            yield from _parts(node, is_whole, inner, around)


def only(root: Group, is_whole: IsWhole, shown: Container[int]) -> Group:
    """The group with those of its `parts` alone whose numbers are `shown`; what stays as it is, is the same object."""
    numbers = count()

    def kept(node: Node) -> Node | None:
        if not isinstance(node, Group) or is_whole(node):
            return node if next(numbers) in shown else None
        found = within(node)
        return found if found.children else None

    def within(group: Group) -> Group:
        children = tuple(found for node in group.children if (found := kept(node)) is not None)
        return group if children == group.children else replace(group, children=children)

    return within(root)


def found(root: Group, wanted: Callable[[Node], bool]) -> Iterator[Part]:
    """Every node that is wanted, wherever it is painted, in patterns and masks too."""
    holding: dict[int, bool] = {}

    def holds(node: Node) -> bool:
        known = holding.get(id(node))
        if known is None:
            known = holding[id(node)] = wanted(node) or any(holds(inner) for inner, _ in _inside(node))
        return known

    def search(node: Node, matrix: Matrix, within: tuple[Group, ...]) -> Iterator[Part]:
        if wanted(node):
            yield Part(node, matrix, within)
        around = (*within, node) if isinstance(node, Group) else within
        for inner, own in _inside(node):
            if holds(inner):
                yield from search(inner, multiply(matrix, own), around)

    yield from search(root, IDENTITY, ())


def _inside(node: Node) -> Iterator[tuple[Node, Matrix]]:
    """What a node is made of, each with the matrix that leads from its space to the node's."""
    if isinstance(node, Group):
        yield from ((child, node.matrix) for child in node.children)
        if node.mask is not None:
            yield node.mask.content, node.matrix
    elif isinstance(node, Path):
        for paint in (node.fill, node.stroke.paint if node.stroke else None):
            if isinstance(paint, Pattern):
                yield paint.content, paint.matrix
