"""Computed values of CSS's font properties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from engine.scene.fontshorthand import families
from engine.scene.values import Measure, length
from engine.svg import number
from engine.typography.styles.style import FontStyle

_WEIGHTS = {"normal": 400, "bold": 700}
_STRETCHES = {
    "ultra-condensed": 50, "extra-condensed": 62.5, "condensed": 75, "semi-condensed": 87.5, "normal": 100,
    "semi-expanded": 112.5, "expanded": 125, "extra-expanded": 150, "ultra-expanded": 200,
}  # fmt: skip
_STRETCH_ORDER = sorted(_STRETCHES.values())
_PLAIN = Measure()
_CAPS = {"small-caps", "all-small-caps", "petite-caps", "all-petite-caps", "unicase", "titling-caps"}
_TAGGED = re.compile(r"""["']([ -~]{4})["']\s*(on|off|[-+]?[\d.]+(?:[eE][-+]?\d+)?)?""")
# CSS keyword → OpenType features (CSS Fonts 4 §6)
_VARIANTS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "common-ligatures": (("liga", 1), ("clig", 1)),
    "no-common-ligatures": (("liga", 0), ("clig", 0)),
    "discretionary-ligatures": (("dlig", 1),),
    "no-discretionary-ligatures": (("dlig", 0),),
    "historical-ligatures": (("hlig", 1),),
    "no-historical-ligatures": (("hlig", 0),),
    "contextual": (("calt", 1),),
    "no-contextual": (("calt", 0),),
    "none": (("liga", 0), ("clig", 0), ("dlig", 0), ("hlig", 0), ("calt", 0)),
    "lining-nums": (("lnum", 1),),
    "oldstyle-nums": (("onum", 1),),
    "proportional-nums": (("pnum", 1),),
    "tabular-nums": (("tnum", 1),),
    "diagonal-fractions": (("frac", 1),),
    "stacked-fractions": (("afrc", 1),),
    "ordinal": (("ordn", 1),),
    "slashed-zero": (("zero", 1),),
    "sub": (("subs", 1),),
    "super": (("sups", 1),),
    "jis78": (("jp78", 1),),
    "simplified": (("smpl", 1),),
    "traditional": (("trad", 1),),
    "full-width": (("fwid", 1),),
    "proportional-width": (("pwid", 1),),
    "ruby": (("ruby", 1),),
}
_SWITCHES = {"": 1, "on": 1, "off": 0}
_VARIANT_PROPERTIES = (
    "font-variant-ligatures",
    "font-variant-numeric",
    "font-variant-position",
    "font-variant-east-asian",
)


def computed(declared: Mapping[str, str], parent: FontStyle, size: float, language: str) -> FontStyle:
    """An element's font of a size in px from its declarations and its parent's font."""
    own = {name: value for name, value in declared.items() if name.startswith("font") or name == "kerning"}
    if not own:
        if (size, language) == (parent.size, parent.language):
            return parent
        return replace(parent, size=size, language=language)
    return FontStyle(
        families=families(own["font-family"]) if "font-family" in own else parent.families,
        size=size,
        weight=_weight(own.get("font-weight"), parent.weight),
        style=_style(own.get("font-style"), parent.style),
        stretch=_stretch(own.get("font-stretch"), parent.stretch),
        small_caps=_small_caps(own, parent.small_caps),
        kerning=_kerning(own, parent.kerning),
        features=_features(own, parent.features),
        variations=_variations(own.get("font-variation-settings"), parent.variations),
        optical_sizing=own.get("font-optical-sizing", "auto" if parent.optical_sizing else "none") != "none",
        adjust=_adjust(own.get("font-size-adjust"), parent.adjust),
        language=language,
    )


def _weight(value: str | None, parent: int) -> int:
    if value is None:
        return parent
    match value.lower():
        case "bolder":
            return 400 if parent < 350 else 700 if parent < 550 else max(parent, 900)
        case "lighter":
            return min(parent, 100) if parent < 550 else 400 if parent < 750 else 700
        case keyword if keyword in _WEIGHTS:
            return _WEIGHTS[keyword]
    weight = number(value)
    return round(weight) if 1 <= weight <= 1000 else parent


def _style(value: str | None, parent: str) -> str:
    keyword = (value or "").lower().partition(" ")[0]
    return keyword if keyword in ("normal", "italic", "oblique") else parent


def _stretch(value: str | None, parent: float) -> float:
    keyword = (value or "").lower()
    if keyword in _STRETCHES:
        return _STRETCHES[keyword]
    if keyword in ("narrower", "wider"):
        place = _STRETCH_ORDER.index(min(_STRETCH_ORDER, key=lambda width: abs(width - parent)))
        step = 1 if keyword == "wider" else -1
        return _STRETCH_ORDER[min(max(place + step, 0), len(_STRETCH_ORDER) - 1)]
    if keyword.endswith("%"):
        return length(keyword, _PLAIN, 100) or parent
    return parent


def _small_caps(own: Mapping[str, str], parent: str) -> str:
    value = own.get("font-variant-caps", own.get("font-variant"))
    if value is None:
        return parent
    return next((word for word in value.lower().split() if word in _CAPS), "normal")


def _adjust(value: str | None, parent: float) -> float:
    if value is None:
        return parent
    words = value.lower().split()
    if words[:1] == ["ex-height"]:
        words = words[1:]
    found = number(words[0]) if len(words) == 1 and words[0] != "none" else 0
    return found if found > 0 else 0


def _kerning(own: Mapping[str, str], parent: bool) -> bool:
    if "font-kerning" in own:
        return own["font-kerning"].lower() != "none"
    if "kerning" in own:  # SVG 1.1's; of its lengths only 0 is in use
        return length(own["kerning"], _PLAIN, 1) != 0
    return parent


def _features(own: Mapping[str, str], parent: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Later entries win: variants first, then font-feature-settings."""
    found = dict(parent)
    for name in _VARIANT_PROPERTIES:
        for word in own.get(name, "").lower().split():
            found.update(_VARIANTS.get(word, ()))
    for word in own.get("font-variant", "").lower().split():
        found.update(_VARIANTS.get(word, ()))
    if own.get("font-variant", "").lower() == "normal" or own.get("font-feature-settings", "") == "normal":
        found = {}
    for tag, value in _TAGGED.findall(own.get("font-feature-settings", "")):
        found[tag] = _SWITCHES[value] if value in _SWITCHES else int(number(value))
    return tuple(found.items())


def _variations(value: str | None, parent: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    if value is None:
        return parent
    return tuple((tag, number(given)) for tag, given in _TAGGED.findall(value) if given not in ("", "on", "off"))
