"""What may be asked for of a report."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from engine.kinds.request import Door, Request
from engine.production.order import Order
from engine.production.printing import FOR_THE_OFFICE
from engine.workspace import Workspace

FORMATS = ("a4", "square")


class ReportRequest(Request):
    """The report of a performance.yaml or spreadsheet."""

    key: ClassVar = "report"

    file: str = Field(alias="report", description="a .yaml or .xlsx file")
    formats: tuple[str, ...] = FORMATS

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.report.plan import report_plan

        file, printing = door.file_of(self.file), door.printing or FOR_THE_OFFICE
        return report_plan(workspace, file, formats=self.formats, output=door.output, printing=printing)


REQUESTS = (ReportRequest,)
