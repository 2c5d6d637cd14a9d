"""What an artboard's file declares for its elements, as attribute, style or rule."""

from __future__ import annotations

from lxml import etree

from engine.typography.stylesheet import Declarations, StyleSheet


class Styles:
    """The declarations of one artboard, of each element looked up once."""

    def __init__(self, root: etree._Element) -> None:
        self._sheet = StyleSheet(root)
        self._known: dict[etree._Element, Declarations] = {}

    def value(self, element: etree._Element, name: str) -> str | None:
        """What is declared for the element itself."""
        if element not in self._known:
            self._known[element] = self._sheet.declarations(element)
        return self._known[element].get(name, element.get(name))
