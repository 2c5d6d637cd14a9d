"""CSS selectors on lxml's elements, by cssselect2. Imported only for documents that have a style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import Any

import cssselect2
import tinycss2
from cssselect2.compiler import CompiledSelector
from cssselect2.parser import CombinedSelector, CompoundSelector, Selector, parse
from lxml import etree

from engine.scene.css import Declaration, Holds, declared, flattened, shallow

MOST_COMPOUNDS = 32  # parts of one selector, as in “g .a > path”; a rule with more is dropped
MOST_RULES = 20_000  # of a document; those that follow are dropped
_MOST_TOKENS = 8 * MOST_COMPOUNDS
# What cssselect2 raises for selectors that are none, or that it does not know
_UNREADABLE = (
    cssselect2.SelectorError,
    NotImplementedError,
    AttributeError,
    TypeError,
    SyntaxError,
    MemoryError,
    RecursionError,
)


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

    @property
    def previous_siblings(self) -> Iterator[_Element]:
        return (_Element(each, self.parent) for each in self.etree_siblings[: self.index])

    def iter_children(self) -> Iterator[_Element]:
        return (_Element(each, self) for each in self.etree_children)


class Selectors:
    """The rules of a document's sheets. What is wrong in one is dropped, as CSS says, and the others stand."""

    def __init__(self, sources: list[str], holds: Holds) -> None:
        self._matcher = cssselect2.Matcher()
        self._wrappers: dict[etree._Element, _Element] = {}
        self._left = MOST_RULES
        properties: set[str] = set()
        for source in sources:
            rules = tinycss2.parse_stylesheet(shallow(source), skip_comments=True, skip_whitespace=True)
            namespaces = dict(_namespaces(rules))
            for rule in rules:
                for prelude, content in flattened(rule, holds):
                    declarations = list(declared(tinycss2.parse_blocks_contents(content)))
                    properties.update(name for name, _, _ in declarations)
                    self._add(prelude, declarations, namespaces)
        self.properties = frozenset(properties)

    def matching(self, element: etree._Element) -> list[Declaration]:
        """The declarations of all rules for this element, the weakest first."""
        matches = self._matcher.match(self._wrapper(element))
        return [declaration for *_, declarations in matches for declaration in declarations]

    def _add(self, prelude: Any, declarations: list[Declaration], namespaces: Mapping[str | None, str]) -> None:
        self._left -= 1
        if self._left < 0:
            return
        for selector in _compiled(prelude, namespaces):
            if selector.pseudo_element is None:
                self._matcher.add_selector(selector, declarations)

    def _wrapper(self, element: etree._Element) -> _Element:
        known = self._wrappers.get(element)
        if known is None:
            parent = element.getparent()
            wrapped = self._wrapper(parent) if parent is not None else None
            known = self._wrappers[element] = _Element(element, wrapped)
        return known


def _namespaces(rules: list[Any]) -> Iterator[tuple[str | None, str]]:
    """The prefixes that @namespace declares, None for the default one."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "namespace":
            match [token for token in rule.prelude if token.type not in ("whitespace", "comment")]:
                case [url] if url.type in ("string", "url"):
                    yield None, url.value
                case [prefix, url] if prefix.type == "ident" and url.type in ("string", "url"):
                    yield prefix.value, url.value


def _compiled(prelude: Any, namespaces: Mapping[str | None, str]) -> list[CompiledSelector]:
    """The selectors of a rule; none where one of them is wrong (Selectors 4, section 3.7) or too long."""
    lengths = [len(list(tokens)) for is_comma, tokens in groupby(prelude, lambda token: token == ",") if not is_comma]
    if max(lengths, default=0) > _MOST_TOKENS:
        return []
    try:
        return [_selector(each) for each in parse(prelude, namespaces)]
    except _UNREADABLE:
        return []


def _selector(parsed: Selector) -> CompiledSelector:
    """Raises SelectorError for one of too many parts."""
    parts = list(_parts(parsed.parsed_tree))
    if len(parts) + sum(map(_inner, (compound for compound, _ in parts))) > MOST_COMPOUNDS:
        raise cssselect2.SelectorError("too long")
    compiled = CompiledSelector(parsed)
    if len(parts) > 2:
        compiled.test = _Chain(parts).matches
    return compiled


def _parts(tree: CombinedSelector | CompoundSelector) -> Iterator[tuple[CompoundSelector, str]]:
    """The compounds of a selector from the right, each with the combinator at its left; "" for the leftmost."""
    count = 0
    while isinstance(tree, CombinedSelector) and count <= MOST_COMPOUNDS:
        yield tree.right, tree.combinator
        tree, count = tree.left, count + 1
    yield tree, ""


def _inner(compound: CompoundSelector) -> int:
    """What stands in the brackets of a compound, as of :not(): the more compounds in a row, the sooner too much."""
    lists = [getattr(each, "selector_list", ()) for each in compound.simple_selectors]
    trees = [getattr(each, "selector", each).parsed_tree for selectors in lists for each in selectors]
    parts = [list(_parts(tree)) for tree in trees]
    return sum(len(each) ** 3 + sum(_inner(inner) for inner, _ in each) for each in parts)


class _Chain:
    """A selector of several compounds. What was found out for an element is remembered: cssselect2 alone would try all
    ways to choose the ancestors, of which there may be more than anyone can wait for."""

    def __init__(self, parts: list[tuple[CompoundSelector, str]]) -> None:
        self._tests = [CompiledSelector(Selector(compound)).test for compound, _ in parts]
        self._combinators = [combinator for _, combinator in parts]
        self._known: dict[tuple[int, etree._Element], bool] = {}

    def matches(self, element: _Element, part: int = 0) -> bool:
        """Whether the selector, from this part leftwards, matches an element."""
        return bool(self._tests[part](element)) and self._follows(element, part)

    def _follows(self, element: _Element, part: int) -> bool:
        """Whether what the parts to the left of this one ask for is there."""
        match self._combinators[part]:
            case " ":
                return self._any(element, part, "parent")
            case "~":
                return self._any(element, part, "previous")
            case ">":
                return element.parent is not None and self.matches(element.parent, part + 1)
            case "+":
                return element.previous is not None and self.matches(element.previous, part + 1)
        return True

    def _any(self, element: _Element, part: int, step: str) -> bool:
        trail: list[tuple[int, etree._Element]] = []
        found, at = False, element
        while not found and at is not None:
            key = (part, at.etree_element)
            if key in self._known:
                found = self._known[key]
                break
            trail.append(key)
            at = getattr(at, step)
            found = at is not None and self.matches(at, part + 1)
        self._known.update(dict.fromkeys(trail, found))
        return found
