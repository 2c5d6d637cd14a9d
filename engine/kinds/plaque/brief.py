"""The brief of a plaque (لوح سپاس): whom it thanks, for what, in which words, who signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from engine.briefs.brief import Brief
from engine.errors import BadInputValue

MOST_SIGNATURES = 3
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
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

# What is said before a name. Titles that are names too (سید, امیر, سردار) stay with the name.
_HONORIFICS = frozenset({
    "جناب", "سرکار", "حضرت", "آقا", "آقای", "آقایان", "خانم", "خانم‌ها", "دکتر", "مهندس", "استاد", "پروفسور", "حاج",
    "حاجیه", "کربلایی", "آیت‌الله", "حجت‌الاسلام", "والمسلمین", "سرلشکر", "سرتیپ", "سرهنگ", "سرگرد", "سروان",
    "ستوان", "پهلوان", "پیشکسوت", "شهید", "شهیدان", "شهدای", "جانباز",
})  # fmt: skip
_RELATIONS = frozenset({
    "خانوادهٔ", "خانواده", "خانواده‌ی", "والدین", "پدر", "مادر", "همسر", "فرزند", "دوست", "همکار", "معلم",
    "آموزگار", "دانش‌آموز",
})  # fmt: skip
_PRAISE = frozenset({  # after a relation; alone they can be names
    "محترم", "معظم", "معزز", "گرامی", "ارجمند", "عزیز", "خوب", "گران‌قدر", "گرانقدر", "والامقام", "سرافراز", "و",
})  # fmt: skip


def known_placeholders(text: str) -> str:
    """The wording itself. Raises BadInputValue for a placeholder that there is not, and for a lone brace."""
    if found := re.search("[{}]", _PLACEHOLDER.sub("", text)):
        raise BadInputValue.of(
            "the text has a lone “{brace}”", todo="write placeholders as {known}", brace=found[0], known="{name}"
        )
    for name in _PLACEHOLDER.findall(text):
        if name not in BODY_PLACEHOLDERS:
            raise BadInputValue.of(
                "the text has no word for {placeholder}",
                todo="use one of {known}",
                placeholder=f"{{{name}}}",
                known=", ".join(f"{{{each}}}" for each in BODY_PLACEHOLDERS),
            )
    return text


type Wording = Annotated[str, AfterValidator(known_placeholders)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Signature(_Record):
    """Who signs. Pictures are PNG or SVG files with a clear ground, their paths below the workspace."""

    name: str
    title: str = ""
    picture: str | None = Field(default=None, description="the signature")
    stamp: str | None = None


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


def parted(to: str) -> tuple[str, str]:
    """Honorific and name of «جناب آقای دکتر رضا محمدی». A name of honorifics alone is a name."""
    words = to.split()
    related = False
    for number, word in enumerate(words):
        if not (word in _HONORIFICS or word in _RELATIONS or (related and word in _PRAISE)):
            return " ".join(words[:number]), " ".join(words[number:])
        related = related or word in _RELATIONS
    return "", " ".join(words)


def with_values(text: str, values: Mapping[str, str]) -> str:
    """The wording with its placeholders filled; one without a value takes the space before it along."""
    filled = _PLACEHOLDER.sub(lambda found: values[found[1]], known_placeholders(text))
    return re.sub(r"[ \t]{2,}", " ", filled).strip()


def code_path(rows: Iterable[Iterable[int]]) -> str:
    """The dark modules of a code as path data, one unit a module, each run of a row one rectangle."""
    parts = []
    for y, row in enumerate(rows):
        line = "".join("1" if module else "0" for module in row)
        parts += [f"M{run.start()} {y}h{len(run[0])}v1h-{len(run[0])}z" for run in re.finditer("1+", line)]
    return "".join(parts)
