"""Small artworks made by hand, each checked as a piece of a format."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from engine.formats import Format
from engine.preflight import Finding, check
from engine.svg import Box, parse, view_box
from engine.templates.canvas import canvas_of
from engine.typography import FontLibrary, outline

SQUARE = Format(id="square", title="", medium="screen", width=1080, height=1080, files=("png",))
TV = Format(id="tv", title="", medium="tv", width=1920, height=1080, files=("png",))
SHEET = Format(
    id="sheet", title="", medium="print", width=216, height=216, bleed=3, viewing_distance=0.3, files=("pdf",)
)  # on 1080 units, 5 to the millimetre, without the bleed


@cache
def fonts() -> FontLibrary:
    return FontLibrary.load(Path(__file__).parents[2] / "fonts")


def svg(body: str, *, width: float = 1080, height: float = 1080, ground: str = "white") -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="Vazirmatn" font-size="40">'
        f'<rect x="-99" y="-99" width="2200" height="2200" fill="{ground}"/>{body}</svg>'
    ).encode()


def found(body: str, format: Format = SQUARE, *, ground: str = "white") -> tuple[Finding, ...]:
    """What is found wrong with a drawing on 1080 × 1080 units, or 1920 × 1080 for the television."""
    source = svg(body, width=1080 * format.aspect, ground=ground)
    tree = parse(source, "drawing")
    user_space = Box(0, 0, 1080 * format.aspect, 1080)
    assert view_box(tree.getroot(), "drawing").width == user_space.width
    artwork = outline(tree, fonts(), source="drawing.svg")
    return check(artwork, canvas_of(user_space, format), format)


def the_only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def text(words: str = "خمین", x: float = 540, y: float = 540, **attributes: object) -> str:
    said = {"id": "it", "text-anchor": "middle", **{key.replace("_", "-"): value for key, value in attributes.items()}}
    pairs = " ".join(f'{key}="{value}"' for key, value in said.items())
    return f'<text x="{x}" y="{y}" {pairs}>{words}</text>'
