from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from engine.calendar.dates import HijriCalendar
from engine.calendar.events import events_of_year
from engine.calendar.observances import LEAP_DAY_TITLE, clashes, holidays, observances
from engine.calendar.occasions import Closure, Occasion, OccasionsFile
from engine.errors import BadInput
from engine.yamlfile import load

YEARS = range(1380, 1406)
# 21 Ramadan 1432: the list and the table of months differ by a day.
DISPUTED = (date(2011, 8, 21), "imam-ali-martyrdom")
END_OF_LIST = date(2026, 12, 31)  # what comes later in 1405 the list only estimates


@pytest.fixture(scope="module")
def occasions() -> tuple[Occasion, ...]:
    return load(Path(__file__).parents[2] / "occasions_calendar.yaml", OccasionsFile).occasions


def official_holidays() -> set[tuple[date, str]]:
    text = Path(__file__).with_name("official_holidays.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    return {(date.fromisoformat(day), occasion) for day, occasion in rows}


def test_every_official_holiday_falls_on_its_official_day(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar
) -> None:
    ours = {
        (day, each.occasion.id)
        for year in YEARS
        for each in observances(occasions, year, hijri)
        if each.occasion.holiday
        for day in each.dates
    }
    official = official_holidays()
    assert len(official) == 711
    assert official - ours == {DISPUTED}
    surplus = {(day, occasion) for day, occasion in ours - official if day <= END_OF_LIST}
    assert surplus == {(date(2011, 8, 22), "imam-ali-martyrdom")}


def test_the_days_off_are_the_official_ones_and_the_leap_days(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar
) -> None:
    official = {day for day, _ in official_holidays() - {DISPUTED}}
    ours = {each.day.gregorian: each for year in YEARS for each in holidays(occasions, year, hijri)}
    assert official <= ours.keys()
    leap_days = {str(each.day.jalali) for each in ours.values() if each.titles == (LEAP_DAY_TITLE,)}
    assert leap_days == {f"{year}-12-30" for year in (1383, 1387, 1391, 1395, 1399, 1403)}


def test_the_occasions_and_the_official_events_name_the_same_holidays(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar
) -> None:
    for year in YEARS:
        named = {day for day, events in events_of_year(year, hijri).items() if any(event.holiday for event in events)}
        days_off = {each.day.gregorian for each in holidays(occasions, year, hijri) if each.titles != (LEAP_DAY_TITLE,)}
        assert days_off == named


def test_a_holiday_that_began_last_year_counts_in_the_year_it_falls_in(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar
) -> None:
    fitr = next(each for each in occasions if each.id == "fitr")
    eve_long = fitr.model_copy(update={"rule": fitr.rule.model_copy(update={"eve": True})})
    assert [str(each.day.jalali) for each in holidays([eve_long], 1405, hijri)] == [
        "1405-01-01",
        "1405-12-18",
        "1405-12-19",
    ]


def test_an_announced_closure_is_off_in_its_year_alone(occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:
    closure = Closure(date="1405/12/28", days=3, title="تعطیلی عمومی")
    off = {str(each.day.jalali): each.titles for each in holidays(occasions, 1405, hijri, [closure])}
    assert off["1405-12-28"] == ("تعطیلی عمومی",)
    assert off["1405-12-29"] == ("روز ملی‌شدن صنعت نفت ایران", "تعطیلی عمومی")
    after = {str(each.day.jalali): each.titles for each in holidays(occasions, 1406, hijri, [closure])}
    assert after["1406-01-01"] == ("نوروز، آغاز سال نو", "تعطیلی عمومی")
    assert not any("تعطیلی عمومی" in each.titles for each in holidays(occasions, 1404, hijri, [closure]))


def test_1405_has_fitr_twice(occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:
    year = observances(occasions, 1405, hijri)
    assert [each.key for each in year if each.occasion.id == "fitr"] == ["1405-01-01_fitr", "1405-12-19_fitr"]
    assert len(year) == len(occasions) + 1


def test_observances_come_by_date_under_keys_of_their_own(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar
) -> None:
    for year in (1304, *YEARS, 1500):
        found = observances(occasions, year, hijri)
        assert [each.first.gregorian for each in found] == sorted(each.first.gregorian for each in found)
        assert Counter(each.key for each in found).most_common(1)[0][1] == 1
        assert {each.occasion.id for each in found} == {each.id for each in occasions}
        assert {each.first.jalali.year for each in found} == {year}


def test_only_hijri_observances_are_provisional(occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:
    assert not any(each.provisional for each in observances(occasions, 1405, hijri))
    later = {each.occasion.id: each.provisional for each in observances(occasions, 1410, hijri)}
    assert later["ashura"]
    assert not later["yalda-night"]


def test_a_feast_on_a_day_of_mourning_is_warned_of(occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:
    (clash,) = clashes(observances(occasions, 1405, hijri))
    assert (clash.joyful.occasion.id, clash.mourning.occasion.id) == ("ghadir", "imam-khomeini-demise")
    assert str(clash.joyful.first.jalali) == "1405-03-14"
    assert "falls on a day of mourning" in str(clash.warning)
    assert "۱۴ خرداد ۱۴۰۵" in str(clash.warning)


def test_a_feast_of_several_days_clashes_on_any_of_them(occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:
    by_id = {each.id: each for each in occasions}
    long = by_id["ghadir"].model_copy(update={"days": 2})
    (clash,) = clashes(observances([long, by_id["khordad-15-uprising"]], 1405, hijri))
    assert "۱۵ خرداد ۱۴۰۵" in str(clash.warning)


@pytest.mark.parametrize("listed", [observances, holidays])
def test_a_year_out_of_reach_is_refused(listed, occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadInput, match="no calendar for the year 2026; give a Jalali year from 1304 to 1500"):
        listed(occasions, 2026, hijri)
