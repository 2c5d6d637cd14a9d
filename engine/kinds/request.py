"""What may be asked for, whoever asks: a command, a jobs file, a row of a spreadsheet, a script."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from engine import gate
from engine.calendar.dates import date_of
from engine.errors import BadInput, BadInputValue, Place
from engine.yamlfile import mistakes_of

if TYPE_CHECKING:
    from engine.production.order import Order
    from engine.production.printing import Printing
    from engine.workspace import Workspace

type PlaceOf = Callable[[str], Place]
"""Field → where it was said: of a script, the field itself."""


def of_length(text: str, most: int) -> str:
    """The text. Raises BadInputValue for more characters."""
    if len(text) > most:
        what, todo = "{length} characters are too many", "shorten it to {most}"
        raise BadInputValue.of(what, todo=todo, length=len(text), most=most)
    return text


def at_most(most: int) -> AfterValidator:
    """Refuses a text of more characters."""
    return AfterValidator(lambda text: of_length(text, most))


def _jalali(text: str | None) -> str | None:
    try:
        if text:
            date_of(text)
    except BadInput as error:
        raise BadInputValue(error.mistakes) from None
    return text


type Date = Annotated[str | None, AfterValidator(_jalali)]
"""A Jalali date; none is today."""


def day_of(date: str | None) -> datetime.date:
    """The Gregorian day of a Jalali date, else today."""
    return date_of(date) if date else datetime.date.today()


@dataclass(frozen=True, slots=True)
class Door:
    """How a request came in: where its fields were said, where the files lie that it names, where what is made goes
    (None: to the kind's own folder), how that is printed (None: as is usual for the kind)."""

    place: PlaceOf = Place
    file_of: Callable[[str], Path] = Path
    realm: gate.Realm | None = None
    output: Path | None = None
    printing: Printing | None = None


class Request(BaseModel, ABC):
    """One thing to be made. What is wrong with it by itself is found here, and told alike by whatever way it came."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    key: ClassVar[str]
    """What a job of a jobs file begins with, the alias of one of its fields."""

    @classmethod
    def of(cls, place_of: PlaceOf, /, **said: object) -> Self:
        """The request of what was said. Raises BadInput, each mistake at the place of its field."""
        try:
            return cls.model_validate(said, by_alias=True, by_name=True)
        except ValidationError as error:
            raise BadInput(mistakes_of(error, lambda location: place_of(str(location[0])))) from None

    @abstractmethod
    def order(self, workspace: Workspace, door: Door) -> Order:
        """What is to be made for it. Raises BadInput where that is nothing."""
