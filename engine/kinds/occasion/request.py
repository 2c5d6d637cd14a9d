"""What may be asked for of a year's occasions."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from engine.kinds.request import Door, Request
from engine.production.order import Order
from engine.production.printing import FOR_THE_SHOP
from engine.workspace import Workspace


class YearRequest(Request):
    """The artwork of a year's occasions."""

    key: ClassVar = "year"

    year: int = Field(description="the Jalali year")
    only: tuple[str, ...] = Field(default=(), description="these occasions, else all")
    formats: tuple[str, ...] = Field(default=(), description="else the default ones")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.occasion.plan import year_plan

        printing = door.printing or FOR_THE_SHOP
        return Order(
            year_plan(workspace, self.year, only=self.only, formats=self.formats, output=door.output, printing=printing)
        )


REQUESTS = (YearRequest,)
