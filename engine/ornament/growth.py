"""What grows from a seed: noise for hills and clouds, trees that branch, vines that climb along a line.

The same seed always gives the same drawing; the global random generator is never touched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import floor
from random import Random

from engine.ornament.geometry import Point, polar
from engine.ornament.path import Path, Station, joined, merged
from engine.ornament.pen import spline, swelling_stroke


def noise(seed: int, *, octaves: int = 3, roughness: float = 0.5) -> Callable[[float], float]:
    """Smooth noise over a line: about -1…1, with hills a unit apart and finer ones upon them."""
    rng = Random(seed)
    table = [rng.uniform(-1, 1) for _ in range(256)]
    total = sum(roughness**k for k in range(octaves))

    def smooth(x: float) -> float:
        k = floor(x)
        t = x - k
        t = t * t * (3 - 2 * t)
        return table[k % 256] * (1 - t) + table[(k + 1) % 256] * t

    def at(x: float) -> float:
        return sum(roughness**k * smooth(x * 2**k + 37.7 * k) for k in range(octaves)) / total

    return at


def scattered(seed: int, width: float, height: float, gap: float, *, tries: int = 12) -> list[Point]:
    """Points over a rectangle, irregular but never closer than `gap`: darts thrown, near ones refused."""
    rng = Random(seed)
    cell = gap / 2**0.5
    taken: dict[tuple[int, int], Point] = {}

    def free(p: Point, i: int, j: int) -> bool:
        near = (taken.get((i + a, j + b)) for a in range(-2, 3) for b in range(-2, 3))
        return all(q is None or (q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2 >= gap * gap for q in near)

    for _ in range(tries * int(width / cell + 1) * int(height / cell + 1) // 4):
        p = rng.uniform(0, width), rng.uniform(0, height)
        i, j = int(p[0] / cell), int(p[1] / cell)
        if free(p, i, j):
            taken[i, j] = p
    return list(taken.values())


@dataclass(frozen=True, slots=True)
class Tree:
    """A branched stem: its filled outline, and where leaves and blossoms go."""

    wood: Path
    tips: tuple[Station, ...]
    sides: tuple[Station, ...]


def tree(
    seed: int,
    root: Point,
    height: float,
    *,
    levels: int = 4,
    spread: float = 32.0,
    lean: float = -90.0,
    thickness: float = 0.09,
    branches: int = 2,
    bend: float = 18.0,
) -> Tree:
    """A tree that forks: each limb bends, tapers and splits into `branches` (one more now and then).

    `height` is about the whole tree's height, `thickness` the trunk's width as a share of it, `spread` the
    angle between forks in degrees, `bend` how much limbs wander.
    """
    rng = Random(seed)
    shrink = 0.72
    trunk = height * (1 - shrink) / (1 - shrink ** (levels + 1))
    strokes: list[Path] = []
    tips: list[Station] = []
    sides: list[Station] = []

    def limb(at: Point, angle: float, length: float, width: float, level: int) -> None:
        turn = rng.uniform(-bend, bend)
        knee = polar(at, length * rng.uniform(0.45, 0.6), angle - turn / 2)
        end = polar(knee, length * 0.5, angle + turn)
        spine = spline([at, knee, end])
        last = level == levels
        thin = 0.0 if last else width * 0.66
        strokes.append(swelling_stroke(spine, [width * (1.25 if level == 0 else 1.0), width * 0.8, thin]))
        sides.extend(spine.stations(spine.length * rng.uniform(0.35, 0.9) for _ in range(2 if level > 1 else 0)))
        if last:
            tips.append(Station(end, angle + turn))
            return
        count = branches + (1 if level and rng.random() < 0.25 else 0)
        for k in range(count):
            fan = (k - (count - 1) / 2) * spread * (2 / max(1, count - 1)) / 2 * 2
            limb(
                end,
                angle + turn * 0.4 + fan * rng.uniform(0.7, 1.2) + rng.uniform(-6, 6),
                length * shrink * rng.uniform(0.8, 1.12),
                width * 0.66,
                level + 1,
            )

    limb(root, lean, trunk, height * thickness, 0)
    return Tree(merged(strokes), tuple(tips), tuple(sides))


def leaf(length: float, width: float, *, bend: float = 0.15) -> Path:
    """A leaf from the origin to the right; `bend` bows it as a share of its length."""
    bow = -bend * length
    upper = spline([(0, 0), (length * 0.4, bow - width / 2), (length, 0)])
    lower = spline([(length, 0), (length * 0.4, bow + width / 2), (0, 0)])
    return joined(upper, lower)


def teardrop(length: float, width: float) -> Path:
    """A drop or bud from the origin to the right: round at the origin, pointed at its end."""
    upper = spline([(0, 0, -90), (length * 0.34, -width / 2, 0), (length, 0, 14)])
    return joined(upper, upper.mirror_y())
