"""CSS transforms (CSS Transforms 1 and 2) in two dimensions: functions, origin and box, and the single properties."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

from engine.matrix import IDENTITY, Matrix, multiply, rotation, scaling, translation
from engine.scene.style import Style
from engine.scene.values import MOST, Measure, angle, length, number, words
from engine.svg import Box

_FUNCTION = re.compile(r"\s*,?\s*([a-zA-Z0-9]+)\s*\(((?:[^()]|\([^()]*\))*)\)\s*")
_SHARES = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}
_GLUED = re.compile(r"([0-9.])(?=[-+])")
_FLAT = {"translate3d": ("translate", 2), "scale3d": ("scale", 2), "rotatez": ("rotate", 1)}
"""What is seen of the functions of three dimensions without perspective, by how many of their arguments."""
_SINGLE = ("translate", "rotate", "scale", "transform")


def matrix_of(style: Style, box: Callable[[], Box | None], viewport: Box) -> Matrix:
    """What an element's style does to its plane; `box` tells its bounding box."""
    own = style.own
    if own.keys().isdisjoint(_SINGLE):
        return IDENTITY
    needs_box = "transform-box" in own
    reference = (box() or Box(0, 0, 0, 0)) if needs_box and own["transform-box"] in _BOXES else viewport
    matrix = IDENTITY
    if "translate" in own:
        matrix = multiply(matrix, _translated(own["translate"], style.measure, reference))
    if "rotate" in own:
        matrix = multiply(matrix, rotation(angle(own["rotate"]) or 0.0))
    if "scale" in own:
        factors = [number(each) for each in own["scale"].split()[:2]]
        if factors and None not in factors:
            matrix = multiply(matrix, scaling(factors[0] or 0.0, factors[-1] or 0.0))
    if "transform" in own:
        matrix = multiply(matrix, transform(own["transform"], style.measure, reference.width, reference.height))
    if "transform-origin" in own or needs_box:
        x, y = _origin(own.get("transform-origin", "0 0"), style.measure, reference)
        matrix = multiply(multiply(translation(x, y), matrix), translation(-x, -y))
    return matrix


_BOXES = frozenset(("fill-box", "content-box", "stroke-box", "border-box"))


@lru_cache(2048)
def transform(value: str, measure: Measure, width: float = 0.0, height: float = 0.0) -> Matrix:
    """A list of transform functions; the identity where any of it is wrong. Percentages are of width and height."""
    matrix, at = IDENTITY, 0
    value = value.strip()
    if value.lower() == "none":
        return IDENTITY
    while at < len(value):
        found = _FUNCTION.match(value, at)
        step = _step(found[1].lower(), _arguments(found[2]), measure, width, height) if found else None
        if found is None or step is None:
            return IDENTITY
        matrix = multiply(matrix, step)
        at = found.end()
    return matrix if all(math.isfinite(each) and abs(each) <= MOST for each in matrix) else IDENTITY


def is_known(value: str, measure: Measure) -> bool:
    """Whether a list of transform functions is one that is drawn: of two dimensions, and without a mistake."""
    at, value = 0, value.strip()
    while at < len(value) and value.lower() != "none":
        found = _FUNCTION.match(value, at)
        if found is None or _step(found[1].lower(), _arguments(found[2]), measure, 1.0, 1.0) is None:
            return False
        at = found.end()
    return True


def _arguments(inside: str) -> list[str]:
    """The arguments of a function; an attribute's may stand together as in `10-5`."""
    return words(inside) if "(" in inside else words(_GLUED.sub(r"\1 ", inside))


def _step(name: str, arguments: list[str], measure: Measure, width: float, height: float) -> Matrix | None:
    if name in _FLAT:
        name, count = _FLAT[name]
        arguments = arguments[:count]
    elif name in ("translatez", "scalez"):
        return IDENTITY  # without perspective nothing is seen of it
    if name in ("matrix", "scale", "scalex", "scaley"):
        found = [number(each) for each in arguments]
        if None in found:
            return None
        return _of_numbers(name, [each for each in found if each is not None])
    if name.startswith("translate"):
        sides = {"translate": (width, height), "translatex": (width,), "translatey": (height,)}.get(name, ())
        moved = [length(each, measure, side) for each, side in zip(arguments, sides, strict=False)]
        if None in moved or not moved or len(arguments) > len(sides):
            return None
        first, second = moved[0] or 0.0, (moved[1] or 0.0) if len(moved) > 1 else 0.0
        return translation(0, first) if name == "translatey" else translation(first, second)
    if name == "rotate" and len(arguments) == 3:
        around = [length(each, measure, 0) for each in arguments[1:]]
        turned = angle(arguments[0])
        return None if turned is None or None in around else rotation(turned, around[0] or 0, around[1] or 0)
    angles = [angle(each) for each in arguments]
    if None in angles:
        return None
    return _of_angles(name, [each for each in angles if each is not None])


def _of_numbers(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "scale", [both]:
            return scaling(both, both)
        case "scale", [x, y]:
            return scaling(x, y)
        case "scalex", [x]:
            return scaling(x, 1)
        case "scaley", [y]:
            return scaling(1, y)
    return None


def _of_angles(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "rotate", [turn]:
            return rotation(turn)
        case (("skewx" | "skew"), [x]):
            return 1.0, 0.0, math.tan(math.radians(x)), 1.0, 0.0, 0.0
        case "skewy", [y]:
            return 1.0, math.tan(math.radians(y)), 0.0, 1.0, 0.0, 0.0
        case "skew", [x, y]:
            return 1.0, math.tan(math.radians(y)), math.tan(math.radians(x)), 1.0, 0.0, 0.0
    return None


def _translated(value: str, measure: Measure, box: Box) -> Matrix:
    parts = [
        length(each, measure, side) or 0.0 for each, side in zip(words(value), (box.width, box.height), strict=False)
    ]
    return translation(parts[0] if parts else 0.0, parts[1] if len(parts) > 1 else 0.0)


def _origin(value: str, measure: Measure, box: Box) -> tuple[float, float]:
    named = words(value.lower())[:2]
    if len(named) == 2 and (named[0] in ("top", "bottom") or named[1] in ("left", "right")):
        named.reverse()
    if len(named) == 1:
        named = ["center", *named] if named[0] in ("top", "bottom") else [*named, "center"]
    across, down = (_SHARES.get(each, each) for each in (*named, "0", "0")[:2])
    return (
        box.x + (length(across, measure, box.width) or 0.0),
        box.y + (length(down, measure, box.height) or 0.0),
    )
