"""SVG's conditional processing (SVG 2 §5.7), settled here, so that every renderer on every machine shows the same."""

from __future__ import annotations

from lxml import etree

from engine.svg import tag
from engine.typography.names import local

LANGUAGES = ("fa", "en")  # what the readers of our pieces read
_LANGUAGE, _EXTENSIONS = "systemLanguage", "requiredExtensions"
_ATTRIBUTES = (_LANGUAGE, _EXTENSIONS, "requiredFeatures")
_NEVER_DRAWN = frozenset(
    ("clipPath", "defs", "filter", "linearGradient", "marker", "mask", "pattern", "radialGradient", "stop", "style")
)
"""What only others draw: conditions have no effect on them."""
_conditional = etree.XPath("//*[" + " or ".join(f"@{name}" for name in _ATTRIBUTES) + "]")


def settle(root: etree._Element) -> None:
    """Takes out what is not shown: elements whose conditions fail, and all of a `switch` but the first that is."""
    for switch in list(root.iter(tag("switch"))):
        children = list(switch.iterchildren(etree.Element))
        shown = next((child for child in children if _is_shown(child)), None)
        for child in children:
            if child is not shown:
                _remove(child)
    for element in _conditional(root):
        if not holds(element) and element is not root and local(element) not in _NEVER_DRAWN:
            _remove(element)
        for name in _ATTRIBUTES:
            element.attrib.pop(name, None)


def _is_shown(child: etree._Element) -> bool:
    return local(child) not in ("", "foreignObject") and holds(child)


def holds(element: etree._Element) -> bool:
    """Whether what an element asks for holds: `requiredFeatures` always do (SVG 2 has none); no extension is known."""
    wanted = element.get(_LANGUAGE)
    understood = wanted is None or any(_is_read(language.strip().lower()) for language in wanted.split(","))
    return element.get(_EXTENSIONS) is None and understood


def _is_read(language: str) -> bool:
    return language.partition("-")[0] in LANGUAGES


def _remove(element: etree._Element) -> None:
    """Without the text that follows it, which lxml counts to the element."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
