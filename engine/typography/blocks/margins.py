"""Optical margins: light punctuation at the edges of a line stands a little outside of the measure."""

from __future__ import annotations

from dataclasses import replace

from engine.typography.blocks.textblock import SetLine
from engine.typography.runs.clusters import Cluster

# Character → how much of its advance hangs.
_HANG = (
    dict.fromkeys("«»“”‘’‹›\"'", 0.5)
    | dict.fromkeys(".,،؛;:۔", 0.6)
    | dict.fromkeys("-–—…", 0.4)
    | dict.fromkeys("!؟?", 0.25)
    | dict.fromkeys("()[]", 0.2)
)


def hang(character: str) -> float:
    """How much of a character's advance may stand outside of the measure, from 0 to 1."""
    return _HANG.get(character, 0)


def hung(line: SetLine) -> SetLine:
    """The line with the punctuation at its edges hanging: its width is that of what stays inside."""
    if not line.clusters:
        return line
    left, right = line.clusters[0], line.clusters[-1]
    inside = line.width
    if len(line.clusters) > 1:
        inside -= _hang_left(left) + _hang_right(right)
    return replace(line, width=inside)


def _hang_left(cluster: Cluster) -> float:
    by = cluster.advance * hang(cluster.character)
    if by:
        shift = round(by / cluster.scale)
        cluster.glyphs = tuple(replace(glyph, x_offset=glyph.x_offset - shift) for glyph in cluster.glyphs)
        cluster.advance -= by
    return by


def _hang_right(cluster: Cluster) -> float:
    by = cluster.advance * hang(cluster.character)
    cluster.advance -= by
    return by
