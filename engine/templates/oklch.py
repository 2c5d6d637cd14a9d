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


def tints(one: str, other: str, count: int) -> tuple[str, ...]:
    """`count` colours #rrggbb from one to the other, in steps that look equal (straight in OKLab)."""
    first, last = _oklab(one), _oklab(other)
    shares = (number / max(1, count - 1) for number in range(count))
    return tuple(_hex_of_oklab(*(a + (b - a) * share for a, b in zip(first, last, strict=True))) for share in shares)


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


def _oklab(colour: str) -> Rgb:
    red, green, blue = _decoded(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _hex_of_oklab(lightness: float, a: float, b: float) -> str:
    return hex_of_oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)))


def _decoded(colour: str) -> Rgb:
    """The linear channels of #rrggbb."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear_of(red), _linear_of(green), _linear_of(blue)


def _linear_of(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = _decoded(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
