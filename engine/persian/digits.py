"""Numbers as Persian writes them: ۱٬۲۳۴٫۵, ۵۰٪, ۹–۱۲. No value ever changes."""

from __future__ import annotations

import re

from engine.persian.letters import LETTERS, NBSP

DECIMAL = "٫"
THOUSANDS = "٬"
PERCENT = "٪"
EN_DASH = "–"
LEFT_TO_RIGHT_MARK = "\u200e"
LATIN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
"""For `str.translate`: Persian and Arabic digits as Latin ones."""

_PERSIAN = str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹" * 2)
_DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_D = "[0-9٠-٩۰-۹]"

# Patterns that `re` compiles, and keeps, when a text with digits comes: it takes longer than most texts do.
_THOUSANDS = rf"(?<![\w.,/٫٬])({_D}{{1,3}}(?:,{_D}{{3}})+)(?![\w,/])"
# A point between digits: not in 1405.09.30 or 192.168.1.1, nor in a time.
_DECIMAL = rf"(?<!ساعت )(?<![\w./:,٫])({_D}(?:{_D}|{THOUSANDS})*)\.({_D}+)(?!\w|[./:٫]\w)"
_PERCENT = rf"(?<={_D})%|%(?={_D})"
_TIME_OR_NUMBER = rf"(?:{_D}{{1,2}}:{_D}{{2}}|[1-9١-٩۱-۹]{_D}{{0,3}}(?:{DECIMAL}{_D}+)?)"
_RANGE = rf"(?<![\w./:+٫٬-])({_TIME_OR_NUMBER})-({_TIME_OR_NUMBER})(?!\w|[/:.٫٬-]\w|-)"
_PHONE = rf"(?<![\w+])(?:\+{_D}{{1,3}}|[0٠۰]{_D}{{1,3}})(?:[- ]{_D}{{2,8}}){{1,4}}(?!\w|[-/.]\w)"
_HANDLE = r"(?<![\w.@\u200e])@(?=[A-Za-z])"


def persian_numbers(text: str) -> str:
    """`text` with its numbers in Persian dress.

    Digits become ۰–۹, the point between digits ٫, commas between thousands ٬, % ٪. A hyphen between two numbers or
    times becomes an en dash, which makes the range run right to left wherever it stands. Dates and telephone numbers
    keep their signs.
    """
    if _DIGITS.isdisjoint(text):
        return text
    text = re.sub(_THOUSANDS, lambda match: match[1].replace(",", THOUSANDS), text)
    text = re.sub(_DECIMAL, rf"\1{DECIMAL}\2", text)
    text = re.sub(_PERCENT, PERCENT, text)
    text = re.sub(_RANGE, rf"\1{EN_DASH}\2", text)
    return text.translate(_PERSIAN)


def in_order(text: str) -> str:
    """`text` with a left-to-right mark at the end of each line, if it has no Persian letter: «Mr.» in right-to-left
    text would show its point first."""
    if re.search(f"[{LETTERS}]", text):
        return text
    return re.sub(r"(?<=\S)$", LEFT_TO_RIGHT_MARK, text, flags=re.MULTILINE)


def with_handles_in_order(text: str) -> str:
    """`text` with a left-to-right mark before each handle of Latin letters: «@khomein» after a Persian word would show
    its @ last."""
    return re.sub(_HANDLE, rf"{LEFT_TO_RIGHT_MARK}\g<0>", text)


def with_phones_in_order(text: str) -> str:
    """`text` with its telephone numbers in one piece, and left to right inside right-to-left text.

    A left-to-right mark goes before each, and their spaces become no-break spaces: «۰۸۶-۴۶۲۲۳۳۴۴» after a Persian word
    would show its area code last.
    """
    return re.sub(_PHONE, lambda match: LEFT_TO_RIGHT_MARK + match[0].replace(" ", NBSP), text)
