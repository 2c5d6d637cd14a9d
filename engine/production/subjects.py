"""What the gallery says of a brief that is no occasion."""

from __future__ import annotations

from typing import Protocol

from engine.calendar.dates import Day
from engine.persian.dates import WEEKDAY_NAMES, gregorian_in_words, hijri_in_words, jalali_in_words
from engine.production.manifest import Subject


class Captioned(Protocol):
    """A brief with the words that stand beside its pictures."""

    @property
    def id(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def tone(self) -> str: ...
    @property
    def caption(self) -> str: ...
    @property
    def alt(self) -> str: ...


def subject_of(brief: Captioned, title: str, day: Day, *, provisional: bool = False) -> Subject:
    """The subject of a brief, under a title, on its day."""
    return Subject(
        key=brief.key,
        id=brief.id,
        title=title,
        tone=brief.tone,
        weekday=WEEKDAY_NAMES[day.weekday],
        date=jalali_in_words(day.jalali, day.weekday),
        hijri_date=hijri_in_words(day.hijri),
        gregorian_date=gregorian_in_words((day.gregorian.year, day.gregorian.month, day.gregorian.day)),
        days=1,
        holiday=False,
        provisional=provisional,
        warnings=(),
        caption=brief.caption,
        alt=brief.alt,
    )
