"""The colours of an artboard: classes that name no role of the palette, and colours that no class replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from engine.errors import Mistake, Place, nearest
from engine.review.remarks import Remark
from engine.review.styles import Styles
from engine.svg import SVG, tag
from engine.templates.library import Artboard
from engine.templates.palette import PROPERTIES

_NAMES = re.compile(r"[A-Za-z][\w-]*")
_URL = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")
_TEXT_PARTS = frozenset(tag(name) for name in ("tspan", "textPath", "flowPara", "flowSpan"))
_UNSEEN = frozenset((tag("clipPath"), tag("mask")))
_PLAIN = frozenset(
    ("none", "transparent", "black", "white", "#000", "#fff", "#000000", "#ffffff", "inherit", "currentcolor")
)


def remarks(root: etree._Element, artboard: Artboard, roles: Mapping[str, str]) -> Iterator[Remark]:
    """What is wrong with the classes and colours of an artboard; `roles` are those of the palette."""
    references, styles = set(_references(root)), Styles(root)
    for element in root.iter(f"{{{SVG}}}*"):
        place = Place(artboard.path, element.sourceline)
        yield from _classes(element, place, roles)
        if not _is_unseen(element, references, styles):
            yield from _colours(element, place, styles)


def is_hidden(element: etree._Element, styles: Styles) -> bool:
    """Whether it stands in a hidden layer, or is hidden itself."""
    return any(styles.value(each, "display") == "none" for each in (element, *element.iterancestors(etree.Element)))


def _classes(element: etree._Element, place: Place, roles: Mapping[str, str]) -> Iterator[Remark]:
    known = [f"{kind}-{role}" for kind in PROPERTIES for role in roles]
    for name in (*element.get("class", "").split(), *_NAMES.findall(element.get("data-set-class", ""))):
        kind, _, role = name.partition("-")
        if kind in PROPERTIES and role and role not in roles:
            values = {"name": name, "nearest": nearest(name, known)}
            yield Remark(
                "error", Mistake("the palette has no colour for the class “{name}”", "write {nearest}", place, values)
            )


def _colours(element: etree._Element, place: Place, styles: Styles) -> Iterator[Remark]:
    """Colours that stay the same in every palette. Black, white and references are left alone."""
    for kind, name in PROPERTIES.items():
        value = styles.value(element, name) or "none"
        if value.lower() in _PLAIN or "url(" in value or _is_replaced(element, name):
            continue
        yield Remark(
            "warning",
            Mistake(
                "the {property} {value} is no colour of the palette: it stays the same in every picture",
                "give the element a class such as {kind}-accent, if it should change",
                place,
                {"property": name, "value": value, "kind": kind},
            ),
        )


def _is_replaced(element: etree._Element, name: str) -> bool:
    """Whether a class or a computed value takes the colour's place; for a part of a text, also one of the text."""
    at: etree._Element | None = element
    while at is not None:
        kinds = (each.partition("-")[0] for each in at.get("class", "").split())
        if (
            at.get("data-set-class")
            or at.get(f"data-set-{name}")
            or any(PROPERTIES.get(kind) == name for kind in kinds)
        ):
            return True
        at = at.getparent() if at.tag in _TEXT_PARTS else None
    return False


def _is_unseen(element: etree._Element, references: set[str], styles: Styles) -> bool:
    """Whether its colour never shows: in a hidden layer, a clip, a mask, or a gradient that nothing uses."""
    if element.tag == tag("stop"):
        gradient = element.getparent()
        return gradient is None or gradient.get("id") not in references
    return is_hidden(element, styles) or any(each.tag in _UNSEEN for each in element.iterancestors(etree.Element))


def _references(root: etree._Element) -> Iterator[str]:
    """The ids that paints and links name."""
    for element in root.iter(etree.Element):
        for value in map(str, element.attrib.values()):
            yield from _URL.findall(value)
            if value.startswith("#"):
                yield value[1:]
