"""What must not be cut: texts by a clip, and what a designer has marked with `data-whole` by a clip or by the trim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from engine.canvas import librsvg
from engine.errors import Mistake
from engine.export.styles import override
from engine.preflight.excerpt import excerpt
from engine.preflight.findings import Finding, first_words
from engine.preflight.sheet import Painting, Sheet, box_of
from engine.svg import Box, view_box

WHOLE = "data-whole"
LOOK_SIDE = 270  # px of the shorter side, at which we look
MOST_CUT = 0.01  # of the area: a pixel at an edge may be drawn or not


def cut(sheet: Sheet) -> Iterator[Finding]:
    """Texts and whole elements of which a part is not shown."""
    trim = sheet.canvas.trim
    for lettering in sheet.letterings:
        face = lettering.faces[0]
        styles = lettering.layer.styles
        if any(styles.says(each, name) for each in _upwards(face) for name in ("clip-path", "mask")):
            around, shown = trim.grown(trim.width, trim.height), first_words(lettering.words)
            share = _share_cut(lettering.layer, face, around, trim)
            yield from _finding(share, shown, lettering.name, lettering.ink)
    if WHOLE.encode() not in sheet.artwork.svg:
        return
    for element in sheet.whole.root.iter(etree.Element):
        if element.get(WHOLE) is not None and element.get(WHOLE) != "false":
            name = element.get("id") or f"<{etree.QName(element).localname}>"
            share = _share_cut(sheet.whole, element, trim, trim)
            yield from _finding(share, name, name, box_of(element) or trim)


def _finding(share: float, shown: str, name: str, box: Box) -> Iterator[Finding]:
    if share > MOST_CUT:
        message = Mistake(
            "{share} of “{name}” is cut off",
            "move it inwards, or make the shape that clips it larger",
            values={"share": f"{share:.0%}", "name": shown},
        )
        yield Finding("error", message, name, box)


def _share_cut(painting: Painting, element: etree._Element, view: Box, trim: Box) -> float:
    """The share of an element's area that clips, masks and the edge of the view take away."""
    inside = frozenset(element.iter(etree.Element))
    part = excerpt(painting.root, [leaf for leaf in painting.leaves if leaf in inside])
    left = _area(part, view, trim)
    for each in part.iter(etree.Element):
        override(each, clip_path="none", mask="none")
    whole = _area(part, trim.grown(trim.width, trim.height), trim)
    return 1 - left / whole if whole else 0.0


def _area(part: etree._Element, view: Box, trim: Box) -> float:
    """What is drawn in the view, in pixels of LOOK_SIDE, those at an edge in part."""
    scale = LOOK_SIDE / min(trim.width, trim.height)
    size = max(1, round(view.width * scale)), max(1, round(view.height * scale))
    picture = librsvg.draw(part, view_box(part, "artwork"), view, *size)
    return float(picture.extract_band(3).avg()) * size[0] * size[1] / 255


def _upwards(element: etree._Element) -> Iterable[etree._Element]:
    return (element, *element.iterancestors())
