"""Optical spacing of Nastaliq: the parts of a word as near to one another as their ink allows, words clearly apart.

Fonts part letters by advances. In a hand that climbs and nests, what follows a letter that does not join then stands as
far off as the next word: «بزر گداشت». Here a gap is what the eye sees, the least distance from ink to ink.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from engine.typography.clusters import Cluster
from engine.typography.face import Face
from engine.typography.hands import is_nastaliq
from engine.typography.ink import Ink, drop, glyphs_ink
from engine.typography.shape import Glyph

WITHIN, BETWEEN = 0.09, 0.32  # em from ink to ink: between the parts of a word, and between words
_DEEPEST = 0.55  # em that a part may come to reach over the one to its right
_WORD_SPACE = 0.23  # em at least between the rightmost ink of a word and the leftmost of the one before
_FARTHEST = 0.6  # em that anything is moved
_TOUCHING = 0.02  # em between points of outlines that are one stroke
_SEEN_BACK = 4  # parts to the right that a part keeps clear of


@dataclass(frozen=True, slots=True)
class _Letter:
    """A cluster, all lengths in em of the line's first: what decides the gaps. `size` is its own."""

    face: Face
    size: float
    glyphs: tuple[Glyph, ...]
    advance: float
    parts_words: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """Letters that are joined: the indices `first` to `last` from left to right, where they stand in the font's own
    spacing, and whether it begins a word."""

    first: int
    last: int
    ink: Ink
    begins_word: bool


def nest(clusters: Sequence[Cluster]) -> None:
    """Moves the parts of a line's words towards each other, or apart, by the advances of its clusters."""
    if not any(is_nastaliq(cluster.face) for cluster in clusters):
        return
    em = clusters[0].size
    letters = tuple(
        _Letter(each.face, each.size / em, each.glyphs, each.advance / em, each.character.isspace())
        for each in clusters
    )
    for cluster, move in zip(clusters, _moves(letters), strict=True):
        cluster.advance += move * em


@lru_cache(512)
def _moves(letters: tuple[_Letter, ...]) -> tuple[float, ...]:
    """What each letter's advance has to grow by, in em."""
    moves = [0.0] * len(letters)
    placed: list[Ink] = []
    offset = 0.0  # of all that is still to come, to the right
    for part in _parts(letters):
        ink = part.ink.moved(offset, 0)
        if placed and is_nastaliq(letters[part.last].face):
            move = -_leftwards(Ink.together(placed[-_SEEN_BACK:]), placed[-1], ink, begins_word=part.begins_word)
            moves[part.last] = -move
            offset += move
            ink = ink.moved(move, 0)
        placed.append(ink)
    return tuple(moves)


def _leftwards(right: Ink, next_to: Ink, ink: Ink, *, begins_word: bool) -> float:
    """How far ink has to go to the left to be read as the next part, or the next word, after what is to its right."""
    overlap = ink.box[2] - next_to.box[0]
    wanted = drop(_turned(right), _turned(ink), BETWEEN if begins_word else WITHIN)
    least = overlap + _WORD_SPACE if begins_word else min(overlap - _DEEPEST, 0.0)
    return min(max(wanted, least, -_FARTHEST), _FARTHEST)


def _turned(ink: Ink) -> Ink:
    """Down is where left was."""
    return Ink(np.stack((ink.points[:, 1], -ink.points[:, 0]), axis=1), ink.dots)


def _parts(letters: Sequence[_Letter]) -> Iterator[_Part]:
    """The joined parts from right to left, as they are written."""
    starts = [0.0, *accumulate(letter.advance for letter in letters)]
    last, ink, begins_word = len(letters) - 1, None, False
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        own = glyphs_ink(letter.face, letter.glyphs, letter.size).moved(starts[index], 0)
        if ink is not None and own and _touch(own, ink):
            ink = Ink.together([ink, own])
            continue
        if ink is not None:
            yield _Part(index + 1, last, ink, begins_word)
            begins_word = False
        begins_word = begins_word or letter.parts_words
        last, ink = index, own or None
    if ink is not None:
        yield _Part(0, last, ink, begins_word)


def _touch(one: Ink, other: Ink) -> bool:
    left, top, right, bottom = other.box
    points = one.points[
        (one.points[:, 0] > left - _TOUCHING)
        & (one.points[:, 0] < right + _TOUCHING)
        & (one.points[:, 1] > top - _TOUCHING)
        & (one.points[:, 1] < bottom + _TOUCHING)
    ]
    if not len(points):
        return False
    distances = ((points[:, None, :] - other.points[None, :, :]) ** 2).sum(axis=2)
    return bool(distances.min() < _TOUCHING**2)
