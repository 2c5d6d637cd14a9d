"""The pages that a template is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.formats import Format
from engine.kinds.registry import files
from engine.kinds.report.brief import DepartmentBrief, ReportBrief, ReportCoverBrief, ReportSummaryBrief
from engine.kinds.report.extremes import barest, fullest
from engine.kinds.report.performance_files import Read, performance_of
from engine.kinds.report.plan import report_briefs
from engine.kinds.report.request import FORMATS
from engine.kinds.samples import Sample, Tried, Words
from engine.templates.library import Template
from engine.workspace import Workspace, starter


def _of_reports(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """The fullest page of a kind in the report that a new workspace has, and of the barest and fullest reports."""
    formats, begun = workspace.formats.select(FORMATS), starter() / files()["report"]
    reports: tuple[tuple[Words, Read], ...] = (
        ("sample", performance_of(begun)),
        ("shortest", Read(barest(), ())),
        ("longest", Read(fullest(), ())),
    )
    briefs = ((words, report_briefs(workspace, read, begun, formats).briefs) for words, read in reports)
    pages = ((words, [brief for brief in all if brief.kind in template.about.kinds]) for words, all in briefs)
    return tuple(Sample(words, max(found, key=_fullness)) for words, found in pages)


def _fullness(brief: ReportBrief) -> int:
    return len(brief.blocks) if isinstance(brief, DepartmentBrief) else 0


def _formats(workspace: Workspace) -> Sequence[Format]:
    return workspace.formats.select(FORMATS)


TRIED: Mapping[str, Tried] = dict.fromkeys(
    (ReportCoverBrief.kind, DepartmentBrief.kind, ReportSummaryBrief.kind), Tried(_of_reports, _formats)
)
