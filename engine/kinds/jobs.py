"""jobs.yaml: an office's month in one file: years, calendars, plaques, teasers, reports and news in one plan."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, ValidationError

from engine import gate
from engine.briefs.photographs import photographs_of_months
from engine.calendar.dates import date_of
from engine.errors import BadInput, Mistake, Place
from engine.kinds.calendar.plan import DEFAULT_STYLES, calendar_plan
from engine.kinds.news.brief import News
from engine.kinds.news.plan import FORMATS, Desk, card_plan, news_plan
from engine.kinds.occasion.plan import year_plan
from engine.kinds.plaque.brief import parted
from engine.kinds.plaque.people import LONGEST, Person
from engine.kinds.plaque.plan import ceremony_plan, plan_of_people
from engine.kinds.plaque.plaques import Ceremony
from engine.kinds.report.plan import DEFAULT_FORMATS as REPORT_FORMATS
from engine.kinds.report.plan import report_plan
from engine.kinds.teaser.plan import FORMATS as TEASER_FORMATS
from engine.kinds.teaser.plan import teaser_plan
from engine.production.order import Order, joined
from engine.workspace import Workspace
from engine.yamlfile import Location, line_numbers, load, mistakes_of, nearest


class _Job(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class YearJob(_Job):
    """The artwork of a year's occasions."""

    year: int
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


class CalendarJob(_Job):
    """A year's printed calendar. `photos` is a folder beside the file."""

    calendar: int
    styles: tuple[str, ...] = DEFAULT_STYLES
    photos: str | None = None
    captions: str | None = None
    moons: bool = False


class ReportJob(_Job):
    """The report of a performance.yaml or spreadsheet beside the file."""

    report: str
    formats: tuple[str, ...] = REPORT_FORMATS


class _Plaques(_Job):
    reason: str = Field(default="", alias="for")
    body: str = ""
    date: str | None = Field(default=None, description="Jalali, else today")
    cause: str | None = None
    template: str | None = None
    palette: str | None = None
    formats: tuple[str, ...] = ("a4",)

    @property
    def ceremony(self) -> Ceremony:
        date = date_of(self.date) if self.date else datetime.date.today()
        return Ceremony(date, self.cause, self.reason, self.body, self.template, self.palette)


class CeremonyJob(_Plaques):
    """A plaque for each person of a spreadsheet beside the file."""

    plaques: str


class PlaqueJob(_Plaques):
    """One plaque."""

    plaque: str = Field(min_length=1, max_length=LONGEST["honorific"] + LONGEST["name"], description="whom it thanks")
    position: str = Field(default="", max_length=LONGEST["position"])
    number: str = Field(default="", max_length=LONGEST["number"])


class TeaserJob(_Job):
    """The teasers of some occasions."""

    teaser: str | tuple[str, ...] = Field(description="an occasion, or several")
    year: int
    formats: tuple[str, ...] = TEASER_FORMATS
    layers: bool = False
    video: bool = False

    @property
    def occasions(self) -> tuple[str, ...]:
        return (self.teaser,) if isinstance(self.teaser, str) else self.teaser


class _News(_Job):
    date: str | None = Field(default=None, description="Jalali, else today")
    template: str | None = None
    formats: tuple[str, ...] = FORMATS

    @property
    def desk(self) -> Desk:
        return Desk(date_of(self.date) if self.date else datetime.date.today(), self.formats, self.template)


class NewsJob(_News):
    """A card for each piece of news of a spreadsheet beside the file."""

    news: str


class CardJob(_News):
    """One news card. Photographs are files beside the file."""

    card: str = Field(description="the headline")
    lead: str = ""
    category: str = ""
    photos: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    focus: tuple[str, ...] = Field(default=(), description="the point that the crop of each photograph keeps: 0.5 0.3")
    shows: str = Field(default="", description="what the photographs show")
    credit: str = ""

    def told(self, file_of: Callable[[str], Path]) -> News:
        """The news, its photographs as the files that they name."""
        said = self.model_dump(include={"lead", "category", "focus", "shows", "credit"})
        before, after = (str(file_of(name)) if name else "" for name in (self.before, self.after))
        photos = tuple(str(file_of(name)) for name in self.photos)
        return News(title=self.card, photos=photos, before=before, after=after, **said)


KINDS = ("teaser", "year", "calendar", "report", "plaques", "plaque", "news", "card")


def _kind(job: object) -> str | None:
    return next((kind for kind in KINDS if isinstance(job, dict) and kind in job), None)


type Job = Annotated[
    Annotated[YearJob, Tag("year")]
    | Annotated[CalendarJob, Tag("calendar")]
    | Annotated[ReportJob, Tag("report")]
    | Annotated[CeremonyJob, Tag("plaques")]
    | Annotated[PlaqueJob, Tag("plaque")]
    | Annotated[TeaserJob, Tag("teaser")]
    | Annotated[NewsJob, Tag("news")]
    | Annotated[CardJob, Tag("card")],
    Discriminator(_kind),
]


_JOB: TypeAdapter[Job] = TypeAdapter(Job)


class JobsFile(BaseModel):
    """jobs.yaml. Its jobs are understood one by one, so that a wrong one is not the end of the others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jobs: tuple[Any, ...] = Field(min_length=1)


def jobs_plan(workspace: Workspace, file: Path, output: Path | None = None) -> Order:
    """Everything that `file` asks for in one folder, `output` or output/NAME of the file.

    A job that is wrong is left out and told with its line. Raises BadInput for a file that is no list of jobs.
    """
    jobs = load(file, JobsFile).jobs
    lines = line_numbers(file)
    folder = output or workspace.output / file.stem
    orders: list[Order] = []
    mistakes: list[Mistake] = []
    for number, said in enumerate(jobs):
        line = lines[("jobs", number)]
        try:
            orders.append(_order(workspace, _understood(said, number, file, lines), file, line, folder))
        except BadInput as error:
            mistakes += (_placed(each, Place(file, line)) for each in error.mistakes)
    return joined(workspace, folder, orders, mistakes)


def _understood(said: object, number: int, file: Path, lines: Mapping[Location, int]) -> Job:
    """A job of the file; raises BadInput for one that can't be."""

    def place(location: Location) -> Place:
        return Place(file, nearest(("jobs", number, *location[1:]), lines))

    if _kind(said) is None:
        raise BadInput.of(
            "this is no job that Naqsh knows", todo="begin it with one of {known}", known=", ".join(KINDS)
        )
    try:
        return _JOB.validate_python(said)
    except ValidationError as error:
        raise BadInput(mistakes_of(error, place)) from None


def _order(workspace: Workspace, job: Job, file: Path, line: int, folder: Path) -> Order:
    realm = gate.reach(file.parent, workspace.root)

    def file_of(name: str) -> Path:
        return gate.named(name, file.parent, realm)

    match job:
        case YearJob():
            return Order(year_plan(workspace, job.year, only=job.only, formats=job.formats, output=folder))
        case CalendarJob():
            captions = file_of(job.captions) if job.captions else None
            photographs = photographs_of_months(file_of(job.photos), captions, realm) if job.photos else {}
            return calendar_plan(
                workspace, job.calendar, styles=job.styles, photographs=photographs, moons=job.moons, output=folder
            )
        case ReportJob():
            return report_plan(workspace, file_of(job.report), formats=job.formats, output=folder)
        case CeremonyJob():
            return ceremony_plan(workspace, file_of(job.plaques), job.ceremony, job.formats, folder)
        case TeaserJob():
            return teaser_plan(
                workspace, job.year, only=job.occasions, formats=job.formats, layers=job.layers, video=job.video,
                output=folder,
            )  # fmt: skip
        case PlaqueJob():
            honorific, name = parted(job.plaque)
            person = Person(name, honorific, job.position, number=job.number, cause=job.ceremony.cause or "")
            return plan_of_people(workspace, [person], lambda *_: Place(file, line), job.ceremony, job.formats, folder)
        case NewsJob():
            return news_plan(workspace, file_of(job.news), job.desk, folder)
        case CardJob():
            return card_plan(workspace, job.told(file_of), job.desk, folder, lambda _: Place(file, line))


def _placed(mistake: Mistake, job: Place) -> Mistake:
    """A mistake with the place of the job that it is in; where it is in another file, this one names it."""
    if mistake.place is None:
        return replace(mistake, place=job)
    if mistake.place.file == job.file:
        return mistake
    return replace(mistake, place=replace(mistake.place, named=mistake.place.named or job))
