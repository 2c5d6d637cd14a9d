"""Numbers and dates spelled out: «پانزدهم آذرماه یک‌هزار و چهارصد و پنج»."""

from __future__ import annotations

from engine.persian.dates import JALALI_MONTHS, YearMonthDay
from engine.persian.letters import ZWNJ

_BELOW_TWENTY = (
    "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده",
    "پانزده", "شانزده", "هفده", "هجده", "نوزده",
)  # fmt: skip
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_AND = " و "
_NOT_JOINING = "دذرزژو"
_LARGEST = 9_999


def cardinal(number: int) -> str:
    """«یک‌هزار و چهارصد و پنج». Raises ValueError for what is not from 1 to 9,999."""
    if not 1 <= number <= _LARGEST:
        raise ValueError(f"{number} is not from 1 to {_LARGEST}")
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    tens, ones = (0, rest) if rest < len(_BELOW_TWENTY) else divmod(rest, 10)
    thousand = f"{_BELOW_TWENTY[thousands]}{ZWNJ}هزار" if thousands else ""
    return _AND.join(filter(None, (thousand, _HUNDREDS[hundreds], _TENS[tens], _BELOW_TWENTY[ones])))


def ordinal(number: int) -> str:
    """«پانزدهم», «سی‌ام»."""
    words = cardinal(number)
    if words.endswith("سه"):
        return f"{words.removesuffix('سه')}سوم"
    return f"{words}{ZWNJ}ام" if words.endswith("ی") else f"{words}م"


def date_spelled_out(date: YearMonthDay) -> str:
    """«پانزدهم آذرماه یک‌هزار و چهارصد و پنج», of a Jalali date."""
    year, month, day = date
    name = JALALI_MONTHS[month - 1]
    joint = "" if name[-1] in _NOT_JOINING else ZWNJ
    return f"{ordinal(day)} {name}{joint}ماه {cardinal(year)}"
