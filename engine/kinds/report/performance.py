"""What an office did in a period: its departments with their figures, shares, series, projects and photographs.

A file, YAML or spreadsheet, is first read into drafts, in which each value knows its place. Here they become the
departments of a report: what is wrong is left out and told, the rest stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from engine.errors import BadInputValue, Mistake, Place
from engine.kinds.report.period import Period
from engine.persian.digits import PERCENT, persian_numbers
from engine.persian.figures import figure, number_in
from engine.persian.letters import ARABIC_TO_PERSIAN
from engine.yamlfile import Location, mistakes_of

LONGEST_NAME, LONGEST_LABEL, LONGEST_MARK, LONGEST_UNIT, LONGEST_LEAD = 60, 48, 30, 16, 220
SHOWN = 40  # characters of a wrong value that are told
ANY_SYMBOL = "eight-star"  # for counts that name none
WHOLE, OFF_BY = 100, 0.5  # what shares add up to, in percent, and how far rounding may take them from it


def _short(most: int) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if len(text) > most:
            raise BadInputValue.of(
                "{length} characters are too many", todo="shorten it to {most}", length=len(text), most=most
            )
        return text

    return checked


def _words(value: object) -> object:
    """Text as people type it: one space between words, Persian letters and digits."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return value
    return persian_numbers(" ".join(str(value).translate(ARABIC_TO_PERSIAN).split()))


def _number(value: object) -> object:
    number = number_in(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise BadInputValue.of(
            "“{value}” is no number",
            todo="write digits only; the unit has a place of its own",
            value=str(value)[:SHOWN],
        )
    if number < 0:
        raise BadInputValue.of("{value} is below zero", todo="give a number from 0 on", value=value)
    if not number < 1e15:
        raise BadInputValue.of("{value} is too large", todo="write it in a larger unit", value=value)
    return number


def _at_most_whole(number: float) -> float:
    if number > WHOLE:
        raise BadInputValue.of(
            "{value} is more than the whole", todo="give percents from 0 to {whole}", value=f"{number:g}", whole=WHOLE
        )
    return number


type Name = Annotated[str, BeforeValidator(_words), Field(min_length=1), AfterValidator(_short(LONGEST_NAME))]
type Label = Annotated[str, BeforeValidator(_words), Field(min_length=1), AfterValidator(_short(LONGEST_LABEL))]
type Mark = Annotated[str, BeforeValidator(_words), Field(min_length=1), AfterValidator(_short(LONGEST_MARK))]
type Unit = Annotated[str, BeforeValidator(_words), AfterValidator(_short(LONGEST_UNIT))]
type Lead = Annotated[str, BeforeValidator(_words), AfterValidator(_short(LONGEST_LEAD))]
type Amount = Annotated[float, BeforeValidator(_number)]
type Percent = Annotated[float, BeforeValidator(_number), AfterValidator(_at_most_whole)]
type Part = Annotated[float, Field(ge=0, le=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Figure(_Entry):
    """A number that sums up work: 14,250 tons of waste. `last` is that of the same period a year before."""

    label: Label
    value: Amount
    unit: Unit = ""
    last: Amount | None = None
    better: Literal["more", "less"] = "more"

    @model_validator(mode="before")
    @classmethod
    def _percent_is_a_unit(cls, said: object) -> object:
        """12.5% is 12.5 of the unit «درصد»."""
        if (
            isinstance(said, Mapping)
            and not said.get("unit")
            and str(said.get("value")).strip().endswith(("%", PERCENT))
        ):
            return {**said, "unit": "درصد"}
        return said


class Share(_Entry):
    """A part of a whole, in percent."""

    label: Mark
    share: Percent


class Point(_Entry):
    """A value of a series: of a month, a district, a year."""

    label: Mark
    value: Amount
    last: Amount | None = None


class Project(_Entry):
    """A project and how far it is, in percent."""

    name: Label
    progress: Percent
    value: Amount | None = None
    unit: Unit = ""


class Count(_Entry):
    """A count shown by pictures, a symbol for `each` of it, or for a round number where that is not told."""

    label: Label
    value: Amount
    unit: Unit = ""
    symbol: str = ANY_SYMBOL
    each: Amount | None = None


class Picture(_Entry):
    """A photograph's file, beside the report's file, and what it shows; two of them are one place before and after."""

    file: str
    caption: Label | Literal[""] = ""
    credit: Label | Literal[""] = ""
    role: Literal["", "before", "after"] = ""
    focus: tuple[Part, Part] | None = None


class Heading(_Entry):
    """What a department says of itself, and of what its shares and its series show."""

    name: Name
    lead: Lead = ""
    manager: Label | Literal[""] = ""
    colour: str | None = None
    symbol: str = ""
    shares_of: Label | Literal[""] = ""
    series_of: Label | Literal[""] = ""
    series_unit: Unit = ""
    series_as: Literal["columns", "line"] = "columns"


TABLES: Mapping[str, tuple[type[_Entry], int]] = {
    "figures": (Figure, 7),
    "shares": (Share, 8),
    "series": (Point, 12),
    "projects": (Project, 6),
    "counts": (Count, 3),
    "photographs": (Picture, 3),
}
"""Table → what its entries are, and how many of them a page has room for."""
MOST_TABLES = 4
"""How many of them, besides figures, a page has room for."""


class Department(_Entry):
    """A department with all that can be shown of it."""

    heading: Heading
    figures: tuple[Figure, ...] = ()
    shares: tuple[Share, ...] = ()
    series: tuple[Point, ...] = ()
    projects: tuple[Project, ...] = ()
    counts: tuple[Count, ...] = ()
    photographs: tuple[Picture, ...] = ()


class About(_Entry):
    """What a file says of the whole report."""

    title: Label = "گزارش عملکرد"
    year: Annotated[int, BeforeValidator(_number), Field(ge=1300, le=1500)]
    period: Period
    lead: Lead = ""
    sample: bool = Field(default=False, description="whether its figures are invented; then each page says so")

    @field_validator("period", mode="before")
    @classmethod
    def _named(cls, value: object, known: ValidationInfo) -> Period:
        return Period.of(str(value), known.data.get("year", 1400))


class Performance(_Entry):
    """A report, and the departments that it has pages for."""

    about: About
    departments: tuple[Department, ...]


# --- from drafts


type PlaceOf = Callable[[str], Place]


@dataclass(frozen=True, slots=True)
class Entry:
    """Field → value as it stands in the file, and where each field stands; the entry itself where the name is ""."""

    said: Mapping[str, object]
    place: PlaceOf


@dataclass(frozen=True, slots=True)
class Draft:
    """A department as the file has it."""

    heading: Entry
    tables: Mapping[str, list[Entry]] = field(default_factory=lambda: {name: [] for name in TABLES})


def departments_of(drafts: Iterable[Draft]) -> tuple[tuple[Department, ...], tuple[Mistake, ...]]:
    """The departments that have something to show, and what is wrong with the rest."""
    found: list[Department] = []
    mistakes: list[Mistake] = []
    names: set[str] = set()
    for draft in drafts:
        name = str(_words(draft.heading.said.get("name", "")))
        if name in names:
            mistakes.append(
                Mistake(
                    "the department “{name}” stands twice",
                    "join the two, or rename one",
                    draft.heading.place("name"),
                    {"name": name},
                )
            )
            continue
        names.add(name)
        department, wrong = _department(draft)
        mistakes += wrong
        if department is not None:
            found.append(department)
    return tuple(found), tuple(mistakes)


def _department(draft: Draft) -> tuple[Department | None, list[Mistake]]:
    heading, mistakes = _heading(draft.heading)
    if heading is None:
        return None, mistakes
    tables: dict[str, list[_Entry]] = {}
    for name, (model, most) in TABLES.items():
        entries = draft.tables[name]
        good = [each for each in (_valid(model, entry, mistakes) for entry in entries) if each is not None]
        if len(good) > most:
            mistakes.append(_too_many(name, entries[most], len(good), most))
        tables[name] = good[:most]
    shares = [entry for entry in tables["shares"] if isinstance(entry, Share)]
    if draft.tables["shares"] and (wrong := _not_whole(shares, draft)):
        tables["shares"] = []
        mistakes.append(wrong)
    for name in [name for name in tables if name != "figures" and tables[name]][MOST_TABLES:]:
        mistakes.append(_one_too_many(name, draft))
        tables[name] = []
    tables["photographs"] = list(_paired(tables["photographs"], draft, mistakes))
    if not any(tables.values()):
        mistakes.append(
            Mistake(
                "there is nothing to show of “{name}”",
                "give it figures, shares, a series, projects, counts or photographs",
                draft.heading.place(""),
                {"name": heading.name},
            )
        )
        return None, mistakes
    return Department.model_validate({"heading": heading, **tables}), mistakes


def _heading(entry: Entry) -> tuple[Heading | None, list[Mistake]]:
    """A heading without the fields that are wrong; None where its name is."""
    mistakes: list[Mistake] = []
    heading = _valid(Heading, entry, mistakes)
    if heading is None:
        try:
            Heading.model_validate(entry.said)
        except ValidationError as error:
            wrong = {str(each["loc"][0]) for each in error.errors()}
            kept = {name: value for name, value in entry.said.items() if name not in wrong}
            heading = _valid(Heading, Entry(kept, entry.place), []) if "name" in kept else None
    return heading, mistakes


def _valid[M: _Entry](model: type[M], entry: Entry, mistakes: list[Mistake]) -> M | None:
    try:
        return model.model_validate(entry.said)
    except ValidationError as error:
        mistakes += _told(error, entry)
        return None


def _told(error: ValidationError, entry: Entry) -> Iterator[Mistake]:
    """What is wrong with an entry; of a field that may be several things, the first that it might be."""
    seen: set[str] = set()

    def place(location: Location) -> Place:
        return entry.place(str(location[0]) if location else "")

    for mistake, detail in zip(mistakes_of(error, place), error.errors(), strict=False):
        name = str(detail["loc"][0]) if detail["loc"] else ""
        if name not in seen:
            seen.add(name)
            yield mistake


def _too_many(table: str, first: Entry, count: int, most: int) -> Mistake:
    return Mistake(
        "there are {count} of “{table}”, and a page has room for {most}",
        "leave out the less important ones, or join some",
        first.place(""),
        {"count": count, "table": table, "most": most},
    )


def _one_too_many(table: str, draft: Draft) -> Mistake:
    return Mistake(
        "a page has no room for “{table}” beside {most} others",
        "leave one of them out",
        draft.tables[table][0].place(""),
        {"table": table, "most": MOST_TABLES},
    )


def _not_whole(shares: Sequence[Share], draft: Draft) -> Mistake | None:
    total = sum(share.share for share in shares)
    if abs(total - WHOLE) <= OFF_BY and len(shares) == len(draft.tables["shares"]):
        return None
    return Mistake(
        "the shares add up to {total}, not to 100",
        "correct them; until then they are left out",
        draft.tables["shares"][0].place("share"),
        {"total": figure(total)},
    )


def _paired(entries: Sequence[_Entry], draft: Draft, mistakes: list[Mistake]) -> Iterator[_Entry]:
    """The photographs; one before without one after, or the other way round, stands for itself."""
    pictures = [entry for entry in entries if isinstance(entry, Picture)]
    roles = [picture.role for picture in pictures]
    whole = roles.count("before") == roles.count("after") == 1
    if any(roles) and not whole:
        mistakes.append(
            Mistake(
                "before and after are not one photograph each",
                "give both, or leave the role out",
                draft.tables["photographs"][0].place("role"),
            )
        )
    for picture in pictures:
        yield picture if whole else picture.model_copy(update={"role": ""})
