"""The hands that faces are written in, as far as setting depends on them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from engine.typography.fonts.face import Face

_NASTALIQ = ("nastaliq", "nastaleeq", "نستعلیق")
_RUQAA = ("ruqaa", "diwani", "رقعه")


@lru_cache(256)
def hangs(face: Face) -> bool:
    """Whether its words hang on a slope, as in Nastaliq and Ruqaa: no flat kashida fits, and lines may meet."""
    return _named(face, (*_NASTALIQ, *_RUQAA))


@lru_cache(256)
def is_nastaliq(face: Face) -> bool:
    """Whether it is a face of the hand in which parts of a word nest under one another."""
    return _named(face, _NASTALIQ)


def _named(face: Face, words: Iterable[str]) -> bool:
    names = " ".join(face.names).casefold()
    return any(word in names for word in words)
