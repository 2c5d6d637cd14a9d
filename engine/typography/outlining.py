"""The whole way: an SVG with text → an artwork of outlines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from engine.errors import BadInput, Mistake, Place
from engine.svg import Box, tag
from engine.typography import conditions, document, frames, instances
from engine.typography.artwork import Artwork, SetText
from engine.typography.cascade import Cascade
from engine.typography.clusters import MissingGlyphs
from engine.typography.draw import Artist
from engine.typography.fonts import FontLibrary
from engine.typography.matrix import scale_of, transformed
from engine.typography.names import TEXTS, local
from engine.typography.servers import Servers
from engine.typography.setting import Setting, set_text
from engine.typography.viewport import size

_TEMPLATES = frozenset(("defs", "symbol", "clipPath", "mask", "pattern", "marker"))


def outline(
    svg: etree._ElementTree | bytes, fonts: FontLibrary, *, source: Path | str = "", boxes: bool = False
) -> Artwork:
    """Every text of an SVG as outlines; the rest stays as it is.

    Lengths are px of the SVG's own user units. `source` is the file that messages name. Raises BadInput for what
    is not SVG, and for characters that no font of the library has; with `boxes` these are drawn as empty boxes, as
    browsers do, and told as warnings.
    """
    tree = document.read(svg, source)
    root = tree.getroot()
    conditions.settle(root)
    cascade = Cascade(root, fonts.medium)
    instances.separate(root, cascade, source)
    texts = list(root.iter(*map(tag, TEXTS)))
    _check_amount(texts, source)
    settings, missing = _settings(texts, cascade, fonts, source)
    if missing and not boxes:
        raise BadInput(missing)
    set_texts = [
        (_set_text(setting, cascade), _is_shown(setting)) for setting in settings if setting.is_read and setting.drawn
    ]
    servers = Servers(root, cascade.by_id)
    artist = Artist(cascade, servers)
    for setting in settings:
        parent = setting.element.getparent()
        if parent is not None:
            parent.replace(setting.element, artist.element(setting))
    servers.write()
    width, height = size(root)
    told = [Mistake(each.what, values=each.values).text().removesuffix(".") for each in missing]
    warnings = dict.fromkeys([*told, *(notice for setting in settings for notice in setting.notices)])
    return Artwork(
        etree.tostring(tree, encoding="utf-8", xml_declaration=True),
        width,
        height,
        texts=tuple(text for text, is_shown in set_texts if is_shown),
        warnings=tuple(warnings),
        used=tuple(text for text, is_shown in set_texts if not is_shown),
    )


def _check_amount(texts: list[etree._Element], source: Path | str) -> None:
    """Raises BadInput where there are more characters than can be set while somebody waits."""
    left = document.MAX_CHARACTERS
    for text in texts:
        left -= sum(map(len, text.itertext()))
        if left < 0:
            raise BadInput.of(
                "the SVG has more than {most} characters of text",
                todo="share it among several files",
                place=Place(source, text.sourceline),
                most=document.MAX_CHARACTERS,
            )


def _settings(
    elements: list[etree._Element], cascade: Cascade, fonts: FontLibrary, source: Path | str
) -> tuple[list[Setting], list[Mistake]]:
    """The texts as set, with boxes for the characters that no font has, and what is missing."""
    settings: list[Setting] = []
    missing: list[Mistake] = []
    for element in elements:
        try:
            settings.append(_set(element, cascade, fonts, source))
        except MissingGlyphs as error:
            missing += _missing(element, error, source)
            settings.append(_set(element, cascade, fonts.with_boxes, source))
    return settings, missing


def _set(element: etree._Element, cascade: Cascade, fonts: FontLibrary, source: Path | str) -> Setting:
    try:
        return set_text(element, cascade, fonts)
    except BadInput as error:
        raise error.at(Place(source, element.sourceline)) from None


def _missing(element: etree._Element, error: MissingGlyphs, source: Path | str) -> Iterator[Mistake]:
    words = " ".join("".join(element.itertext()).split())
    for character in error.characters:
        yield Mistake(
            "no font has “{character}” (U+{code}, {name}) of the text “{text}”",
            "add a font that has it, or change the text",
            Place(source, element.sourceline),
            {
                "character": character,
                "code": f"{ord(character):04X}",
                "name": unicodedata.name(character, "no name"),
                "text": words[:60] + "…" * (len(words) > 60),
            },
        )


def _is_shown(setting: Setting) -> bool:
    """Whether it is drawn where it stands, and not only where something refers to it."""
    return not any(local(ancestor) in _TEMPLATES for ancestor in setting.element.iterancestors())


def _set_text(setting: Setting, cascade: Cascade) -> SetText:
    matrix = document.to_root(setting.element)
    box = transformed(setting.box or Box(0, 0, 0, 0), matrix)
    frame = frames.whole(setting.element, cascade)
    id, size = setting.element.get("id", ""), setting.size
    return SetText(setting.words, id, box, size * scale_of(matrix), em=size, frame=frame)
