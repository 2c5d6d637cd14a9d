"""A line of text → runs of one direction, script, font and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from engine.typography.fonts.face import Face
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.chars import Span
from engine.typography.styles.style import Embedding, FontStyle, Style
from engine.typography.unicode import bidi
from engine.typography.unicode.scripts import COMMON, script, script_of_language
from engine.typography.unicode.upright import stands

_CAPS_FEATURE = {
    "small-caps": "smcp",
    "all-small-caps": "c2sc",
    "petite-caps": "pcap",
    "all-petite-caps": "c2pc",
}
SMALL_CAPS = 0.7  # size of synthesised small capitals, as in browsers
_ITALIC_SLANT = -14.0  # degrees: CSS's `oblique`


@dataclass(frozen=True, slots=True)
class Run:
    """The characters start to end of `text`, shaped in one go at `size` px."""

    text: str
    start: int
    end: int
    level: int
    script: str
    style: Style
    face: Face
    size: float
    upright: bool = False  # in vertical text

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        return "rtl" if self.level % 2 else "ltr"


def levels(text: str, spans: Sequence[Span], block: Style) -> list[int]:
    """Embedding levels (UAX #9) of the text of a block: the `unicode-bidi` of its elements counts."""
    base: bidi.Level | None = 1 if block.direction == "rtl" else 0
    if block.unicode_bidi == "plaintext":
        base = None
    if not any(span.style.embeddings for span in spans):
        return list(_levels(text, base))
    marked, kept = _with_controls(text, spans)
    found = _levels(marked, base)
    return [found[index] for index in kept]


@lru_cache(256)
def _levels(text: str, base: bidi.Level | None) -> tuple[int, ...]:
    return tuple(bidi.levels(text, base))


def base_level(text: str, block: Style) -> bidi.Level:
    """The level of the block itself."""
    if block.unicode_bidi == "plaintext":
        return bidi.paragraph_level(text)
    return 1 if block.direction == "rtl" else 0


def runs(text: str, spans: Sequence[Span], levels: Sequence[int], fonts: FontLibrary) -> Iterator[Run]:
    """The runs in logical order, each in the face its style asks for."""
    scripts = _scripts(text, spans[0].style.font.language if spans else "")
    for span in _shaping_spans(spans):
        face = face_of(span.style.font, fonts)
        small = _synthesised_capitals(text, span, face)
        shown = text if small is None else text[: span.start] + small.upper + text[span.end :]
        for (level, tag, lowered, upright), group in groupby(
            range(span.start, span.end),
            key=lambda at: (
                levels[at],
                scripts[at],
                small is not None and small.lowered[at - span.start],
                stands(text[at], span.style),
            ),
        ):
            members = list(group)
            size = size_in(face, span.style.font) * (SMALL_CAPS if lowered else 1)
            yield Run(shown, members[0], members[-1] + 1, level, tag, span.style, face, size, upright)


def face_of(font: FontStyle, fonts: FontLibrary) -> Face:
    """The face CSS picks, at the axis values CSS asks for."""
    return instance(fonts.match(font.families, font.weight, font.style, font.stretch), font)


def size_in(face: Face, font: FontStyle) -> float:
    """The size in px that a face is set in: `font-size-adjust` gives an x of every face the same height."""
    x_height = face.metrics.x_height / face.units_per_em
    return font.size * font.adjust / x_height if font.adjust and x_height > 0 else font.size


def instance(face: Face, font: FontStyle) -> Face:
    """A variable face at this style's weight, width, slant, optical size and settings."""
    if not face.axes:
        return face
    wanted: dict[str, float] = {"wght": font.weight, "wdth": font.stretch}
    if font.style != "normal":
        wanted |= {"ital": 1, "slnt": _ITALIC_SLANT}
    if font.optical_sizing:
        wanted["opsz"] = font.size
    return face.at(wanted | dict(font.variations))


def _with_controls(text: str, spans: Sequence[Span]) -> tuple[str, list[int]]:
    """The text with bidi controls put in, and where its own characters then stand."""
    parts: list[str] = []
    kept: list[int] = []
    count = 0
    open_now: tuple[Embedding, ...] = ()
    for span in spans:
        wanted = span.style.embeddings
        shared = 0
        while shared < min(len(open_now), len(wanted)) and open_now[shared] is wanted[shared]:
            shared += 1
        controls = "".join(embedding.closing for embedding in reversed(open_now[shared:]))
        controls += "".join(embedding.opening for embedding in wanted[shared:])
        open_now = wanted
        parts += (controls, text[span.start : span.end])
        count += len(controls)
        kept.extend(range(count, count + span.end - span.start))
        count += span.end - span.start
    return "".join(parts), kept


def _shaping_spans(spans: Sequence[Span]) -> Iterator[Span]:
    """Neighbours joined where only their paint differs: shaping goes across them."""
    for _, group in groupby(spans, key=lambda span: (span.style.font, bool(span.style.letter_spacing))):
        members = list(group)
        yield Span(members[0].start, members[-1].end, members[0].style)


def _scripts(text: str, language: str) -> list[str]:
    """Common characters take the script before them, at the start the one after; brackets that close, of those that
    open (UAX #24 §5.2)."""
    found = [script(character) for character in text]
    current = next((tag for tag in found if tag != COMMON), script_of_language(language))
    waiting: list[tuple[str, str]] = []  # what will close the brackets that are open, and their script
    for index, (character, tag) in enumerate(zip(text, found, strict=True)):
        if tag != COMMON:
            current = tag
            continue
        if character in bidi.CLOSING_OF and len(waiting) < bidi.MAX_OPEN_BRACKETS:
            waiting.append((bidi.CLOSING_OF[character], current))
        elif any(closing == character for closing, _ in waiting):
            while waiting[-1][0] != character:
                waiting.pop()
            current = waiting.pop()[1]
        found[index] = current
    return found


def synthesises_capitals(font: FontStyle, face: Face) -> bool:
    """Whether small capitals are asked for that the face does not have."""
    feature = _CAPS_FEATURE.get(font.small_caps)
    return feature is not None and feature not in face.features


@dataclass(frozen=True, slots=True)
class _Capitals:
    upper: str
    lowered: list[bool]


def _synthesised_capitals(text: str, span: Span, face: Face) -> _Capitals | None:
    """Capitals for the small letters of a span, where its face has no small capitals of its own."""
    if not synthesises_capitals(span.style.font, face):
        return None
    everything = span.style.font.small_caps.startswith("all-")
    part = text[span.start : span.end]
    upper = "".join(c.upper() if len(c.upper()) == 1 else c for c in part)
    lowered = [new != old or (everything and old.isupper()) for old, new in zip(part, upper, strict=True)]
    return _Capitals(upper, lowered)
