import csv
from datetime import date
from importlib.resources import files
from itertools import pairwise

from engine.calendar import crescent
from engine.calendar.dates import FIRST_YEAR, LAST_YEAR, first_of_month


def table() -> dict[int, date]:
    path = files("engine.calendar").joinpath("data/hijri_months_iran.csv")
    with path.open(encoding="utf-8") as rows:
        return {
            12 * int(row["hijri_year"]) + int(row["hijri_month"]) - 1: date.fromisoformat(row["first_day_gregorian"])
            for row in csv.DictReader(rows)
        }


def agreement(first_year: int, last_year: int) -> float:
    months = {month: first for month, first in table().items() if first_year <= month // 12 <= last_year}
    return sum(crescent.first_day(month) == first for month, first in months.items()) / len(months)


def test_agrees_with_the_table_as_the_decision_says() -> None:
    assert round(100 * agreement(1340, 1449), 1) == 87.0
    assert round(100 * agreement(1430, 1449), 1) == 91.7


def test_is_never_more_than_a_day_off() -> None:
    assert all(abs((crescent.first_day(month) - first).days) <= 1 for month, first in table().items())


def test_every_month_has_29_or_30_days() -> None:
    months = range(12 * 1300, 12 * 1600)
    firsts = [crescent.first_day(month) for month in months]
    assert {(after - first).days for first, after in pairwise(firsts)} == {29, 30}


def test_the_month_about_a_day_is_at_most_one_off() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        day = first_of_month("gregorian", year + 621, 7, hijri=None)  # type: ignore[arg-type]
        month = crescent.month_about(day)
        assert crescent.first_day(month - 1) <= day < crescent.first_day(month + 2)
