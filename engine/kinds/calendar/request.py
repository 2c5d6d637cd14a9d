"""What may be asked for of a printed calendar."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from engine.kinds.request import Door, Request
from engine.production.order import Order
from engine.production.printing import FOR_THE_SHOP
from engine.workspace import Workspace

WALL_A3, WALL_50X35, DESK, POSTER = STYLES = ("wall-a3", "wall-50x35", "desk-21x15", "poster-year")
DEFAULT_STYLES = (WALL_A3, POSTER)


class CalendarRequest(Request):
    """A year's printed calendar."""

    key: ClassVar = "calendar"

    year: int = Field(alias="calendar", description="the Jalali year")
    styles: tuple[str, ...] = Field(default=DEFAULT_STYLES, description=f"of {', '.join(STYLES)}")
    photos: str | None = Field(default=None, description="a folder with a photograph for each month")
    captions: str | None = Field(default=None, description="what they show; else captions.yaml beside them")
    moons: bool = Field(default=False, description="show the phases of the Moon")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.briefs.photographs import photographs_of_months
        from engine.kinds.calendar.plan import calendar_plan

        captions = door.file_of(self.captions) if self.captions else None
        photographs = photographs_of_months(door.file_of(self.photos), captions, door.realm) if self.photos else {}
        return calendar_plan(
            workspace,
            self.year,
            styles=self.styles,
            photographs=photographs,
            moons=self.moons,
            output=door.output,
            printing=door.printing or FOR_THE_SHOP,
        )


REQUESTS = (CalendarRequest,)
