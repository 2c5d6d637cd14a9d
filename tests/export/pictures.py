"""Artworks and pixels for the tests of export."""

from __future__ import annotations

from pathlib import Path

import pyvips

ARTWORKS = Path(__file__).parent / "artworks"
FEATURES = sorted((ARTWORKS / "features").glob("*.svg"))
POSTERS = sorted((ARTWORKS / "posters").glob("*.svg"))


def svg(body: str, view: str = "0 0 100 100") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'.encode()


def difference(a: pyvips.Image, b: pyvips.Image) -> float:
    """The mean difference of two opaque pictures, of 255."""
    assert (a.width, a.height) == (b.width, b.height)
    return float((a.extract_band(0, n=3).cast("short") - b.extract_band(0, n=3).cast("short")).abs().avg())


def pixel(picture: pyvips.Image, x: float, y: float) -> list[int]:
    """The colour at a place given in hundredths of the width and height."""
    return [round(band) for band in picture(int(picture.width * x / 100), int(picture.height * y / 100))]
