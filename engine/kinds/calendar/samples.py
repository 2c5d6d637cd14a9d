"""The months, covers and years that a template is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.formats import Format
from engine.kinds.calendar.brief import CoverBrief, MonthBrief, MonthPage, YearBrief, pages_of_year
from engine.kinds.calendar.request import POSTER, STYLES
from engine.kinds.samples import SAMPLE_YEAR, Sample, Tried, Words
from engine.templates.library import Template
from engine.workspace import Workspace


def _of_months(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    pages = sorted(_pages(workspace), key=lambda page: (page.rows, len(page.listing.lines)))
    words: tuple[tuple[Words, MonthPage], ...] = (
        ("sample", pages[len(pages) // 2]),
        ("shortest", pages[0]),
        ("longest", pages[-1]),
    )
    return tuple(Sample(name, MonthBrief.of(page)) for name, page in words)


def _of_covers(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    return (Sample("sample", CoverBrief.of(_pages(workspace))),)


def _of_years(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    return (Sample("sample", YearBrief.of(_pages(workspace), workspace.hijri)),)


def _pages(workspace: Workspace) -> tuple[MonthPage, ...]:
    return pages_of_year(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)


def _formats(workspace: Workspace) -> Sequence[Format]:
    return workspace.formats.select([style for style in STYLES if style != POSTER])


def _posters(workspace: Workspace) -> Sequence[Format]:
    return workspace.formats.select([POSTER])


TRIED: Mapping[str, Tried] = {
    MonthBrief.kind: Tried(_of_months, _formats),
    CoverBrief.kind: Tried(_of_covers, _formats),
    YearBrief.kind: Tried(_of_years, _posters),
}
