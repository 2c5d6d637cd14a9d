"""Breaking a paragraph into even lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.typography.blocks import boxes, paragraph
from engine.typography.styles.style import Indent
from engine.typography.unicode.linebreak import BreakKind, opportunities
from tests.typography.blocks import PARAGRAPH, block


def texts(lines: tuple[paragraph.SetLine, ...]) -> list[str]:
    return [line.text for line in lines]


def greedy(text: str, measure: float) -> list[float]:
    """The widths of lines that take as many words as fit, broken by the same rules."""
    ends = [0, *(place.index for place in opportunities(text, "fa") if place.kind is not BreakKind.LAST_RESORT)]
    widths: list[float] = []
    line = ""
    for start, end in pairwise(ends):
        longer = line + text[start:end]
        if line and width_of(longer) > measure:
            widths.append(width_of(line))
            longer = text[start:end]
        line = longer
    return [*widths, width_of(line)]


def width_of(text: str) -> float:
    return paragraph.lines(block(text), 1e6)[0].width


def raggedness(widths: list[float], measure: float) -> float:
    short = max(0.0, 0.4 * measure - widths[-1])
    return sum((measure - width) ** 2 for width in widths[:-1]) + 4 * short**2


@pytest.mark.parametrize("measure", [400, 520, 700, 900])
def test_lines_are_as_few_as_greedy_ones_and_more_even(measure: float) -> None:
    widths = [line.width for line in paragraph.lines(block(PARAGRAPH), measure)]
    taken = greedy(PARAGRAPH, measure)
    assert max(widths) <= measure + 0.01
    assert len(widths) == len(taken)
    assert raggedness(widths, measure) <= raggedness(taken, measure)


def test_balanced_lines_are_about_equally_long() -> None:
    title = "پارک خانوادگی محلهٔ دانشگاه پس از نوسازی بازگشایی شد"

    def spread(measure: float, *, balanced: bool) -> float:
        widths = [line.width for line in paragraph.lines(block(title, balanced=balanced), measure)]
        return max(widths) - min(widths)

    spreads = [
        (spread(width_of(title) * part / 100, balanced=False), spread(width_of(title) * part / 100, balanced=True))
        for part in range(40, 96, 5)
    ]
    assert all(even <= ragged for ragged, even in spreads)
    assert any(even < 0.5 * ragged for ragged, even in spreads)


def test_every_character_is_on_one_line() -> None:
    lines = paragraph.lines(block(PARAGRAPH), 500)
    assert [lines[0].start, *(line.end for line in lines)] == [0, *(line.start for line in lines[1:]), len(PARAGRAPH)]
    assert " ".join(texts(lines)) == PARAGRAPH


@pytest.mark.parametrize("measure", range(300, 900, 40))
def test_no_line_ends_with_and(measure: float) -> None:
    for line in paragraph.lines(block(PARAGRAPH), measure):
        assert line.text.split()[-1] != "و"


@pytest.mark.parametrize("measure", range(200, 700, 50))
def test_no_line_starts_with_an_honorific(measure: float) -> None:
    text = "میلاد حضرت محمد (ص) و امام جعفر صادق (ع) و سالروز ولادت امام زمان (عج) گرامی باد"
    assert not any(line.text.startswith("(") for line in paragraph.lines(block(text), measure))


def test_a_centred_title_is_balanced() -> None:
    title = "جشن بزرگ شب یلدا در میدان امام خمینی شهر خمین"
    natural = width_of(title)
    widths = [line.width for line in paragraph.lines(block(title, align="center"), natural * 0.8)]
    assert len(widths) == 2
    assert min(widths) > 0.75 * max(widths)


def test_the_last_line_is_no_single_word() -> None:
    title = "جشن بزرگ شب یلدا در میدان امام خمینی شهر خمین"
    natural = width_of(title)
    widths = [line.width for line in paragraph.lines(block(title), natural * 0.9)]
    assert widths[1] > 0.3 * widths[0]


def test_line_feeds_end_paragraphs() -> None:
    lines = paragraph.lines(block("یک دو\nسه چهار\n", data_justify="space"), 700)
    assert texts(lines) == ["یک دو", "سه چهار"]
    assert all(line.ends_paragraph for line in lines)


def test_a_word_wider_than_the_measure_stands_alone() -> None:
    assert texts(paragraph.lines(block("به دانشگاه‌هایشان رفتند"), 100)) == ["به", "دانشگاه‌هایشان", "رفتند"]


def test_persian_rules_give_way_before_a_line_gets_too_wide() -> None:
    wide = width_of("و شاهنامه‌خوانی")
    assert texts(paragraph.lines(block("گل و شاهنامه‌خوانی"), wide + 1)) == ["گل", "و شاهنامه‌خوانی"]
    assert texts(paragraph.lines(block("گل و شاهنامه‌خوانی"), wide - 1)) == ["گل و", "شاهنامه‌خوانی"]


def test_breaks_are_those_of_lines() -> None:
    for how in ("none", "space", "kashida"):
        text = block(PARAGRAPH, data_justify=how)
        found = [(place.start, place.end) for place in paragraph.breaks(text, 600)]
        assert found == [(line.start, line.end) for line in paragraph.lines(text, 600)]


@pytest.mark.parametrize("measure", [300, 430, 600, 900])
@pytest.mark.parametrize("how", ["none", "kashida"])
def test_the_fewest_lines_are_those_that_are_set(measure: float, how: str) -> None:
    text = block(PARAGRAPH, data_justify=how)
    assert paragraph.Ruler(text).fewest_lines(measure) == len(paragraph.lines(text, measure))
    assert paragraph.Ruler(text).fewest_lines(60) is None


def test_punctuation_hangs_at_both_edges() -> None:
    lines = paragraph.lines(block("«سلام،", data_justify="none"), 1e6)
    plain = block("«سلام،").line(0, 6)
    opening, comma = plain.clusters[-1].advance, plain.clusters[0].advance
    assert lines[0].width == pytest.approx(plain.width - 0.5 * opening - 0.6 * comma, abs=0.1)
    assert lines[0].clusters[0].glyphs[0].x_offset < 0


def test_left_to_right_text_too() -> None:
    text = "The quick brown fox jumps over the lazy dog and runs away into the dark woods"
    lines = paragraph.lines(block(text, direction="ltr", language="en"), 500)
    assert " ".join(texts(lines)) == text
    assert max(line.width for line in lines) <= 500.01


@pytest.mark.parametrize("unit", ["ا ", " ", "ابج", "\u064e", "\n"])
def test_hostile_text_is_answered(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    for measure in (300, 1e9):
        found = paragraph.breaks(block(text), measure)
        assert found[-1].end == len(text)
        assert all(a.end == b.start for a, b in pairwise(found))


words = st.lists(
    st.sampled_from(
        ["گل", "و", "شهرداری", "(ع)", "ABC", "12", "۵۰٪", "«سلام»", "می‌رود", "\n", "لا", "ـ", "بِسْمِ", "-", "ﷺ"]
    ),
    min_size=1,
    max_size=30,
)


@given(words, st.floats(20, 900), st.sampled_from(["none", "space", "kashida"]), st.sampled_from(["rtl", "ltr"]))
@settings(max_examples=120, deadline=None)
def test_any_text_is_set_whole(parts: list[str], measure: float, how: str, direction: str) -> None:
    text = " ".join(parts)
    lines = paragraph.lines(block(text, direction=direction, data_justify=how), measure)
    assert [0, *(line.end for line in lines)] == [*(line.start for line in lines), len(text)]
    for line in lines:
        shown = text[line.start : line.end].rstrip()
        assert line.text.replace("ـ", "") == shown.replace("ـ", "")
        assert line.spans == () or line.spans[-1].end == len(line.text)
        assert line.width == pytest.approx(sum(cluster.advance for cluster in line.clusters), abs=0.01)


def test_lines_after_the_first_of_each_paragraph_are_set_in_where_the_indent_hangs() -> None:
    text = f"{PARAGRAPH}\n{PARAGRAPH}"
    hanging = block(text, indent=Indent(80, hanging=True, each_line=True))
    lines = paragraph.lines(hanging, 500)
    starts = {0, len(PARAGRAPH) + 1}
    assert {hanging.indent(line.start) for line in lines if line.start in starts} == {0}
    assert {hanging.indent(line.start) for line in lines if line.start not in starts} == {80}
    assert all(line.width + hanging.indent(line.start) <= 500.01 for line in lines)
    frame = boxes.Frame(100, 0, 500, None, anchored=False)
    by_line: dict[float, float] = {}
    for group in boxes.placed(frame, hanging, lines):
        for item in group:
            right = item.matrix[4] + item.cluster.advance
            by_line[item.matrix[5]] = max(by_line.get(item.matrix[5], 0), right)
    edges = [by_line[y] for y in sorted(by_line)]
    first = [number for number, line in enumerate(lines) if line.start in starts]
    assert all(abs(edge - (600 if number in first else 520)) < 15 for number, edge in enumerate(edges))


def test_an_indent_without_hanging_sets_in_the_first_line_only() -> None:
    plain = block(PARAGRAPH, indent=Indent(80))
    assert [plain.indent(line.start) for line in paragraph.lines(plain, 500)][:3] == [80, 0, 0]
