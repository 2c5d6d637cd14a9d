"""HarfBuzz: one run of text in one face → glyphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import uharfbuzz as hb

from engine.typography.fonts.face import Face

_NO_LANGUAGE = "und"  # said outright, or HarfBuzz takes that of the machine's locale
_LONGEST = 500  # characters: longer texts are not remembered

type Direction = Literal["ltr", "rtl", "ttb"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as HarfBuzz gives it, in font units; `cluster` is an index into the run's text."""

    id: int
    cluster: int
    x_advance: int
    y_advance: int
    x_offset: int
    y_offset: int


def shape(
    text: str,
    face: Face,
    *,
    direction: Direction,
    script: str | None = None,
    language: str | None = None,
    features: Mapping[str, int] | None = None,
    start: int = 0,
    end: int | None = None,
) -> tuple[Glyph, ...]:
    """The glyphs of text[start:end], left to right, shaped in the context of the rest of `text`.

    `script` is an ISO 15924 tag, `language` BCP 47. Clusters count from `start`.
    """
    run = (
        text, face, direction, script, language, tuple(sorted(features.items())) if features else (),
        start, len(text) if end is None else end,
    )  # fmt: skip
    return (_remembered if len(text) <= _LONGEST else _shaped)(*run)


def _shaped(
    text: str,
    face: Face,
    direction: Direction,
    script: str | None,
    language: str | None,
    features: tuple[tuple[str, int], ...],
    start: int,
    end: int,
) -> tuple[Glyph, ...]:
    buffer = hb.Buffer()
    buffer.add_str(text, start, end - start)
    buffer.direction = direction
    if script:
        buffer.script = script
    buffer.language = language or _NO_LANGUAGE
    buffer.guess_segment_properties()
    hb.shape(face.hb, buffer, dict(features) if features else None)  # None is quicker than {}
    return tuple(
        Glyph(info.codepoint, info.cluster - start, place.x_advance, place.y_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


# The same words are set in many sizes and formats, and again while a size is sought that fits; glyphs in font
# units are the same for all.
_remembered = lru_cache(8192)(_shaped)
