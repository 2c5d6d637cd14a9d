"""A line made exactly as wide as its measure: spaces first, then kashidas, then spaces again."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from engine.persian.letters import KASHIDA, NBSP
from engine.typography.blocks.kashida import points
from engine.typography.blocks.margins import hung
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.fonts.face import Face
from engine.typography.fonts.hands import hangs
from engine.typography.runs import itemise
from engine.typography.runs.chars import Span
from engine.typography.runs.clusters import Cluster
from engine.typography.runs.shape import shape

SPACES = frozenset((" ", NBSP))
LOOSEST_SPACE = 1.6  # of its own width, before kashidas come in
TIGHTEST_SPACE = 0.85
_LEAST_SPACE = 0.6  # where a line comes out wider than it was measured, as in Nastaliq, which kerns across spaces
_SHORTEST_WORD = 4  # letters, in a line with spaces: «شـما» looks drawn out
_PREFERRED_KASHIDA = 0.32  # em
_WORDS_TO_A_KASHIDA = 4  # in a line with spaces: more of them tire the eye
_LONGEST_KASHIDA = 0.4  # em
_LONGEST_ALONE = 2.0  # em, in a line without spaces
_SHORTEST_KASHIDA = 0.6  # of a tatweel; less is left to the spaces


class Justification(StrEnum):
    """What fills a line: kashidas with spaces, spaces alone, or nothing."""

    KASHIDA = "kashida"
    SPACE = "space"
    NONE = "none"


def justified(
    block: TextBlock, start: int, end: int, measure: float, how: Justification, *, ends_paragraph: bool = False
) -> SetLine:
    """The characters start to end of the block as a line `measure` px wide, to a hundredth of a px.

    It stays narrower where it has neither spaces nor places for kashidas, and wider where its spaces would have to
    shrink too far. Without justification it is only kept from being too wide.
    """
    line = hung(block.line(start, end, ends_paragraph=ends_paragraph))
    if how is Justification.NONE:
        return _spread(line, measure) if line.width > measure else line
    spaces = [cluster.advance for cluster in line.clusters if cluster.character in SPACES]
    wanted = measure - line.width - sum(spaces) * (LOOSEST_SPACE - 1)
    if how is Justification.KASHIDA and wanted > 0:
        counts = _kashidas(block, start, start + len(line.text), wanted, spaces=len(spaces))
        if counts:
            text, spans = _lengthened(line.text, line.spans, {at - start: count for at, count in counts.items()})
            line = hung(block.shaped(start, end, text, spans, ends_paragraph=ends_paragraph))
    return _spread(line, measure)


def _spread(line: SetLine, measure: float) -> SetLine:
    """What is missing shared out among the spaces; without spaces, what is too much taken from the kashidas."""
    missing = measure - line.width
    spaces = [cluster for cluster in line.clusters if cluster.character in SPACES]
    kashidas = [cluster for cluster in line.clusters if cluster.character == KASHIDA]
    if spaces:
        least = -sum(space.advance for space in spaces) * (1 - _LEAST_SPACE)
        _widen(spaces, max(missing, least))
    elif kashidas and missing < 0:
        _widen(kashidas, missing)  # bars over bars: it doesn't show
    return replace(line, width=sum(cluster.advance for cluster in line.clusters))


def _widen(clusters: Sequence[Cluster], by: float) -> None:
    for cluster in clusters:
        cluster.advance += by / len(clusters)


def _kashidas(block: TextBlock, start: int, end: int, wanted: float, *, spaces: int) -> Mapping[int, int]:
    """How many tatweels go before which characters, so that they take about `wanted` px, in a line with `spaces`."""
    alone = not spaces
    tatweels: dict[int, float] = {}
    order: list[tuple[int, int]] = []
    for places in points(block.text[start:end], 0 if alone else _SHORTEST_WORD):
        for point in places:
            at = start + point.index
            tatweel = _tatweel(block, at)
            if tatweel > 0 and block.advances[at] > 0:  # else a ligature goes across it
                tatweels[at] = tatweel
                order.append((point.rank, -at))
                break
    order.sort()
    if not order:
        return {}
    em = block.style.font.size
    if alone and wanted > len(order) * _LONGEST_ALONE * em:  # a word that fills no line stays as it is
        return {}
    most = len(order) if alone else min(len(order), 1 + spaces // _WORDS_TO_A_KASHIDA)
    number = min(most, math.ceil(wanted / (_PREFERRED_KASHIDA * em)))
    counts: dict[int, int] = {}
    for position, (_, negative) in enumerate(order[:number]):
        tatweel = tatweels[-negative]
        share = min(wanted / (number - position), (_LONGEST_ALONE if alone else _LONGEST_KASHIDA) * em)
        count = math.ceil(share / tatweel) if alone else math.floor(share / tatweel + 1 - _SHORTEST_KASHIDA)
        if count:
            counts[-negative] = count
            wanted -= count * tatweel
    return counts


def _tatweel(block: TextBlock, at: int) -> float:
    """The width in px of one tatweel in the style of the character before `at`; 0 where the face takes none."""
    style = next(span.style for span in block.spans if span.start < at <= span.end)
    face = itemise.face_of(style.font, block.fonts)
    if style.letter_spacing or hangs(face) or not face.has(KASHIDA):
        return 0
    return _tatweel_advance(face) * style.font.size / face.units_per_em


@lru_cache(256)
def _tatweel_advance(face: Face) -> float:
    """What one more tatweel between two letters adds, in font units: often not the advance of the glyph alone."""
    one, three = (
        sum(glyph.x_advance for glyph in shape(f"ب{KASHIDA * count}ب", face, direction="rtl", script="Arab"))
        for count in (1, 3)
    )
    return (three - one) / 2


def _lengthened(text: str, spans: Sequence[Span], counts: Mapping[int, int]) -> tuple[str, tuple[Span, ...]]:
    """Text and spans with tatweels put in; each belongs to the span of the letter before it."""

    def moved(index: int) -> int:
        return index + sum(count for at, count in counts.items() if at <= index)

    parts = [KASHIDA * counts.get(index, 0) + character for index, character in enumerate(text)]
    return "".join(parts), tuple(replace(span, start=moved(span.start), end=moved(span.end)) for span in spans)
