from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest
from lxml import etree

from engine.errors import BadInput
from engine.scene.model import Group, Node, Path, Solid
from engine.svg import Box
from engine.typography import Artwork, FontLibrary, outline
from engine.typography.fonts.face import Face

FONTS = FilePath(__file__).parents[2] / "fonts"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(body: str, attributes: str = 'viewBox="0 0 400 200"') -> Artwork:
    source = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n{body}\n</svg>'
    return outline(source.encode(), FontLibrary.load(FONTS), source="drawing.svg")


def parts(artwork: Artwork, name: str) -> list[etree._Element]:
    return list(etree.fromstring(artwork.svg).iter(SVG + name))


def test_nothing_is_left_of_text() -> None:
    artwork = drawn("<g><text y='20'>a<tspan>b</tspan></text></g><flowRoot><flowPara>c</flowPara></flowRoot>")
    names = {etree.QName(element).localname for element in etree.fromstring(artwork.svg).iter()}
    assert names == {"svg", "g", "path"}


def test_id_effects_and_marks_stay_on_what_takes_the_place() -> None:
    artwork = drawn(
        '<text id="t" data-spot="Gold" x="9" y="20" transform="rotate(90)" opacity=".5" font-size="9">a</text>'
    )
    (group,) = etree.fromstring(artwork.svg)
    assert {name: group.get(name) for name in ("id", "data-spot", "transform", "opacity")} == {
        "id": "t",
        "data-spot": "Gold",
        "transform": "matrix(6.123234e-17 1 -1 6.123234e-17 0 0)",
        "opacity": "0.5",
    }
    assert [each.get("aria-label") for each in group] == ["a"]
    assert group.get("x") is None and group.get("font-size") is None


def test_one_path_for_each_run_of_a_fill() -> None:
    artwork = drawn('<text y="20">ab<tspan>cd</tspan><tspan fill="red">ef</tspan>gh</text>')
    assert [path.get("fill") for path in parts(artwork, "path")] == ["#000000", "#ff0000", "#000000"]


def test_words_are_kept_to_search_for() -> None:
    artwork = drawn('<text y="20">  سلام <tspan>دنیا</tspan>  </text>')
    assert [text.words for text in artwork.texts] == ["سلام دنیا"]
    assert etree.fromstring(artwork.svg)[0].get("aria-label") == "سلام دنیا"


def test_boxes_are_in_units_of_the_root() -> None:
    body = '<g transform="translate(100 50) scale(2)"><text id="t" x="10" y="20" font-size="10">ab</text></g>'
    (text,) = drawn(body).texts
    assert (text.id, text.font_size) == ("t", 20)
    assert text.box.x == 120
    face = FontLibrary.load(FONTS).match(["Vazirmatn"])
    advance = sum(face.hb.get_glyph_h_advance(face.hb.get_nominal_glyph(ord(c))) for c in "ab")
    assert text.box.width == pytest.approx(advance / 2048 * 20)
    assert text.box.y == pytest.approx(90 - 2100 / 2048 * 20)
    assert text.box.height == pytest.approx(3200 / 2048 * 20)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 20"', (40, 20)),
        ('viewBox="0 0 40 20" width="80"', (80, 40)),
        ('width="10mm" height="1in"', (37.795, 96)),
        ('viewBox="0 0 40 20" width="100%" height="50%"', (40, 10)),
    ],
)
def test_size_of_the_artwork(attributes: str, size: tuple[float, float]) -> None:
    artwork = drawn("", attributes)
    assert (artwork.width, artwork.height) == pytest.approx(size, abs=0.001)


def test_missing_characters_are_told_with_text_and_line() -> None:
    with pytest.raises(BadInput) as error:
        drawn('<text y="20">یک 😀</text>\n<text y="40">漢 𓀀</text>')
    told = [str(mistake) for mistake in error.value.mistakes]
    assert told[0].startswith("drawing.svg:2: no font has “😀” (U+1F600, GRINNING FACE) of the text “یک 😀”")
    assert told[1].startswith("drawing.svg:3: no font has “漢” (U+6F22")
    assert len(told) == 3


def test_hidden_text_is_neither_drawn_nor_missed() -> None:
    artwork = drawn('<text y="20" visibility="hidden">abc</text><text y="20" display="none">😀</text>')
    assert not parts(artwork, "path")


def test_outlines_ignore_rules_for_paths_and_groups() -> None:
    artwork = drawn('<style>path{fill:red;stroke:blue} g{opacity:.1}</style><text y="20" fill="green">ab</text>')
    (path,) = parts(artwork, "path")
    assert path.get("fill") == "#008000" and path.get("stroke") is None
    assert all(group.get("opacity") is None for group in parts(artwork, "g"))


def test_an_outline_has_few_more_parts_than_its_glyphs_have_points() -> None:
    from fontTools.ttLib import TTFont

    for face in (face for faces in FontLibrary.load(FONTS).families.values() for face in faces):
        glyphs = glyphs_of("خمینشهروند", face)
        font = TTFont(face.path)
        table = font["glyf"]
        points = sum(len(table[font.getGlyphName(glyph)].getCoordinates(table)[0]) for glyph in glyphs)
        artwork = drawn(f'<text y="90" font-size="90" {as_css(face)}>خمینشهروند</text>')
        operations = sum(len(path.outline.operations) for path in paths_of(artwork.scene.root))
        assert operations <= 1.3 * points, face


def paths_of(node: Node) -> Iterator[Path]:
    if isinstance(node, Path):
        yield node
    elif isinstance(node, Group):
        for child in node.children:
            yield from paths_of(child)


def glyphs_of(text: str, face: Face) -> list[int]:
    from engine.typography.runs.shape import shape

    return [glyph.id for glyph in shape(text, face, direction="rtl", script="Arab")]


def as_css(face: Face) -> str:
    return f'font-family="{face.family}" font-weight="{face.weight}"'


@pytest.mark.parametrize(("size", "step"), [(5, 0.001), (20, 0.01), (200, 0.1), (2000, 1)])
def test_coordinates_are_as_fine_as_the_size_needs(size: int, step: float) -> None:
    (path,) = parts(drawn(f'<text y="20" font-size="{size}">abc</text>'), "path")
    numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", path.get("d", ""))]
    assert all(round(number / step) == pytest.approx(number / step) for number in numbers)
    assert any(round(number / step) % 10 for number in numbers)


def test_same_input_same_bytes() -> None:
    body = '<text y="50" fill="url(#g)" stroke="red">سلام</text><linearGradient id="g"><stop/></linearGradient>'
    assert drawn(body).svg == drawn(body).svg


def test_joined_letters_are_united_where_a_stroke_would_show_it() -> None:
    def contours(attributes: str) -> int:
        (path,) = parts(drawn(f'<text y="90" font-size="60" {attributes}>سیب</text>'), "path")
        return path.get("d", "").lower().count("z")

    assert contours('stroke="red"') < contours("")
    assert contours('fill-opacity="0.5"') == contours('stroke="red"')


def test_a_gradient_is_measured_by_the_box_of_each_text() -> None:
    gradient = '<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient>'
    artwork = drawn(f'{gradient}<text y="20" fill="url(#g)">a</text><text x="50" y="40" fill="url(#g)">bcd</text>')
    paints = [path.fill for path in paths_of(artwork.scene.root)]
    boxes = [text.box for text in artwork.texts]
    assert [paint.matrix for paint in paints] == [(box.width, 0, 0, box.height, box.x, box.y) for box in boxes]


def test_only_uses_that_look_different_are_set_again() -> None:
    body = '<defs><text id="t" y="20">a</text></defs><use href="#t"/><use href="#t" x="9"/><use href="#t" fill="red"/>'
    one, moved, red = drawn(body).scene.root.children
    assert moved.children[0] is one
    assert next(paths_of(red)).fill == Solid((1, 0, 0, 1))


def test_a_tree_is_left_as_it_was() -> None:
    tree = etree.ElementTree(etree.fromstring('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">a</text></svg>'))
    before = etree.tostring(tree)
    outline(tree, FontLibrary.load(FONTS))
    assert etree.tostring(tree) == before


def test_only_what_is_drawn_where_it_stands_is_listed() -> None:
    body = (
        '<defs><text id="a">a</text></defs><symbol><text id="b">b</text></symbol><text id="c" visibility="hidden">c'
        '</text><text id="d" display="none">d</text><text id="e"> </text><text id="f">f</text>'
    )
    assert [text.id for text in drawn(body).texts] == ["f"]


def test_a_text_is_set_for_where_it_is_used() -> None:
    texts = drawn('<symbol id="s"><text id="t" y="20">a</text></symbol><use href="#s"/><use href="#s" x="30"/>').texts
    assert [(text.id, text.box.x) for text in texts] == [("t", 0), ("t", 30)]


def test_the_first_of_an_id_counts() -> None:
    gradient = '<linearGradient id="g"><stop stop-color="{}"/></linearGradient>'
    artwork = drawn(gradient.format("red") + gradient.format("blue") + '<text y="20" fill="url(#g)">a</text>')
    assert [path.get("fill") for path in parts(artwork, "path")] == ["#ff0000"]


def test_the_box_that_a_text_is_set_in_is_told() -> None:
    style = "shape-inside:url(#r);shape-padding:3px"
    body = f'<rect id="r" x="5" y="6" width="70" height="80"/><text style="{style}">a</text>'
    assert [text.frame for text in drawn(body).texts] == [Box(5, 6, 70, 80)]


def test_words_clip_where_they_stand() -> None:
    clip = '<clipPath id="c"><text id="t" y="20" fill="none" x="3">ab</text></clipPath>'
    (clipped,) = drawn(f'{clip}<rect width="9" height="9" clip-path="url(#c)"/>').scene.root.children
    (part,) = clipped.clips[0].parts
    assert part.outline.bounds.x == pytest.approx(3, abs=2)


def test_nothing_is_written_and_read_again() -> None:
    artwork = drawn('<text y="20">a</text>')
    assert "svg" not in vars(artwork)
    assert artwork.svg is artwork.svg
