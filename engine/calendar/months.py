"""The pages of a wall calendar: a month as weeks from Saturday to Friday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.calendar.dates import FIRST_YEAR, LAST_YEAR, Day, HijriCalendar, check_year, first_of_month, weekday
from engine.calendar.events import Event, events_of_year
from engine.calendar.observances import Holiday, holidays
from engine.calendar.occasions import Closure, Occasion
from engine.persian.dates import WEEKDAYS

type Week = tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A square of the grid. `in_month` is false for a neighbour's day; `holiday` leaves plain Fridays out."""

    day: Day
    in_month: bool
    events: tuple[Event, ...]
    holiday: Holiday | None


def month_grid(
    occasions: Sequence[Occasion], year: int, month: int, hijri: HijriCalendar, closures: Sequence[Closure] = ()
) -> tuple[Week, ...]:
    """The weeks of a Jalali month, filled up with days of the months before and after.

    Raises BadInput for a year out of reach.
    """
    check_year(year)
    first, after = (first_of_month("jalali", year, each, hijri) for each in (month, month + 1))
    start = first - timedelta(days=WEEKDAYS.index(weekday(first)))
    weeks = -(-(after - start).days // 7)
    days = [hijri.day(start + timedelta(days=n)) for n in range(7 * weeks)]
    years = {day.jalali.year for day in days}
    events = {date: listed for each in years for date, listed in events_of_year(each, hijri).items()}
    off = _holidays(occasions, years, hijri, closures)
    squares = [
        CalendarDay(
            day,
            in_month=first <= day.gregorian < after,
            events=events.get(day.gregorian, ()),
            holiday=off.get(day.gregorian),
        )
        for day in days
    ]
    return tuple(tuple(squares[7 * n : 7 * n + 7]) for n in range(weeks))


def _holidays(
    occasions: Sequence[Occasion], years: set[int], hijri: HijriCalendar, closures: Sequence[Closure]
) -> Mapping[date, Holiday]:
    known = (year for year in years if FIRST_YEAR <= year <= LAST_YEAR)  # a neighbour may be out of reach
    return {each.day.gregorian: each for year in known for each in holidays(occasions, year, hijri, closures)}
