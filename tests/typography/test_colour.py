"""Colour glyphs, in fonts made here: layers, gradients and SVG."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.S_V_G_ import SVGDocument
from lxml import etree

from engine.scene.pathdata import outline as outline_of
from engine.typography import FontLibrary, outline

SVG = "{http://www.w3.org/2000/svg}"
GLYPHS = [".notdef", "A", "B", "C", "square"]
GREEN = "#008000"
RED_BLUE = [[(1, 0, 0, 1), (0, 0, 1, 0.5)]]


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> FontLibrary:
    folder = tmp_path_factory.mktemp("fonts")
    build(folder / "layers.ttf", "Layers", {"A": [("square", 0), ("square", 0xFFFF)]}, version=0)
    linear = {
        "Format": 4,
        "ColorLine": {"Extend": "reflect", "ColorStop": [(0.0, 0), (1.0, 1)]},
        "x0": 0,
        "y0": 0,
        "x1": 500,
        "y1": 0,
        "x2": 0,
        "y2": 500,
    }
    radial = {
        "Format": 6,
        "ColorLine": {"ColorStop": [(0.0, 0), (1.0, 1)]},
        "x0": 250,
        "y0": 250,
        "r0": 0,
        "x1": 250,
        "y1": 250,
        "r1": 300,
    }
    moved = {"Format": 14, "Paint": {"Format": 10, "Paint": radial, "Glyph": "square"}, "dx": 100, "dy": 0}
    paints = {"A": {"Format": 10, "Paint": linear, "Glyph": "square"}, "B": moved}
    build(folder / "gradients.ttf", "Gradients", paints, version=1)
    build(folder / "drawing.ttf", "Drawing", None)
    return FontLibrary.load(folder)


def build(path: Path, family: str, paints: dict | None, version: int = 0) -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(GLYPHS)
    builder.setupCharacterMap({ord(name): name for name in "ABC"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder.setupGlyf({name: TTGlyphPen(None).glyph() if name == ".notdef" else square for name in GLYPHS})
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupPost()
    if paints:
        builder.font["COLR"] = buildCOLR(paints, version=version, glyphMap=builder.font.getReverseGlyphMap())
        builder.font["CPAL"] = buildCPAL(RED_BLUE)
    else:
        table = builder.font["SVG "] = newTable("SVG ")
        drawing = (
            '<svg xmlns="http://www.w3.org/2000/svg"><defs><linearGradient id="c"><stop stop-color="red"/>'
            '<stop offset="1"/></linearGradient></defs>'
            '<g id="glyph1"><circle r="9" fill="url(#c)"/><text>A</text></g></svg>'
        )
        table.docList = [SVGDocument(drawing, 1, 1, False)]
    builder.save(path)


def drawn(text: str, family: str, fonts: FontLibrary) -> etree._Element:
    element = f'<text x="10" y="20" fill="green" font-size="10" {family}>{text}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{element}</svg>'
    return etree.fromstring(outline(svg.encode(), fonts).svg)


def points(path: etree._Element) -> list[tuple[float, ...]]:
    return [to for _, to in outline_of(path.get("d", "")).steps() if to]


def test_layers_keep_their_colours_and_the_text_s(fonts: FontLibrary) -> None:
    paths = list(drawn("A", 'font-family="Layers"', fonts).iter(SVG + "path"))
    assert [path.get("fill") for path in paths] == ["#ff0000", GREEN]
    assert points(paths[0]) == [(10, 20), (10, 15), (15, 15), (15, 20)]


def test_plain_glyphs_of_a_colour_font(fonts: FontLibrary) -> None:
    paths = list(drawn("CA", 'font-family="Layers"', fonts).iter(SVG + "path"))
    assert [path.get("fill") for path in paths] == [GREEN, "#ff0000", GREEN]


def test_linear_gradients(fonts: FontLibrary) -> None:
    root = drawn("A", 'font-family="Gradients"', fonts)
    (gradient,) = root.iter(SVG + "linearGradient")
    assert [gradient.get(name) for name in ("x1", "x2", "spreadMethod")] == ["0", "500", "reflect"]
    assert gradient.get("gradientTransform") == "matrix(0.01 0 0 -0.01 10 20)"
    assert [(stop.get("stop-color"), stop.get("stop-opacity")) for stop in gradient] == [
        ("#ff0000", None),
        ("#0000ff", "0.501960784"),
    ]


def test_transforms_move_contours_and_gradients(fonts: FontLibrary) -> None:
    root = drawn("B", 'font-family="Gradients"', fonts)
    (gradient,) = root.iter(SVG + "radialGradient")
    assert gradient.get("gradientTransform") == "matrix(0.01 0 0 -0.01 11 20)"
    assert points(next(root.iter(SVG + "path"))) == [(11, 20), (11, 15), (16, 15), (16, 20)]


def test_svg_glyphs_bring_ids_of_their_own(fonts: FontLibrary) -> None:
    text = '<rect id="c" width="5" height="5"/><text font-family="Drawing" font-size="10">A</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{text}</svg>'
    root = etree.fromstring(outline(svg.encode(), fonts).svg)
    _, circle = root.iter(SVG + "path")  # and no text in it
    (gradient,) = root.iter(SVG + "linearGradient")
    assert circle.get("fill") == f"url(#{gradient.get('id')})"
    assert [stop.get("stop-color") for stop in gradient] == ["#ff0000", "#000000"]
