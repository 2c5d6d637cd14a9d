"""Poems: couplets of two half-lines, all of one measure.

`data-poem="columns"` sets the half-lines of a couplet side by side; `data-poem="stepped"` one below the other, the
first at the start of the box, the second at its end. In the text each half-line stands on a line of its own (with
`white-space: pre-line`), or « / » parts the half-lines and « // » the couplets. An empty line ends a couplet too: a
half-line that is left alone stands in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched, pairwise

from engine.typography.blocks import copyfit, leading
from engine.typography.blocks.boxes import Frame
from engine.typography.blocks.justify import Justification, justified
from engine.typography.blocks.leading import Leading
from engine.typography.blocks.margins import hung
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.place.position import Placed, by_span

_COUPLET_END = re.compile(r"//|\n\s*\n")
_HALF_END = re.compile(r"\n|\t|(?<!\S)[/*](?!\S)")
_GAP = 2.0  # em between two columns at least, and the least indent of a step
_WIDEST_GAP = 5.0  # em
_DEEPEST_STEP = 0.4  # of the measure
_BETWEEN_COUPLETS = 0.4  # of the line height, where couplets are stepped

type _Range = tuple[int, int]  # the characters of a half-line
type _Couplet = tuple[_Range, ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where half-lines of one measure stand: the x of their left ends in a box `width` px wide."""

    measure: float
    width: float
    first: float
    second: float
    alone: float


@dataclass(frozen=True, slots=True)
class _Row:
    """Half-lines on one baseline with the x of their left ends; `opens` a couplet."""

    halves: tuple[tuple[SetLine, float], ...]
    opens: bool


def placed(frame: Frame, block: TextBlock) -> Iterator[list[Placed]]:
    """The glyphs of each span of each half-line; all are equally wide, in columns or steps amid the frame."""
    couplets = list(_couplets(block.text))
    if not couplets:
        return
    scaled = block.scaled(_scale(frame, block, couplets))
    rows = list(_rows(scaled, couplets, _shape(scaled, frame.width, _widest(scaled, couplets))))
    room = leading.leading(scaled, [row.halves for row in rows])
    offsets = _offsets(scaled, rows, room)
    y = leading.first_baseline(scaled, room, frame.y, frame.height, offsets[-1])
    x = frame.x - frame.width / 2 if frame.anchored else frame.x  # an anchor stands in the middle
    for row, offset in zip(rows, offsets, strict=True):
        for line, start in row.halves:
            yield from by_span(list(leading.on_baseline(scaled, line, x + start, y + offset)), line.spans)


def _couplets(text: str) -> Iterator[_Couplet]:
    """Pairs of half-lines, and half-lines that stand alone."""
    for start, end in _parts(text, 0, len(text), _COUPLET_END):
        yield from batched(_parts(text, start, end, _HALF_END), 2)


def _parts(text: str, start: int, end: int, between: re.Pattern[str]) -> Iterator[_Range]:
    """What stands between separators, without the white space around it; empty parts are left out."""
    cuts = [start, *(at for match in between.finditer(text, start, end) for at in match.span()), end]
    for first, last in batched(cuts, 2):
        part = text[first:last]
        if part.strip():
            yield first + len(part) - len(part.lstrip()), last - len(part) + len(part.rstrip())


def _stepped(block: TextBlock) -> bool:
    return block.attributes.get("data-poem") == "stepped"


def _widest(block: TextBlock, couplets: Sequence[_Couplet]) -> float:
    return max(hung(block.line(*half)).width for couplet in couplets for half in couplet)


def _scale(frame: Frame, block: TextBlock, couplets: Sequence[_Couplet]) -> float:
    """What `data-fit` allows and the frame holds; half-lines never run into one another, whatever it says."""
    widest, em = _widest(block, couplets), block.style.font.size
    across = frame.width / (widest + _GAP * em if _stepped(block) else 2 * widest + _GAP * em)
    low, high = copyfit.limits(block)
    if frame.height is None:
        return min(across, high)
    rows = list(_rows(block, couplets, _shape(block, frame.width / across, widest)))
    room = leading.leading(block, [row.halves for row in rows])
    down = frame.height / (room.above + _offsets(block, rows, room)[-1] + room.below)
    return min(across, max(min(down, high), low))


def _shape(block: TextBlock, width: float, widest: float) -> _Shape:
    em = block.style.font.size
    if _stepped(block):
        measure = min(widest, width - _GAP * em)
        indent = min(width - measure, measure * _DEEPEST_STEP)
    else:
        measure = min(widest, (width - _GAP * em) / 2)
        indent = measure + min(width - 2 * measure, _WIDEST_GAP * em)
    left = (width - measure - indent) / 2
    first, second = (left + indent, left) if block.base else (left, left + indent)
    return _Shape(measure, width, first, second, left + indent / 2)


def _rows(block: TextBlock, couplets: Sequence[_Couplet], shape: _Shape) -> Iterator[_Row]:
    for couplet in couplets:
        lines = [justified(block, start, end, shape.measure, _how(block)) for start, end in couplet]
        if len(lines) == 1:
            yield _Row(((lines[0], shape.alone),), opens=True)
        elif _stepped(block):
            yield _Row(((lines[0], shape.first),), opens=True)
            yield _Row(((lines[1], shape.second),), opens=False)
        else:
            yield _Row(((lines[0], shape.first), (lines[1], shape.second)), opens=True)


def _how(block: TextBlock) -> Justification:
    asked = block.attributes.get("data-justify", "")
    return Justification(asked) if asked in Justification else Justification.KASHIDA


def _offsets(block: TextBlock, rows: Sequence[_Row], room: Leading) -> list[float]:
    """The y of each row's baseline, from the first one."""
    step = leading.on_grid(block, room.between)
    between = leading.on_grid(block, _BETWEEN_COUPLETS * step) if _stepped(block) else 0.0
    offsets = [0.0]
    for _, row in pairwise(rows):
        offsets.append(offsets[-1] + step + (between if row.opens else 0.0))
    return offsets
