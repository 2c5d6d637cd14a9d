"""What must hold of the SVG itself: its weight, its pictures, and that every renderer draws it alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from engine.briefs.photographs import GOOD
from engine.errors import Mistake
from engine.export.styles import local
from engine.pictures import BrokenPicture, HugePicture, NoPicture, header
from engine.preflight.findings import Finding
from engine.preflight.sheet import Sheet, box_of
from engine.svg import XLINK, data_uri, has_any, length, tag
from engine.typography.document import to_root
from engine.typography.matrix import scale_of

HEAVIEST = 1_500_000  # bytes, pictures aside
FINE_ENOUGH = 0.99  # of the pixels that a picture is shown on, which seldom are a whole number

_PICTURES = re.compile(rb"data:image/[^;,]+;base64,[^\"']*")
_UNEQUAL_WORDS = (b"filter", b"mix-blend-mode", b"marker", b"vector-effect", b"foreignObject")
_UNEQUAL = ("filter", "mix-blend-mode", "marker-start", "marker-mid", "marker-end", "vector-effect")
_HARMLESS = frozenset(("none", "normal"))


def too_heavy(sheet: Sheet, svg: bytes) -> Iterator[Finding]:
    """An artwork of which others than its pictures are heavy."""
    weight = len(svg) - sum(len(each) for each in _PICTURES.findall(svg))
    if weight > HEAVIEST:
        message = Mistake(
            "the artwork weighs {weight} MB without its pictures, more than {most} MB",
            "use fewer or simpler paths (in Inkscape: Path → Simplify)",
            values={"weight": f"{weight / 1e6:.1f}", "most": f"{HEAVIEST / 1e6:.1f}"},
        )
        yield Finding("error", message, "svg", sheet.canvas.trim)


def drawn_differently(sheet: Sheet, svg: bytes) -> Iterator[Finding]:
    """Elements that renderers don't agree on, so that they have to become pictures first."""
    if not has_any(svg, _UNEQUAL_WORDS):
        return
    for element in sheet.whole.root.iter(etree.Element):
        declared = [name for name in _UNEQUAL if (sheet.whole.styles.value(element, name) or "none") not in _HARMLESS]
        declared += ["foreignObject"] if local(element) == "foreignObject" else []
        for name in declared:
            message = Mistake(
                "“{name}” uses {construct}, which renderers draw differently",
                "do without it: contours with little opacity make a shadow, a gradient makes a glow",
                values={"name": _name(element), "construct": name},
            )
            yield Finding("warning", message, _name(element), box_of(element) or sheet.canvas.trim)


def too_coarse(sheet: Sheet) -> Iterator[Finding]:
    """Embedded pictures with fewer pixels than the piece shows of them; in print, with fewer than photographs need."""
    if b"image" not in sheet.artwork.svg:
        return
    across = sheet.format.pixels[0] / sheet.canvas.trim.width
    for image in sheet.whole.root.iter(tag("image")):
        size = _size(image.get("href") or image.get(f"{{{XLINK}}}href") or "")
        width, height = length(image.get("width")), length(image.get("height"))
        if size is None or not width or not height:
            continue
        scales = width / size[0], height / size[1]
        covers = any(word in (image.get("preserveAspectRatio") or "") for word in ("slice", "none"))
        stretched = (max(scales) if covers else min(scales)) * scale_of(to_root(image)) * across
        if stretched * (GOOD if sheet.format.medium == "print" else FINE_ENOUGH) > 1:
            message = Mistake(
                "the picture “{name}” is too coarse: it is {has} px wide and this size needs {needed}",
                "put in a larger picture or show it smaller",
                values={"name": _name(image), "has": size[0], "needed": round(size[0] * stretched)},
            )
            yield Finding("warning", message, _name(image), box_of(image) or sheet.canvas.trim)


def _size(source: str) -> tuple[int, int] | None:
    """Width and height of an embedded picture in px; None for what is none."""
    data = data_uri(source)
    try:
        return header(data).size if data else None
    except (NoPicture, BrokenPicture, HugePicture):
        return None


def _name(element: etree._Element) -> str:
    return element.get("id") or element.get("aria-label") or f"<{local(element)}>"
