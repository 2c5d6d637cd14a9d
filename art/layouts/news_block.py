"""A block of the category's colour that bears the words, beside what the photographs have: what three layouts share.

On upright sheets the block lies below, and rises with the length of the headline; on wide ones it stands at the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, news_kit
from art.layouts.kit import Shape, el, group
from art.layouts.news_kit import BEYOND, Column, Frame

PAD = 96  # units of a square between the block's edge and the words
SPLIT = {"wide": 1130.0, "banner": 1090.0}  # where the block begins
TOP = {"wide": 130.0, "banner": 106.0}  # units of a square of small print, from the upper edge to the badge's middle
EMBLEM = {"square": 0.5, "portrait": 0.44, "story": 0.42, "wide": 0.72, "banner": 0.9}  # its side, in heights


@dataclass(frozen=True, slots=True)
class Block:
    """Where block and photographs are on a shape."""

    shape: Shape

    @property
    def upright(self) -> bool:
        return self.shape.name in news_kit.UPRIGHT

    @property
    def end(self) -> float:
        return self.shape.height - news_kit.foot_height(self.shape)

    @property
    def column(self) -> Column:
        u, w, end = self.shape.u, self.shape.width, self.end
        match self.shape.name:
            case "square":
                return Column(65, w - 130, end - 44, 150, 360, u, 560, lines=4)
            case "portrait":
                return Column(65, w - 130, end - 54, 180, 450, u * 1.05, 720, lines=4)
            case "story":
                return Column(72, w - 144, end - 60, 230, 600, u * 1.2, 1000, lines=5)
            case "wide":
                return self._beside(1190, 640, 250, 560, u * 1.05, lines=5)
            case _:
                return self._beside(1146, 700, 150, 280, u * 1.15, lines=3)

    def _beside(self, x: float, width: float, least: float, most: float, u: float, *, lines: int) -> Column:
        """A column in the middle of what the badge over it leaves."""
        size = self.shape.u * kit.FOOT_SIZE[self.shape.name]
        start, end = (TOP[self.shape.name] + news_kit.BADGE) * size, self.end - 36 * self.shape.u
        return Column(x, width, (start + end) / 2, least, most, u, end - start, lines=lines, centred=True)

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
    boxes, words = news_kit.headline(at, ceiling=150)
    frame = block.frame
    edge = f"top - {PAD * u:g}"
    if block.upright:
        badge_defs, badge = news_kit.badge(at.right, edge, size)
        rule = Frame("canvas.bleed.x", f"{edge} - {5 * u:g}", "canvas.bleed.width", 10 * u)
    else:
        badge_defs, badge = news_kit.badge(at.right, TOP[shape.name] * size, size)
        rule = Frame(SPLIT[shape.name] - 5 * u, "canvas.bleed.y", 10 * u, f"{block.end:g} - canvas.bleed.y")
    credit_defs, credit = news_kit.credit(
        shape, above=(edge if block.upright else f"{block.end:g}") if credit_below else None
    )
    foot_defs, foot = news_kit.foot(shape)
    ground = el(
        "linearGradient", *kit.stops(((0, "ground", 1.0), (1, "deep", 1.0))), id="block-ground",
        x1=0.8, y1=0, x2=0.2, y2=1,
    )  # fmt: skip
    return kit.artboard(
        shape,
        [*boxes, ground, el("clipPath", el("rect", **frame.set), id="block-frame"), *defs, *badge_defs, *credit_defs, foot_defs],
        [
            el("rect", x=0, y=0, width="100%", height="100%", class_="fill-near", data_cover="bleed"),
            *pictures,
            el("rect", fill="url(#block-ground)", **frame.set),
            group(news_kit.weave(frame, 132 * u, 1.8 * u, 0.14), _emblem(block), clip_path="url(#block-frame)"),
            el("rect", class_="fill-accent", **rule.set),
            *(over or []),
            *credit, *words, badge, foot,
        ],
    )  # fmt: skip


def _emblem(block: Block) -> str:
    """The category's symbol as a great silhouette in the block, cropped by its left lower corner."""
    shape = block.shape
    side = EMBLEM[shape.name] * shape.height
    x = -0.12 * side if block.upright else SPLIT[shape.name] - 0.16 * side
    return group(
        el(
            "image", x=round(x), y=round(block.end - 0.86 * side), width=round(side), height=round(side),
            data_symbol="{{ symbol }}", data_tones="pattern ink deep glow",
        ),
        data_if="symbol", opacity=0.17,
    )  # fmt: skip
