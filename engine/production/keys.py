"""What the files of a brief are called, where no id of ours names it."""

from __future__ import annotations

import re
from collections.abc import Collection

from engine.persian.digits import LATIN_DIGITS

LONGEST = 60  # characters of words: two bytes each in UTF-8, of the 255 that a file's name may have


def hyphened(*parts: str) -> str:
    """Words as a part of a file's name: «۱۴۰۵/۱۲۳», «مریم احمدی» → 1405-123-مریم-احمدی."""
    return re.sub(r"[^\w]+", "-", " ".join(parts).translate(LATIN_DIGITS)).strip("-")


def key_of(day: object, *words: str) -> str:
    """A day and words as a file's name: «۱۴۰۵/۱۲۳», «مریم احمدی» → 1405-09-15_1405-123-مریم-احمدی."""
    name = hyphened(*words)
    if len(name) > LONGEST:
        name = name[:LONGEST].rpartition("-")[0] or name[:LONGEST]
    return f"{day}_{name}"


def free_key(key: str, taken: Collection[str]) -> str:
    """The key, with a number where it is taken."""
    stem, number = key, 2
    while key in taken:
        key, number = f"{stem}_{number}", number + 1
    return key
