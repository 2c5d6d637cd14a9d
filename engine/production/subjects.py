"""What a gallery shows of a brief that is for one day."""

from __future__ import annotations

from engine.briefs.brief import Brief
from engine.calendar.dates import Day
from engine.persian.dates import WEEKDAY_NAMES, gregorian_in_words, hijri_in_words, jalali_in_words
from engine.production.manifest import Subject


def subject_of(brief: Brief, title: str, day: Day, *, provisional: bool = False) -> Subject:
    """The subject of a brief's pieces, under a title; `day` is the brief's in all calendars."""
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
