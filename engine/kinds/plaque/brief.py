"""The brief of a plaque (لوح سپاس): whom it thanks, for what, in which words, who signs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from engine.briefs.brief import Brief
from engine.errors import BadInputValue
from engine.kinds.signatures import MOST_SIGNATURES, Signature
from engine.kinds.wordings import with_known

BODY_PLACEHOLDERS = (
    "name",
    "honorific",
    "to",
    "position",
    "reason",
    "number",
    "date",
    "city",
    "municipality",
    "office",
)


def known_placeholders(text: str) -> str:
    """The wording itself. Raises BadInputValue for a placeholder that a plaque has no word for."""
    return with_known(text, BODY_PLACEHOLDERS)


type Wording = Annotated[str, AfterValidator(known_placeholders)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cause(_Record):
    """The words for one kind of thanks, and the template that suits them."""

    title: str
    template: str
    palette: str | None = Field(default=None, description="a palette of the template's tone")
    heading: str = "لوح سپاس"
    opening: str = "به نام خدا"
    reason: str = Field(description="what stands for {reason} where none is given")
    body: Wording


class PlaquesFile(_Record):
    """plaques.yaml: the wordings by cause, who signs, where a code leads."""

    default: str = Field(description="the cause where none is named")
    check: str | None = Field(default=None, description="the address that the code holds, with {number}")
    signatures: tuple[Signature, ...] = Field(default=(), max_length=MOST_SIGNATURES)
    causes: Mapping[str, Cause]

    @model_validator(mode="after")
    def _default_is_there(self) -> PlaquesFile:
        if self.default not in self.causes:
            raise BadInputValue.of(
                "there is no cause “{cause}”",
                todo="use one of {known}",
                cause=self.default,
                known=", ".join(self.causes),
            )
        return self


class PlaqueBrief(Brief):
    """One plaque, in words."""

    kind: ClassVar[str] = "plaque"

    pictures: str
    """The digest of the signatures' pictures."""

    heading: str = Field(description="what the plaque is called: لوح سپاس")
    opening: str = Field(description="the line over the heading")
    honorific: str = Field(description="what is said before the name")
    name: str = Field(description="the recipient's name")
    position: str = Field(description="the recipient's position, or nothing")
    to: str = Field(description="honorific and name")
    reason: str = Field(description="what the thanks are for")
    body: str = Field(description="the text, in which name and reason stand already")
    date: str = Field(description="the Jalali date, spelled out")
    date_in_figures: str = Field(description="the Jalali date as ۱۴۰۵/۰۹/۱۵")
    number: str = Field(description="the plaque's number, or nothing")
    signatures: tuple[Signature, ...] = Field(description="who signs, each with name, title, picture, stamp")
    code: str = Field(description="path data of the code for checking, one unit a module; or nothing")
    code_side: int = Field(description="how many modules the code has on each side")
