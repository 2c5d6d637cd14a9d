"""CSS selectors on lxml's elements, by cssselect2. Imported only for documents that have a style sheet."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import cssselect2
import tinycss2
from lxml import etree

from engine.typography.stylesheet import Declared, declared, flattened


class _Element(cssselect2.ElementWrapper):  # type: ignore[misc]
    """cssselect2 wraps whole documents; we ask for a few elements of large ones, so siblings wait until needed."""

    def __init__(self, element: etree._Element, parent: _Element | None) -> None:
        super().__init__(element, parent, None, None, False)
        del self.index, self.previous  # found out below, when a selector asks

    @cached_property
    def index(self) -> int:
        found: int = self.etree_siblings.index(self.etree_element)
        return found

    @cached_property
    def previous(self) -> _Element | None:
        return _Element(self.etree_siblings[self.index - 1], self.parent) if self.index else None


class Selectors:
    """The rules of a document's sheets."""

    def __init__(self, sources: list[str]) -> None:
        self._matcher = cssselect2.Matcher()
        self._wrappers: dict[etree._Element, _Element] = {}
        properties: set[str] = set()
        for source in sources:
            rules = tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
            for rule in rules:
                for prelude, content in flattened(rule):
                    declarations = list(declared(tinycss2.parse_blocks_contents(content)))
                    properties.update(name for name, _, _ in declarations)
                    self._add(prelude, declarations)
        self.properties = frozenset(properties)

    def matching(self, element: etree._Element) -> list[Declared]:
        """The declarations of all rules for this element, the weakest first."""
        matches = self._matcher.match(self._wrapper(element))
        return [declaration for *_, declarations in matches for declaration in declarations]

    def _add(self, prelude: Any, declarations: list[Declared]) -> None:
        try:
            selectors = cssselect2.compile_selector_list(prelude)
        except cssselect2.SelectorError:
            return
        for selector in selectors:
            if selector.pseudo_element is None:
                self._matcher.add_selector(selector, declarations)

    def _wrapper(self, element: etree._Element) -> _Element:
        known = self._wrappers.get(element)
        if known is None:
            parent = element.getparent()
            wrapped = self._wrapper(parent) if parent is not None else None
            known = self._wrappers[element] = _Element(element, wrapped)
        return known
