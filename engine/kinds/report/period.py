"""Periods that a report is of, and how a figure compares with that of the same period a year before."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from engine.calendar.dates import gregorian_of
from engine.errors import BadInputValue
from engine.persian.dates import JALALI_MONTHS, persian_digits
from engine.persian.figures import figure, percent
from engine.persian.letters import ARABIC_TO_PERSIAN, ZWNJ

type Direction = Literal["up", "down", "same", "new"]

FIRST, ORDINALS = "نخست", ("نخست", "دوم", "سوم", "چهارم")
_LENGTHS: Mapping[int, str] = {3: "سه‌ماهه", 6: "شش‌ماهه", 9: "نه‌ماهه", 12: "سالانه"}
_ENGLISH = {"three-months": 3, "six-months": 6, "nine-months": 9, "year": 12}
_YEARLY = ("سالانه", "یک ساله", "دوازده ماهه", "سال")
MULTIPLES_FROM = 300  # percent more: beyond that one says how many times as much
_EZAFE = "ٔ"  # «ماههٔ»: the link to the word after it


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Period(_Part):
    """Months of a Jalali year, from the first to the last."""

    year: int
    first: int
    last: int

    @classmethod
    def of(cls, name: str, year: int) -> Period:
        """A period by its name: «شش‌ماهه», «سه‌ماههٔ دوم», «سالانه», «مهر», “six-months”. Raises BadInputValue."""
        known = _by_name()
        months = known.get(_plain(name))
        if months is None:
            raise BadInputValue.of(
                "there is no period “{name}”",
                todo="write سه‌ماهه, شش‌ماهه, نه‌ماهه, سالانه, سه‌ماههٔ دوم, or a month's name",
                name=name,
            )
        return cls(year=year, first=months[0], last=months[1])

    @property
    def length(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def adjective(self) -> str:
        """What a report of it is called: «شش‌ماهه», «سالانه», «ماهانه»."""
        return _LENGTHS.get(self.length, "ماهانه")

    @property
    def name(self) -> str:
        """«شش‌ماههٔ نخست», «سال», «مهر»."""
        if self.length == 12:
            return "سال"
        if self.length not in _LENGTHS:
            return JALALI_MONTHS[self.first - 1]
        return f"{_LENGTHS[self.length]}{_EZAFE} {ORDINALS[(self.first - 1) // self.length]}"

    @property
    def title(self) -> str:
        """«شش‌ماههٔ نخست ۱۴۰۵»."""
        return f"{self.name} {persian_digits(self.year)}"

    @property
    def before(self) -> Period:
        """The same period a year before."""
        return self.model_copy(update={"year": self.year - 1})

    @property
    def span(self) -> str:
        """«فروردین تا شهریور ۱۴۰۵»."""
        first, last = JALALI_MONTHS[self.first - 1], JALALI_MONTHS[self.last - 1]
        return f"{first} تا {last} {persian_digits(self.year)}" if self.length > 1 else self.title

    @property
    def last_day(self) -> datetime.date:
        """Its last day. Raises BadInput for a year that the calendar does not reach."""
        year, month = (self.year, self.last + 1) if self.last < 12 else (self.year + 1, 1)
        return gregorian_of((year, month, 1)) - datetime.timedelta(days=1)


class Change(_Part):
    """How a figure compares with that of the same period a year before. `good` is None where it is neither."""

    direction: Direction
    figure: str
    words: str
    good: bool | None

    @classmethod
    def of(cls, value: float, last: float, period: Period, *, more_is_better: bool = True) -> Change:
        """The change from `last` to `value`."""
        before = period.before.title
        if value == last:
            return cls(direction="same", figure="", words=f"برابر با {before}", good=None)
        up = value > last
        direction: Direction = "up" if up else "down"
        if not last:
            return cls(direction="new", figure="", words=f"در {before}: صفر", good=more_is_better)
        change = abs(value - last) / last * 100
        good = up == more_is_better
        if up and change >= MULTIPLES_FROM:
            times = f"{figure(value / last, 1)} برابر"
            return cls(direction=direction, figure=times, words=before, good=good)
        shown = percent(change, 1 if change < 10 else 0)
        if shown == percent(0):
            return cls(direction="same", figure="", words=f"نزدیک به {before}", good=None)
        return cls(direction=direction, figure=shown, words=f"{'بیشتر' if up else 'کمتر'} از {before}", good=good)

    @property
    def sentence(self) -> str:
        """«۱۲٪ بیشتر از شش‌ماههٔ نخست ۱۴۰۴»."""
        return f"{self.figure} {self.words}".strip()


def _by_name() -> Mapping[str, tuple[int, int]]:
    """Plain name → first and last month."""
    months = {_plain(name): (number, number) for number, name in enumerate(JALALI_MONTHS, 1)}
    whole = {_plain(name): (1, 12) for name in _YEARLY}
    english = {name: (1, length) for name, length in _ENGLISH.items()}
    lengths = {_plain(name): (1, length) for length, name in _LENGTHS.items()}
    parts = {
        _plain(f"{_LENGTHS[length]} {ordinal}"): (number * length + 1, (number + 1) * length)
        for length in (3, 6)
        for number, ordinal in enumerate(ORDINALS[: 12 // length])
    }
    firsts = {_plain(f"{_LENGTHS[length]} {word}"): (1, length) for length in (3, 6, 9) for word in ("اول", FIRST)}
    return months | whole | english | lengths | parts | firsts


def _plain(name: str) -> str:
    """A name as it is looked up, whatever its half-spaces, its hamza and its Arabic letters."""
    words = name.translate(ARABIC_TO_PERSIAN).replace(f"ه{ZWNJ}ی", "ه").replace(ZWNJ, " ").replace(_EZAFE, "")
    return " ".join(words.casefold().split())
