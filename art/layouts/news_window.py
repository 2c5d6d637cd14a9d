"""News beside a photograph: one picture, and a block of the category's colour that bears the headline."""

from __future__ import annotations

from art.layouts import news_block, news_kit
from art.layouts.kit import Shape

ABOUT = news_kit.ABOUT.format(title="خبر: عکس و قاب رنگی")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("عمران")


def draw(shape: Shape) -> str:
    frame = news_block.Block(shape).photographs
    clip, picture = news_kit.window("photograph", "photos[0]", frame)
    return news_block.drawn(shape, [clip], [picture])
