"""Text in a shape that is no rectangle: poured in line by line, each as wide as the shape is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.typography.blocks import copyfit, leading, paragraph
from engine.typography.blocks.boxes import share_before
from engine.typography.blocks.justify import Justification, justified
from engine.typography.blocks.leading import Leading
from engine.typography.blocks.paragraph import Ruler
from engine.typography.blocks.regions import Interval, Region
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.place.position import Placed, by_span
from engine.typography.unicode.linebreak import Break, BreakKind

_SEARCH_STEP = 0.125  # of the line's distance: how finely the first place for a line is looked for
_CENTRINGS = 3  # each moves the lines to where the shape is of another width
_STEPS = 10  # of the search for a size


@dataclass(frozen=True, slots=True)
class _Slot:
    """The characters start to end on a line of this interval."""

    start: int
    end: int
    interval: Interval
    baseline: float
    ends_paragraph: bool


@dataclass(frozen=True, slots=True)
class _Poured:
    """The slots in reading order; `whole` if all text is inside, with so many px left above and below it."""

    slots: tuple[_Slot, ...]
    whole: bool
    above: float
    below: float


def placed(region: Region, block: TextBlock) -> Iterator[list[Placed]]:
    """The glyphs of each span of each line. What does not fit goes on below the last shape."""
    scaled = block.scaled(_scale(region, block))
    room = leading.leading(scaled, [])
    poured = _aligned(region, scaled, room)
    if leading.hangs(scaled):
        room = room.at_least(leading.leading(scaled, _rows(scaled, poured)))
        poured = _aligned(region, scaled, room)
    for slot in poured.slots:
        line, x = _set(scaled, slot)
        yield from by_span(list(leading.on_baseline(scaled, line, x, slot.baseline)), line.spans)


def _scale(region: Region, block: TextBlock) -> float:
    """The greatest that `data-fit` allows at which all text is inside; the least where it is inside at none."""
    low, high = copyfit.limits(block)
    if low == high:
        return low
    ruler, room, most = Ruler(block), leading.leading(block, []), copyfit.most_lines(block)

    def holds(scale: float) -> bool:
        poured = _poured(region, block, ruler, _scaled(room, scale), scale, 0.0)
        return poured.whole and len({slot.baseline for slot in poured.slots}) <= most

    if holds(high):
        return high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _scaled(room: Leading, factor: float) -> Leading:
    return Leading(room.above * factor, room.between * factor, room.below * factor)


def _aligned(region: Region, block: TextBlock, room: Leading) -> _Poured:
    """Poured from the top; moved down by `data-valign`, where all of it is inside there too."""
    ruler, share = Ruler(block), leading.share_above(block)
    poured = _poured(region, block, ruler, room, 1.0, 0.0)
    for _ in range(_CENTRINGS if share and len(region.insides) == 1 and poured.whole else 0):
        moved = _poured(region, block, ruler, room, 1.0, (poured.above + poured.below) * share)
        if not moved.whole:
            break
        poured = moved
    return poured


def _poured(region: Region, block: TextBlock, ruler: Ruler, room: Leading, scale: float, lowered: float) -> _Poured:
    """The text of a ruler at a scale; the first line starts `lowered` px under where it could."""
    pen = _Pen(ruler, scale)
    slots: list[_Slot] = []
    between = leading.on_grid(block, room.between)
    bottom = last = 0.0
    for number in range(len(region.insides)):
        box = region.box(number)
        baseline, bottom = leading.on_grid(block, box.y + lowered + room.above), box.bottom
        begun = False
        while pen.more and baseline + room.below <= bottom + 0.01:
            room_here = region.intervals(number, baseline - room.above, baseline + room.below)
            line = list(pen.line(room_here if not block.base else room_here[::-1], baseline))
            slots += line
            begun = begun or bool(line)
            last = baseline if line else last
            baseline += between if begun else between * _SEARCH_STEP
    whole = not pen.more
    if not whole:
        box = region.box(len(region.insides) - 1)
        while pen.more:
            last = max(last + between, bottom)
            slots += pen.line([(box.x, box.right)], last, forced=True)
    first = slots[0].baseline if slots else 0.0
    return _Poured(tuple(slots), whole, first - room.above - region.box(0).y, bottom - last - room.below)


class _Pen:
    """Where in the text the next line starts."""

    def __init__(self, ruler: Ruler, scale: float) -> None:
        self._ruler, self._scale = ruler, scale
        self._start = self._next = 0

    @property
    def more(self) -> bool:
        return self._next < len(self._ruler.places)

    def line(self, intervals: Sequence[Interval], baseline: float, *, forced: bool = False) -> Iterator[_Slot]:
        """As much as goes into the intervals of one line; `forced` takes a word that is too wide."""
        for interval in intervals:
            taken = self._fullest(interval[1] - interval[0], forced=forced) if self.more else None
            if taken is None:
                continue
            place = self._ruler.places[taken]
            ends = place.kind is BreakKind.MANDATORY
            yield _Slot(self._start, place.index, interval, baseline, ends)
            self._start, self._next = place.index, taken + 1
            if ends:
                return

    def _fullest(self, measure: float, *, forced: bool) -> int | None:
        """The last place at which a line may end; one of last resort only where there is no other."""
        found: int | None = self._next if forced else None
        resort: int | None = None
        for number in range(self._next, len(self._ruler.places)):
            place: Break = self._ruler.places[number]
            if self._ruler.width(self._start, place.index) * self._scale > measure + 0.01:
                break
            if place.kind is BreakKind.LAST_RESORT:
                resort = number
            else:
                found = number
            if place.kind is BreakKind.MANDATORY:
                break
        return resort if found is None else found


def _set(block: TextBlock, slot: _Slot) -> tuple[SetLine, float]:
    """The line of a slot, and the x of its left end."""
    indent = block.indent(slot.start)
    left, right = slot.interval[0] + indent * (not block.base), slot.interval[1] - indent * bool(block.base)
    how = Justification.NONE if slot.ends_paragraph else paragraph.justification(block)
    line = justified(block, slot.start, slot.end, right - left, how, ends_paragraph=slot.ends_paragraph)
    return line, left + (right - left - line.width) * share_before(block)


def _rows(block: TextBlock, poured: _Poured) -> list[list[tuple[SetLine, float]]]:
    rows: dict[float, list[tuple[SetLine, float]]] = {}
    for slot in poured.slots:
        rows.setdefault(slot.baseline, []).append(_set(block, slot))
    return list(rows.values())
