"""The slug line of a printed piece: what the printer reads beside the sheet."""

from __future__ import annotations

from engine.export.press.marks import INKS, SlugWord
from engine.production.plan import Piece
from engine.svg import SVG, escaped
from engine.typography import outline
from engine.workspace import Workspace

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
_SIZE = 10.0  # user units; the line is fitted into its place
_HEIGHT = 1.6  # of a line, of its size
_MEASURED = 10_000.0  # user units, wider than any line


def slug_of(workspace: Workspace, piece: Piece) -> tuple[SlugWord, ...]:
    """Piece, format, the day it is for, scale and profile in black, then the name of each plate in its own ink."""
    format, press = piece.format, workspace.press(piece.format.paper)
    scale = "1:1" if format.pdf_scale == 1 else "1:10"
    size = f"{format.id}  {format.width:g} × {format.height:g} + {format.bleed:g} mm  {scale}"
    profile = press.name if press.calibrated else "uncalibrated CMYK"
    said = f"{piece.brief.key}   {size}   {piece.brief.first_day.isoformat()}   {profile}"
    return tuple(_word(workspace, words, inks) for words, inks in ((said, INKS[3]), *zip(PLATES, INKS, strict=True)))


def _word(workspace: Workspace, words: str, inks: str) -> SlugWord:
    (text,) = outline(_svg(words, _MEASURED), workspace.fonts, source="slug").texts
    return SlugWord(outline(_svg(words, text.box.width), workspace.fonts, source="slug"), inks)


def _svg(words: str, width: float) -> bytes:
    return (
        f'<svg xmlns="{SVG}" viewBox="0 0 {width:.2f} {_SIZE * _HEIGHT:.2f}"><text id="slug" y="{_SIZE * 1.2:.2f}"'
        f' font-family="Vazirmatn, sans-serif" font-size="{_SIZE}" fill="#000">{escaped(words)}</text></svg>'
    ).encode()
