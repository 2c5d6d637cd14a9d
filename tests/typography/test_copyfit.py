"""The size at which text goes into its box."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.typography.blocks import copyfit, leading, paragraph
from engine.typography.blocks.textblock import TextBlock
from engine.typography.ink.profile import Ink
from tests.typography.blocks import PARAGRAPH, block


def height_of(text: TextBlock, width: float) -> float:
    lines = paragraph.lines(text, width)
    room = leading.leading(text, [[(line, width - line.width)] for line in lines])
    return room.above + leading.on_grid(text, room.between) * (len(lines) - 1) + room.below


@pytest.mark.parametrize("family", ["Vazirmatn", "Noto Nastaliq Urdu", "Amiri"])
@pytest.mark.parametrize("how", ["kashida", "none"])
def test_shrunk_text_fills_its_box_and_stays_inside(family: str, how: str) -> None:
    text = block(PARAGRAPH, family, data_fit="shrink", data_justify=how, data_fit_floor="0.1")
    scale = copyfit.factor(text, 500, 400)
    assert 0.1 < scale < 1
    assert height_of(text.scaled(scale), 500) <= 400.5
    assert max(line.width for line in paragraph.lines(text.scaled(scale), 500)) <= 500.1
    # Where words hang, other words stand above one another at every size, and the height does not grow evenly.
    assert height_of(text.scaled(scale * (1.12 if leading.hangs(text) else 1.08)), 500) > 400


def test_ink_that_stands_out_of_a_full_line_counts() -> None:
    name = "گروه جهادی شهید سلیمانی بخش مرکزی شهرستان خمین و حومه"
    asked = {"data_fit": "shrink", "data_fit_floor": "0.1", "data_lines": "1"}
    text = block(name, "Noto Nastaliq Urdu", align="center", **asked)
    for width in range(300, 900, 60):
        scaled = text.scaled(copyfit.factor(text, width, None))
        (line,) = paragraph.lines(scaled, width)
        ink = Ink.of(leading.on_baseline(scaled, line, (width - line.width) / 2))
        assert ink and ink.box[0] > -1 and ink.box[2] < width + 1


def test_text_that_fits_keeps_its_size() -> None:
    assert copyfit.factor(block("شب یلدا", data_fit="shrink"), 500, 400) == 1


def test_grow_takes_all_the_room() -> None:
    text = block("شب یلدا", data_fit="grow", data_lines="1")
    scale = copyfit.factor(text, 500, 400)
    assert paragraph.lines(text.scaled(scale), 500)[0].width == pytest.approx(500, rel=0.01)


def test_what_grew_to_the_width_of_its_box_takes_no_more_lines_than_were_counted() -> None:
    text = block("شهر روشن‌تر شد", data_fit="grow", data_lines="1", data_fit_ceiling="20")
    widths = [300 + 37.3 * step for step in range(60)]
    assert {len(paragraph.lines(text.scaled(copyfit.factor(text, width, None)), width)) for width in widths} == {1}


def test_grow_stops_at_its_ceiling_and_shrinks_where_it_must() -> None:
    assert copyfit.factor(block("شب", data_fit="grow", data_fit_ceiling="2"), 5000, 4000) == 2
    assert copyfit.factor(block(PARAGRAPH, data_fit="grow"), 500, 400) < 1


def test_the_floor_holds() -> None:
    assert copyfit.factor(block(PARAGRAPH, data_fit="shrink"), 100, 50) == copyfit.FLOOR
    assert copyfit.factor(block(PARAGRAPH, data_fit="shrink", data_fit_floor="0.8"), 100, 50) == 0.8


@pytest.mark.parametrize("how", ["none", "", "strange"])
def test_nothing_is_fitted_unasked(how: str) -> None:
    assert copyfit.factor(block(PARAGRAPH, data_fit=how), 100, 50) == 1


def test_most_lines_are_kept() -> None:
    text = block(PARAGRAPH, data_fit="shrink", data_lines="3", data_fit_floor="0.1")
    assert len(paragraph.lines(text.scaled(copyfit.factor(text, 900, None)), 900)) == 3


def test_a_grid_counts() -> None:
    plain = replace(block(PARAGRAPH, data_fit="shrink").style, line_height=1.2)
    text = replace(block(PARAGRAPH, data_fit="shrink", data_baseline_grid="48"), style=plain)
    scale = copyfit.factor(text, 700, 400)
    assert height_of(text.scaled(scale), 700) <= 400.5
