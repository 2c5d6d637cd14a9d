"""The brief of a notice (اطلاعیه): to whom, of what, when and where, who signs; and the words for each cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from engine.briefs.brief import Brief
from engine.briefs.photographs import Photograph
from engine.errors import BadInputValue
from engine.kinds.signatures import MOST_SIGNATURES, Signature
from engine.kinds.wordings import with_known

PLACEHOLDERS = ("name", "honorific", "to", "position", "about", "title", "date", "city", "municipality", "office")

type FactName = Literal["date", "time", "place", "contact", "other"]


def known_placeholders(text: str) -> str:
    """The wording itself. Raises BadInputValue for a placeholder that a notice has no word for."""
    return with_known(text, PLACEHOLDERS)


type Wording = Annotated[str, AfterValidator(known_placeholders)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Labels(_Record):
    """What the facts of a notice are called."""

    date: str = "تاریخ"
    time: str = "ساعت"
    place: str = "مکان"
    contact: str = "تلفن"
    link: str = "برای آگاهی بیشتر"


class NoticeCause(_Record):
    """The words for one kind of notice, and the template that suits them."""

    called: str = Field(description="what the office calls the cause")
    template: str
    palette: str | None = Field(default=None, description="a palette of the template's tone")
    symbol: str = Field(default="", description="a file of _symbols")
    heading: str
    opening: str = ""
    title: str = Field(default="", description="the title where none is given")
    about: str = Field(default="", description="what stands for {about} where nothing is given")
    body: Wording = Field(default="", description="the text where none is given")
    labels: Labels = Labels()


class NoticesFile(_Record):
    """notices.yaml: the wordings by cause, and who signs."""

    signatures: tuple[Signature, ...] = Field(default=(), max_length=MOST_SIGNATURES)
    causes: Mapping[str, NoticeCause] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_is_called_otherwise(self) -> NoticesFile:
        names = [cause.called for cause in self.causes.values()]
        for name in names:
            if names.count(name) > 1:
                raise BadInputValue.of("two causes are called “{name}”", todo="call one otherwise", name=name)
        return self


class Fact(BaseModel):
    """What is read at a glance: «ساعت», «۹ تا ۱۳»."""

    model_config = ConfigDict(frozen=True)

    name: FactName
    label: str
    text: str


class NoticeBrief(Brief):
    """One notice, in words and at most one picture."""

    kind: ClassVar[str] = "notice"

    pictures: str
    """The digest of the signatures' pictures."""

    cause: str = Field(description="which cause of notices.yaml: condolence, invitation …")
    heading: str = Field(description="what it is called: اطلاعیه, پیام تسلیت")
    opening: str = Field(description="the line over the heading, or nothing")
    to: str = Field(description="honorific and name of whom it speaks to; nothing where that is everyone")
    honorific: str = Field(description="what is said before the name")
    name: str = Field(description="the name of whom it speaks to, or nothing")
    position: str = Field(description="the position of whom it speaks to, or nothing")
    title: str = Field(description="the subject as a headline; nothing where it speaks to somebody and has none")
    body: str = Field(description="the text, an empty line between paragraphs; or nothing")
    facts: tuple[Fact, ...] = Field(description="what is read at a glance, each with name, label, text")
    map: Photograph | None = Field(description="a map or another picture that the office gives, or nothing")
    map_caption: str = Field(description="what the picture shows, or nothing")
    code: str = Field(description="path data of the code that leads to the link, one unit a module; or nothing")
    code_side: int = Field(description="how many modules the code has on each side")
    link: str = Field(description="the address that the code leads to, as people read it; or nothing")
    link_label: str = Field(description="the words beside the code, or nothing")
    signatures: tuple[Signature, ...] = Field(description="who signs, each with name, title, picture, stamp")
    date: str = Field(description="the Jalali date, spelled out")
    date_short: str = Field(description="the Jalali date as ۱۵ آذر ۱۴۰۵")
    date_in_figures: str = Field(description="the Jalali date as ۱۴۰۵/۰۹/۱۵")
    number: str = Field(description="the notice's number, or nothing")
    symbol: str = Field(description="the cause's symbol, a file of _symbols, or nothing")
