"""What may be asked for of teasers."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from engine.kinds.request import Door, Request
from engine.production.order import Order
from engine.workspace import Workspace

FORMATS = ("tv-hd", "tv-uhd")


class TeaserRequest(Request):
    """The teasers of some occasions."""

    key: ClassVar = "teaser"

    occasions: str | tuple[str, ...] = Field(alias="teaser", description="an occasion, or several; none means all")
    year: int = Field(description="the Jalali year of their dates")
    formats: tuple[str, ...] = FORMATS
    layers: bool = Field(default=False, description="also each scene as transparent pictures")
    video: bool = Field(default=False, description="also a clip")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.teaser.plan import teaser_plan

        return teaser_plan(
            workspace,
            self.year,
            only=(self.occasions,) if isinstance(self.occasions, str) else self.occasions,
            formats=self.formats,
            layers=self.layers,
            video=self.video,
            output=door.output,
        )


REQUESTS = (TeaserRequest,)
