"""CSS values: numbers, lengths, angles, colours, references. What is wrong is None, and so as if it were not said."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

import tinycss2.color4

from engine.scene.model import Rgba
from engine.svg import FARTHEST, NUMBER

MOST = FARTHEST
_LENGTH = re.compile(rf"\s*({NUMBER})([a-zA-Z]*|%)\s*")
_ANGLE = re.compile(rf"\s*({NUMBER})(deg|grad|rad|turn|)\s*", re.IGNORECASE)
_NUMBERS = re.compile(NUMBER)
_NEXT = re.compile(rf"[\s,]*({NUMBER})(?![a-zA-Z%])")
_URL = re.compile(r"""\s*url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*?))\s*\)\s*(.*)""", re.DOTALL | re.IGNORECASE)
_PX = {"": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72, "pc": 16.0}
_EM = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "cap": 0.7, "lh": 1.2}
_DEGREES = {"": 1.0, "deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
_BLACK: Rgba = (0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What relative lengths are measured by, px: font sizes, the nearest viewport, the page."""

    em: float = 16.0
    rem: float = 16.0
    width: float = 100.0
    height: float = 100.0
    page_width: float = 100.0
    page_height: float = 100.0

    @property
    def diagonal(self) -> float:
        """What 100% is for lengths that are neither widths nor heights (SVG 2, 8.9)."""
        return math.hypot(self.width, self.height) / math.sqrt(2)

    def px(self, unit: str) -> float | None:
        """How many px one of a unit is; None for an unknown one."""
        unit = unit.lower()
        if unit in _PX:
            return _PX[unit]
        if unit in _EM:
            return _EM[unit] * self.em
        match unit.removeprefix("d").removeprefix("s").removeprefix("l") if unit[0] in "dsl" else unit:
            case "rem":
                return self.rem
            case "vw" | "vi":
                return self.page_width / 100
            case "vh" | "vb":
                return self.page_height / 100
            case "vmin":
                return min(self.page_width, self.page_height) / 100
            case "vmax":
                return max(self.page_width, self.page_height) / 100
        return None


def length(value: str, measure: Measure, percent: float) -> float | None:
    """A length in px; `percent` is what 100% is."""
    found = _LENGTH.fullmatch(value)
    if found:
        unit = found[2]
        factor = percent / 100 if unit == "%" else measure.px(unit)
        px = None if factor is None else float(found[1]) * factor
    elif "(" in value:
        px = _calculated(value, lambda unit: percent / 100 if unit == "%" else measure.px(unit))
    else:
        return None
    return px if px is not None and abs(px) <= MOST else None


def lengths(value: str, measure: Measure, percent: float) -> list[float] | None:
    """A list of lengths with commas or spaces between; None where one is wrong."""
    found = [length(part, measure, percent) for part in words(value)]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else None


def leading_lengths(value: str, measure: Measure, percent: float) -> list[float]:
    """The lengths of a list up to the first thing that is none."""
    found = (length(part, measure, percent) for part in words(value))
    return list(takewhile(lambda px: px is not None, found))  # type: ignore[arg-type]


def number(value: str) -> float | None:
    """A plain number."""
    if "(" in value:
        return _calculated(value, {"": 1.0}.get)
    return length(value, _PLAIN, math.nan) if not value.strip().endswith("%") and not _has_unit(value) else None


def fraction(value: str) -> float | None:
    """A number or percentage, held within 0 and 1."""
    if "(" in value:
        found = _calculated(value, {"": 1.0, "%": 0.01}.get)
    else:
        found = length(value, _PLAIN, 1.0) if not _has_unit(value) else None
    return None if found is None else min(1.0, max(0.0, found))


def angle(value: str) -> float | None:
    """An angle in degrees."""
    found = _ANGLE.fullmatch(value)
    if found:
        turned = float(found[1]) * _DEGREES[found[2].lower()]
        return math.fmod(turned, 360.0) if math.isfinite(turned) else None
    return _calculated(value, lambda unit: _DEGREES.get(unit.lower())) if "(" in value else None


def numbers(value: str | None) -> list[float]:
    """All numbers of a list; none where there is anything else in it, or one beyond all drawing."""
    if not value or _NUMBERS.sub("", value).strip(" ,\t\r\n"):
        return []
    found = [float(each) for each in _NUMBERS.findall(value)]
    return found if all(abs(each) <= MOST for each in found) else []


def leading_numbers(value: str) -> list[float]:
    """The numbers of a list up to the first thing that is none."""
    found: list[float] = []
    at = 0
    while (numeral := _NEXT.match(value, at)) and abs(float(numeral[1])) <= MOST:
        found.append(float(numeral[1]))
        at = numeral.end()
    return found


@lru_cache(2048)
def reference(value: str) -> tuple[str | None, str]:
    """What `url(…) rest` names, and the rest; nothing and the whole for anything else."""
    found = _URL.fullmatch(value)
    if found is None:
        return None, value.strip()
    return next(each for each in found.groups()[:3] if each is not None).strip(), found[4].strip()


@lru_cache(4096)
def color(value: str, current: Rgba = _BLACK) -> Rgba | None:
    """A CSS colour as sRGB, `current` for currentColor; what is outside of sRGB is held at its edge."""
    try:
        parsed = tinycss2.color4.parse_color(value.strip())
    except (ValueError, TypeError, AttributeError, IndexError, ZeroDivisionError):  # of odd functions
        return None
    if parsed is None:
        return None
    if isinstance(parsed, str):
        return current if parsed == "currentcolor" else None
    rgba = _in_srgb(parsed)
    if rgba is None or not all(map(math.isfinite, rgba)):
        return None
    red, green, blue, alpha = (min(1.0, max(0.0, each)) for each in rgba)
    return red, green, blue, alpha


def _in_srgb(parsed: tinycss2.color4.Color) -> tuple[float, float, float, float] | None:
    space = parsed.space
    alpha = 1.0 if parsed.alpha is None else float(parsed.alpha)
    one, two, three = (0.0 if each is None else float(each) for each in tuple(parsed.coordinates)[:3])
    match space:
        case "srgb":
            return one, two, three, alpha
        case "hsl":
            return *colorsys.hls_to_rgb(one / 360 % 1, _held(three / 100), _held(two / 100)), alpha
        case "srgb-linear":
            return *_companded((one, two, three)), alpha
        case "oklab":
            return *_of_oklab(one, two, three), alpha
        case "oklch":
            return *_of_oklab(one, *_polar(two, three)), alpha
        case "lab":
            return *_of_lab(one, two, three), alpha
        case "lch":
            return *_of_lab(one, *_polar(two, three)), alpha
        case "display-p3":
            linear = _linear((one, two, three))
            return *_companded(_through(_P3_TO_SRGB, linear)), alpha
    try:
        red, green, blue, alpha = parsed.to("srgb")
    except NotImplementedError:
        return None
    return red, green, blue, alpha


def _held(share: float) -> float:
    return min(1.0, max(0.0, share))


type Triple = tuple[float, float, float]

# Matrices of CSS Color 4, section 17 (sample code), and of Ottosson's OKLab.
_P3_TO_SRGB = (
    (1.2249401762805598, -0.22494017628055996, 0.0),
    (-0.042056954709688163, 1.0420569547096881, 0.0),
    (-0.019637554590334432, -0.078636045550631889, 1.0982736001409665),
)
_OKLAB_TO_LMS = (
    (1.0, 0.3963377773761749, 0.2158037573099136),
    (1.0, -0.1055613458156586, -0.0638541728258133),
    (1.0, -0.0894841775298119, -1.2914855480194092),
)
_LMS_TO_SRGB = (
    (4.0767416360759583, -3.3077115392580629, 0.2309699031821043),
    (-1.2684379732850315, 2.6097573492876882, -0.3413193760026573),
    (-0.0041960761386756, -0.7034186179359362, 1.7076146940746117),
)
_XYZ_D50_TO_SRGB = (
    (3.1341358529001178, -1.6173863321612538, -0.4906619460083532),
    (-0.9787954765557777, 1.9162543773959884, 0.0334428733919529),
    (0.0719553835230440, -0.2289768251583168, 1.4053860351131182),
)
_WHITE_D50 = (0.3457 / 0.3585, 1.0, (1.0 - 0.3457 - 0.3585) / 0.3585)


def _polar(chroma: float, hue: float) -> tuple[float, float]:
    return chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))


def _of_oklab(lightness: float, a: float, b: float) -> Triple:
    long, middle, short = (each**3 for each in _through(_OKLAB_TO_LMS, (lightness, a, b)))
    return _companded(_through(_LMS_TO_SRGB, (long, middle, short)))


def _of_lab(lightness: float, a: float, b: float) -> Triple:
    fy = (lightness + 16) / 116
    fx, fz = fy + a / 500, fy - b / 200
    kappa, epsilon = 24389 / 27, 216 / 24389
    x = fx**3 if fx**3 > epsilon else (116 * fx - 16) / kappa
    y = fy**3 if lightness > kappa * epsilon else lightness / kappa
    z = fz**3 if fz**3 > epsilon else (116 * fz - 16) / kappa
    return _companded(_through(_XYZ_D50_TO_SRGB, (x * _WHITE_D50[0], y * _WHITE_D50[1], z * _WHITE_D50[2])))


def _through(matrix: tuple[Triple, Triple, Triple], by: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, by, strict=True)) for row in matrix)
    return one, two, three


def _companded(linear: Triple) -> Triple:
    red, green, blue = (
        math.copysign(12.92 * abs(c) if abs(c) <= 0.0031308 else 1.055 * abs(c) ** (1 / 2.4) - 0.055, c) for c in linear
    )
    return red, green, blue


def _linear(encoded: Triple) -> Triple:
    red, green, blue = (
        math.copysign(abs(c) / 12.92 if abs(c) <= 0.04045 else ((abs(c) + 0.055) / 1.055) ** 2.4, c) for c in encoded
    )
    return red, green, blue


def mixed(one: Rgba, other: Rgba, share: float) -> Rgba:
    """A colour between two, mixed in linear light."""
    light = zip(_linear(one[:3]), _linear(other[:3]), strict=True)
    red, green, blue = _companded(tuple(a + share * (b - a) for a, b in light))  # type: ignore[arg-type]
    return red, green, blue, one[3] + share * (other[3] - one[3])


def words(value: str) -> list[str]:
    """The parts of a list, what stands in brackets kept together."""
    if "(" not in value:
        return value.replace(",", " ").split()
    found, depth, word = list[str](), 0, ""
    for letter in value:
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and letter in ", \t\r\n":
            found.append(word)
            word = ""
        else:
            word += letter
    return [each for each in (*found, word) if each]


def _has_unit(value: str) -> bool:
    found = _LENGTH.fullmatch(value)
    return bool(found and found[2] not in ("", "%"))


_PLAIN = Measure()

# calc() and its like (CSS Values 4, section 10)

_TOKEN = re.compile(rf"\s*(?:({NUMBER})(%|[a-zA-Z]*)|([a-zA-Z-]+)\(|([-+*/(),])|([a-zA-Z]+))")
_CONSTANTS = {"pi": math.pi, "e": math.e}
_DEEPEST = 32


class _Wrong(ValueError):
    """The expression is none."""


def _calculated(value: str, factor: Callable[[str], float | None]) -> float | None:
    """The result of calc(), min(), max() or clamp(); None for what is none of them."""
    tokens: list[tuple[str, ...]] = []
    at = 0
    value = value.strip()
    while at < len(value):
        found = _TOKEN.match(value, at)
        if found is None:
            return None
        tokens.append(tuple(each or "" for each in found.groups()))
        at = found.end()
        while at < len(value) and value[at].isspace():
            at += 1
    try:
        result, end = _product(tokens, 0, factor, 0)
    except (_Wrong, IndexError, ZeroDivisionError, OverflowError):
        return None
    return result if end == len(tokens) and math.isfinite(result) else None


type _Factor = Callable[[str], float | None]


def _sum(tokens: list[tuple[str, ...]], at: int, factor: _Factor, depth: int) -> tuple[float, int]:
    total, at = _product(tokens, at, factor, depth)
    while at < len(tokens) and (tokens[at][3] in ("+", "-") or tokens[at][0][:1] in ("+", "-")):
        if tokens[at][3]:
            term, following = _product(tokens, at + 1, factor, depth)
            total += term if tokens[at][3] == "+" else -term
        else:  # “1px -2px” is read as a signed number
            term, following = _product(tokens, at, factor, depth)
            total += term
        at = following
    return total, at


def _product(tokens: list[tuple[str, ...]], at: int, factor: _Factor, depth: int) -> tuple[float, int]:
    result, at = _term(tokens, at, factor, depth)
    while at < len(tokens) and tokens[at][3] in ("*", "/"):
        operator = tokens[at][3]
        term, at = _term(tokens, at + 1, factor, depth)
        result = result * term if operator == "*" else result / term
    return result, at


def _term(tokens: list[tuple[str, ...]], at: int, factor: _Factor, depth: int) -> tuple[float, int]:
    if depth > _DEEPEST:
        raise _Wrong
    numeral, unit, function, mark, word = tokens[at]
    if numeral:
        by = factor(unit) if unit else 1.0
        if by is None:
            raise _Wrong
        return float(numeral) * by, at + 1
    if word:
        if word.lower() not in _CONSTANTS:
            raise _Wrong
        return _CONSTANTS[word.lower()], at + 1
    if mark == "(" or function:
        values: list[float] = []
        at += 1
        while True:
            value, at = _sum(tokens, at, factor, depth + 1)
            values.append(value)
            closing = tokens[at][3]
            at += 1
            if closing == ")":
                return _applied(function.lower(), values), at
            if closing != ",":
                raise _Wrong
    raise _Wrong


def _applied(function: str, values: list[float]) -> float:
    match function, values:
        case ("" | "calc", [value]):
            return value
        case "min", _:
            return min(values)
        case "max", _:
            return max(values)
        case "clamp", [low, value, high]:
            return max(low, min(value, high))
        case "abs", [value]:
            return abs(value)
        case "sign", [value]:
            return math.copysign(1, value) if value else 0.0
    raise _Wrong
