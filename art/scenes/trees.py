"""Trees of the scenes, as silhouettes that stand on the origin."""

from __future__ import annotations

from random import Random

from engine.ornament.path import Path, merged
from engine.ornament.pen import circle, swelling_stroke

FRONDS = (-168, -146, -122, -96, -70, -46, -22, 4)
"""Where the leaves of a palm set out, in degrees."""


def palm(tall: float, *, seed: int) -> Path:
    """A date palm, `tall` up to its crown: leaves that rise, bow down and end in a point, two bunches of dates."""
    rng = Random(seed)
    lean = rng.uniform(-0.09, 0.09) * tall
    trunk = swelling_stroke(
        [(0, 0.03 * tall), (0.3 * lean, -0.5 * tall), (lean, -tall)], [0.085 * tall, 0.055 * tall, 0.05 * tall]
    )
    leaves = []
    for angle in FRONDS:
        way = -1 if angle < -90 else 1
        rise = abs(angle + 90) / 90
        reach = tall * (0.5 + 0.08 * rng.uniform(-1, 1))
        up = (1 - rise) * 0.34 * tall
        mid = (way * reach * (0.3 + 0.26 * rise), -up - 0.12 * tall)
        tip = (way * reach * (0.62 + 0.36 * rise), -0.75 * up + (0.02 + 0.2 * rise) * tall)
        leaves.append(
            swelling_stroke([(0, 0), mid, tip], [0.02 * tall, 0.07 * tall, 0.055 * tall, 0]).translate(lean, -tall)
        )
    dates = []
    for way in (-1, 1):
        hung = (lean + way * 0.07 * tall, -0.9 * tall)
        stalk = [(lean, -tall), (lean + way * 0.06 * tall, -0.97 * tall), hung]
        dates += [circle(hung, 0.032 * tall), swelling_stroke(stalk, [0.014 * tall, 0.012 * tall, 0.012 * tall])]
    return merged([trunk, *leaves, *dates])
