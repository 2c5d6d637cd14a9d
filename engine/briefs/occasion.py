"""The brief of an occasion's banner: what a template may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from pydantic import Field

from engine.briefs.brief import Brief
from engine.calendar.dates import HijriCalendar
from engine.calendar.observances import Observance, observances
from engine.calendar.occasions import Occasion, Tone, Voice
from engine.persian.dates import WEEKDAY_NAMES, gregorian_in_words, hijri_in_words, jalali_in_words
from engine.persian.headings import line_sizes

VOICE_OF_TONE: Mapping[Tone, Voice] = {
    "celebration": "lyrical",
    "mourning": "lyrical",
    "muharram": "lyrical",
    "ramadan": "lyrical",
    "national": "loud",
    "defence": "loud",
    "spring": "lyrical",
    "nature": "loud",
    "literary": "lyrical",
    "festive": "lyrical",
    "civic": "loud",
}


class OccasionBrief(Brief):
    """One observance, in words."""

    kind: ClassVar[str] = "occasion"

    tone: Tone
    jalali: tuple[int, int, int]
    provisional: bool

    title: str = Field(description="the full title")
    lettering: str = Field(description="the short title, one line of lettering a line")
    line_sizes: str = Field(description="the size of each line of the lettering, the name's being 1")
    message: str = Field(description="one or two sentences to the citizens")
    voice: str = Field(description="how the lettering speaks; fonts.yaml has a face for it")
    symbol: str = Field(description="the main symbol, a file of _symbols")
    symbols: tuple[str, ...] = Field(description="all symbols, the main one first")
    tones: str = Field(description="the palette's roles for the symbols' tones, or “own”")
    weekday: str = Field(description="the weekday of the first day")
    date: str = Field(description="weekday, day, month and year in the Jalali calendar")
    hijri_date: str = Field(description="day, month and year in the Hijri calendar")
    gregorian_date: str = Field(description="day, month and year in the Gregorian calendar")

    @classmethod
    def of(cls, observance: Observance) -> OccasionBrief:
        """The brief of an observance."""
        occasion, day = observance.occasion, observance.first
        gregorian = day.gregorian
        return cls(
            id=occasion.id,
            key=observance.key,
            tone=occasion.tone,
            template=occasion.art.template,
            palette=occasion.art.palette,
            first_day=gregorian,
            jalali=day.jalali,
            caption=occasion.caption,
            alt=occasion.alt,
            provisional=observance.provisional,
            title=occasion.title,
            lettering="\n".join(occasion.lettering_lines),
            line_sizes=" ".join(f"{size:g}" for size in line_sizes(occasion.lettering_lines)),
            message=occasion.message,
            voice=occasion.art.voice or VOICE_OF_TONE[occasion.tone],
            symbol=next(iter(occasion.art.symbols), "shamseh-light"),
            symbols=occasion.art.symbols,
            tones=occasion.art.tones,
            weekday=WEEKDAY_NAMES[day.weekday],
            date=jalali_in_words(day.jalali, day.weekday),
            hijri_date=hijri_in_words(day.hijri),
            gregorian_date=gregorian_in_words((gregorian.year, gregorian.month, gregorian.day)),
        )


def year_briefs(occasions: Iterable[Occasion], year: int, hijri: HijriCalendar) -> tuple[OccasionBrief, ...]:
    """The briefs of a Jalali year, by date. Raises BadInput for a year out of reach."""
    return tuple(OccasionBrief.of(each) for each in observances(occasions, year, hijri))
