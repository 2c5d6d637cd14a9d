"""News with several photographs: two side by side, three of which the first is the largest, four or five in a mosaic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from art.layouts import kit, news_block, news_kit
from art.layouts.kit import Shape, group
from art.layouts.news_kit import Frame

ABOUT = news_kit.ABOUT.format(title="خبر: چند عکس")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("فرهنگی", 5)

GAP = 10  # units of a square between photographs
LARGE = 0.6  # of a side: the first photograph's share of it
MOST = 5

type Part = tuple[float, float, float, float]
"""Left, top, right, bottom in parts of what there is for the photographs, which are read from the right."""

ACROSS: Mapping[int, Sequence[Part]] = {
    2: ((0.5, 0, 1, 1), (0, 0, 0.5, 1)),
    3: ((1 - LARGE, 0, 1, 1), (0, 0, 1 - LARGE, 0.5), (0, 0.5, 1 - LARGE, 1)),
    4: ((1 - LARGE, 0, 1, 0.54), (0, 0, 1 - LARGE, 0.54), (LARGE, 0.54, 1, 1), (0, 0.54, LARGE, 1)),
    5: (
        (1 - LARGE, 0, 1, 0.58),
        (0, 0, 1 - LARGE, 0.58),
        (2 / 3, 0.58, 1, 1),
        (1 / 3, 0.58, 2 / 3, 1),
        (0, 0.58, 1 / 3, 1),
    ),
}
DOWN: Mapping[int, Sequence[Part]] = {
    2: ((0, 0, 1, 0.5), (0, 0.5, 1, 1)),
    3: ((0, 0, 1, LARGE), (0.5, LARGE, 1, 1), (0, LARGE, 0.5, 1)),
    4: ACROSS[4],
    5: ACROSS[5],
}


def draw(shape: Shape) -> str:
    area, u = news_block.Block(shape).photographs, shape.u
    clips, pictures = [], []
    for count, parts in (DOWN if shape.name == "story" else ACROSS).items():
        condition = f"photos|length {'>=' if count == MOST else '=='} {count}"
        for number, part in enumerate(parts):
            frame = _frame(area, part, 0.5 * GAP * u)
            clip, picture = news_kit.window(
                f"photograph-{count}-{number + 1}", f"photos[{number}]", frame, condition=condition
            )
            clips.append(clip)
            pictures.append(picture)
    defs, more = _more(shape, area)
    return news_block.drawn(shape, [*clips, defs], pictures, over=[more])


def _frame(area: Frame, part: Part, half_gap: float) -> Frame:
    """A part of an area; at what is not an edge of it, half a gap is left free."""
    x, y, width, height = area.sides
    left, top, right, bottom = part
    before_x, after_x = half_gap * (left > 0), half_gap * (right < 1)
    before_y, after_y = half_gap * (top > 0), half_gap * (bottom < 1)
    return Frame(
        f"{x} + {left:g} * ({width}) + {before_x:g}",
        f"{y} + {top:g} * ({height}) + {before_y:g}",
        f"{right - left:g} * ({width}) - {before_x + after_x:g}",
        f"{bottom - top:g} * ({height}) - {before_y + after_y:g}",
    )


def _more(shape: Shape, area: Frame) -> tuple[str, str]:
    """How many photographs are not shown."""
    u = shape.u * kit.FOOT_SIZE[shape.name]
    _, y, _, height = area.sides
    frame = Frame(shape.margin, f"{y} + {height} - {76 * u:g}", 204 * u, 54 * u)
    words = f"(photos|length - {MOST})|digits ~ ' عکس دیگر'"
    box, drawn = news_kit.label("more", words, frame, u, size=27, fill="near", ink="ink", opacity=0.8)
    return box, group(drawn, data_if=f"photos|length > {MOST}")
