"""The one cascade: what is declared for an element → its computed style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from lxml import etree

from engine.scene.css import StyleSheets
from engine.scene.fontshorthand import expand
from engine.scene.model import Rgba, Rule
from engine.scene.properties import (
    BLENDS,
    GEOMETRY,
    INHERITED,
    LETTERING,
    LETTERING_ATTRIBUTES,
    LONGHANDS,
    PRESENTATION,
)
from engine.scene.values import Measure, color, fraction, length, lengths, number, reference
from engine.svg import FARTHEST

BLACK: Rgba = (0.0, 0.0, 0.0, 1.0)
_VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,((?:(?!var\()[^()]|\((?:[^()]*)\))*))?\)", re.IGNORECASE)
_MOST_VARIABLES = 50  # in one value, those of their values counted: circles end here
_LONGEST_VALUE = 100_000  # characters, when variables are put in
_ICC = re.compile(r"\s+icc-color\(.*\)$", re.DOTALL | re.IGNORECASE)
_NOTHING_BETWEEN = re.compile(r",\s*,")
_GLOBAL = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))
MEDIUM = 16.0
"""px of text that names no size."""
# Steps from medium; CSS 2 suggests a factor of 1.2 between them, and usvg does so.
_FONT_SIZES = {
    "xx-small": -3, "x-small": -2, "small": -1, "medium": 0, "large": 1, "x-large": 2, "xx-large": 3, "xxx-large": 4,
}  # fmt: skip
_STEP = 1.2


@dataclass(frozen=True, slots=True)
class Reference:
    """A paint that an id names, and what is painted where there is none."""

    id: str
    fallback: Rgba | Literal["current"] | None


type PaintValue = Rgba | Reference | Literal["context-fill", "context-stroke", "current"] | None


@dataclass(frozen=True, slots=True)
class Inherited:
    """The computed values that a child takes over. Lengths in px."""

    color: Rgba = BLACK
    fill: PaintValue = BLACK
    fill_opacity: float = 1.0
    fill_rule: Rule = "nonzero"
    clip_rule: Rule = "nonzero"
    stroke: PaintValue = None
    stroke_opacity: float = 1.0
    stroke_width: float = 1.0
    stroke_linecap: Literal["butt", "round", "square"] = "butt"
    stroke_linejoin: Literal["miter", "miter-clip", "arcs", "round", "bevel"] = "miter"
    stroke_miterlimit: float = 4.0
    stroke_dasharray: tuple[float, ...] = ()
    stroke_dashoffset: float = 0.0
    marker_start: str | None = None
    marker_mid: str | None = None
    marker_end: str | None = None
    paint_order: tuple[str, ...] = ("fill", "stroke", "markers")
    visibility: str = "visible"
    shape_rendering: str = "auto"
    image_rendering: str = "auto"
    color_interpolation: str = "sRGB"
    color_interpolation_filters: str = "linearRGB"
    font_size: float = MEDIUM


@dataclass(frozen=True, slots=True)
class Said:
    """What an element declares for texts (of LETTERING), and what is declared around it."""

    declared: tuple[tuple[str, str], ...]
    inherited: Inherited
    measure: Measure
    around: Said | None


@dataclass(frozen=True, slots=True)
class Style:
    """An element's style: what it hands on, and what it alone has, as declared."""

    inherited: Inherited = Inherited()
    own: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    measure: Measure = field(default_factory=Measure)
    said: Said | None = None
    speaks: bool = False
    """Whether the element itself has `said` it, and not one around it."""

    @property
    def around(self) -> Said | None:
        """What is said around the element."""
        return self.said.around if self.speaks and self.said else self.said

    def get(self, name: str) -> str | None:
        return self.own.get(name)


_INITIAL = Inherited()
_FIELD = {name: name.replace("-", "_") for name in INHERITED}


_AS_ATTRIBUTE = re.compile(
    r"\s*+(?:none|(?:,?\s*+(?:matrix|translate|scale|rotate|skew[XY])\s*+\([-+0-9.,eE\s]*+\)\s*+)*+)\s*+"
)
"""A list of transform functions in an attribute knows no units (CSS Transforms 1, 6.1). White space is taken once:
shared out between two functions in every way, it would take for ever."""


class Cascade:
    """The styles of one document's elements. `medium` is the font size where none is named, in px."""

    def __init__(
        self,
        sheets: StyleSheets,
        wrong: Callable[[etree._Element, str, str], None] = lambda element, name, value: None,
        medium: float = MEDIUM,
    ) -> None:
        """`wrong` is told of values that are left out: element, property, value."""
        self._sheets = sheets
        self._wrong = wrong
        self._medium = medium

    def style(self, element: etree._Element, parent: Style, measure: Measure) -> Style:
        """The computed style of an element under a parent; `measure` has the viewport that it stands in.

        The style of an element that says nothing is the parent's, but for what that alone has.
        """
        declared = [(str(name), str(value).strip()) for name, value in element.attrib.items() if name in PRESENTATION]
        if "transform" in element.attrib and not _AS_ATTRIBUTE.fullmatch(element.get("transform", "")):
            self._wrong(element, "transform", element.get("transform", ""))
            declared = [(name, value) for name, value in declared if name != "transform"]
        rules = self._sheets.declarations(element)
        if rules:
            declared += _longhands(rules)
        if not declared:
            return _handing_on(parent, measure)
        variables = parent.variables
        own_variables = {name: value for name, value in declared if name.startswith("--")}
        if own_variables:
            variables = {**variables, **own_variables}
        settled = list(_settled(declared, variables))
        font_size = _font_size(settled, parent, measure, self._medium)
        here = replace(measure, em=font_size) if font_size != measure.em else measure
        inherited: dict[str, Any] = {"font_size": font_size}
        own: dict[str, str] = {}
        texts: dict[str, str] = {}
        for name, value in settled:
            if name in _FIELD:
                if not _inherit(inherited, name, value, parent, here):
                    self._wrong(element, name, value or "")
            elif name in LETTERING or name in LETTERING_ATTRIBUTES:
                _hand_on(texts, name, value)
            elif value is None or value.lower() in _GLOBAL:
                _own_global(own, name, value, parent)
            elif _OWN_CHECKS.get(name, _anything)(value):
                own[name] = value
            else:
                self._wrong(element, name, value)
        values = _with(parent.inherited, inherited)
        said = Said(tuple(texts.items()), values, here, parent.said) if texts else parent.said
        return Style(values, own, variables, here, said, speaks=bool(texts))


def _handing_on(parent: Style, measure: Measure) -> Style:
    em = parent.inherited.font_size
    here = replace(measure, em=em) if measure.em != em else measure
    return Style(parent.inherited, _NOTHING, parent.variables, here, parent.said)


_NOTHING: Mapping[str, str] = {}


def _with(parent: Inherited, changes: Mapping[str, Any]) -> Inherited:
    """The parent's values with changes; the parent's own object where there are none."""
    changed = {name: value for name, value in changes.items() if getattr(parent, name) != value}
    return replace(parent, **changed) if changed else parent


def _longhands(rules: list[tuple[str, str, bool]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value, _ in rules:
        if name == "marker":
            found += [(f"marker-{place}", value) for place in ("start", "mid", "end")]
        else:
            found.append((name, value))
    return found


def _settled(declared: list[tuple[str, str]], variables: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The declarations with variables put in, and `font` as its longhands."""
    for name, said in declared:
        if name.startswith("--"):
            continue
        value = _substituted(said, variables)
        if name == "font" and value is not None:
            yield from expand(value).items()
        else:
            yield name, value


def _substituted(value: str, variables: Mapping[str, str]) -> str | None:
    """The value with its `var()`s replaced (CSS Variables 1, 3); None where one has neither value nor fallback."""
    if "var(" not in value.lower():
        return value
    for _ in range(_MOST_VARIABLES):
        found = _VARIABLE.search(value)
        if found is None:
            return value
        put = variables.get(found[1], found[2])
        if put is None or len(value) + len(put) > _LONGEST_VALUE:
            return None
        value = value[: found.start()] + put.strip() + value[found.end() :]
    return None


def _font_size(settled: list[tuple[str, str | None]], parent: Style, measure: Measure, medium: float) -> float:
    size = parent.inherited.font_size
    for name, value in settled:
        if name == "font-size" and value:
            word = value.lower()
            if word == "initial":
                size = medium
            elif word in ("inherit", "unset", "revert", "revert-layer"):
                size = parent.inherited.font_size
            elif word in _FONT_SIZES:
                size = medium * _STEP ** _FONT_SIZES[word]
            elif word in ("larger", "smaller"):
                size = min(parent.inherited.font_size * (_STEP if word == "larger" else 1 / _STEP), FARTHEST)
            else:
                around = replace(measure, em=parent.inherited.font_size)
                found = length(value, around, parent.inherited.font_size)
                size = size if found is None else max(found, 0.0)  # nothing is drawn of a negative one, as in usvg
    return size


def _hand_on(found: dict[str, str], name: str, value: str | None) -> None:
    """Adds what is declared for texts; what is inherited need not be said again."""
    word = None if value is None else value.lower()
    for longhand in LONGHANDS.get(name, ()):
        found.pop(longhand, None)
    if word in ("inherit", "unset", "revert", "revert-layer") or word is None:
        found.pop(name, None)
    elif word == "initial":
        found[name] = LETTERING.get(name, "")
    else:
        assert value is not None
        found[name] = value


def _inherit(found: dict[str, Any], name: str, value: str | None, parent: Style, measure: Measure) -> bool:
    """Adds the computed value of a property that inherits; a wrong one, for which this is False, leaves what was found
    before."""
    attribute = _FIELD[name]
    word = None if value is None else value.lower()
    if word in ("inherit", "unset", "revert", "revert-layer") or word is None:
        found[attribute] = getattr(parent.inherited, attribute)
    elif word == "initial":
        found[attribute] = getattr(_INITIAL, attribute)
    else:
        assert value is not None
        computed = _COMPUTED[name](value, measure)
        if computed is _WRONG:
            return not value
        found[attribute] = computed
    return True


def _own_global(own: dict[str, str], name: str, value: str | None, parent: Style) -> None:
    if value is not None and value.lower() == "inherit" and name in parent.own:
        own[name] = parent.own[name]
    else:
        own.pop(name, None)


_WRONG: Any = object()


def _paint(value: str, measure: Measure) -> PaintValue:
    word = _ICC.sub("", value).strip()
    lower = word.lower()
    if lower == "none":
        return None
    if lower in ("context-fill", "context-stroke"):
        return "context-fill" if lower == "context-fill" else "context-stroke"
    if lower == "currentcolor":
        return "current"
    id, rest = reference(word)
    if id is not None:
        fallback: Rgba | Literal["current"] | None
        fallback = "current" if rest.lower() == "currentcolor" else color(rest)
        if fallback is None and rest.lower() not in ("", "none"):
            return _WRONG  # type: ignore[no-any-return]
        return Reference(id.removeprefix("#") if id.startswith("#") else "", fallback)
    found = color(word)
    return _WRONG if found is None else found


def _color(value: str, measure: Measure) -> Any:
    found = color(value)
    return _WRONG if found is None or value.lower() == "currentcolor" else found


def _fraction(value: str, measure: Measure) -> Any:
    found = fraction(value)
    return _WRONG if found is None else found


def _diagonal(value: str, measure: Measure) -> Any:
    found = length(value, measure, measure.diagonal)
    return _WRONG if found is None else found


def _width(value: str, measure: Measure) -> Any:
    found = length(value, measure, measure.diagonal)
    return _WRONG if found is None or found < 0 else found


def _miter(value: str, measure: Measure) -> Any:
    found = number(value)
    return _WRONG if found is None or found < 1 else found


def _dashes(value: str, measure: Measure) -> Any:
    if value.lower() == "none":
        return ()
    found = None if _NOTHING_BETWEEN.search(value) else lengths(value, measure, measure.diagonal)
    if not found or min(found) < 0:
        return _WRONG
    return tuple(found * (1 + len(found) % 2)) if sum(found) > 0 else ()


def _one_of(*words: str) -> Callable[[str, Measure], Any]:
    known = {word.lower(): word for word in words}
    return lambda value, measure: known.get(value.lower(), _WRONG)


def _marker(value: str, measure: Measure) -> Any:
    if value.lower() == "none":
        return None
    id, _ = reference(value)
    return id[1:] if id and id.startswith("#") else _WRONG


def _paint_order(value: str, measure: Measure) -> Any:
    names = value.lower().split()
    if names == ["normal"]:
        return _INITIAL.paint_order
    if not names or len(set(names)) < len(names) or not set(names) <= set(_INITIAL.paint_order):
        return _WRONG
    return (*names, *(name for name in _INITIAL.paint_order if name not in names))


def _font_size_again(value: str, measure: Measure) -> Any:
    return measure.em  # it was found first, for the others are measured by it


_COMPUTED: Mapping[str, Callable[[str, Measure], Any]] = {
    "clip-rule": _one_of("nonzero", "evenodd"),
    "color": _color,
    "color-interpolation": _one_of("auto", "sRGB", "linearRGB"),
    "color-interpolation-filters": _one_of("auto", "sRGB", "linearRGB"),
    "fill": _paint,
    "fill-opacity": _fraction,
    "fill-rule": _one_of("nonzero", "evenodd"),
    "font-size": _font_size_again,
    "image-rendering": _one_of(
        "auto", "optimizeQuality", "optimizeSpeed", "smooth", "high-quality", "crisp-edges", "pixelated"
    ),
    "marker-end": _marker,
    "marker-mid": _marker,
    "marker-start": _marker,
    "paint-order": _paint_order,
    "shape-rendering": _one_of("auto", "optimizeSpeed", "crispEdges", "geometricPrecision"),
    "stroke": _paint,
    "stroke-dasharray": _dashes,
    "stroke-dashoffset": _diagonal,
    "stroke-linecap": _one_of("butt", "round", "square"),
    "stroke-linejoin": lambda value, measure: {
        "miter": "miter", "miter-clip": "miter-clip", "arcs": "arcs", "round": "round", "bevel": "bevel"
    }.get(value.lower(), _WRONG),
    "stroke-miterlimit": _miter,
    "stroke-opacity": _fraction,
    "stroke-width": _width,
    "visibility": _one_of("visible", "hidden", "collapse"),
}  # fmt: skip

_DISPLAYS = frozenset(
    [
        "inline",
        "block",
        "list-item",
        "inline-block",
        "table",
        "inline-table",
        "flex",
        "inline-flex",
        "grid",
        "contents",
        "run-in",
        "compact",
        "marker",
        "table-cell",
        "table-row",
        "none",
        "flow",
        "flow-root",
    ]
)


def _anything(value: str) -> bool:
    return True


_OWN_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "display": lambda value: value.lower() in _DISPLAYS,
    "opacity": lambda value: fraction(value) is not None,
    "stop-opacity": lambda value: fraction(value) is not None,
    "flood-opacity": lambda value: fraction(value) is not None,
    "stop-color": lambda value: color(_ICC.sub("", value)) is not None,
    "flood-color": lambda value: color(value) is not None,
    "lighting-color": lambda value: color(value) is not None,
    "mix-blend-mode": lambda value: value.lower() in BLENDS,
    "isolation": lambda value: value.lower() in ("auto", "isolate"),
    "mask-type": lambda value: value.lower() in ("luminance", "alpha"),
    "overflow": lambda value: value.lower().split()[0] in ("visible", "hidden", "scroll", "auto", "clip"),
}


def geometry(element: etree._Element, style: Style, name: str) -> str | None:
    """What the style says of a length of an element's shape, else its attribute."""
    assert name in GEOMETRY
    return style.own.get(name, element.get(name))
