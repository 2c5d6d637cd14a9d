"""What may be asked for of news cards: one piece of news, or a spreadsheet's."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from engine.kinds.request import Date, Door, Request, day_of
from engine.production.order import Order
from engine.workspace import Workspace

FORMATS = ("square", "portrait", "story", "channel", "site-hero")


class _News(Request):
    date: Date = Field(default=None, description="Jalali, else today")
    template: str | None = Field(default=None, description="another template than the photographs call for")
    formats: tuple[str, ...] = FORMATS


class NewsRequest(_News):
    """A card for each piece of news of a spreadsheet."""

    key: ClassVar = "news"

    file: str = Field(alias="news", description="an .xlsx or .csv file")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.news.plan import Desk, news_plan

        file = door.file_of(self.file)
        desk = Desk(day_of(self.date), self.formats, self.template)
        return news_plan(workspace, file, desk, door.output or workspace.output / "news" / file.stem)


class CardRequest(_News):
    """One news card."""

    key: ClassVar = "card"

    title: str = Field(alias="card", description="the headline")
    lead: str = Field(default="", description="one or two sentences below the headline")
    category: str = Field(default="", description="whose colours")
    photos: tuple[str, ...] = Field(default=(), description="photographs, the most important first")
    before: str = Field(default="", description="how it was before the work")
    after: str = Field(default="", description="how it is after the work")
    focus: tuple[str, ...] = Field(default=(), description="the point that the crop of each photograph keeps: 0.5 0.3")
    shows: str = Field(default="", description="what the photographs show")
    credit: str = Field(default="", description="who took the photographs")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.news.brief import News
        from engine.kinds.news.plan import Desk, card_plan

        said = self.model_dump(include={"title", "lead", "category", "focus", "shows", "credit"})
        photos = tuple(str(door.file_of(name)) for name in self.photos)
        before, after = (str(door.file_of(name)) if name else "" for name in (self.before, self.after))
        news = News(**said, photos=photos, before=before, after=after)
        desk = Desk(day_of(self.date), self.formats, self.template)
        return card_plan(workspace, news, desk, door.output or workspace.output / "news", door.place)


REQUESTS = (NewsRequest, CardRequest)
