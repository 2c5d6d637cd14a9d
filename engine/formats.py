"""Formats: the named sizes in which pieces are made (formats.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from engine.errors import BadInputValue

type FileType = Literal["png", "jpg", "webp", "tif", "pdf"]
type Medium = Literal["screen", "tv", "print"]

MM_PER_INCH = 25.4
LARGEST_PDF_MM = 5080.0  # 14,400 user units of 1/72 inch, ISO 32000-1 annex C.2
SCREEN_PPI = 96.0  # the CSS pixel: what the resolution tag of a screen picture says

# EBU R 95: of a 16:9 picture, 3.5% at each edge are outside the action-safe area and 5% outside the
# graphics-safe (title) area.
ACTION_SAFE = 0.035
TITLE_SAFE = 0.05
PAGE_SAFE = 0.06  # ART.md: margins of 6% or more, of the shorter side


class Format(BaseModel):
    """One output size. Print sizes are of the trimmed sheet in mm, screen and TV sizes in px."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=40)
    title: str
    medium: Medium
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    bleed: float = Field(default=0, ge=0, description="mm on each side, print only")
    viewing_distance: float | None = Field(default=None, gt=0, description="metres, print only")
    files: tuple[FileType, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits_its_medium(self) -> Format:
        if self.medium == "print":
            if self.viewing_distance is None:
                raise BadInputValue.of(
                    "format “{id}” has no viewing distance", todo="add viewing_distance in metres", id=self.id
                )
            return self
        if self.bleed or self.viewing_distance or "pdf" in self.files:
            raise BadInputValue.of(
                "format “{id}” is for the {medium}, where bleed, viewing distance and PDF have no meaning",
                todo="remove them or say “medium: print”",
                id=self.id,
                medium=self.medium,
            )
        if self.width % 1 or self.height % 1:
            raise BadInputValue.of(
                "format “{id}” has a part of a pixel", todo="give whole pixels", id=self.id
            )
        return self

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def ppi(self) -> float:
        """Pixels per inch of the piece at true size: 90 / metres of viewing distance, from 30 to 300."""
        if self.viewing_distance is None:
            return SCREEN_PPI
        return min(300.0, max(30.0, 90.0 / self.viewing_distance))

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the picture file in px, without bleed."""
        if self.medium != "print":
            return int(self.width), int(self.height)
        per_mm = self.ppi / MM_PER_INCH
        return round(self.width * per_mm), round(self.height * per_mm)

    @property
    def pdf_scale(self) -> float:
        """1, or 0.1 where the sheet with its bleed is larger than a PDF page can be."""
        return 1.0 if max(self.width, self.height) + 2 * self.bleed <= LARGEST_PDF_MM else 0.1

    @property
    def margin(self) -> tuple[float, float]:
        """The part of the width and of the height, at each edge, that text keeps clear of."""
        if self.medium == "tv":
            return TITLE_SAFE, TITLE_SAFE
        short = min(self.width, self.height)
        return PAGE_SAFE * short / self.width, PAGE_SAFE * short / self.height


class Formats(BaseModel):
    """formats.yaml: the formats, and which of them `naqsh year` makes when none is named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    default: tuple[str, ...]
    formats: tuple[Format, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Formats:
        ids = [each.id for each in self.formats]
        for id in ids:
            if ids.count(id) > 1:
                raise BadInputValue.of("format “{id}” stands twice", todo="rename or remove one", id=id)
        self.select(self.default)
        return self

    @property
    def by_id(self) -> Mapping[str, Format]:
        return {each.id: each for each in self.formats}

    def select(self, ids: Iterable[str]) -> tuple[Format, ...]:
        """The formats of these ids, in this order. Raises BadInput for one that is not known."""
        chosen = tuple(dict.fromkeys(ids))
        for id in chosen:
            if id not in self.by_id:
                raise BadInputValue.of(
                    "unknown format “{id}”", todo="use one of {known}", id=id, known=", ".join(self.by_id)
                )
        return tuple(self.by_id[id] for id in chosen)
