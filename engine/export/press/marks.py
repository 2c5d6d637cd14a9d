"""What the printer cuts, registers and measures by, outside the trimmed sheet: marks, colour bars and the slug line.

The page keeps its coordinates, for gradients are placed by them, and its MediaBox grows to all sides, below zero too.
Lengths are millimetres of the PDF: on a sheet at 1:10 the marks are ten times as large as on others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from engine.canvas.painter import paint
from engine.canvas.pdf import Page, PdfCanvas
from engine.export import pdf
from engine.export.press.inks import Inked
from engine.scene.model import Inks, Solid
from engine.scene.repaint import repainted
from engine.scene.style import BLACK
from engine.svg import Box

if TYPE_CHECKING:
    from engine.export.press.icc import Press
    from engine.typography import Artwork

MARGIN = 12.0  # mm beyond the bleed
GAP = 2.0  # between the bleed and the marks
CROP = 6.0  # length of a crop mark
BLEED = 3.0  # of a bleed mark
HAIRLINE = 0.25  # pt
RADIUS = 1.5  # of a registration mark
PATCH = 5.0  # side of a field of the colour bar
LINE = 3.0  # height of the slug line
ALL = "NqAll"  # the colour space that prints on every plate
_CIRCLE = 0.5523  # control points of a quarter circle by a cubic curve, of its radius

INKS = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1")
# Full tones, overprints of two and three, a grey balance (ISO 12647-2: C50 M40 Y40) and the black beside it
BARS = (*INKS, "1 1 0 0", "0 1 1 0", "1 0 1 0", "1 1 1 0", "0.5 0.4 0.4 0", "0 0 0 0.5")


@dataclass(frozen=True, slots=True)
class SlugWord:
    """A line of the slug, set in pure black, and the inks it prints in."""

    artwork: Artwork
    inks: str = INKS[3]


def add_marks(document: Pdf, sheet: pdf.Sheet, press: Press, slug: Sequence[SlugWord]) -> None:
    """Puts marks, bars and slug around the page, whose drawing is cut off at the bleed."""
    page = document.pages[0].obj
    bleed, trim = sheet.bleed_box, sheet.trim_box
    margin = MARGIN * pdf.POINTS_PER_MM
    page.MediaBox = page.CropBox = pdf.rectangle(bleed.grown(margin, margin))
    drawing = [*_crop_marks(trim, bleed), *_bleed_marks(trim, bleed), *_registration_marks(bleed), *_bars(trim, bleed)]
    drawing += _slug(document, trim, bleed, press, slug)
    content = page.Contents
    assert isinstance(content, Stream)
    clip = f"q {numbers(0, 0, bleed.width, bleed.height)} re W n\n".encode()
    marks = f"\nQ q /{ALL} CS 1 SCN {HAIRLINE} w\n{'\n'.join(drawing)}\nQ\n".encode()
    content.write(clip + content.read_bytes() + marks)
    if "/ColorSpace" not in page.Resources:
        page.Resources.ColorSpace = Dictionary()
    page.Resources.ColorSpace[f"/{ALL}"] = on_all_plates()


def on_all_plates() -> Array:
    """The colour space of marks, which print on every plate (ISO 32000-2, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def line(*ends: float) -> str:
    """What draws a straight line."""
    x, y, to_x, to_y = ends
    return f"{numbers(x, y)} m {numbers(to_x, to_y)} l S"


def numbers(*values: float) -> str:
    """Numbers as content has them."""
    return " ".join(f"{value:.4f}" for value in values)


def _crop_marks(trim: Box, bleed: Box) -> Iterator[str]:
    """Two lines at each corner, on the edges of the trim."""
    yield from _corner_lines(trim, bleed, _pt(GAP), _pt(GAP + CROP))


def _bleed_marks(trim: Box, bleed: Box) -> Iterator[str]:
    if bleed != trim:
        yield from _corner_lines(bleed, bleed, _pt(GAP), _pt(GAP + BLEED))


def _corner_lines(edges: Box, around: Box, start: float, end: float) -> Iterator[str]:
    for x in (edges.x, edges.right):
        yield line(x, around.y - start, x, around.y - end)
        yield line(x, around.bottom + start, x, around.bottom + end)
    for y in (edges.y, edges.bottom):
        yield line(around.x - start, y, around.x - end, y)
        yield line(around.right + start, y, around.right + end, y)


def _registration_marks(bleed: Box) -> Iterator[str]:
    """A circle with a cross in the middle of each side."""
    (x, y), away = bleed.center, _pt(GAP + CROP / 2)
    for at in ((x, bleed.y - away), (x, bleed.bottom + away), (bleed.x - away, y), (bleed.right + away, y)):
        yield from _registration_mark(*at)


def _registration_mark(x: float, y: float) -> Iterator[str]:
    arm, r = _pt(RADIUS * 1.8), _pt(RADIUS)
    k = _CIRCLE * r
    yield line(x - arm, y, x + arm, y)
    yield line(x, y - arm, x, y + arm)
    yield (
        f"{numbers(x + r, y)} m {numbers(x + r, y + k, x + k, y + r, x, y + r)} c "
        f"{numbers(x - k, y + r, x - r, y + k, x - r, y)} c {numbers(x - r, y - k, x - k, y - r, x, y - r)} c "
        f"{numbers(x + k, y - r, x + r, y - k, x + r, y)} c S"
    )


def _bars(trim: Box, bleed: Box) -> Iterator[str]:
    """The colour bar above the sheet, between its left corner and the registration mark."""
    side = min(_pt(PATCH), _half(trim) / len(BARS))
    for number, inks in enumerate(BARS):
        yield f"{inks} k {numbers(trim.x + _pt(GAP) + number * side, bleed.bottom + _pt(GAP), side, side)} re f"


def _slug(document: Pdf, trim: Box, bleed: Box, press: Press, slug: Sequence[SlugWord]) -> Iterator[str]:
    """The slug line below the sheet, its words one after another, smaller where they need more room."""
    views = [word.artwork.scene.user_space for word in slug]
    gap = _pt(GAP)
    widest = sum(view.aspect for view in views)
    height = min(_pt(LINE), (_half(trim) - gap * len(views)) / widest) if views else 0.0
    x, y = trim.x + gap, bleed.y - gap - height
    for number, (word, view) in enumerate(zip(slug, views, strict=True)):
        name = f"/NqSlug{number}"
        _add_form(document, name, word, view, press)
        yield f"q {numbers(height / view.height, 0, 0, height / view.height, x, y)} cm {name} Do Q"
        x += height * view.aspect + gap


def _add_form(document: Pdf, name: str, word: SlugWord, view: Box, press: Press) -> None:
    """Makes a line of the slug a form of the page, one unit of its own for each point."""
    one, two, three, four = map(float, word.inks.split())
    inks = Inks((one, two, three, four))
    scene = repainted(word.artwork.scene, lambda paint: Solid(BLACK, inks=inks))
    canvas = PdfCanvas(
        Page(document, density=1.0, px=scene.px),
        (1.0, 0.0, 0.0, -1.0, -view.x, view.bottom),
        Box(0, 0, view.width, view.height),
        colours=Inked(press),
    )
    paint(scene.root, canvas)
    box = pdf.rectangle(Box(0, 0, view.width, view.height))
    form = canvas.content.stream(document, Type=Name.XObject, Subtype=Name.Form, BBox=box)
    document.pages[0].add_resource(form, Name.XObject, Name(name))


def _half(trim: Box) -> float:
    """The room between a corner and a registration mark."""
    return trim.width / 2 - _pt(2 * GAP + 2 * RADIUS)


def _pt(mm: float) -> float:
    return mm * pdf.POINTS_PER_MM
