"""What a print shop would send a PDF back for. It reads any PDF, also a stranger's, and changes nothing.

Places are in millimetres from the upper left corner of the trimmed sheet, of a sheet at 1:10 at its true size.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pikepdf

from engine.errors import Mistake
from engine.export.pdf import PRODUCER, foreign
from engine.export.pdf.foreign import Malformed, Page, item, keys, name_or, opened
from engine.preflight.findings import Finding, Level
from engine.preflight.pdf_operators import Budget
from engine.preflight.pdf_pictures import PictureInks
from engine.preflight.pdf_walk import Drawing, Painted
from engine.svg import Box

POINTS_PER_MM = 72 / 25.4
LEAST_BLEED = 3.0  # mm
TEXT_MARGIN = 3.0  # mm
HAIRLINE = 0.25  # pt
EDGE = 0.3  # mm; how exactly an edge must be met
SHEET = 1000.0  # mm; above this a piece is read from afar
NEAR_PPI, FAR_PPI = 200.0, 60.0  # what pictures need on a sheet in the hand, and on a banner
REGISTRATION = 0.95  # of every ink
MOST_FINDINGS = 20  # of a kind on a page
LEAST_TOKENS = 2_000_000  # of content streams that are read of any file
LEAST_ROOM = 400_000_000  # bytes for its streams, unpacked: three pictures of an A3 sheet at 400 ppi
TOKENS_OF_FINDING = 200  # what one counts as: it is told
TOKENS_OF_BYTE, ROOM_OF_BYTE = 2, 8  # of a large file
TENTH_NAME, TENTH = "_1-10", 10.0  # how the name of our PDFs at 1:10 ends, and how much larger they print
OPAQUE = ("PDF/X-1", "PDF/X-3")  # how the standards are named in which nothing is translucent
RGB = frozenset(("DeviceRGB", "CalRGB", "ICCBased3", "Lab"))


def findings_of(path: Path, ink_limit: float = 3.0) -> tuple[Finding, ...]:
    """What is wrong with a PDF for the press, errors first. `ink_limit`: 3.0 is 300% of all inks on a spot.

    Raises BadInput where the file is no PDF or can't be opened without its password.
    """
    with opened(path) as document:
        times = TENTH if path.stem.endswith(TENTH_NAME) else 1.0
        found = [*_of_document(document), *_of_pages(document, path.stat().st_size, ink_limit, times)]
    return tuple(sorted(found, key=lambda each: not each.is_error))


def _of_document(document: pikepdf.Pdf) -> Iterator[Finding]:
    catalogue = foreign.root(document)
    if document.is_encrypted:
        yield _of_file("error", Mistake("the file is encrypted", "save it without encryption"))
    if {"/OpenAction", "/AA"} & keys(catalogue) or "/JavaScript" in keys(item(catalogue, "/Names")):
        yield _of_file("warning", Mistake("the file wants something done when it is opened", "save it without actions"))
    if _is_for_office(document):
        yield _of_file(
            "warning",
            Mistake(
                "the file is for screens and an office's printer: its colours are no inks",
                "for a print shop make it with --pdf x4",
            ),
        )
    elif not any("/DestOutputProfile" in keys(each) for each in foreign.intents(document)):
        yield _of_file(
            "warning", Mistake("the file does not say what press it is for", "save it as PDF/X with the shop's profile")
        )


def _of_pages(document: pikepdf.Pdf, size: int, ink_limit: float, times: float) -> Iterator[Finding]:
    standard = foreign.information(document, "/GTS_PDFXVersion")
    in_inks, is_x4 = not _is_for_office(document), bool(foreign.intents(document))
    budget = Budget(max(LEAST_TOKENS, TOKENS_OF_BYTE * size), max(LEAST_ROOM, ROOM_OF_BYTE * size))
    drawing, pictures = Drawing(budget), PictureInks(budget)
    for page in foreign.pages(document):
        painted = drawing.painted(page)
        found = _Page(page, painted, pictures, ink_limit, times, standard, is_x4=is_x4, in_inks=in_inks).findings()
        for each in found:
            budget.tokens -= TOKENS_OF_FINDING
            yield each
        if budget.tokens < 0:
            drawing.is_whole = False
            break
    if not (drawing.is_whole and pictures.are_whole):
        message = Mistake(
            "not all of the file was checked: it is damaged, or draws more than can be looked at",
            "export it anew, flatten its busiest parts or check its pages in parts",
        )
        yield _of_file("error", message)


def _is_for_office(document: pikepdf.Pdf) -> bool:
    """Whether we made it in screen colours, as it was asked for."""
    return foreign.information(document, "/Producer") == PRODUCER and "/OutputIntents" not in keys(
        foreign.root(document)
    )


def _of_file(level: Level, message: Mistake) -> Finding:
    return Finding(level, message, "", Box(0, 0, 0, 0))


class _Page:
    def __init__(
        self,
        page: Page,
        painted: Sequence[Painted],
        pictures: PictureInks,
        ink_limit: float,
        times: float,
        standard: str,
        *,
        is_x4: bool,
        in_inks: bool,
    ) -> None:
        self._page, self._name = page, f"page {page.number}"
        self._ink_of = pictures
        self._limit, self._standard, self._is_x4, self._in_inks = ink_limit, standard, is_x4, in_inks
        self._unit = page.unit * times
        self._media = page.media
        self._trim = page.trim or page.crop
        self._bleed = page.bleed or page.crop
        self._seen = [each for each in painted if each.visible and _touch(each.box, self._bleed)]
        self._texts = [each for each in painted if each.kind == "text"]

    def findings(self) -> Iterator[Finding]:
        checks = (
            self._boxes,
            self._bleed_filled,
            self._colours,
            self._inks,
            self._pictures,
            self._fonts,
            self._transparency,
            self._hairlines,
            self._white_overprint,
            self._text_near_trim,
            self._registration,
            self._annotations,
        )
        for check in checks:
            for _, each in zip(range(MOST_FINDINGS), check(), strict=False):
                yield each

    def _say(self, level: Level, message: Mistake, box: Box | None = None) -> Finding:
        return Finding(level, message, self._name, self._placed(box or self._trim))

    def _placed(self, box: Box) -> Box:
        """A box in mm from the trim's upper left corner."""
        mm = self._unit / POINTS_PER_MM
        return Box((box.x - self._trim.x) * mm, (self._trim.bottom - box.bottom) * mm, box.width * mm, box.height * mm)

    def _pt(self, mm: float) -> float:
        return mm * POINTS_PER_MM / self._unit

    def _boxes(self) -> Iterator[Finding]:
        exactly = self._pt(EDGE)
        if self._page.trim is None:
            yield self._say(
                "error", Mistake("the page does not say where it is cut: it has no TrimBox", "export it with its bleed")
            )
        if not _holds(self._media, self._trim, exactly):
            yield self._say("error", Mistake("the TrimBox reaches beyond the page", "export it with its bleed"))
            return
        room = [_gap(self._bleed, self._trim, side) for side in range(4)]
        mm = min(room) * self._unit / POINTS_PER_MM
        if mm <= EDGE:
            yield self._say(
                "error",
                Mistake("there is no bleed", "let the picture reach {least} mm over the trim", values={"least": 3}),
            )
        elif mm < LEAST_BLEED - EDGE:
            yield self._say(
                "warning",
                Mistake(
                    "the bleed is {mm} mm",
                    "ask the print shop, or make it {least} mm",
                    values={"mm": round(mm, 1), "least": 3},
                ),
            )

    def _bleed_filled(self) -> Iterator[Finding]:
        """What ends at the trim, where nothing else reaches on to the edge of the bleed."""
        near, exactly = self._pt(1.0), self._pt(EDGE)
        sides = ("left", "bottom", "right", "top")
        for side, name in enumerate(sides):
            if _gap(self._bleed, self._trim, side) <= exactly:
                continue
            along = [each for each in self._seen if each.kind != "text" and not _is_paper(each)]
            reaching = _joined(
                (_span(each.box, side) for each in along if _gap(each.box, self._bleed, side) >= -exactly), exactly
            )
            ending = [
                each
                for each in along
                if _gap(each.box, self._trim, side) >= -near
                and _gap(each.box, self._bleed, side) < -exactly
                and not _covered(_clipped(_span(each.box, side), _span(self._bleed, side)), reaching, exactly)
            ]
            if ending:
                largest = max(ending, key=lambda each: each.box.width * each.box.height)
                yield self._say(
                    "error",
                    Mistake(
                        "the bleed is empty at the {side}", "let the picture reach over the trim", values={"side": name}
                    ),
                    largest.box,
                )

    def _colours(self) -> Iterator[Finding]:
        for space in sorted({each.ink.space for each in self._seen} & RGB) if self._in_inks else ():
            found = [each.box for each in self._seen if each.ink.space == space]
            level: Level = "error" if space == "DeviceRGB" or not self._is_x4 else "warning"
            yield self._say(
                level,
                Mistake(
                    "{count} things are in {space}, not in inks",
                    "convert it to CMYK",
                    values={"count": len(found), "space": space},
                ),
                found[0],
            )

    def _inks(self) -> Iterator[Finding]:
        heavy: dict[tuple[float, ...], Painted] = {}
        for each in self._seen:
            if each.ink.space == "DeviceCMYK" and sum(each.ink.parts) > self._limit * 1.01:
                heavy.setdefault(each.ink.parts, each)
        for parts, each in heavy.items():
            yield self._too_much(sum(parts), each)
        for each in self._seen:
            most = self._ink_of.most(each.stream) if each.stream and each.ink.space == "DeviceCMYK" else 0.0
            if most > self._limit * 1.01:
                yield self._too_much(most, each)

    def _too_much(self, ink: float, each: Painted) -> Finding:
        values = {"ink": round(ink * 100), "limit": round(self._limit * 100)}
        return self._say(
            "error",
            Mistake("{ink}% of ink on one spot, above {limit}%", "limit the total ink", values=values),
            each.box,
        )

    def _pictures(self) -> Iterator[Finding]:
        longest = max(self._trim.width, self._trim.height) * self._unit / POINTS_PER_MM
        needed = NEAR_PPI if longest <= SHEET else FAR_PPI
        for each in self._seen:
            if each.kind == "picture" and each.stream is not None and each.ppi / self._unit < needed:
                level: Level = "error" if each.ppi / self._unit < needed / 2 else "warning"
                ppi = round(each.ppi / self._unit)
                yield self._say(
                    level,
                    Mistake(
                        "a picture has {ppi} pixels per inch",
                        "take one with {needed}",
                        values={"ppi": ppi, "needed": round(needed)},
                    ),
                    each.box,
                )

    def _fonts(self) -> Iterator[Finding]:
        missing = {each.font: each for each in self._texts if not each.font_embedded}
        for name, each in missing.items():
            yield self._say(
                "error",
                Mistake("the font “{name}” is not in the file", "embed it, or outline the text", values={"name": name}),
                each.box,
            )

    def _transparency(self) -> Iterator[Finding]:
        clear = [each for each in self._seen if not each.opaque]
        if clear and self._standard.startswith(OPAQUE):
            yield self._say(
                "error",
                Mistake(
                    "{count} things are translucent, and {standard} has nothing such",
                    "save it as PDF/X-4, or flatten it",
                    values={"count": len(clear), "standard": self._standard},
                ),
                clear[0].box,
            )
        elif clear and self._in_inks and not self._is_x4:
            yield self._say(
                "warning",
                Mistake(
                    "{count} things are translucent", "save it as PDF/X-4, or flatten it", values={"count": len(clear)}
                ),
                clear[0].box,
            )

    def _hairlines(self) -> Iterator[Finding]:
        for each in self._seen:
            if each.kind == "stroke" and each.width * self._unit < HAIRLINE - 1e-3:
                points = round(each.width * self._unit, 2)
                yield self._say(
                    "warning",
                    Mistake(
                        "a line is {points} pt wide",
                        "make it {least} pt at least",
                        values={"points": points, "least": HAIRLINE},
                    ),
                    each.box,
                )

    def _white_overprint(self) -> Iterator[Finding]:
        for each in self._seen:
            if each.overprints and _is_white(each):
                yield self._say(
                    "error", Mistake("white overprints, and so does not print", "let it knock out"), each.box
                )

    def _text_near_trim(self) -> Iterator[Finding]:
        margin = self._pt(TEXT_MARGIN)
        safe = self._trim.grown(-margin, -margin)
        for each in self._texts:
            if _touch(each.box, self._trim) and not _holds(safe, each.box, self._pt(EDGE)):
                yield self._say(
                    "warning",
                    Mistake("text stands nearer than {least} mm to the trim", "move it inwards", values={"least": 3}),
                    each.box,
                )

    def _registration(self) -> Iterator[Finding]:
        inside = self._trim.grown(-self._pt(EDGE), -self._pt(EDGE))
        for each in self._seen:
            in_all = each.ink.space == "Separation All" or (
                each.ink.space == "DeviceCMYK" and len(each.ink.parts) == 4 and min(each.ink.parts) >= REGISTRATION
            )
            if in_all and _touch(each.box, inside):
                yield self._say(
                    "error", Mistake("something prints in registration black", "give it black ink alone"), each.box
                )

    def _annotations(self) -> Iterator[Finding]:
        annotations = item(self._page.object, "/Annots")
        for each in foreign.array(annotations) if isinstance(annotations, pikepdf.Array) else ():
            if name_or(item(each, "/Subtype")) in ("TrapNet", "PrinterMark"):
                continue
            try:
                box = foreign.box(item(each, "/Rect"))
            except Malformed:
                continue  # it lies nowhere
            yield self._say("warning", Mistake("an annotation lies on the page", "remove it"), box)


def _gap(outer: Box, inner: Box, side: int) -> float:
    """How far `outer` reaches beyond `inner` at the left, bottom, right or top."""
    gaps = (inner.x - outer.x, inner.y - outer.y, outer.right - inner.right, outer.bottom - inner.bottom)
    return gaps[side]


def _span(box: Box, side: int) -> tuple[float, float]:
    """Where a box lies along the left or right (0, 2), or the lower or upper (1, 3) side."""
    return (box.x, box.right) if side % 2 else (box.y, box.bottom)


def _joined(spans: Iterable[tuple[float, float]], exactly: float) -> list[tuple[float, float]]:
    """Spans in their order, those that meet as one."""
    joined: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1] + exactly:
            joined[-1] = joined[-1][0], max(joined[-1][1], high)
        else:
            joined.append((low, high))
    return joined


def _covered(span: tuple[float, float], by: Sequence[tuple[float, float]], exactly: float) -> bool:
    """Whether one of the joined spans holds a span."""
    start, end = span
    before = bisect_right(by, start + exactly, key=lambda each: each[0])
    return start >= end - exactly or (before > 0 and by[before - 1][1] >= end - exactly)


def _clipped(span: tuple[float, float], to: tuple[float, float]) -> tuple[float, float]:
    """The part of a span that lies within another."""
    return max(span[0], to[0]), min(span[1], to[1])


def _holds(outer: Box, inner: Box, exactly: float) -> bool:
    return all(_gap(outer, inner, side) >= -exactly for side in range(4))


def _touch(a: Box, b: Box) -> bool:
    return a.x <= b.right and b.x <= a.right and a.y <= b.bottom and b.y <= a.bottom


def _is_white(each: Painted) -> bool:
    paper = {"DeviceCMYK": 0.0, "DeviceGray": 1.0, "DeviceRGB": 1.0}.get(each.ink.space)
    return paper is not None and bool(each.ink.parts) and all(part == paper for part in each.ink.parts)


def _is_paper(each: Painted) -> bool:
    return _is_white(each) and not each.overprints
