"""UAX #14 against Unicode's own test, and the rules of Persian setting."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from engine.typography.unicode.linebreak import Break, BreakKind, line_break_class, opportunities
from tests.peers import UNICODE, needs
from tests.typography.line_break_table import SOURCE, line_break_classes, module

TEST = UNICODE / "auxiliary/LineBreakTest.txt"
MANDATORY, ALLOWED, LAST_RESORT = BreakKind.MANDATORY, BreakKind.ALLOWED, BreakKind.LAST_RESORT


@needs("unicode-data")
def test_every_line_of_line_break_test() -> None:
    failures = []
    count = 0
    for line in TEST.read_text(encoding="utf-8").splitlines():
        marks_and_points = line.partition("#")[0].split()
        text, expected = "", []
        for field in marks_and_points:
            if field == "÷":
                expected.append(len(text))
            elif field != "×":
                text += chr(int(field, 16))
        if text:
            count += 1
            if [place.index for place in opportunities(text, "en")] != expected:
                failures.append(line)
    assert not failures[:5]
    assert count > 7000


@needs("unicode-data")
def test_the_table_is_unicodes() -> None:
    table = (Path(__file__).parents[2] / "engine/typography/unicode/line_break_runs.py").read_text(encoding="utf-8")
    assert table == module(SOURCE)
    classes = line_break_classes(SOURCE)
    for character in "ا۱٪«»\u200c\u00a0–ﷺ ":
        assert line_break_class(character) == classes[ord(character)]
    assert (line_break_class("가"), line_break_class("각")) == ("H2", "H3")


def test_mandatory_breaks_are_told_apart() -> None:
    assert opportunities("یک\nدو سه") == (Break(3, MANDATORY), Break(6, ALLOWED), Break(8, MANDATORY))
    assert opportunities("") == (Break(0, MANDATORY),)


def lines_of(text: str, language: str | None = "fa") -> list[str]:
    """The pieces between allowed breaks."""
    ends = [0, *(place.index for place in opportunities(text, language) if place.kind is not LAST_RESORT)]
    return [text[start:end].strip(" ") for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("گل و بلبل", ["گل", "و بلبل"]),
        ("گل «و بلبل»", ["گل", "«و بلبل»"]),
        ("ورود و خروج", ["ورود", "و خروج"]),
        ("امام علی (ع) فرمود", ["امام", "علی (ع)", "فرمود"]),
        ("حضرت محمد ﷺ آمد", ["حضرت", "محمد ﷺ", "آمد"]),
        ("امام زمان(عج) آمد", ["امام", "زمان(عج)", "آمد"]),
        ("گفت « سلام » و رفت", ["گفت", "« سلام »", "و رفت"]),
        ("چه شد ؟ هیچ", ["چه", "شد ؟", "هیچ"]),
        ("تا ۵۰ درصد تخفیف", ["تا ۵۰ درصد", "تخفیف"]),
        ("تا ۵۰ ٪ تخفیف", ["تا ۵۰ ٪", "تخفیف"]),
        ("در ۳۰ آذر ۱۴۰۵", ["در", "۳۰ آذر ۱۴۰۵"]),
        ("از ۱۸ تا ۲۱ باز", ["از", "۱۸ تا ۲۱", "باز"]),
        ("آذر تا دی", ["آذر", "تا", "دی"]),
        ("ساعت ۱۰ صبح", ["ساعت ۱۰", "صبح"]),
        ("امام\u00a0خمینی شهر", ["امام\u00a0خمینی", "شهر"]),
        ("شعر\u00a0و ادب", ["شعر\u00a0و ادب"]),
        ("می‌رود خانه", ["می‌رود", "خانه"]),
        ("در ۱۴۰۵/۰۹/۳۰ و ۱۲٫۵٪", ["در", "۱۴۰۵/۰۹/۳۰", "و ۱۲٫۵٪"]),
    ],
)
def test_persian_rules(text: str, pieces: list[str]) -> None:
    assert lines_of(text) == pieces


def test_persian_rules_bend_only_as_a_last_resort() -> None:
    assert opportunities("گل و بلبل", "fa")[1] == Break(5, LAST_RESORT)


def test_other_languages_keep_to_unicode() -> None:
    assert lines_of("a و b", "en") == ["a", "و", "b"]
    assert lines_of("a و b", "fa-IR") == ["a", "و b"]


@pytest.mark.parametrize("unit", ["\u0301", '"', " ", "(", "\ud800", "\0", "و ", "\u200d", "۱ ", "🇮", "(ص"])
def test_hostile_text_is_answered(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    assert opportunities(text)[-1] == Break(len(text), MANDATORY)
