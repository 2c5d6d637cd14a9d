"""The scene's cascade → the typographic style of a text and of what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from engine.matrix import Matrix
from engine.scene.elements import Context
from engine.scene.properties import XML
from engine.scene.style import Inherited, Said
from engine.scene.style import Style as Declared
from engine.scene.values import Measure, length
from engine.typography.styles import fontproperties, lineproperties, textproperties
from engine.typography.styles.style import Embedding, Paint, Shift, Style

if TYPE_CHECKING:
    from engine.scene.model import Outline
    from engine.scene.read import Reader

_LANG, _SPACE = f"{{{XML}}}lang", f"{{{XML}}}space"


class Styles:
    """The computed styles of one text's elements, where it is read, and what the text refers to."""

    def __init__(self, reader: Reader, text: etree._Element, context: Context) -> None:
        self._reader = reader
        self._text = text
        self._context = context
        self._declared = {text: context.style}
        self._known: dict[etree._Element, Style] = {}

    def declared(self, element: etree._Element) -> Declared:
        """The scene's style of the text or of an element in it."""
        known = self._declared.get(element)
        if known is None:
            parent = self.declared(_parent(element))
            known = self._declared[element] = self._reader.cascade.style(element, parent, parent.measure)
            self._reader.check(element, known)
        return known

    def style(self, element: etree._Element) -> Style:
        """The typographic style of the text or of an element in it."""
        known = self._known.get(element)
        if known is None:
            style = self.declared(element)
            is_text = element is self._text
            parent = _of(style.around) if is_text else self.style(_parent(element))
            declared = _said_by(style) | dict(style.own)
            known = _computed(declared, style.inherited, style.measure, parent, is_text=is_text)
            if not is_text:  # a text runs one way (SVG 2, 11.7: the property is of text elements alone)
                known = replace(known, vertical=parent.vertical)
            self._known[element] = known
        return known

    def measure(self, element: etree._Element) -> Measure:
        """What lengths of an element are measured by."""
        return self.declared(element).measure

    def named(self, id: str) -> etree._Element | None:
        """The element of the document that has an id."""
        return self._reader.by_id.get(id)

    def shape(self, element: etree._Element) -> tuple[Outline, Matrix] | None:
        """The outline of a shape and its transform, where it stands; None for what is none."""
        return self._reader.shape(element, self._context.style.measure)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _said_by(style: Declared) -> dict[str, str]:
    return dict(style.said.declared) if style.speaks and style.said else {}


@lru_cache(1024)
def _of(said: Said | None) -> Style:
    """The style that what is said around a text comes to; without anything said CSS's initial one."""
    if said is None:
        return Style()
    return _computed(dict(said.declared), said.inherited, said.measure, _of(said.around), is_text=False)


def _computed(
    declared: Mapping[str, str], inherited: Inherited, measure: Measure, parent: Style, *, is_text: bool
) -> Style:
    """The style of an element under a parent of that style."""
    language = declared.get("lang", declared.get(_LANG, parent.font.language))
    font = fontproperties.computed(declared, parent.font, inherited.font_size, language)
    paint = painting(inherited)
    text = textproperties.computed(declared, parent, measure)
    return Style(
        font=font,
        paint=paint,
        decorations=lineproperties.computed(declared, parent, paint, measure),
        embeddings=_embeddings(text, parent, inside_text=not is_text),
        shifts=() if is_text else (*parent.shifts, *_shift(declared, measure)),
        displayed=parent.displayed and declared.get("display") != "none",
        visible=inherited.visibility == "visible",
        **text | textproperties.white_space(declared.get("white-space"), declared.get(_SPACE), parent),
    )


@lru_cache(1024)
def painting(inherited: Inherited) -> Paint:
    """What of the inherited values paints an outline; `currentColor` resolved, all else as it is at first."""
    values: dict[str, Any] = {name: getattr(inherited, name) for name in _PAINT}
    for name in ("fill", "stroke"):
        if values[name] == "current":
            values[name] = inherited.color
    return replace(_INITIAL, **values)


_INITIAL = Inherited()
_PAINT = (
    "fill", "fill_opacity", "stroke", "stroke_opacity", "stroke_width", "stroke_linecap", "stroke_linejoin",
    "stroke_miterlimit", "stroke_dasharray", "stroke_dashoffset", "paint_order",
)  # fmt: skip


def _embeddings(text: Mapping[str, Any], parent: Style, *, inside_text: bool) -> tuple[Embedding, ...]:
    """CSS Writing Modes 4 §2.4.2; the text element itself is a block: its direction is the paragraph's."""
    rtl = text["direction"] == "rtl"
    override = ("\u202e" if rtl else "\u202d", "\u202c")
    isolate = ("\u2067" if rtl else "\u2066", "\u2069")
    match text["unicode_bidi"]:
        case "bidi-override":
            own = override
        case "isolate-override":
            own = (isolate[0] + override[0], override[1] + isolate[1]) if inside_text else override
        case "embed" if inside_text:
            own = ("\u202b" if rtl else "\u202a", "\u202c")
        case "isolate" if inside_text:
            own = isolate
        case "plaintext" if inside_text:
            own = ("\u2068", "\u2069")
        case _:
            return parent.embeddings if inside_text else ()
    return (*(parent.embeddings if inside_text else ()), Embedding(*own))


def _shift(declared: Mapping[str, str], measure: Measure) -> tuple[Shift, ...]:
    value = declared.get("baseline-shift", "").lower()
    if value in ("sub", "super"):
        return (Shift(kind=value, size=measure.em),)
    px = length(value, measure, measure.em)
    return (Shift(px=px),) if px else ()
