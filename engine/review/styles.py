"""What an artboard's file declares for its elements, as attribute, style or rule."""

from __future__ import annotations

from lxml import etree

from engine.scene.css import StyleSheets
from engine.scene.properties import PRESENTATION


class Styles:
    """The declarations of one artboard, of each element looked up once."""

    def __init__(self, root: etree._Element) -> None:
        self._sheets = StyleSheets(root, None, (100, 100))
        self._known: dict[etree._Element, dict[str, str]] = {}

    def value(self, element: etree._Element, name: str) -> str | None:
        """What is declared for the element itself."""
        if element not in self._known:
            said = {str(at): str(value).strip() for at, value in element.attrib.items() if at in PRESENTATION}
            rules = self._sheets.declarations(element)
            self._known[element] = said | {property: value for property, value, _ in rules}
        return self._known[element].get(name, element.get(name))
