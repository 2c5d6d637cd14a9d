"""Which declarations hold for an element: presentation attributes, `<style>` sheets, the `style` attribute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from engine.svg import SVG
from engine.typography.fontshorthand import expand
from engine.typography.names import PRESENTATION

type Declarations = dict[str, str]
type Declared = tuple[str, str, bool]  # name, value, important?
_PARTS = re.compile(r"(?:[^;(]|\([^)]*\)?)+")
_BRACKET = re.compile(r"[(\[{]|[)\]}]")
DEEPEST = 32  # brackets in brackets; a calc() in a rule in a few @media has some ten
_MEDIA = frozenset(("all", "screen", "print", ""))


class StyleSheet:
    """The sheets of one document."""

    def __init__(self, root: etree._Element) -> None:
        sources = [
            "".join(element.itertext())
            for element in root.iter(f"{{{SVG}}}style")
            if element.get("type", "text/css") in ("text/css", "") and _medium_fits(element.get("media", ""))
        ]
        self._selectors = None
        if any(map(str.strip, sources)):
            from engine.typography.selectors import Selectors

            self._selectors = Selectors(sources)

    @property
    def properties(self) -> frozenset[str]:
        """Every property that some rule sets."""
        return self._selectors.properties if self._selectors else frozenset()

    def declared(self, element: etree._Element) -> list[Declared]:
        """What rules and its `style` declare for this element, the weakest first within each importance."""
        sheet = self._selectors.matching(element) if self._selectors else []
        return [*sheet, *parse_declarations(element.get("style", ""))]

    def declarations(self, element: etree._Element) -> Declarations:
        """Property → value as declared for this element: shorthands expanded, `!important` settled."""
        normal: Declarations = {}
        important: Declarations = {}
        for name, value in element.attrib.items():
            if name in PRESENTATION:
                normal[str(name)] = str(value).strip()
        for name, value, weighs in self.declared(element):
            target = important if weighs else normal
            target.update(expand(value) if name == "font" else {name: value})
        return normal | important


def shallow(source: str) -> str:
    """CSS without what stands deeper in brackets than anyone needs: who reads it goes one call deeper for each."""
    if source.count("(") + source.count("[") + source.count("{") <= DEEPEST:
        return source
    kept: list[str] = []
    depth, start = 0, 0
    for bracket in _BRACKET.finditer(source):
        opens = bracket[0] in "([{"
        if opens and depth == DEEPEST:
            kept.append(source[start : bracket.start()])
        depth = depth + 1 if opens else max(depth - 1, 0)
        if not opens and depth == DEEPEST:
            start = bracket.end()
    return "".join(kept) + source[start:] if depth <= DEEPEST else "".join(kept)


def parse_declarations(source: str) -> list[Declared]:
    """The declarations of a `style` attribute."""
    if not source:
        return []
    if any(mark in source for mark in ("/*", "'", '"', "\\")):
        import tinycss2

        return list(declared(tinycss2.parse_blocks_contents(shallow(source))))
    return list(_plain_declarations(source))


def _plain_declarations(source: str) -> Iterator[Declared]:
    """Those of a source without strings and comments: much the most, and much quicker so."""
    for part in _PARTS.findall(source):
        name, colon, value = part.partition(":")
        if colon:
            value, _, priority = value.partition("!")
            yield name.strip().lower(), value.strip(), priority.strip().lower() == "important"


def declared(nodes: Iterable[Any]) -> Iterator[Declared]:
    """The declarations among tinycss2's nodes."""
    import tinycss2

    for node in nodes:
        if node.type == "declaration":
            yield node.lower_name, tinycss2.serialize(node.value).strip(), node.important


def flattened(rule: Any) -> Iterator[tuple[Any, Any]]:
    """Prelude and content of a rule, or of the rules inside an @media that fits."""
    import tinycss2

    if rule.type == "qualified-rule":
        yield rule.prelude, rule.content
    elif _holds(rule):
        for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from flattened(inner)


def _holds(rule: Any) -> bool:
    """Whether it is an @media that fits."""
    import tinycss2

    return bool(
        rule.type == "at-rule"
        and rule.lower_at_keyword == "media"
        and rule.content is not None
        and _medium_fits(tinycss2.serialize(rule.prelude))
    )


def _medium_fits(query: str) -> bool:
    return any(medium.strip().lower() in _MEDIA for medium in query.split(","))
