"""PDFs from anywhere: the door they come in by, and their objects read as what they have to be.

pikepdf hands out whatever stands in a file. Here an object is of one type, or missing, or Malformed is raised: no other
error comes of what is damaged or means harm, and nothing is unpacked beyond a limit. Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from engine import gate
from engine.errors import BadInput, Mistake, Place
from engine.svg import Box

LARGEST_DAMAGED = 30_000_000  # bytes of a file that is searched for its objects where its table of them is wrong
MOST_UNPACKED = 256_000_000  # bytes of a stream
MOST_LZW = 180_000  # bytes of a stream packed by LZW, which unpacks to as much as 1,400 times as many
MOST_ITEMS = 100_000  # of an array that is read
MOST_PARSED = 1_000_000  # items of any other, and of a dictionary
MOST_PAGES = 5_000
DEEPEST = 60  # pages in pages
MOST_COPIED = 100_000  # objects of a page
DEEPEST_COPY = 2_000  # references from one object to the next: qpdf copies them by calling itself
LARGEST = 1e9  # number; a page is 14,400 units wide at most
LONGEST = 60  # characters of a name or a text that is told
FAULTS = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)

_UNPACKERS = ("flate_max_memory", "run_length_max_memory", "png_max_memory", "tiff_max_memory", "dct_max_memory")
_LIMITS: dict[str, Any] = {
    "parser_max_nesting": 100,
    "parser_max_container_size": MOST_PARSED,
    "doc_max_warnings": 5_000,
    **dict.fromkeys(_UNPACKERS, MOST_UNPACKED),
}
PLAIN = frozenset(("FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode"))  # no pictures
_LZW = frozenset(("LZWDecode", "LZW"))


class Malformed(Exception):
    """An object of a PDF is not what it has to be. `mistake` says which; its place is only known outside."""

    def __init__(self, what: str = "the PDF is damaged", **values: object) -> None:
        self.mistake = Mistake(what, "export it anew", values=values)
        super().__init__(str(self.mistake))


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what it inherits. `trim` and `bleed` are None where the page does not name them."""

    document: pikepdf.Pdf
    number: int
    object: Any
    resources: Any
    media: Box
    crop: Box
    trim: Box | None
    bleed: Box | None
    unit: float
    turned: int  # degrees clockwise: 0, 90, 180 or 270


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """A PDF, to be read through this module. Raises BadInput for what is none, also for what turns out so later."""
    size = _size(path)
    kept: dict[str, Any] = set_qpdf_limits(**_LIMITS)
    try:
        with _document(path, size) as document:
            yield document
    except Malformed as error:
        mistake = error.mistake
        raise BadInput.of(mistake.what, todo=mistake.todo, place=Place(path), **mistake.values) from None
    finally:
        set_qpdf_limits(**kept)


def _size(path: Path) -> int:
    try:
        return gate.checked(path, gate.PDF).stat().st_size
    except OSError as error:
        raise _closed(path, error.strerror or "") from None


def _document(path: Path, size: int) -> pikepdf.Pdf:
    try:
        return pikepdf.open(path, attempt_recovery=size <= LARGEST_DAMAGED, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise BadInput.of("the PDF has a password", todo="save it without one", place=Place(path)) from None
    except OSError as error:
        raise _closed(path, error.strerror or "") from None
    except FAULTS as error:
        raise _closed(path, str(error)) from None


def _closed(path: Path, reason: str) -> BadInput:
    first = next(iter(reason.splitlines()), "").removeprefix(f"{path}").strip(" :")
    return BadInput.of(
        "the PDF can't be opened ({reason})", todo="write it anew", place=Place(path), reason=told(first)
    )


def told(words: str) -> str:
    """Words of a file as they may stand in a message: short, and nothing but what is printed."""
    shown = "".join(each if each.isprintable() else "�" for each in words[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def item(holder: Any, key: str) -> Any:
    """What a dictionary or a stream has at `key`; None where that is nothing, or can't be read."""
    if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        return None
    try:
        return holder.get(key)
    except FAULTS:
        return None


def keys(holder: Any) -> frozenset[str]:
    """The keys of a dictionary or a stream, with their slash; none of anything else."""
    if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        return frozenset()
    try:
        return frozenset(holder.keys())
    except FAULTS:
        return frozenset()


def number(value: Any, default: float | None = None) -> float:
    """A number, neither endless nor absurd; the default for None."""
    if value is None and default is not None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Malformed
    if not -LARGEST <= value <= LARGEST:
        raise Malformed
    return float(value)


def number_or(value: Any, default: float) -> float:
    """A number; the default for what is none."""
    try:
        return number(value, default)
    except Malformed:
        return default


def integer(value: Any, default: int | None = None) -> int:
    """A whole number; the default for None."""
    if value is None and default is not None:
        return default
    whole = number(value)
    if whole != int(whole):
        raise Malformed
    return int(whole)


def truth(value: Any, *, default: bool = False) -> bool:
    """True or false; the default for anything else, as viewers have it."""
    return value if isinstance(value, bool) else default


def array(value: Any, length: int | None = None) -> list[Any]:
    """The items of an array, of `length` where that is said."""
    if not isinstance(value, pikepdf.Array):
        raise Malformed
    try:
        size = len(value)
        if size > MOST_ITEMS or (length is not None and size != length):
            raise Malformed
        return list(value)
    except FAULTS:
        raise Malformed from None


def numbers(value: Any, length: int | None = None) -> tuple[float, ...]:
    """The numbers of an array."""
    return tuple(map(number, array(value, length)))


def name(value: Any) -> str:
    """A name without its slash."""
    if not isinstance(value, pikepdf.Name):
        raise Malformed
    try:
        return str(value).removeprefix("/")
    except FAULTS:
        return value.unparse().decode("ascii", "replace").removeprefix("/")


def name_or(value: Any, default: str = "") -> str:
    """A name; the default for what is none."""
    return name(value) if isinstance(value, pikepdf.Name) else default


def text(value: Any) -> str:
    """The words of a string; none where it is no string, or none in any encoding."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return str(value)
    except FAULTS:
        return ""


def dictionary(value: Any) -> Any:
    """A dictionary, or a stream, which has one."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        raise Malformed
    return value


def box(value: Any) -> Box:
    """A rectangle by two of its opposite corners."""
    x, y, right, top = numbers(value, 4)
    return Box(min(x, right), min(y, top), abs(right - x), abs(top - y))


def identity(value: Any) -> tuple[int, int] | None:
    """What tells an object of the file from every other; None for one that stands within another."""
    number, generation = value.objgen
    return (number, generation) if number else None


def filters(stream: Any) -> tuple[str, ...]:
    """The names of what a stream is packed with, from the outside in."""
    given = item(stream, "/Filter")
    if given is None:
        return ()
    return tuple(map(name, array(given))) if isinstance(given, pikepdf.Array) else (name(given),)


def packed(stream: Any) -> bytes:
    """A stream's bytes as they stand in the file."""
    if not isinstance(stream, pikepdf.Stream):
        raise Malformed
    try:
        return bytes(stream.read_raw_bytes())
    except FAULTS:
        raise Malformed from None


def unpacked(stream: Any, most: int) -> bytes:
    """A stream's bytes; Malformed where they are more than `most`, or packed as a picture."""
    if not isinstance(stream, pikepdf.Stream):
        raise Malformed
    if _LZW & set(filters(stream)) and len(packed(stream)) > MOST_LZW:
        raise Malformed
    limits: dict[str, Any] = dict.fromkeys(_UNPACKERS, most)
    kept: dict[str, Any] = set_qpdf_limits(**limits)
    try:
        data = bytes(stream.read_bytes())
    except FAULTS:
        raise Malformed from None
    finally:
        set_qpdf_limits(**kept)
    if len(data) > most:
        raise Malformed
    return data


def root(document: pikepdf.Pdf) -> Any:
    """The document's catalogue."""
    return item(document.trailer, "/Root")


def information(document: pikepdf.Pdf, key: str) -> str:
    """What the document says of itself at `key`."""
    return text(item(item(document.trailer, "/Info"), key))


def intents(document: pikepdf.Pdf) -> list[Any]:
    """The document's output intents."""
    given = item(root(document), "/OutputIntents")
    return [each for each in array(given) if keys(each)] if isinstance(given, pikepdf.Array) else []


def pages(document: pikepdf.Pdf) -> list[Page]:
    """The document's pages, at least one."""
    found: list[Page] = []
    tree = item(root(document), "/Pages")
    waiting: list[tuple[Any, dict[str, Any], int]] = [(tree, {}, 0)] if isinstance(tree, pikepdf.Dictionary) else []
    passed = set[tuple[int, int] | None]()
    while waiting:
        node, inherited, depth = waiting.pop()
        own = {key: each for key in _INHERITED if (each := item(node, key)) is not None}
        attributes = {**inherited, **own}
        kids = item(node, "/Kids")
        if not isinstance(kids, pikepdf.Array):
            if len(found) == MOST_PAGES:
                raise Malformed("the PDF has more than {most} pages", most=MOST_PAGES)
            found.append(_page(document, node, attributes, len(found) + 1))
            continue
        if identity(node) in passed or depth > DEEPEST:
            raise Malformed("the pages of the PDF contain themselves")
        passed.add(identity(node))
        below = [each for each in array(kids) if isinstance(each, pikepdf.Dictionary)]
        waiting += [(each, attributes, depth + 1) for each in reversed(below)]
    if not found:
        raise Malformed("the PDF has no pages")
    return found


_INHERITED = ("/MediaBox", "/CropBox", "/Resources", "/Rotate")


def _page(document: pikepdf.Pdf, page: Any, attributes: dict[str, Any], number: int) -> Page:
    media = _box_of_page(attributes.get("/MediaBox"), "MediaBox", number)
    if media is None:
        raise Malformed("page {page} has no MediaBox", page=number)
    crop = _box_of_page(attributes.get("/CropBox"), "CropBox", number)
    trim, bleed = (_box_of_page(item(page, f"/{key}"), key, number) for key in ("TrimBox", "BleedBox"))
    unit, turned = _unit(page, number), _turned(attributes.get("/Rotate"), number)
    resources = attributes.get("/Resources")
    return Page(document, number, page, resources, media, crop or media, trim, bleed, unit, turned)


def _box_of_page(value: Any, key: str, number: int) -> Box | None:
    if value is None:
        return None
    try:
        found = box(value)
    except Malformed:
        raise Malformed("the {key} of page {page} is no rectangle", key=key, page=number) from None
    if not (found.width > 0 and found.height > 0):
        raise Malformed("the {key} of page {page} is empty", key=key, page=number)
    return found


def _unit(page: Any, page_number: int) -> float:
    try:
        unit = number(item(page, "/UserUnit"), 1.0)
    except Malformed:
        unit = 0.0
    if not 1e-3 <= unit <= 1e6:
        raise Malformed("the {key} of page {page} is no such number", key="UserUnit", page=page_number)
    return unit


def _turned(value: Any, page_number: int) -> int:
    try:
        degrees = integer(value, 0)
    except Malformed:
        degrees = 1
    if degrees % 90:
        raise Malformed("the {key} of page {page} is no such number", key="Rotate", page=page_number)
    return degrees % 360


def contents(page: Page) -> list[Any]:
    """The streams of what a page draws, in their order."""
    given = item(page.object, "/Contents")
    if given is None:
        return []
    return list(map(dictionary, array(given) if isinstance(given, pikepdf.Array) else [given]))


def copied(value: Any, document: pikepdf.Pdf, to: pikepdf.Pdf) -> Any:
    """A dictionary of a document, with all that it refers to, for another. Malformed where it can't be copied."""
    _refuse_bombs(value)
    try:
        copy = to.copy_foreign(value if value.is_indirect else document.make_indirect(value))
    except FAULTS:
        raise Malformed from None
    return dictionary(copy)  # of a page there is none


def _refuse_bombs(value: Any) -> None:
    """Raises Malformed for what refers on and on: qpdf copies by calling itself, and would crash. So for streams that
    unpack to more than MOST_UNPACKED: those that are packed otherwise than qpdf does are packed anew where they are
    written."""
    met = set[tuple[int, int]]()
    waiting = [(value, 0)]
    room = MOST_UNPACKED
    while waiting:
        holder, depth = waiting.pop()
        key = identity(holder)
        if key in met:
            continue
        if key:
            met.add(key)
        if depth > DEEPEST_COPY or len(met) > MOST_COPIED:
            raise Malformed("the PDF refers from one object to the next without an end")
        if isinstance(holder, pikepdf.Stream) and (packing := filters(holder)) != ("FlateDecode",):
            room -= len(unpacked(holder, room)) if packing and PLAIN.issuperset(packing) else 0
        waiting += [(each, depth + 1) for each in _children(holder) if isinstance(each, _HOLDERS)]


_HOLDERS = (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)


def _children(holder: Any) -> list[Any]:
    try:
        return list(holder) if isinstance(holder, pikepdf.Array) else [each for _, each in holder.items()]
    except FAULTS:
        raise Malformed from None
