"""Days in the three calendars of Iran: Jalali, Hijri as kept in Iran, Gregorian."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import jdatetime

from engine.calendar import crescent
from engine.errors import BadInput, BadInputValue, Mistake
from engine.persian.dates import WEEKDAYS, Weekday

type Calendar = Literal["jalali", "hijri", "gregorian"]

# Before 1304 Iran's solar months had other lengths. Up to 1500 the 33-year cycle of leap years that jdatetime
# uses is what the spring equinox gives (checked against Meeus, chapter 25, at noon on 52.5° E).
FIRST_YEAR, LAST_YEAR = 1304, 1500
ONE_DAY = timedelta(days=1)


class CalendarDate(NamedTuple):
    """A date in any of the three calendars."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Day:
    """One day in the three calendars. `provisional`: its Hijri date can still change."""

    gregorian: date
    jalali: CalendarDate
    hijri: CalendarDate
    provisional: bool

    @property
    def weekday(self) -> Weekday:
        return weekday(self.gregorian)


@dataclass(frozen=True, slots=True)
class _Known:
    """The first day of a Hijri month, and whether it is settled or a prediction."""

    first: date
    settled: bool


@dataclass(frozen=True, slots=True)
class HijriCalendar:
    """The Hijri months as kept in Iran; where the table ends, astronomy goes on (see crescent.py).

    Made by `HijriCalendar.of_iran`. A month's number is 12 × year + month - 1.
    """

    months: Mapping[int, _Known]

    @classmethod
    def of_iran(cls, first_days: Mapping[str, date] | None = None) -> HijriCalendar:
        """The table, with the first days that a sighting gave otherwise: “1448-11” → Gregorian date.

        Raises BadInputValue for what is not a month, or where a month is left without 29 or 30 days.
        """
        given = {_number_of(month): _Known(first, settled=True) for month, first in (first_days or {}).items()}
        calendar = cls({**_table_of_iran(), **given})
        touched = sorted({number - before for number in given for before in (1, 0)})
        wrong = [number for number in touched if calendar._length(number) not in (29, 30)]
        if wrong:
            raise BadInputValue(map(calendar._wrong_length, wrong))
        return calendar

    def first(self, year: int, month: int) -> date:
        """The Gregorian first day of a month; month 13 is the first of the next year."""
        return self._first(_number(year, month))

    def date_of(self, gregorian: date) -> CalendarDate:
        """The Hijri date of a Gregorian one."""
        number = crescent.month_about(gregorian)
        while self._first(number) > gregorian:
            number -= 1
        while self._first(number + 1) <= gregorian:
            number += 1
        year, month = divmod(number, 12)
        return CalendarDate(year, month + 1, (gregorian - self._first(number)).days + 1)

    def day(self, gregorian: date) -> Day:
        """The day in all three calendars.

        It is provisional when its month's first day is, and, as the last of a month, when the next one's is.
        """
        hijri = self.date_of(gregorian)
        number = _number(hijri.year, hijri.month)
        settled = self._settled(number) and (self._settled(number + 1) or gregorian + ONE_DAY < self._first(number + 1))
        return Day(gregorian, jalali_of(gregorian), hijri, provisional=not settled)

    def _first(self, number: int) -> date:
        known = self.months.get(number)
        return known.first if known else crescent.first_day(number)

    def _settled(self, number: int) -> bool:
        return number in self.months and self.months[number].settled

    def _length(self, number: int) -> int:
        return (self._first(number + 1) - self._first(number)).days

    def _wrong_length(self, number: int) -> Mistake:
        year, month = divmod(number, 12)
        return Mistake(
            "Hijri month {month} would run from {first} to {last}: {days} days",
            "correct the first day given for it or for the month after it: a month has 29 or 30 days",
            values={
                "month": f"{year}-{month + 1:02}",
                "first": self._first(number),
                "last": self._first(number + 1) - ONE_DAY,
                "days": self._length(number),
            },
        )


def check_year(year: int) -> None:
    """Raises BadInput for a Jalali year that the calendar does not reach."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput.of(
            "there is no calendar for the year {year}",
            todo="give a Jalali year from {first} to {last}",
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )


def jalali_of(gregorian: date) -> CalendarDate:
    """The Jalali date of a Gregorian one."""
    jalali = jdatetime.date.fromgregorian(date=gregorian)
    return CalendarDate(jalali.year, jalali.month, jalali.day)


def gregorian_of(jalali: tuple[int, int, int]) -> date:
    """The Gregorian date of a Jalali one. Raises BadInput for a day that the calendar does not have."""
    year, month, day = jalali
    check_year(year)
    try:
        gregorian: date = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        raise BadInput.of(
            "there is no day {year}/{month:02}/{day:02} in the Jalali calendar",
            todo="give a day that there is, as 1405/09/15",
            year=year,
            month=month,
            day=day,
        ) from None
    return gregorian


def date_of(text: str) -> date:
    """The Gregorian date of a Jalali one as people write it: 1405/09/15, ۱۴۰۵-۹-۱۵. Raises BadInput."""
    found = re.fullmatch(r"\s*(\d{4})\s*[/\-.]\s*(\d{1,2})\s*[/\-.]\s*(\d{1,2})\s*", text)
    if not found:
        raise BadInput.of("“{text}” is not a date", todo="write it as 1405/09/15", text=text)
    year, month, day = (int(part) for part in found.groups())
    return gregorian_of((year, month, day))


def first_of_month(calendar: Calendar, year: int, month: int, hijri: HijriCalendar) -> date:
    """The Gregorian date on which a month of any calendar begins; month 13 is the first of the next year."""
    if calendar == "hijri":
        return hijri.first(year, month)
    over, month = divmod(month - 1, 12)
    if calendar == "gregorian":
        return date(year + over, month + 1, 1)
    first: date = jdatetime.date(year + over, month + 1, 1).togregorian()
    return first


def weekday(gregorian: date) -> Weekday:
    """The day of the week."""
    return WEEKDAYS[(gregorian.weekday() + 2) % 7]


def _number(year: int, month: int) -> int:
    return 12 * year + month - 1


def _number_of(name: str) -> int:
    """The number of the month called “1448-11”."""
    year, _, month = name.partition("-")
    if not (year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        raise BadInputValue.of("“{name}” is not a Hijri month", todo="write it as 1448-11", name=name)
    return _number(int(year), int(month))


@cache
def _table_of_iran() -> Mapping[int, _Known]:
    """hijri_months_iran.csv: the months as the Qamari project collected them (public domain).

    `official` and `observed` months are settled, `predicted` ones are not.
    """
    import csv  # a day in the Jalali calendar does without

    with files("engine.calendar").joinpath("data/hijri_months_iran.csv").open(encoding="utf-8") as table:
        return {
            _number(int(row["hijri_year"]), int(row["hijri_month"])): _Known(
                date.fromisoformat(row["first_day_gregorian"]), settled=row["status"] != "predicted"
            )
            for row in csv.DictReader(table)
        }
