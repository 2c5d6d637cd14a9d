"""Panes: the pieces into which the lines of a star pattern cut the plane, for stained glass."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from math import atan2

from engine.ornament.geometry import Point
from engine.ornament.hankin import Field, StarPattern, moved_knots

type Polygon = tuple[Point, ...]


def panes(pattern: StarPattern, width: float, height: float, cell: float) -> list[Polygon]:
    """All pieces over a rectangle at the origin, whose middle is the pattern's; those at its rim stand over it.

    Clockwise on the screen; lengths in the rectangle's units.
    """
    places: dict[tuple[int, int], Point] = {}
    ways: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)

    def place(p: Point) -> tuple[int, int]:
        key = round(p[0] * 4), round(p[1] * 4)
        near = ((key[0] + a, key[1] + b) for a in (0, -1, 1) for b in (0, -1, 1))
        found = next((each for each in near if each in places), key)
        places.setdefault(found, p)
        return found

    field = Field(pattern.tiling, width, height, cell)
    for strand in pattern.strands:
        knots = [*strand.knots, *moved_knots(pattern.tiling, strand.knots[:1], strand.step)]
        for step in field.steps([knot.point for knot in knots]):
            line = [place(field.put(knot.point, step)) for knot in knots]
            for a, b in pairwise(line):
                if a != b:
                    ways[a].add(b)
                    ways[b].add(a)
    return [face for face in _faces(places, ways) if 0 < _area(face) < cell * cell]


def _faces(places: dict[tuple[int, int], Point], ways: dict[tuple[int, int], set[tuple[int, int]]]) -> list[Polygon]:
    """The faces of a plane graph: from each edge on, always the next way to the right."""

    def angle(a: tuple[int, int], b: tuple[int, int]) -> float:
        return atan2(places[b][1] - places[a][1], places[b][0] - places[a][0])

    turns = {a: sorted(others, key=lambda b: angle(a, b)) for a, others in ways.items()}
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    faces = []
    for first, others in turns.items():
        for second in others:
            face, edge = [], (first, second)
            while edge not in seen:
                seen.add(edge)
                face.append(places[edge[0]])
                around = turns[edge[1]]
                edge = edge[1], around[around.index(edge[0]) - 1]
            if len(face) > 2:
                faces.append(tuple(face))
    return faces


def _area(face: Polygon) -> float:
    """Positive where the face runs clockwise on the screen."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(face, (*face[1:], face[0]), strict=True)) / 2
