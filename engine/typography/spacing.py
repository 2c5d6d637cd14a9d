"""letter-spacing, word-spacing and textLength: they widen the advances of clusters."""

from __future__ import annotations

from collections.abc import Sequence

from engine.typography.chars import Stretch
from engine.typography.clusters import Cluster

# CSS Text 3 §7.1: what separates words.
_WORD_SEPARATORS = frozenset("\u0020\u00a0\u1361\U00010100\U00010101\U0001039f\U0001091f")


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


def stretch(clusters: Sequence[Cluster], addresses: Sequence[int], wanted: Stretch) -> dict[int, float]:
    """Fits the clusters of one textLength to it: by spacing, or by scales that are returned by cluster index."""
    inside = [index for index, cluster in enumerate(clusters) if wanted.start <= addresses[cluster.start] < wanted.end]
    length = sum(clusters[index].advance for index in inside)
    if not inside or length <= 0:
        return {}
    if wanted.glyphs:
        factor = wanted.length / length
        if factor < 0.001:
            return {}
        for index in inside:
            clusters[index].advance *= factor
            clusters[index].width *= factor
        return dict.fromkeys(inside, factor)
    if len(inside) > 1:
        extra = (wanted.length - length) / (len(inside) - 1)
        for index in inside:  # what follows in the line keeps the same distance, as in Chromium and usvg
            if index < len(clusters) - 1:
                clusters[index].advance += extra
    return {}
