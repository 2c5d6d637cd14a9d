"""What an artwork declares for its elements, as attribute, style or rule."""

from __future__ import annotations

from lxml import etree

from engine.svg import without_namespace
from engine.typography.stylesheet import Declarations, StyleSheet

DEFINITIONS = frozenset(
    ("defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "filter", "style")
)
"""What is not drawn where it stands."""


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return without_namespace(str(element.tag))


class Styles:
    """The declarations of one document, of each element looked up once."""

    def __init__(self, root: etree._Element) -> None:
        self._sheet = StyleSheet(root)
        self._known: dict[etree._Element, Declarations] = {}

    def value(self, element: etree._Element, name: str) -> str | None:
        """What is declared for the element itself."""
        if element not in self._known:
            self._known[element] = self._sheet.declarations(element)
        return self._known[element].get(name, element.get(name))

    def says(self, element: etree._Element, name: str) -> bool:
        """Whether anything but “none” is declared."""
        return (self.value(element, name) or "none") != "none"

    def inherited(self, element: etree._Element, name: str, initial: str) -> str:
        """What an inherited property is: the element's own or its nearest ancestor's."""
        at: etree._Element | None = element
        while at is not None:
            value = self.value(at, name)
            if value is not None and value != "inherit":
                return value
            at = at.getparent()
        return initial


def override(element: etree._Element, **properties: str) -> None:
    """Declares properties for an element over anything that its document says; _ stands for -."""
    declared = "".join(f";{name.replace('_', '-')}:{value}!important" for name, value in properties.items())
    element.set("style", (element.get("style", "").rstrip("; ") + declared).lstrip(";"))
