"""The brief of an occasion's banner: what a template may ask for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from engine.calendar.observances import Observance
from engine.persian import dates


class OccasionBrief(BaseModel):
    """One observance, in words. Every field that has a description is a placeholder of templates."""

    model_config = ConfigDict(frozen=True)

    id: str
    tone: str
    template: str | None
    palette: str | None
    first_day: datetime.date
    jalali: tuple[int, int, int]
    caption: str
    alt: str
    provisional: bool

    title: str = Field(description="the full title")
    lettering: str = Field(description="the short title, one line of lettering a line")
    message: str = Field(description="one or two sentences to the citizens")
    symbol: str = Field(description="the main symbol, a file of _symbols")
    weekday: str = Field(description="the weekday of the first day")
    date: str = Field(description="weekday, day, month and year in the Jalali calendar")
    hijri_date: str = Field(description="day, month and year in the Hijri calendar")
    gregorian_date: str = Field(description="day, month and year in the Gregorian calendar")

    @classmethod
    def of(cls, observance: Observance) -> OccasionBrief:
        """The brief of an observance."""
        occasion, day = observance.occasion, observance.first
        return cls(
            id=occasion.id,
            tone=occasion.tone,
            template=occasion.art.template,
            palette=occasion.art.palette,
            first_day=day.gregorian,
            jalali=day.jalali,
            caption=occasion.caption,
            alt=occasion.alt,
            provisional=day.provisional,
            title=occasion.title,
            lettering="\n".join(occasion.lettering_lines),
            message=occasion.message,
            symbol=occasion.art.symbol,
            weekday=dates.weekday_name(day.gregorian),
            date=dates.jalali_in_words(day.jalali, day.gregorian),
            hijri_date=dates.hijri_in_words(day.hijri),
            gregorian_date=dates.gregorian_in_words(day.gregorian),
        )

    @property
    def kind(self) -> str:
        return "occasion"

    @property
    def key(self) -> str:
        """The name of its files: the Jalali date and the id, so that names sort by date."""
        year, month, day = self.jalali
        return f"{year:04}-{month:02}-{day:02}_{self.id}"

    @property
    def placeholders(self) -> Mapping[str, str]:
        """Name → words, for templates."""
        described = (name for name, field in type(self).model_fields.items() if field.description)
        return {name: getattr(self, name) for name in described}
