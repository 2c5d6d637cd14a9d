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
_ANGLE = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:deg|grad|rad|turn)")
_WORD = re.compile(r"[^\s()]*(?:\((?:[^()]|\([^()]*\))*\)[^\s()]*)*")
_WEIGHTS = re.compile(r"bold|bolder|lighter|[1-9]\d{0,2}|1000")
_STRETCHES = re.compile(r"(ultra|extra|semi)-(condensed|expanded)|condensed|expanded")
_SIZE = re.compile(
    r"(?:xx-small|x-small|small|medium|large|x-large|xx-large|xxx-large|smaller|larger"
    r"|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:%|[a-zA-Z]+)?|(?:calc|min|max|clamp)\(.+\))"
)
_NAME = r"-?(?:[A-Za-z_\x80-\U0010ffff]|\\.)(?:[-\w\x80-\U0010ffff]|\\.)*"
_FAMILIES = re.compile(rf"""(?:(?:"[^"]*"|'[^']*'|{_NAME}(?:\s+{_NAME})*)\s*(?:,\s*(?!$)|$))+""")
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
        word = _WORD.match(rest)[0]  # type: ignore[index]  # it matches anything
        after = rest[len(word) :].strip()
        lowered = word.lower()
        if lowered in _STYLES:
            result["font-style"] = lowered
            after = _ANGLE.sub("", after, count=1).lstrip() if lowered == "oblique" and _ANGLE.match(after) else after
        elif lowered == "small-caps":
            result["font-variant"] = lowered
        elif _WEIGHTS.fullmatch(lowered):
            result["font-weight"] = lowered
        elif _STRETCHES.fullmatch(lowered):
            result["font-stretch"] = lowered
        elif lowered != "normal":
            return _with_size(result, word, after)
        rest = after
    return {}


def _with_size(result: dict[str, str], word: str, family: str) -> dict[str, str]:
    size, _, line_height = word.partition("/")
    if not _SIZE.fullmatch(size.lower()) or not _FAMILIES.fullmatch(family):
        return {}
    return result | {"font-size": size, "line-height": line_height or "normal", "font-family": family}


def families(value: str) -> tuple[str, ...]:
    """The names of a `font-family` list, unquoted."""
    found = []
    for double, single, bare in _FAMILY.findall(value):
        name = double or single or " ".join(bare.split())
        if name:
            found.append(name)
    return tuple(found)
