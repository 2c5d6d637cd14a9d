from datetime import date

import pytest

from engine.calendar.dates import HijriCalendar
from engine.calendar.events import events_of_year, official_events, rule_in_words
from engine.calendar.rules import Rule
from engine.errors import BadInput


def test_every_line_of_the_official_list_is_read() -> None:
    events = official_events()
    assert len(events) == 409
    assert sum(event.holiday for event in events) == 28
    assert sum(event.rule.weekday is not None for event in events) == 4
    assert sum(event.rule.day == "last" for event in events) == 2


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("day 7", {"day": 7}),
        ("last day", {"day": "last"}),
        ("2nd friday", {"weekday": "friday", "nth": 2}),
        ("last friday", {"weekday": "friday", "nth": "last"}),
        ("eve of last wednesday", {"weekday": "wednesday", "nth": "last", "eve": True}),
        ("eve of day 1", {"day": 1, "eve": True}),
    ],
)
def test_a_rule_in_words(words: str, rule: dict[str, object]) -> None:
    assert rule_in_words("jalali", 12, words) == Rule.model_validate({"calendar": "jalali", "month": 12, **rule})


@pytest.mark.parametrize("words", ["", "day", "day one", "friday", "6th friday", "last", "2nd day"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises((BadInput, ValueError)):
        rule_in_words("jalali", 12, words)


def test_the_events_of_a_day(hijri: HijriCalendar) -> None:
    year = events_of_year(1405, hijri)
    assert [event.title for event in year[date(2026, 12, 21)]] == [
        "شب یلدا (چله)",
        "ترویج فرهنگ میهمانی و پیوند با خویشان",
    ]
    assert any("چهارشنبهٔ سال" in event.title for event in year[date(2027, 3, 16)])


def test_the_year_has_the_days_of_the_official_calendar(hijri: HijriCalendar) -> None:
    year = events_of_year(1405, hijri)
    once = sum(len(events) for events in year.values())
    twice = [event for event in official_events() if sum(event in events for events in year.values()) == 2]
    assert once == 409 + len(twice)
    assert {event.rule.calendar for event in twice} == {"hijri"}
