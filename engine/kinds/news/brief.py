"""The brief of a news card: what happened, in a headline and photographs; one card or a day's from a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pydantic import Field

from engine.briefs.brief import Brief
from engine.briefs.photographs import Photograph
from engine.briefs.spreadsheet import Row, Spreadsheet, read
from engine.errors import Mistake

type Point = tuple[float, float]
"""A place in a photograph, in parts of its width from the left and of its height from above."""

TONE = "news"
"""The tone whose palettes are the categories: the name of a palette is the name of its category."""

HEADERS: Mapping[str, tuple[str, ...]] = {
    "title": ("عنوان", "تیتر", "عنوان خبر", "title", "headline"),
    "lead": ("لید", "خلاصه", "چکیده", "متن", "متن خبر", "lead", "summary", "text"),
    "category": ("دسته", "دسته بندی", "حوزه", "سرویس", "موضوع", "category", "section"),
    "date": ("تاریخ", "date"),
    "photos": ("عکس", "عکس ها", "تصویر", "تصویرها", "تصاویر", "photo", "photos", "picture", "pictures", "image"),
    "before": ("پیش", "پیش از", "پیش از کار", "قبل", "عکس قبل", "before"),
    "after": ("پس", "پس از", "پس از کار", "بعد", "عکس بعد", "after"),
    "focus": ("کانون", "کانون عکس", "focus"),
    "shows": ("شرح", "شرح عکس", "caption"),
    "credit": ("عکاس", "عکس از", "credit", "photographer"),
}  # fmt: skip
LONGEST: Mapping[str, int] = {"title": 180, "lead": 300, "category": 30, "shows": 200, "credit": 60}
_NO_TITLES = Mistake("there is no column of titles", "write «عنوان» or “title” over it, in the first row")
_BETWEEN = {"photos": re.compile(r"[\n;؛|،,]"), "focus": re.compile(r"[\n;؛|]")}


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news as an office types it. `date` is Jalali; photographs are files, `focus` the points that their
    crops keep, in their order. `row` is the row of the spreadsheet, from 1; 0 where there is none.
    """

    title: str
    lead: str = ""
    category: str = ""
    date: str = ""
    photos: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    focus: tuple[str, ...] = ()
    shows: str = ""
    credit: str = ""
    row: int = 0


class NewsBrief(Brief):
    """One news card, in words and photographs."""

    kind: ClassVar[str] = "news"

    title: str = Field(description="the headline")
    lead: str = Field(description="one or two sentences below it, or nothing")
    category: str = Field(description="the category, whose colours the card has")
    symbol: str = Field(description="the category's symbol, a file of _symbols, or nothing")
    tiling: str = Field(description="the tiling of the category's pattern")
    angle: float = Field(description="the contact angle of the category's pattern, in degrees")
    date: str = Field(description="weekday, day, month and year in the Jalali calendar")
    photos: tuple[Photograph, ...] = Field(description="the photographs, the most important first")
    before: Photograph | None = Field(description="how it was before the work, or nothing")
    after: Photograph | None = Field(description="how it is after the work, or nothing")
    credit: str = Field(description="who took the photographs, or nothing")


@dataclass(frozen=True, slots=True)
class NewsList:
    """What a spreadsheet tells, and what is wrong with its other rows."""

    sheet: Spreadsheet
    news: tuple[News, ...]
    mistakes: tuple[Mistake, ...]


def news_of(path: Path) -> NewsList:
    """The news of an .xlsx or .csv file, by the names of its columns.

    Raises BadInput for a file that can't be read or has no column of titles; a bad row is left out and told.
    """
    sheet = read(path, HEADERS, needed=("title",), without=_NO_TITLES)
    news: list[News] = []
    mistakes: list[Mistake] = []
    for row in sheet.rows:
        if row.mistakes:
            mistakes += row.mistakes
        else:
            news.append(_news(row))
    return NewsList(sheet, tuple(news), tuple(mistakes))


def _news(row: Row) -> News:
    said = dict(row.said)
    photos, focus = (
        tuple(part.strip() for part in between.split(said.pop(field, "")) if part.strip())
        for field, between in _BETWEEN.items()
    )
    words = {field: " ".join(text.split()) for field, text in said.items()}
    return News(**words, photos=photos, focus=focus, row=row.number)
