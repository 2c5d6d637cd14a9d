"""SVG path data from anywhere, up to the first mistake in it."""

from __future__ import annotations

import re
from itertools import pairwise
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
_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])([^MmZzLlHhVvCcSsQqTtAa]*)")
_ODD = re.compile(r"[AaeEnN]|,\s*(?:[,A-Za-z]|$)|[A-Za-z]\s*,")  # arcs, exponents, inf; a comma that parts no numbers
_SPACE = re.compile(r"\s*")
_GAP = re.compile(r"\s*,?\s*")
_NUMBER = re.compile(NUMBER)
_FLAG = re.compile("[01]")


def written(data: str) -> str:
    """Path data without what comes after the first mistake in it, all numbers as Python writes them."""
    return " ".join(f"{letter} {' '.join(map(repr, numbers))}" for letter, numbers in commands(data))


def commands(data: str) -> list[tuple[str, list[float]]]:
    """Commands, each with the numbers of its whole segments, up to the first mistake (SVG 2, section 9.5.4).

    Every number is finite and within what can be drawn.
    """
    try:
        return _plain(data)
    except ValueError:  # a mistake, or a way to write numbers that only the slower reader knows
        return _any(data)


def _plain(data: str) -> list[tuple[str, list[float]]]:
    """The commands of data without arcs and glued decimals (1.5.5). Raises ValueError for any other."""
    if not data.isascii() or "_" in data or _ODD.search(data):
        raise ValueError
    told = data.replace("-", " -").replace(",", " ")
    numbered = told
    for letter in set(data) & ARGUMENTS.keys():
        told, numbered = told.replace(letter, f" {letter} "), numbered.replace(letter, " 0 ")
    words, numbers = told.split(), [*map(float, numbered.split())]
    starts = [at for at, word in enumerate(words) if word in ARGUMENTS]
    if starts[:1] != [0] or words[0] not in "Mm" or max(numbers) > FARTHEST or min(numbers) < -FARTHEST:
        raise ValueError
    found = [(words[at], numbers[at + 1 : end]) for at, end in pairwise([*starts, len(words)])]
    for letter, each in found:
        count = ARGUMENTS[letter]
        if each if not count else not each or len(each) % count:
            raise ValueError
    return found


def _any(data: str) -> list[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    for match in _COMMAND.finditer(data):
        letter, body = match.groups()
        if not found and (letter not in "Mm" or data[: match.start()].strip()):
            break
        numbers, is_whole = _numbers(letter, body)
        count = ARGUMENTS[letter]
        segments = len(numbers) // count if count else 1
        if segments:
            found.append((letter, numbers[: segments * count]))
        if not is_whole or len(numbers) != segments * count or not segments:
            break
    return found


def _numbers(letter: str, body: str) -> tuple[list[float], bool]:
    """The numbers after a command, and whether nothing else is there."""
    numbers: list[float] = []
    at = _SPACE.match(body).end()  # type: ignore[union-attr]  # it matches nothing, too
    while match := (_FLAG if letter in "Aa" and len(numbers) % 7 in _FLAGS else _NUMBER).match(body, at):
        number = float(match[0])
        if not -FARTHEST <= number <= FARTHEST:
            break
        numbers.append(number)
        at = _GAP.match(body, match.end()).end()  # type: ignore[union-attr]
    return numbers, at == len(body) and not body.rstrip().endswith(",")
