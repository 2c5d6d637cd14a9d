"""Distances of baselines."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from engine.typography.blocks import leading, paragraph
from engine.typography.blocks.textblock import TextBlock
from engine.typography.ink.profile import Ink, drop
from tests.typography.blocks import FONTS, PARAGRAPH, block


def tight(text: TextBlock, line_height: float) -> TextBlock:
    style = replace(text.style, line_height=line_height)
    return replace(text, style=style)


def baselines(text: TextBlock, width: float = 600, height: float | None = None) -> list[float]:
    lines = paragraph.lines(text, width)
    return leading.baselines(text, [[(line, width - line.width)] for line in lines], 0, height)


def gaps(values: list[float]) -> list[float]:
    return [round(b - a, 6) for a, b in pairwise(values)]


@pytest.mark.parametrize("asked", [0.8, 1.0, 1.2, 1.6])
def test_nastaliq_lines_never_meet(asked: float) -> None:
    text = tight(block(PARAGRAPH, "Noto Nastaliq Urdu"), asked)
    lines = paragraph.lines(text, 600)
    starts = [600 - line.width for line in lines]
    distances = gaps(baselines(text))
    assert len(set(distances)) == 1
    inks = [Ink.of(leading.on_baseline(text, line, x)) for line, x in zip(lines, starts, strict=True)]
    for upper, lower in pairwise(inks):
        assert drop(upper, lower.moved(0, distances[0]), 1.0) <= 0


def test_nastaliq_keeps_a_line_height_that_is_enough() -> None:
    assert set(gaps(baselines(tight(block(PARAGRAPH, "Noto Nastaliq Urdu"), 3)))) == {120}


def test_other_faces_keep_what_the_designer_asked() -> None:
    assert set(gaps(baselines(tight(block(PARAGRAPH), 0.7)))) == {28}


def test_normal_is_ascent_and_descent() -> None:
    text = block(PARAGRAPH)
    face = FONTS.match(["Vazirmatn"])
    height = (face.metrics.ascent - face.metrics.descent) / face.units_per_em * 40
    assert gaps(baselines(text))[0] == pytest.approx(height)


@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
def test_nastaliq_ink_stays_inside_the_box(valign: str) -> None:
    text = block(PARAGRAPH, "Noto Nastaliq Urdu", data_valign=valign)
    lines = paragraph.lines(text, 600)
    rows = [[(line, 600 - line.width)] for line in lines]
    room = leading.leading(text, rows)
    height = room.above + room.between * (len(lines) - 1) + room.below
    found = leading.baselines(text, rows, 100, height + 60)
    ink = Ink.together([Ink.of(leading.on_baseline(text, line, 0, y)) for line, y in zip(lines, found, strict=True)])
    share = {"top": 0, "middle": 30, "bottom": 60}[valign]
    assert ink.box[1] == pytest.approx(100 + share, abs=0.5)
    assert ink.box[3] == pytest.approx(100 + share + height, abs=0.5)


@pytest.mark.parametrize(("valign", "share"), [("top", 0), ("middle", 0.5), ("bottom", 1)])
def test_vertical_alignment(valign: str, share: float) -> None:
    text = tight(block(PARAGRAPH, data_valign=valign), 1.5)
    top = baselines(tight(block(PARAGRAPH), 1.5))
    used = len(top) * 60
    found = baselines(text, height=used + 200)
    assert found[0] - top[0] == pytest.approx(200 * share)


def test_baselines_stand_on_the_grid() -> None:
    found = baselines(tight(block(PARAGRAPH, data_baseline_grid="25"), 1.3))
    assert all(y % 25 == pytest.approx(0) for y in found)
    assert set(gaps(found)) == {75}


@pytest.mark.parametrize("grid", ["", "nan", "inf", "-3", "x"])
def test_a_senseless_grid_is_none(grid: str) -> None:
    assert baselines(block(PARAGRAPH, data_baseline_grid=grid)) == baselines(block(PARAGRAPH))
