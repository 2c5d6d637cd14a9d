"""Artworks as vector PDF in true millimetres, with the boxes a print shop cuts by."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from decimal import Decimal
from math import inf
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

import pikepdf

from engine.canvas.canvas import onto
from engine.canvas.painter import paint
from engine.canvas.pdf import Page, PdfCanvas
from engine.formats import MM_PER_INCH
from engine.matrix import Matrix, multiply
from engine.memory import Memory
from engine.scene import Scene
from engine.scene.layers import layers
from engine.scene.model import Group, Node, Path
from engine.svg import Box

if TYPE_CHECKING:
    from engine.formats import Format

POINTS_PER_MM = 72 / MM_PER_INCH
PRODUCER = "Naqsh"
_ROOM = 64_000_000  # bytes
_OPENED = 30_000  # bytes, that a document takes beside its own
HEAVY = 150  # coordinates of what is worth a form; less is hardly more than the form's own dictionary


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper: its trimmed size and what is printed beyond it on each side, in mm at true size.

    `scale` is what the PDF makes of it, 0.1 for a sheet larger than a page can be. `ppi`, at true size, is the
    resolution of what can't be said in vectors.
    """

    width: float
    height: float
    bleed: float = 0.0
    scale: float = 1.0
    ppi: float = 300.0

    @classmethod
    def of(cls, format: Format) -> Sheet:
        return cls(format.width, format.height, format.bleed, format.pdf_scale, format.ppi)

    @property
    def bleed_box(self) -> Box:
        """The whole page, in points from its lower left corner."""
        width, height = (self.points(side + 2 * self.bleed) for side in (self.width, self.height))
        return Box(0, 0, width, height)

    @property
    def trim_box(self) -> Box:
        """What is left after cutting, in points."""
        inset = self.points(self.bleed)
        return self.bleed_box.grown(-inset, -inset)

    def points(self, mm: float) -> float:
        """A length on the sheet as a length in the PDF."""
        return mm * self.scale * POINTS_PER_MM

    @property
    def density(self) -> float:
        """How many pixels of what can't be said in vectors there are to a point of the PDF."""
        return self.ppi / MM_PER_INCH / self.points(1)


def write(scene: Scene, path: FilePath, sheet: Sheet, *, made: datetime.datetime) -> None:
    """Writes an artwork, whose user space covers the sheet with its bleed, as a PDF of one page.

    Each of its layers is a form on the page. `made` is the date the file bears; the same input gives the same bytes.
    Raises BadInput for what can't be drawn and OSError for what can't be written.
    """
    with pikepdf.new() as document:
        page = blank(document, sheet)
        page.obj.Group = group("DeviceRGB")
        forms = {pikepdf.Name(f"/Layer{number}"): layer for number, layer in enumerate(layers(scene))}
        for name, layer in forms.items():
            page.add_resource(_form(layer, sheet, document), pikepdf.Name.XObject, name)
        page.obj.Contents = document.make_stream(b"\n".join(f"{name} Do".encode() for name in forms))
        document.trailer.Info = document.make_indirect(information(made))
        path.write_bytes(content(document))


def blank(document: pikepdf.Pdf, sheet: Sheet) -> pikepdf.Page:
    """A new page with the boxes of a sheet."""
    page = document.add_blank_page()
    bleed, trim = rectangle(sheet.bleed_box), rectangle(sheet.trim_box)
    page.obj.MediaBox = page.obj.CropBox = page.obj.BleedBox = bleed
    page.obj.TrimBox = trim
    return page


def _form(layer: Scene, sheet: Sheet, document: pikepdf.Pdf) -> pikepdf.Object:
    """A layer as a form of a document."""
    return document.copy_foreign(_KNOWN.recall((layer.digest, sheet), lambda: _Form.drawn(layer, sheet)).form)


@dataclass(frozen=True, slots=True)
class _Form:
    """A layer as a form, packed, and no group of its own. It lives in its `document`."""

    document: pikepdf.Pdf
    form: pikepdf.Object
    size: int  # bytes

    @classmethod
    def drawn(cls, layer: Scene, sheet: Sheet) -> _Form:
        document = pikepdf.new()
        page = Page(document, density=sheet.density, px=layer.px, shared=repeated(layer.root, HEAVY))
        canvas = PdfCanvas(page, to_points(layer, sheet), sheet.bleed_box)
        paint(layer.root, canvas)
        page.pictures.finish()
        box = rectangle(sheet.bleed_box)
        form = canvas.content.stream(document, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box)
        return cls(document, form, sum(map(_size, document.objects)) + _OPENED)


def to_points(scene: Scene, sheet: Sheet) -> Matrix:
    """From the scene's user space to points from the page's lower left corner."""
    page = sheet.bleed_box
    upside_down = (1.0, 0.0, 0.0, -1.0, 0.0, page.height)
    return multiply(upside_down, onto(scene.user_space, page.width, page.height))


def _size(held: pikepdf.Object) -> int:
    """About how many bytes an object takes."""
    return len(held.read_raw_bytes()) if isinstance(held, pikepdf.Stream) else 200


def repeated(root: Group, heavy: int) -> frozenset[int]:
    """The groups, by identity, that stand in several places and have at least so many coordinates."""
    seen: dict[int, int] = {}
    found: set[int] = set()
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Group):
            continue
        seen[id(node)] = seen.get(id(node), 0) + 1
        if seen[id(node)] == 1:
            waiting += node.children
        elif seen[id(node)] == 2 and _weight(node) >= heavy:
            found.add(id(node))
    return frozenset(found)


def _weight(node: Node) -> float:
    """The coordinates of a node; none of what looks otherwise in another size."""
    if isinstance(node, Group):
        return -inf if node.filters else sum(map(_weight, node.children))
    if isinstance(node, Path) and node.stroke is not None and not node.stroke.scales:
        return -inf
    return len(node.outline.points) if isinstance(node, Path) else 0


def information(made: datetime.datetime) -> pikepdf.Dictionary:
    """The file's own data instead of Cairo's, which has the present time."""
    date = pikepdf.String(made.astimezone(datetime.UTC).strftime("D:%Y%m%d%H%M%SZ"))
    return pikepdf.Dictionary(Producer=pikepdf.String(PRODUCER), CreationDate=date, ModDate=date)


def content(document: pikepdf.Pdf, *, version: str = "") -> bytes:
    """The document as a file's bytes, of this version where one is named; its identifier comes from its content.

    They are made in memory: where a disk is full, libqpdf, which writes to a file, ends the process.
    """
    streams = pikepdf.ObjectStreamMode.disable if version == "1.4" else pikepdf.ObjectStreamMode.generate
    written = io.BytesIO()
    document.save(written, force_version=version, deterministic_id=True, object_stream_mode=streams)
    return written.getvalue()


_KNOWN: Memory[tuple[bytes, Sheet], _Form] = Memory(_ROOM, lambda form: form.size)


def group(space: str) -> pikepdf.Dictionary:
    """The group of a page that mixes in a colour space: a new one for each document, for it belongs to that."""
    name = pikepdf.Name(f"/{space}")
    return pikepdf.Dictionary(Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, I=True, CS=name)


def rectangle(box: Box) -> pikepdf.Array:
    """A box as PDF writes it, to a ten-thousandth of a point."""
    corners = (box.x, box.y, box.right, box.bottom)
    return pikepdf.Array([Decimal(f"{corner:.4f}") for corner in corners])
