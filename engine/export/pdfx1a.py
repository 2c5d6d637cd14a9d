"""The page of a PDF/X-1a (ISO 15930-4): inks alone, and nothing translucent."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyvips
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from engine.export import cmyk, flatten, pdf, raster
from engine.export.cmyk_black import Lettering
from engine.export.flatten import Flat, Numbers
from engine.export.marks import numbers
from engine.export.separation import Spot
from engine.formats import MM_PER_INCH
from engine.scene import Scene

if TYPE_CHECKING:
    from engine.export.icc import Press

FINEST_PPI = 300.0
NEAR = 1000.0  # mm: a larger sheet is seen from afar, and its pictures are twice as fine as a picture file of it
_STRIP = 64  # rows
_TRANSPARENCY = {"/ca", "/CA", "/SMask", "/BM", "/AIS"}


def drawn(
    scene: Scene, marked: Scene, sheet: pdf.Sheet, press: Press, lettering: Sequence[Lettering], spots: Sequence[Spot]
) -> Pdf:
    """The artwork as a document of one page in inks, to be closed after use; `marked` is it with marks for spots.

    What is translucent is in pictures, without spot colours. Raises BadInput for what can't be drawn.
    """
    page, pixel = sheet.bleed_box, _pixel(sheet)
    flat = flatten.flat(marked, page.width, page.height, pixel)
    parts = [_vectors(marked, sheet, press, numbers, lettering, spots) for numbers in (flat.beneath, flat.above)]
    if any(map(_make_opaque, parts)):  # what mixes in a way that can't be taken apart
        flat = flatten.whole(page.width, page.height, pixel)
        parts = [_vectors(marked, sheet, press, frozenset(), (), ()) for _ in parts]
        for part in parts:
            _make_opaque(part)
    document, above = parts
    with above:
        _lay_together(document, _pictures(document, scene, flat, sheet, press), above)
    return document


def _pixel(sheet: pdf.Sheet) -> float:
    """The side of a picture's pixel, in pt on the page."""
    ppi = FINEST_PPI if max(sheet.width, sheet.height) <= NEAR else min(FINEST_PPI, 2 * sheet.ppi)
    return sheet.points(MM_PER_INCH / ppi)


def _vectors(
    scene: Scene,
    sheet: pdf.Sheet,
    press: Press,
    numbers: Numbers,
    lettering: Sequence[Lettering],
    spots: Sequence[Spot],
) -> Pdf:
    """Some units of an artwork as a document in inks."""

    document = pdf.drawn(flatten.chosen(scene, numbers), sheet)
    cmyk.convert(document, press, lettering, scale=sheet.scale, spots=spots)
    return document


def _make_opaque(document: Pdf) -> bool:
    """Takes from a document all words of transparency that mean none; whether there is some."""
    found = list(_dictionaries(document))
    if any(map(_is_translucent, found)):
        return True
    for each in found:
        for key in _TRANSPARENCY & set(each.keys()):
            del each[key]
        if each.get("/Group", Dictionary()).get("/S") == Name.Transparency:
            del each.Group
    return False


def _dictionaries(document: Pdf) -> Iterator[Object]:
    """All dictionaries of a document, those of streams and those within others too."""
    waiting: list[Object] = [each for each in document.objects if isinstance(each, (Dictionary, Stream, Array))]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, Array):
            yield each
        inside = each if isinstance(each, Array) else each.values()
        waiting += [one for one in inside if isinstance(one, (Dictionary, Array)) and not one.is_indirect]


def _is_translucent(each: Object) -> bool:
    mask, mode = each.get("/SMask", Name("/None")), each.get("/BM", Name.Normal)
    alphas = [float(each[key]) for key in ("/ca", "/CA") if key in each]
    return min(alphas, default=1.0) < 1 or mask != "/None" or mode not in ("/Normal", "/Compatible")


def _pictures(document: Pdf, scene: Scene, flat: Flat, sheet: pdf.Sheet, press: Press) -> list[bytes]:
    """Puts the pictures into a document; what shows each on its page."""
    page, pixel = sheet.bleed_box, _pixel(sheet)
    shown = []
    for number, box in enumerate(flat.pictures):
        with flatten.picture(scene, flat.inside, box, page.width / pixel, page.height / pixel) as drawn:
            stream = _embedded(document, press.picture(raster.rgb(drawn)))
        name = document.pages[0].add_resource(stream, Name.XObject, Name(f"/NqFlat{number}"))
        placed = numbers(box.width * pixel, 0, 0, box.height * pixel, box.x * pixel, page.height - box.bottom * pixel)
        shown.append(f"q {placed} cm {name} Do Q".encode())
    return shown


def _embedded(document: Pdf, inks: pyvips.Image) -> Stream:
    """A picture, read from top to bottom, in a document; each pixel as its difference from the one to its left."""
    region, packed, packer = pyvips.Region.new(inks), [], zlib.compressobj()
    for top in range(0, inks.height, _STRIP):
        rows = min(_STRIP, inks.height - top)
        pixels = np.frombuffer(region.fetch(0, top, inks.width, rows), np.uint8).reshape(rows, inks.width, 4)
        differences = pixels.copy()
        differences[:, 1:] -= pixels[:, :-1]
        packed.append(packer.compress(differences.tobytes()))
    stream = Stream(document, b"")
    parms = Dictionary(Predictor=2, Colors=4, BitsPerComponent=8, Columns=inks.width)  # TIFF's (ISO 32000-1, 7.4.4.4)
    stream.write(b"".join((*packed, packer.flush())), filter=Name.FlateDecode, decode_parms=parms)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = inks.width, inks.height
    stream.ColorSpace, stream.BitsPerComponent = Name.DeviceCMYK, 8
    return document.make_indirect(stream)


def _lay_together(document: Pdf, pictures: Sequence[bytes], above: Pdf) -> None:
    """The vectors of a document, upon them its pictures, and upon these the page of another document."""
    page = document.pages[0]
    form = document.copy_foreign(above.pages[0].as_form_xobject())
    form.BBox = page.mediabox  # it has the trimmed sheet
    name = page.add_resource(form, Name.XObject, Name("/NqAbove"))
    beneath = page.obj.Contents
    assert isinstance(beneath, Stream)
    beneath.write(b"\n".join((b"q", beneath.read_bytes(), b"Q", *pictures, f"{name} Do".encode())))
