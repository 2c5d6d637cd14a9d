"""The occasions of occasions_calendar.yaml."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import takewhile
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import InitErrorDetails

from engine.calendar.dates import ONE_DAY, date_of
from engine.calendar.rules import Rule
from engine.errors import BadInput, BadInputValue

type Tone = Literal[
    "celebration",
    "mourning",
    "muharram",
    "ramadan",
    "national",
    "defence",
    "spring",
    "nature",
    "literary",
    "festive",
    "civic",
]
type Voice = Literal["lyrical", "solemn", "informal", "loud", "text"]
MOST_LINES = 4
ARABIC_LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک"}


def _persian(text: str) -> str:
    for arabic, persian in ARABIC_LETTERS.items():
        if arabic in text:
            start = text.index(arabic)
            raise BadInputValue.of(
                "“{words}” has the Arabic letter “{arabic}”",
                todo="write the Persian “{persian}”",
                words=text[max(0, start - 12) : start + 12].strip(),
                arabic=arabic,
                persian=persian,
            )
    return text


def _few_lines(text: str) -> str:
    lines = text.count("\n") + 1
    if lines > MOST_LINES:
        raise BadInputValue.of(
            "the lettering has {lines} lines", todo="set it in 1 to {most}", lines=lines, most=MOST_LINES
        )
    return text


type PersianText = Annotated[str, Field(min_length=1), AfterValidator(_persian)]


class Art(BaseModel):
    """What an occasion's artwork is made of; where nothing is said, the tone decides."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    template: str | None = Field(default=None, description="The template to use instead of the tone's own")
    palette: str | None = Field(default=None, description="The variant of the tone's palettes")
    voice: Voice | None = Field(default=None, description="How the lettering speaks: which face it is set in")
    symbols: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        default=(), description="Files of templates_svg/_symbols: the main symbol first"
    )
    tones: str = Field(
        default="own",
        pattern=r"^(own|[a-z0-9-]+( [a-z0-9-]+){0,3})$",
        description="The palette's roles for the symbols' four tones, or “own” for the colours they were drawn in",
    )


class Occasion(BaseModel):
    """One occasion: when it is, and what its artwork says."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=60,
        description="Its name in commands and file names: small letters, digits and hyphens. Never change it",
    )
    rule: Rule = Field(description="The day it falls on, or begins on")
    days: int = Field(default=1, ge=1, le=31, description="How many days it lasts")
    holiday: bool = Field(description="Whether all of its days are official holidays")
    tone: Tone = Field(description="The mood: palette, ornament and lettering follow it")
    title: PersianText = Field(description="The full title, in Persian")
    lettering: Annotated[PersianText, AfterValidator(_few_lines)] = Field(
        description="The short title as it is drawn: 1 to 4 lines, broken where the lettering breaks"
    )
    motif: tuple[str, ...] = Field(min_length=1, description="What the picture shows, the main thing first")
    message: PersianText = Field(description="One or two sentences set under the title")
    caption: PersianText = Field(description="The text of the post in the channel, with hashtags")
    alt: PersianText = Field(description="The picture in words, for those who do not see it")
    art: Art = Field(default=Art(), description="Wishes about the artwork")

    @property
    def lettering_lines(self) -> tuple[str, ...]:
        """The lines of the lettering, without spaces around them."""
        return tuple(line.strip() for line in self.lettering.splitlines())

    @property
    def name(self) -> str:
        """The lettering on one line, without the second thing that some celebrate («میلاد امام علی (ع) و روز پدر»)."""
        return " ".join(takewhile(lambda line: not line.startswith("و "), self.lettering_lines))


class Closure(BaseModel):
    """Days off that were announced for one year alone."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    date: str = Field(description="The first of its days, in the Jalali calendar: 1404/12/10")
    days: int = Field(default=1, ge=1, le=31, description="How many days it lasts")
    title: PersianText = Field(description="Why, in few words of Persian")

    @field_validator("date")
    @classmethod
    def _is_a_date(cls, text: str) -> str:
        try:
            date_of(text)
        except BadInput as error:
            raise BadInputValue(error.mistakes) from None
        return text

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """Its days."""
        return tuple(date_of(self.date) + n * ONE_DAY for n in range(self.days))


class OccasionsFile(BaseModel):
    """occasions_calendar.yaml: the occasions of the year."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    occasions: tuple[Occasion, ...] = Field(description="The occasions, in any order")
    closures: tuple[Closure, ...] = Field(default=(), description="Days off that were announced for one year alone")

    @field_validator("occasions")
    @classmethod
    def _ids_differ(cls, occasions: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
        earlier: dict[str, Occasion] = {}
        mistakes: list[InitErrorDetails] = []
        for index, occasion in enumerate(occasions):
            other = earlier.setdefault(occasion.id, occasion)
            if other is not occasion:
                mistakes.append(_same_id(index, occasion, other))
        if mistakes:
            raise ValidationError.from_exception_data("occasions", mistakes)
        return occasions

    @property
    def by_id(self) -> Mapping[str, Occasion]:
        return {occasion.id: occasion for occasion in self.occasions}


def _same_id(index: int, occasion: Occasion, other: Occasion) -> InitErrorDetails:
    error = BadInputValue.of(
        "“{id}” is the id of both “{first}” and “{second}”",
        todo="give one of them another id",
        id=occasion.id,
        first=other.title,
        second=occasion.title,
    )
    return InitErrorDetails(type="value_error", loc=(index, "id"), input=occasion.id, ctx={"error": error})
