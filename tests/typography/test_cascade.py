from __future__ import annotations

import pytest
from lxml import etree

from engine.scene.css import parse_declarations
from engine.scene.fontshorthand import expand, families
from engine.typography.outlining import settings_of
from engine.typography.runs.chars import Content, chunks
from engine.typography.styles.style import Line, Style
from tests.typography.blocks import FONTS

BLACK, RED, GREEN, BLUE = (0, 0, 0, 1), (1, 0, 0, 1), (0, 128 / 255, 0, 1), (0, 0, 1, 1)


def contents(body: str, attributes: str = 'viewBox="0 0 300 400"') -> list[Content]:
    """The texts of a drawing, read."""
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>')
    return [setting.content for setting in settings_of(root.getroottree(), FONTS)]


def styles(body: str) -> dict[str, Style]:
    """The style of each part of a text that has an id."""
    pieces = (piece for content in contents(body) for piece in content.pieces)
    return {str(piece.element.get("id")): piece.style for piece in pieces if piece.element.get("id")}


def style(attributes: str, around: str = "") -> Style:
    return styles(f'<g {around}><text id="t" {attributes}>a</text></g>')["t"]


@pytest.mark.parametrize(
    ("value", "px"),
    [
        ("20", 20),
        ("20px", 20),
        ("15pt", 20),
        ("1.5em", 15),
        ("150%", 15),
        ("2ex", 10),
        ("1in", 96),
        ("10mm", 37.795),
        ("medium", 12),
        ("large", 14.4),
        ("x-small", 8.333),
        ("larger", 12),
        ("smaller", 8.333),
        ("huge", 10),
        ("-3", 0),
    ],
)
def test_font_size(value: str, px: float) -> None:
    assert style(f'font-size="{value}"', 'font-size="10"').font.size == pytest.approx(px, abs=0.001)


@pytest.mark.parametrize(
    ("around", "value", "weight"),
    [
        (100, "bolder", 400),
        (400, "bolder", 700),
        (600, "bolder", 900),
        (900, "bolder", 900),
        (900, "lighter", 700),
        (700, "lighter", 400),
        (400, "lighter", 100),
        (700, "350", 350),
        (700, "0", 700),
        (700, "heavy", 700),
        (700, "inherit", 700),
        (700, "initial", 400),
        (700, "normal", 400),
    ],
)
def test_font_weight(around: int, value: str, weight: int) -> None:
    assert style(f'font-weight="{value}"', f'font-weight="{around}"').font.weight == weight


def test_order_of_declarations() -> None:
    sheet = "<style>text{fill:tan} .c{fill:red} #t{stroke:tan} text{fill:tan} *{fill:blue !important}</style>"
    said = 'id="t" class="c" fill="tan"'
    paint = styles(f'{sheet}<text {said} stroke="tan" style="fill:tan;stroke:lime">x</text>')["t"].paint
    assert (paint.fill, paint.stroke) == (BLUE, (0, 1, 0, 1))
    without = styles(f"<style>text{{fill:tan}} .c{{fill:red}} text{{fill:tan}}</style><text {said}>x</text>")
    assert without["t"].paint.fill == RED


@pytest.mark.parametrize(
    "selector",
    ["g > text", "svg text", "g text.c", "text[lang|=fa]", "text:first-child", "g + g text", "text:not(.d)", "*|text"],
)
def test_selectors(selector: str) -> None:
    body = f'<style>{selector}{{fill:red}}</style><g/><g><text id="t" class="c" lang="fa-IR">x</text></g>'
    assert styles(body)["t"].paint.fill == RED


@pytest.mark.parametrize("selector", ["g > tspan", "text.d", "g text + text", "{{{", "@media speech{text{", "::before"])
def test_selectors_that_do_not_match(selector: str) -> None:
    body = f'<style>{selector}{{fill:red}}</style><g><text id="t" class="c">x</text></g>'
    assert styles(body)["t"].paint.fill == BLACK


def test_only_sheets_for_screens_count() -> None:
    body = '<style media="speech">text{fill:red}</style><style>@media screen{text{stroke:blue}}</style><text id="t"/>'
    assert (styles(body)["t"].paint.fill, styles(body)["t"].paint.stroke) == (BLACK, BLUE)


def test_lengths_of_paint_are_in_px() -> None:
    paint = style('stroke-width=".5em" stroke-dasharray="1em, 50% 3 1" stroke-dashoffset="1in" font-size="10"').paint
    assert paint.stroke_width == 5
    assert (paint.stroke_dasharray[0], paint.stroke_dasharray[2]) == (10, 3)
    assert paint.stroke_dashoffset == 96


def test_current_color_is_that_of_the_element() -> None:
    found = styles('<g color="red"><text id="t" fill="currentColor"><tspan id="s" color="blue">a</tspan></text></g>')
    assert (found["t"].paint.fill, found["s"].paint.fill) == (RED, BLUE)  # the word is inherited (CSS Color 4, 14)


def test_decorations_keep_the_paint_of_who_declared_them() -> None:
    found = styles(
        '<text id="t" fill="red" text-decoration="underline"><tspan id="s" fill="blue" '
        'text-decoration="overline underline"><tspan id="u" fill="green">a</tspan></tspan></text>'
    )
    assert {decoration.line: decoration.paint.fill for decoration in found["u"].decorations} == {
        Line.UNDERLINE: BLUE,
        Line.OVERLINE: BLUE,
    }
    assert [decoration.paint.fill for decoration in found["t"].decorations] == [RED]


def test_what_is_not_inherited() -> None:
    found = styles(
        '<g unicode-bidi="embed" baseline-shift="5" alignment-baseline="middle"><text id="t"><tspan id="s" '
        'baseline-shift="20%" font-size="20"><tspan id="u" baseline-shift="inherit">a</tspan></tspan></text></g>'
    )
    assert found["t"].shifts == () and found["t"].alignment_baseline == "auto" and not found["t"].embeddings
    assert [shift.px for shift in found["s"].shifts] == [4]
    assert [shift.px for shift in found["u"].shifts] == [4, 4]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("italic 700 12px/1.5 Amiri, serif", ("italic", "700", "12px", "1.5", "Amiri, serif")),
        ("12px Amiri", ("normal", "normal", "12px", "normal", "Amiri")),
        ('small-caps condensed 2em "A B"', ("normal", "normal", "2em", "normal", '"A B"')),
        ("bold large / 2 x", ("normal", "bold", "large", "2", "x")),
    ],
)
def test_font_shorthand(value: str, expected: tuple[str, ...]) -> None:
    found = expand(value)
    names = ("font-style", "font-weight", "font-size", "line-height", "font-family")
    assert tuple(found[name] for name in names) == expected


@pytest.mark.parametrize("value", ["12px", "bold", "", "Amiri", "12px ", "12 wide Amiri wide"])
def test_wrong_shorthands_say_nothing(value: str) -> None:
    found = expand(value)
    assert not found or found["font-family"]


def test_family_lists() -> None:
    assert families("""Noto  Sans , "A, B", 'C"D', serif""") == ("Noto Sans", "A, B", 'C"D', "serif")


@pytest.mark.parametrize(
    "source", ["fill:red;stroke:url('#a;b') !important", "fill:red ; stroke:url('#a;b')!IMPORTANT;", "/*;*/fill:red;"]
)
def test_style_attributes(source: str) -> None:
    found = {name: (value, important) for name, value, important in parse_declarations(source)}
    assert found["fill"] == ("red", False)
    assert "stroke" not in source or found["stroke"] == ('url("#a;b")', True)


def pieces(body: str) -> list[str]:
    (content,) = contents(body, 'xml:space="default"')
    return [piece.text for piece in content.pieces if piece.text]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text>\n  a\t\n b  </text>", ["a b"]),
        ("<text> <tspan> a </tspan> <tspan> b</tspan> </text>", ["a ", "b"]),
        ('<text xml:space="preserve"> a\n\tb </text>', [" a  b "]),
        ("<text>a<!-- x -->b<desc>c</desc>d</text>", ["a", "b", "d"]),
        ('<text><tspan xml:space="preserve">a  </tspan> b</text>', ["a  ", " b"]),
        ('<text>a <tspan style="white-space:pre"> b</tspan></text>', ["a ", " b"]),
        ('<text>a <tspan display="none">b </tspan>c</text>', ["a ", "c"]),
    ],
)
def test_white_space(body: str, expected: list[str]) -> None:
    assert pieces(body) == expected


def test_chunks_and_positions() -> None:
    (found,) = contents(
        '<text x="1 2" dx="1em" font-size="10">abc<tspan x="10%" y="50%" rotate="5 7">de</tspan>'
        '<tspan display="none">no</tspan>f</text>',
        'viewBox="0 0 200 100"',
    )
    cut = list(chunks(found))
    assert [(chunk.text, chunk.x, chunk.y) for chunk in cut] == [("a", 1, None), ("bc", 2, None), ("def", 20, 50)]
    assert list(cut[2].addresses) == [3, 4, 5]
    assert found.positions.dx == {0: 10}
    assert found.positions.rotate == {3: 5, 4: 7}
