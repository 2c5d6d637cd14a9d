"""The art of the months: twelve pictures, each with its own composition."""

from __future__ import annotations

from art.layouts import kit, treatments
from art.layouts.calendar_page import Picture
from art.layouts.kit import Box, path, rect
from engine.ornament import landscape


def spring(box: Box) -> Picture:
    ranges = landscape.hills(box.width, box.height * 0.62, layers=3, seed=4)
    sky = kit.linear("sky", 0, box.y, 0, box.bottom, (0, "ground", 1), (1, "glow", 1))
    side = 0.66 * box.height
    return Picture(
        [sky],
        [
            rect(box, fill="url(#sky)"),
            *(path(r.translate(box.x, box.bottom - box.height * 0.62).d(), class_=f"fill-{role}") for r, role in zip(ranges, ("far", "far", "near"))),
            treatments.symbol(treatments.square(box.cx - 0.2 * box.width, box.cy - 0.08 * box.height, side), name="blossom-branch", tones="own"),
        ],
    )
