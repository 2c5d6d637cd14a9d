"""Draws the catalogue of ornament: docs/ornament/*.png and docs/ornament.md, from the calls below.

Run it from the repository after a change to engine/ornament:  uv run python docs/ornament_catalogue.py
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from inspect import getdoc, signature
from pathlib import Path

import cairosvg
from PIL import Image

from engine.ornament import FUNCTIONS
from engine.ornament.borders import KINDS
from engine.ornament.tilings import NAMES

HERE = Path(__file__).parent
CELL, COLUMNS = 200, 5

NIGHT, IVORY, LAPIS, WINE, EMERALD, SKY = "#10263a", "#f2e8d0", "#16356f", "#5d1622", "#0d4a40", "#cfe6ea"
GOLD, LIGHT, DEEP, TURQUOISE, RED, GREY = "#dcb057", "#f7e7bd", "#8c6420", "#1f8a86", "#b23a3a", "#2d4a63"


@dataclass(frozen=True, slots=True)
class Layer:
    """A call as a template would write it, and its paint: a colour, stroked where `line` is a width."""

    call: str
    colour: str
    line: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture of the catalogue on a square of 400 units."""

    name: str
    layers: tuple[Layer, ...]
    ground: str = NIGHT


GIRIH_CELLS = {"girih": 260, "girih-bow-ties": 155, "girih-columns": 155, "girih-pentagons": 180, "girih-five": 280}


def cell(name: str, *layers: tuple[str, str] | tuple[str, str, float], ground: str = NIGHT) -> Cell:
    return Cell(name, tuple(Layer(*layer) for layer in layers), ground)


def scroll_layers(call: str, stems: str = GOLD, flowers: str = LIGHT, hearts: str = RED) -> list[tuple[str, str]]:
    """The four layers of a scroll; `call` ends where the part is to be told."""
    paints = {"stems": stems, "leaves": stems, "flowers": flowers, "hearts": hearts}
    return [(f"{call}, part='{part}')", colour) for part, colour in paints.items()]


def layered(call: str, **paints: str | tuple[str, float]) -> list[tuple[str, str] | tuple[str, str, float]]:
    """Several parts of one call, each with its paint; a pair is a colour and a line's width."""
    return [
        (f"{call}, part='{part}')", *((paint,) if isinstance(paint, str) else paint)) for part, paint in paints.items()
    ]


def tiling_cell(name: str) -> Cell:
    here = f"0, 0, 400, 400, tiling='{name}', cell={GIRIH_CELLS.get(name, 150)}"
    return cell(
        name,
        (f"girih_stars({here})", GREY),
        (f"girih_stars({here}, largest=True)", TURQUOISE),
        (f"girih({here})", GOLD, 3),
    )


def border_cell(kind: str) -> Cell:
    width = 6 if kind == "meander" else 1.5
    call = f"border('{kind}', 10, 10, 380, 380, {62 if kind in ('vine', 'girih') else 44}"
    return cell(kind, *layered(call, fills=GOLD, accents=TURQUOISE, lines=(LIGHT, width)))


WOVEN = "girih_bands(0, 0, 400, 400, tiling='{}', cell={}, angle={}, depth={}, band={}, gap={}"


def woven_cell(tiling: str, size: float, angle: float, depth: int, band: float, gap: float, ground: str) -> Cell:
    call = WOVEN.format(tiling, size, angle, depth, band, gap)
    layers = layered(call, stars=TURQUOISE, bands=GOLD, edges=(DEEP, 1.2))
    return cell(f"{tiling}  {angle}°", *(layers if not gap else layers[:2]), ground=ground)


GROUPS: tuple[tuple[str, str, tuple[Cell, ...]], ...] = (
    ("tilings", "Star patterns", tuple(tiling_cell(name) for name in NAMES)),
    (
        "strapwork",
        "Strapwork",
        (
            woven_cell("4.8.8", 200, 67.5, 1, 13, 0, NIGHT),
            woven_cell("4.8.8", 200, 45, 1, 13, 4, WINE),
            woven_cell("6.6.6", 130, 60, 1, 14, 4, EMERALD),
            woven_cell("4.6.12", 330, 75, 2, 6, 2, LAPIS),
            woven_cell("girih", 380, 54, 1, 10, 0, NIGHT),
        ),
    ),
    (
        "suns",
        "Suns, stars and rays",
        (
            cell(
                "shamseh",
                *layered(
                    "shamseh(200, 200, 190, n=12",
                    rays=GOLD,
                    rim=GOLD,
                    field=LAPIS,
                    petals=TURQUOISE,
                    buds=LIGHT,
                    core=RED,
                    lines=(LIGHT, 1.5),
                    stars=(LIGHT, 1.5),
                ),
            ),
            cell("star", ("star(200, 200, 180, n=8, k=3)", GOLD)),
            cell("star_lines", ("star_lines(200, 200, 185, n=12, k=5)", GOLD, 2.5), ground=WINE),
            cell("nested_stars", ("nested_stars(200, 200, 185, n=10, k=3, count=5)", GOLD, 2.5), ground=EMERALD),
            cell("rosette", ("rosette(200, 200, 185, 40, n=10, point=0.7)", GOLD), ground=WINE),
            cell(
                "lobed",
                ("lobed(200, 200, 160, n=10, height=26)", GOLD),
                ("lobed(200, 200, 120, n=10, ogee=False)", LAPIS),
            ),
            cell("rays", ("rays(200, 200, 30, 190, n=36)", GOLD)),
            cell("glory", ("glory(200, 200, 70, 190, n=24)", GOLD), ground=WINE),
            cell("beams", ("beams(200, 0, 460, 400, n=9)", GOLD)),
            cell(
                "sharafeh",
                ("lobed(200, 200, 130, n=16, height=18)", LAPIS),
                ("sharafeh(200, 200, 140, 195, n=16)", LAPIS),
                ground=IVORY,
            ),
        ),
    ),
    (
        "arches",
        "Arches and domes",
        (
            cell("arch", ("arch(80, 50, 240, 330, offset=14)", GOLD), ("arch(80, 50, 240, 330)", TURQUOISE)),
            cell("archivolt", ("archivolt(80, 60, 240, 330, 22)", GOLD), ("archivolt(110, 110, 180, 280, 5)", GOLD)),
            cell(
                "spandrels",
                ("spandrels(30, 40, 340, 360, rise=1.0, margin=12)", TURQUOISE),
                ("arch(30, 40, 340, 360, rise=1.0)", LIGHT, 2),
            ),
            cell(
                "iwan",
                *layered(
                    "iwan(60, 30, 280, 370", wall=TURQUOISE, spandrels=LAPIS, opening="#07131f", lines=(GOLD, 2.5)
                ),
                *layered("muqarnas(110, 80, 180, 103", lit=GOLD, shaded=DEEP, lines=(LIGHT, 1)),
            ),
            cell("muqarnas", *layered("muqarnas(30, 40, 340, 330, tiers=7", lit=GOLD, shaded=DEEP, lines=(LIGHT, 1.5))),
            cell("arcade", ("arcade(10, 120, 380, 220, n=4)", GOLD), ground=WINE),
            cell(
                "dome",
                *layered("dome(200, 380, 260, 340, drum=0.18, ribs=7", shell=TURQUOISE, drum=LAPIS, ribs=(GOLD, 2.5)),
            ),
            cell("mosque", ("mosque(200, 400, 380, 350)", GOLD)),
            cell("minaret", ("minaret(200, 400, 40, 380)", GOLD), ground=EMERALD),
            cell("skyline", ("skyline(0, 240, 400, 160, seed=4)", GOLD), ground=WINE),
        ),
    ),
    (
        "eslimi",
        "Eslimi and khatai",
        (
            cell("scroll", *scroll_layers("scroll(215, 215, 160")),
            cell("vine", *scroll_layers("vine(0, 130, 400, 130")),
            cell("scrolls", *scroll_layers("scrolls(0, 0, 400, 400, cell=133"), ground=EMERALD),
            cell("lyre", *scroll_layers("lyre(200, 390, 390, 390"), ground=LAPIS),
            cell("bower", *scroll_layers("bower(200, 390, 330, 380"), ground=WINE),
            cell("wreath", *scroll_layers("wreath(200, 200, 195, 60, n=8")),
            cell(
                "toranj",
                *layered(
                    "toranj(200, 200, 270, 392",
                    ground=WINE,
                    rim=(GOLD, 1.5),
                    stems=GOLD,
                    leaves=GOLD,
                    flowers=LIGHT,
                    hearts=RED,
                ),
            ),
            cell(
                "lachak",
                *layered(
                    "lachak(0, 0, 390", ground=LAPIS, rim=(GOLD, 2), stems=GOLD, leaves=GOLD, flowers=LIGHT, hearts=RED
                ),
                ground=IVORY,
            ),
            cell(
                "flower",
                *layered("flower('lotus', 145, 320, 175", petals=LIGHT, heart=RED),
                *layered("flower('rosette-6', 310, 120, 150", petals=GOLD, heart=RED),
                *layered("flower('pomegranate', 320, 330, 110", petals=GOLD, heart=RED),
                ground=EMERALD,
            ),
            cell(
                "leaf",
                ("leaf('split', 40, 220, 130, turn=0)", GOLD),
                ("leaf('hook', 230, 250, 110, turn=0)", GOLD),
                ("leaf('leaf', 40, 340, 130, turn=0)", GOLD),
                ("leaf('bud', 230, 340, 130, turn=0)", GOLD),
                ("leaf('drop', 40, 100, 120, turn=0)", GOLD),
                ("leaf('boteh', 225, 110, 130, turn=0)", GOLD),
                ground=WINE,
            ),
        ),
    ),
    (
        "borders",
        "Borders",
        (
            *map(border_cell, KINDS),
            cell(
                "strip",
                *layered("strip('guilloche', 0, 160, 400, 80", fills=GOLD, accents=TURQUOISE, lines=(LIGHT, 2)),
                ground=WINE,
            ),
        ),
    ),
    (
        "frames",
        "Frames",
        (
            cell(
                "tazhib",
                *layered(
                    "tazhib(6, 6, 388, 388, 52, corner=80",
                    band=LAPIS,
                    chain=WINE,
                    corners=LAPIS,
                    fills="#c5922f",
                    accents=LIGHT,
                    rules=("#c5922f", 1.5),
                ),
                ground=IVORY,
            ),
            cell(
                "sarlowh",
                *layered(
                    "sarlowh(10, 60, 380, 270",
                    rays=LAPIS,
                    crown=LAPIS,
                    panel=LAPIS,
                    cartouche=LIGHT,
                    stems="#d3a03a",
                    leaves="#d3a03a",
                    flowers=LIGHT,
                    hearts=RED,
                    rules=("#d3a03a", 1.5),
                ),
                ground=IVORY,
            ),
            cell("cartouche", ("cartouche(20, 150, 360, 100)", GOLD), ground=EMERALD),
        ),
    ),
    (
        "landscape",
        "Sky, land and water",
        (
            cell(
                "hills",
                *(
                    (f"hills(0, 60, 400, 340, {k}, seed=3)", c)
                    for k, c in enumerate(("#9fcdb6", "#6bab8f", "#357f6b", "#14554d"))
                ),
                ground=SKY,
            ),
            cell(
                "mountains",
                *(
                    (f"mountains(0, 60, 400, 340, {k}, seed=2)", c)
                    for k, c in enumerate(("#9fb4d0", "#64809f", "#2b4a68"))
                ),
                ground=SKY,
            ),
            cell(
                "tree",
                *layered("tree(200, 400, 390, seed=4, levels=5", wood="#5a3a2a", leaves="#357f6b", blossoms="#e58aa2"),
                ground=SKY,
            ),
            cell(
                "waves",
                *(
                    (f"waves(0, 120, 400, 280, {k}, seed=2)", c)
                    for k, c in enumerate(("#7fc0d8", "#419bc0", "#1e6f9c", "#0e4a72"))
                ),
                ground=SKY,
            ),
            cell("scales", ("scales(0, 0, 400, 400, radius=40)", GOLD, 2)),
            cell("ripples", ("ripples(200, 200, 190, 70, n=6)", LIGHT, 2.5), ground="#0e4a72"),
            cell("cloud", *layered("cloud(190, 200, 330, seed=3", body=LIGHT, lines=("#419bc0", 3)), ground="#419bc0"),
            cell(
                "clouds",
                *layered("clouds(0, 0, 400, 400, n=5, seed=4", body=LIGHT, lines=("#419bc0", 2)),
                ground="#419bc0",
            ),
            cell("night", ("night(0, 0, 400, 400, size=8, n=90)", LIGHT)),
            cell("petals", ("petals(0, 0, 400, 400, n=46, size=26)", "#f3a6b8"), ground=EMERALD),
            cell("crescent", ("crescent(190, 200, 150)", GOLD)),
        ),
    ),
)


def drawn(layer: Layer) -> str:
    """The path element of a layer; its call is evaluated with the functions that templates get."""
    d = eval(layer.call, {"__builtins__": {}}, dict(FUNCTIONS))
    if layer.line:
        return f'<path d="{d}" fill="none" stroke="{layer.colour}" stroke-width="{layer.line}"/>'
    return f'<path d="{d}" fill="{layer.colour}"/>'


def sheet(cells: tuple[Cell, ...]) -> str:
    """The SVG of a group: squares in rows, each clipped, its name under it."""
    columns = min(COLUMNS, len(cells))
    rows = -(-len(cells) // columns)
    width, height = columns * (CELL + 8) + 8, rows * (CELL + 26) + 8
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for k, one in enumerate(cells):
        x, y = 8 + k % columns * (CELL + 8), 8 + k // columns * (CELL + 26)
        paths = "".join(map(drawn, one.layers))
        out.append(
            f'<svg x="{x}" y="{y}" width="{CELL}" height="{CELL}" viewBox="0 0 400 400" overflow="hidden">'
            f'<rect width="400" height="400" fill="{one.ground}"/>{paths}</svg>'
            f'<text x="{x}" y="{y + CELL + 14}" font-family="sans-serif" font-size="12">{one.name}</text>'
        )
    return "".join(out) + "</svg>"


def small_png(svg: str) -> bytes:
    """The picture in 64 colours."""
    png = cairosvg.svg2png(bytestring=svg.encode())
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def reference(name: str) -> str:
    """A function as the catalogue lists it: its call with defaults, what it draws."""
    function = FUNCTIONS[name]
    asked = re.sub(r": '?[\w| ]+'?", "", str(signature(function)).split(" ->")[0])
    return f"- `{name}{asked}` — {' '.join((getdoc(function) or '').split())}"


def called(cells: tuple[Cell, ...]) -> list[str]:
    """The functions that the cells of a group call, in the order of their first call."""
    return list(dict.fromkeys(layer.call.split("(")[0] for one in cells for layer in one.layers))


INTRODUCTION = """# Ornament

Persian ornament from formulas. Each function takes plain numbers and words and returns SVG path data. Templates
call it in a `data-set-d` attribute, and paint the path with palette classes:

```xml
<path class="stroke-metal-2" fill="none" data-set-d="{{ girih(0, 0, 1080, 1080, tiling='4.8.8', cell=120) }}"/>
<path class="fill-ground-dark" data-set-d="{{ toranj(540, 540, 640, 1000, part='ground') }}"/>
```

- Lengths are in the units of the artboard, angles in degrees, clockwise from the right. Every drawing works at
  any size.
- What has several layers takes `part`; `part='all'` is everything in one path. Parts called lines, edges, rules,
  rim or ribs are meant to be stroked, the others to be filled.
- The same numbers and the same `seed` always give the same path.
- A field over a square of 1080 is 10 to 50 KB of path data; an illuminated frame (`tazhib`) about 110 a part.
- Wrong words and impossible sizes are refused with a sentence that says what to do.

Programs that draw symbols use the modules underneath: `engine.ornament.pen` (splines, reed strokes, shapes,
placing), `path` (the `Path` value, booleans, offsets), `growth` (trees, noise, scattered points), `flora` (leaves
and flowers). This page is made by `docs/ornament_catalogue.py`.
"""


def page() -> str:
    """The catalogue as Markdown."""
    parts = [INTRODUCTION]
    seen: set[str] = set()
    for key, title, cells in GROUPS:
        names = [name for name in called(cells) if name not in seen]
        seen |= set(names)
        parts.append(f"## {title}\n\n![{title}](ornament/{key}.png)\n")
        parts.append("\n".join(map(reference, names)) + "\n")
        parts.append("<details><summary>The calls of these pictures</summary>\n\n```jinja")
        for one in cells:
            parts.append(f"{{# {one.name} #}}\n" + "\n".join(f"{{{{ {layer.call} }}}}" for layer in one.layers))
        parts.append("```\n\n</details>\n")
    return "\n".join(parts)


def main() -> None:
    (HERE / "ornament").mkdir(exist_ok=True)
    for key, _, cells in GROUPS:
        (HERE / "ornament" / f"{key}.png").write_bytes(small_png(sheet(cells)))
    (HERE / "ornament.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
