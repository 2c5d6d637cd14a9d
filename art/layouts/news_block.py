"""A block of the category's colour that bears the words, beside what the photographs have: what three layouts share.

On upright sheets the block lies below, and rises with the length of the headline; on wide ones it stands at the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, news_kit
from art.layouts.kit import Shape, el, group, path
from art.layouts.news_kit import BEYOND, Column, Frame
from engine.ornament.geometry import ORIGIN
from engine.ornament.shamseh import nested_stars

PAD = 62  # units of a square between the block's edge and the words
SPLIT = {"wide": 1130.0, "banner": 1090.0}  # where the block begins


@dataclass(frozen=True, slots=True)
class Block:
    """Where block and photographs are on a shape."""

    shape: Shape

    @property
    def upright(self) -> bool:
        return self.shape.name in news_kit.UPRIGHT

    @property
    def end(self) -> float:
        return self.shape.height - self.shape.foot

    @property
    def column(self) -> Column:
        u, w, end = self.shape.u, self.shape.width, self.end
        match self.shape.name:
            case "square":
                return Column(65, w - 130, end - 40, 130, 320, u)
            case "portrait":
                return Column(65, w - 130, end - 50, 150, 410, u * 1.05)
            case "story":
                return Column(72, w - 144, end - 84, 190, 560, u * 1.2, lines=3)
            case "wide":
                return Column(1196, 620, end / 2 + 40, 220, 540, u * 1.1, lines=4, centred=True)
            case _:
                return Column(1150, 690, end / 2 + 32, 130, 290, u * 1.3, centred=True)

    @property
    def frame(self) -> Frame:
        """The block itself, to beyond the edges."""
        over = BEYOND * self.shape.u
        if self.upright:
            top = f"top - {PAD * self.shape.u:g}"
            return Frame(
                "canvas.bleed.x",
                top,
                "canvas.bleed.width",
                f"canvas.bleed.bottom - top + {PAD * self.shape.u + over:g}",
            )
        left = SPLIT[self.shape.name]
        return Frame(left, "canvas.bleed.y", f"canvas.bleed.right - {left:g} + {over:g}", "canvas.bleed.height")

    @property
    def photographs(self) -> Frame:
        """What is left for the photographs, to the bleed."""
        if self.upright:
            return Frame(
                "canvas.bleed.x",
                "canvas.bleed.y",
                "canvas.bleed.width",
                f"top - {PAD * self.shape.u:g} - canvas.bleed.y",
            )
        return Frame(
            "canvas.bleed.x",
            "canvas.bleed.y",
            f"{SPLIT[self.shape.name]:g} - canvas.bleed.x",
            f"{self.end:g} - canvas.bleed.y",
        )


def drawn(
    shape: Shape, defs: list[str], pictures: list[str], *, over: list[str] | None = None, credit_below: bool = False
) -> str:
    """The artboard: pictures, the block with its words, what lies over both, the foot. The credit is at the upper edge or, where that is taken,
    at the lower one of the photographs."""
    block, u = Block(shape), shape.u
    at, size = block.column, u * kit.FOOT_SIZE[shape.name]
    boxes, words = news_kit.headline(at, ceiling=132)
    frame = block.frame
    edge = f"top - {PAD * u:g}"
    if block.upright:
        tab_defs, tab = news_kit.tab(at.right, size, y=f"{edge} - {52 * size:g}", height=84)
        rule = el("rect", class_="fill-accent", **Frame("canvas.bleed.x", edge, "canvas.bleed.width", 8 * u).set)
    else:
        tab_defs, tab = news_kit.tab(at.right, size)
        rule = el(
            "rect",
            class_="fill-accent",
            **Frame(SPLIT[shape.name], "canvas.bleed.y", 8 * u, f"{block.end:g} - canvas.bleed.y").set,
        )
    credit_defs, credit = news_kit.credit(
        shape, above=(edge if block.upright else f"{block.end:g}") if credit_below else None
    )
    foot_defs, foot = news_kit.foot(shape)
    ground = el(
        "linearGradient", *kit.stops(((0, "ground", 1.0), (1, "deep", 1.0))), id="block-ground",
        x1=0.8, y1=0, x2=0.2, y2=1,
    )  # fmt: skip
    radius = 0.34 * shape.height if block.upright else 0.4 * shape.height
    corner = (
        (0.06 * shape.width, block.end - 0.02 * shape.height)
        if block.upright
        else (SPLIT[shape.name] + 0.05 * shape.width, block.end)
    )
    star = path(nested_stars(ORIGIN, radius, 8, 3, count=5).d(1), fill="none", class_="stroke-pattern", stroke_width=2.2 * u,
                opacity=0.17, transform=f"translate({corner[0]:.5g} {corner[1]:.5g})")  # fmt: skip
    return kit.artboard(
        shape,
        [*boxes, ground, el("clipPath", el("rect", **frame.set), id="block-frame"), *defs, *tab_defs, *credit_defs, foot_defs],
        [
            el("rect", x=0, y=0, width="100%", height="100%", class_="fill-near", data_cover="bleed"),
            *pictures,
            el("rect", fill="url(#block-ground)", **frame.set),
            group(news_kit.woven(frame, 132 * u, 1.7 * u, 0.1), star, clip_path="url(#block-frame)"),
            rule,
            *(over or []),
            group(*tab), *credit, *words, foot,
        ],
    )  # fmt: skip
