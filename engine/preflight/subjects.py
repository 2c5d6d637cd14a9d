"""What there is to check: pieces, which have to be filled first, and SVG files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.briefs.brief import Brief
from engine.briefs.occasion import OccasionBrief
from engine.formats import Format

type Pick = Callable[..., Any]  # min or max

WORDS = ("title", "message", "weekday", "date", "hijri_date", "gregorian_date")


@dataclass(frozen=True, slots=True)
class PieceSubject:
    """A brief on a template in a format."""

    name: str
    brief: Brief
    template: str
    format: Format


@dataclass(frozen=True, slots=True)
class FileSubject:
    """An SVG, with text or with outlines. Without a format it is taken for a picture on a screen."""

    path: Path
    format: Format | None

    @property
    def name(self) -> str:
        return str(self.path)


type Subject = PieceSubject | FileSubject


def of_template(
    template: str, sample: OccasionBrief, briefs: Sequence[OccasionBrief], formats: Sequence[Format]
) -> Iterator[PieceSubject]:
    """A template in every format, with the sample, and with the shortest and the longest words that any brief has."""
    data = {"sample": sample, "shortest": _with_words(sample, briefs, min), "longest": _with_words(sample, briefs, max)}
    for name, brief in data.items():
        for format in formats:
            yield PieceSubject(f"{template}/{name}/{format.id}", brief, template, format)


def _with_words(sample: OccasionBrief, briefs: Sequence[OccasionBrief], pick: Pick) -> OccasionBrief:
    lettering = pick(briefs, key=lambda brief: len(brief.lettering))
    words = {name: pick((getattr(each, name) for each in briefs), key=len) for name in WORDS}
    return sample.model_copy(update={**words, "lettering": lettering.lettering, "line_sizes": lettering.line_sizes})
