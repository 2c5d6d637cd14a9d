"""The `font` shorthand (CSS Fonts 4 §2.7) and lists of families."""

from __future__ import annotations

import re

_RESET = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "font-stretch": "normal",
    "line-height": "normal",
    "font-size": "medium",
    "font-family": "",
    "font-kerning": "auto",
    "font-feature-settings": "normal",
    "font-variation-settings": "normal",
    "font-optical-sizing": "auto",
}
_SYSTEM = {"caption", "icon", "menu", "message-box", "small-caption", "status-bar"}
_STYLES = {"italic", "oblique"}
_WEIGHTS = re.compile(r"bold|bolder|lighter|[1-9]\d{0,2}|1000")
_STRETCHES = re.compile(r"(ultra|extra|semi)-(condensed|expanded)|condensed|expanded")
_SIZE = re.compile(
    r"(?:xx-small|x-small|small|medium|large|x-large|xx-large|xxx-large|smaller|larger"
    r"|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:%|[a-zA-Z]+)?)"
)
_FAMILY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^,"']+))\s*(?:,|$)""")


def expand(value: str) -> dict[str, str]:
    """The longhands; none where the shorthand is wrong."""
    if value.strip().lower() in {"inherit", "initial", "unset", "revert"}:
        return dict.fromkeys(_RESET, value.strip().lower())
    if value.strip().lower() in _SYSTEM:
        return dict(_RESET)
    result = dict(_RESET)
    rest = re.sub(r"\s*/\s*", "/", value.strip())
    while rest:
        word, _, after = rest.partition(" ")
        lowered = word.lower()
        if lowered in _STYLES:
            result["font-style"] = lowered
        elif lowered == "small-caps":
            result["font-variant"] = lowered
        elif _WEIGHTS.fullmatch(lowered):
            result["font-weight"] = lowered
        elif _STRETCHES.fullmatch(lowered):
            result["font-stretch"] = lowered
        elif lowered != "normal":
            return _with_size(result, word, after)
        rest = after.strip()
    return {}


def _with_size(result: dict[str, str], word: str, family: str) -> dict[str, str]:
    size, _, line_height = word.partition("/")
    if not _SIZE.fullmatch(size.lower()) or not family.strip():
        return {}
    return result | {"font-size": size, "line-height": line_height or "normal", "font-family": family.strip()}


def families(value: str) -> tuple[str, ...]:
    """The names of a `font-family` list, unquoted."""
    found = []
    for double, single, bare in _FAMILY.findall(value):
        name = double or single or " ".join(bare.split())
        if name:
            found.append(name)
    return tuple(found)
