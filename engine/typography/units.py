"""CSS lengths in px."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.svg import FARTHEST, NUMBER

_LENGTH = re.compile(rf"\s*({NUMBER})(%|[a-zA-Z]*)")
_NUMBER = re.compile(NUMBER)
_PX = {"": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72, "pc": 16.0}
_EM = {"em": 1.0, "rem": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0}


def length(value: str | None, *, em: float, percent: float) -> float | None:
    """The length in px; `em` is the font size, `percent` what 100% is. None where it is not a length."""
    match = _LENGTH.fullmatch(value.rstrip()) if value else None
    return _px(match, em, percent) if match else None


def lengths(value: str | None, *, em: float, percent: float) -> list[float]:
    """A list of lengths with commas or spaces between them, up to the first wrong one."""
    return [] if not value else list(_list(value, em, percent))


def numbers(value: str | None) -> list[float]:
    """A list of plain numbers; empty where anything else is in it."""
    parts = re.split(r"[\s,]+", value.strip()) if value else []
    words = [part for part in parts if part]
    if not all(map(_NUMBER.fullmatch, words)):
        return []
    found = list(map(float, words))
    return found if all(abs(number) <= FARTHEST for number in found) else []


def _list(value: str, em: float, percent: float) -> Iterator[float]:
    position = 0
    value = value.strip()
    while position < len(value):
        match = _LENGTH.match(value, position)
        px = _px(match, em, percent) if match else None
        if match is None or px is None:
            return
        yield px
        position = match.end()
        while position < len(value) and value[position] in ", \t\r\n":
            position += 1


def _px(match: re.Match[str], em: float, percent: float) -> float | None:
    number, unit = float(match[1]), match[2].lower()
    if unit == "%":
        px = number * percent / 100
    elif unit in _EM:
        px = number * _EM[unit] * em
    elif unit in _PX:
        px = number * _PX[unit]
    else:
        return None
    return px if abs(px) <= FARTHEST else None
