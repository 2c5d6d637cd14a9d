"""The briefs of a report: its cover, a page of each department, and the summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from engine.briefs.brief import Brief
from engine.briefs.photographs import Photograph
from engine.kinds.report.performance import WHOLE, Count, Department, Figure, Performance, Point, Project, Share
from engine.kinds.report.period import Change, Period
from engine.persian.dates import persian_digits

TONE = "report"
COVER = "cover"
"""The palette of what is the whole office's."""

BLOCKS = ("series", "shares", "projects", "counts", "pair", "photographs")
"""What a page can show besides figures, the most telling first."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Shown(_Part):
    """A figure, and how it compares with that of the year before where this is known."""

    label: str
    value: float
    unit: str
    last: float | None
    change: Change | None

    @classmethod
    def of(cls, figure: Figure, period: Period) -> Shown:
        """A figure of a period."""
        change = None
        if figure.last is not None:
            change = Change.of(figure.value, figure.last, period, more_is_better=figure.better == "more")
        return cls(label=figure.label, value=figure.value, unit=figure.unit, last=figure.last, change=change)

    @property
    def sentence(self) -> str:
        """«۱۲٪ بیشتر از شش‌ماههٔ نخست ۱۴۰۴», or nothing."""
        return self.change.sentence if self.change else ""


class Series(_Part):
    """Values one after another, each with its label; `lasts` are those of the year before, or none."""

    title: str
    unit: str
    kind: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    lasts: tuple[float, ...]

    @classmethod
    def of(cls, department: Department) -> Series | None:
        """A department's series, if it has one."""
        points: Sequence[Point] = department.series
        lasts = [point.last for point in points if point.last is not None]
        if not points:
            return None
        return cls(
            title=department.heading.series_of,
            unit=department.heading.series_unit,
            kind=department.heading.series_as,
            labels=tuple(point.label for point in points),
            values=tuple(point.value for point in points),
            lasts=tuple(lasts) if len(lasts) == len(points) else (),
        )


class Row(_Part):
    """A department in the summary: the palette of its colour, and its first figure."""

    number: str
    name: str
    colour: str
    figure: Shown | None
    progress: float | None


class ReportBrief(Brief):
    """What the pages of a report have in common."""

    tone: str = TONE

    title: str = Field(description="what the report is called")
    adjective: str = Field(description="of how many months it is: سه‌ماهه, شش‌ماهه, نه‌ماهه, سالانه, ماهانه")
    period: str = Field(description="the period with its year: شش‌ماههٔ نخست ۱۴۰۵")
    span: str = Field(description="its first and last month: فروردین تا شهریور ۱۴۰۵")
    before: str = Field(description="the same period a year before, to which figures are compared")
    year: str = Field(description="the Jalali year in Persian digits")
    year_before: str = Field(description="the year before in Persian digits")
    months: tuple[int, ...] = Field(description="the numbers of its months, from 1 to 12")
    sample: bool = Field(description="whether its figures are invented: then the page must say so")
    count: int = Field(description="how many departments it has")


class ReportCoverBrief(ReportBrief):
    """The cover."""

    kind: ClassVar[str] = "report-cover"

    lead: str = Field(description="a sentence or two about the whole, or nothing")
    departments: tuple[str, ...] = Field(description="the departments' names")
    colours: tuple[str, ...] = Field(description="the palettes of their colours")

    @classmethod
    def of(cls, performance: Performance, colours: Sequence[str]) -> ReportCoverBrief:
        """The cover of a report whose departments have these colours."""
        about = performance.about
        return cls(
            **_common(performance, "00", COVER, f"{about.title} {about.period.title}"),
            template="report-cover",
            palette=COVER,
            lead=about.lead,
            departments=tuple(department.heading.name for department in performance.departments),
            colours=tuple(colours),
        )


class DepartmentBrief(ReportBrief):
    """A page of a department."""

    kind: ClassVar[str] = "department"

    number: str = Field(description="the department's number in the report, in Persian digits")
    name: str = Field(description="the department's name")
    lead: str = Field(description="what it did, in a sentence or two; or nothing")
    manager: str = Field(description="who leads it, or nothing")
    symbol: str = Field(description="its symbol, a file of _symbols, or nothing")
    figures: tuple[Shown, ...] = Field(description="its figures, the first one the most important")
    blocks: tuple[str, ...] = Field(description="what else it has: series, shares, projects, counts, pair, photographs")
    series: Series | None = Field(description="title, unit, kind (columns, line), labels, values, lasts")
    shares_of: str = Field(description="what the shares are parts of")
    shares: tuple[Share, ...] = Field(description="parts of a whole in percent, each with label and share")
    projects: tuple[Project, ...] = Field(description="each with name, progress in percent, value, unit")
    counts: tuple[Count, ...] = Field(description="each with label, value, unit, symbol, each")
    pair: tuple[Photograph, ...] = Field(description="one place before and after, or nothing")
    photographs: tuple[Photograph, ...] = Field(description="other photographs, each with href, caption, credit")

    @classmethod
    def of(
        cls,
        performance: Performance,
        number: int,
        colour: str,
        *,
        pair: Sequence[Photograph],
        photographs: Sequence[Photograph],
        slug: str,
    ) -> DepartmentBrief:
        """The page of the department of a number, from 1, with those photographs that can be used; `pair` is one place
        before and after, or nothing."""
        department, period = performance.departments[number - 1], performance.about.period
        heading = department.heading
        shown: dict[str, object] = {
            "series": Series.of(department),
            "shares": department.shares,
            "projects": department.projects,
            "counts": department.counts,
            "pair": tuple(pair),
            "photographs": tuple(photographs),
        }
        return cls.model_validate(
            {
                **_common(performance, f"{number:02}", slug, f"{heading.name}: {period.title}"),
                **shown,
                "template": "report-department",
                "palette": colour,
                "number": persian_digits(number),
                "name": heading.name,
                "lead": heading.lead,
                "manager": heading.manager,
                "symbol": heading.symbol,
                "figures": tuple(Shown.of(figure, period) for figure in department.figures),
                "blocks": tuple(name for name in BLOCKS if shown[name]),
                "shares_of": heading.shares_of,
            }
        )


class ReportSummaryBrief(ReportBrief):
    """The summary of all departments."""

    kind: ClassVar[str] = "report-summary"

    rows: tuple[Row, ...] = Field(description="each department: number, name, colour, figure, progress")
    projects: int = Field(description="how many projects there are in all")
    finished: int = Field(description="how many of them are finished")
    progress: float = Field(description="how far they are on average, in percent")
    better: int = Field(description="how many figures are better than in the year before")
    compared: int = Field(description="how many figures can be compared with the year before")

    @classmethod
    def of(cls, performance: Performance, colours: Sequence[str]) -> ReportSummaryBrief:
        """The summary of a report whose departments have these colours."""
        period = performance.about.period
        rows = tuple(_row(*each, period) for each in zip(performance.departments, colours, range(1, 100), strict=False))
        projects = [project for department in performance.departments for project in department.projects]
        shown = [Shown.of(figure, period) for department in performance.departments for figure in department.figures]
        verdicts = [figure.change.good for figure in shown if figure.change]
        return cls(
            **_common(performance, "99", "summary", f"در یک نگاه: {period.title}"),
            template="report-summary",
            palette=COVER,
            rows=rows,
            projects=len(projects),
            finished=sum(project.progress == WHOLE for project in projects),
            progress=_mean([project.progress for project in projects]) or 0.0,
            better=sum(verdict is True for verdict in verdicts),
            compared=len(verdicts),
        )


def _row(department: Department, colour: str, number: int, period: Period) -> Row:
    return Row(
        number=persian_digits(number),
        name=department.heading.name,
        colour=colour,
        figure=Shown.of(department.figures[0], period) if department.figures else None,
        progress=_mean([project.progress for project in department.projects]),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _common(performance: Performance, number: str, slug: str, caption: str) -> dict[str, Any]:
    """What all pages of a report say; the keys of a report's pages stand in their order."""
    about, period = performance.about, performance.about.period
    return {
        "id": slug,
        "key": f"{period.year}-{period.first:02}-{period.last:02}_{number}_{slug}",
        "first_day": period.last_day,
        "caption": f"{caption}\n",
        "alt": caption,
        "title": about.title,
        "adjective": period.adjective,
        "period": period.title,
        "span": period.span,
        "before": period.before.title,
        "year": persian_digits(period.year),
        "year_before": persian_digits(period.year - 1),
        "months": tuple(range(period.first, period.last + 1)),
        "sample": about.sample,
        "count": len(performance.departments),
    }
