"""Lettering: a short title stacked in a few lines, as large as its box allows, tight and free of collisions.

Each line has a size of its own: `data-line-sizes="0.6 1"` gives them in proportion to one another; without it
every line is brought to the width of the widest, within limits. Lines come as near as their ink allows, and
shift a little sideways where that lets one nest in the hollows of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.typography.boxes import Frame
from engine.typography.ink import Ink, drop
from engine.typography.matrix import translation
from engine.typography.position import Placed
from engine.typography.textblock import SetLine, TextBlock

CLEARANCE = 0.075  # of the font size: what ink keeps from the ink of another line
LARGEST_GROWTH = 1.7  # of a short line that is brought to the width of the widest
SHIFTS = (0.0, -0.05, 0.05, -0.1, 0.1, -0.15, 0.15)  # of the wider line's width, tried for nesting
SHIFT_COST = 0.55  # height in px that a shift of 1 px must save to be worth it
_SHARE = {"start": 1.0, "right": 1.0, "justify": 0.5, "center": 0.5, "end": 0.0, "left": 0.0}  # right to left


@dataclass(frozen=True, slots=True)
class _Row:
    """A line at its own size: `origin` is where its baseline begins."""

    line: SetLine
    ink: Ink
    origin: tuple[float, float] = (0.0, 0.0)


def stacked(frame: Frame, block: TextBlock) -> Iterator[list[Placed]]:
    """The glyphs of each line of a title, filling the frame; with data-fit="shrink" never larger than its size."""
    sizes = _sizes(block)
    rows = _stack(block, sizes)
    if not rows:
        return
    left, top, right, bottom = _box(rows)
    width, height = right - left, bottom - top
    scale = min(frame.width / width, (frame.height or height * frame.width / width) / height)
    if block.attributes.get("data-fit") != "grow":
        scale = min(scale, 1.0)
    spare_x, spare_y = frame.width - width * scale, (frame.height or height * scale) - height * scale
    x = frame.x + spare_x * _across(block) - left * scale
    y = frame.y + spare_y * _down(block) - top * scale
    for row, size in zip(rows, sizes, strict=True):
        line = _lines(block.scaled(size * scale))[rows.index(row)]
        yield _placed(line, x + row.origin[0] * scale, y + row.origin[1] * scale)


def _stack(block: TextBlock, sizes: Sequence[float]) -> list[_Row]:
    """The lines one below the other, at their relative sizes; the first baseline begins near the origin."""
    share = _across(block)
    rows: list[_Row] = []
    above: Ink | None = None
    for number, size in enumerate(sizes):
        line = _lines(block.scaled(size))[number]
        ink = Ink.of(_placed(line, 0, 0))
        left, _, right, _ = ink.box
        start = -(left + (right - left) * share)
        x, y = start, 0.0
        if above is not None:
            x, y = _nested(above, ink, start, block.style.font.size * size * CLEARANCE, free=share == 0.5)
        rows.append(_Row(line, ink, (x, y)))
        placed = ink.moved(x, y)
        above = placed if above is None else above.joined(placed)
    return rows


def _nested(above: Ink, ink: Ink, start: float, clearance: float, *, free: bool) -> tuple[float, float]:
    """Where the next line stands: straight below, or shifted where that brings it much nearer."""
    width = max(each.box[2] - each.box[0] for each in (above, ink))
    found = []
    for shift in SHIFTS if free else SHIFTS[:1]:
        x = start + shift * width
        y = drop(above, ink.moved(x, 0), clearance)
        found.append((y + SHIFT_COST * abs(shift) * width, x, y))
    _, x, y = min(found)
    return x, y


def _sizes(block: TextBlock) -> list[float]:
    """The size of each line, as a factor of the block's."""
    lines = _lines(block)
    wanted = [float(part) for part in block.attributes.get("data-line-sizes", "").split() if _is_size(part)]
    if len(wanted) == len(lines):
        return wanted
    inks = [Ink.of(_placed(line, 0, 0)) for line in lines]
    widths = [ink.box[2] - ink.box[0] for ink in inks]
    return [min(max(widths) / width, LARGEST_GROWTH) for width in widths]


def _lines(block: TextBlock) -> list[SetLine]:
    """The lines as they were written; empty ones are left out."""
    found, start = [], 0
    for text in block.text.split("\n"):
        end = start + len(text)
        if text.strip():
            lead = len(text) - len(text.lstrip())
            found.append(block.line(start + lead, end, ends_paragraph=True))
        start = end + 1
    return [line for line in found if Ink.of(_placed(line, 0, 0))]


def _placed(line: SetLine, x: float, y: float) -> list[Placed]:
    placed = []
    for cluster in line.clusters:
        matrix = translation(x, y)
        placed.append(Placed(cluster, matrix, matrix))
        x += cluster.advance
    return placed


def _box(rows: Sequence[_Row]) -> tuple[float, float, float, float]:
    ink = Ink.of(())
    for row in rows:
        ink = ink.joined(row.ink.moved(*row.origin))
    return ink.box


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
