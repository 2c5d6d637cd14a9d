"""News of finished work: how it was and how it is, side by side, an arrow from the one to the other."""

from __future__ import annotations

from art.layouts import kit, news_block, news_kit
from art.layouts.kit import Shape, el, group, path
from art.layouts.news_kit import Frame
from engine.ornament.pen import polyline

ABOUT = news_kit.ABOUT.format(title="خبر: پیش و پس از کار")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("خدمات شهری", 2)

GAP = 8  # units of a square between the two photographs
BEFORE, AFTER = "پیش از کار", "پس از کار"


def draw(shape: Shape) -> str:
    area, u = news_block.Block(shape).photographs, shape.u
    size = u * kit.FOOT_SIZE[shape.name]
    x, y, width, height = area.sides
    stacked, half = shape.name == "story", 0.5 * GAP * u
    middle_x, middle_y = f"({x} + ({width}) / 2)", f"({y} + ({height}) / 2)"
    if stacked:
        before = Frame(x, y, width, f"({height}) / 2 - {half:g}")
        after = Frame(x, f"{middle_y} + {half:g}", width, f"({height}) / 2 - {half:g}")
        rule = Frame(x, f"{middle_y} - {half:g}", width, 2 * half)
    else:
        before = Frame(f"{middle_x} + {half:g}", y, f"({width}) / 2 - {half:g}", height)
        after = Frame(x, y, f"({width}) / 2 - {half:g}", height)
        rule = Frame(f"{middle_x} - {half:g}", y, 2 * half, height)
    clip_before, was = news_kit.window("before", "before", before)
    clip_after, now = news_kit.window("after", "after", after)
    label_defs, labels = _labels(shape, before, after, size)
    r = 50 * size
    shaft = polyline([(0.5 * r, 0), (-0.5 * r, 0)]) + polyline(
        [(-0.08 * r, -0.42 * r), (-0.5 * r, 0), (-0.08 * r, 0.42 * r)]
    )
    arrow = group(
        el("circle", r=r, class_="fill-accent stroke-near", stroke_width=9 * size),
        path(shaft.d(1), fill="none", class_="stroke-near", stroke_width=11 * size, stroke_linecap="round",
             stroke_linejoin="round", transform="rotate(-90)" if stacked else None),
        data_set_transform=f"translate({news_kit.number(middle_x)} {news_kit.number(middle_y)})", id="arrow",
    )  # fmt: skip
    pale = el("rect", class_="fill-near", fill_opacity=0.16, **before.set)
    return news_block.drawn(
        shape,
        [clip_before, clip_after, *label_defs],
        [was, pale, now, el("rect", class_="fill-near", **rule.set), arrow],
        over=labels,
        credit_below=True,
    )


def _labels(shape: Shape, before: Frame, after: Frame, u: float) -> tuple[list[str], list[str]]:
    """What each of the two photographs is, at its upper right corner."""
    wide, high = 196 * u, 62 * u
    defs, drawn = [], []
    for id, words, frame, fill, ink in (
        ("label-before", BEFORE, before, "near", "ink"),
        ("label-after", AFTER, after, "accent", "near"),
    ):
        x, y, width, _ = frame.sides
        right = f"min({x} + {width}, canvas.safe.right)"
        top = f"max({y}, canvas.safe.y) + {22 * u:g}"
        box, label = news_kit.label(
            id, f"'{words}'", Frame(f"{right} - {wide + 22 * u:g}", top, wide, high), u, size=32, fill=fill, ink=ink
        )
        defs.append(box)
        drawn.append(label)
    return defs, drawn
