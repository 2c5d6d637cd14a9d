"""Observances: the occasions on their days of a Jalali year, its holidays, and what goes ill together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.calendar.dates import Day, HijriCalendar, check_year, first_of_month
from engine.calendar.occasions import Closure, Occasion
from engine.errors import Mistake
from engine.persian.dates import jalali_in_words

# Days of the nation, of nature, of a profession are kept as they are on a day of mourning; a feast is not.
JOYFUL = frozenset({"celebration", "festive", "spring"})
MOURNFUL = frozenset({"mourning", "muharram"})
LEAP_DAY_TITLE = "آخرین روز سال"  # 30 Esfand, a holiday of leap years that no rule of another day gives


@dataclass(frozen=True, slots=True)
class Observance:
    """An occasion on its day of a year; `first` is the first of its days."""

    occasion: Occasion
    first: Day

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return self.occasion.days

    @property
    def key(self) -> str:
        """What no other observance is called, in any year: “1405-12-19_fitr”."""
        return f"{self.first.jalali}_{self.occasion.id}"

    @property
    def provisional(self) -> bool:
        """Whether its day can still change: a Hijri date that is not settled."""
        return self.occasion.rule.calendar == "hijri" and self.first.provisional

    @property
    def dates(self) -> tuple[date, ...]:
        """Its days."""
        return tuple(self.first.gregorian + timedelta(days=n) for n in range(self.days))


@dataclass(frozen=True, slots=True)
class Clash:
    """A joyful observance on a day of mourning."""

    joyful: Observance
    mourning: Observance

    @property
    def warning(self) -> Mistake:
        """What the office should know."""
        return Mistake(
            "“{joyful}” falls on a day of mourning, “{mourning}”, on {day}",
            "agree on its tone and hour before it goes out",
            values={
                "joyful": self.joyful.occasion.title,
                "mourning": self.mourning.occasion.title,
                "day": jalali_in_words(max(self.joyful, self.mourning, key=_date).first.jalali),
            },
        )


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off, and why; `name` is the first reason in few words."""

    day: Day
    titles: tuple[str, ...]
    name: str
    provisional: bool


def observances(occasions: Iterable[Occasion], year: int, hijri: HijriCalendar) -> tuple[Observance, ...]:
    """The observances that begin in a Jalali year, by date. Raises BadInput for a year out of reach."""
    check_year(year)
    return _beginning_in(occasions, year, hijri)


def clashes(year: Iterable[Observance]) -> tuple[Clash, ...]:
    """The joyful observances among these that share a day with a mournful one."""
    observed = tuple(year)
    return tuple(
        Clash(joyful, mourning)
        for joyful in observed
        if joyful.occasion.tone in JOYFUL
        for mourning in observed
        if mourning.occasion.tone in MOURNFUL and not set(joyful.dates).isdisjoint(mourning.dates)
    )


def holidays(
    occasions: Iterable[Occasion], year: int, hijri: HijriCalendar, closures: Iterable[Closure] = ()
) -> tuple[Holiday, ...]:
    """The holidays of a Jalali year, day by day, Fridays aside. Raises BadInput for a year out of reach.

    A holiday that began in the year before counts from 1 Farvardin on.
    """
    check_year(year)
    begins, ends = (first_of_month("jalali", each, 1, hijri) for each in (year, year + 1))
    reasons: defaultdict[date, list[_Reason]] = defaultdict(list)
    for reason in _reasons(occasions, year, hijri, closures):
        for day in reason.dates:
            if begins <= day < ends:
                reasons[day].append(reason)
    found = [
        Holiday(
            hijri.day(day),
            tuple(each.title for each in reasons[day]),
            reasons[day][0].name,
            all(each.provisional for each in reasons[day]),
        )
        for day in sorted(reasons)
    ]
    last = hijri.day(ends - timedelta(days=1))
    if last.jalali.day == 30 and last.gregorian not in reasons:
        found.append(Holiday(last, (LEAP_DAY_TITLE,), LEAP_DAY_TITLE, provisional=False))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why days are off."""

    dates: tuple[date, ...]
    title: str
    name: str
    provisional: bool


def _reasons(
    occasions: Iterable[Occasion], year: int, hijri: HijriCalendar, closures: Iterable[Closure]
) -> Iterator[_Reason]:
    """Why days of a year are off, or of the year before: what lasts may reach over."""
    kept = [occasion for occasion in occasions if occasion.holiday]
    for each in _beginning_in(kept, year - 1, hijri) + _beginning_in(kept, year, hijri):
        yield _Reason(each.dates, each.occasion.title, each.occasion.name, each.provisional)
    for closure in closures:
        yield _Reason(closure.dates, closure.title, closure.title, provisional=False)


def _beginning_in(occasions: Iterable[Occasion], year: int, hijri: HijriCalendar) -> tuple[Observance, ...]:
    found = (Observance(occasion, day) for occasion in occasions for day in occasion.rule.days(year, hijri))
    return tuple(sorted(found, key=_date))


def _date(observance: Observance) -> date:
    return observance.first.gregorian
