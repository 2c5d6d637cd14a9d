"""A block of text → lines of a given measure, broken so that the whole paragraph looks even."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from engine.typography.blocks.justify import SPACES, TIGHTEST_SPACE, Justification, justified
from engine.typography.blocks.margins import hang
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.unicode.linebreak import Break, BreakKind, opportunities

_MOST_STARTS = 40  # so many words after its earliest start a line may start: bounds the time for hostile text
_SHORT_LAST_LINE = 0.4  # of the measure: below, a last line counts as too short
_SHORTNESS = 4.0  # how much worse that is than raggedness
TOLERANCE = 0.01  # px

type Cost = tuple[float, int, int, float]
"""px beyond the measure, breaks of last resort, lines, raggedness: the first difference decides."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line before it is shaped: the characters start to end; `width` px is the least it can be set in."""

    start: int
    end: int
    width: float
    ends_paragraph: bool


def lines(block: TextBlock, measure: float) -> tuple[SetLine, ...]:
    """The block in lines of `measure` px: as few as can be, and of all such ways to break it the most even one.

    Unjustified lines are at most as wide as the measure where the words allow it. Justified ones are as wide as the
    measure, but for the last of each paragraph. Punctuation at the edges hangs and doesn't count.
    """
    how = justification(block)
    return tuple(_set(block, place, measure, how) for place in breaks(block, measure))


def breaks(block: TextBlock, measure: float) -> tuple[LineBreak, ...]:
    """Where the lines of `lines` start and end, by the advances of the whole text: quick, nothing is shaped."""
    return tuple(_breaks(block, measure))


def justification(block: TextBlock) -> Justification:
    """What `data-justify` asks for; without it, `text-align: justify` means with kashidas."""
    asked = block.attributes.get("data-justify", "")
    if asked in Justification:
        return Justification(asked)
    return Justification.KASHIDA if block.style.align == "justify" else Justification.NONE


def _set(block: TextBlock, place: LineBreak, measure: float, how: Justification) -> SetLine:
    how = Justification.NONE if place.ends_paragraph else how
    room = measure - block.indent(place.start)
    return justified(block, place.start, place.end, room, how, ends_paragraph=place.ends_paragraph)


def _breaks(block: TextBlock, measure: float) -> Iterator[LineBreak]:
    ruler = Ruler(block)
    start = 0
    places: list[Break] = []
    for place in ruler.places:
        places.append(place)
        if place.kind is BreakKind.MANDATORY:
            ends = [start, *_best_ends(ruler, measure, start, places)]
            for number, end in enumerate(ends[1:]):
                yield LineBreak(ends[number], end, ruler.width(ends[number], end), end == place.index)
            start, places = place.index, []


class Ruler:
    """Widths in px of parts of a block: with the indent, without the white space at the end and what hangs, spaces at
    their least."""

    def __init__(self, block: TextBlock) -> None:
        advances, text = block.advances, block.text
        spaces = 1.0 if justification(block) is Justification.NONE else TIGHTEST_SPACE
        least = [advance * spaces if text[at] in SPACES else advance for at, advance in enumerate(advances)]
        self.reach = [0.0, *accumulate(least)]
        self.hanging = [advance * hang(text[at]) for at, advance in enumerate(advances)]
        self.shown = [0] * (len(text) + 1)  # where the text before an index ends, its last spaces aside
        for at, character in enumerate(text, start=1):
            self.shown[at] = self.shown[at - 1] if character.isspace() and character != "\u00a0" else at
        self.indent = block.indent
        self.places = opportunities(text, block.language)
        centred = block.style.align == "center" or block.style.anchor == "middle"
        self.last_as_long = centred or block.style.balanced

    def width(self, start: int, end: int) -> float:
        """The least width of a line of the characters start to end."""
        stop = self.shown[end]
        if stop <= start:
            return 0.0
        edges = self.hanging[start] + self.hanging[stop - 1] if stop - start > 1 else 0.0
        return self.indent(start) + self.reach[stop] - self.reach[start] - edges

    def fewest_lines(self, measure: float) -> int | None:
        """How many lines the block takes at least; None if one is too wide or has to end where it should not."""
        count = start = last = 0
        for place in self.places:
            if place.kind is BreakKind.LAST_RESORT:
                continue
            if last > start and self.width(start, place.index) > measure + TOLERANCE:
                count, start = count + 1, last
            if self.width(start, place.index) > measure + TOLERANCE:
                return None
            last = place.index
            if place.kind is BreakKind.MANDATORY:
                count, start = count + 1, last
        return count


def _best_ends(ruler: Ruler, measure: float, start: int, places: Sequence[Break]) -> list[int]:
    """The ends of the lines of one paragraph, by the least cost over all ways to break it (as Knuth and Plass do)."""
    nodes = [start, *(place.index for place in places)]
    costs: list[Cost] = [(0.0, 0, 0, 0.0)]
    previous = [0]
    first = 0  # the earliest start from which a line still fits
    for end in range(1, len(nodes)):
        while first < end - 1 and ruler.width(nodes[first], nodes[end]) > measure + TOLERANCE:
            first += 1
        fullest = range(first, min(end, first + _MOST_STARTS))
        best = min(
            (_added(costs[begin], ruler, measure, nodes[begin], nodes[end], places[end - 1]), begin)
            for begin in fullest
            if costs[begin][:3] <= costs[first][:3]  # one line more: raggedness can't make up for it
        )
        costs.append(best[0])
        previous.append(best[1])
    ends: list[int] = []
    node = len(nodes) - 1
    while node:
        ends.append(nodes[node])
        node = previous[node]
    return ends[::-1]


def _added(cost: Cost, ruler: Ruler, measure: float, start: int, end: int, place: Break) -> Cost:
    """The cost with one more line, which ends at `place`."""
    width = ruler.width(start, end)
    too_wide = max(0.0, width - measure - TOLERANCE)
    last = place.kind is BreakKind.MANDATORY and not ruler.last_as_long
    wanted, weight = (_SHORT_LAST_LINE * measure, _SHORTNESS) if last else (measure, 1.0)
    slack = max(0.0, wanted - width) / measure
    reluctant = place.kind is BreakKind.LAST_RESORT
    return cost[0] + too_wide, cost[1] + reluctant, cost[2] + 1, cost[3] + weight * slack * slack
