"""Gaps between the parts of a Nastaliq word, and between words, as the eye sees them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from engine.typography.blocks import leading
from engine.typography.ink import nesting
from engine.typography.ink.profile import Ink
from tests.typography.blocks import block

NASTALIQ = "Noto Nastaliq Urdu"
SIZE = 100.0


def distance(one: Ink, other: Ink) -> float:
    """From ink to ink, in em."""
    gaps = one.points[:, None, :] - other.points[None, :, :]
    return float(np.sqrt((gaps**2).sum(axis=2).min())) / SIZE


def parts(text: str, *cuts: int) -> list[Ink]:
    """The ink of a line's parts, which begin at these characters."""
    words = block(text, NASTALIQ, size=SIZE)
    placed = list(leading.on_baseline(words, words.line(0, len(text)), 0, 0))
    edges = [0, *cuts, len(text)]
    return [Ink.of(item for item in placed if start <= item.cluster.start < end) for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("word", "cut"), [("بزرگداشت", 3), ("اربعین", 2), ("تاسوعای", 4), ("اردیبهشت", 3), ("غدیر", 2), ("نوروز", 2)]
)
def test_what_follows_a_letter_that_does_not_join_stands_near_it(word: str, cut: int) -> None:
    one, other = parts(word, cut)
    assert 0.5 * nesting.WITHIN < distance(one, other) < 2.5 * nesting.WITHIN


@pytest.mark.parametrize(
    ("title", "within", "between"), [("بزرگداشت شهدا", 3, 9), ("رسول اکرم", 5, 5), ("غدیر خم", 2, 5)]
)
def test_words_stand_further_apart_than_the_parts_of_one(title: str, within: int, between: int) -> None:
    word, after = parts(title, between)
    inside = distance(*parts(title[:between], within)) if within < between else nesting.WITHIN
    assert distance(word, after) > 1.45 * inside


@pytest.mark.parametrize(("title", "between"), [("روز کودک", 4), ("را کنار", 3), ("شهر گرامی", 4), ("راه کربلا", 4)])
def test_a_bar_that_rises_over_the_word_before_parts_it_no_further(title: str, between: int) -> None:
    before, word = parts(title, between)
    kaf = parts(title, between, between + 1)[1]
    _, top, _, bottom = kaf.box
    foot = kaf.points[kaf.points[:, 1] > (top + bottom) / 2, 0].max()
    assert nesting.WITHIN < (before.box[0] - foot) / SIZE < 2 * nesting.BETWEEN
    assert distance(before, word) > 0.9 * nesting.OVER


def test_a_line_is_as_wide_as_its_advances_say() -> None:
    words = block("رحلت رسول اکرم", NASTALIQ, size=SIZE)
    line = words.line(0, len(words.text))
    assert line.width == pytest.approx(sum(cluster.advance for cluster in line.clusters))
    assert line.width == pytest.approx(sum(words.advances), rel=0.02)


@pytest.mark.parametrize("family", ["Vazirmatn", "Amiri", "Aref Ruqaa"])
def test_other_hands_keep_the_fonts_own_gaps(family: str) -> None:
    words = block("بزرگداشت", family, size=SIZE)
    for cluster in words.line(0, 8).clusters:
        assert cluster.advance == cluster.width
