"""Printed calendars: a cover and twelve pages in a style, the year on a poster, and the pages as one PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.briefs.photographs import Crop, Photograph, Source, prepared
from engine.errors import BadInput, Mistake
from engine.kinds.calendar.brief import CalendarBrief, CoverBrief, MonthBrief, YearBrief, pages_of_year
from engine.kinds.calendar.request import DEFAULT_STYLES, DESK, POSTER, STYLES, WALL_50X35, WALL_A3
from engine.production.booklet import booklet_of
from engine.production.order import Order
from engine.production.plan import Plan, plan
from engine.production.printing import FOR_THE_SHOP, Printing
from engine.production.subjects import subject_of
from engine.workspace import Workspace

PICTURES: Mapping[str, tuple[float, float]] = {
    WALL_A3: (317, 165),
    WALL_50X35: (220, 370),
    DESK: (61.25, 160),
}
"""Width and height of a month's picture with what is cut off, in mm."""


def calendar_plan(
    workspace: Workspace,
    year: int,
    *,
    styles: Sequence[str] = DEFAULT_STYLES,
    photographs: Mapping[int, Source] | None = None,
    moons: bool = False,
    output: Path | None = None,
    printing: Printing = FOR_THE_SHOP,
) -> Order:
    """The calendar of a Jalali year in `output`/year-calendar; `photographs` by the number of their month;
    `moons` shows the phases of the Moon. `mistakes` are photographs that could not be used: their months have the art
    of the month.

    Raises BadInput for a year out of reach, an unknown style, and for anything wrong in the workspace's files.
    """
    chosen = _chosen(styles)
    kept = workspace.occasions
    pages = pages_of_year(kept.occasions, year, workspace.hijri, kept.closures)
    folder = (output or workspace.output) / f"{year}-calendar"
    plans, album = [], _Album(photographs or {})
    for style in chosen:
        if style == POSTER:
            briefs: list[CalendarBrief] = [YearBrief.of(pages, workspace.hijri)]
        else:
            crop = Crop.in_mm(style, *PICTURES[style], ppi=workspace.formats.by_id[style].ppi)
            photos = album.prepared(crop)
            briefs = [
                CoverBrief.of(pages),
                *(MonthBrief.of(page, photos.get(page.number), moons=moons) for page in pages),
            ]
        plans.append(_plan(workspace, briefs, style, folder, printing))
    subjects = {subject.key: subject for each in plans for subject in each.subjects}
    joined = replace(
        plans[0],
        subjects=tuple(subjects[key] for key in sorted(subjects)),
        pieces=tuple(piece for each in plans for piece in each.pieces),
    )
    booklets = tuple(booklet_of(each, str(year), each.pieces[0].format) for each in plans if len(each.pieces) > 1)
    return Order(joined, tuple(album.mistakes.values()), tuple(album.warnings.values()), booklets)


@dataclass(slots=True)
class _Album:
    """The photographs of the months, and what is wrong with them, each thing once for all styles."""

    sources: Mapping[int, Source]
    mistakes: dict[str, Mistake] = field(default_factory=dict)
    warnings: dict[str, Mistake] = field(default_factory=dict)

    def prepared(self, crop: Crop) -> Mapping[int, Photograph]:
        """Those that can be used in a crop."""
        photographs = {}
        for month, source in self.sources.items():
            try:
                photographs[month], warnings = prepared(source, crop)
            except BadInput as error:
                self.mistakes |= {str(mistake): mistake for mistake in error.mistakes}
            else:
                self.warnings |= {str(mistake): mistake for mistake in warnings}
        return photographs


def _chosen(styles: Sequence[str]) -> tuple[str, ...]:
    for style in styles:
        if style not in STYLES:
            raise BadInput.of(
                "there is no calendar style “{style}”", todo="use one of {known}", style=style, known=", ".join(STYLES)
            )
    return tuple(dict.fromkeys(styles))


def _plan(workspace: Workspace, briefs: Sequence[CalendarBrief], style: str, folder: Path, printing: Printing) -> Plan:
    return plan(
        workspace,
        briefs,
        workspace.formats.select([style]),
        subjects=[subject_of(brief, brief.alt, workspace.hijri.day(brief.first_day)) for brief in briefs],
        folder=folder,
        complete=False,
        printing=printing,
    )
