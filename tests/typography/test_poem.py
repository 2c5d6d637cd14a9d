"""Couplets in columns and in steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from engine.typography.blocks import poem
from engine.typography.blocks.boxes import Frame
from engine.typography.blocks.textblock import TextBlock
from engine.typography.ink.profile import Ink, drop
from engine.typography.place.position import Placed
from tests.typography.blocks import block

# Hafez, ghazal 1 (Qazvini–Ghani), the first two couplets.
POEM = (
    "الا یا ایها الساقی ادر کأسا و ناولها\n"
    "که عشق آسان نمود اول ولی افتاد مشکل‌ها\n"
    "به بوی نافه‌ای کآخر صبا زان طره بگشاید\n"
    "ز تاب جعد مشکینش چه خون افتاد در دل‌ها"
)
FRAME = Frame(50, 80, 1000, 600, anchored=False)


def edges(half: Sequence[Placed]) -> tuple[float, float, float]:
    """Left, right and baseline."""
    last = half[-1]
    return half[0].matrix[4], last.matrix[4] + last.cluster.advance, half[0].matrix[5]


def set_poem(text: TextBlock, frame: Frame = FRAME) -> list[tuple[float, float, float]]:
    return [edges(half) for half in poem.placed(frame, text)]


@pytest.mark.parametrize("family", ["Vazirmatn", "Markazi Text", "Amiri", "Noto Nastaliq Urdu"])
@pytest.mark.parametrize("form", ["columns", "stepped"])
def test_all_half_lines_are_equally_wide(family: str, form: str) -> None:
    widths = [right - left for left, right, _ in set_poem(block(POEM, family, data_poem=form, data_fit="shrink"))]
    assert len(widths) == 4
    assert max(widths) - min(widths) < 0.1


def test_columns_stand_side_by_side_from_the_right() -> None:
    first, second, third, fourth = set_poem(block(POEM, size=26, data_poem="columns"))
    assert first[2] == second[2] < third[2] == fourth[2]
    assert first[0] > second[1] + 30  # the first half on the right, a gap between
    assert first[:2] == pytest.approx(third[:2])
    assert (first[1] + second[0]) / 2 == pytest.approx(FRAME.x + FRAME.width / 2)


def test_steps_go_down_to_the_left() -> None:
    first, second, third, fourth = set_poem(block(POEM, size=26, data_poem="stepped"))
    assert first[2] < second[2] < third[2] < fourth[2]
    assert second[2] - first[2] < third[2] - second[2]
    assert first[1] > second[1]
    assert third[:2] == pytest.approx(first[:2])


@pytest.mark.parametrize("form", ["columns", "stepped"])
@pytest.mark.parametrize("frame", [Frame(0, 0, 400, 600, anchored=False), Frame(0, 0, 1500, 120, anchored=False)])
def test_shrunk_poems_stay_inside(form: str, frame: Frame) -> None:
    halves = list(poem.placed(frame, block(POEM, size=60, data_poem=form, data_fit="shrink", data_fit_floor="0.05")))
    left, top, right, bottom = Ink.of([item for half in halves for item in half]).box
    assert left > -3 and right < frame.width + 3
    assert top > -1 and bottom < (frame.height or 0) + 1


@pytest.mark.parametrize("fit", ["none", "shrink"])
def test_columns_never_run_into_one_another(fit: str) -> None:
    first, second, *_ = set_poem(block(POEM, size=200, data_poem="columns", data_fit=fit))
    assert first[0] > second[1] + 5
    assert first[1] <= FRAME.x + FRAME.width + 1


def test_grown_poems_fill_the_box() -> None:
    halves = set_poem(block(POEM, size=10, data_poem="columns", data_fit="grow"))
    assert max(right for _, right, _ in halves) - min(left for left, _, _ in halves) > 0.95 * FRAME.width


def test_nastaliq_rows_do_not_meet() -> None:
    rows: dict[float, list[Placed]] = {}
    for half in poem.placed(FRAME, block(POEM, "Noto Nastaliq Urdu", data_poem="stepped", data_fit="shrink")):
        rows.setdefault(half[0].matrix[5], []).extend(half)
    inks = [Ink.of(row) for _, row in sorted(rows.items())]
    for upper, lower in pairwise(inks):
        assert drop(upper, lower, 0.5) <= 0


@pytest.mark.parametrize(
    "text", [POEM.replace("\n", " / "), POEM.replace("\n", "\t"), POEM.replace("\n", " * "), f"\n{POEM}\n\n"]
)
def test_half_lines_may_be_parted_in_several_ways(text: str) -> None:
    assert set_poem(block(text, size=26, data_poem="columns")) == set_poem(block(POEM, size=26, data_poem="columns"))


def test_a_half_line_alone_stands_in_the_middle() -> None:
    first, second, alone = set_poem(block("یک دو سه\nچهار پنج شش//هفت هشت نه", size=26, data_poem="columns"))
    assert (alone[0] + alone[1]) / 2 == pytest.approx((first[1] + second[0]) / 2)


def test_nothing_makes_nothing() -> None:
    assert set_poem(block(" \n \n", data_poem="columns")) == []
