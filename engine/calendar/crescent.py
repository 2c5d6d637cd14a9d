"""The first day of a Hijri month by astronomy: for the months that Iran's table does not hold.

A month begins on the day after the first evening on which the Moon stands far enough from the Sun for a
crescent to be seen. How often that agrees with the table: docs/decisions/0001-hijri-fallback.md.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from math import acos, cos, degrees, floor, radians, sin

NEEDED_ARC = 10.0  # degrees of arc between Moon and Sun: the value that agrees best with the table
EVENING = timedelta(hours=14)  # universal time: 17:30 in Tehran, about sunset
EPOCH = date(2000, 1, 1)
EPOCH_NOON = timedelta(hours=12)  # the day of Meeus' formulas counts from here (J2000.0)
NEW_MOON = 5.59766  # days from J2000.0 to the mean new moon of 6 January 2000 (Meeus, 49.1)
MONTH_OF_NEW_MOON = 12 * 1420 + 9  # that moon's month is Shawwal 1420
LUNATION = 29.530588861  # days from one mean new moon to the next
DAYS_PER_CENTURY = 36525

# Jean Meeus, Astronomical Algorithms, 2nd ed., tables 47.A and 47.B down to 0.03°: degrees, and the multiples
# of the mean elongation, the Sun's anomaly, the Moon's anomaly and its argument of latitude in the sine.
type Terms = tuple[tuple[float, int, int, int, int], ...]
LONGITUDE: Terms = (
    (6.289, 0, 0, 1, 0),
    (1.274, 2, 0, -1, 0),
    (0.658, 2, 0, 0, 0),
    (0.214, 0, 0, 2, 0),
    (-0.185, 0, 1, 0, 0),
    (-0.114, 0, 0, 0, 2),
    (0.059, 2, 0, -2, 0),
    (0.057, 2, -1, -1, 0),
    (0.053, 2, 0, 1, 0),
    (0.046, 2, -1, 0, 0),
    (-0.041, 0, 1, -1, 0),
    (-0.035, 1, 0, 0, 0),
    (-0.030, 0, 1, 1, 0),
)
LATITUDE: Terms = (
    (5.128, 0, 0, 0, 1),
    (0.281, 0, 0, 1, 1),
    (0.278, 0, 0, 1, -1),
    (0.173, 2, 0, 0, -1),
    (0.055, 2, 0, -1, 1),
    (0.046, 2, 0, -1, -1),
    (0.033, 2, 0, 0, 1),
)
# The Sun's equation of centre (chapter 25): its longitude is taken away from the Moon's.
SUN_LONGITUDE: Terms = ((1.915, 0, 1, 0, 0), (0.020, 0, 2, 0, 0))


@cache
def first_day(month: int) -> date:
    """The Gregorian first day of a Hijri month, counted as 12 × year + month - 1."""
    new_moon = NEW_MOON + LUNATION * (month - MONTH_OF_NEW_MOON)
    evening = EPOCH + timedelta(days=floor(new_moon) - 1)  # the true new moon can be 14 hours earlier
    while not _crescent(evening):
        evening += timedelta(days=1)
    return evening + timedelta(days=1)


def month_about(day: date) -> int:
    """The number of the month a day is in, or of one next to it."""
    return MONTH_OF_NEW_MOON + floor(((day - EPOCH).days - NEW_MOON) / LUNATION)


def _crescent(evening: date) -> bool:
    """Whether the Moon has gone far enough past the Sun."""
    elongation, latitude = moon_from_sun((evening - EPOCH + EVENING - EPOCH_NOON) / timedelta(days=1))
    arc = degrees(acos(cos(radians(latitude)) * cos(radians(elongation))))
    return elongation > 0 and arc >= NEEDED_ARC


def moon_from_sun(days: float) -> tuple[float, float]:
    """Degrees the Moon stands east of the Sun (-180 to 180) and north of the ecliptic, days after J2000.0.

    Right to about 0.2°, a third of an hour; so dynamical time is taken for universal time.
    """
    century = days / DAYS_PER_CENTURY
    arguments = (
        297.8502 + 445267.1114 * century,
        357.5291 + 35999.0503 * century,
        134.9634 + 477198.8675 * century,
        93.2721 + 483202.0175 * century,
    )

    def total(terms: Terms) -> float:
        return sum(
            size * sin(radians(sum(n * angle for n, angle in zip(multiples, arguments, strict=True))))
            for size, *multiples in terms
        )

    elongation = arguments[0] + total(LONGITUDE) - total(SUN_LONGITUDE)
    return (elongation + 180) % 360 - 180, total(LATITUDE)
