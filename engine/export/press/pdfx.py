"""Artworks as PDF/X-4 (ISO 15930-7) and PDF/X-1a (ISO 15930-4): what a print shop's RIP opens without asking."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from engine.export import pdf
from engine.export.press import pdfx1a
from engine.export.press.black import Lettering
from engine.export.press.marks import SlugWord, add_marks
from engine.export.press.pdfx_words import write_words
from engine.export.press.plates import Plates
from engine.svg import Box, escaped

if TYPE_CHECKING:
    from engine.export.press.icc import Press
    from engine.typography import Artwork


@dataclass(frozen=True, slots=True)
class Standard:
    """A kind of PDF/X, and the version of PDF that it is."""

    name: str
    pdf: str


X4 = Standard("PDF/X-4", "1.6")
X1A = Standard("PDF/X-1a:2003", "1.4")
STANDARDS = {each.name: each for each in (X4, X1A)}
_REGISTRY = "http://www.color.org"


def write(
    artwork: Artwork,
    path: Path,
    sheet: pdf.Sheet,
    press: Press,
    *,
    made: datetime.datetime,
    title: str,
    slug: Sequence[SlugWord] | None = None,
    standard: Standard = X4,
) -> None:
    """Writes an artwork, whose user space covers the sheet with its bleed, in the inks of a press.

    `made` is the date the file bears, `title` what it calls itself; with a `slug`, even an empty one, there are marks
    and colour bars around the sheet. The same input gives the same bytes. Raises
    BadInput for what can't be drawn and OSError for what can't be written.
    """
    scene = artwork.scene
    user_space = scene.user_space
    with Pdf.new() as document:
        plates = Plates(document, scene, sheet, press, _lettering(artwork, user_space, sheet))
        if standard is X1A:
            pdfx1a.draw(plates)
        else:
            plates.draw()
        page = document.pages[0].obj
        write_words(document, page, artwork.texts, user_space)
        if slug is not None:
            add_marks(document, sheet, press, slug)
        _set_output_intent(document, press)
        path.write_bytes(content(document, standard, made=made, title=title))


def _lettering(artwork: Artwork, user_space: Box, sheet: pdf.Sheet) -> list[Lettering]:
    page = sheet.bleed_box
    across, down = page.width / user_space.width, page.height / user_space.height
    return [
        Lettering(
            Box(
                (text.box.x - user_space.x) * across,
                (text.box.y - user_space.y) * down,
                text.box.width * across,
                text.box.height * down,
            ),
            text.font_size * down / sheet.scale,
        )
        for text in artwork.texts
    ]


def _set_output_intent(document: Pdf, press: Press) -> None:
    name = press.name
    profile = document.make_indirect(
        Stream(document, _deflated(press.icc), Filter=Name.FlateDecode, N=4, Alternate=Name.DeviceCMYK)
    )
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(name if press.calibrated else "Custom"),
        OutputCondition=String(name if press.calibrated else "uncalibrated CMYK"),
        RegistryName=String(_REGISTRY if press.calibrated else ""),
        Info=String(name if press.calibrated else f"{name} (uncalibrated CMYK)"),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


@lru_cache(maxsize=4)
def _deflated(profile: bytes) -> bytes:
    return zlib.compress(profile)


def content(document: Pdf, standard: Standard, *, made: datetime.datetime, title: str) -> bytes:
    """A document with what it says of itself, as a file's bytes."""
    _set_metadata(document, made, title, standard)
    return pdf.content(document, version=standard.pdf)


def _set_metadata(document: Pdf, made: datetime.datetime, title: str, standard: Standard) -> None:
    """What the file says of itself, twice and alike: in the old dictionary and as XMP."""
    information = pdf.information(made)
    information.Title = String(title)
    information.Creator = String(pdf.PRODUCER)
    information.Trapped = Name("/False")
    information.GTS_PDFXVersion = String(standard.name)
    document.trailer.Info = document.make_indirect(information)
    identity = uuid5(NAMESPACE_URL, f"{title} {made.isoformat()}")
    packet = Stream(document, _xmp(made, title, identity, standard), Type=Name.Metadata, Subtype=Name.XML)
    document.Root.Metadata = document.make_indirect(packet)


def _xmp(made: datetime.datetime, title: str, identity: UUID, standard: Standard) -> bytes:
    date = made.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _XMP.format(
        title=escaped(title),
        date=date,
        producer=pdf.PRODUCER,
        version=standard.name,
        identity=identity,
        mark="\ufeff",
    ).encode()


_XMP = """\
<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdf:Trapped>False</pdf:Trapped>
   <pdfx:GTS_PDFXVersion>{version}</pdfx:GTS_PDFXVersion>
   <pdfxid:GTS_PDFXVersion>{version}</pdfxid:GTS_PDFXVersion>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmp:MetadataDate>{date}</xmp:MetadataDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
   <xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
   <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
   <xmpMM:VersionID>1</xmpMM:VersionID>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
