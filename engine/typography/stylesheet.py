"""Which declarations hold for an element: presentation attributes, `<style>` sheets, the `style` attribute."""

from __future__ import annotations

from lxml import etree

from engine.scene.css import Declaration, StyleSheets, parse_declarations
from engine.typography.fontshorthand import expand
from engine.typography.names import PRESENTATION
from engine.typography.viewport import size

type Declarations = dict[str, str]

__all__ = ["Declaration", "Declarations", "StyleSheet", "parse_declarations"]


class StyleSheet:
    """The sheets of one document, as its texts see them: for any medium."""

    def __init__(self, root: etree._Element) -> None:
        self._sheets = StyleSheets(root, None, size(root))

    @property
    def properties(self) -> frozenset[str]:
        """Every property that some rule sets."""
        return self._sheets.properties

    def declarations(self, element: etree._Element) -> Declarations:
        """Property → value as declared for this element: shorthands expanded, `!important` settled."""
        declared = {str(name): str(value).strip() for name, value in element.attrib.items() if name in PRESENTATION}
        for name, value, _ in self._sheets.declarations(element):
            declared.update(expand(value) if name == "font" else {name: value})
        return declared
