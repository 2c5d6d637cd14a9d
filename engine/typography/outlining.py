"""The whole way: an SVG with text → an artwork whose texts are outlines."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from engine.errors import BadInput, Mistake, Place
from engine.scene.css import Medium
from engine.scene.elements import Context
from engine.scene.model import Group
from engine.scene.read import Reader
from engine.svg import parse
from engine.typography.artwork import Artwork, texts_of
from engine.typography.drawing import group_of
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.clusters import MissingGlyphs
from engine.typography.setting import Setting, set_text
from engine.typography.styles.styling import Styles

MAX_CHARACTERS = 50_000  # of text that is set for one document; a newspaper page has 20,000


def outline(
    svg: etree._ElementTree | bytes,
    fonts: FontLibrary,
    *,
    source: Path | str = "",
    forgiving: bool = False,
    raised: bool = True,
    medium: Medium = "screen",
    linked: Callable[[str], bytes | None] = lambda href: None,
) -> Artwork:
    """An SVG as a scene, every text of it outlines.

    Lengths are px of the SVG's own user units. `source` is the file that messages name; `medium` and `linked` as the
    scene's reader has them. Raises BadInput for what is not SVG, for characters that no font of the library has, and
    for an embedded picture that is none; where it is `forgiving`, boxes stand for these characters and nothing for the
    picture, as in browsers, and both are told as warnings. Honorifics are `raised` where the text does not say how they
    are set (`data-honorifics`).
    """
    root = (parse(svg, source) if isinstance(svg, bytes) else svg).getroot()
    texts = Typesetter(fonts, source, raised=raised)
    scene = Reader(root, source, medium, linked, texts, forgiving).scene()
    if texts.missing and not forgiving:
        raise BadInput(texts.missing)
    return Artwork(scene, tuple(texts_of(scene.root)), tuple(texts.warnings))


def settings_of(tree: etree._ElementTree, fonts: FontLibrary) -> tuple[Setting, ...]:
    """The texts that a drawing shows, as they are set; what no font has as boxes. Raises BadInput as `outline` does."""
    texts = Typesetter(fonts, "")
    Reader(tree.getroot(), "", "screen", lambda href: None, texts).scene()
    return tuple(texts.settings)


class Typesetter:
    """The text stage of one document. What no font has is set as boxes, and missing."""

    def __init__(self, fonts: FontLibrary, source: Path | str, *, raised: bool = True) -> None:
        self.medium = fonts.medium
        self.missing: list[Mistake] = []
        self.settings: list[Setting] = []
        self._fonts = fonts
        self._source = source
        self._honorifics = "raised" if raised else "plain"
        self._left = MAX_CHARACTERS

    def group(self, reader: Reader, text: etree._Element, context: Context) -> Group | None:
        """A text as outlines. Raises BadInput where more is set than anyone can wait for."""
        self._spend(text)
        setting = self._setting(text, Styles(reader, text, context))
        self.settings.append(setting)
        return group_of(reader, setting, context)

    @property
    def warnings(self) -> Iterator[Mistake]:
        """What is not set as asked, each once."""
        yield from (replace(each, todo="") for each in self.missing)
        known = set[str]()
        for setting in self.settings:
            for notice in setting.notices:
                if notice.text() not in known:
                    known.add(notice.text())
                    yield replace(notice, place=Place(self._source, setting.element.sourceline))

    def _spend(self, text: etree._Element) -> None:
        self._left -= sum(map(len, text.itertext()))
        if self._left < 0:
            raise BadInput.of(
                "the SVG has more than {most} characters of text",
                todo="share it among several files",
                place=Place(self._source, text.sourceline),
                most=MAX_CHARACTERS,
            )

    def _setting(self, text: etree._Element, styles: Styles) -> Setting:
        try:
            return self._set(text, styles, self._fonts)
        except MissingGlyphs as error:
            self.missing += (each for each in self._told(text, error) if each not in self.missing)
            return self._set(text, styles, self._fonts.with_boxes)

    def _set(self, text: etree._Element, styles: Styles, fonts: FontLibrary) -> Setting:
        try:
            return set_text(text, styles, fonts, self._honorifics)
        except BadInput as error:
            raise error.at(Place(self._source, text.sourceline)) from None

    def _told(self, text: etree._Element, error: MissingGlyphs) -> Iterator[Mistake]:
        words = " ".join("".join(text.itertext()).split())
        for character in error.characters:
            yield Mistake(
                "no font has “{character}” (U+{code}, {name}) of the text “{text}”",
                "add a font that has it, or change the text",
                Place(self._source, text.sourceline),
                {
                    "character": character,
                    "code": f"{ord(character):04X}",
                    "name": unicodedata.name(character, "no name"),
                    "text": words[:60] + "…" * (len(words) > 60),
                },
            )
