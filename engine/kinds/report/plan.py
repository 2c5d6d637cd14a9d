"""Reports: a cover, a page or card for each department and a summary, and the pages as one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from engine import gate
from engine.briefs.photographs import Caption, Crop, Photograph, Source, prepared
from engine.errors import BadInput, Mistake, Place
from engine.formats import Format
from engine.kinds.report.brief import COVER, TONE, DepartmentBrief, ReportBrief, ReportCoverBrief, ReportSummaryBrief
from engine.kinds.report.performance import ANY_SYMBOL, Department, Performance, Picture
from engine.kinds.report.performance_files import Places, Read, performance_of
from engine.kinds.report.request import FORMATS
from engine.production.booklet import booklet_of
from engine.production.keys import hyphened
from engine.production.order import Order
from engine.production.plan import plan
from engine.production.printing import FOR_THE_OFFICE, Printing
from engine.production.subjects import subject_of
from engine.workspace import Workspace

PHOTOGRAPH = (0.9, 0.42)
"""What photographs may take of a page's width together, and of its height."""


def report_plan(
    workspace: Workspace,
    file: Path,
    *,
    formats: Sequence[str] = FORMATS,
    output: Path | None = None,
    printing: Printing = FOR_THE_OFFICE,
) -> Order:
    """The report of a performance.yaml or .xlsx in `output`, else in output/reports/NAME of the file; its
    `mistakes` are what was left out.

    Raises BadInput for a file that can't be understood, an unknown format, and for anything wrong in the workspace.
    """
    chosen = workspace.formats.select(formats)
    report = report_briefs(workspace, performance_of(file), file, chosen)
    folder = output or workspace.output / "reports" / file.stem
    subjects = [subject_of(brief, brief.alt, workspace.hijri.day(brief.first_day)) for brief in report.briefs]
    pieces = plan(workspace, report.briefs, chosen, subjects=subjects, folder=folder, complete=True, printing=printing)
    booklets = tuple(booklet_of(pieces, report.name, format) for format in chosen if "pdf" in format.files)
    return Order(pieces, report.mistakes, report.warnings, booklets)


@dataclass(frozen=True, slots=True)
class ReportBriefs:
    """The pages of a report in their order, and the name that they bear together."""

    briefs: tuple[ReportBrief, ...]
    name: str
    mistakes: tuple[Mistake, ...]
    warnings: tuple[Mistake, ...]


def report_briefs(workspace: Workspace, read: Read, file: Path, formats: Sequence[Format]) -> ReportBriefs:
    """The pages of the report read from a file, its photographs as large as the largest of the formats needs them."""
    maker = _Maker(workspace, file.parent, formats, read.places, list(read.mistakes), list(read.warnings))
    briefs = tuple(maker.briefs(read.performance))
    period = read.performance.about.period
    name = f"{period.year}-{period.first:02}-{period.last:02}_report"
    return ReportBriefs(briefs, name, tuple(maker.mistakes), tuple(maker.warnings))


@dataclass(slots=True)
class _Maker:
    """Makes the briefs of a report, and collects what is wrong with colours, symbols and photographs."""

    workspace: Workspace
    folder: Path
    formats: Sequence[Format]
    places: Places
    mistakes: list[Mistake]
    warnings: list[Mistake]

    def briefs(self, performance: Performance) -> list[ReportBrief]:
        departments = tuple(map(self._with_known_symbols, performance.departments))
        performance = performance.model_copy(update={"departments": departments})
        colours = self._colours(departments)
        return [
            ReportCoverBrief.of(performance, colours),
            *(self._page(performance, number, colour) for number, colour in enumerate(colours, 1)),
            ReportSummaryBrief.of(performance, colours),
        ]

    def _colours(self, departments: Sequence[Department]) -> list[str]:
        """The palette of each department: the one that it names, else the next of those that none names."""
        known = [name for name in self.workspace.templates.palettes.palettes.get(TONE, {}) if name != COVER]
        named = {department.heading.colour for department in departments}
        free = cycle([name for name in known if name not in named] or known)
        colours = []
        for department in departments:
            colour = department.heading.colour
            if colour is not None and colour not in known:
                what, values = "there is no colour “{colour}”", {"colour": colour, "known": ", ".join(known)}
                self.mistakes.append(Mistake(what, "use one of {known}", self.places.get(("colour", colour)), values))
                colour = None
            colours.append(colour or next(free))
        return colours

    def _with_known_symbols(self, department: Department) -> Department:
        """The department without a symbol that is not there; its counts with the star that stands for any."""
        heading = department.heading
        if not self._has(heading.symbol):
            heading = heading.model_copy(update={"symbol": ""})
        counts = tuple(
            count if self._has(count.symbol) else count.model_copy(update={"symbol": ANY_SYMBOL})
            for count in department.counts
        )
        return department.model_copy(update={"heading": heading, "counts": counts})

    def _has(self, symbol: str) -> bool:
        """Whether a symbol is there; none asked for is. What is wrong is told."""
        try:
            if symbol:
                self.workspace.templates.symbol(symbol)
        except BadInput as error:
            self.mistakes += (replace(each, place=self.places.get(("symbol", symbol))) for each in error.mistakes)
            return False
        return True

    def _page(self, performance: Performance, number: int, colour: str) -> DepartmentBrief:
        department = performance.departments[number - 1]
        roles = {
            role: [each for each in department.photographs if each.role == role] for role in ("before", "after", "")
        }
        pair = self._side_by_side([*roles["before"], *roles["after"]])
        alone = pair if len(pair) == 1 else []  # the other one can't be used: it stands among those that are no pair
        return DepartmentBrief.of(
            performance,
            number,
            colour,
            pair=pair if not alone else [],
            photographs=[*alone, *self._side_by_side(roles[""])],
            slug=hyphened(department.heading.name),
        )

    def _side_by_side(self, pictures: Sequence[Picture]) -> list[Photograph]:
        """The photographs of a block that can be used, as large as their number lets each be."""
        made = [(picture, self._prepared(picture, len(pictures))) for picture in pictures]
        usable = [picture for picture, photograph in made if photograph is not None]
        if len(usable) < len(made):
            return self._side_by_side(usable)
        found = []
        for picture, prepared_ in made:
            if prepared_ is not None:
                found.append(prepared_[0])
                self.warnings += (self._named(mistake, picture) for mistake in prepared_[1])
        return found

    def _prepared(self, picture: Picture, beside: int) -> tuple[Photograph, Sequence[Mistake]] | None:
        about = Caption(file=picture.file, caption=picture.caption, credit=picture.credit, focus=picture.focus)
        try:
            path = gate.named(picture.file, self.folder, gate.reach(self.folder, self.workspace.root))
            return prepared(Source(path, about), self._crop(beside))
        except BadInput as error:
            self.mistakes += (self._named(mistake, picture) for mistake in error.mistakes)
            return None

    def _named(self, mistake: Mistake, picture: Picture) -> Mistake:
        """A mistake in a photograph, told with the place in the report's file that names it."""
        place = replace(
            mistake.place or Place(picture.file), file=picture.file, named=self.places.get(("file", picture.file))
        )
        return replace(mistake, place=place)

    def _crop(self, beside: int) -> Crop:
        """What one of several photographs fills on the largest page."""
        page = max(self.formats, key=lambda format: format.pixels[0])
        width, height = page.pixels
        return Crop(page.id, round(PHOTOGRAPH[0] * width / beside), round(PHOTOGRAPH[1] * height))
