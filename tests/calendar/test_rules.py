from datetime import date

import pytest
from pydantic import ValidationError

from engine.calendar.dates import HijriCalendar, jalali_of
from engine.calendar.rules import Rule


def days(hijri: HijriCalendar, year: int, **rule: object) -> list[str]:
    return [str(day.jalali) for day in Rule.model_validate(rule).days(year, hijri)]


def test_a_hijri_day_falls_once_or_twice_in_a_year(hijri: HijriCalendar) -> None:
    assert days(hijri, 1403, calendar="hijri", month=10, day=1) == ["1403-01-22"]
    assert days(hijri, 1405, calendar="hijri", month=10, day=1) == ["1405-01-01", "1405-12-19"]


def test_the_last_day_of_a_hijri_month_is_the_29th_or_the_30th(hijri: HijriCalendar) -> None:
    rule = Rule(calendar="hijri", month=2, day="last")
    found = [day.hijri.day for year in range(1380, 1406) for day in rule.days(year, hijri)]
    assert {*found} == {29, 30}


def test_a_30th_in_a_month_of_29_days_is_no_day(hijri: HijriCalendar) -> None:
    assert days(hijri, 1405, calendar="hijri", month=2, day=30) == []
    thirtieth, last = (Rule.model_validate({"calendar": "hijri", "month": 2, "day": day}) for day in (30, "last"))
    for year in range(1380, 1406):
        assert thirtieth.days(year, hijri) == tuple(day for day in last.days(year, hijri) if day.hijri.day == 30)


def test_30_esfand_is_in_leap_years_only(hijri: HijriCalendar) -> None:
    found = [year for year in range(1398, 1410) if days(hijri, year, calendar="jalali", month=12, day=30)]
    assert found == [1399, 1403, 1408]


def test_quds_day_is_a_friday_in_the_last_week_of_ramadan(hijri: HijriCalendar) -> None:
    rule = Rule(calendar="hijri", month=9, weekday="friday", nth="last")
    found = [day for year in range(1380, 1406) for day in rule.days(year, hijri)]
    assert len(found) == 27
    for day in found:
        assert day.weekday == "friday"
        assert hijri.first(day.hijri.year, 10) > day.gregorian
        assert (hijri.first(day.hijri.year, 10) - day.gregorian).days <= 7


def test_the_nth_weekday_of_a_month(hijri: HijriCalendar) -> None:
    fridays = [
        days(hijri, 1405, calendar="jalali", month=7, weekday="friday", nth=nth) for nth in (1, 2, 3, 4, 5, "last")
    ]
    assert fridays == [["1405-07-03"], ["1405-07-10"], ["1405-07-17"], ["1405-07-24"], [], ["1405-07-24"]]


def test_the_eve_of_the_last_wednesday_of_the_year(hijri: HijriCalendar) -> None:
    assert days(hijri, 1405, calendar="jalali", month=12, weekday="wednesday", nth="last", eve=True) == ["1405-12-25"]


def test_an_eve_that_crosses_the_year_belongs_to_the_year_it_falls_in(hijri: HijriCalendar) -> None:
    for year, last in ((1402, "1402-12-29"), (1403, "1403-12-30")):
        assert days(hijri, year, calendar="jalali", month=1, day=1, eve=True) == [last]
    assert days(hijri, 1404, calendar="hijri", month=10, day=1, eve=True) == ["1404-01-10", "1404-12-29"]
    assert days(hijri, 1405, calendar="hijri", month=10, day=1, eve=True) == ["1405-12-18"]


def test_a_gregorian_day_is_found_on_both_sides_of_new_year(hijri: HijriCalendar) -> None:
    assert days(hijri, 1405, calendar="gregorian", month=1, day=1) == ["1405-10-11"]
    for month, day in ((3, 19), (3, 20), (3, 21), (3, 22)):
        rule = Rule(calendar="gregorian", month=month, day=day)
        found = [each.gregorian for year in range(1380, 1406) for each in rule.days(year, hijri)]
        begins, ends = date(2001, 3, 21), date(2027, 3, 21)
        expected = [date(year, month, day) for year in range(2001, 2028)]
        assert found == [each for each in expected if begins <= each < ends]


def test_a_day_of_every_rule_is_in_the_year_asked_for(hijri: HijriCalendar) -> None:
    for calendar in ("jalali", "hijri", "gregorian"):
        for month in range(1, 13):
            rule = Rule.model_validate({"calendar": calendar, "month": month, "day": "last", "eve": True})
            for year in (1304, 1399, 1500):
                assert all(jalali_of(day.gregorian).year == year for day in rule.days(year, hijri))


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"calendar": "jalali", "month": 13, "day": 1}, "less than or equal to 12"),
        ({"calendar": "jalali", "month": 8, "day": 31}, "month 8 of the jalali calendar has no day 31; give a day"),
        ({"calendar": "hijri", "month": 1, "day": 31}, "give a day from 1 to 30, or “last”"),
        ({"calendar": "gregorian", "month": 2, "day": 30}, "give a day from 1 to 29"),
        ({"calendar": "jalali", "month": 1, "day": 0}, "has no day 0"),
        ({"calendar": "jalali", "month": 1, "day": "first"}, "“day” can't be “first”; give the number of a day"),
        ({"calendar": "jalali", "month": 1, "day": True}, "“day” can't be “True”"),
        ({"calendar": "jalali", "month": 1}, "either “day”, or “weekday” and “nth”"),
        ({"calendar": "jalali", "month": 1, "weekday": "friday"}, "either “day”, or “weekday” and “nth”"),
        ({"calendar": "jalali", "month": 1, "day": 1, "weekday": "friday", "nth": 1}, "does not name one day"),
        ({"calendar": "jalali", "month": 1, "weekday": "friday", "nth": 6}, "nth"),
        ({"calendar": "lunar", "month": 1, "day": 1}, "'jalali', 'hijri' or 'gregorian'"),
        ({"calendar": "jalali", "month": 1, "day": 1, "dy": 2}, "dy"),
    ],
)
def test_a_rule_that_names_no_day_is_refused(rule: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message) as caught:
        Rule.model_validate(rule)
    assert caught.value.error_count() == 1
