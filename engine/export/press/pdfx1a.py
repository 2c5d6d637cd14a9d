"""The page of a PDF/X-1a (ISO 15930-4): inks alone, and nothing translucent."""

from __future__ import annotations

import zlib

import numpy as np
import pyvips
from pikepdf import Dictionary, Name, Pdf, Stream

from engine.canvas.pdf_content import Content, matrix
from engine.canvas.pdf_pictures import differences
from engine.export import pdf, raster
from engine.export.press import flatten
from engine.export.press.flatten import Flat
from engine.export.press.plates import Plates
from engine.formats import MM_PER_INCH

FINEST_PPI = 300.0
NEAR = 1000.0  # mm: a larger sheet is seen from afar, and its pictures are twice as fine as a picture file of it
_STRIP = 64  # rows


def draw(plates: Plates) -> None:
    """Draws a page. What is translucent is in pictures, without spot colours.

    Raises BadInput for what can't be drawn.
    """
    scene, sheet = plates.scene, plates.sheet
    page, pixel = sheet.bleed_box, _pixel(sheet)
    flat = flatten.flat(scene, page.width, page.height, pixel)
    beneath, above = (plates.drawn(flatten.chosen(scene, numbers).root) for numbers in (flat.beneath, flat.above))
    if plates.is_translucent:  # what mixes in a way that can't be taken apart
        flat, beneath, above = flatten.whole(page.width, page.height, pixel), Content(), Content()
    document = plates.document
    shown = _pictures(beneath, plates, flat)
    box = pdf.rectangle(page)
    form = above.stream(document, Type=Name.XObject, Subtype=Name.Form, BBox=box)
    beneath.write("\n".join((*shown, f"{beneath.name('XObject', form)} Do")))
    plates.show(beneath)


def _pixel(sheet: pdf.Sheet) -> float:
    """The side of a picture's pixel, in pt on the page."""
    ppi = FINEST_PPI if max(sheet.width, sheet.height) <= NEAR else min(FINEST_PPI, 2 * sheet.ppi)
    return sheet.points(MM_PER_INCH / ppi)


def _pictures(content: Content, plates: Plates, flat: Flat) -> list[str]:
    """What shows each of the pictures."""
    page, pixel = plates.sheet.bleed_box, _pixel(plates.sheet)
    shown = []
    for box in flat.pictures:
        with flatten.picture(plates.scene, flat.inside, box, page.width / pixel, page.height / pixel) as drawn:
            stream = _embedded(plates.document, plates.press.picture(raster.rgb(drawn)))
        place = (box.width * pixel, 0.0, 0.0, box.height * pixel, box.x * pixel, page.height - box.bottom * pixel)
        shown.append(f"q {matrix(place)} cm {content.name('XObject', stream)} Do Q")
    return shown


def _embedded(document: Pdf, inks: pyvips.Image) -> Stream:
    """A picture, read from top to bottom, in a document; each pixel as its difference from the one to its left."""
    region, packed, packer = pyvips.Region.new(inks), [], zlib.compressobj()
    for top in range(0, inks.height, _STRIP):
        rows = min(_STRIP, inks.height - top)
        pixels = np.frombuffer(region.fetch(0, top, inks.width, rows), np.uint8).reshape(rows, inks.width, 4)
        packed.append(packer.compress(differences(pixels).tobytes()))
    stream = Stream(document, b"")
    parms = Dictionary(Predictor=2, Colors=4, BitsPerComponent=8, Columns=inks.width)  # TIFF's (ISO 32000-1, 7.4.4.4)
    stream.write(b"".join((*packed, packer.flush())), filter=Name.FlateDecode, decode_parms=parms)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = inks.width, inks.height
    stream.ColorSpace, stream.BitsPerComponent = Name.DeviceCMYK, 8
    return stream
