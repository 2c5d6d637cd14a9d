import csv
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise
from math import radians, sin

import pytest

from engine.calendar.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    HijriCalendar,
    check_year,
    first_of_month,
    jalali_of,
    weekday,
)
from engine.errors import BadInput

NOON_IN_IRAN = 8.5 / 24  # UT; Iran's standard meridian is 52.5° E


def sun_longitude(day: date) -> float:
    """Apparent, in degrees from the March equinox (-180 to 180), at noon in Iran. Meeus, chapter 25; good to 0.01°."""
    minute_between_time_scales = 60 / 86400
    t = ((day - date(2000, 1, 1)).days - 0.5 + NOON_IN_IRAN + minute_between_time_scales) / 36525
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))
    return (longitude + 180) % 360 - 180


def test_every_year_begins_at_the_spring_equinox(hijri: HijriCalendar) -> None:
    """The law of 1304: 1 Farvardin is the day by whose noon the Sun has reached the equinox."""
    for year in range(FIRST_YEAR, LAST_YEAR + 2):
        first = first_of_month("jalali", year, 1, hijri)
        assert sun_longitude(first - timedelta(days=1)) < 0 <= sun_longitude(first), year


def test_jalali_and_gregorian_dates_answer_each_other(hijri: HijriCalendar) -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            assert jalali_of(first_of_month("jalali", year, month, hijri)) == (year, month, 1)


def test_every_day_of_the_table_has_its_hijri_date(hijri: HijriCalendar) -> None:
    with files("engine.calendar").joinpath("data/hijri_months_iran.csv").open(encoding="utf-8") as table:
        rows = [
            (date.fromisoformat(row["first_day_gregorian"]), int(row["hijri_year"]), int(row["hijri_month"]))
            for row in csv.DictReader(table)
        ]
    assert len(rows) == 1320
    for (first, year, month), (after, *_) in pairwise(rows):
        length = (after - first).days
        for number in range(1, length + 1):
            assert hijri.date_of(first + timedelta(days=number - 1)) == (year, month, number)


def test_months_have_29_or_30_days_also_where_the_table_ends(hijri: HijriCalendar) -> None:
    day = date(FIRST_YEAR + 621, 1, 1)
    last = date(LAST_YEAR + 622, 1, 1)
    lengths = set()
    while day < last:
        year, month, _ = hijri.date_of(day)
        after = hijri.first(year, month + 1)
        lengths.add((after - hijri.first(year, month)).days)
        day = after
    assert lengths == {29, 30}


def test_a_day_in_the_three_calendars(hijri: HijriCalendar) -> None:
    day = hijri.day(date(2026, 12, 21))
    assert (str(day.jalali), str(day.hijri), day.weekday) == ("1405-09-30", "1448-07-11", "monday")
    assert not day.provisional


def test_predicted_and_computed_months_are_provisional_and_so_is_the_last_day_before(hijri: HijriCalendar) -> None:
    first_predicted = date(2027, 4, 8)  # 1448-11 in the table
    provisional = [hijri.day(first_predicted + timedelta(days=n)).provisional for n in (-2, -1, 0)]
    assert provisional == [False, True, True]
    assert hijri.day(date(2060, 1, 1)).provisional
    assert hijri.day(date(1921, 1, 1)).provisional


def test_a_sighting_moves_its_month_and_settles_it() -> None:
    hijri = HijriCalendar.of_iran({"1448-11": date(2027, 4, 9)})
    day = hijri.day(date(2027, 4, 8))
    assert (day.hijri, day.provisional) == ((1448, 10, 30), False)
    assert hijri.day(date(2027, 4, 9)).hijri == (1448, 11, 1)


def test_a_sighting_that_leaves_a_month_of_31_days_is_refused() -> None:
    with pytest.raises(BadInput, match="1448-10 would run from 2027-03-10 to 2027-04-09: 31 days"):
        HijriCalendar.of_iran({"1448-11": date(2027, 4, 10)})


@pytest.mark.parametrize("name", ["1448", "1448-13", "1448-0", "ربیع", ""])
def test_what_is_not_a_month_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="is not a Hijri month; write it as 1448-11"):
        HijriCalendar.of_iran({name: date(2027, 4, 9)})


def test_weekdays() -> None:
    week = [weekday(date(2026, 3, 21) + timedelta(days=n)) for n in range(7)]
    assert week == ["saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"]


@pytest.mark.parametrize("year", [2026, 1303, 1501, 0, -1])
def test_a_year_out_of_reach_is_told_the_years_that_work(year: int) -> None:
    with pytest.raises(BadInput, match="give a Jalali year from 1304 to 1500"):
        check_year(year)
