"""The gallery: `index.html`, which shows by month what an output folder holds. It opens from disk, without a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined

from engine.formats import Format
from engine.persian.dates import JALALI_MONTHS, persian_digits
from engine.production.manifest import FailedPiece, MadeFile, MadePiece, Manifest, Subject
from engine.templates.palette import Colours
from engine.workspace import Workspace

INDEX = "index.html"
FONT = "assets/Vazirmatn-{weight}.ttf"
WEIGHTS = (400, 700)
LEAD_FORMAT = "square"
TONE_NAMES = {
    "celebration": "جشن",
    "mourning": "سوگواری",
    "muharram": "محرم",
    "ramadan": "رمضان",
    "national": "ملی",
    "defence": "دفاع مقدس",
    "spring": "بهار",
    "nature": "طبیعت",
    "literary": "فرهنگ و ادب",
    "festive": "آیینی",
    "civic": "شهری",
    "calendar": "تقویم",
    "news": "خبر",
    "report": "گزارش",
}


@dataclass(frozen=True)
class Card:
    """A subject and its pieces. One without pieces failed in every format."""

    subject: Subject
    pieces: tuple[MadePiece, ...]
    failures: tuple[FailedPiece, ...]
    colours: Colours

    @property
    def lead(self) -> MadePiece | None:
        """The piece whose picture the card shows first."""
        square = (piece for piece in self.pieces if piece.format == LEAD_FORMAT)
        return next(square, next(iter(self.pieces), None))

    @property
    def needs_attention(self) -> bool:
        return bool(self.subject.warnings or self.failures or any(piece.troubles for piece in self.pieces))


@dataclass(frozen=True)
class Month:
    """A month and its cards; `id` is the Jalali "1405-12"."""

    id: str
    cards: tuple[Card, ...]

    @property
    def name(self) -> str:
        return JALALI_MONTHS[int(self.id[5:7]) - 1]

    @property
    def year(self) -> str:
        return persian_digits(self.id[:4])


@dataclass(frozen=True)
class Gallery:
    """What the page shows."""

    manifest: Manifest
    formats: Mapping[str, Format]
    palettes: Mapping[str, Colours]
    office: str

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(
            Card(
                subject,
                tuple(sorted(self._of(self.manifest.pieces, subject), key=self._place)),
                self._of(self.manifest.failures, subject),
                self.palettes[subject.tone],
            )
            for subject in self.manifest.subjects
        )

    @property
    def months(self) -> tuple[Month, ...]:
        by_month = groupby(self.cards, key=lambda card: card.subject.key[:7])
        return tuple(Month(id, tuple(cards)) for id, cards in by_month)

    @property
    def years(self) -> str:
        """The year, or the first and the last where there are several."""
        years = [month.year for month in self.months]
        return " تا ".join(dict.fromkeys((years[0], years[-1]))) if years else ""

    @property
    def files(self) -> tuple[MadeFile, ...]:
        return tuple(file for piece in self.manifest.pieces for file in piece.files)

    @property
    def notes(self) -> Mapping[str, int]:
        """What is true of many pieces, each thing once, and of how many."""
        findings = (finding for piece in self.manifest.pieces for finding in piece.findings)
        return Counter(finding.text_fa or finding.text for finding in findings if finding.level == "note")

    @property
    def formats_used(self) -> tuple[Format, ...]:
        used = {piece.format for piece in self.manifest.pieces}
        return tuple(format for format in self.formats.values() if format.id in used)

    def count_of(self, format: Format) -> int:
        return sum(piece.format == format.id for piece in self.manifest.pieces)

    def title_of(self, format: str) -> str:
        """A format's name, also of one that the workspace has no more."""
        return self.formats[format].title if format in self.formats else format

    def size_of(self, format: str) -> str:
        return size_in_words(self.formats[format]) if format in self.formats else ""

    def _of[R: MadePiece | FailedPiece](self, records: tuple[R, ...], subject: Subject) -> tuple[R, ...]:
        return tuple(record for record in records if record.key == subject.key)

    def _place(self, piece: MadePiece) -> tuple[int, str]:
        """Pieces stand in the order of formats.yaml."""
        order = list(self.formats)
        return order.index(piece.format) if piece.format in order else len(order), piece.format


def gallery_files(manifest: Manifest, workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Path below the output folder and content of the page and of what it needs."""
    palettes = workspace.templates.palettes
    gallery = Gallery(
        manifest,
        workspace.formats.by_id,
        {subject.tone: palettes.colours(subject.tone, None) for subject in manifest.subjects},
        workspace.brand.office,
    )
    yield INDEX, page(gallery).encode()
    for weight in WEIGHTS:
        yield FONT.format(weight=weight), workspace.fonts.match(["Vazirmatn"], weight).path.read_bytes()


def page(gallery: Gallery) -> str:
    """The page's HTML."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["digits"] = persian_digits
    environment.filters["bytes"] = bytes_in_words
    source = files("engine.production").joinpath("gallery.html").read_text(encoding="utf-8")
    return environment.from_string(source).render(gallery=gallery, tones=TONE_NAMES, fonts=_fonts())


def size_in_words(format: Format) -> str:
    """«۱۰۸۰ × ۱۹۲۰ پیکسل», «۲۹۷ × ۴۲۰ میلی‌متر»."""
    unit = "میلی‌متر" if format.medium == "print" else "پیکسل"
    return f"{persian_digits(f'{format.width:g} × {format.height:g}')} {unit}"


def bytes_in_words(size: int) -> str:
    """«۳۴۰ کیلوبایت», «۲٫۴ مگابایت»."""
    if size < 1_000_000:
        return f"{persian_digits(max(1, round(size / 1000)))} کیلوبایت"
    words = f"{size / 1_000_000:.0f}" if size >= 100_000_000 else f"{size / 1_000_000:.1f}"
    return f"{persian_digits(words).replace('.', '٫')} مگابایت"


def _fonts() -> list[tuple[int, str]]:
    return [(weight, FONT.format(weight=weight)) for weight in WEIGHTS]
