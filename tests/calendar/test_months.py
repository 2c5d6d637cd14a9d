from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from engine.calendar.dates import FIRST_YEAR, LAST_YEAR, HijriCalendar
from engine.calendar.months import month_grid
from engine.calendar.occasions import Occasion, OccasionsFile
from engine.errors import BadInput
from engine.yamlfile import load


@pytest.fixture(scope="module")
def occasions() -> tuple[Occasion, ...]:
    return load(Path(__file__).parents[2] / "occasions_calendar.yaml", OccasionsFile).occasions


@pytest.mark.parametrize("year", [1403, 1405])
def test_months_are_whole_weeks_of_consecutive_days(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar, year: int
) -> None:
    for month in range(1, 13):
        grid = month_grid(occasions, year, month, hijri)
        squares = [square for week in grid for square in week]
        days = [square.day.gregorian for square in squares]
        assert all(week[0].day.weekday == "saturday" and len(week) == 7 for week in grid)
        assert {after - day for day, after in pairwise(days)} == {timedelta(days=1)}
        inside = [square.day.jalali for square in squares if square.in_month]
        assert inside == [(year, month, number) for number in range(1, len(inside) + 1)]
        assert all((square.day.jalali.month == month) == square.in_month for square in squares)
        assert any(square.in_month for square in grid[0]) and any(square.in_month for square in grid[-1])


def test_squares_know_their_events_and_holidays_also_of_a_neighbouring_year(
    occasions: tuple[Occasion, ...], hijri: HijriCalendar
) -> None:
    squares = {str(square.day.jalali): square for week in month_grid(occasions, 1403, 12, hijri) for square in week}
    assert squares["1403-12-29"].holiday and squares["1403-12-30"].holiday
    assert squares["1404-01-01"].holiday and not squares["1404-01-01"].in_month
    assert squares["1403-12-15"].holiday is None
    assert "روز درختکاری" in [event.title for event in squares["1403-12-15"].events]


def test_the_first_and_the_last_month_within_reach(occasions: tuple[Occasion, ...], hijri: HijriCalendar) -> None:
    assert month_grid(occasions, FIRST_YEAR, 1, hijri)
    assert month_grid(occasions, LAST_YEAR, 12, hijri)
    with pytest.raises(BadInput, match="1304 to 1500"):
        month_grid(occasions, LAST_YEAR + 1, 1, hijri)
