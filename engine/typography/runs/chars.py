"""Text content → addressable characters with their positions, cut into chunks (SVG 2 §11.5, text layout).

A character is a Unicode code point, as in usvg. What is not displayed has no characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lxml import etree

from engine.scene.elements import holds, href, local
from engine.scene.values import Measure, leading_lengths, length, numbers
from engine.typography.runs.tracks import track_of
from engine.typography.styles.style import Style
from engine.typography.styles.styling import Styles

_SPACES = re.compile(r"[ \t\r\n\f]+")
_BLANKS = re.compile(r"[ \t\r\f]+")
_AROUND_FEED = re.compile(r" ?\n ?")
_INITIAL = re.compile(r"(?<![\w'’])\w")
_KEPT = str.maketrans("\t\r\n\f", "    ")
_KEPT_WITH_FEEDS = str.maketrans("\t\r\f", "   ")
_INSIDE = ("tspan", "a", "tref", "flowPara", "flowDiv", "flowSpan", "flowLine")
_PARAGRAPHS = ("flowPara", "flowDiv", "flowLine")  # SVG 1.2, as older Inkscapes wrote it
_PARAGRAPH_END = "\u2029"


@dataclass(frozen=True, slots=True)
class Piece:
    """The text between two tags."""

    text: str
    element: etree._Element
    style: Style
    path: etree._Element | None = None  # the textPath it is in
    lost: bool = False  # in a textPath without a path: its characters have addresses and are not drawn


@dataclass(frozen=True, slots=True)
class Stretch:
    """A `textLength`: the characters start to end take this many px."""

    start: int
    end: int
    length: float
    glyphs: bool  # lengthAdjust="spacingAndGlyphs"


@dataclass(slots=True)
class Positions:
    """Positions by the index of the character; px in the text's coordinate system, degrees clockwise."""

    x: dict[int, float] = field(default_factory=dict)
    y: dict[int, float] = field(default_factory=dict)
    dx: dict[int, float] = field(default_factory=dict)
    dy: dict[int, float] = field(default_factory=dict)
    rotate: dict[int, float] = field(default_factory=dict)

    @property
    def known(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """All of them as one key."""
        return tuple(tuple(each.items()) for each in (self.x, self.y, self.dx, self.dy, self.rotate))


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a chunk that share a style."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters set one after the other from one point: the unit of anchoring, bidi and shaping."""

    text: str
    spans: tuple[Span, ...]
    addresses: Sequence[int]  # each character's index in the whole text
    x: float | None = None
    y: float | None = None
    path: etree._Element | None = None

    @property
    def style(self) -> Style:
        """The style of the first character: it decides the anchor."""
        return self.spans[0].style


@dataclass(frozen=True, slots=True)
class Content:
    """A text element, read."""

    element: etree._Element
    pieces: tuple[Piece, ...]
    positions: Positions
    stretches: tuple[Stretch, ...]

    @property
    def shown(self) -> tuple[Piece, ...]:
        """The pieces that are drawn."""
        return tuple(piece for piece in self.pieces if not piece.lost)

    @property
    def words(self) -> str:
        """What it says, its paragraphs on lines of their own."""
        return "".join(piece.text for piece in self.shown).replace(_PARAGRAPH_END, "\n").strip()


def content(text: etree._Element, styles: Styles) -> Content:
    """What a text element says and where its characters go."""
    pieces = tuple(_collapsed(_pieces(text, styles, None)))
    positions = Positions()
    stretches: list[Stretch] = []
    extents = _extents(text, pieces)
    for element, (start, end) in extents.items():
        if start < end:
            _place(element, styles.measure(element), start, end, positions)
            stretch = _stretch(element, styles.measure(element), start, end)
            stretches += [stretch] if stretch else []
    return Content(text, pieces, positions, tuple(stretches))


def chunks(content: Content) -> Iterator[Chunk]:
    """The content cut where a character has a position of its own, and around text paths."""
    placed = content.positions.x.keys() | content.positions.y.keys()
    spans: list[Span] = []
    text: list[str] = []
    addresses: list[int] = []
    path: etree._Element | None = None
    at = 0
    for piece in content.pieces:
        first, at = at, at + len(piece.text)
        if not piece.text or piece.lost or piece.style.font.size <= 0:
            continue
        cuts = {index for index in range(first, at) if index in placed} if placed else set()
        if piece.path is not path:
            cuts.add(first)
        for start, end in pairwise(sorted({first, *cuts, at})):
            if start in cuts and spans:
                yield _chunk(text, spans, addresses, path, content.positions)
                text, spans, addresses = [], [], []
            path = piece.path
            spans.append(Span(len(addresses), len(addresses) + end - start, piece.style))
            text.append(piece.text[start - first : end - first].replace("\n", " "))  # only boxes have lines
            addresses.extend(range(start, end))
    if spans:
        yield _chunk(text, spans, addresses, path, content.positions)


def _chunk(
    text: list[str],
    spans: list[Span],
    addresses: list[int],
    path: etree._Element | None,
    positions: Positions,
) -> Chunk:
    first = addresses[0]
    return Chunk("".join(text), tuple(spans), addresses, positions.x.get(first), positions.y.get(first), path)


def _pieces(element: etree._Element, styles: Styles, path: etree._Element | None) -> Iterator[Piece]:
    style = styles.style(element)
    if not style.displayed:
        return
    yield Piece(element.text or "", element, style, path)
    for child in element:
        name = local(child) if isinstance(child.tag, str) and holds(child) else ""
        if name == "tref":
            inside = styles.style(child)
            yield Piece(_referenced(child, styles) if inside.displayed else "", child, inside, path)
        elif name == "textPath":
            lost = _is_lost(child, styles)
            yield from (replace(piece, lost=piece.lost or lost) for piece in _pieces(child, styles, child))
        elif name in _INSIDE:
            yield from _pieces(child, styles, path)
            if name in _PARAGRAPHS:
                yield Piece(_PARAGRAPH_END, child, styles.style(child), path)
        yield Piece(child.tail or "", element, style, path)


def _is_lost(path: etree._Element, styles: Styles) -> bool:
    """Whether nothing of a textPath is drawn: one in another element of text, and one without a path."""
    parent = path.getparent()
    return parent is None or local(parent) not in ("text", "a") or track_of(path, styles) is None


def _referenced(tref: etree._Element, styles: Styles) -> str:
    target = styles.named(href(tref).removeprefix("#"))
    return "".join(target.itertext(tag=etree.Element)) if target is not None and local(target) else ""


def _collapsed(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """White space as CSS Text 3 §4.1.1 has it, across the tags."""
    kept: list[tuple[Piece, str]] = []
    after_space = True
    for piece in pieces:
        text = _cased(_spaced(piece), piece.style.transform)
        if not piece.style.preserve and after_space and text.startswith(" "):
            text = text[1:]
        if text:
            after_space = text.endswith(("\n", _PARAGRAPH_END)) or (text.endswith(" ") and not piece.style.preserve)
        kept.append((piece, text))
    last = next((index for index in range(len(kept) - 1, -1, -1) if kept[index][1]), -1)
    for index, (piece, text) in enumerate(kept):
        if index == last and not piece.style.preserve:
            text = text.removesuffix(" ")
        yield replace(piece, text=text)


def _cased(text: str, transform: str) -> str:
    """Text with `text-transform`, a character for each: those that would become two stay."""
    if transform == "none":
        return text
    changed = {"uppercase": str.upper, "lowercase": str.lower}.get(transform)
    if changed is None:
        return _INITIAL.sub(lambda initial: _alone(initial[0], str.title), text)
    return "".join(_alone(character, changed) for character in text)


def _alone(character: str, change: Callable[[str], str]) -> str:
    changed = change(character)
    return changed if len(changed) == 1 else character


def _spaced(piece: Piece) -> str:
    if piece.style.preserve:
        return piece.text.translate(_KEPT_WITH_FEEDS if piece.style.line_breaks else _KEPT)
    if piece.style.line_breaks:
        return _AROUND_FEED.sub("\n", _BLANKS.sub(" ", piece.text))
    return _SPACES.sub(" ", piece.text)


def _extents(text: etree._Element, pieces: Sequence[Piece]) -> Mapping[etree._Element, tuple[int, int]]:
    """Each element's first character and the one after its last, in document order."""
    found: dict[etree._Element, tuple[int, int]] = {text: (0, 0)}
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        element: etree._Element | None = piece.element
        while element is not None:
            start = found[element][0] if element in found else at
            found[element] = (start, end)
            if element is text:
                break
            element = element.getparent()
        at = end
    order = {element: index for index, element in enumerate(text.iter())}
    return dict(sorted(found.items(), key=lambda item: order[item[0]]))


def _place(element: etree._Element, measure: Measure, start: int, end: int, positions: Positions) -> None:
    if local(element) != "textPath":  # the path places these
        for name, percent, target in (
            ("x", measure.width, positions.x),
            ("y", measure.height, positions.y),
            ("dx", measure.width, positions.dx),
            ("dy", measure.height, positions.dy),
        ):
            values = leading_lengths(element.get(name, ""), measure, percent)
            target.update(zip(range(start, end), values, strict=False))
    angles = numbers(element.get("rotate"))
    if angles:
        for offset in range(end - start):
            positions.rotate[start + offset] = angles[min(offset, len(angles) - 1)]


def _stretch(element: etree._Element, measure: Measure, start: int, end: int) -> Stretch | None:
    px = length(element.get("textLength", ""), measure, measure.width)
    if px is None or px < 0:
        return None
    return Stretch(start, end, px, element.get("lengthAdjust") == "spacingAndGlyphs")
