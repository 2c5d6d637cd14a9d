"""SVG path data from anywhere, up to the first mistake in it."""

from __future__ import annotations

import re
from types import MappingProxyType

from engine.svg import FARTHEST, NUMBER

ARGUMENTS = MappingProxyType(
    {
        letter: count
        for upper, count in zip("MLHVCSQTAZ", (2, 2, 1, 1, 6, 4, 4, 2, 7, 0), strict=True)
        for letter in (upper, upper.lower())
    }
)
"""Command → how many numbers make one of its segments."""
_FLAGS = (3, 4)  # of an arc's seven numbers: one digit each, no space needed
_GAP = r"[\s,]*"
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_NUMBER = re.compile(rf"{_GAP}({NUMBER})")
_FLAG = re.compile(rf"{_GAP}([01])")
_END = re.compile(_GAP)


def commands(data: str) -> list[str]:
    """Commands, each with the numbers of its whole segments, up to the first mistake (SVG 2, section 9.5.4).

    Every number is finite and within what can be drawn.
    """
    found: list[str] = []
    for match in _COMMAND.finditer(data):
        letter, body = match.groups()
        if not found and (letter not in "Mm" or data[: match.start()].strip()):
            break
        numbers, is_whole = _numbers(letter, body)
        count = ARGUMENTS[letter]
        segments = len(numbers) // count if count else 1
        if segments:
            found += [letter, *numbers[: segments * count]]
        if not is_whole or len(numbers) != segments * count or not segments:
            break
    return found


def _numbers(letter: str, body: str) -> tuple[list[str], bool]:
    """The numbers after a command, and whether nothing else is there."""
    numbers: list[str] = []
    at = 0
    while match := (_FLAG if letter in "Aa" and len(numbers) % 7 in _FLAGS else _NUMBER).match(body, at):
        if not -FARTHEST <= float(match[1]) <= FARTHEST:
            break
        numbers.append(match[1])
        at = match.end()
    return numbers, _END.fullmatch(body, at) is not None
