"""The briefs of a printed calendar: its cover, its twelve months, and the year on one sheet."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations_with_replacement, groupby, pairwise
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from engine.briefs.brief import Brief
from engine.briefs.photographs import Photograph
from engine.calendar.dates import CalendarDate, Day, HijriCalendar
from engine.calendar.months import CalendarDay, Week, month_grid
from engine.calendar.moon import phase
from engine.calendar.observances import Holiday, Observance, observances
from engine.calendar.occasions import Closure, Occasion
from engine.errors import BadInputValue
from engine.persian.dates import (
    GREGORIAN_MONTHS,
    HIJRI_MONTHS,
    JALALI_MONTHS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    persian_digits,
)

TONE = "calendar"
MONTHS = range(1, 13)
PROVISIONAL = "*"  # after what a sighting of the crescent can still move
LATIN_NAMES = (
    "farvardin",
    "ordibehesht",
    "khordad",
    "tir",
    "mordad",
    "shahrivar",
    "mehr",
    "aban",
    "azar",
    "dey",
    "bahman",
    "esfand",
)  # in the names of files
LETTER = 0.47  # em: what a letter of the listing takes in breadth, spaces and half-spaces reckoned in
HANGING = 1.9  # em: the column of the days' numbers beside the listing
BETWEEN = 2  # what stands between two titles of a day, in letters
STEP = 0.25  # of sizes tried for the listing, in the page's units
MOST_SIZES = 10  # from the largest tried to the least, in the page's units
MOST_COLUMNS = 3
SHORTER = {
    "امام\u00a0حسن\u00a0عسکری": "امام\u00a0عسکری",
    "جمهوری\u00a0اسلامی ایران": "جمهوری\u00a0اسلامی",
}  # names as they are said in short: whole, they are broader than a day's square
# What almanacs add to an event; on a wall it is in the way.
_YEAR_OF_EVENT = re.compile(r"\s*\((?:سال )?(?:[۰-۹]+|هشتم) (?:ه‍\.ش|ه‍\.ق|م|میلادی|(?:سال )?قبل از هجرت)\)")

type MonthNames = tuple[str, ...]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Square(_Part):
    """A day on the page, at a row from 0 and a column from 0, Saturday; numbers are Persian digits.

    A Hijri or Gregorian date has its month's name where that month begins; the Gregorian one is in Latin digits, which
    tells the two apart at a glance. `red`: a Friday or a holiday. `holiday` is the day's name in few words, empty on
    plain Fridays. `moon` is the phase of that day, if it has one.
    """

    date: datetime.date
    row: int
    column: int
    day: str
    hijri: str
    hijri_month: str
    gregorian: str
    gregorian_month: str
    in_month: bool
    red: bool
    holiday: str
    provisional: bool
    moon: str


class Title(_Part):
    """One thing that falls on a day; the title ends in a mark where its day can still change. `red`: a holiday."""

    text: str
    red: bool


class Line(_Part):
    """What falls on a day of the month."""

    day: str
    titles: tuple[Title, ...]
    red: bool

    def height(self, letters: float) -> int:
        """About how many lines it takes where so many letters fill one."""
        lines, so_far = 1, 0.0
        for number, title in enumerate(self.titles):
            so_far += BETWEEN if number else 0
            for word in title.text.split(" "):  # no-break spaces hold names together
                if so_far and so_far + len(word) > letters:
                    lines, so_far = lines + 1, 0.0
                so_far += len(word) + 1
        return lines


class Columns(_Part):
    """A listing as a page sets it: the size of its type, in the page's units, and its columns."""

    size: float
    columns: tuple[tuple[Line, ...], ...]


class Listing(_Part):
    """What falls on the days of a month, day by day."""

    offered: ClassVar = ("fitted",)

    lines: tuple[Line, ...]

    def fitted(self, count: int, width: float, height: float, most: float, least: float, leading: float) -> Columns:
        """The lines in `count` columns, days in order, at the largest size from `most` to `least` (in the units of
        `width` and `height`; `leading` in parts of it) at which the longest column stays in its height.

        Raises BadInputValue for sizes that are no type's, and for no columns or too many."""
        if not (0 < least <= most <= least + MOST_SIZES and 1 <= count <= MOST_COLUMNS):
            raise BadInputValue.of(
                "a listing in {count} columns, at a size from {least} to {most}, can't be set",
                todo="ask for 1 to {columns} columns, at sizes above 0 that are at most {sizes} apart",
                count=count,
                least=f"{least:g}",
                most=f"{most:g}",
                columns=MOST_COLUMNS,
                sizes=MOST_SIZES,
            )
        size = most
        while True:
            columns = self.columns(count, (width / size - HANGING) / LETTER)
            longest = max(_height(column, (width / size - HANGING) / LETTER) for column in columns)
            if size <= least or longest * leading * size <= height:
                return Columns(size=size, columns=columns)
            size = max(least, size - STEP)

    def columns(self, count: int, letters: float) -> tuple[tuple[Line, ...], ...]:
        """The lines in columns as even as can be, where so many letters fill a line of a column."""
        heights = [0, *accumulate(line.height(letters) for line in self.lines)]
        ends = combinations_with_replacement(range(len(self.lines) + 1), count - 1)
        cuts = ((0, *inner, len(self.lines)) for inner in ends)
        best = min(cuts, key=lambda cut: _unevenness([heights[b] - heights[a] for a, b in pairwise(cut)]))
        return tuple(self.lines[start:end] for start, end in pairwise(best))


def _height(column: Sequence[Line], letters: float) -> int:
    return sum(line.height(letters) for line in column)


def _unevenness(heights: Sequence[int]) -> tuple[int, int, int]:
    """The longest column decides, then how even they are, then that the first ones are not shorter than the last."""
    return max(heights), sum(height * height for height in heights), heights[-1] - heights[0]


class DayOff(_Part):
    """A holiday in few words, with the day or the days of the month that it takes."""

    days: str
    name: str


class MonthPage(_Part):
    """A month as a page shows it. `provisional`: some of its Hijri dates can still change."""

    key: str
    number: int
    year: str
    name: str
    hijri_months: str
    gregorian_months: str
    provisional: bool
    rows: int
    days: tuple[Square, ...]
    listing: Listing
    days_off: tuple[DayOff, ...]

    @classmethod
    def of(
        cls,
        occasions: Sequence[Occasion],
        year: int,
        month: int,
        hijri: HijriCalendar,
        closures: Sequence[Closure] = (),
    ) -> MonthPage:
        """A Jalali month. Raises BadInput for a year out of reach."""
        weeks = month_grid(occasions, year, month, hijri, closures)
        shown = [square.day for week in weeks for square in week if square.in_month]
        kept = _by_day(observances(occasions, year, hijri))
        squares = tuple(_squares(weeks))
        return cls(
            key=f"{year}-{month:02}_{LATIN_NAMES[month - 1]}",
            number=month,
            year=persian_digits(year),
            name=JALALI_MONTHS[month - 1],
            hijri_months=_months(HIJRI_MONTHS, (day.hijri for day in shown)),
            gregorian_months=_months(GREGORIAN_MONTHS, (_gregorian(day) for day in shown)),
            provisional=any(day.provisional for day in shown),
            rows=len(weeks),
            days=squares,
            listing=Listing(lines=tuple(_lines(weeks, kept))),
            days_off=tuple(_days_off(squares)),
        )


class CalendarBrief(Brief):
    """What the pages of a calendar have in common."""

    tone: str = TONE

    year: str = Field(description="the Jalali year in Persian digits")
    title: str = Field(default="تقویم", description="what it is")
    weekdays: tuple[str, ...] = Field(
        default=tuple(WEEKDAY_NAMES[day] for day in WEEKDAYS), description="the weekdays' names from Saturday on"
    )


class MonthBrief(CalendarBrief):
    """A page of the calendar."""

    kind: ClassVar[str] = "month"

    month: MonthPage = Field(description="name, number, rows, days, listing … of the month")
    photo: Photograph | None = Field(default=None, description="the photograph of the month, where there is one")
    moons: bool = Field(default=False, description="whether the page shows the phases of the Moon")

    @classmethod
    def of(cls, page: MonthPage, photo: Photograph | None = None, *, moons: bool = False) -> MonthBrief:
        """The page of a month, with a photograph or with the art of the month."""
        title = f"{page.name} {page.year}"
        return cls(
            id=f"month-{page.number:02}",
            key=page.key,
            template="calendar-photo" if photo else f"calendar-{page.number:02}",
            palette=f"month-{page.number:02}",
            first_day=_first_day(page),
            caption=f"{title}\n{photo.caption}\n" if photo and photo.caption else f"{title}\n",
            alt=f"تقویم {title}",
            year=page.year,
            month=page,
            photo=photo,
            moons=moons,
        )


class CoverBrief(CalendarBrief):
    """The cover."""

    kind: ClassVar[str] = "calendar-cover"

    @classmethod
    def of(cls, pages: Sequence[MonthPage]) -> CoverBrief:
        """The cover of a calendar of these months."""
        return cls(**_of_year(pages[0], "cover"))


class YearBrief(CalendarBrief):
    """The year on one sheet."""

    kind: ClassVar[str] = "year"

    months: tuple[MonthPage, ...] = Field(description="the twelve months, each as of a month's page")
    hijri_years: str = Field(description="the Hijri years that it touches")
    gregorian_years: str = Field(description="the Gregorian years that it touches")

    @classmethod
    def of(cls, pages: Sequence[MonthPage], hijri: HijriCalendar) -> YearBrief:
        """The sheet of these months."""
        days = [hijri.day(square.date) for page in pages for square in page.days if square.in_month]
        return cls(
            **_of_year(pages[-1], "year"),
            months=tuple(pages),
            hijri_years=_joined(dict.fromkeys(persian_digits(day.hijri.year) for day in days)),
            gregorian_years=_joined(dict.fromkeys(persian_digits(day.gregorian.year) for day in days)),
        )


def pages_of_year(
    occasions: Sequence[Occasion], year: int, hijri: HijriCalendar, closures: Sequence[Closure] = ()
) -> tuple[MonthPage, ...]:
    """The twelve months of a Jalali year. Raises BadInput for a year out of reach."""
    return tuple(MonthPage.of(occasions, year, month, hijri, closures) for month in MONTHS)


def _of_year(page: MonthPage, id: str) -> dict[str, Any]:
    """What the year's sheets have in common; the files stand beside those of a month."""
    return {
        "id": id,
        "key": f"{page.key.partition('_')[0]}_{id}",
        "template": f"calendar-{id}",
        "palette": id,
        "first_day": _first_day(page),
        "caption": f"تقویم {page.year}\n",
        "alt": f"تقویم {page.year}",
        "year": page.year,
    }


def _first_day(page: MonthPage) -> datetime.date:
    return next(square.date for square in page.days if square.in_month)


# --- squares


def _squares(weeks: Sequence[Week]) -> Iterator[Square]:
    for row, week in enumerate(weeks):
        for column, square in enumerate(week):
            yield _square(square, row, column)


def _square(square: CalendarDay, row: int, column: int) -> Square:
    day = square.day
    date = _gregorian(day)
    mark = PROVISIONAL if day.provisional else ""
    return Square(
        date=day.gregorian,
        row=row,
        column=column,
        day=persian_digits(day.jalali.day),
        hijri=persian_digits(day.hijri.day),
        hijri_month=HIJRI_MONTHS[day.hijri.month - 1] + mark if day.hijri.day == 1 else "",
        gregorian=str(date.day),
        gregorian_month=GREGORIAN_MONTHS[date.month - 1] if date.day == 1 else "",
        in_month=square.in_month,
        red=day.weekday == "friday" or square.holiday is not None,
        holiday=_name(square.holiday) if square.holiday else "",
        provisional=day.provisional,
        moon=phase(day.gregorian) or "",
    )


def _name(holiday: Holiday) -> str:
    """A holiday in as few words as fit in a day's square, with its mark."""
    name = holiday.name
    for whole, short in SHORTER.items():
        name = name.replace(whole, short)
    return name + PROVISIONAL * holiday.provisional


def _days_off(squares: Iterable[Square]) -> Iterator[DayOff]:
    """The holidays of the month; days in a row with one name are one."""
    named = groupby((square for square in squares if square.in_month), key=lambda square: square.holiday)
    for name, days in named:
        first, *rest = (square.day for square in days)
        if name:
            yield DayOff(days=f"{first} تا {rest[-1]}" if rest else first, name=name)


def _gregorian(day: Day) -> CalendarDate:
    return CalendarDate(day.gregorian.year, day.gregorian.month, day.gregorian.day)


def _months(names: MonthNames, dates: Iterable[CalendarDate]) -> str:
    """«محرم و صفر ۱۴۴۹», «ذی‌الحجه ۱۴۴۸ و محرم ۱۴۴۹»."""
    touched = dict.fromkeys((date.year, date.month) for date in dates)
    by_year = groupby(touched, key=lambda each: each[0])
    return _joined(
        f"{_joined(names[month - 1] for _, month in months)} {persian_digits(year)}" for year, months in by_year
    )


def _joined(words: Iterable[str]) -> str:
    *first, last = words
    return f"{'، '.join(first)} و {last}" if first else last


# --- what falls on the days


def _by_day(found: Iterable[Observance]) -> Mapping[datetime.date, tuple[Observance, ...]]:
    return {date: tuple(group) for date, group in groupby(found, key=lambda each: each.first.gregorian)}


def _lines(weeks: Sequence[Week], kept: Mapping[datetime.date, tuple[Observance, ...]]) -> Iterator[Line]:
    for square in (square for week in weeks for square in week if square.in_month):
        if titles := tuple(dict.fromkeys(_titles(square, kept.get(square.day.gregorian, ())))):
            yield Line(
                day=persian_digits(square.day.jalali.day),
                titles=titles,
                red=square.holiday is not None,
            )


def _titles(square: CalendarDay, kept: Sequence[Observance]) -> Iterator[Title]:
    """What the official calendar lists, first the holidays; what only the office keeps; why else it is a day off."""
    for event in sorted(square.events, key=lambda event: not event.holiday):
        movable = event.rule.calendar == "hijri" and square.day.provisional
        yield Title(text=_YEAR_OF_EVENT.sub("", event.title) + PROVISIONAL * movable, red=event.holiday)
    if not square.events:
        for each in kept:
            yield Title(text=each.occasion.title + PROVISIONAL * each.provisional, red=each.occasion.holiday)
    if square.holiday and not any(event.holiday for event in square.events):
        for title in square.holiday.titles:
            yield Title(text=title + PROVISIONAL * square.holiday.provisional, red=True)
