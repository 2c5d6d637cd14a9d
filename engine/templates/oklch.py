"""OKLCH colours, in which palettes are chosen: equal steps of lightness look equal.

Source of the matrices: Björn Ottosson, “A perceptual color space for image processing”, 2020.
"""

from __future__ import annotations

import math

type Rgb = tuple[float, float, float]


def hex_of_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The sRGB colour #rrggbb nearest to an OKLCH colour (lightness 0–1, chroma 0–0.4, hue in degrees).

    A colour outside of sRGB keeps its lightness and hue and gives up chroma.
    """
    inside, outside = 0.0, chroma
    if _in_gamut(_linear(lightness, chroma, hue)):
        inside = chroma
    else:
        for _ in range(20):
            middle = (inside + outside) / 2
            if _in_gamut(_linear(lightness, middle, hue)):
                inside = middle
            else:
                outside = middle
    channels = (round(255 * _encoded(min(1.0, max(0.0, c)))) for c in _linear(lightness, inside, hue))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours #rrggbb, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _linear(lightness: float, chroma: float, hue: float) -> Rgb:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _in_gamut(rgb: Rgb) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in rgb)


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    encoded = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in encoded)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
