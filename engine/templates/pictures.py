"""Pictures of a filled template: symbols become part of the drawing, photographs are embedded."""

from __future__ import annotations

import base64
import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from math import prod
from pathlib import Path

from lxml import etree

from engine import gate
from engine.errors import BadInput, Place
from engine.memory import Memory
from engine.pathdata import written
from engine.pictures import BrokenPicture, HugePicture, NoPicture, decoded, header
from engine.svg import SVG, XLINK, Box, length, parse, tag, view_box
from engine.templates.library import SYMBOLS, TemplateLibrary

_MIME = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
MOST_LINKED = 25_000_000  # pixels of a picture: a template is drawn many times over, in every size
OWN = "own"
DEFAULT_TONES = "accent accent-light accent-deep second"
_SAID = frozenset(tag(name) for name in ("metadata", "title", "desc"))  # by editors, and by whoever wrote the file
_PLAIN = {"class", "fill", "opacity", "d"}
_TONE = re.compile(r"tone-([1-4])")
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")


@dataclass(frozen=True, slots=True)
class _Parsed:
    root: etree._Element
    weight: int  # bytes of its file


_DRAWINGS: Memory[bytes, _Parsed] = Memory(2_000_000, lambda parsed: parsed.weight)
"""What is copied into drawings, parsed; a tree takes ten times its file."""


def embed_pictures(root: etree._Element, library: TemplateLibrary, artboard: Path) -> None:
    """Makes the drawing self-contained, in place.

    `<image data-symbol="tulip">`, or an image that links a file of _symbols, becomes a group with the symbol's
    drawing, fitted and centred in the image's rectangle; `data-tones="accent accent-light accent-deep second"`
    names the palette's roles for the symbol's four tones, and `data-tones="own"` leaves it the colours that it was
    drawn in. Where the four are one role the symbol is its silhouette: one path. PNG and JPEG files of the workspace
    become data, SVG files part of the drawing, in their own colours.
    Raises BadInput for a picture that is missing, too large, or outside of the workspace.
    """
    for number, image in enumerate(list(root.iter(tag("image")))):
        href = image.get("href") or image.get(f"{{{XLINK}}}href") or ""
        name = image.get("data-symbol") or (Path(href).stem if f"{SYMBOLS}/" in href else None)
        if name is not None:
            _replace(image, _symbol(image, library.symbol(name), library.realm, f"s{number}-"))
        elif not href.startswith("data:"):
            path = _file(image, href, library.realm, artboard)
            if path.suffix.lower() == ".svg":
                _replace(image, _drawing(image, path, library.realm, f"s{number}-"))
            else:
                _embed(image, path, Place(artboard, image.sourceline))


def _symbol(image: etree._Element, path: Path, realm: gate.Realm, prefix: str) -> etree._Element:
    content = gate.content(path, gate.SVG, realm)
    drawing = _DRAWINGS.recall(content, lambda: _Parsed(parse(content, path).getroot(), len(content))).root
    box = view_box(drawing, path)
    frame = Box(*(length(image.get(side)) or 0.0 for side in ("x", "y", "width", "height")))
    scale = min(frame.width / box.width, frame.height / box.height)
    (to_x, to_y), (from_x, from_y) = frame.center, box.center
    group = etree.Element(tag("g"))
    for name in ("id", "class", "style", "opacity", "clip-path", "mask", "data-pin", "data-cover", "data-whole"):
        if image.get(name):
            group.set(name, image.get(name, ""))
    fitted = etree.SubElement(group, tag("g"))
    group_transform = image.get("transform")
    if group_transform:
        group.set("transform", group_transform)
    place = f"translate({to_x:.6g} {to_y:.6g}) scale({scale:.6g}) translate({-from_x:.6g} {-from_y:.6g})"
    fitted.set("transform", place)
    fitted.extend(deepcopy(child) for child in drawing.iterchildren(f"{{{SVG}}}*") if child.tag not in _SAID)
    _prefix_ids(fitted, prefix)
    for element in group.iter(etree.Element):
        element.sourceline = image.sourceline or 0  # type: ignore[misc]  # the stubs lack its setter
    roles = (image.get("data-tones") or DEFAULT_TONES).split()
    _name_tones(fitted, roles)
    if len(roles) == 4 and len(set(roles)) == 1:
        _unite(fitted)
    return group


def _unite(group: etree._Element) -> None:
    """Paths of one colour become one: a silhouette is often stroked, again and again for its shadow."""
    paths = list(group)
    if not paths or any(set(path.attrib) > _PLAIN or path.tag != tag("path") for path in paths):
        return
    first, *rest = paths
    first.attrib.pop("opacity", None)
    first.set("d", _united(tuple(path.get("d", "") for path in paths)))
    for path in rest:
        group.remove(path)


@cache
def _united(shapes: tuple[str, ...]) -> str:
    import pathops  # few drawings have a silhouette
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.svgLib.path import parse_path

    whole = pathops.Path()
    for shape in shapes:
        part = pathops.Path()
        parse_path(written(shape), part.getPen())
        whole = pathops.op(whole, part, pathops.PathOp.UNION, fix_winding=True)
    pen = SVGPathPen(None, lambda number: f"{number:.1f}".removesuffix(".0"))
    whole.draw(pen)
    return str(pen.getCommands())


def _name_tones(group: etree._Element, roles: list[str]) -> None:
    """A symbol's classes speak of tone-1 to tone-4; here they become roles of the palette, the last for the rest."""
    for element in group.iter(etree.Element):
        if "tone-" not in element.get("class", ""):
            continue
        if roles == [OWN]:
            del element.attrib["class"]
        else:
            element.set(
                "class", _TONE.sub(lambda tone: roles[min(int(tone[1]), len(roles)) - 1], element.get("class", ""))
            )


def _prefix_ids(group: etree._Element, prefix: str) -> None:
    """Two symbols of a drawing may have the same ids: each gets its own."""
    for element in group.iter(etree.Element):
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, prefix + value)
            elif name in ("href", f"{{{XLINK}}}href") and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            elif "url(" in value:
                element.set(name, _REFERENCE.sub(rf"url(#{prefix}\1)", value))


def _replace(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    assert parent is not None
    new.tail = old.tail
    parent.replace(old, new)


def _file(image: etree._Element, href: str, realm: gate.Realm, artboard: Path) -> Path:
    place = Place(artboard, image.sourceline)
    path = gate.linked(href, artboard.parent, realm, place)
    if path.suffix.lower() not in (*_MIME, ".svg"):
        raise BadInput.of(
            "the picture “{href}” is neither PNG nor JPEG nor SVG", todo="convert it", place=place, href=href
        )
    if not gate.is_there(path):
        raise BadInput.of("the picture “{href}” is missing", todo="put it there", place=place, href=href)
    return path


def _drawing(image: etree._Element, path: Path, realm: gate.Realm, prefix: str) -> etree._Element:
    image.set("data-tones", OWN)
    drawn = _symbol(image, path, realm, prefix)
    for inner in drawn.iter(tag("image")):
        if not (inner.get("href") or inner.get(f"{{{XLINK}}}href") or "").startswith("data:"):
            raise BadInput.of(
                "the drawing links a picture of its own", todo="embed it in Inkscape, and save", place=Place(path)
            )
    for text in drawn.iter(tag("text")):
        text.set(
            "aria-hidden", "true"
        )  # the words of a stamp or a logo are no one's to read: they may be small, or crossed
    return drawn


def picture_content(path: Path, named: Place | None = None) -> bytes:
    """The bytes of a picture's file. Raises OSError, and BadInput for a PNG or JPEG that is none or is cut short."""
    content = gate.read(path, gate.PICTURE, named=named)
    if path.suffix.lower() not in _MIME:
        return content
    try:
        if prod(header(content).size) > MOST_LINKED:
            raise HugePicture
        decoded(content)
    except NoPicture:
        raise BadInput.of(
            "this is no picture that can be read", todo="save it again as PNG or JPEG", place=Place(path)
        ) from None
    except HugePicture:
        raise BadInput.of(
            "the picture has more than {most} million pixels",
            todo="make it smaller: 5,000 pixels across are enough for a template",
            place=Place(path),
            most=MOST_LINKED // 1_000_000,
        ) from None
    except BrokenPicture as error:
        raise BadInput.of(
            "the picture is broken or cut short ({reason})",
            todo="copy it again from where it came",
            place=Place(path),
            reason=str(error),
        ) from None
    return content


def _embed(image: etree._Element, path: Path, named: Place) -> None:
    image.attrib.pop(f"{{{XLINK}}}href", None)
    mime = _MIME[path.suffix.lower()]
    try:
        content = picture_content(path, named)
    except OSError as error:
        raise BadInput.of(
            "the picture can't be read ({reason})",
            todo="see that you may read it",
            place=Place(path, named=named),
            reason=error.strerror,
        ) from None
    image.set("href", f"data:{mime};base64,{base64.b64encode(content).decode()}")
