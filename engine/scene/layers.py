"""A scene in layers, each a scene of its own, that give its picture when they are drawn one upon the other.

What is heavy and has no words, the ground, is apart from the words and the light things among them. So the pieces of
a run have their heavy layers in common, with the same digest, whatever template they come from: each is drawn once
and remembered (engine.memory), and nobody has to say what a brief changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from engine.scene.model import Group, Mask, Node, Path, Pattern, Picture, Scene
from engine.scene.parts import only, parts

HEAVY = 600
"""Coordinates that are drawn; what is lighter is sooner drawn than looked for."""
_NODE = 10  # coordinates that are as much work as a node, whatever it draws


@lru_cache(maxsize=2)  # for the file, its preview and its check
def layers(scene: Scene) -> tuple[Scene, ...]:
    """The layers of a scene from the ground up; the scene alone where it can't be taken apart.

    They follow from the scene alone, never from others that were made before.
    """
    if not scene.root.is_plain or _blends(scene.root):
        return (scene,)
    found = tuple(_Parting(scene.root).layers())
    return (scene,) if len(found) == 1 else tuple(replace(scene, root=root) for root in found)


def _blends(group: Group) -> bool:
    """Whether anything in it is mixed with what lies below."""
    return group.blend != "normal" or any(isinstance(each, Group) and _blends(each) for each in group.children)


@dataclass(frozen=True, slots=True)
class _Part:
    """Nodes that are drawn one after another, by their numbers."""

    numbers: tuple[int, ...]
    is_heavy: bool


class _Parting:
    """One scene being taken apart."""

    def __init__(self, root: Group) -> None:
        self._root = root
        self._weights: dict[int, int] = {}

    def layers(self) -> Iterator[Group]:
        for run in self._runs():
            yield only(self._root, self._is_whole, frozenset(number for part in run for number in part.numbers))

    def _runs(self) -> Iterator[list[_Part]]:
        """The parts of each layer: one that is heavy by itself, and light ones that follow each other together."""
        run: list[_Part] = []
        for part in self._parts():
            if run and (part.is_heavy or run[-1].is_heavy):
                yield run
                run = []
            run.append(part)
        if run:
            yield run

    def _parts(self) -> Iterator[_Part]:
        """Each text, and all that lies between two."""
        single = enumerate(part.node for part in parts(self._root, self._is_whole))
        for has_words, numbered in groupby(single, lambda each: _has_words(each[1])):
            if has_words:
                yield from (_Part((number,), self._is_heavy(node)) for number, node in numbered)
            else:
                between = list(numbered)
                weight = sum(self._weight(node) for _, node in between)
                yield _Part(tuple(number for number, _ in between), weight > HEAVY)

    def _is_whole(self, node: Node) -> bool:
        """Whether it is not taken further apart; what is a text itself stays one."""
        return not (
            isinstance(node, Group) and node.has_words and node.words is None and node.is_plain and self._is_heavy(node)
        )

    def _is_heavy(self, node: Node) -> bool:
        return self._weight(node) > HEAVY

    def _weight(self, node: Node | Mask | Pattern) -> int:
        """How much work it is, in coordinates that are drawn."""
        key = id(node)
        if key not in self._weights:
            self._weights[key] = self._weighed(node)
        return self._weights[key]

    def _weighed(self, node: Node | Mask | Pattern) -> int:
        match node:
            case Picture():
                return HEAVY + 1
            case Path():
                paints = (node.fill, node.stroke.paint if node.stroke else None)
                tiles = sum(self._weight(paint) for paint in paints if isinstance(paint, Pattern))
                return _NODE + len(node.outline.points) + tiles
            case Group():
                inside = sum(map(self._weight, node.children))
                return inside + (self._weight(node.mask) if node.mask else 0) + (HEAVY if node.filters else 0)
            case Mask() | Pattern():
                return self._weight(node.content)


def _has_words(node: Node) -> bool:
    return isinstance(node, Group) and node.has_words
