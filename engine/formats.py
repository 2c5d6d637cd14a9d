"""Formats: the named sizes in which pieces are made (formats.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator

from engine import gate, yamlfile
from engine.errors import BadInput, BadInputValue, Place

type FileType = Literal["png", "jpg", "webp", "tif", "pdf"]
type Medium = Literal["screen", "tv", "print"]

MM_PER_INCH = 25.4
LARGEST_PDF_MM = 5080.0  # 14,400 user units of 1/72 inch, ISO 32000-1 annex C.2
SCREEN_PPI = 96.0  # the CSS pixel: what the resolution tag of a screen picture says

# EBU R 95 (and ITU-R BT.1848): of a 16:9 picture, 3.5% at each edge are outside the action-safe area and 5%
# outside the graphics-safe (title) area.
ACTION_SAFE = 0.035
TITLE_SAFE = 0.05
MARGIN = 0.035  # of the shorter side: nearer, even the small print of a foot looks cut; headlines keep more
TRIM_SAFE_MM = 3.0  # a guillotine may be off by this much: nothing that matters stands nearer to the trim


class Insets(NamedTuple):
    """What lies outside an area at each edge: a part of the width (x) and of the height (y)."""

    x: float
    y: float


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
    paper: str = Field(default="coated", description="as brand.yaml names it, print only")
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
            raise BadInputValue.of("format “{id}” has a part of a pixel", todo="give whole pixels", id=self.id)
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
    def margin(self) -> Insets:
        """What text keeps clear of: on TV the title-safe area, else 3.5% of the shorter side, 3 mm at least."""
        if self.medium == "tv":
            return Insets(TITLE_SAFE, TITLE_SAFE)
        inset = MARGIN * min(self.width, self.height)
        return self._insets(max(inset, TRIM_SAFE_MM) if self.medium == "print" else inset)

    @property
    def action_safe(self) -> Insets:
        """What all that must be seen keeps clear of: overscan on TV, the cutter's tolerance on a sheet."""
        if self.medium == "tv":
            return Insets(ACTION_SAFE, ACTION_SAFE)
        return self._insets(TRIM_SAFE_MM if self.medium == "print" else 0)

    def _insets(self, inset: float) -> Insets:
        return Insets(inset / self.width, inset / self.height)


class Formats(BaseModel):
    """formats.yaml: the formats, and which of them `naqsh year` makes when none is named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    default: tuple[str, ...]
    formats: tuple[Format, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Formats:
        _refuse_twins(self.formats)
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


class OwnFormats(BaseModel):
    """A workspace's formats.yaml: formats that join the built-in ones or, by id, take their place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    default: tuple[str, ...] | None = None
    formats: tuple[Format, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> OwnFormats:
        _refuse_twins(self.formats)
        return self


def _refuse_twins(formats: Iterable[Format]) -> None:
    for id, number in Counter(each.id for each in formats).items():
        if number > 1:
            raise BadInputValue.of("format “{id}” stands twice", todo="rename or remove one", id=id)


def merged(built_in: Formats, own: OwnFormats) -> Formats:
    """The built-in formats with a workspace's own. Raises BadInput where its default names an unknown one."""
    by_id = dict(built_in.by_id) | {each.id: each for each in own.formats}
    formats = Formats(default=(), formats=tuple(by_id.values()))
    default = built_in.default if own.default is None else own.default
    return Formats(default=tuple(each.id for each in formats.select(default)), formats=formats.formats)


def load(built_in: Path, own: Path | None = None) -> Formats:
    """The formats of a formats.yaml, with those of a workspace's own where it has one.

    Raises BadInput with every mistake of the file and its line.
    """
    formats = yamlfile.load(built_in, Formats)
    if own is None or not own.exists():
        return formats
    try:
        return merged(formats, yamlfile.load(own, OwnFormats, gate.workspace_of(own.parent)))
    except BadInputValue as error:
        raise BadInput(replace(each, place=Place(own)) for each in error.mistakes) from None
