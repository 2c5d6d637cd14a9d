"""What must not be cut: texts by a clip, and what a designer has marked with `data-whole` by a clip or by the trim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from engine.errors import Mistake
from engine.export import librsvg
from engine.export.styles import override
from engine.preflight.excerpt import excerpt
from engine.preflight.findings import Finding, first_words
from engine.preflight.sheet import Sheet, box_of
from engine.svg import Box, view_box

WHOLE = "data-whole"
LOOK_SIDE = 270  # px of the shorter side, at which we look
MOST_CUT = 0.01  # of the area: a pixel at an edge may be drawn or not


def cut(sheet: Sheet) -> Iterator[Finding]:
    """Texts and whole elements of which a part is not shown."""
    trim = sheet.canvas.trim
    for lettering in sheet.letterings:
        face = lettering.faces[0]
        if any(sheet.styles.says(each, name) for each in _upwards(face) for name in ("clip-path", "mask")):
            around = trim.grown(trim.width, trim.height)
            yield from _finding(sheet, face, around, first_words(lettering.words), lettering.name, lettering.ink)
    for element in sheet.root.iter(etree.Element):
        if element.get(WHOLE) is not None and element.get(WHOLE) != "false":
            name = element.get("id") or f"<{etree.QName(element).localname}>"
            yield from _finding(sheet, element, trim, name, name, box_of(element) or trim)


def _finding(sheet: Sheet, element: etree._Element, view: Box, shown: str, name: str, box: Box) -> Iterator[Finding]:
    share = _share_cut(sheet, element, view)
    if share > MOST_CUT:
        message = Mistake(
            "{share} of “{name}” is cut off",
            "move it inwards, or make the shape that clips it larger",
            values={"share": f"{share:.0%}", "name": shown},
        )
        yield Finding("error", message, name, box)


def _share_cut(sheet: Sheet, element: etree._Element, view: Box) -> float:
    """The share of an element's area that clips, masks and the edge of the view take away."""
    trim = sheet.canvas.trim
    inside = frozenset(element.iter(etree.Element))
    part = excerpt(sheet.root, [leaf for leaf in sheet.leaves if leaf in inside])
    left = _area(sheet, part, view)
    for each in part.iter(etree.Element):
        override(each, clip_path="none", mask="none")
    whole = _area(sheet, part, trim.grown(trim.width, trim.height))
    return 1 - left / whole if whole else 0.0


def _area(sheet: Sheet, part: etree._Element, view: Box) -> float:
    """What is drawn in the view, in pixels of LOOK_SIDE, those at an edge in part."""
    scale = LOOK_SIDE / min(sheet.canvas.trim.width, sheet.canvas.trim.height)
    size = max(1, round(view.width * scale)), max(1, round(view.height * scale))
    picture = librsvg.draw(part, view_box(sheet.root, "artwork"), view, *size)
    return float(picture.extract_band(3).avg()) * size[0] * size[1] / 255


def _upwards(element: etree._Element) -> Iterable[etree._Element]:
    return (element, *element.iterancestors())
