"""What scripts use: `from engine import Workspace`. docs/api.md has an example of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine import workspace
from engine.errors import BadInput, Mistake, Place
from engine.kinds.calendar.request import DEFAULT_STYLES, CalendarRequest
from engine.kinds.jobs import jobs_plan, request_of
from engine.kinds.news.request import FORMATS, CardRequest, NewsRequest
from engine.kinds.occasion.request import YearRequest
from engine.kinds.plaque.plaques import write_letter
from engine.kinds.plaque.request import CeremonyRequest, PlaqueRequest
from engine.kinds.report.request import FORMATS as REPORT_FORMATS
from engine.kinds.report.request import ReportRequest
from engine.kinds.request import Door, Request
from engine.kinds.teaser.request import FORMATS as TEASER_FORMATS
from engine.kinds.teaser.request import TeaserRequest
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
        return self._made(YearRequest.of(Place, year=year, only=only, formats=formats), output, jobs)

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
        said = CalendarRequest.of(Place, year=year, photos=str(photos) if photos else None, styles=styles)
        return self._made(said, output, jobs)

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
        said = TeaserRequest.of(Place, occasions=occasions, year=year, formats=formats, layers=layers, video=video)
        return self._made(said, output, jobs)

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
        said = PlaqueRequest.of(
            Place, to=to, reason=reason, body=body, position=position, number=number, date=date, cause=cause,
            template=template, palette=palette, formats=(format,),
        )  # fmt: skip
        return write_letter(self, said, Path(path), Door()).path

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
        said = CeremonyRequest.of(
            Place, file=str(recipients), reason=reason, body=body, date=date, cause=cause, template=template,
            palette=palette, formats=formats,
        )  # fmt: skip
        return self._made(said, output, jobs)

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
        said = CardRequest.of(
            Place, title=title, lead=lead, category=category, photos=[str(photo) for photo in photos],
            before=str(before), after=str(after), focus=focus, shows=shows, credit=credit, date=date, template=template,
            formats=formats,
        )  # fmt: skip
        return self._made(said, output, jobs)

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
        said = NewsRequest.of(Place, file=str(spreadsheet), date=date, template=template, formats=formats)
        return self._made(said, output, jobs)

    def report(
        self,
        file: Path | str,
        *,
        formats: Sequence[str] = REPORT_FORMATS,
        output: Path | None = None,
        jobs: int = 1,
    ) -> Made:
        """The report of a performance.yaml or spreadsheet, as `naqsh report`."""
        return self._made(ReportRequest.of(Place, file=str(file), formats=formats), output, jobs)

    def job(self, *, output: Path | None = None, jobs: int = 1, **said: object) -> Made:
        """What one job of a jobs file asks for, of any kind: `job(notice="condolence", to="…")`."""
        written = {name: str(value) if isinstance(value, Path) else value for name, value in said.items()}
        return self._made(request_of(written, lambda location: Place(str(location[0]))), output, jobs)

    def make(self, file: Path | str, *, output: Path | None = None, jobs: int = 1) -> Made:
        """Everything that a jobs file lists, as `naqsh make`."""
        return _made(jobs_plan(self, Path(file), output), jobs)

    def _made(self, said: Request, output: Path | None, jobs: int) -> Made:
        return _made(said.order(self, Door(output=output)), jobs)


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
