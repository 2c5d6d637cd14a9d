import pytest

from engine.calendar.dates import HijriCalendar


@pytest.fixture(scope="session")
def hijri() -> HijriCalendar:
    return HijriCalendar.of_iran()
