"""Rules: on which day of the year something falls."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from engine.calendar.dates import (
    ONE_DAY,
    Calendar,
    Day,
    HijriCalendar,
    first_of_month,
    jalali_of,
    weekday,
)
from engine.errors import BadInputValue
from engine.persian.dates import WEEKDAYS, Weekday

LONGEST_MONTHS: dict[Calendar, tuple[int, ...]] = {
    "jalali": (31,) * 6 + (30,) * 6,
    "hijri": (30,) * 12,
    "gregorian": (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
}


class Rule(BaseModel):
    """A day of a month in one of the three calendars: by its number, or as the n-th or last of a weekday."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    calendar: Calendar = Field(description="The calendar that month and day are counted in")
    month: int = Field(ge=1, le=12, description="Month of that calendar, 1 to 12")
    day: int | Literal["last"] | None = Field(
        default=None,
        description="Day of the month, or “last”. A year whose month has no such day has no observance",
    )
    weekday: Weekday | None = Field(default=None, description="Instead of day: a weekday, with nth")
    nth: Literal[1, 2, 3, 4, 5, "last"] | None = Field(
        default=None, description="Which of the month's weekdays: 1 to 5, or “last”"
    )
    eve: bool = Field(default=False, description="The day before that day")

    @field_validator("day", mode="before")
    @classmethod
    def _is_a_day(cls, day: object, read: ValidationInfo) -> object:
        if day is None or day == "last":
            return day
        if type(day) is not int:
            raise BadInputValue.of("“day” can't be “{day}”", todo="give the number of a day, or “last”", day=day)
        if {"calendar", "month"} <= read.data.keys():
            calendar, month = read.data["calendar"], read.data["month"]
            longest = LONGEST_MONTHS[calendar][month - 1]
            if not 1 <= day <= longest:
                raise BadInputValue.of(
                    "month {month} of the {calendar} calendar has no day {day}",
                    todo="give a day from 1 to {longest}, or “last”",
                    month=month,
                    calendar=calendar,
                    day=day,
                    longest=longest,
                )
        return day

    @model_validator(mode="after")
    def _names_one_day(self) -> Rule:
        if (self.weekday is None) != (self.nth is None) or (self.day is None) == (self.weekday is None):
            raise BadInputValue.of("the rule does not name one day", todo="give either “day”, or “weekday” and “nth”")
        return self

    def days(self, jalali_year: int, hijri: HijriCalendar) -> tuple[Day, ...]:
        """The days of a Jalali year that the rule names, in order; of a Hijri rule 0, 1 or 2."""
        year_begins = first_of_month("jalali", jalali_year, 1, hijri)
        next_begins = first_of_month("jalali", jalali_year + 1, 1, hijri)
        # The eve of the next year's first day is in this year.
        years = range(self._year_of(year_begins, hijri), self._year_of(next_begins, hijri) + 1)
        found = (self._day_in(year, hijri) for year in years)
        return tuple(hijri.day(day) for day in found if day and year_begins <= day < next_begins)

    def _year_of(self, day: date, hijri: HijriCalendar) -> int:
        match self.calendar:
            case "jalali":
                return jalali_of(day).year
            case "hijri":
                return hijri.date_of(day).year
            case "gregorian":
                return day.year

    def _day_in(self, year: int, hijri: HijriCalendar) -> date | None:
        """The day in a year of the rule's own calendar."""
        first = first_of_month(self.calendar, year, self.month, hijri)
        length = (first_of_month(self.calendar, year, self.month + 1, hijri) - first).days
        number = self._number_in(first, length)
        if number is None or number > length:
            return None
        return first + timedelta(days=number - 1) - (ONE_DAY if self.eve else timedelta())

    def _number_in(self, first: date, length: int) -> int | None:
        """The day of the month; it may be past the month's end."""
        if self.weekday is None:
            return length if self.day == "last" else self.day
        earliest = (WEEKDAYS.index(self.weekday) - WEEKDAYS.index(weekday(first))) % 7 + 1
        nth = (length - earliest) // 7 + 1 if self.nth == "last" else self.nth
        return earliest + 7 * (nth - 1) if nth else None
