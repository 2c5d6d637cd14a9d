"""Against eclipses: the Moon is new when it hides the Sun and full when the Earth's shadow falls on it (NASA)."""

import itertools
from datetime import date, timedelta

import pytest

from engine.calendar.moon import phase


@pytest.mark.parametrize("day", [date(1999, 8, 11), date(2017, 8, 21), date(2024, 4, 8), date(2027, 8, 2)])
def test_the_moon_is_new_on_the_day_of_a_solar_eclipse(day: date) -> None:
    assert phase(day) == "new"


@pytest.mark.parametrize("day", [date(2018, 7, 27), date(2025, 3, 14), date(2025, 9, 7), date(2026, 3, 3)])
def test_the_moon_is_full_on_the_day_of_a_lunar_eclipse(day: date) -> None:
    assert phase(day) == "full"


def test_the_phases_follow_each_other_a_week_apart() -> None:
    start = date(2027, 3, 21)
    seen = [(day, found) for n in range(365) if (found := phase(day := start + timedelta(days=n)))]
    order = [found for _, found in seen]
    cycle = ("new", "first-quarter", "full", "last-quarter")
    assert all(cycle[(cycle.index(a) + 1) % 4] == b for a, b in itertools.pairwise(order))
    gaps = {(b - a).days for (a, _), (b, _) in itertools.pairwise(seen)}
    assert gaps <= {6, 7, 8, 9}
