"""Honorifics smaller and raised, or as one sign."""

from __future__ import annotations

import pytest

from engine.persian.honorifics import honorifics
from engine.typography import outline
from engine.typography.blocks import paragraph
from engine.typography.blocks.honorifics import IN_TEXT, raised, with_honorifics
from engine.typography.blocks.textblock import TextBlock
from engine.typography.place.baseline import shift
from tests.typography.blocks import block

TEXT = "میلاد حضرت محمد (ص) و امام زمان (عج) مبارک"


def parts(text: TextBlock) -> list[tuple[str, float]]:
    return [(text.text[span.start : span.end], span.style.font.size) for span in text.spans]


def test_honorifics_are_recognised() -> None:
    found = honorifics("محمد (ص)، علی(ع)، زهرا (س)، مهدی (عج)، خمینی (ره)، سلمان (رض)، ﷺ، (الف) و (سه)")
    assert len(found) == 7
    assert [each.sign for each in found][:2] == ["ﷺ", None]


def test_they_are_smaller_and_raised() -> None:
    text = with_honorifics(block(TEXT))
    assert parts(text) == [
        ("میلاد حضرت محمد ", 40),
        ("(ص)", 40 * IN_TEXT.size),
        (" و امام زمان ", 40),
        ("(عج)", 40 * IN_TEXT.size),
        (" مبارک", 40),
    ]
    clusters = paragraph.lines(text, 2000)[0].clusters
    up = {shift(cluster.style, text.fonts) for cluster in clusters if cluster.size < 40}
    assert up == {-40 * IN_TEXT.rise}
    assert {shift(cluster.style, text.fonts) for cluster in clusters if cluster.size == 40} == {0}


def test_raising_keeps_every_character_in_one_span() -> None:
    text = block(TEXT)
    spans = raised(TEXT, text.spans)
    assert [spans[0].start, *(span.end for span in spans)] == [*(span.start for span in spans), len(TEXT)]


@pytest.mark.parametrize(("family", "sign"), [("Amiri", True), ("Vazirmatn", False)])
def test_a_sign_stands_where_the_font_has_it(family: str, sign: bool) -> None:
    text = with_honorifics(block(TEXT, family, data_honorifics="sign"))
    assert ("محمد ﷺ و" in text.text) == sign
    assert "(عج)" in text.text
    assert sum(span.end - span.start for span in text.spans) == len(text.text)


def test_plain_leaves_them() -> None:
    text = block(TEXT, data_honorifics="plain")
    assert with_honorifics(text) is text


def test_text_without_them_is_the_same_block() -> None:
    text = block("شب یلدا")
    assert with_honorifics(text) is text


@pytest.mark.parametrize(("said", "alike"), [("", False), ('data-honorifics="raised"', True)])
def test_a_drawing_from_anywhere_has_its_honorifics_as_they_stand(said: str, alike: bool) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99"><text y="20" {said}>امام رضا (ع)</text></svg>'
    plain, raised = (outline(svg.encode(), block("").fonts, raised=each).texts[0].box for each in (False, True))
    assert (plain.width == raised.width) is alike
