"""What scripts use: `from engine import Workspace`. docs/api.md has an example of each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine import workspace
from engine.briefs.photographs import photographs_of_months
from engine.calendar.dates import date_of
from engine.errors import BadInput, Mistake
from engine.kinds.calendar.plan import DEFAULT_STYLES, calendar_plan
from engine.kinds.jobs import jobs_plan
from engine.kinds.news.brief import News
from engine.kinds.news.plan import FORMATS, Desk, card_plan, news_plan
from engine.kinds.occasion.plan import year_plan
from engine.kinds.plaque.brief import parted
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plan import ceremony_plan
from engine.kinds.plaque.plaques import Ceremony, Plaques, drawn, write_plaque
from engine.kinds.report.plan import DEFAULT_FORMATS as REPORT_FORMATS
from engine.kinds.report.plan import report_plan
from engine.kinds.teaser.plan import FORMATS as TEASER_FORMATS
from engine.kinds.teaser.plan import teaser_plan
from engine.production.booklet import bind_whole
from engine.production.executors import OpenWorkers, processes, this_process
from engine.production.order import Order
from engine.production.run import Report, run


@dataclass(frozen=True, slots=True)
class Made:
    """What a call made: the folder, the files that it asked for and that are there now, made or up to date, the run's
    own report, and what kept things out of it."""

    folder: Path
    files: tuple[Path, ...]
    report: Report
    mistakes: tuple[Mistake, ...]


class Workspace(workspace.Workspace):
    """An office's folder, and all that can be made in it.

    `jobs` is the number of processes; 1, the default, makes everything in this one. A script that asks for more
    must do so under `if __name__ == "__main__":`. All methods raise BadInput for what the user can mend.
    """

    def year(
        self,
        year: int,
        *,
        only: Sequence[str] = (),
        formats: Sequence[str] = (),
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """The artwork of a Jalali year's occasions, as `naqsh year`."""
        return _made(Order(year_plan(self, year, only=only, formats=formats, output=output)), jobs)

    def calendar(
        self,
        year: int,
        *,
        photos: Path | None = None,
        styles: Sequence[str] = DEFAULT_STYLES,
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """The printed calendar of a Jalali year, as `naqsh calendar`; `photos` is a folder."""
        photographs = photographs_of_months(photos, None) if photos else {}
        plan = calendar_plan(self, year, styles=styles, photographs=photographs, output=output)
        return _made(plan, jobs)

    def teaser(
        self,
        *occasions: str,
        year: int,
        formats: Sequence[str] = TEASER_FORMATS,
        layers: bool = False,
        video: bool = False,
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """The teasers of a Jalali year's occasions, of all where none is named, as `naqsh teaser`."""
        plan = teaser_plan(self, year, only=occasions, formats=formats, layers=layers, video=video, output=output)
        return _made(plan, jobs)

    def plaque(
        self,
        to: str,
        path: Path | str,
        *,
        reason: str = "",
        body: str = "",
        position: str = "",
        number: str = "",
        date: str | None = None,
        cause: str | None = None,
        template: str | None = None,
        palette: str | None = None,
        format: str = "a4",
    ) -> Path:
        """One plaque as the file `path`, as `naqsh plaque --to`; `date` is Jalali (1405/09/15), else today."""
        path, (honorific, name) = Path(path), parted(to)
        (size,) = self.formats.select([format])
        person = drawn(Person(name, honorific, position, number=number), self.fonts, lambda _: None).said
        plaques = Plaques(self, _ceremony(date, cause, reason, body, template, palette))
        write_plaque(self, plaques.brief(person, path.stem), size, path)
        return path

    def plaques(
        self,
        recipients: Path | str,
        *,
        reason: str = "",
        body: str = "",
        date: str | None = None,
        cause: str | None = None,
        template: str | None = None,
        palette: str | None = None,
        formats: Sequence[str] = ("a4",),
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """A plaque for each person of a spreadsheet, as `naqsh plaque --recipients`."""
        recipients = Path(recipients)
        folder = output or self.output / "plaques" / recipients.stem
        ceremony = _ceremony(date, cause, reason, body, template, palette)
        plan = ceremony_plan(self, recipients, ceremony, formats, folder)
        return _made(plan, jobs)

    def news(
        self,
        title: str,
        *,
        photos: Sequence[Path | str] = (),
        lead: str = "",
        category: str = "",
        date: str | None = None,
        before: Path | str = "",
        after: Path | str = "",
        focus: Sequence[str] = (),
        shows: str = "",
        credit: str = "",
        template: str | None = None,
        formats: Sequence[str] = FORMATS,
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """The cards of a piece of news, as `naqsh news --title`; `date` is Jalali (1405/09/15), else today."""
        news = News(
            title=title,
            lead=lead,
            category=category,
            photos=tuple(map(str, photos)),
            before=str(before),
            after=str(after),
            focus=tuple(focus),
            shows=shows,
            credit=credit,
        )
        plan = card_plan(self, news, _desk(date, formats, template), output or self.output / "news")
        return _made(plan, jobs)

    def day_of_news(
        self,
        spreadsheet: Path | str,
        *,
        date: str | None = None,
        template: str | None = None,
        formats: Sequence[str] = FORMATS,
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """Cards for each piece of news of a spreadsheet, as `naqsh news --from`."""
        spreadsheet = Path(spreadsheet)
        folder = output or self.output / "news" / spreadsheet.stem
        plan = news_plan(self, spreadsheet, _desk(date, formats, template), folder)
        return _made(plan, jobs)

    def report(
        self,
        file: Path | str,
        *,
        formats: Sequence[str] = REPORT_FORMATS,
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """The report of a performance.yaml or spreadsheet, as `naqsh report`."""
        plan = report_plan(self, Path(file), formats=formats, output=output)
        return _made(plan, jobs)

    def make(self, file: Path | str, *, output: Path | None = None, jobs: int = 1) -> Made:
        """Everything that a jobs file lists, as `naqsh make`."""
        plan = jobs_plan(self, Path(file), output)
        return _made(plan, jobs)


def _ceremony(
    date: str | None, cause: str | None, reason: str, body: str, template: str | None, palette: str | None
) -> Ceremony:
    day = date_of(date) if date else datetime.date.today()
    return Ceremony(day, cause, reason, body, template, palette)


def _desk(date: str | None, formats: Sequence[str], template: str | None) -> Desk:
    return Desk(date_of(date) if date else datetime.date.today(), tuple(formats), template)


def _made(order: Order, jobs: int) -> Made:
    plan = order.pieces
    workers: OpenWorkers = this_process if jobs == 1 else partial(processes, jobs)
    report = run(plan, workers)
    files = {plan.folder / output.path for piece in plan.pieces for output in piece.outputs}
    files.update(bind_whole(order.booklets, plan.folder))
    if order.teasers:
        from engine.production.teaser_files import finish  # the renderers; a run with nothing to do never loads them

        files.update(finish(plan.workspace, order.teasers, plan.folder, workers))
    there = tuple(sorted(path for path in files if path.exists()))
    return Made(plan.folder, there, report, (*order.mistakes, *(mistake for mistake, _ in report.complaints)))


__all__ = ["BadInput", "Made", "Workspace"]
