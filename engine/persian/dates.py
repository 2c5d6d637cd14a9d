"""Dates as Persian writes them: names of months and weekdays, dates in words and in figures."""

from __future__ import annotations

from typing import Literal, get_args

type YearMonthDay = tuple[int, int, int]
type Weekday = Literal["saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"]

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday.__value__)  # in the order of the Iranian week
WEEKDAY_NAMES = dict(zip(WEEKDAYS, ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"), strict=True))
JALALI_MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
HIJRI_MONTHS = (
    "محرم",
    "صفر",
    "ربیع‌الاول",
    "ربیع‌الثانی",
    "جمادی‌الاولی",
    "جمادی‌الثانیه",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذی‌القعده",
    "ذی‌الحجه",
)
GREGORIAN_MONTHS = (
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
)
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian_digits(text: object) -> str:
    """The text with 0–9 as ۰–۹."""
    return str(text).translate(_PERSIAN_DIGITS)


def jalali_in_words(date: YearMonthDay, weekday: Weekday | None = None) -> str:
    """«۳۰ آذر ۱۴۰۵», with a weekday «دوشنبه ۳۰ آذر ۱۴۰۵»."""
    return _in_words(date, JALALI_MONTHS, weekday)


def hijri_in_words(date: YearMonthDay, weekday: Weekday | None = None) -> str:
    """«۱۱ رجب ۱۴۴۸»."""
    return _in_words(date, HIJRI_MONTHS, weekday)


def gregorian_in_words(date: YearMonthDay, weekday: Weekday | None = None) -> str:
    """«۲۱ دسامبر ۲۰۲۶»."""
    return _in_words(date, GREGORIAN_MONTHS, weekday)


def in_figures(date: YearMonthDay) -> str:
    """«۱۴۰۵/۰۹/۳۰»."""
    year, month, day = date
    return persian_digits(f"{year}/{month:02}/{day:02}")


def _in_words(date: YearMonthDay, months: tuple[str, ...], weekday: Weekday | None) -> str:
    year, month, day = date
    words = persian_digits(f"{day} {months[month - 1]} {year}")
    return f"{WEEKDAY_NAMES[weekday]} {words}" if weekday else words
