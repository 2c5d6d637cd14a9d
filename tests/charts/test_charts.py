"""Charts are true to their numbers: lengths, heights and angles are measured."""

import math
import re

import pytest

from engine.charts.axis import axis
from engine.charts.bars import bars, columns, strip
from engine.charts.functions import FUNCTIONS
from engine.charts.icons import icons
from engine.charts.lines import line
from engine.charts.places import halves, mosaic
from engine.charts.rings import ring
from engine.errors import BadInputValue
from engine.svg import Box

BOX = Box(100, 50, 600, 300)


def test_columns_are_as_high_as_their_values_and_run_from_right_to_left() -> None:
    made = columns([10, 20, 40], BOX, top=40)
    assert [bar.height for bar in made] == [75, 150, 300]
    assert all(bar.bottom == BOX.bottom for bar in made)
    assert made[0].cx > made[1].cx > made[2].cx
    assert [bar.width for bar in made] == [120, 120, 120]
    assert made[0].cx - made[1].cx == pytest.approx(200)


def test_bars_grow_from_the_right_and_the_first_is_on_top() -> None:
    made = bars([30, 15], BOX, top=60)
    assert [(bar.right, bar.width) for bar in made] == [(BOX.right, 300), (BOX.right, 150)]
    assert made[0].cy < made[1].cy


def test_a_strip_fills_its_box_with_parts_in_proportion() -> None:
    made = strip([50, 30, 20], BOX, gap=10)
    assert [bar.width for bar in made] == [290, 174, 116]
    assert made[0].right == BOX.right
    assert made[-1].x == pytest.approx(BOX.x)


def test_a_ring_has_slices_whose_angles_are_the_shares_clockwise_from_the_top() -> None:
    made = ring([50, 25, 25], BOX)
    assert [(slice.start, slice.end) for slice in made] == [(0, 180), (180, 270), (270, 360)]
    assert made[0].x > BOX.center[0]  # the first part lies on the right


def test_the_path_of_a_slice_lies_where_its_angles_say() -> None:
    (cx, cy), outer = BOX.center, 150
    for slice in ring([1, 2, 4, 5], BOX, hole=0.5, gap=8):
        x, y, *_ = (float(number) for number in re.findall(r"-?[\d.]+", slice.d))
        angle = math.degrees(math.atan2(x - cx, cy - y)) % 360
        assert math.hypot(x - cx, y - cy) == pytest.approx(outer, abs=0.01)
        assert angle == pytest.approx(slice.start + math.degrees(math.asin(4 / outer)), abs=0.01)


def test_a_share_of_all_is_a_whole_ring_and_one_of_nothing_is_none() -> None:
    whole, nothing = ring([7, 0], BOX, gap=4)
    assert whole.d.count("A") == 4
    assert nothing.d == ""


def test_a_line_goes_through_its_values_from_the_right_and_never_beyond_neighbours() -> None:
    values = [10, 80, 80, 0]
    made = line(values, BOX, top=100)
    assert [(spot.x, spot.y) for spot in made.spots] == [(700, 320), (500, 110), (300, 110), (100, 350)]
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", made.d)]
    assert min(numbers[1::2]) >= 110
    assert max(numbers[1::2]) <= 350


def test_one_value_is_a_spot() -> None:
    made = line([5], BOX, top=10)
    assert [(spot.x, spot.y) for spot in made.spots] == [(700, 200)]


def test_icons_count_and_the_last_one_counts_in_part() -> None:
    made = icons(45, BOX, each=10)
    assert [icon.part for icon in made.marks] == [1, 1, 1, 1, 0.5]
    last = made.marks[-1]
    assert last.lit.width == pytest.approx(last.width / 2)
    assert last.lit.right == pytest.approx(last.right)
    assert sum(icon.part for icon in made.marks) * made.each == 45


@pytest.mark.parametrize(("value", "each"), [(7, 1), (20, 1), (21, 2), (430, 50), (4200, 500), (185_000, 10_000)])
def test_icons_stand_for_a_round_number(value: float, each: float) -> None:
    made = icons(value, BOX)
    assert made.each == each
    assert len(made.marks) == math.ceil(value / each) <= 20


def test_icons_stay_in_their_box_and_do_not_overlap() -> None:
    marks = icons(17, BOX, each=1).marks
    assert all(mark.x >= BOX.x and mark.right <= BOX.right for mark in marks)
    assert all(mark.y >= BOX.y and mark.bottom <= BOX.bottom for mark in marks)
    places = [(mark.x, mark.y) for mark in marks]
    assert len(set(places)) == 17
    assert places[0][0] == max(x for x, _ in places)


@pytest.mark.parametrize(
    ("largest", "levels"),
    [(377, [0, 100, 200, 300, 400]), (9, [0, 2.5, 5, 7.5, 10]), (0.8, [0, 0.2, 0.4, 0.6, 0.8]), (0, [0, 1])],
)
def test_an_axis_has_round_levels_from_zero_to_the_largest(largest: float, levels: list[float]) -> None:
    made = axis([largest, 0], BOX)
    assert [level.value for level in made.levels] == levels
    assert made.top >= largest
    assert made.levels[0].y == BOX.bottom
    assert made.levels[-1].y == BOX.y


def test_before_is_at_the_right() -> None:
    before, after = halves(BOX, 20)
    assert before.right == BOX.right
    assert after.x == BOX.x
    assert before.x - after.right == 20


@pytest.mark.parametrize("count", range(1, 7))
def test_a_mosaic_fills_its_box_whatever_the_number(count: int) -> None:
    names = [f"n{number}" for number in range(count)]
    places = mosaic(names, BOX, 10, {"n1": 2})
    assert list(places) == names
    rows = {place.y for place in places.values()}
    area = sum(place.width * place.height for place in places.values())
    gaps = (len(rows) - 1) * 10 * BOX.width + sum(10 * p.height for p in places.values() if p.width < BOX.width) / 2
    assert area + gaps == pytest.approx(BOX.width * BOX.height)


@pytest.mark.parametrize("values", [[1, -2], [float("nan")], [float("inf")], [1] * 500])
def test_templates_get_no_chart_of_what_can_not_be_shown(values: list[float]) -> None:
    with pytest.raises(BadInputValue):
        FUNCTIONS["columns"](values, BOX, 10)
