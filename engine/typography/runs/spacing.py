"""letter-spacing, word-spacing and textLength: they widen the advances of clusters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.typography.runs.chars import Chunk, Stretch
from engine.typography.runs.clusters import Cluster

# CSS Text 3 §7.1: what separates words.
_WORD_SEPARATORS = frozenset("\u0020\u00a0\u1361\U00010100\U00010101\U0001039f\U0001091f")

_LEAST_FACTOR = 0.001  # of lengthAdjust; as in usvg, less is no stretch at all


def space(clusters: Sequence[Cluster]) -> None:
    """Letter- and word-spacing; no letter-spacing after the last letter."""
    for index, cluster in enumerate(clusters):
        style = cluster.style
        if style.letter_spacing and not cluster.cursive and index < len(clusters) - 1:
            cluster.advance += style.letter_spacing
            if cluster.advance <= 0 < cluster.width:  # as Chromium does: letters pushed onto one another vanish
                cluster.advance, cluster.width, cluster.glyphs = 0.0, 0.0, ()
        if style.word_spacing and cluster.character in _WORD_SEPARATORS:
            cluster.advance += style.word_spacing


@dataclass(frozen=True, slots=True)
class _Member:
    """A cluster among all of a text: its place in visual order, and whether it ends a chunk."""

    cluster: Cluster
    address: int
    place: int
    last: bool


def adjust(lines: Sequence[tuple[Chunk, Sequence[Cluster]]], stretches: Sequence[Stretch]) -> None:
    """Letter- and word-spacing; then each textLength, over all its characters in whichever chunks they are."""
    for _, clusters in lines:
        space(clusters)
    if not stretches:
        return
    each = ((chunk, cluster, cluster is clusters[-1]) for chunk, clusters in lines for cluster in clusters)
    members = [
        _Member(cluster, chunk.addresses[cluster.start], place, last)
        for place, (chunk, cluster, last) in enumerate(each)
    ]
    members.sort(key=lambda member: member.address)
    addresses = [member.address for member in members]
    fixed: dict[int, int] = {}  # address → the stretch that has set it already
    for number in reversed(range(len(stretches))):  # inner ones first
        wanted = stretches[number]
        inside = members[bisect_left(addresses, wanted.start) : bisect_left(addresses, wanted.end)]
        inside.sort(key=lambda member: member.place)
        _stretch(inside, wanted, fixed)
        fixed |= dict.fromkeys((member.address for member in inside), number)


def _stretch(inside: Sequence[_Member], wanted: Stretch, fixed: Mapping[int, int]) -> None:
    """Fits the clusters of one textLength to it; what an inner one has set stays together (SVG 2 §11.5, step 5)."""
    length = sum(member.cluster.advance for member in inside)
    if not inside or length <= 0:
        return
    if wanted.glyphs:
        factor = wanted.length / length
        if factor >= _LEAST_FACTOR:
            for member in inside:
                member.cluster.advance *= factor
                member.cluster.width *= factor
                member.cluster.stretch *= factor
        return
    groups = [fixed.get(member.address, -1) for member in inside] + [-1]
    ends = [member for at, member in enumerate(inside) if groups[at] == -1 or groups[at] != groups[at + 1]]
    if len(ends) > 1:
        extra = (wanted.length - length) / (len(ends) - 1)
        for member in ends:  # what follows in the line keeps the same distance, as in Chromium and usvg
            if not member.last:
                member.cluster.advance += extra
