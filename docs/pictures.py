"""What the pictures of these pages have in common: drawn by Naqsh itself, small files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from engine.export import raster
from engine.svg import Box
from engine.typography import Artwork, outline
from engine.workspace import FONTS, Workspace

ROOT = Path(__file__).parents[1]
PAPER, INK, FRAME = "#f6f3ec", "#2b2a27", "#c2410c"


@cache
def workspace() -> Workspace:
    """The repository's own."""
    return Workspace(ROOT)


def svg(body: str, width: float, height: float) -> bytes:
    """A drawing of this size, in px."""
    root = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{root} viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">{body}</svg>'.encode()


def drawn(drawing: bytes, width: int, height: int, view: Box | None = None) -> Image.Image:
    """An SVG, its text set by Naqsh, on width × height px."""
    artwork = outline(drawing, workspace().fonts)
    return shown(artwork, width, height, view)


def shown(artwork: Artwork, width: int, height: int, view: Box | None = None) -> Image.Image:
    """An artwork on width × height px."""
    picture = Image.fromarray(raster.draw(artwork.scene, width, height, view=view).numpy())
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, PAPER)
        picture = Image.alpha_composite(paper, picture)
    return picture.convert("RGB")


def label(text: str, size: int = 15) -> Image.Image:
    """A line of Latin words."""
    font = ImageFont.truetype(str(ROOT / FONTS / "vazirmatn" / "Vazirmatn-Medium.ttf"), size)
    left, _, right, _ = font.getbbox(text)
    picture = Image.new("RGB", (round(right - left) + 4, size + 10), PAPER)
    ImageDraw.Draw(picture).text((2 - left, 2), text, INK, font)
    return picture


def row(pictures: Sequence[Image.Image], gap: int = 18, *, paper: str = PAPER) -> Image.Image:
    """Pictures beside one another, on their middles, with a gap all around."""
    width = sum(each.width for each in pictures) + gap * (len(pictures) + 1)
    height = max(each.height for each in pictures) + 2 * gap
    sheet, x = Image.new("RGB", (width, height), paper), gap
    for each in pictures:
        sheet.paste(each, (x, (height - each.height) // 2))
        x += each.width + gap
    return sheet


def column(pictures: Sequence[Image.Image], gap: int = 8, *, paper: str = PAPER) -> Image.Image:
    """Pictures below one another, on their left edges."""
    sheet = Image.new("RGB", (max(each.width for each in pictures), sum(each.height + gap for each in pictures)), paper)
    y = 0
    for each in pictures:
        sheet.paste(each, (0, y))
        y += each.height + gap
    return sheet


def labelled(picture: Image.Image, text: str) -> Image.Image:
    """A picture with a line of words below it."""
    return column([picture, label(text)], 4)


def save(picture: Image.Image, path: Path, colours: int = 128) -> None:
    """Writes a PNG of few colours."""
    path.parent.mkdir(exist_ok=True)
    picture.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)


def with_tables(page: str, tables: Mapping[str, str]) -> str:
    """A page whose tables, each between `<!-- NAME -->` and `<!-- /NAME -->`, are replaced."""
    for name, table in tables.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        head, _, rest = page.partition(begin)
        _, _, tail = rest.partition(end)
        page = f"{head}{begin}\n{table}\n{end}{tail}"
    return page


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
