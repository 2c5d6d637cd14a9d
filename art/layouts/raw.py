"""What Inkscape 1.2 needs to show an artboard as it will be: names that it knows, and words that go into their boxes."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import accumulate

from lxml import etree

from engine.svg import XLINK, tag
from engine.typography.blocks.frames import Frame
from engine.typography.fonts.library import FontLibrary
from engine.typography.outlining import settings_of

LETTERING_HEIGHT = 1.2  # em from line to line, where Inkscape shows a lettering; stacking does not heed it
_SHOWN = (tag("text"), tag("use"))
_ART = (*_SHOWN, tag("path"), tag("image"))
_SENTENCE = re.compile(r"[^.!؟؛]+[.!؟؛…]*\s*")


def made_visible(root: etree._Element, fonts: FontLibrary) -> None:
    """Changes an artboard, its samples filled in, so that Inkscape shows them: nothing of the piece changes.

    Inkscape 1.2 reads xlink:href alone, knows no generic name of ours, and leaves out lines that its boxes don't hold.
    """
    for element in root.iter(etree.Element):
        if "href" in element.attrib:
            element.set(f"{{{XLINK}}}href", element.attrib.pop("href"))
    for text in root.iter(tag("text")):
        _name_font(text, fonts)
        if text.get("data-lettering") and text.get("data-fit") == "grow":
            _fit_lettering(text, fonts)
        elif text.get("data-text"):
            text.text = _words_that_fit(text, fonts)


def _name_font(text: etree._Element, fonts: FontLibrary) -> None:
    """A family that Inkscape lists, before the voice it stands for."""
    voice = text.attrib.pop("font-family", None) or _property(text, "font-family")
    faces = fonts.find(voice) if voice else ()
    if faces:
        _set_property(text, "font-family", f"{faces[0].family},{voice}")


def _fit_lettering(text: etree._Element, fonts: FontLibrary) -> None:
    """A size at which the lines stand in the box one below the other."""
    count = (text.text or "").count("\n") + 1
    plain = {"data-lettering": None, "data-fit-floor": "0.05", "data-lines": str(count)}
    frame, size, _ = _set(text, fonts, plain)
    if frame is not None and frame.height:
        fitting = min(size, frame.height / (count * LETTERING_HEIGHT))
        _set_property(text, "font-size", f"{fitting:.4g}px")
        _set_property(text, "line-height", f"{LETTERING_HEIGHT:g}")


def _words_that_fit(text: etree._Element, fonts: FontLibrary) -> str:
    """The sample, or of its first sentences as many as the box holds in the size that is asked for."""
    words = text.text or ""
    height = float(_property(text, "line-height") or "1.25")
    sentences = _SENTENCE.findall(words)
    parts = accumulate(re.findall(r"\S+\s*", sentences[0])) if sentences else ()
    clauses = [f"{part}…" for part in parts if not part.endswith(" و ")]
    for candidate in (*reversed(list(accumulate(sentences))), *reversed(clauses)):
        frame, size, lines = _set(text, fonts, {"data-fit": "none"}, candidate.strip())
        if frame is None or frame.height is None or lines * height * size <= frame.height:
            return candidate.strip().replace(" …", "…")
    return words


def _set(
    text: etree._Element, fonts: FontLibrary, attributes: dict[str, str | None], words: str | None = None
) -> tuple[Frame | None, float, int]:
    """The box of a text, the size it is set in with other attributes or words, and in how many lines."""
    root, copy = _alone(text)
    for name, value in attributes.items():
        copy.attrib.pop(name, None)
        if value is not None:
            copy.set(name, value)
    copy.text = words if words is not None else copy.text
    setting = next(each for each in settings_of(root.getroottree(), fonts) if each.element is copy)
    glyphs = (glyph for drawn in setting.drawn for glyph in drawn.glyphs)
    baselines = {round(glyph.matrix[5]) for glyph in glyphs if not glyph.cluster.style.shifts}
    return setting.frame, setting.size, len(baselines)


def _alone(text: etree._Element) -> tuple[etree._Element, etree._Element]:
    """The drawing without what the text is not set by, and the text in it."""
    whole = text.getroottree().getroot()
    root = deepcopy(whole)
    copy = [*root.iter(tag("text"))][[*whole.iter(tag("text"))].index(text)]
    needed = _showing(root, copy)
    for each in [*root.iter(*_ART)]:
        parent = each.getparent()
        if parent is not None and each not in needed and (each.tag in _SHOWN or "id" not in each.attrib):
            parent.remove(each)
    return root, copy


def _showing(root: etree._Element, text: etree._Element) -> set[etree._Element]:
    """The text, and the uses by which it is seen where it is defined."""
    showing = {text}
    ids = _ids_around(text)
    uses = [*root.iter(tag("use"))]
    while found := [use for use in uses if use not in showing and use.get(f"{{{XLINK}}}href", "")[1:] in ids]:
        showing.update(found)
        for use in found:
            ids |= _ids_around(use)
    return showing


def _ids_around(element: etree._Element) -> set[str]:
    return {str(id) for each in (element, *element.iterancestors()) if (id := each.get("id"))}


def _property(element: etree._Element, name: str) -> str | None:
    found = re.search(rf"(?:^|;)\s*{name}\s*:\s*([^;]+)", element.get("style", ""))
    return found[1].strip() if found else None


def _set_property(element: etree._Element, name: str, value: str) -> None:
    others = [each for each in element.get("style", "").split(";") if each.partition(":")[0].strip() not in (name, "")]
    element.set("style", ";".join([*others, f"{name}:{value}"]))
