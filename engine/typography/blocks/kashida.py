"""Where a word may be lengthened by kashidas, and where typesetters would do it first.

The order of preference is the one the composers of Arabic-script systems share (Microsoft's OpenType notes, Adobe's,
W3C alreq on justification). Which letters join is Unicode's ArabicShaping.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from engine.persian.letters import KASHIDA, LETTERS, MARKS, ZWNJ

_NOT_LEFT_JOINING = re.compile(
    "[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf"
    "\u06d2\u06d3\u06d5\u06ee\u06ef]"
)
_UNJOINED = frozenset("ء\u0674")
_ALEFS = frozenset("اآأإٱ")
_SACRED = re.compile(r"(?:و|ف|ب|ک|ت)?(?:الله|لله|اللهم)")  # one sign in the eyes of readers

_TOKEN = re.compile(rf"[{LETTERS}{MARKS}{KASHIDA}{ZWNJ}]+")
_PIECE = re.compile(rf"[{LETTERS}{MARKS}{KASHIDA}]+")
_NO_LETTER = re.compile(f"[{MARKS}{KASHIDA}{ZWNJ}]")
_MARKS = re.compile(f"[{MARKS}]")

_SEEN_SAD = frozenset("سشصض")
_DAL_HEH = frozenset("هةۀدذ")
_UPRIGHT = frozenset("اآأإٱطظلکگك")
_BEH = frozenset("بپتثنیئي")
_REH_YEH = frozenset("رزژیيى")
_ROUND = frozenset("وؤعغفق")


@dataclass(frozen=True, slots=True)
class Point:
    """A place for kashidas: before the character `index` of the text; a lower `rank` is a better place."""

    index: int
    rank: int


def points(text: str, shortest: int = 0) -> tuple[tuple[Point, ...], ...]:
    """For each word of `text` that has any, its places from best to worst; words under `shortest` letters have none."""
    words = (word for word in _TOKEN.finditer(text) if len(_NO_LETTER.sub("", word[0])) >= shortest)
    found = (tuple(sorted(_in_word(word), key=_preference)) for word in words)
    return tuple(places for places in found if places)


def _preference(point: Point) -> tuple[int, int]:
    return point.rank, -point.index  # of equals, the one nearest the word's end


def _in_word(word: re.Match[str]) -> Iterator[Point]:
    if _SACRED.fullmatch(_MARKS.sub("", word[0])):
        return
    for piece in _PIECE.finditer(word.string, word.start(), word.end()):
        letters = [index for index in range(*piece.span()) if not _MARKS.match(word.string, index)]
        if len(letters) > 2:
            yield from _in_piece(word.string, letters)


def _in_piece(text: str, letters: list[int]) -> Iterator[Point]:
    joined = [_join(text[left], text[right]) for left, right in pairwise(letters)] + [False]
    for number, right in enumerate(letters[1:], start=1):
        if joined[number - 1]:
            after = text[letters[number + 1]] if joined[number] else ""
            rank = _rank(text[letters[number - 1]], text[right], after)
            if rank:
                yield Point(right, rank)


def _join(left: str, right: str) -> bool:
    return not _NOT_LEFT_JOINING.match(left) and right not in _UNJOINED


def _rank(left: str, right: str, after: str) -> int:
    """How well kashidas stand between two joined letters, 1 is best; 0 for nowhere.

    `after` is the letter joined to the right one, "" where that has its final form.
    """
    final = not after
    if left == "ل" and right in _ALEFS:
        return 0
    if KASHIDA in (left, right):
        return 1
    if left in _SEEN_SAD:
        return 2
    if final and right in _DAL_HEH:
        return 3
    if final and right in _UPRIGHT:
        return 4
    if right in _BEH and after in _REH_YEH:
        return 5
    if final and right in _ROUND:
        return 6
    if final:
        return 7
    return 8
