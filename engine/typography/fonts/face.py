"""One font face: its names, metrics and outlines, opened when first used."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from engine import gate
from engine.errors import BadInput, Place

type Segment = tuple[float, ...]  # 2 numbers: line to; 4: quadratic; 6: cubic
_MOST_FACES = 500  # of a collection
WIDTHS = (50, 62.5, 75, 87.5, 100, 112.5, 125, 150, 200)  # OS/2 usWidthClass 1–9 in per cent


@dataclass(frozen=True, slots=True)
class Contour:
    """A closed contour in font units, y upwards."""

    start: tuple[float, float]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical metrics in font units, y upwards; `descent` is negative."""

    ascent: float
    descent: float
    x_height: float
    cap_height: float
    underline: float
    thickness: float
    strike: float
    subscript: float
    superscript: float


class Face:
    """A face of a font file; `weight`, `style` and `stretch` as CSS counts them."""

    def __init__(
        self,
        path: Path,
        index: int = 0,
        *,
        family: str | None = None,
        weight: int | None = None,
        style: str | None = None,
        variations: Mapping[str, float] | None = None,
    ) -> None:
        self.path = path
        self.index = index
        self._family = family
        self._weight = weight
        self._style = style
        self.variations = dict(variations or {})
        self._instances: dict[tuple[tuple[str, float], ...], Face] = {}
        self._outlines: dict[int, tuple[Contour, ...]] = {}
        self._has: dict[str, bool] = {}

    @staticmethod
    def all_in(path: Path, realm: gate.Realm | None = None) -> Iterator[Face]:
        """Every face of a font file or collection; none if it is not a font.

        Raises BadInput for one outside of the realm, a pipe, or one too large.
        """
        try:
            faces = [Face(path, index) for index in range(_collection_size(path, realm))]
        except OSError:
            return
        for face in faces:
            with suppress(BadInput):
                face.hb_face  # noqa: B018 — opens it
                yield face

    def __repr__(self) -> str:
        return f"Face({self.family!r}, {self.weight}, {self.style!r})"

    @cached_property
    def hb_face(self) -> hb.Face:
        """HarfBuzz's face, on the mapped file."""
        try:
            face = hb.Face(hb.Blob.from_file_path(str(self.path)), self.index)
        except (hb.HarfBuzzError, OSError):
            raise unreadable(self.path) from None
        if not face.glyph_count:
            raise unreadable(self.path)
        return face

    @cached_property
    def hb(self) -> hb.Font:
        """HarfBuzz's font at this instance, scaled to font units."""
        font = hb.Font(self.hb_face)
        if self.variations:
            font.set_variations(self.variations)
        return font

    @cached_property
    def units_per_em(self) -> int:
        return int(self.hb_face.upem) or 1000

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Family names: the typographic one first, then the one for old programs."""
        found = (self._family, self.hb_face.get_name(16), self.hb_face.get_name(1))
        return tuple(dict.fromkeys(name for name in found if name)) or (self.path.stem,)

    @property
    def family(self) -> str:
        return self.names[0]

    @cached_property
    def axes(self) -> Mapping[str, tuple[float, float, float]]:
        """Axis → least, default and greatest value; empty for a static font."""
        return {axis.tag: (axis.min_value, axis.default_value, axis.max_value) for axis in self.hb_face.axis_infos}

    @cached_property
    def weight(self) -> int:
        return self._weight or round(self.hb.get_style_value(hb.StyleTag.WEIGHT)) or 400

    @cached_property
    def weights(self) -> tuple[float, float]:
        """The weights it can be set to."""
        low, _, high = self.axes.get("wght", (self.weight, 0, self.weight))
        return low, high

    @cached_property
    def stretch(self) -> float:
        table = self._table("OS/2")
        return WIDTHS[min(max(struct.unpack_from(">H", table, 6)[0], 1), 9) - 1] if len(table) > 8 else 100

    @cached_property
    def stretches(self) -> tuple[float, float]:
        """The widths it can be set to, in per cent."""
        low, _, high = self.axes.get("wdth", (self.stretch, 0, self.stretch))
        return low, high

    @cached_property
    def style(self) -> str:
        """normal, italic or oblique."""
        if self._style:
            return self._style
        table = self._table("OS/2")
        flags = struct.unpack_from(">H", table, 62)[0] if len(table) > 64 else 0
        return "italic" if flags & 1 else "oblique" if flags & 0x200 else "normal"

    @cached_property
    def generic(self) -> str:
        """The CSS generic family this face looks like, from its names and OS/2 classes."""
        name = self.family.casefold()
        table = self._table("OS/2")
        family_class, panose = (table[30], table[32:42]) if len(table) > 64 else (0, bytes(10))
        if "mono" in name or panose[:4:3] == b"\x02\x09" or self._fixed_pitch:
            return "monospace"
        if "emoji" in name or "symbol" in name:
            return "symbol"
        if "sans" in name:
            return "sans-serif"
        if "serif" in name:
            return "serif"
        if family_class == 10 or panose[0] == 3 or "script" in name:
            return "cursive"
        if family_class == 9 or panose[0] == 4 or "display" in name:
            return "fantasy"
        return "serif" if 1 <= family_class <= 7 or 2 <= panose[1] <= 10 else "sans-serif"

    @property
    def _fixed_pitch(self) -> bool:
        table = self._table("post")
        return len(table) > 16 and struct.unpack_from(">I", table, 12)[0] != 0

    @cached_property
    def metrics(self) -> Metrics:
        """From hhea, OS/2 and post; missing ones as usvg assumes them."""
        upem, extents = self.units_per_em, self.hb.get_font_extents("ltr")
        ascent, descent = float(extents.ascender), float(extents.descender)
        x_height = self._metric(hb.OTMetricsTag.X_HEIGHT) or (ascent - descent) * 0.45
        return Metrics(
            ascent=ascent,
            descent=descent,
            x_height=x_height,
            cap_height=self._metric(hb.OTMetricsTag.CAP_HEIGHT) or ascent * 0.8,
            underline=self._metric(hb.OTMetricsTag.UNDERLINE_OFFSET) or -upem / 9,
            thickness=self._metric(hb.OTMetricsTag.UNDERLINE_SIZE) or upem / 12,
            strike=self._metric(hb.OTMetricsTag.STRIKEOUT_OFFSET) or x_height / 2,
            subscript=self._metric(hb.OTMetricsTag.SUBSCRIPT_EM_Y_OFFSET) or upem * 0.2,
            superscript=self._metric(hb.OTMetricsTag.SUPERSCRIPT_EM_Y_OFFSET) or upem * 0.4,
        )

    @cached_property
    def has_vertical_metrics(self) -> bool:
        return bool(self._table("vmtx"))

    @cached_property
    def features(self) -> frozenset[str]:
        """The OpenType features its GSUB and GPOS tables have for any script."""
        return frozenset(
            tag
            for table in ("GSUB", "GPOS")
            for script in range(len(self.hb_face.get_table_script_tags(table)))
            for tag in self.hb_face.get_language_feature_tags(table, script)
        )

    def has(self, character: str) -> bool:
        """Whether it maps this character to a glyph."""
        known = self._has.get(character)
        if known is None:
            known = self._has[character] = bool(self.hb.get_nominal_glyph(ord(character)))
        return known

    def at(self, variations: Mapping[str, float]) -> Face:
        """This face at the given axis values, clamped; itself where it has none of the axes."""
        axes = self.axes
        wanted = {tag: min(max(value, axes[tag][0]), axes[tag][2]) for tag, value in variations.items() if tag in axes}
        if not wanted:
            return self
        key = tuple(sorted(wanted.items()))
        if key not in self._instances:
            self._instances[key] = Face(
                self.path, self.index, family=self._family, weight=self._weight, style=self._style, variations=wanted
            )
        return self._instances[key]

    def outline(self, glyph: int) -> tuple[Contour, ...]:
        """The glyph's contours in font units, cached."""
        known = self._outlines.get(glyph)
        if known is None:
            pen = _ContourPen()
            self.hb.draw_glyph(glyph, _DRAW, pen)
            known = self._outlines[glyph] = tuple(pen.contours())
        return known

    def _table(self, tag: str) -> bytes:
        return bytes(self.hb_face.reference_table(tag).data)

    def _metric(self, tag: int) -> float | None:
        value = self.hb.get_metric_position(tag)
        return float(value) if value is not None else None


class _ContourPen:
    """What HarfBuzz draws into."""

    def __init__(self) -> None:
        self.starts: list[tuple[float, float]] = []
        self.drawn: list[list[Segment]] = []

    def contours(self) -> Iterator[Contour]:
        for start, segments in zip(self.starts, self.drawn, strict=True):
            if segments and segments[-1] == start:
                segments = segments[:-1]  # closing draws this line
            if segments:
                yield Contour(start, tuple(segments))


def _move_to(x: float, y: float, pen: _ContourPen) -> None:
    pen.starts.append((x, y))
    pen.drawn.append([])


def _line_to(x: float, y: float, pen: _ContourPen) -> None:
    pen.drawn[-1].append((x, y))


def _quadratic_to(cx: float, cy: float, x: float, y: float, pen: _ContourPen) -> None:
    pen.drawn[-1].append((cx, cy, x, y))


def _cubic_to(ax: float, ay: float, bx: float, by: float, x: float, y: float, pen: _ContourPen) -> None:
    pen.drawn[-1].append((ax, ay, bx, by, x, y))


def _close(_: _ContourPen) -> None:
    pass


def _draw_funcs() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(_move_to)
    funcs.set_line_to_func(_line_to)
    funcs.set_quadratic_to_func(_quadratic_to)
    funcs.set_cubic_to_func(_cubic_to)
    funcs.set_close_path_func(_close)
    return funcs


_DRAW = _draw_funcs()


def _collection_size(path: Path, realm: gate.Realm | None) -> int:
    """How many fonts a file holds."""
    with gate.opened(path, gate.FONT, realm) as file:
        head = file.read(12)
    return min(int(struct.unpack(">I", head[8:12])[0]), _MOST_FACES) if head[:4] == b"ttcf" and len(head) == 12 else 1


def unreadable(path: Path) -> BadInput:
    """A file that is no font, or none that is whole."""
    return BadInput.of("the font can't be read", todo="replace it with a whole .ttf or .otf file", place=Place(path))
