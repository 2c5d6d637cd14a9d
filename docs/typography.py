"""Draws the pictures of docs/typography.md: docs/typography/*.png.

Run it from the repository after a change to engine/typography:  uv run python docs/typography.py
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))

from docs.pictures import INK, drawn, labelled, row, save, svg

PICTURES = Path(__file__).parent / "typography"
LONG = "بلندترین شب سال را کنار بزرگ‌ترها به صبح برسانیم، با انار و قصه و فال حافظ. یلدایتان خجسته!"
SHORT = "یلدایتان خجسته!"
# Saadi, Golestan, chapter 1
VERSES = "بنی‌آدم اعضای یک پیکرند / که در آفرینش ز یک گوهرند // چو عضوی به درد آورد روزگار / دگر عضوها را نماند قرار"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in its box, as a template has it: attributes, style, and the size of the box in px."""

    caption: str
    words: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    style: str = ""
    width: float = 250
    height: float = 110

    def picture(self) -> Image.Image:
        """The box with a thin frame, its caption below."""
        return labelled(drawn(svg(self.body(), self.width + 20, self.height + 20), *self.size()), self.caption)

    def size(self) -> tuple[int, int]:
        return round(self.width + 20), round(self.height + 20)

    def body(self) -> str:
        frame = f'x="10" y="10" width="{self.width:g}" height="{self.height:g}"'
        style = f"font-family:Vazirmatn;font-size:22px;line-height:1.6;direction:rtl;white-space:pre-line;{self.style}"
        asked = "".join(f" {name}={quoteattr(value)}" for name, value in self.attributes.items())
        return (
            f'<rect {frame} fill="#fffdf8" stroke="#c9bfae"/><rect id="box" {frame} fill="none"/>'
            f'<text lang="fa" fill="{INK}"{asked} style="shape-inside:url(#box);{style}">{escape(self.words)}</text>'
        )


def fit() -> Sequence[Cell]:
    big = "font-size:26px"
    return [
        Cell('data-fit="none"', LONG, {"data-fit": "none"}, big),
        Cell('data-fit="shrink"', LONG, {"data-fit": "shrink"}, big),
        Cell('data-fit="shrink"', SHORT, {"data-fit": "shrink"}, big),
        Cell('data-fit="grow"', SHORT, {"data-fit": "grow"}, big),
    ]


def limits() -> Sequence[Cell]:
    big = "font-size:26px"
    return [
        Cell('data-fit-floor="0.9"', LONG, {"data-fit": "shrink", "data-fit-floor": "0.9"}, big),
        Cell('data-fit-ceiling="1.5"', SHORT, {"data-fit": "grow", "data-fit-ceiling": "1.5"}, big),
        Cell('data-lines="1"', LONG, {"data-fit": "shrink", "data-lines": "1", "data-fit-floor": "0.2"}, big),
        Cell('data-lines="2"', LONG, {"data-fit": "shrink", "data-lines": "2", "data-fit-floor": "0.2"}, big),
    ]


def justify() -> Sequence[Cell]:
    style = "font-size:21px;text-align:justify;line-height:1.7"
    asked = [("text-align: start", "text-align:start", None)]
    asked += [(f'data-justify="{how}"', "", how) for how in ("space", "kashida")]
    return [
        Cell(caption, LONG, {"data-justify": how} if how else {}, f"{style};{align}", width=236, height=160)
        for caption, align, how in asked
    ]


def valign() -> Sequence[Cell]:
    return [
        Cell(f'data-valign="{where}"', SHORT, {"data-valign": where}, "text-align:center", width=200)
        for where in ("top", "middle", "bottom")
    ]


def lettering() -> Sequence[Cell]:
    style, title = (
        "font-family:Noto Nastaliq Urdu;font-weight:700;text-align:center;font-size:44px",
        "میلاد\nامام رضا (ع)",
    )
    wide = {"width": 270, "height": 170}
    return [
        Cell('data-fit="shrink"', title, {"data-fit": "shrink", "data-valign": "middle"}, style, **wide),
        Cell('data-lettering="stack"', title, {"data-lettering": "stack", "data-fit": "grow"}, style, **wide),
        Cell(
            'data-line-sizes="0.6 1"',
            title,
            {"data-lettering": "stack", "data-fit": "grow", "data-line-sizes": "0.6 1"},
            style,
            **wide,
        ),
    ]


def poem() -> Sequence[Cell]:
    style = "font-size:22px"
    return [
        Cell(
            f'data-poem="{how}"',
            VERSES,
            {"data-poem": how, "data-valign": "middle", "data-fit": "shrink"},
            style,
            width=470 if how == "columns" else 360,
            height=100 if how == "columns" else 180,
        )
        for how in ("columns", "stepped")
    ]


def honorifics() -> Sequence[Cell]:
    words = "میلاد پیامبر اکرم (ص) و امام صادق (ع)"
    return [
        Cell(f'data-honorifics="{how}"', words, {"data-honorifics": how}, "font-family:Amiri;font-size:27px", 260, 100)
        for how in ("raised", "sign", "plain")
    ]


def hands() -> Sequence[Cell]:
    """The voices of fonts.yaml, each with its own distance of lines."""
    words = "بهار آمد\nو باغ بیدار شد"
    return [
        Cell(
            voice,
            words,
            {"data-fit": "shrink"},
            f"font-family:{voice};font-size:28px;text-align:center;{more}",
            190,
            120,
        )
        for voice, more in (
            ("lyrical", "line-height:normal"),
            ("solemn", ""),
            ("informal", "line-height:normal"),
            ("loud", ""),
            ("text", ""),
        )
    ]


def grid() -> Image.Image:
    """Two texts side by side, their baselines on common lines."""
    lines = "".join(f'<path d="M0 {y}H560" stroke="#d9a06a" stroke-width="0.7"/>' for y in range(30, 180, 30))
    parts = []
    for number, (size, words) in enumerate([(17, LONG), (22, LONG)]):
        x = 290 - number * 280
        style = f"shape-inside:url(#b{number});font-family:Vazirmatn;font-size:{size}px;line-height:1.3;direction:rtl"
        parts.append(
            f'<rect id="b{number}" x="{x}" y="10" width="255" height="150" fill="none"/>'
            f'<text lang="fa" fill="{INK}" data-baseline-grid="30" style="{style}">{words}</text>'
        )
    return drawn(svg(f'<rect width="560" height="170" fill="#fffdf8"/>{lines}{"".join(parts)}', 560, 170), 560, 170)


def shapes() -> Image.Image:
    """Text poured into shapes, and around one."""
    frames = (
        '<circle id="s0" cx="90" cy="90" r="80"/><path id="s1" d="M270 8L360 90L270 172L180 90Z"/>'
        '<path id="s2" d="M380 60Q470 -20 560 60V170H380Z"/><circle id="hole" cx="470" cy="108" r="27"/>'
    )
    style = "font-family:Vazirmatn;line-height:1.5;direction:rtl;shape-padding:7px"
    how = (
        'data-valign="middle" data-fit="shrink" style="text-align:center;font-size:19px;shape-inside:url(#s0)',
        'data-valign="middle" data-fit="grow" style="text-align:center;font-size:10px;shape-inside:url(#s1)',
        'data-fit="grow" style="text-align:justify;font-size:11px;shape-inside:url(#s2);shape-subtract:url(#hole);'
        "shape-margin:5px",
    )
    texts = "".join(f'<text lang="fa" fill="{INK}" {each};{style}">{LONG}</text>' for each in how)
    body = f'<g fill="#fffdf8" stroke="#c9bfae">{frames}</g>{texts}'
    return drawn(svg(body, 570, 180), 570, 180)


def rules() -> Sequence[Cell]:
    """Lines under, over and through the words."""
    styles = ("underline", "underline double #b03a2e", "underline wavy #b03a2e 2px", "line-through dotted")
    return [
        Cell(
            style,
            "بهار آمد",
            {"data-valign": "middle"},
            f"text-align:center;font-size:30px;text-decoration:{style}",
            170,
            80,
        )
        for style in styles
    ]


FIGURES = {
    "fit": fit,
    "limits": limits,
    "justify": justify,
    "valign": valign,
    "lettering": lettering,
    "poem": poem,
    "honorifics": honorifics,
    "hands": hands,
    "rules": rules,
}


def main() -> None:
    for name, cells in FIGURES.items():
        save(row([cell.picture() for cell in cells()], 12), PICTURES / f"{name}.png", 24)
    save(row([shapes()]), PICTURES / "shapes.png", 24)
    save(row([labelled(grid(), 'data-baseline-grid="30"')]), PICTURES / "grid.png", 24)


if __name__ == "__main__":
    main()
