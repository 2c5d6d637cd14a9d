"""CSS's cascade and inheritance: an element → its computed text style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from engine.svg import number
from engine.typography import fontproperties, lineproperties, textproperties
from engine.typography.names import INHERITED, TEXTS, XML, local
from engine.typography.style import INITIAL, Embedding, Paint, Shift, Style
from engine.typography.stylesheet import Declarations, StyleSheet
from engine.typography.units import length
from engine.typography.viewport import Viewport, viewport_of

# A var() with no other in it
_VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,((?:(?!var\()[^()]|\((?:[^()]*)\))*))?\)", re.IGNORECASE)
_MOST_VARIABLES = 50  # in one value, those of their values counted: circles end here
_LENGTHS = ("stroke-width", "stroke-dashoffset")


class Cascade:
    """The computed styles of one document's elements, cached."""

    def __init__(self, root: etree._Element, medium: float) -> None:
        self.sheet = StyleSheet(root)
        self.by_id = {str(element.get("id")): element for element in root.iter(etree.Element) if element.get("id")}
        self.medium = medium
        self._styles: dict[etree._Element, Style] = {}
        self._declarations: dict[etree._Element, Declarations] = {}
        self._parents: dict[etree._Element, etree._Element] = {}
        self._originals: dict[etree._Element, etree._Element] = {}
        self._initial = Style(font=fontproperties.initial(medium))

    def declarations(self, element: etree._Element) -> Declarations:
        """What the document declares for this element itself."""
        known = self._declarations.get(element)
        if known is None:
            known = self._declarations[element] = self.sheet.declarations(self._originals.get(element, element))
        return known

    def follow(self, copy: etree._Element, original: etree._Element) -> None:
        """From now on the rules of a sheet see the copy where its original stands."""
        self._originals[copy] = self._originals.get(original, original)

    def adopt(self, element: etree._Element, parent: etree._Element) -> None:
        """From now on the element inherits from `parent`, wherever it stands."""
        self._parents[element] = parent

    def parent(self, element: etree._Element) -> etree._Element | None:
        """What the element inherits from."""
        return self._parents.get(element, element.getparent())

    def style(self, element: etree._Element | None) -> Style:
        """The computed style; that of no element is CSS's initial one."""
        if element is None:
            return self._initial
        known = self._styles.get(element)
        if known is None:
            parent = self.style(self.parent(element))
            known = self._styles[element] = self.computed(element, parent)
        return known

    def _settled(self, element: etree._Element) -> Declarations:
        """What is declared: `inherit` and `initial` replaced, or left out where inheriting does that anyway."""
        settled: Declarations = {}
        for name, declared in self.declarations(element).items():
            value = self._substituted(declared, element) if "var(" in declared else declared
            if value is None:
                continue
            keyword = value.lower()
            if keyword in ("inherit", "unset", "revert") and name in INHERITED:
                continue
            if keyword == "inherit":
                parent = self.parent(element)
                value = self._settled(parent).get(name, "") if parent is not None else ""
            elif keyword == "initial":
                value = INITIAL.get(name, textproperties.INITIAL.get(name, "normal"))
            settled[name] = value
        return settled

    def _substituted(self, value: str, element: etree._Element) -> str | None:
        """The value with its `var()`s replaced (CSS Variables 1 §3); None where one has neither value nor fallback."""
        for _ in range(_MOST_VARIABLES):
            found = _VARIABLE.search(value)
            if found is None:
                return value
            put = self._variable(found[1], element)
            put = found[2] if put is None else put
            if put is None:
                return None
            value = value[: found.start()] + put.strip() + value[found.end() :]
        return None

    def _variable(self, name: str, element: etree._Element | None) -> str | None:
        """The custom property, of the element or the nearest ancestor that has it."""
        while element is not None:
            value = self.declarations(element).get(name)
            if value is not None:
                return value
            element = self.parent(element)
        return None

    def computed(self, element: etree._Element, parent: Style) -> Style:
        """The style of an element under a parent of that style."""
        declared = self._settled(element)
        inside_text = local(element) not in TEXTS
        viewport = viewport_of(element)
        font = fontproperties.computed(declared, parent.font, self.medium, _language(element, parent))
        color = declared.get("color", parent.color)
        paint = _paint(declared, parent.paint, color, font.size, viewport)
        text = textproperties.computed(declared, parent, font.size, viewport.width)
        space = element.get(f"{{{XML}}}space")
        return Style(
            font=font,
            paint=paint,
            decorations=lineproperties.computed(declared, parent, paint, font.size),
            embeddings=_embeddings(text, parent, inside_text),
            shifts=(*parent.shifts, *_shift(declared, font.size)) if inside_text else (),
            color=color,
            displayed=parent.displayed and declared.get("display") != "none",
            **text | textproperties.white_space(declared.get("white-space"), space, parent),
        )


def _language(element: etree._Element, parent: Style) -> str:
    own = element.get("lang", element.get(f"{{{XML}}}lang"))
    return parent.font.language if own is None else str(own)


def _paint(declared: Mapping[str, str], parent: Paint, color: str, em: float, viewport: Viewport) -> Paint:
    own = {name: declared[name] for name in INITIAL if name in declared}
    if not own:
        return parent
    for name, value in own.items():
        if name in ("fill", "stroke"):
            own[name] = color if value.lower() == "currentcolor" else value
        elif name in _LENGTHS:
            px = length(value, em=em, percent=viewport.diagonal)
            own[name] = parent[name] if px is None else f"{px:g}"
        elif name == "stroke-dasharray":
            own[name] = _dashes(value, em, viewport.diagonal)
        elif name.endswith("-opacity") and value.endswith("%"):
            own[name] = f"{number(value[:-1]) / 100:g}"
    return Paint({**parent, **own})


def _dashes(value: str, em: float, percent: float) -> str:
    parts = [length(part, em=em, percent=percent) for part in value.replace(",", " ").split()]
    numbers = [part for part in parts if part is not None]
    return " ".join(f"{number:g}" for number in numbers) if len(numbers) == len(parts) and numbers else "none"


def _embeddings(text: Mapping[str, Any], parent: Style, inside_text: bool) -> tuple[Embedding, ...]:
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


def _shift(declared: Mapping[str, str], size: float) -> tuple[Shift, ...]:
    value = declared.get("baseline-shift", "").lower()
    if value in ("sub", "super"):
        return (Shift(kind=value, size=size),)
    px = length(value, em=size, percent=size)
    return (Shift(px=px),) if px else ()
