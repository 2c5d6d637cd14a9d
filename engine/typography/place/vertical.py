"""Vertical text: how clusters are turned on a line that runs downwards."""

from __future__ import annotations

from engine.matrix import IDENTITY, Matrix, multiply, rotation, translation
from engine.typography.runs.clusters import Cluster


def axis_shift(cluster: Cluster) -> float:
    """How far a turned cluster is lowered so that its middle runs along the line's axis, in px."""
    return 0 if cluster.upright else _middle(cluster)


def upright_matrix(cluster: Cluster) -> Matrix:
    """Turns what stands back upright (the line itself runs downwards), in the middle of its extent and the axis."""
    if not cluster.upright:
        return IDENTITY
    half, middle = cluster.glyph_width / 2, _middle(cluster)
    return multiply(translation(cluster.width / 2 - half, middle), rotation(-90, half, -middle))


def _middle(cluster: Cluster) -> float:
    return (cluster.ascent + cluster.descent) / 2
