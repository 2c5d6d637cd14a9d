"""A block of text → lines of a given measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from engine.typography.linebreak import BreakKind, opportunities
from engine.typography.textblock import SetLine, TextBlock


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line before it is shaped: the characters start to end, `width` px without the space at the end."""

    start: int
    end: int
    width: float
    ends_paragraph: bool


def breaks(block: TextBlock, measure: float) -> tuple[LineBreak, ...]:
    """Where lines of at most `measure` px end, by the advances of the whole text: quick, nothing is shaped."""
    return tuple(_greedy(block, measure))


def lines(block: TextBlock, measure: float) -> tuple[SetLine, ...]:
    """The block in lines of at most `measure` px, where its words allow it."""
    return tuple(
        block.line(place.start, place.end, ends_paragraph=place.ends_paragraph) for place in breaks(block, measure)
    )


def _greedy(block: TextBlock, measure: float) -> Iterator[LineBreak]:
    reach = [0.0, *accumulate(block.advances)]
    start = last = 0

    def line(end: int, forced: bool) -> LineBreak:
        shown = start + len(block.text[start:end].rstrip())
        return LineBreak(start, end, reach[shown] - reach[start], forced)

    for place in opportunities(block.text, block.language):
        if last > start and line(place.index, False).width > measure:
            yield line(last, False)
            start = last
        if place.kind is BreakKind.MANDATORY:
            yield line(place.index, True)
            start = place.index
        if place.kind is not BreakKind.LAST_RESORT:
            last = place.index
