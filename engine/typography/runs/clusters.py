"""Runs → clusters: shaped, with fallback to other faces, in visual order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from engine.typography.fonts.face import Face
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs import itemise
from engine.typography.runs.chars import Span
from engine.typography.runs.itemise import Run
from engine.typography.runs.shape import Glyph, shape
from engine.typography.styles.style import Style
from engine.typography.unicode import bidi
from engine.typography.unicode.scripts import CURSIVE, ignorable, script

_CAPS = {
    "small-caps": ("smcp",),
    "all-small-caps": ("c2sc", "smcp"),
    "petite-caps": ("pcap",),
    "all-petite-caps": ("c2pc", "pcap"),
    "unicase": ("unic",),
    "titling-caps": ("titl",),
}
_REACH = 4  # characters of a neighbour that may kern with those of a run
_LIGATURES = ("liga", "clig", "dlig", "hlig", "calt")


class MissingGlyphs(Exception):
    """Characters that no font has."""

    def __init__(self, characters: Sequence[str]) -> None:
        self.characters = tuple(characters)


@dataclass(slots=True)
class Cluster:
    """Characters that are drawn together: `start` to `end` of the line's text. Lengths in px, glyphs in font units."""

    start: int
    end: int
    character: str  # the first one
    level: int
    face: Face
    size: float
    glyphs: tuple[Glyph, ...]
    width: float  # its own extent along the line
    advance: float  # with spacing
    style: Style
    upright: bool = False  # in vertical text
    stretch: float = 1  # of its glyphs along the line: lengthAdjust

    @property
    def glyph_width(self) -> float:
        """Of the glyphs side by side."""
        return sum(glyph.x_advance for glyph in self.glyphs) * self.scale

    @property
    def scale(self) -> float:
        """px per font unit"""
        return self.size / self.face.units_per_em

    @property
    def ascent(self) -> float:
        return self.face.metrics.ascent * self.scale

    @property
    def descent(self) -> float:
        """Negative below the baseline."""
        return self.face.metrics.descent * self.scale

    @property
    def cursive(self) -> bool:
        """Whether it belongs to a script whose letters join."""
        return script(self.character) in CURSIVE


def clusters(text: str, spans: Sequence[Span], levels: Sequence[int], fonts: FontLibrary) -> list[Cluster]:
    """The clusters of one line in visual order, left to right. Raises MissingGlyphs."""
    runs = list(itemise.runs(text, spans, levels, fonts))
    styles = [span.style for span in spans for _ in range(span.start, span.end)]
    shaped: list[list[Cluster]] = []
    missing: list[str] = []
    for number, run in enumerate(runs):
        try:
            parts = _shaped(run, _neighbourhood(runs, number), fonts)
            shaped.append([cluster for part, glyphs in parts for cluster in _cut(part, glyphs, styles)])
        except MissingGlyphs as error:
            missing += error.characters
    if missing:
        raise MissingGlyphs(dict.fromkeys(missing))  # type: ignore[arg-type]
    order = bidi.visual_order([run.level for run in runs])
    return [cluster for index in order for cluster in shaped[index]]


def _neighbourhood(runs: Sequence[Run], number: int) -> tuple[int, int]:
    """The characters that a run is shaped with: some of its neighbours', where only the font changes."""
    run = runs[number]
    start, end = run.start, run.end
    if number and _goes_on(runs[number - 1], run):
        start = max(runs[number - 1].start, start - _REACH)
    if number + 1 < len(runs) and _goes_on(run, runs[number + 1]):
        end = min(runs[number + 1].end, end + _REACH)
    return start, end


def _goes_on(one: Run, other: Run) -> bool:
    return (one.level, one.script, one.upright) == (other.level, other.script, other.upright)


def _shaped(run: Run, around: tuple[int, int], fonts: FontLibrary) -> list[tuple[Run, tuple[Glyph, ...]]]:
    """The run, or its parts in several faces, in visual order, with their glyphs."""
    glyphs = _with_neighbours(run, *around) or _glyphs(run)
    if all(glyph.id for glyph in glyphs):
        return [(run, glyphs)]
    faces = [run.face] * (run.end - run.start)
    for start, end in _unknown(run, glyphs):
        faces[start:end] = _substitutes(run, start, end, fonts)
    parts = list(_parts(run, faces))
    shaped = [(part, _glyphs(part)) for part in parts]
    return shaped[::-1] if run.level % 2 else shaped


def _with_neighbours(run: Run, start: int, end: int) -> tuple[Glyph, ...]:
    """The run's glyphs, kerned as if its neighbours were in its own font, as in usvg; none where a ligature crosses."""
    if (start, end) == (run.start, run.end):
        return ()
    glyphs = _glyphs(replace(run, start=start, end=end))
    first, last = run.start - start, run.end - start
    if {first, last} - {glyph.cluster for glyph in glyphs} - {end - start}:
        return ()
    return tuple(replace(glyph, cluster=glyph.cluster - first) for glyph in glyphs if first <= glyph.cluster < last)


def _glyphs(run: Run) -> tuple[Glyph, ...]:
    return shape(
        run.text,
        run.face,
        direction=run.direction,
        script=run.script,
        language=run.style.font.language or None,
        features=_features(run),
        start=run.start,
        end=run.end,
    )


def _features(run: Run) -> dict[str, int] | None:
    font = run.style.font
    features: dict[str, int] = {}
    if run.style.letter_spacing and run.script not in CURSIVE:
        features |= dict.fromkeys(_LIGATURES, 0)
    if run.upright:
        features["vert"] = 1
    if not font.kerning:
        features["kern"] = 0
    features |= dict.fromkeys(_CAPS.get(font.small_caps, ()), 1)
    features |= dict(font.features)
    return features or None


def _unknown(run: Run, glyphs: Sequence[Glyph]) -> Iterator[tuple[int, int]]:
    """Where in the run its face has no glyph for something that is drawn."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], run.end - run.start], strict=True))
    for start in sorted({glyph.cluster for glyph in glyphs if not glyph.id}):
        yield start, ends[start]


def _substitutes(run: Run, start: int, end: int, fonts: FontLibrary) -> list[Face]:
    """A face for each character of a cluster: one for all of it if there is one."""
    text = run.text[run.start + start : run.start + end]
    drawn = "".join(character for character in text if not ignorable(character))
    whole = fonts.fallback(drawn, run.face)
    if whole:
        return [itemise.instance(whole, run.style.font)] * (end - start)
    faces: list[Face] = []
    missing: list[str] = []
    for character in text:
        face = run.face if ignorable(character) else fonts.fallback(character, run.face)
        if face is None:
            missing.append(character)
        else:
            faces.append(itemise.instance(face, run.style.font))
    if missing:
        raise MissingGlyphs(missing)
    return faces


def _parts(run: Run, faces: Sequence[Face]) -> Iterator[Run]:
    at = run.start
    for face, group in groupby(faces):
        end = at + len(list(group))
        font = run.style.font
        size = run.size * itemise.size_in(face, font) / itemise.size_in(run.face, font) if font.adjust else run.size
        yield replace(run, start=at, end=end, face=face, size=size)
        at = end


def _cut(run: Run, glyphs: Sequence[Glyph], styles: Sequence[Style]) -> Iterator[Cluster]:
    """The run's clusters, left to right."""
    groups = [(start, tuple(group)) for start, group in groupby(glyphs, key=lambda glyph: glyph.cluster)]
    starts = sorted(start for start, _ in groups)
    ends = dict(zip(starts, [*starts[1:], run.end - run.start], strict=True))
    scale = run.size / run.face.units_per_em
    for first, members in groups:
        start = run.start + first
        extent = _height(run, members) if run.upright else sum(glyph.x_advance for glyph in members)
        width = extent * scale
        yield Cluster(
            start, run.start + ends[first], run.text[start], run.level, run.face, run.size, members,
            width, width, styles[start], run.upright,
        )  # fmt: skip


def _height(run: Run, glyphs: Sequence[Glyph]) -> float:
    """How much of a vertical line upright glyphs take, in font units.

    Faces made for vertical text say so. Others are set solid where they mix with turned text, as usvg does, and
    by ascent and descent where all stands upright.
    """
    if run.face.has_vertical_metrics or run.style.orientation == "upright":
        return float(-sum(run.face.hb.get_glyph_v_advance(glyph.id) for glyph in glyphs if glyph.x_advance))
    return float(sum(glyph.x_advance for glyph in glyphs))
