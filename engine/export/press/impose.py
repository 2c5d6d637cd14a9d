"""Several pages on one sheet of paper, with marks to cut them by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from engine.errors import BadInput, Place
from engine.export import made_at, pdf
from engine.export.pdf import foreign
from engine.export.pdf.foreign import item, keys, opened
from engine.export.press import pdfx
from engine.export.press.marks import ALL, HAIRLINE, line, numbers, on_all_plates
from engine.files import asked_for
from engine.matrix import IDENTITY, Matrix, multiply, scaling, transformed
from engine.svg import Box

# ISO 216 and, with room for bleed and marks, ISO 217; mm, upright
PAPERS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0), "sra4": (225.0, 320.0), "sra3": (320.0, 450.0)}
GRIDS = {2: ((2, 1), (1, 2)), 4: ((2, 2),)}  # columns and rows
FIRST_DAY = datetime.date(1970, 1, 1)
LARGEST_PROFILE = 32_000_000  # bytes
MARK = 4.0  # mm, of a cut mark
AWAY = 1.0  # mm between the bleed, or the trim where there is none, and a mark
SLACK = 0.5  # mm that a page may be too large: two A5 are 296 mm, A4 is 297

_DATE = re.compile(r"D:([12][0-9]{3})([0-9]{2})([0-9]{2})")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to be placed: `matrix` turns it upright at its true size, where its boxes are, in pt."""

    page: foreign.Page
    matrix: Matrix
    trim: Box
    bleed: Box

    @classmethod
    def of(cls, page: foreign.Page) -> _Page:
        matrix = _upright(page)
        trim = page.trim or page.crop
        return cls(page, matrix, transformed(trim, matrix), transformed(page.bleed or trim, matrix))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where pages go on a sheet of `width` × `height`; all in pt from its lower left corner."""

    width: float
    height: float
    places: tuple[Box, ...]
    bleed: float

    @property
    def all(self) -> Box:
        """What the pages fill together: marks stand outside of it."""
        left, low = min(each.x for each in self.places), min(each.y for each in self.places)
        right, high = max(each.right for each in self.places), max(each.bottom for each in self.places)
        return Box(left, low, right - left, high - low)


def impose(paths: Sequence[Path], output: Path, *, paper: str, up: int) -> int:
    """Writes the pages of PDFs, in their order, `up` on each sheet of `paper`; the number of sheets.

    The pages have one size and one press. Bleed is kept as far as there is room for it between them. The sheets bear
    the date of the first PDF, and are PDF/X where all of them are, of one kind.
    Raises BadInput where pages differ or do not fit, and for what can't be written.
    """
    with ExitStack() as stack:
        documents = [stack.enter_context(opened(path)) for path in paths]
        every = [[_Page.of(page) for page in foreign.pages(document)] for document in documents]
        _refuse_differences(paths, documents, every)
        pages = [page for of_document in every for page in of_document]
        sheet = _sheet(pages, paper, up)
        result = stack.enter_context(pikepdf.new())
        forms = _Forms(result)
        for start in range(0, len(pages), up):
            _add_sheet(result, sheet, pages[start : start + up], forms)
        first = documents[0]
        made = _made(first)
        intents = [foreign.copied(each, first, result) for each in foreign.intents(first)]
        if intents:
            result.Root.OutputIntents = Array(intents)
        standard = _standard(documents)
        if standard:
            content = pdfx.content(result, standard, made=made, title=output.stem)
        else:
            result.trailer.Info = result.make_indirect(pdf.information(made))
            content = pdf.content(result)
        sheets = len(result.pages)
    with asked_for(output) as partial:  # one of the PDFs may be of this name
        partial.write_bytes(content)
    return sheets


def _upright(page: foreign.Page) -> Matrix:
    """From a page's own units to points of the page as it is shown."""
    turns: dict[int, Matrix] = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, -1, 1, 0, 0, 0),
        180: (-1, 0, 0, -1, 0, 0),
        270: (0, 1, -1, 0, 0, 0),
    }
    return multiply(scaling(page.unit, page.unit), turns[page.turned])


def _standard(documents: Sequence[Pdf]) -> pdfx.Standard | None:
    """The kind of PDF/X that all are."""
    names = {foreign.information(document, "/GTS_PDFXVersion") for document in documents}
    return pdfx.STANDARDS.get(names.pop()) if len(names) == 1 else None


def _made(document: Pdf) -> datetime.datetime:
    """The day a PDF bears, else the first one there was."""
    digits = _DATE.match(foreign.information(document, "/CreationDate"))
    try:
        day = datetime.date(*map(int, digits.groups())) if digits else FIRST_DAY
    except ValueError:  # it is none of the calendar's
        day = FIRST_DAY
    return made_at(day)


def _refuse_differences(paths: Sequence[Path], documents: Sequence[Pdf], every: Sequence[Sequence[_Page]]) -> None:
    first = every[0][0].trim
    for path, document, pages in zip(paths, documents, every, strict=True):
        if any(abs(each.trim.width - first.width) > 1 or abs(each.trim.height - first.height) > 1 for each in pages):
            raise BadInput.of(
                "its pages are not as large as those before", todo="impose them by themselves", place=Place(path)
            )
        if _profile(document) != _profile(documents[0]):
            raise BadInput.of(
                "it is for another press than those before", todo="make all with one profile", place=Place(path)
            )


def _profile(document: Pdf) -> bytes | None:
    intents = foreign.intents(document)
    profile = item(intents[0], "/DestOutputProfile") if intents else None
    return None if profile is None else foreign.unpacked(profile, LARGEST_PROFILE)


def _sheet(pages: Sequence[_Page], paper: str, up: int) -> _Sheet:
    """The grid and the orientation that leave most room."""
    trim, bleed = pages[0].trim, _least_bleed(pages)
    short, long = (pdf.POINTS_PER_MM * side for side in PAPERS[paper])
    slack = SLACK * pdf.POINTS_PER_MM
    fitting = [
        (min(width - columns * trim.width, height - rows * trim.height), columns, rows, width, height)
        for columns, rows in GRIDS[up]
        for width, height in ((short, long), (long, short))
    ]
    room, columns, rows, width, height = max(fitting)
    if room < -slack:
        raise BadInput.of("{up} pages do not fit on {paper}", todo="take a larger sheet", up=up, paper=paper.upper())
    gaps = [
        min(2 * bleed, max(0.0, side - count * each) / (count + 1))
        for side, count, each in ((width, columns, trim.width), (height, rows, trim.height))
    ]
    left = (width - columns * trim.width - (columns - 1) * gaps[0]) / 2
    top = height - (height - rows * trim.height - (rows - 1) * gaps[1]) / 2
    places = tuple(
        Box(
            left + column * (trim.width + gaps[0]),
            top - (row + 1) * trim.height - row * gaps[1],
            trim.width,
            trim.height,
        )
        for row in range(rows)
        for column in range(columns)
    )
    between = [gap / 2 for gap, count in zip(gaps, (columns, rows), strict=True) if count > 1]
    return _Sheet(width, height, places, min(bleed, *between))


def _least_bleed(pages: Sequence[_Page]) -> float:
    return max(0.0, min(each.trim.x - each.bleed.x for each in pages))


def _add_sheet(result: Pdf, sheet: _Sheet, pages: Sequence[_Page], forms: _Forms) -> None:
    page = result.add_blank_page(page_size=(sheet.width, sheet.height))
    drawing = []
    for number, (each, place) in enumerate(zip(pages, sheet.places, strict=False)):
        name = page.add_resource(forms.of(each), Name.XObject, Name(f"/NqPage{number}"))
        shown = place.grown(sheet.bleed, sheet.bleed)
        drawing.append(
            f"q {numbers(shown.x, shown.y, shown.width, shown.height)} re W n "
            f"{numbers(1, 0, 0, 1, place.x - each.trim.x, place.y - each.trim.y)} cm {name} Do Q"
        )
    drawing.append(f"q /{ALL} CS 1 SCN {HAIRLINE} w {' '.join(_marks(sheet))} Q")
    page.obj.Resources.ColorSpace = Dictionary({f"/{ALL}": on_all_plates()})
    page.obj.TrimBox, page.obj.BleedBox = (pdf.rectangle(sheet.all.grown(each, each)) for each in (0, sheet.bleed))
    if any("/Group" in keys(each.page.object) for each in pages):
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    page.obj.Contents = result.make_stream("\n".join(drawing).encode())


class _Forms:
    """Pages as forms of a document that show them up to their bleed."""

    def __init__(self, result: Pdf) -> None:
        self._result = result
        self._left = foreign.MOST_UNPACKED

    def of(self, each: _Page) -> pikepdf.Object:
        """A page's form, upright. Raises Malformed where what it draws can't be read."""
        page = each.page
        form = self._result.make_stream(self._drawing(page))
        form.Type, form.Subtype, form.FormType = Name.XObject, Name.Form, 1
        form.BBox = pdf.rectangle(page.bleed or page.trim or page.crop)
        if each.matrix != IDENTITY:
            form.Matrix = Array([round(part, 6) for part in each.matrix])
        for key, value in (("/Resources", page.resources), ("/Group", item(page.object, "/Group"))):
            if keys(value):
                form[key] = foreign.copied(value, page.document, self._result)
        return form

    def _drawing(self, page: foreign.Page) -> bytes:
        parts = []
        for stream in foreign.contents(page):
            parts.append(foreign.unpacked(stream, self._left))
            self._left -= len(parts[-1])
        return b"\n".join(parts)


def _marks(sheet: _Sheet) -> Iterator[str]:
    """Cut marks around all pages, where the sheet has room for at least a millimetre of them."""
    mm = pdf.POINTS_PER_MM
    left, low, right, high = sheet.all.x, sheet.all.y, sheet.all.right, sheet.all.bottom
    away = sheet.bleed + AWAY * mm
    for x in sorted({edge for each in sheet.places for edge in (each.x, each.right)}):
        yield from _mark(x, low - away, x, max(0.0, low - away - MARK * mm), low - away)
        yield from _mark(x, high + away, x, min(sheet.height, high + away + MARK * mm), sheet.height - high - away)
    for y in sorted({edge for each in sheet.places for edge in (each.y, each.bottom)}):
        yield from _mark(left - away, y, max(0.0, left - away - MARK * mm), y, left - away)
        yield from _mark(right + away, y, min(sheet.width, right + away + MARK * mm), y, sheet.width - right - away)


def _mark(x: float, y: float, to_x: float, to_y: float, room: float) -> Iterator[str]:
    if room >= pdf.POINTS_PER_MM:
        yield line(x, y, to_x, to_y)
