"""People from behind, in one colour: they stand on the origin, upward, 100 units high."""

from __future__ import annotations

from art.drawing import union
from engine.ornament.path import Path, joined
from engine.ornament.pen import ellipse, mirrored, polyline, rounded, spline, swelling_stroke


def man(*, step: float = 1.0, pack: bool = False, coat: float = 34.0) -> Path:
    """A man who walks away: one leg bears him, the other swings; `coat` is how high its hem hangs."""
    head = union(ellipse((0.4, -92), 6, 7.6), ellipse((0, -84), 3.8, 5))
    side = spline([(0, -84, 8), (5, -82), (12.6, -77.5, 46), (14.2, -68), (12.6, -54), (13.4, -coat, 94)])
    trunk = mirrored(joined(side, polyline([(13.4, -coat), (0, -coat + 1.5)]), closed=False))
    arms = [
        swelling_stroke([(way * 11.6, -74), (way * (14.6 + bend), -60), (way * (13.6 + swing), -44)], [7, 6.4, 4.6])
        for way, bend, swing in ((-1, 0.6, 0.2), (1, 0.2, 2.0))
    ]
    bearing = swelling_stroke([(-5, -44), (-6.2, -24), (-5.6 - step, -3)], [13, 10, 7])
    swinging = swelling_stroke([(5, -44), (6.6, -27), (5.4 + step, -9)], [13, 10, 6.6])
    shoes = [ellipse((-6.2 - step, -1.8), 4.6, 2.2), ellipse((5.6 + step, -7.4), 3.6, 3.2)]
    bag = [rounded([(-8.5, -77), (8.5, -77), (9.6, -53), (-9.6, -53)], 4)] if pack else []
    return union(head, trunk, *arms, bearing, swinging, *shoes, *bag)


def woman(*, lean: float = 0.0) -> Path:
    """A woman in a chador, whose hem sways."""
    cloak = joined(
        spline([(0.5, -97, 4), (6.2, -91), (7.4, -83), (14.4, -73), (17.4, -48), (19 + lean, -8, 84)]),
        spline([(19 + lean, -8), (9 + lean, -4.5), (-2, -6.5), (-12 + lean, -3.6), (-19 + lean, -7)]),
        spline([(-19 + lean, -7, -82), (-17, -48), (-14.6, -73), (-7.4, -83), (-6, -91), (0.5, -97, 4)]),
    )
    return union(cloak, ellipse((-6 + lean, -2.6), 4, 2.4), ellipse((6 + lean, -4), 3.6, 2.2))


def banner(*, tall: float = 190.0, length: float = 78.0, side: int = 1) -> tuple[Path, Path]:
    """A standard on a long staff, carried by someone who stands on the origin: the staff, and its cloth."""
    staff = swelling_stroke([(15 * side, -44), (17 * side, -tall)], [2.2, 1.6])
    top, deep = -tall + 3, 46.0
    cloth = joined(
        spline([(17, top), (17 + 0.3 * length, top - 5), (17 + 0.66 * length, top + 6), (17 + length, top + 1)]),
        polyline([(17 + length, top + 1), (17 + 0.78 * length, top + 0.55 * deep)]),
        spline(
            [
                (17 + 0.95 * length, top + deep),
                (17 + 0.62 * length, top + deep + 5),
                (17 + 0.3 * length, top + deep - 4),
                (16.4, top + deep),
            ]
        ),
    )
    return staff, cloth if side > 0 else cloth.mirror_x(0.0)
