"""Lines filled to their measure by spaces and kashidas."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from engine.persian.letters import KASHIDA
from engine.typography.blocks import kashida, paragraph
from engine.typography.blocks.justify import Justification, justified
from tests.peers import UNICODE, needs
from tests.typography.blocks import FONTS, PARAGRAPH, block

NASKH = ["Vazirmatn", "Markazi Text", "Amiri", "Lalezar"]
WITHOUT = ["Noto Nastaliq Urdu", "Aref Ruqaa"]


@pytest.mark.parametrize("family", NASKH + WITHOUT)
@pytest.mark.parametrize("how", ["kashida", "space"])
@pytest.mark.parametrize("measure", [430, 700])
def test_lines_are_exactly_as_wide_as_the_measure(family: str, how: str, measure: float) -> None:
    lines = paragraph.lines(block(PARAGRAPH, family, size=34, data_justify=how), measure)
    for line in lines[:-1]:
        assert line.width == pytest.approx(measure, abs=0.1)
        assert sum(cluster.advance for cluster in line.clusters) == pytest.approx(measure, abs=0.1)
    assert lines[-1].ends_paragraph
    assert lines[-1].width <= measure


@pytest.mark.parametrize("family", NASKH)
def test_kashidas_come_in_at_most_one_a_word(family: str) -> None:
    lines = paragraph.lines(block(PARAGRAPH, family, size=40, data_justify="kashida"), 420)
    assert any(KASHIDA in line.text for line in lines)
    for word in " ".join(line.text for line in lines).split():
        assert len(re.findall(f"{KASHIDA}+", word)) <= 1


def test_a_short_word_is_not_drawn_out_beside_a_long_one() -> None:
    text = "شما صمیمانه"
    words = block(text, data_justify="kashida")
    filled = justified(words, 0, len(text), 1.4 * words.line(0, len(text)).width, Justification.KASHIDA)
    short, long = filled.text.split()
    assert KASHIDA not in short and KASHIDA in long


@pytest.mark.parametrize("family", WITHOUT)
def test_no_kashidas_in_nastaliq_or_ruqaa(family: str) -> None:
    lines = paragraph.lines(block(PARAGRAPH, family, size=40, data_justify="kashida"), 420)
    assert not any(KASHIDA in line.text for line in lines)


def test_spaces_come_first() -> None:
    text = "شهرداری خمین همه‌ی شهروندان"
    words = block(text, data_justify="kashida")
    natural = block(text).line(0, len(text))
    spaces = sum(cluster.advance for cluster in natural.clusters if cluster.character == " ")
    little = justified(words, 0, len(text), natural.width + spaces * 0.3, Justification.KASHIDA)
    much = justified(words, 0, len(text), natural.width + spaces * 2, Justification.KASHIDA)
    assert KASHIDA not in little.text
    assert KASHIDA in much.text


def test_a_lone_word_is_drawn_out_only_where_that_fills_the_line() -> None:
    word = block("خجسته", data_justify="kashida")
    natural = block("خجسته").line(0, 5).width
    filled, short = (justified(word, 0, 5, natural * share, Justification.KASHIDA) for share in (1.5, 4))
    assert filled.width == pytest.approx(natural * 1.5, abs=0.1)
    assert KASHIDA in filled.text and KASHIDA not in short.text


@pytest.mark.parametrize("how", Justification)
def test_spaces_shrink_to_a_limit_only(how: Justification) -> None:
    text = "شهرداری خمین همه‌ی شهروندان"
    natural = block(text).line(0, len(text))
    spaces = sum(cluster.advance for cluster in natural.clusters if cluster.character == " ")
    assert justified(block(text), 0, len(text), natural.width - 3, how).width == pytest.approx(natural.width - 3)
    assert justified(block(text), 0, len(text), 10, how).width > natural.width - 0.5 * spaces


@pytest.mark.parametrize("family", NASKH)
@pytest.mark.parametrize("factor", [1.1, 1.2, 1.3])
def test_a_single_word_is_filled_by_its_kashida(family: str, factor: float) -> None:
    word = block("خوشنویسی", family)
    measure = word.line(0, 8).width * factor
    line = justified(word, 0, 8, measure, Justification.KASHIDA)
    assert line.width == pytest.approx(measure, abs=0.1)
    assert {cluster.advance > 0 for cluster in line.clusters if cluster.character == KASHIDA} == {True}


def test_justify_none_leaves_lines_ragged() -> None:
    lines = paragraph.lines(block(PARAGRAPH, align="justify", data_justify="none"), 700)
    assert len({round(line.width) for line in lines}) > 2


def test_text_align_justify_means_kashida() -> None:
    lines = paragraph.lines(block(PARAGRAPH, align="justify"), 700)
    assert any(KASHIDA in line.text for line in lines)


def marked(word: str) -> str:
    """The word with | where a kashida would go."""
    places = {best.index for best, *_ in kashida.points(word)}
    return "".join("|" * (index in places) + letter for index, letter in enumerate(word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("شهرداری", "ش|هرداری"),  # after seen and sad first
        ("نشست", "نشس|ت"),
        ("مصلحت", "مص|لحت"),
        ("همه", "هم|ه"),  # before a final heh or dal
        ("محمد", "محم|د"),
        ("کتاب", "کت|اب"),  # before a final alef, lam, kaf
        ("جمال", "جم|ال"),
        ("کبیر", "کب|یر"),  # before a beh that a reh or yeh follows
        ("حقوق", "حق|وق"),
        ("بهمن", "بهم|ن"),
        ("بزرگ", "ب|زرگ"),
        ("سـلام", "سـ|لام"),  # where one is already
        ("بِسْمِ", "بِسْ|مِ"),
        # never
        ("کار", "ک|ار"),
        ("با", "با"),
        ("شب", "شب"),
        ("لا", "لا"),
        ("کلام", "ک|لام"),
        ("سلام", "س|لام"),
        ("الله", "الله"),
        ("اللَّه", "اللَّه"),
        ("می‌رود", "می‌رود"),
        ("خانه‌ها", "خان|ه‌ها"),
        ("درود", "درود"),
        ("abc", "abc"),
    ],
)
def test_places_are_those_of_typesetters(word: str, expected: str) -> None:
    assert marked(word) == expected


@needs("unicode-data")
def test_joining_is_unicodes() -> None:
    for line in (UNICODE / "ArabicShaping.txt").read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) == 4 and 0x0620 <= int(fields[0], 16) <= 0x06FF and fields[2] in "DRU":
            letter = chr(int(fields[0], 16))
            if letter.isalpha():
                assert bool(kashida._join(letter, "ب")) == (fields[2] == "D"), hex(ord(letter))


def test_ink_of_kashidas_leaves_no_gap() -> None:
    """Neighbouring bars and letters overlap or touch in every Naskh face."""
    for family in NASKH:
        word = block("خوشنویسی", family)
        line = justified(word, 0, 8, word.line(0, 8).width * 1.4, Justification.KASHIDA)
        at, bars = 0.0, []
        for cluster in line.clusters:
            pen = at
            for glyph in cluster.glyphs:
                extents = FONTS.match([family]).hb.get_glyph_extents(glyph.id)
                left = pen + (glyph.x_offset + extents.x_bearing) * cluster.scale
                if cluster.character == KASHIDA:
                    bars.append((left, left + extents.width * cluster.scale))
                pen += glyph.x_advance * cluster.scale
            at += cluster.advance
        assert bars
        assert all(other[0] <= one[1] for one, other in pairwise(bars))
