"""The phases of the Moon, by the day on which they fall in Iran."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from engine.calendar.crescent import moon_from_sun

type Phase = Literal["new", "first-quarter", "full", "last-quarter"]

PHASES: tuple[Phase, ...] = ("new", "first-quarter", "full", "last-quarter")
NOON_OF_J2000 = date(2000, 1, 1)
MIDNIGHT = timedelta(hours=-12 - 3.5)  # of Tehran, UTC+3:30, from noon of Greenwich


def phase(day: date) -> Phase | None:
    """The phase that the Moon reaches between two midnights of Tehran, if any.

    The Moon's place is right to about 0.2°: a phase within 20 minutes of midnight may come on the day next to it.
    """
    before, after = (_quarter(day + timedelta(days=n)) for n in (0, 1))
    return PHASES[after] if before != after else None


def _quarter(midnight: date) -> int:
    """Which quarter of its way around from the Sun the Moon is in, from 0."""
    elongation, _ = moon_from_sun((midnight - NOON_OF_J2000 + MIDNIGHT) / timedelta(days=1))
    return int(elongation % 360 // 90)
