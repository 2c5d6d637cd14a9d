"""Facts about the letters of Persian text."""

from __future__ import annotations

import re

from engine.controls import UNPRINTABLE

ZWNJ = "\u200c"
KASHIDA = "\u0640"
NBSP = "\u00a0"

INVISIBLE = re.compile(rf"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]|{UNPRINTABLE.pattern}")
"""Characters that no text has, and the marks of direction and byte order that programs leave in what people type."""

# Letters that Arabic keyboards type for Persian ones.
ARABIC_TO_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})

LETTERS = r"\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9"
"""Letters of the Arabic script, for a regular expression's character class."""

MARKS = r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff"
"""Vowel and other marks of the Arabic script, for a regular expression's character class."""


def without_marks(text: str) -> str:
    """The text without vowel marks, for looking words up; never for setting it."""
    return re.sub(f"[{MARKS}]", "", text)
