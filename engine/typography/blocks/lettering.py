"""Lettering: a short title stacked in a few lines, as large as its box allows, tight and free of collisions.

Each line has a size of its own: `data-line-sizes="0.6 1"` gives them in proportion to one another; without it
every line is brought to the width of the widest, within limits. Lines come as near as their ink allows, and
shift a little sideways where that lets one nest in the hollows of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from engine.typography.blocks import leading
from engine.typography.blocks.boxes import Frame
from engine.typography.blocks.textblock import TextBlock
from engine.typography.fonts.library import FontLibrary
from engine.typography.ink.profile import Ink, apart
from engine.typography.place.position import Placed
from engine.typography.runs.chars import Span
from engine.typography.styles.style import FontStyle, Shift

CLEARANCE = 0.075  # of the font size: what ink keeps from the ink of another line
CLEARANCE_HANGING = 0.1  # the same in Nastaliq, whose tails hang down
LARGEST_GROWTH = 1.7  # of a short line that is brought to the width of the widest
SHIFTS = (0.0, -0.05, 0.05, -0.1, 0.1, -0.15, 0.15)  # of the wider line's width, tried for nesting
SHIFT_COST = 0.55  # height in px that a shift of 1 px must save to be worth it
_SHARE = {"start": 1.0, "right": 1.0, "justify": 0.5, "center": 0.5, "end": 0.0, "left": 0.0}  # right to left


type _Range = tuple[int, int]  # the characters of a line


@dataclass(frozen=True, slots=True)
class _Row:
    """A line at its own size: `origin` is where its baseline begins."""

    words: _Range
    size: float
    ink: Ink
    origin: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Title:
    """What decides how a title is stacked. Its paint does not: a title and its shadows share one arrangement."""

    text: str
    frame: Frame
    fonts: FontLibrary
    set_in: tuple[tuple[int, int, FontStyle, tuple[Shift, ...], float, float], ...]
    align: str
    base: int
    asked: tuple[str, ...]
    block: TextBlock = field(compare=False)


type _Place = tuple[_Range, float, float, float]  # a line, its size, where its baseline begins


def stacked(frame: Frame, block: TextBlock) -> Iterator[list[Placed]]:
    """The glyphs of each line of a title, filling the frame; with data-fit="shrink" never larger than its size."""
    title = _Title(
        block.text,
        frame,
        block.fonts,
        tuple(_set_in(span) for span in block.spans),
        block.style.align,
        block.base,
        tuple(block.attributes.get(f"data-{name}", "") for name in ("fit", "valign", "line-sizes")),
        block,
    )
    for words, size, x, y in _arranged(title):
        yield _set(block, words, size, x, y)


def _set_in(span: Span) -> tuple[int, int, FontStyle, tuple[Shift, ...], float, float]:
    """What of a span's style moves its glyphs."""
    style = span.style
    return span.start, span.end, style.font, style.shifts, style.letter_spacing, style.word_spacing


@lru_cache(64)
def _arranged(title: _Title) -> tuple[_Place, ...]:
    frame, block = title.frame, title.block
    rows = _stack(block)
    if not rows:
        return ()
    left, top, right, bottom = Ink.together([row.ink.moved(*row.origin) for row in rows]).box
    width, height = right - left, bottom - top
    scale = min(frame.width / width, (frame.height or height * frame.width / width) / height)
    if block.attributes.get("data-fit") != "grow":
        scale = min(scale, 1.0)
    spare_x, spare_y = frame.width - width * scale, (frame.height or height * scale) - height * scale
    x = frame.x + spare_x * _across(block) - left * scale
    y = frame.y + spare_y * _down(block) - top * scale
    return tuple((row.words, row.size * scale, x + row.origin[0] * scale, y + row.origin[1] * scale) for row in rows)


def _stack(block: TextBlock) -> list[_Row]:
    """The lines one below the other, at their relative sizes; the first baseline is at 0."""
    share, hanging = _across(block), leading.hangs(block)
    rows: list[_Row] = []
    for row in _rows(block):
        left, _, right, _ = row.ink.box
        x, y = -(left + (right - left) * share), 0.0
        if rows:
            above = Ink.together([each.ink.moved(*each.origin) for each in rows])
            largest = max(each.size for each in (*rows, row))  # a small line keeps off a large one
            clearance = block.style.font.size * largest * (CLEARANCE_HANGING if hanging else CLEARANCE)
            x, y = _nested(above, row.ink, x, clearance, free=share == 0.5)
        rows.append(replace(row, origin=(x, y)))
    return rows


def _nested(above: Ink, ink: Ink, start: float, clearance: float, *, free: bool) -> tuple[float, float]:
    """Where the next line stands: straight below, or shifted where that brings it much nearer."""
    width = max(each.box[2] - each.box[0] for each in (above, ink))
    found = []
    for shift in SHIFTS if free else SHIFTS[:1]:
        x = start + shift * width
        y = apart(above, ink.moved(x, 0), clearance)
        found.append((y + SHIFT_COST * abs(shift) * width, x, y))
    _, x, y = min(found)
    return x, y


def _rows(block: TextBlock) -> list[_Row]:
    """The lines that have ink, each at its size, all at the origin."""
    rows = [_Row(words, 1.0, Ink.of(_set(block, words, 1.0))) for words in _ranges(block.text)]
    rows = [row for row in rows if row.ink]
    return [_Row(row.words, size, row.ink.scaled(size)) for row, size in zip(rows, _sizes(block, rows), strict=True)]


def _sizes(block: TextBlock, rows: Sequence[_Row]) -> list[float]:
    """The size of each line, as a factor of the block's."""
    wanted = [float(part) for part in block.attributes.get("data-line-sizes", "").split() if _is_size(part)]
    if len(wanted) == len(rows):
        return wanted
    widths = [row.ink.box[2] - row.ink.box[0] for row in rows]
    return [min(max(widths) / width, LARGEST_GROWTH) for width in widths]


def _ranges(text: str) -> Iterator[_Range]:
    """The lines as they were written, without the space around them."""
    start = 0
    for line in text.split("\n"):
        lead = len(line) - len(line.lstrip())
        yield start + lead, start + len(line.rstrip())
        start += len(line) + 1


def _set(block: TextBlock, words: _Range, size: float, x: float = 0.0, y: float = 0.0) -> list[Placed]:
    """A line in `size` times the block's, its baseline beginning at x, y."""
    scaled = block.scaled(size)
    return list(leading.on_baseline(scaled, scaled.line(*words, ends_paragraph=True), x, y))


def _across(block: TextBlock) -> float:
    """The share of the spare width that goes to the left of a line."""
    share = _SHARE[block.style.align]
    return share if block.base else 1 - share


def _down(block: TextBlock) -> float:
    return {"top": 0.0, "bottom": 1.0}.get(block.attributes.get("data-valign", ""), 0.5)


def _is_size(text: str) -> bool:
    try:
        return 0.05 <= float(text) <= 20
    except ValueError:
        return False
