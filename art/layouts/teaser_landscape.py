"""Teasers of landscapes: the same land from edge to edge, seen from afar, from close by, by a detail, and calm at the end.

What lies far is the ground of a scene and what stands near its ornament, so that a clip moves them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from art.layouts import kit, panorama
from art.layouts.kit import WIDE, el, group
from art.layouts.teaser_kit import Layers, View
from art.scenes import Landscape, Plane, standard

LANDSCAPES: Mapping[str, Landscape] = {**panorama.SCENES, "alam": standard.SCENE}


class Shot(NamedTuple):
    """Where a landscape's focus stands in the picture, in px of 1920 × 1080, and how large it is."""

    x: float
    y: float
    size: float


SHOTS: Mapping[str, Mapping[str, Shot]] = {
    "alam": {
        "opening": Shot(500, 620, 1.2),
        "message": Shot(1500, 1060, 2.3),
        "second": Shot(-40, 300, 1.75),
        "closing": Shot(960, 520, 0.86),
    },
    "baqi": {
        "opening": Shot(560, 640, 1.25),
        "message": Shot(1700, 420, 2.6),
        "second": Shot(80, 560, 2.0),
        "closing": Shot(960, 400, 1.0),
    },
    "kaaba": {
        "opening": Shot(520, 700, 1.5),
        "message": Shot(1600, 620, 3.1),
        "second": Shot(150, 330, 2.1),
        "closing": Shot(960, 470, 0.95),
    },
    "khomein-house": {
        "opening": Shot(560, 600, 1.5),
        "message": Shot(1560, 560, 2.9),
        "second": Shot(420, 330, 2.6),
        "closing": Shot(960, 400, 1.0),
    },
    "palm": {
        "opening": Shot(560, 620, 1.3),
        "message": Shot(1560, 640, 2.3),
        "second": Shot(1000, 760, 1.7),
        "closing": Shot(960, 400, 1.0),
    },
    "tree": {
        "opening": Shot(560, 640, 1.3),
        "message": Shot(1960, 380, 2.6),
        "second": Shot(-220, 520, 2.3),
        "closing": Shot(960, 400, 1.0),
    },
    "tulip": {
        "opening": Shot(520, 720, 1.2),
        "message": Shot(1530, 860, 2.2),
        "second": Shot(420, 420, 2.4),
        "closing": Shot(960, 420, 0.95),
    },
    "tulip-field": {
        "opening": Shot(560, 640, 1.3),
        "message": Shot(1460, 700, 2.4),
        "second": Shot(560, 520, 1.9),
        "closing": Shot(960, 420, 1.0),
    },
    "walkers-road": {
        "opening": Shot(560, 600, 1.25),
        "message": Shot(1180, 430, 1.75),
        "second": Shot(330, 880, 4.1),
        "closing": Shot(960, 380, 1.0),
    },
}  # fmt: skip
"""For each landscape its shots."""


VEIL = ((0, "ground", 0), (0.25, "ground", 0.12), (0.5, "ground", 0.4), (0.75, "ground", 0.66), (1, "ground", 0.76))
"""What comes over the land behind words: gently, or its edge shows."""


def land(view: View) -> Layers:
    """Sky and all that lies far; its haze; what stands near, and a dark ground under the closing's words."""
    shots = {name: shots[view.scene] for name, shots in SHOTS.items()}
    closing = view.scene == "closing"
    top, full = view.words.y - 150, view.words.y + 60
    words = view.words
    side = (words.x - 280, words.x + 360) if words.cx > 960 else (words.right + 280, words.right - 360)
    return Layers(
        [kit.ground("url(#sky)"), *(_seen(name, shot, LANDSCAPES[name].far) for name, shot in shots.items())],
        [el("circle", cx=view.x, cy=view.y, r=view.reach, fill="url(#bloom)")],
        [
            *(_seen(name, shot, LANDSCAPES[name].near) for name, shot in shots.items()),
            el("rect", x=0, y=0, width=WIDE.width, height=WIDE.height, fill="url(#veil)", data_cover="bleed"),
        ],
        [
            kit.linear("sky", 0, 0, 0, view.y, (0, "deep", 1), (0.55, "ground", 1), (1, "ground", 1)),
            kit.radial("bloom", view.x, view.y, view.reach, (0, "glow", 0.26), (0.5, "glow", 0.1), (1, "glow", 0)),
            kit.linear("veil", 0, top, 0, full, (0, "near", 0), (0.6, "near", 0.72), (1, "near", 1))
            if closing
            else kit.linear("veil", side[0], 0, side[1], 0, *VEIL),
            *(group(*LANDSCAPES[name].paints(), data_if=f"symbol == '{name}'") for name in shots),
        ],
    )  # fmt: skip


def _seen(name: str, shot: Shot, plane: Plane) -> str:
    return group(
        *LANDSCAPES[name].placed(plane),
        transform=f"translate({shot.x:g} {shot.y:g}) scale({shot.size:g})",
        data_if=f"symbol == '{name}'",
    )
