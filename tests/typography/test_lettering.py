"""Titles: every line at its size, no ink of one line in another, the box filled and not left."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.svg import parse
from engine.typography import FontLibrary
from engine.typography.blocks.boxes import Frame
from engine.typography.blocks.lettering import CLEARANCE, stacked
from engine.typography.blocks.textblock import TextBlock
from engine.typography.ink.profile import Ink
from engine.typography.outlining import settings_of

FONTS = FontLibrary.load(Path(__file__).parents[2] / "fonts")
FRAME = Frame(100, 50, 600, 400, anchored=False)
TITLES = ["شب\nیلدا", "عید سعید\nغدیر خم", "روز\nمعلم", "رحلت رسول اکرم (ص)\nو شهادت\nامام حسن مجتبی (ع)", "نوروز"]


def block(title: str, family: str, **attributes: str) -> TextBlock:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><text font-family="{family}" font-size="100" direction="rtl" '
        f'style="white-space:pre-line;text-align:center">{title}</text></svg>'
    )
    (setting,) = settings_of(parse(svg.encode(), "title.svg"), FONTS)
    return TextBlock.of(setting.content.pieces, setting.style, FONTS, {"data-fit": "grow", **attributes})


def inks(title: str, family: str, **attributes: str) -> list[Ink]:
    return [Ink.of(line) for line in stacked(FRAME, block(title, family, **attributes))]


def distance(one: Ink, other: Ink) -> float:
    gaps = one.points[:, None, :] - other.points[None, ::3, :]
    return float(np.sqrt((gaps**2).sum(axis=2)).min())


@pytest.mark.parametrize("family", ["lyrical", "loud", "solemn", "informal"])
@pytest.mark.parametrize("title", TITLES)
def test_the_ink_fills_the_box_and_stays_inside(title: str, family: str):
    left, top, right, bottom = Ink.together(inks(title, family)).box
    assert left >= 99.5 and right <= 700.5 and top >= 49.5 and bottom <= 450.5
    assert right - left > 599 or bottom - top > 399


@pytest.mark.parametrize("family", ["lyrical", "loud", "solemn", "informal"])
@pytest.mark.parametrize("title", TITLES[:4])
def test_lines_do_not_touch(title: str, family: str):
    for upper, lower in pairwise(inks(title, family)):
        height = lower.box[3] - lower.box[1]
        assert distance(upper, lower) > 0.2 * CLEARANCE * height


def test_a_dot_keeps_away_from_the_letters_of_the_next_line():
    # Nested as close as strokes may be, the lower dot of «شب» would stand on the dal of «یلدا» and make it a zal.
    shab, yalda = inks("شب\nیلدا", "lyrical")
    assert shab.only_dots.box[3] < yalda.box[1]


@pytest.mark.parametrize("title", ["میلاد\nامام علی\nو روز پدر", "میلاد\nامام حسین\nو روز پاسدار"])
def test_no_tail_hangs_between_the_letters_of_the_next_line(title: str):
    # The tail of «امام» between «و» and «روز» would be read as an alef.
    *_, upper, lower = inks(title, "lyrical")
    left, top, right, _ = lower.box
    above = upper.points[(upper.points[:, 0] > left) & (upper.points[:, 0] < right)]
    assert above[:, 1].max() < top + 0.25 * (lower.box[3] - top)


def test_lines_have_the_sizes_asked_for():
    small, large = inks("معلم\nمعلم", "loud", **{"data-line-sizes": "0.5 1"})
    assert (small.box[2] - small.box[0]) / (large.box[2] - large.box[0]) == pytest.approx(0.5, abs=0.01)


def test_without_sizes_lines_come_to_one_width():
    one, other = inks("روز جهانی\nمحیط زیست", "loud")
    assert one.box[2] - one.box[0] == pytest.approx(other.box[2] - other.box[0], rel=0.02)


def test_shrink_never_enlarges():
    (line,) = inks("نوروز", "loud", **{"data-fit": "shrink"})
    assert line.box[3] - line.box[1] < 150
