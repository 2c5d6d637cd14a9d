"""Optical spacing of Nastaliq: the parts of a word as near to one another as their ink allows, words clearly apart.

Fonts part letters by advances. In a hand that climbs and nests, what follows a letter that does not join then stands as
far off as the next word: «بزر گداشت». Here a gap is what the eye sees, the least distance from ink to ink.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

import numpy as np

from engine.typography.fonts.face import Face
from engine.typography.fonts.hands import is_nastaliq
from engine.typography.ink.profile import Ink, drop, glyphs_ink
from engine.typography.runs.clusters import Cluster
from engine.typography.runs.shape import Glyph

WITHIN, BETWEEN = 0.09, 0.32  # em from ink to ink: between the parts of a word, and between words
OVER = 0.2  # em from ink to ink between a bar that rises over the word before it, as a kaf's, and that word
_BAR = 0.35  # em that a bar rises to the right of its letter's foot; less is a slant, as an alef's
_DEEPEST = 0.55  # em that a part may come to reach over the one to its right
_WORD_SPACE = 0.18  # em at least between the rightmost ink of a word and the leftmost of the one before
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
    spacing, how far right its first letter reaches without a bar, and whether it begins a word."""

    first: int
    last: int
    ink: Ink
    foot: float
    begins_word: bool

    def moved(self, x: float) -> _Part:
        return replace(self, ink=self.ink.moved(x, 0), foot=self.foot + x)

    @property
    def body(self) -> Ink:
        return self.ink.where(self.ink.points[:, 0] <= self.foot)

    @property
    def bar(self) -> Ink:
        """What rises to the right over the word before: the eye parts words where they stand, not by this."""
        return self.ink.where(self.ink.points[:, 0] > self.foot)


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
        part = part.moved(offset)
        if placed and is_nastaliq(letters[part.last].face):
            apart = _as_next_word if part.begins_word else _as_next_part
            move = -min(max(apart(Ink.together(placed[-_SEEN_BACK:]), placed[-1], part), -_FARTHEST), _FARTHEST)
            moves[part.last] = -move
            offset += move
            part = part.moved(move)
        placed.append(part.ink)
    return tuple(moves)


def _as_next_part(right: Ink, next_to: Ink, part: _Part) -> float:
    """How far a part has to go to the left to be read with what is to its right, in one word."""
    overlap = part.ink.box[2] - next_to.box[0]
    return max(_leftwards(right, part.ink, WITHIN), min(overlap - _DEEPEST, 0.0))


def _as_next_word(right: Ink, next_to: Ink, part: _Part) -> float:
    """How far a part has to go to the left to be read as the next word."""
    body, bar = part.body, part.bar
    least = body.box[2] - next_to.box[0] + _WORD_SPACE
    under_bar = [_leftwards(right, bar, OVER)] if bar else []
    return max(_leftwards(right, body, BETWEEN), least, *under_bar)


def _leftwards(right: Ink, ink: Ink, clearance: float) -> float:
    return drop(_turned(right), _turned(ink), clearance)


def _turned(ink: Ink) -> Ink:
    """Down is where left was."""
    return Ink(np.stack((ink.points[:, 1], -ink.points[:, 0]), axis=1), ink.dots)


def _parts(letters: Sequence[_Letter]) -> Iterator[_Part]:
    """The joined parts from right to left, as they are written."""
    starts = [0.0, *accumulate(letter.advance for letter in letters)]
    last, ink, foot, begins_word = len(letters) - 1, None, 0.0, False
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        own = glyphs_ink(letter.face, letter.glyphs, letter.size).moved(starts[index], 0)
        if ink is not None and own and _touch(own, ink):
            ink = Ink.together([ink, own])
            continue
        if ink is not None:
            yield _Part(index + 1, last, ink, foot, begins_word)
            begins_word = False
        begins_word = begins_word or letter.parts_words
        last, ink, foot = index, own or None, _foot(own) if own else 0.0
    if ink is not None:
        yield _Part(0, last, ink, foot, begins_word)


def _foot(letter: Ink) -> float:
    _, top, right, bottom = letter.box
    foot = float(letter.points[letter.points[:, 1] > (top + bottom) / 2, 0].max())
    return foot if right - foot > _BAR else right


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
