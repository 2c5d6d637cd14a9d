"""fonts.yaml: which files make which family, and what stands in for names a folder of fonts does not have."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from engine import yamlfile

CATALOGUE = "fonts.yaml"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FaceEntry(_Strict):
    """One font file. What is left out is read from the file itself."""

    file: str
    index: int = 0  # which font of a collection (.ttc)
    weight: int | None = Field(default=None, ge=1, le=1000)
    style: str | None = Field(default=None, pattern="^(normal|italic|oblique)$")
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")


class FamilyEntry(_Strict):
    """One family, and where its files came from."""

    faces: tuple[FaceEntry, ...] = Field(min_length=1)
    package: str = ""
    version: str = ""
    licence: str = ""


class Catalogue(_Strict):
    """The whole of fonts.yaml. A file without `families` takes the names from the fonts beside it."""

    default: str | None = None
    medium: float = Field(default=12, gt=0)
    generic: dict[str, str] = {}
    fallback: tuple[str, ...] = ()
    families: dict[str, FamilyEntry] = {}


def read(directory: Path) -> Catalogue:
    """The catalogue of a folder of fonts; an empty one where there is no fonts.yaml. Raises BadInput."""
    path = directory / CATALOGUE
    return yamlfile.load(path, Catalogue) if path.exists() else Catalogue()
