"""An artwork in layers, each an artwork of its own, that give its picture when they are drawn one upon the other.

What is heavy and has no words, the ground, is apart from the words and the light things among them. So the pieces of
a run have their heavy layers in common, byte for byte, whatever template they come from: each is drawn once and
remembered (engine.memory), and nobody has to say what a brief changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from lxml import etree

from engine.export.styles import DEFINITIONS, Styles, local
from engine.svg import parse, references, tag

HEAVY = 3_000  # bytes of an element and of what it refers to; what is lighter is sooner drawn than looked for

_LABEL = "aria-label"  # of what is a text
_WORDS = f"{_LABEL}=".encode()
_BLENDS = b"mix-blend-mode"
_CONTENT = "content"


@lru_cache(maxsize=2)  # for the file and its preview
def layers(svg: bytes) -> tuple[bytes, ...]:
    """The layers of an artwork from the ground up; the artwork alone where it can't be taken apart.

    They follow from the artwork alone, never from others that were made before. Raises BadInput for what is no SVG.
    """
    root = parse(svg, "artwork").getroot()
    has_rules = any(True for _ in root.iter(tag("style")))  # which tell elements by where they stand
    if has_rules or _BLENDS in svg or not _only_holds(root, Styles(root)):
        return (svg,)
    return tuple(_Parting(root).layers())


@dataclass(frozen=True, slots=True)
class _Part:
    """Elements that are drawn one after another, the ids of all that they refer to, and their weight with it."""

    elements: tuple[etree._Element, ...]
    needs: frozenset[str]
    has_words: bool
    weight: int

    @property
    def is_heavy(self) -> bool:
        return self.weight > HEAVY


class _Parting:
    """One artwork being taken apart."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._styles = Styles(root)
        elements = list(root.iterdescendants(etree.Element))
        self._by_id = {id: each for each in reversed(elements) if (id := each.get("id"))}
        self._place = {element: place for place, element in enumerate(elements)}
        self._source = cache(_source)
        self._says_words = cache(lambda element: _WORDS in self._source(element))
        self._named = cache(lambda element: references(self._source(element)) & self._by_id.keys())
        self._needs = cache(self._all_named)

    def layers(self) -> Iterator[bytes]:
        """The source of each."""
        for run in self._runs():
            yield self._svg([each for part in run for each in part.elements], {id for part in run for id in part.needs})

    def _runs(self) -> Iterator[list[_Part]]:
        """The parts of each layer: one that is heavy by itself, and light ones that follow each other together."""
        run: list[_Part] = []
        for part in self._parts():
            if run and (part.is_heavy or run[-1].is_heavy):
                yield run
                run = []
            run.append(part)
        if run:
            yield run

    def _parts(self) -> Iterator[_Part]:
        """Each text, and all that lies between two."""
        for has_words, parts in groupby(self._single(self._root), lambda part: part.has_words):
            if has_words:
                yield from parts
            else:
                yield self._part([element for part in parts for element in part.elements])

    def _single(self, parent: etree._Element) -> Iterator[_Part]:
        """What is not taken further apart, in painting order."""
        for element in parent.iterchildren(etree.Element):
            if local(element) in DEFINITIONS:
                continue
            part = self._part([element])
            if part.is_heavy and part.has_words and self._is_taken_apart(element):
                yield from self._single(element)
            else:
                yield part

    def _is_taken_apart(self, element: etree._Element) -> bool:
        """Whether it is a group of others; what is a text itself stays one."""
        return local(element) == "g" and _LABEL not in element.attrib and _only_holds(element, self._styles)

    def _part(self, elements: list[etree._Element]) -> _Part:
        needs = frozenset(id for each in elements for id in self._needs(each))
        sources = [*elements, *(self._by_id[id] for id in needs)]
        weight = sum(len(self._source(each)) for each in sources)
        return _Part(tuple(elements), needs, any(map(self._says_words, sources)), weight)

    def _all_named(self, element: etree._Element) -> frozenset[str]:
        """The ids that an element refers to, and those that these refer to."""
        found: set[str] = set()
        waiting = [element]
        while waiting:
            new = self._named(waiting.pop()) - found
            found |= new
            waiting += (self._by_id[id] for id in new)
        return frozenset(found)

    def _svg(self, elements: list[etree._Element], ids: Iterable[str]) -> bytes:
        needed = {self._by_id[id] for id in ids}.difference(elements)
        inside = needed.union(elements)
        outermost = [each for each in needed if inside.isdisjoint(each.iterancestors())]
        definitions = [self._in_place(each) for each in sorted(outermost, key=self._place.__getitem__)]
        drawn = [self._in_place(each) for each in elements]
        return _around(self._root, b"".join((b"<defs>", *definitions, b"</defs>", *drawn)))

    def _in_place(self, element: etree._Element) -> bytes:
        """Its source within the groups in which it stands, for what it inherits from them."""
        source = self._source(element)
        for ancestor in element.iterancestors():
            if ancestor is self._root:
                break
            source = _around(ancestor, source)
        return source


def _only_holds(group: etree._Element, styles: Styles) -> bool:
    """Whether a group does nothing with its content as a whole, so that it may be drawn one by one."""
    return (styles.value(group, "opacity") or "1") in ("1", "1.0", "100%") and not any(
        styles.says(group, name) for name in ("clip-path", "mask", "filter")
    )


def _source(element: etree._Element) -> bytes:
    return etree.tostring(element, with_tail=False)


def _around(parent: etree._Element, content: bytes) -> bytes:
    """A content in an element like the parent."""
    shell = etree.Element(parent.tag, parent.attrib, parent.nsmap)
    shell.append(etree.Comment(_CONTENT))
    return etree.tostring(shell).replace(f"<!--{_CONTENT}-->".encode(), content, 1)
