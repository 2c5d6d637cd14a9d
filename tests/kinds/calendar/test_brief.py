"""The pages of the calendar, read back from what is drawn and compared with outside tables."""

import csv
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jdatetime
import pytest

from art.layouts.calendar_page import FIGURE
from engine.kinds.calendar.brief import CoverBrief, MonthBrief, MonthPage, YearBrief, pages_of_year
from engine.persian.dates import GREGORIAN_MONTHS, HIJRI_MONTHS, persian_digits
from engine.production.artwork import artwork_of
from engine.typography.artwork import SetText
from engine.workspace import Workspace

ROOT = Path(__file__).parents[3]
GRID = {"wall-a3": (60, 680, 1068, 545), "desk-21x15": (46, 106, 1140, 534)}  # left, top, width, height on the artboard
RED = "second"
END_OF_LIST = datetime.date(2026, 12, 31)


@dataclass(frozen=True)
class Cell:
    """What is drawn in a square: each date and, where one begins, its month; the holiday; is the numeral red?"""

    numeral: str
    hijri: list[str]
    gregorian: list[str]
    holiday: list[str]
    red: bool


@cache
def workspace() -> Workspace:
    return Workspace(ROOT)


@cache
def pages(year: int) -> tuple[MonthPage, ...]:
    return pages_of_year(workspace().occasions.occasions, year, workspace().hijri)


def cells(page: MonthPage, format_id: str) -> dict[tuple[int, int], Cell]:
    """The squares of the month's own days by row and column, from the artwork."""
    brief = MonthBrief.of(page)
    (format,) = workspace().formats.select([format_id])
    filled, artwork = artwork_of(workspace(), brief, brief.template or "", format)
    left, top, width, height = GRID[format_id]
    found: dict[tuple[int, int], list[SetText]] = {}
    for text in artwork.texts:
        x, y = text.box.x + text.box.width / 2, text.box.y + text.box.height / 2
        if left < x < left + width and top < y < top + height:
            place = int((y - top) * page.rows / height), int((left + width - x) * 7 / width)
            found.setdefault(place, []).append(text)
    red = workspace().templates.palettes.colours(brief.tone, brief.palette)[RED]
    reds = {
        (float(each.get("x", 0)), float(each.get("y", 0)))
        for each in filled.tree.iter("{*}text")
        if each.get("fill") == red and each.get("x")
    }

    def is_red(place: tuple[int, int]) -> bool:
        middle = left + width - (place[1] + 0.5) * width / 7
        return any(abs(x - middle) < 1 and int((y - top) * page.rows / height) == place[0] and y > top for x, y in reds)

    def read(place: tuple[int, int], texts: list[SetText]) -> Cell:
        large, *small = sorted(texts, key=lambda text: -text.font_size)
        middle = left + width - (place[1] + 0.5) * width / 7
        parts: tuple[list[str], list[str], list[str]] = ([], [], [])
        dates = max(text.box.y + text.box.height for text in small if text.words.isdecimal())
        for text in sorted(small, key=lambda text: -text.font_size):
            side = text.box.x + text.box.width / 2 < middle
            parts[2 if text.box.y + 0.7 * text.box.height > dates else side].append(text.words)
        return Cell(large.words, *parts, is_red(place))

    return {place: read(place, texts) for place, texts in found.items() if len(texts) > 1}


def days_of(year: int, month: int) -> Iterator[datetime.date]:
    day = jdatetime.date(year, month, 1)
    while day.month == month:
        yield day.togregorian()
        day += datetime.timedelta(days=1)


def hijri_of(date: datetime.date) -> tuple[int, int, bool]:
    """Day, month and whether that month is only predicted, straight from the published table."""
    with (ROOT / "engine/calendar/data/hijri_months_iran.csv").open(encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table) if datetime.date.fromisoformat(row["first_day_gregorian"]) <= date]
    first = datetime.date.fromisoformat(rows[-1]["first_day_gregorian"])
    return (date - first).days + 1, int(rows[-1]["hijri_month"]), rows[-1]["status"] == "predicted"


def titles(page: MonthPage) -> list[str]:
    return [title.text for line in page.listing.lines for title in line.titles]


def official_holidays(year: int) -> set[datetime.date]:
    first, last = jdatetime.date(year, 1, 1).togregorian(), jdatetime.date(year + 1, 1, 1).togregorian()
    lines = (ROOT / "tests/calendar/official_holidays.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t")[0] for line in lines if line[:1].isdigit())
    return {date for date in map(datetime.date.fromisoformat, rows) if first <= date < last}


@pytest.mark.parametrize(
    ("year", "month", "style"),
    [(1406, month, "wall-a3") for month in range(1, 13)] + [(1406, 5, "desk-21x15"), (1403, 12, "wall-a3")],
)
def test_every_day_bears_its_three_dates(year: int, month: int, style: str) -> None:
    drawn = cells(pages(year)[month - 1], style)
    days = list(days_of(year, month))
    first = (days[0].weekday() + 2) % 7  # Saturday is 0
    expected = {}
    for number, date in enumerate(days):
        day, hijri_month, predicted = hijri_of(date)
        hijri, gregorian = [persian_digits(day)], [str(date.day)]
        if day == 1:
            hijri.append(HIJRI_MONTHS[hijri_month - 1] + "*" * predicted)
        if date.day == 1:
            gregorian.append(GREGORIAN_MONTHS[date.month - 1])
        expected[divmod(first + number, 7)] = (persian_digits(number + 1), hijri, gregorian)
    assert {place: (cell.numeral, cell.hijri, cell.gregorian) for place, cell in drawn.items()} == expected


@pytest.mark.parametrize("year", [1403, 1404, 1405, 1406])
def test_every_square_knows_its_day(year: int) -> None:
    """All days of a year against another library for Jalali dates, and the published table for Hijri ones."""
    for number, page in enumerate(pages(year), 1):
        own = [square for square in page.days if square.in_month]
        assert [square.date for square in own] == list(days_of(year, number))
        for square in own:
            day, _, predicted = hijri_of(square.date)
            assert (square.hijri, square.gregorian) == (persian_digits(day), str(square.date.day))
            assert square.column == (square.date.weekday() + 2) % 7
            assert square.provisional or not predicted


def test_holidays_bear_their_names() -> None:
    drawn = {int(cell.numeral): cell.holiday for cell in cells(pages(1406)[2], "wall-a3").values() if cell.holiday}
    names = ("عید سعید غدیر خم*", "رحلت امام خمینی (ره)", "قیام پانزده خرداد", "تاسوعای حسینی*", "عاشورای حسینی*")
    assert {day: [word.replace("\u00a0", " ") for word in words] for day, words in drawn.items()} == {
        day: [name] for day, name in zip((4, 14, 15, 24, 25), names, strict=True)
    }


def test_the_holidays_of_a_month_are_told_with_their_days() -> None:
    nowruz, *rest = pages(1406)[0].days_off
    assert (nowruz.days, nowruz.name) == ("۱ تا ۴", "نوروز")
    assert [off.days for off in rest] == ["۱۲", "۱۳", "۱۴"]
    assert pages(1406)[3].days_off == ()


@pytest.mark.parametrize("year", [1404, 1405])
def test_fridays_and_official_holidays_are_red(year: int) -> None:
    """Against the list of another project, which knows the Hijri holidays up to the end of 2026."""
    red = {square.date for page in pages(year) for square in page.days if square.in_month and square.red}
    fridays = {date for month in range(1, 13) for date in days_of(year, month) if date.weekday() == 4}
    official = official_holidays(year) - fridays
    assert official <= red
    assert {date for date in red - fridays if date <= END_OF_LIST} == {date for date in official if date <= END_OF_LIST}


def test_what_is_red_is_drawn_red() -> None:
    page = pages(1405)[0]
    drawn = {int(cell.numeral): cell.red for cell in cells(page, "wall-a3").values()}
    assert drawn == {int(square.day): square.red for square in page.days if square.in_month}


@pytest.mark.parametrize(("year", "days"), [(1403, 30), (1404, 29), (1406, 29), (1408, 30)])
def test_esfand_has_29_or_30_days(year: int, days: int) -> None:
    esfand = pages(year)[11]
    assert [square.day for square in esfand.days if square.in_month][-1] == persian_digits(days)
    assert ("آخرین روز سال" in " ".join(titles(esfand))) == (days == 30)


def test_what_a_sighting_can_move_is_marked() -> None:
    """1404 is past: nothing of it moves. 1406 is ahead: Hijri events of it carry the mark, others do not."""
    assert not any(page.provisional or "*" in "".join(titles(page)) for page in pages(1404))
    mehr_to_esfand = [title for page in pages(1406)[6:] for title in titles(page)]
    assert all(page.provisional for page in pages(1406)[6:])
    assert "عید سعید فطر*" in mehr_to_esfand
    assert "پیروزی انقلاب اسلامی ایران و سقوط نظام شاهنشاهی" in mehr_to_esfand


def test_only_what_makes_a_day_a_holiday_is_red_in_its_line() -> None:
    second = pages(1406)[0].listing.lines[1]
    assert [(title.text, title.red) for title in second.titles] == [
        ("عید نوروز", True),
        ("آغاز عملیات فتح‌المبین", False),
        ("روز جهانی آب", False),
    ]


def test_every_event_stands_once_in_its_day_whatever_the_columns() -> None:
    listing = pages(1406)[4].listing
    for count in (1, 2, 3, 4):
        columns = listing.columns(count, 40)
        assert tuple(line for column in columns for line in column) == listing.lines
        heights = [sum(line.height(40) for line in column) for column in columns]
        assert max(heights) - min(heights) <= max(line.height(40) for line in listing.lines)


@pytest.mark.parametrize("style", ["wall-a3", "wall-50x35", "desk-21x15"])
def test_no_column_of_the_list_is_squeezed_or_runs_over(style: str) -> None:
    """In the fullest months of 1403 to 1410 the columns are set in the size that was reckoned for all of them."""
    everything = (page for year in range(1403, 1411) for page in pages(year))
    fullest = sorted(everything, key=lambda page: -sum(len(title) for title in titles(page)))[:4]
    (format,) = workspace().formats.select([style])
    for page in fullest:
        brief = MonthBrief.of(page)
        filled, artwork = artwork_of(workspace(), brief, brief.template or "", format)
        asked = {float(each.get("font-size", 0)) for each in filled.tree.iterfind(".//*[@id='column-0']")}
        columns = [text for text in artwork.texts if text.id.startswith("column-")]
        assert {round(text.font_size / FIGURE, 2) for text in columns} == {round(size, 2) for size in asked}
        foot = min(text.box.y for text in artwork.texts if text.id in ("office", "note"))
        assert max(text.box.y + text.box.height for text in columns) < foot


def test_the_cover_and_the_year_say_their_years() -> None:
    cover, year = CoverBrief.of(pages(1406)), YearBrief.of(pages(1406), workspace().hijri)
    assert cover.year == year.year == "۱۴۰۶"
    assert (year.hijri_years, year.gregorian_years) == ("۱۴۴۸ و ۱۴۴۹", "۲۰۲۷ و ۲۰۲۸")
    assert [page.name for page in year.months][::11] == ["فروردین", "اسفند"]
    (format,) = workspace().formats.select(["poster-year"])
    _, artwork = artwork_of(workspace(), year, "calendar-year", format)
    numerals = [text.words for text in artwork.texts if 39 < text.font_size < 43]
    assert numerals == [square.day for page in year.months for square in page.days if square.in_month]
