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
    """The key, with a number where it is taken. A list may have ten thousand of one title: the steps double, then
    halve, so that not all of their numbers are tried."""
    if key not in taken:
        return key
    last, step = 1, 1
    while f"{key}_{last + step}" in taken:
        last, step = last + step, 2 * step
    while step > 1:
        step //= 2
        if f"{key}_{last + step}" in taken:
            last += step
    return f"{key}_{last + 1}"
