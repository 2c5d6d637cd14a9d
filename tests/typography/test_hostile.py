"""Text that nobody means well with: an answer, or one clear error, soon."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.typography import Artwork, FontLibrary, outline

FONTS = Path(__file__).parents[2] / "fonts"
MANY = 10_000  # bounded work grows no faster than the text: ten times as much takes ten times as long


def drawn(text: str, attributes: str = 'y="50" font-size="20"', before: str = "") -> Artwork:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">{before}<text {attributes}>{text}</text></svg>'
    return outline(svg.encode(), FontLibrary.load(FONTS), source="f.svg")


@pytest.mark.parametrize(
    "text",
    [
        "a" * MANY,
        "سلام " * (MANY // 5),
        "\u064e" * MANY,
        "ب" + "\u064e" * MANY,
        "e" + "\u0301" * MANY,
        "\u202e" * MANY,
        "\u202ea" * (MANY // 2),
        "\u2067ب" * (MANY // 2),
        "\u2069" * MANY,
        "([" * (MANY // 2),
        "\u200c" * MANY,
        " " * MANY,
        "aب1" * (MANY // 3),
        "<tspan>a</tspan>" * (MANY // 10),
        "<tspan>" * 200 + "a" + "</tspan>" * 200,
    ],
    ids=lambda text: repr(text[:12]),
)
@pytest.mark.parametrize("attributes", ['y="50" font-size="20"', 'style="inline-size:90px" font-size="20"'])
def test_much_of_one_thing(text: str, attributes: str) -> None:
    assert drawn(text, attributes).svg


def test_a_position_for_each_of_many_characters() -> None:
    assert drawn("a" * MANY, f'y="9" x="{"1 " * MANY}" rotate="{"2 " * MANY}"').svg


@pytest.mark.parametrize("text", ["\0", "&#0;", "&#xD800;", "&nothing;", "<tspan>"])
def test_what_xml_forbids_is_one_error(text: str) -> None:
    with pytest.raises(BadInput) as error:
        drawn(text)
    assert len(error.value.mistakes) == 1


def test_many_missing_characters_are_each_told_once() -> None:
    with pytest.raises(BadInput) as error:
        drawn("😀" * MANY)
    assert len(error.value.mistakes) == 1
    assert len(str(error.value)) < 400


@pytest.mark.parametrize(
    "attributes",
    [
        'x="1e999" y="0" font-size="1e999"',
        'x="1e300" y="-1e308" font-size="1e200"',
        'x="nan" font-size="nan" letter-spacing="nan"',
        'font-size="1e-300"',
        'font-size="-5"',
        'x="abc" y="1,,2" rotate="x" transform="rotate("',
        'textLength="-3"',
        'textLength="1e-9" lengthAdjust="spacingAndGlyphs"',
        'style="inline-size:0.001px"',
        'style="inline-size:-5px"',
        'style="shape-inside:url(#nowhere)"',
        'style="font:;font-family:;;:;fill"',
        'font-weight="99999"',
        'style="text-decoration:underline wavy 1e-300px"',
        'style="text-decoration:underline dotted -5px;text-underline-offset:1e300px"',
        'style="fill:var(--a);--a:var(--b);--b:var(--a)"',
        'style="shape-inside:url(#line);shape-padding:1e6px"',
        'style="shape-inside:url(#ring);shape-subtract:url(#ring)" data-fit="grow"',
        'fill="url(#nowhere)"',
    ],
)
def test_senseless_attributes(attributes: str) -> None:
    shapes = '<path id="line" d="M0 0H50"/><circle id="ring" r="40"/>'
    assert drawn("ab", attributes, shapes).svg


@pytest.mark.parametrize(
    "before",
    [
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><text fill="url(#a)">x</text>',
        '<g id="a" fill="red"><text>x</text><use href="#a" fill="blue"/></g>',
        '<text id="t"><textPath href="#t">x</textPath></text>',
        '<text><tref href="#u"/></text><text id="u"><tref href="#u"/></text>',
        '<path id="p" d="M0 0L broken"/><text><textPath href="#p">x</textPath></text>',
        '<path id="p" d="M5 5"/><text><textPath href="#p">x</textPath></text>',
        "<style>{{{;;; text{fill:</style>",
    ],
)
def test_circles_and_broken_parts(before: str) -> None:
    assert drawn("ab", before=before).svg


def test_uses_of_uses_do_not_explode() -> None:
    levels = "".join(
        f'<g id="u{level}">' + f'<use href="#u{level - 1}" fill="red"/>' * 10 + "</g>" for level in range(1, 9)
    )
    with pytest.raises(BadInput, match="repeats more than"):
        drawn("x", before=f'<defs><text id="u0">x</text>{levels}</defs><use href="#u8" fill="blue"/>')


# Letters of several scripts, digits, marks, joiners and bidi controls
letters = st.sampled_from("abc سلامئه گ۱۲۳45.،()«»[]\u0651\u064e\u0301\u200c\u200d\u200e\u202b\u202e\u202c\u2067\u2069")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(letters, max_size=12), min_size=1, max_size=4), st.sampled_from(["ltr", "rtl"]))
def test_any_mixture_is_set(pieces: list[str], direction: str) -> None:
    spans = "".join(f'<tspan unicode-bidi="isolate" direction="rtl">{escape(piece)}</tspan>{piece}' for piece in pieces)
    assert drawn(spans, f'y="50" direction="{direction}"').svg
    assert drawn(spans, f'style="inline-size:60px" direction="{direction}" data-justify="kashida"').svg
