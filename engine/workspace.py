"""The workspace: the folder that holds an office's calendar, brand, formats, templates and fonts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, field_validator

from engine import gate
from engine.calendar.dates import HijriCalendar
from engine.errors import BadInput, Place
from engine.formats import Formats
from engine.formats import load as load_formats
from engine.print_shop import Print
from engine.templates.library import TemplateLibrary, load_library
from engine.yamlfile import at, load

if TYPE_CHECKING:
    from engine.calendar.occasions import OccasionsFile
    from engine.export.press.icc import Press
    from engine.typography.fonts.library import FontLibrary

CALENDAR = "occasions_calendar.yaml"
BRAND = "brand.yaml"
FORMATS = "formats.yaml"
TEMPLATES = "templates_svg"
FONTS = "fonts"
CONTENTS = (CALENDAR, BRAND, FORMATS, TEMPLATES, FONTS)


class Handles(BaseModel):
    """The office's channels."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    telegram: str = ""
    eitaa: str = ""


class Brand(BaseModel):
    """brand.yaml: who speaks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    city: str
    municipality: str
    office: str
    website: str
    handles: Handles = Handles()
    logo: str | None = Field(default=None, description="a PNG or SVG file of the workspace")
    print: Print = Print()
    hijri_months: dict[str, datetime.date] = Field(
        default_factory=dict,
        description="first days of Hijri months that differ from the table: year-month → date",
    )

    @field_validator("hijri_months")
    @classmethod
    def _months_stay_whole(cls, first_days: dict[str, datetime.date]) -> dict[str, datetime.date]:
        if first_days:  # the table by itself is whole
            HijriCalendar.of_iran(first_days)
        return first_days


@dataclass(frozen=True)
class Workspace:
    """A workspace, its files read when they are first asked for. Each raises BadInput for what is wrong in it."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Workspace:
        """The workspace of a folder or the nearest one above it. Raises BadInput where there is none."""
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / CALENDAR).is_file():
                return cls(folder)
        raise BadInput.of(
            "there is no {calendar} here or above",
            todo="go to a workspace, or make one with “naqsh init DIR”",
            place=Place(start),
            calendar=CALENDAR,
        )

    @cached_property
    def realm(self) -> gate.Realm:
        """What its files may name."""
        return gate.workspace_of(self.root)

    @cached_property
    def occasions(self) -> OccasionsFile:
        from engine.calendar.occasions import OccasionsFile  # a plaque is for no occasion

        return load(self.root / CALENDAR, OccasionsFile, self.realm)

    @cached_property
    def brand(self) -> Brand:
        return load(self.root / BRAND, Brand, self.realm)

    @cached_property
    def formats(self) -> Formats:
        own = self.root / FORMATS
        return load_formats(starter() / FORMATS, own if gate.is_there(own) else None)

    @cached_property
    def hijri(self) -> HijriCalendar:
        return HijriCalendar.of_iran(self.brand.hijri_months)

    @cached_property
    def templates(self) -> TemplateLibrary:
        return load_library(self.root / TEMPLATES)

    @cached_property
    def fonts(self) -> FontLibrary:
        from engine.typography.fonts.library import FontLibrary  # only what is drawn needs HarfBuzz

        return FontLibrary.load(self.root / FONTS, realm=self.realm)

    def press(self, paper: str) -> Press:
        """What a paper is printed with. Raises BadInput where its profile is missing, outside, or none of a press."""
        from engine.export.press.icc import Press  # only what is printed needs LittleCMS

        shop = self.brand.print.on(paper)
        own = self.brand.print.papers.get(paper)
        said_in = ("print", "papers", paper, "icc") if own and own.icc else ("print", "icc")
        with at(self.root / BRAND, *said_in):
            profile = gate.named(shop.icc, self.root, self.realm) if shop.icc else None
        return Press.of(profile, ink_limit=shop.ink_limit / 100, rich_black=shop.rich_black)

    @property
    def output(self) -> Path:
        return self.root / "output"


@cache
def workspace_at(root: Path) -> Workspace:
    """The workspace of a folder, opened once in a process."""
    return Workspace(root)


def starter() -> Path:
    """The folder with the files that a new workspace begins with: in a wheel beside the package, else the checkout."""
    packaged = Path(str(files("engine"))) / "starter"
    return packaged if packaged.is_dir() else packaged.parent.parent
