from __future__ import annotations

import pytest

from engine.scene.model import CURVE, LINE, MOVE
from engine.scene.pathdata import outline


def elements(data: str) -> list[tuple[int, tuple[float, ...]]]:
    return [(kind, tuple(round(each, 2) for each in points)) for kind, points in outline(data).steps()]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2 3 4L5,9", [(MOVE, (1, 2)), (LINE, (3, 4)), (LINE, (5, 9))]),
        ("m1 2 3 4 5 6", [(MOVE, (1, 2)), (LINE, (4, 6)), (LINE, (9, 12))]),
        ("M1-2-3-4", [(MOVE, (1, -2)), (LINE, (-3, -4))]),
        ("M.5.5 1e1 2E-1", [(MOVE, (0.5, 0.5)), (LINE, (10, 0.2))]),
        ("M1 1h2v-3H7V0", [(MOVE, (1, 1)), (LINE, (3, 1)), (LINE, (3, -2)), (LINE, (7, -2)), (LINE, (7, 0))]),
        (
            "M0 0C1 0 2 1 2 2S3 4 4 4s1 0 2 2",
            [
                (MOVE, (0, 0)),
                (CURVE, (1, 0, 2, 1, 2, 2)),
                (CURVE, (2, 3, 3, 4, 4, 4)),
                (CURVE, (5, 4, 5, 4, 6, 6)),
            ],
        ),
        (
            "M0 0Q3 3 6 0t6 0",
            [(MOVE, (0, 0)), (CURVE, (2, 2, 4, 2, 6, 0)), (CURVE, (8, -2, 10, -2, 12, 0))],
        ),
        ("M0 0T3 0", [(MOVE, (0, 0)), (CURVE, (0, 0, 1, 0, 3, 0))]),
        ("M0 0A0 5 0 0 1 3 3", [(MOVE, (0, 0)), (CURVE, (0, 0, 3, 3, 3, 3))]),
    ],
)
def test_commands(data: str, expected: list[tuple[int, tuple[float, ...]]]) -> None:
    assert elements(data) == expected


def test_a_subpath_goes_on_from_where_the_last_one_closed() -> None:
    assert elements("M1 1h4v4zl2 2")[-2:] == [(MOVE, (1, 1)), (LINE, (3, 3))]


@pytest.mark.parametrize("flags", ["1 0 6 0", "1,0,6,0", "106 0", "10 6,0"])
def test_flags_of_an_arc_need_no_space(flags: str) -> None:
    kinds = elements(f"M0 0A3 3 0 {flags}")
    assert kinds[-1][1][-2:] == (6, 0)
    assert len(kinds) == 5  # four eighths


def test_an_arc_that_can_not_reach_grows() -> None:
    assert elements("M0 0A1 1 0 0 1 6 0") == elements("M0 0A3 3 0 0 1 6 0")


@pytest.mark.parametrize(
    ("data", "drawn"),
    [("", 0), ("L5 5", 0), ("M1 1L2 2L3", 2), ("M1 1 2 2 x 3 3", 2), ("M0 0L1 1z9 9", 3), ("M0 0Lnan 3", 1)],
)
def test_nothing_is_drawn_after_a_mistake(data: str, drawn: int) -> None:
    assert len([kind for kind, _ in elements(data)][:drawn]) == drawn
    assert len(elements(data)) <= drawn + 1  # Cairo adds a move after a close
