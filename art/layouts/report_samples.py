"""The report that its artboards show when they are opened raw: that of `art/samples`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from art.layouts.samples import workspace
from engine.kinds.registry import files
from engine.kinds.report.brief import ReportBrief
from engine.kinds.report.performance_files import performance_of
from engine.kinds.report.plan import report_briefs


@dataclass(frozen=True, slots=True)
class ReportSample:
    """A page of the sample report: of a kind of brief, of a department the one of a number."""

    kind: str
    tone: str = "report"

    @property
    def palette(self) -> str:
        return str(_brief(self.kind).palette)

    def data(self) -> Mapping[str, object]:
        return _brief(self.kind).placeholders


@cache
def _brief(kind: str) -> ReportBrief:
    file = workspace().root / files()["report"]
    square = workspace().formats.select(["square"])
    report = report_briefs(workspace(), performance_of(file), file, square)
    return next(brief for brief in report.briefs if brief.kind == kind)
