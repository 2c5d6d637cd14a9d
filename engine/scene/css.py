"""Style sheets: which declarations hold for an element, the weakest first (CSS Cascade 4), read as CSS recovers from
mistakes: a bad declaration or rule is left out, and what stands before it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Literal

from lxml import etree

from engine.svg import without_namespace

type Medium = Literal["screen", "print"]
type Declaration = tuple[str, str, bool]  # name, value, important?
type Holds = Callable[[Any], bool]
"""Whether what is in an at-rule counts."""

_PARTS = re.compile(r"(?:[^;(]|\([^)]*\)?)+")
_BRACKET = re.compile(r"[(\[{]|[)\]}]")
DEEPEST = 32  # brackets in brackets; a calc() in a rule in a few @media has some ten
_RATIO = {"min-width": 0, "max-width": 0, "min-height": 1, "max-height": 1}


class StyleSheets:
    """The sheets of one document, for a page of some px and for a medium, or any."""

    def __init__(self, root: etree._Element, medium: Medium | None, page: tuple[float, float]) -> None:
        self._medium = medium
        self._page = page
        sources = [
            "".join(element.itertext())
            for element in root.iter(etree.Element)
            if without_namespace(str(element.tag)) == "style"
            and element.get("type", "text/css").strip().lower() in ("text/css", "")
            and self._media_hold(element.get("media", ""))
        ]
        self._selectors: Any = None
        if any(map(str.strip, sources)):
            from engine.scene.selectors import Selectors

            self._selectors = Selectors(sources, self._holds)

    @property
    def properties(self) -> frozenset[str]:
        """Every property that some rule sets."""
        return self._selectors.properties if self._selectors else frozenset()

    def declarations(self, element: etree._Element) -> list[Declaration]:
        """Those of the rules that match an element and of its `style`, the weakest first, the important ones last."""
        inline = parse_declarations(element.get("style", ""))
        found = inline if self._selectors is None else [*self._selectors.matching(element), *inline]
        if any(each[2] for each in found):
            return [*(each for each in found if not each[2]), *(each for each in found if each[2])]
        return found

    def _holds(self, rule: Any) -> bool:
        import tinycss2

        match rule.lower_at_keyword:
            case "media":
                return self._media_hold(tinycss2.serialize(rule.prelude))
            case "supports":
                return _is_supported(tinycss2.serialize(rule.prelude))
            case "layer":
                return True
        return False

    def _media_hold(self, queries: str) -> bool:
        """Whether one of some media queries does (Media Queries 4: types, not, only, widths and heights)."""
        return not queries.strip() or any(self._query_holds(query) for query in queries.lower().split(","))

    def _query_holds(self, query: str) -> bool:
        words = re.findall(r"\([^)]*\)|[^\s()]+", query)
        negated = words[:1] == ["not"]
        words = [word for word in words if word not in ("not", "only", "and")]
        holds = bool(words) and all(self._part_holds(word) for word in words)
        return holds != negated

    def _part_holds(self, word: str) -> bool:
        if not word.startswith("("):
            return word == "all" or word == self._medium or (self._medium is None and word in ("screen", "print"))
        name, _, value = word.strip("()").partition(":")
        name, value = name.strip(), value.strip()
        found = re.fullmatch(r"([0-9.]+)px", value)
        if name in _RATIO and found:
            side = self._page[_RATIO[name]]
            return side >= float(found[1]) if name.startswith("min") else side <= float(found[1])
        known = {
            "color": "",
            "orientation": "landscape" if self._page[0] > self._page[1] else "portrait",
            "prefers-color-scheme": "light",
            "prefers-reduced-motion": "reduce",
        }
        return name in known and value in (known[name], "")


def _is_supported(condition: str) -> bool:
    """Whether `@supports` is true: of a declaration where its property is one of SVG's."""
    from engine.scene.properties import KNOWN

    negated = condition.strip().lower().startswith("not")
    names = re.findall(r"\(\s*([a-zA-Z-]+)\s*:", condition)
    joined = any if re.search(r"\)\s*or\s*\(", condition, re.IGNORECASE) else all
    return (bool(names) and joined(name.lower() in KNOWN for name in names)) != negated


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


@lru_cache(4096)
def parse_declarations(source: str) -> list[Declaration]:
    """The declarations of a `style` attribute; nobody changes the list."""
    if not source:
        return []
    if any(mark in source for mark in ("/*", "'", '"', "\\", "{", "}", "[")):
        import tinycss2

        return list(declared(tinycss2.parse_blocks_contents(shallow(source))))
    return list(_plain(source))


def _plain(source: str) -> Iterator[Declaration]:
    """Those of a source without strings and comments: much the most, and much quicker so."""
    for part in _PARTS.findall(source):
        name, colon, value = part.partition(":")
        if colon:
            value, _, priority = value.partition("!")
            yield _named(name.strip()), value.strip(), priority.strip().lower() == "important"


def _named(name: str) -> str:
    """A property's name as it is looked up: only a variable's tells large letters from small ones."""
    return name if name.startswith("--") else name.lower()


def declared(nodes: Iterable[Any]) -> Iterator[Declaration]:
    """The declarations among tinycss2's nodes."""
    import tinycss2

    for node in nodes:
        if node.type == "declaration":
            yield _named(node.name), tinycss2.serialize(node.value).strip(), node.important


def flattened(rule: Any, holds: Holds, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    """Prelude and content of a rule, or of the rules inside an at-rule that holds."""
    import tinycss2

    if rule.type == "qualified-rule":
        yield rule.prelude, rule.content
    elif rule.type == "at-rule" and rule.content is not None and depth < DEEPEST and holds(rule):
        for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from flattened(inner, holds, depth + 1)
