"""The official events of the year: what a calendar page lists under a day."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from engine.calendar.dates import HijriCalendar
from engine.calendar.rules import Rule
from engine.errors import BadInput


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the official calendar."""

    rule: Rule
    holiday: bool
    title: str


@cache
def official_events() -> tuple[Event, ...]:
    """official_events_1405.tsv: the events of Iran's official calendar of 1405."""
    with files("engine.calendar").joinpath("data/official_events_1405.tsv").open(encoding="utf-8") as table:
        return tuple(
            Event(
                rule_in_words(row["calendar"], int(row["month"]), row["rule"]),
                row["holiday"] == "yes",
                row["title"],
            )
            for row in csv.DictReader(table, delimiter="\t")
        )


def events_of_year(year: int, hijri: HijriCalendar) -> Mapping[date, tuple[Event, ...]]:
    """The events of each day of a Jalali year that has any, in the order of the official calendar."""
    found: defaultdict[date, tuple[Event, ...]] = defaultdict(tuple)
    for event in official_events():
        for day in event.rule.days(year, hijri):
            found[day.gregorian] += (event,)
    return dict(found)


def rule_in_words(calendar: str, month: int, words: str) -> Rule:
    """The rule that “day 3”, “last day”, “2nd friday” or “eve of last wednesday” of a month says.

    Raises BadInput for other words.
    """
    rule = {"calendar": calendar, "month": month, "eve": words.startswith("eve of ")}
    match words.removeprefix("eve of ").split():
        case ["day", number] if number.isdecimal():
            return Rule.model_validate({**rule, "day": int(number)})
        case ["last", "day"]:
            return Rule.model_validate({**rule, "day": "last"})
        case ["last" | "1st" | "2nd" | "3rd" | "4th" | "5th" as nth, weekday]:
            which = nth if nth == "last" else int(nth[0])
            return Rule.model_validate({**rule, "weekday": weekday, "nth": which})
    raise BadInput.of(
        "“{words}” does not name a day of a month",
        todo="write it like “day 3”, “last day” or “2nd friday”",
        words=words,
    )
