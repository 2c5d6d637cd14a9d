"""Figures of reports: numbers as Persian sets them, and numbers as people type them."""

from __future__ import annotations

import re

from engine.persian.dates import persian_digits
from engine.persian.digits import DECIMAL, LATIN_DIGITS, PERCENT, THOUSANDS

MOST_DECIMALS = 2
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


def figure(value: float, decimals: int = MOST_DECIMALS) -> str:
    """«۱۲٬۵۰۰٫۷۵»: thousands apart, no more decimals than asked for, no zeros at the end."""
    text = f"{value:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return persian_digits(text.replace(",", THOUSANDS).replace(".", DECIMAL))


def percent(value: float, decimals: int = 1) -> str:
    """«۱۲٫۵٪»."""
    return f"{figure(value, decimals)}{PERCENT}"


def number_in(text: str) -> float | None:
    """The number that a text is, in Persian or Latin digits, with or without signs between thousands; else None."""
    latin = text.translate(LATIN_DIGITS).replace(DECIMAL, ".").replace(THOUSANDS, ",").strip()
    latin = latin.removesuffix("%").removesuffix(PERCENT).strip()
    return float(latin.replace(",", "")) if _NUMBER.fullmatch(latin) else None
