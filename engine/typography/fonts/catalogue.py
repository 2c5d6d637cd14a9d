"""fonts.yaml: which files make which family, and what stands in for names a folder of fonts does not have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator

from engine import gate, yamlfile

CATALOGUE = "fonts.yaml"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FaceEntry(_Strict):
    """One font file; its name alone will do. What is left out is read from the file itself."""

    file: str
    index: int = Field(default=0, ge=0, le=500)  # which font of a collection (.ttc)
    weight: int | None = Field(default=None, ge=1, le=1000)
    style: str | None = Field(default=None, pattern="^(normal|italic|oblique)$")
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class FamilyEntry(_Strict):
    """One family, and where its files came from; a list of its faces or one file name will do."""

    faces: tuple[FaceEntry, ...] = Field(min_length=1, validation_alias=AliasChoices("faces", "files"))
    package: str = ""
    version: str = ""
    licence: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_faces(cls, value: Any) -> Any:
        """Also [a.ttf, b.ttf], a.ttf, and weights as keys: {400: a.ttf, 700: b.ttf}."""
        if isinstance(value, str):
            return {"faces": [value]}
        if isinstance(value, list):
            return {"faces": value}
        if isinstance(value, dict) and value and all(str(key).isdecimal() for key in value):
            return {"faces": [{"file": file, "weight": weight} for weight, file in value.items()]}
        return value


class Catalogue(_Strict):
    """The whole of fonts.yaml. A file without `families` takes the names from the fonts beside it."""

    default: str | None = None
    medium: float = Field(default=12, gt=0, le=1000)
    generic: dict[str, str] = Field(default={}, validation_alias=AliasChoices("generic", "generics"))
    fallback: tuple[str, ...] = ()
    families: dict[str, FamilyEntry] = {}


def read(directory: Path, realm: gate.Realm | None = None) -> Catalogue:
    """The catalogue of a folder of fonts; an empty one where there is no fonts.yaml. Raises BadInput."""
    path = directory / CATALOGUE
    return yamlfile.load(path, Catalogue, realm) if gate.is_there(path) else Catalogue()
