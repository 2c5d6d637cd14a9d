"""What every stage knows of SVG: names, boxes, and how a file from anywhere is read safely."""

from __future__ import annotations

import re
import sys
import zlib
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

from engine import gate
from engine.errors import BadInput, Place

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
LARGEST_SVG = gate.SVG
_SAFELY: Mapping[str, Any] = MappingProxyType(
    {"resolve_entities": "internal", "no_network": True, "load_dtd": False, "remove_pis": True}
)
_FIRST = 4096  # bytes that are read at once until the root is known
_WHITE = b" \t\r\n\f"
_GZIP, _GZIP_BITS = b"\x1f\x8b", 31
_START = re.compile(rb"<svg(?=[\s>/])[^>]*")
_PROLOG = 100_000  # bytes in which the root begins: what stands before it are comments and declarations
MOST_NESTED = 255  # elements in one another; libxml2 reads no more, drawing programs write some dozens
_CALLS_A_LEVEL = 20  # of Python, at most, while a tree is walked
_TOO_DEEP = "Excessive depth"  # libxml2's word for it
sys.setrecursionlimit(max(sys.getrecursionlimit(), MOST_NESTED * _CALLS_A_LEVEL))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user units: its left top corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    def grown(self, x: float, y: float) -> Box:
        """The box with `x` more at its left and right and `y` more at its top and bottom; negative shrinks."""
        return Box(self.x - x, self.y - y, self.width + 2 * x, self.height + 2 * y)

    def around(self, other: Box) -> Box:
        """The box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def common(self, other: Box) -> Box | None:
        """What both have; it may have no width or height. None where they are apart."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, right - x, bottom - y) if right >= x and bottom >= y else None


def tag(name: str) -> str:
    """The name of an SVG element as lxml has it."""
    return f"{{{SVG}}}{name}"


@lru_cache(1024)
def without_namespace(name: str) -> str:
    """The name of an element as lxml has it, without its namespace."""
    return name.rpartition("}")[2]


def escaped(words: str) -> str:
    """Words as they stand between tags. The standard library's own way there loads half of its networking."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def in_quotes(value: str) -> str:
    """An attribute's value as it stands behind its name; a parser gives white space back as it was."""
    inner = escaped(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
    return f'"{inner}"'


def parse(source: bytes, place: Path | str) -> etree._ElementTree:
    """The tree of an SVG file that may come from anywhere, packed (.svgz) or not: nothing is fetched, and of entities
    only those that are words of the file itself are put in, as far as libxml2 takes them for harmless.

    Raises BadInput where it is not well-formed, is no SVG, or is larger than 20 MB.
    """
    try:
        root: etree._Element = etree.fromstring(_plain(source, place), etree.XMLParser(**_SAFELY))
    except etree.XMLSyntaxError as error:
        raise _broken(error, place) from None
    return _drawing(root, place).getroottree()


def _drawing(root: etree._Element, place: Path | str) -> etree._Element:
    if root.tag != tag("svg"):
        raise BadInput.of(
            "the file is no SVG: its root is <{name}>",
            todo="give an SVG file",
            place=Place(place, root.sourceline),
            name=etree.QName(root).localname,
        )
    return root


class Reading:
    """An SVG file that is read as far as it is asked for, and once. Raises BadInput as `parse` does."""

    def __init__(self, source: bytes, place: Path | str) -> None:
        self._left = _plain(source, place)
        self._place = place
        self._parser = etree.XMLPullParser(("start",), **_SAFELY)

    @cached_property
    def root(self) -> etree._Element:
        """The root element; what is in it need not be there yet."""
        while self._left:
            self._feed(_FIRST)
            for _, root in self._parser.read_events():
                return root
        raise BadInput.of("the SVG is empty", todo="give an SVG file", place=Place(self._place))

    def whole(self) -> etree._Element:
        """The root with all that is in it. To be asked for once, and last."""
        root = _drawing(self.root, self._place)
        self._feed(len(self._left))
        try:
            self._parser.close()
        except etree.XMLSyntaxError as error:
            raise _broken(error, self._place) from None
        return root

    def _feed(self, most: int) -> None:
        part, self._left = self._left[:most], self._left[most:]
        try:
            self._parser.feed(part)
        except etree.XMLSyntaxError as error:
            raise _broken(error, self._place) from None


def _plain(source: bytes, place: Path | str) -> bytes:
    """An SVG's text: unpacked, and in SVG's namespace where it names none."""
    if source.startswith(_GZIP):
        source = _unpacked(source, place)
    if len(source) > LARGEST_SVG:
        raise BadInput.of("the SVG is larger than 20 MB", todo="simplify it in Inkscape", place=Place(place))
    start = _START.search(source, 0, _PROLOG)
    if start and b"xmlns=" not in start[0]:
        at = start.start() + len(b"<svg")
        source = b"".join((source[:at], f' xmlns="{SVG}"'.encode(), source[at:]))
    return source


def _unpacked(source: bytes, place: Path | str) -> bytes:
    try:
        return zlib.decompressobj(_GZIP_BITS).decompress(source, LARGEST_SVG + 1)
    except zlib.error:
        raise BadInput.of(
            "the packed SVG can't be unpacked", todo="save it again, unpacked", place=Place(place)
        ) from None


def _broken(error: etree.XMLSyntaxError, place: Path | str) -> BadInput:
    if (error.msg or "").startswith(_TOO_DEEP):
        return BadInput.of(
            "more than {most} elements stand in one another",
            todo="ungroup what is grouped for no reason",
            place=Place(place, error.lineno or None),
            most=MOST_NESTED,
        )
    return BadInput.of(
        "broken XML: {problem}",
        todo="mend the markup around this line or save the file again from Inkscape",
        place=Place(place, error.lineno or None),
        problem=(error.msg or "unreadable").rsplit(", line", 1)[0],
    )


def data_uri(source: str) -> bytes | None:
    """What a data: URI holds, forgiving in its base64 as browsers are; None for any other reference."""
    head, comma, body = source.partition(",")
    if not head.startswith("data:") or not comma:
        return None
    data = unquote_to_bytes(body)
    if not head.rstrip().endswith(";base64"):
        return data
    letters = data.translate(None, _WHITE).rstrip(b"=")
    try:
        return b64decode(letters + b"=" * (-len(letters) % 4))
    except ValueError:
        return b""


# Written so that no text makes it go back more than once over its digits
NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
NARROWEST = 1e-6  # of a user space: the lesser side's share of what is largest in it
FARTHEST = 1e10  # user units; a number beyond is a slip or an attack, and nothing can be drawn there
_NUMBER = re.compile(NUMBER)
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|)\s*")
_PX_PER_UNIT = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


def numbers(text: str) -> list[float]:
    """All numbers of an attribute, in order; none where one of them is beyond all sense."""
    found = list(map(float, _NUMBER.findall(text)))
    return found if all(-FARTHEST <= number <= FARTHEST for number in found) else []


def number(text: str | None, default: float = 0.0) -> float:
    """A plain number; the default where it is missing or none."""
    found = _NUMBER.fullmatch(text.strip()) if text else None
    value = float(found[0]) if found else default
    return value if -FARTHEST <= value <= FARTHEST else default


def length(text: str | None) -> float | None:
    """An absolute CSS length in px (96 to the inch), None for a missing or relative one."""
    found = _LENGTH.fullmatch(text) if text else None
    px = float(found[1]) * _PX_PER_UNIT[found[2]] if found else None
    return px if px is not None and -FARTHEST <= px <= FARTHEST else None


def view_box(root: etree._Element, place: Path | str) -> Box:
    """The user space of the drawing: its viewBox, else its width and height.

    Raises BadInput for neither, and for one so narrow or so small that nothing can be measured in it.
    """
    box = numbers(root.get("viewBox", ""))
    if len(box) != 4:
        box = [0.0, 0.0, length(root.get("width")) or 0, length(root.get("height")) or 0]
    if box[2] <= 0 or box[3] <= 0:
        raise BadInput.of(
            "the SVG has no size",
            todo="give it a viewBox (in Inkscape: File → Document Properties)",
            place=Place(place, root.sourceline),
        )
    if min(box[2:]) < NARROWEST * max(*map(abs, box), 1):
        raise BadInput.of(
            "the SVG measures {width} × {height}, which can't be drawn",
            todo="give it a viewBox that fits what it shows (in Inkscape: File → Document Properties)",
            place=Place(place, root.sourceline),
            width=f"{box[2]:g}",
            height=f"{box[3]:g}",
        )
    return Box(*box)
