"""What may be asked for of notices: one, or those of a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AfterValidator, Field

from engine.errors import BadInputValue
from engine.kinds.names import parted
from engine.kinds.notice.brief import known_placeholders
from engine.kinds.request import Date, Door, Request, at_most, of_length
from engine.kinds.signatures import MOST_SIGNATURES
from engine.persian.letters import ARABIC_TO_PERSIAN

if TYPE_CHECKING:
    from engine.production.order import Order
    from engine.workspace import Workspace

FORMATS = ("square", "story", "a4")
MOST_DETAILS = 4
LONGEST: Mapping[str, int] = {
    "cause": 60, "honorific": 60, "name": 100, "position": 120, "title": 160, "about": 200, "text": 1200, "time": 60,
    "place": 200, "contact": 60, "detail": 200, "label": 40, "shows": 100, "link": 200, "signature": 120, "number": 30,
}  # fmt: skip
_COLON = ":"


def _addressed(to: str) -> str:
    to = " ".join(to.translate(ARABIC_TO_PERSIAN).split())
    honorific, name = parted(to)
    of_length(honorific, LONGEST["honorific"])
    of_length(name, LONGEST["name"])
    return to


def _labelled(detail: str) -> str:
    label, colon, text = (part.strip() for part in detail.partition(_COLON))
    if not (label and colon and text):
        raise BadInputValue.of(
            "“{text}” has no name before a colon", todo="write it as {known}", text=detail, known="ضمانت: ۵ درصد"
        )
    of_length(label, LONGEST["label"])
    of_length(text, LONGEST["detail"])
    return detail


def _readable(link: str) -> str:
    link = link.strip()
    if any(character.isspace() for character in link):
        raise BadInputValue.of("“{text}” is no address", todo="write it without spaces", text=link)
    return link


def _few[T](most: int) -> AfterValidator:
    def checked(several: tuple[T, ...]) -> tuple[T, ...]:
        if len(several) > most:
            raise BadInputValue.of("{count} are too many", todo="keep {most}", count=len(several), most=most)
        return several

    return AfterValidator(checked)


def _text(field: str) -> AfterValidator:
    return at_most(LONGEST[field])


class _Notices(Request):
    date: Date = Field(default=None, description="The Jalali date on it; else today.", examples=["1405/09/15"])
    template: str | None = Field(default=None, description="Another template than the cause's.", examples=["ID"])
    palette: str | None = Field(default=None, description="Other colours than the cause's.", examples=["ID"])
    formats: tuple[str, ...] = Field(default=FORMATS, description=f"Else: {', '.join(FORMATS)}.", examples=["ID,…"])


class NoticeRequest(_Notices):
    """A notice: a condolence, a congratulation, an invitation, an announcement, a tender, an outage."""

    key: ClassVar = "notice"

    cause: Annotated[str, _text("cause")] = Field(alias="notice", description="a cause of notices.yaml")
    to: Annotated[str, AfterValidator(_addressed)] = Field(
        default="", description="Whom it speaks to: “جناب آقای دکتر …”.", examples=["NAME"]
    )
    position: Annotated[str, _text("position")] = Field(default="", description="The position, below the name.")
    title: Annotated[str, _text("title")] = Field(default="", description="The subject, as a headline.")
    about: Annotated[str, _text("about")] = Field(
        default="", description="What the cause's words speak of: what {about} stands for."
    )
    text: Annotated[str, _text("text"), AfterValidator(known_placeholders)] = Field(
        default="", description="The text, instead of the cause's words."
    )
    day: Date = Field(default=None, description="The Jalali day on which it is.", examples=["1405/09/20"])
    time: Annotated[str, _text("time")] = Field(default="", description="At what time: “۹ تا ۱۳”.")
    place: Annotated[str, _text("place")] = Field(default="", description="Where it is.")
    contact: Annotated[str, _text("contact")] = Field(default="", description="Whom to call.")
    details: Annotated[tuple[Annotated[str, AfterValidator(_labelled)], ...], _few(MOST_DETAILS)] = Field(
        default=(), description="More to be read at a glance: “مهلت: 1405/09/30”.", examples=["NAME: WORDS"]
    )
    map: str = Field(default="", description="A map, or another picture.", examples=["FILE"])
    shows: Annotated[str, _text("shows")] = Field(default="", description="What the picture shows.")
    link: Annotated[str, _text("link"), AfterValidator(_readable)] = Field(
        default="", description="Where its code leads.", examples=["ADDRESS"]
    )
    signatures: Annotated[tuple[Annotated[str, _text("signature")], ...], _few(MOST_SIGNATURES)] = Field(
        default=(), description="Who signs, instead of whom notices.yaml names: “نام، سمت”.", examples=["NAME"]
    )
    number: Annotated[str, _text("number")] = Field(default="", description="Its number.")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.notice.plan import notice_order

        return notice_order(workspace, self, door)


class NoticesRequest(_Notices):
    """A notice for each row of a spreadsheet."""

    key: ClassVar = "notices"

    file: str = Field(alias="notices", description="Notices from a spreadsheet instead: .xlsx, .csv.")
    cause: Annotated[str | None, Field(description="the cause of rows that name none")] = None

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.notice.plan import notices_order

        return notices_order(workspace, self, door)


REQUESTS = (NoticesRequest, NoticeRequest)
