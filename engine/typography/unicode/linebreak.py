"""Where a line may end: Unicode line breaking (UAX #14) with the rules of Persian setting on top.

Follows Unicode 15.0 with numbers kept together as in UAX #14, section 8.2, example 7: what LineBreakTest.txt
tests. Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import product

from engine.persian.dates import HIJRI_MONTHS, JALALI_MONTHS
from engine.persian.honorifics import HONORIFIC
from engine.typography.unicode.line_break_runs import RUNS


class BreakKind(Enum):
    """How a line may end at a place."""

    MANDATORY = "mandatory"
    ALLOWED = "allowed"
    LAST_RESORT = "last resort"
    """Unicode allows it, Persian setting does not: only for a line that is too long otherwise."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line may end before the character at `index`."""

    index: int
    kind: BreakKind


# Languages written in Arabic letters, where the Persian rules hold; so they do for text without a language.
_ARABIC_SCRIPT_LANGUAGES = frozenset({"", "fa", "ar", "ur", "ckb", "ku", "ps", "az", "azb", "glk", "mzn", "lrc"})


def opportunities(text: str, language: str | None = None) -> tuple[Break, ...]:
    """Where lines of `text` may end, in order; the end of the text is always the last, mandatory one.

    `language` is a BCP 47 tag. In Persian and the other languages of Arabic script (and None), a line never ends
    with a lone «و» or an opening guillemet, never starts with an honorific or a closing guillemet, and a number
    stays with its unit, and «۱۸ تا ۲۱» or «۳۰ آذر ۱۴۰۵» whole: such places are LAST_RESORT.
    """
    primary = (language or "").lower().partition("-")[0]
    return _opportunities(text, primary in _ARABIC_SCRIPT_LANGUAGES)


@lru_cache(maxsize=512)
def _opportunities(text: str, persian: bool) -> tuple[Break, ...]:
    breaks = tuple(_unicode_breaks(text))
    if not persian:
        return breaks
    ends = [0, *(place.index for place in breaks), len(text)]
    return tuple(
        Break(place.index, BreakKind.LAST_RESORT)
        if place.kind is BreakKind.ALLOWED
        and _belong_together(text[ends[number] : place.index], text[place.index : ends[number + 2]])
        else place
        for number, place in enumerate(breaks)
    )


# Words that stay with the number before them, and words that stay with the number after them.
_UNIT_WORDS = """
درصد هزار میلیون میلیارد نفر تن گرم کیلوگرم کیلو متر کیلومتر سانتی‌متر سانتیمتر میلی‌متر میلیمتر هکتار لیتر
ریال تومان دقیقه ثانیه ساعت روز شب هفته ماه سال درجه km m cm mm kg g GB MB px
"""
_UNITS = frozenset(_UNIT_WORDS.split()) | {*JALALI_MONTHS, *HIJRI_MONTHS}
_UNTIL = "تا"  # from one number to another
_BEFORE_NUMBERS = frozenset(("ساعت", "شماره", "صفحه", "قرن", "ماده", "بند", "تلفن", _UNTIL)) | {
    *JALALI_MONTHS,
    *HIJRI_MONTHS,
}
_OPENING, _CLOSING = "«‹“‘([{", "»›”’"
_PERCENT = "٪%‰؉"
_AND = "و"
_WORD = re.compile(r"[\w\u200c]+")


def _belong_together(before: str, after: str) -> bool:
    """Whether Persian setting keeps the end of `before` and the beginning of `after` on one line."""
    last = (before.split() or [""])[-1]
    if last.lstrip(_OPENING) == _AND or last.endswith(tuple(_OPENING)):
        return True
    if after.startswith(tuple(_CLOSING)) or HONORIFIC.match(after):
        return True
    if last[-1:].isdecimal():
        unit = _WORD.match(after)
        return after[0] in _PERCENT or (unit is not None and (unit[0] in _UNITS or unit[0] == _UNTIL))
    return last.lstrip(_OPENING) in _BEFORE_NUMBERS and after[0].isdecimal()


_RUNS = RUNS.split()
_RUN_STARTS = [int(start, 16) for start in _RUNS[::2]]
_RUN_CLASSES = _RUNS[1::2]
_HANGUL_SYLLABLES = range(0xAC00, 0xD7A4)
_SYLLABLES_A_VOWEL = 28


@lru_cache(maxsize=4096)
def line_break_class(character: str) -> str:
    """The Line_Break class of a character after rule LB1; "OPW", "CPW" (wide, LB30) and "IDX" (LB30b) are ours."""
    point = ord(character)
    kind = _RUN_CLASSES[bisect_right(_RUN_STARTS, point) - 1]
    if point in _HANGUL_SYLLABLES and (point - _HANGUL_SYLLABLES.start) % _SYLLABLES_A_VOWEL == 0:
        return "H2"
    if kind in ("OP", "CP") and unicodedata.east_asian_width(character) in "FWH":
        return kind + "W"
    if kind == "ID" and 0x1F000 <= point <= 0x1FFFD and unicodedata.category(character) == "Cn":
        return "IDX"  # a reserved pictograph
    return kind


_ZWJ = "\u200d"
_HARD = frozenset({"BK", "CR", "LF", "NL"})
_NOT_COMBINING = _HARD | {"SP", "ZW"}
_CLOSE = frozenset({"CL", "CP", "CPW"})
_OPEN = frozenset({"OP", "OPW"})
_LETTERS = frozenset({"AL", "HL"})
_IDEOGRAPHS = frozenset({"ID", "IDX", "EB", "EM"})
_HANGUL = frozenset({"JL", "JV", "JT", "H2", "H3"})
_AFFIXES = frozenset({"PR", "PO"})
_NEVER_BEFORE = _CLOSE | {"WJ", "EX", "IS", "SY"}  # LB11, LB13
_JOINED_BEFORE = frozenset({"QU", "BA", "HY", "NS", "IN"})  # LB19, LB21, LB22

# Pairs of classes that stay together when nothing stands between them: LB21b, LB23 to LB30b.
_PAIRS = frozenset(
    pair
    for left, right in (
        ({"SY"}, {"HL"}),
        (_LETTERS, {"NU"}),
        ({"NU"}, _LETTERS),
        ({"PR"}, _IDEOGRAPHS),
        (_IDEOGRAPHS, {"PO"}),
        (_AFFIXES, _LETTERS),
        (_LETTERS, _AFFIXES),
        (_AFFIXES | {"HY"}, {"NU"}),
        ({"JL"}, {"JL", "JV", "H2", "H3"}),
        ({"JV", "H2"}, {"JV", "JT"}),
        ({"JT", "H3"}, {"JT"}),
        (_HANGUL, {"PO"}),
        ({"PR"}, _HANGUL),
        (_LETTERS | {"IS"}, _LETTERS),
        (_LETTERS | {"NU"}, {"OP"}),
        ({"CP"}, _LETTERS | {"NU"}),
        ({"EB", "IDX"}, {"EM"}),
    )
    for pair in product(left, right)
)


class _Number(Enum):
    """How much of a number has been read: the pattern of LB25."""

    NONE = 0
    DIGITS = 1
    CLOSED = 2

    def then(self, kind: str) -> _Number:
        if kind == "NU" or (self is _Number.DIGITS and kind in ("SY", "IS")):
            return _Number.DIGITS
        return _Number.CLOSED if self is _Number.DIGITS and kind in _CLOSE else _Number.NONE

    def keeps(self, kind: str) -> bool:
        if self is _Number.DIGITS:
            return kind == "NU" or kind in _AFFIXES
        return self is _Number.CLOSED and kind in _AFFIXES


def _unicode_breaks(text: str) -> Iterator[Break]:
    """UAX #14 without tailoring for a language."""
    units = _units(text)
    last = before_last = ""  # classes of the units before, spaces aside
    spaces = False
    flags = 0  # regional indicators in a row
    number = _Number.NONE
    for (index, kind), (_, following) in zip(units, [*units[1:], (0, "")], strict=False):
        if last in _HARD and not (last == "CR" and kind == "LF"):
            yield Break(index, BreakKind.MANDATORY)
            last, spaces = "", False
        elif (last or spaces) and _may_break(last, spaces, kind):
            in_context = not spaces and (
                number.keeps(kind)
                or (last in _AFFIXES and (kind in _OPEN or kind == "HY") and following == "NU")  # LB25
                or (before_last == "HL" and last in ("HY", "BA"))  # LB21a
                or (kind == "RI" and flags % 2 == 1)  # LB30a
            )
            after_joiner = text[index - 1] == _ZWJ  # LB8a
            if last == "ZW" or not (in_context or after_joiner):
                yield Break(index, BreakKind.ALLOWED)
        if kind == "SP":
            spaces, number = True, _Number.NONE
            continue
        flags = flags + 1 if kind == "RI" and not spaces else int(kind == "RI")
        number = number.then(kind)
        before_last, last, spaces = "" if spaces else last, kind, False
    yield Break(len(text), BreakKind.MANDATORY)


def _units(text: str) -> list[tuple[int, str]]:
    """Index and class of each character that is not a combining mark on another one (LB9, LB10)."""
    units: list[tuple[int, str]] = []
    base = ""
    for index, character in enumerate(text):
        kind = line_break_class(character)
        if kind in ("CM", "ZWJ"):
            if base and base not in _NOT_COMBINING:
                continue
            kind = "AL"
        units.append((index, kind))
        base = kind
    return units


def _may_break(last: str, spaces: bool, kind: str) -> bool:
    """Whether LB6 to LB31 let a line end between two units, as far as their two classes say."""
    if kind in _HARD or kind in ("SP", "ZW"):
        return False
    if last == "ZW":
        return True
    if kind in _NEVER_BEFORE or last in _OPEN:
        return False
    if (last, kind) == ("B2", "B2") or (last == "QU" and kind in _OPEN) or (last in _CLOSE and kind == "NS"):
        return False
    if spaces:
        return True
    if last in ("WJ", "GL", "QU") or kind == "QU" or (kind == "GL" and last not in ("BA", "HY")):
        return False
    if "CB" in (last, kind):
        return True
    return not (last == "BB" or kind in _JOINED_BEFORE or (last, kind) in _PAIRS)
