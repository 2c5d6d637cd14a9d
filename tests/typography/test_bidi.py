"""UAX #9 against Unicode's own tests, and what Persian artwork needs of it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from engine.typography.unicode import bidi
from tests.peers import UNICODE, needs


def unicode_lines(name: str) -> list[str]:
    return (UNICODE / name).read_text(encoding="utf-8").splitlines()


def shown(levels: list[int], hidden: list[bool]) -> tuple[list[str], list[int]]:
    """Levels with x for what X9 removes, and the visual order of the rest: as in Unicode's tests."""
    order = [index for index in bidi.visual_order(levels) if not hidden[index]]
    return ["x" if hide else str(level) for level, hide in zip(levels, hidden, strict=True)], order


@cache
def order_of(expected: tuple[str, ...]) -> list[int]:
    places = [i for i, level in enumerate(expected) if level != "x"]
    order = bidi.visual_order([int(expected[i]) for i in places])
    return [places[i] for i in order]


@needs("unicode-data")
def test_every_class_sequence_of_bidi_test() -> None:
    removed = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
    expected: list[str] = []
    order: list[int] = []
    failures = []
    cases = 0
    for line in unicode_lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            expected = line.split()[1:]
        elif line.startswith("@Reorder:"):
            order = [int(field) for field in line.split()[1:]]
            assert order_of(tuple(expected)) == order
        elif line and line[0] not in "#@":
            fields, _, bits = line.partition(";")
            classes = fields.split()
            bases = int(bits, 16)
            wanted = {base for base in (0, 1) if bases & (2 << base)}
            if bases & 1:
                wanted.add(bidi.paragraph_level_of(classes))
            for base in wanted:
                levels = bidi.class_levels(classes, base, {})  # type: ignore[arg-type]
                cases += 1
                if any(
                    want != "x" and int(want) != got for want, got, kind in zip(expected, levels, classes, strict=True)
                ) or [want == "x" for want in expected] != [kind in removed for kind in classes]:
                    failures.append((line, base, levels))
    assert not failures[:5]
    assert cases > 500_000


@needs("unicode-data")
def test_every_line_of_bidi_character_test() -> None:
    failures = []
    lines = [line for line in unicode_lines("BidiCharacterTest.txt") if line and line[0] != "#"]
    for line in lines:
        points, direction, paragraph, expected, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        levels = bidi.levels(text, {"0": 0, "1": 1, "2": None}[direction])  # type: ignore[arg-type]
        hidden = [level == "x" for level in expected.split()]
        want = (expected.split(), [int(index) for index in order.split()])
        auto_level = bidi.paragraph_level(text) if direction == "2" else int(direction)
        if shown(levels, hidden) != want or auto_level != int(paragraph):
            failures.append((line, levels))
    assert not failures[:5]
    assert len(lines) > 90_000


@needs("unicode-data")
def test_bracket_table_is_unicodes() -> None:
    opening = {}
    for line in unicode_lines("BidiBrackets.txt"):
        if match := re.match(r"(\w+); (\w+); o", line):
            opening[chr(int(match[1], 16))] = chr(int(match[2], 16))
    assert opening == bidi.CLOSING_OF


@needs("unicode-data")
def test_unassigned_code_points_take_the_default_of_their_block() -> None:
    ranges = []
    for line in unicode_lines("extracted/DerivedBidiClass.txt"):
        if match := re.match(r"# @missing: (\w+)\.\.(\w+); (\w+)", line):
            ranges.append((int(match[1], 16), int(match[2], 16), match[3]))
    short = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
    for first, last, name in ranges[1:]:
        for point in (first, last):
            if not bidi.unicodedata.bidirectional(chr(point)):
                assert bidi.bidi_classes(chr(point)) == [short[name]], hex(point)


def drawn(text: str, base: bidi.Level | None = None) -> str:
    return "".join(text[i] for i in bidi.visual_order(bidi.levels(text, base)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خمین ABC (۱۲)", "ABC (۱۲) نیمخ"),
        ("ساعت ۹–۱۲", "۱۲–۹ تعاس"),
        ("۱۴۰۵/۰۹/۳۰", "۱۴۰۵/۰۹/۳۰"),
        ("۵۰٪ تخفیف", "فیفخت ۵۰٪"),
        ("@khomein_ir کانال", "لاناک khomein_ir@"),
    ],
)
def test_persian_lines_read_right(text: str, expected: str) -> None:
    assert drawn(text, 1) == expected


def test_paragraphs_find_their_own_direction() -> None:
    assert bidi.levels("abc\nابج\r\nd", None) == [0] * 4 + [1] * 5 + [0]
    assert bidi.levels("", None) == []


def test_spaces_at_a_lines_end_take_the_base_level() -> None:
    text = "خمین ABC DEF"
    levels = bidi.levels(text, 1)
    assert levels[8] == 2
    assert bidi.line_levels(text, levels, 0, 9, 1)[-2:] == [2, 1]


@pytest.mark.parametrize(
    "unit",
    [
        "\u202b",
        "\u2068",
        "\u2067",
        "\u2069",
        "(",
        ")",
        "([)]",
        "\u2067(",
        "ا(a",
        "\u0301",
        "\ud800",
        "\0",
        "\n",
    ],
)
def test_hostile_text_is_answered(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    levels = bidi.levels(text, None)
    assert len(levels) == len(text)
    assert sorted(bidi.visual_order(levels)) == list(range(len(text)))
