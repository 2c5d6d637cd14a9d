"""What an output folder holds, and a digest of what each file was made from: `manifest.json`.

The manifest knows no clock and no machine path, and its order does not depend on the order of the runs:
the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine import gate

type Scale = Literal["1:1", "1:10"]

MANIFEST = "manifest.json"
NAME = r"^[\w-][\w.-]*$"
INSIDE = r"^[\w-][\w.-]*(/[\w-][\w.-]*)*$"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Subject(_Record):
    """What the pieces of one brief have in common: the words a gallery shows, in Persian."""

    key: str = Field(pattern=NAME)
    id: str
    title: str
    tone: str
    weekday: str
    date: str
    hijri_date: str
    gregorian_date: str
    days: int
    holiday: bool
    provisional: bool
    warnings: tuple[str, ...]
    caption: str
    alt: str

    @property
    def caption_path(self) -> str:
        """Where the caption stands as text, below the folder of the manifest."""
        return f"captions/{self.key}.txt"


class MadeFile(_Record):
    """A finished file: path below the folder of the manifest, size in bytes, and its scale where not 1:1."""

    path: str = Field(pattern=INSIDE)  # files are deleted by it: it must never lead out of the folder
    size: int
    scale: Scale = "1:1"


class Finding(_Record):
    """Something preflight noticed about a piece, in English and in Persian.

    `element` is the id or the first words of what is wrong, `box` its x, y, width, height in the artwork's user units.
    `what`, `todo` and `values` are the message that both texts come from.
    """

    level: Literal["error", "warning", "note"]
    text: str
    text_fa: str = ""
    element: str = ""
    box: tuple[float, float, float, float] | None = None
    what: str = ""
    todo: str = ""
    values: Mapping[str, str] = {}


class MadePiece(_Record):
    """A finished piece. `digest` is of everything its files were made from.

    `outdated`: something of that has changed since, and no run was asked for its format.
    """

    key: str
    format: str
    template: str
    digest: str
    files: tuple[MadeFile, ...]
    preview: MadeFile
    findings: tuple[Finding, ...] = ()
    outdated: bool = False

    @property
    def id(self) -> str:
        return f"{self.key}/{self.format}"

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """The findings that say what could be better in this very piece, and not what is true of a whole run."""
        return tuple(finding for finding in self.findings if finding.level != "note")

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the piece, its preview included."""
        return (*(file.path for file in self.files), self.preview.path)

    def is_whole(self, folder: Path) -> bool:
        """Whether all its files are there, with the sizes they were written with."""
        return all(_size(folder / file.path) == file.size for file in (*self.files, self.preview))


class FailedPiece(_Record):
    """A piece that could not be made, and why, a sentence each in English and in Persian."""

    key: str
    format: str
    why: tuple[str, ...]
    why_fa: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.key}/{self.format}"


class Manifest(_Record):
    """The state of an output folder."""

    version: Literal[1] = 1
    subjects: tuple[Subject, ...] = ()
    pieces: tuple[MadePiece, ...] = ()
    failures: tuple[FailedPiece, ...] = ()

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The manifest of `folder`. One that can't be understood counts as none: its pieces are made again."""
        try:
            return cls.model_validate_json(gate.read(folder / MANIFEST, gate.RECORD, gate.below(folder)))
        except (OSError, ValidationError):
            return cls()

    def merged(
        self,
        *,
        subjects: Iterable[Subject] = (),
        pieces: Iterable[MadePiece] = (),
        failures: Iterable[FailedPiece] = (),
    ) -> Self:
        """With these taking the place of those of the same name; a piece made is no failure any more."""
        made = {piece.id: piece for piece in pieces}
        failed = {each.id: each for each in self.failures if each.id not in made}
        failed |= {each.id: each for each in failures}
        return self.model_copy(
            update={
                "subjects": _sorted({each.key: each for each in (*self.subjects, *subjects)}),
                "pieces": _sorted({each.id: each for each in self.pieces} | made),
                "failures": _sorted(failed),
            }
        )

    def without(self, pieces: Collection[str]) -> Self:
        """Without the pieces of these ids."""
        return self.model_copy(update={"pieces": tuple(each for each in self.pieces if each.id not in pieces)})

    def with_outdated(self, pieces: Collection[str]) -> Self:
        """With the pieces of these ids marked as outdated, and no others."""
        marked = (each.model_copy(update={"outdated": each.id in pieces}) for each in self.pieces)
        return self.model_copy(update={"pieces": tuple(marked)})

    def limited_to(self, keys: Iterable[str]) -> Self:
        """With the subjects of these keys only, and their pieces."""
        kept = frozenset(keys)
        return self.model_copy(
            update={
                "subjects": tuple(each for each in self.subjects if each.key in kept),
                "pieces": tuple(each for each in self.pieces if each.key in kept),
                "failures": tuple(each for each in self.failures if each.key in kept),
            }
        )

    @property
    def paths(self) -> frozenset[str]:
        """Every file of every piece, and the captions."""
        pictures = {path for piece in self.pieces for path in piece.paths}
        return frozenset(pictures | {subject.caption_path for subject in self.subjects})

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.model_dump_json(indent=1).encode() + b"\n"


def _sorted[T](records: dict[str, T]) -> tuple[T, ...]:
    return tuple(records[name] for name in sorted(records))


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
