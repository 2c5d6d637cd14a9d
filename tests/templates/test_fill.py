"""A template and data → a filled SVG."""

from pathlib import Path

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.svgLib.path import parse_path
from lxml import etree

from engine.errors import BadInput
from engine.formats import Format
from engine.matrix import parse, scale_of
from engine.svg import numbers
from engine.templates.fill import ENVIRONMENT, Filled, fill
from engine.templates.library import Artboard, TemplateLibrary, load_library
from engine.templates.palette import Colours

PALETTES = Path(__file__).parents[2] / "templates_svg" / "palettes.yaml"
SQUARE = Format(id="square", title="مربع", medium="screen", width=100, height=100, files=("png",))
WIDE = Format(id="wide", title="پهن", medium="screen", width=200, height=100, files=("png",))
SHEET = Format(
    id="sheet", title="ورق", medium="print", width=50, height=50, bleed=5, viewing_distance=1, files=("pdf",)
)
NS = {"svg": "http://www.w3.org/2000/svg"}


@pytest.fixture
def library(tmp_path: Path) -> TemplateLibrary:
    root = tmp_path / "templates_svg"
    (root / "one").mkdir(parents=True)
    (root / "_symbols").mkdir()
    (root / "palettes.yaml").write_bytes(PALETTES.read_bytes())
    (root / "one" / "template.yaml").write_text("title: یک\ntones: [civic]\n", encoding="utf-8")
    (root / "one" / "square.svg").write_text(svg("<rect/>"), encoding="utf-8")
    (root / "_symbols" / "drop.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><clipPath id="c"><path d="M0 0"/></clipPath>'
        '<path class="fill-tone-1" fill="#f00" d="M0 0h1000v1000z" clip-path="url(#c)"/>'
        '<path class="fill-tone-4" fill="#0f0" d="M0 0h9"/></svg>',
        encoding="utf-8",
    )
    (root / "_symbols" / "tile.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">'
        '<path class="fill-tone-1" d="M0 0h800v800h-800z"/>'
        '<path class="fill-tone-2" opacity="0.5" d="M200 200h800v800h-800z"/></svg>',
        encoding="utf-8",
    )
    return load_library(root)


def svg(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n{body}\n</svg>'


def made(library: TemplateLibrary, body: str, format: Format = SQUARE, **data: object) -> etree._Element:
    path = library.root / "one" / "square.svg"
    path.write_text(svg(body), encoding="utf-8")
    return filled(library, format, data).tree.getroot()


def filled(library: TemplateLibrary, format: Format, data: dict[str, object]) -> Filled:
    colours: Colours = library.palettes.colours("civic", "cobalt")
    return fill(library, Artboard(library.root / "one" / "square.svg"), format, data, colours)


def mistake(library: TemplateLibrary, body: str, **data: object) -> str:
    with pytest.raises(BadInput) as caught:
        made(library, body, **data)
    return str(caught.value)


def test_the_palette_wins_over_a_sample_colour_in_style(library):
    path = made(library, '<path class="fill-accent" style="fill:#ffffff;stroke:#000" d="M0 0"/>').find("svg:path", NS)
    assert path.get("fill") == library.palettes.colours("civic", "cobalt")["accent"]
    assert path.get("style") == "stroke:#000"


def test_the_palette_wins_over_the_copies_of_a_colour_that_inkscape_gives_to_lines(library):
    text = made(
        library,
        '<text class="fill-ink"><tspan style="fill:#f00;font-size:9px">x</tspan>'
        '<tspan class="fill-accent" fill="#f00"/></text>',
    ).find("svg:text", NS)
    line, other = text.findall("svg:tspan", NS)
    colours = library.palettes.colours("civic", "cobalt")
    assert (text.get("fill"), line.get("style"), other.get("fill")) == (
        colours["ink"],
        "font-size:9px",
        colours["accent"],
    )


def test_a_class_that_names_no_role_is_told_with_its_line(library):
    assert "square.svg:5: the palette has no colour for the class “fill-acent”" in mistake(
        library, '<!--{% if title %}-->\n<g/>\n<!--{% endif %}-->\n<path class="fill-acent" d="M0 0"/>', title=""
    )


def test_an_undefined_placeholder_is_told_with_its_line(library):
    told = mistake(library, '<g/>\n<g>\n<text data-text="{{ titel }}">x</text></g>', title="x")
    assert "square.svg:4: the placeholder “titel” is not in the brief" in told


def test_a_broken_statement_is_told_with_its_line(library):
    assert "square.svg:3: the placeholder can't be filled" in mistake(library, "<g/>\n<!--{% fro x in y %}-->")


def test_the_sandbox_gives_nothing_but_the_data(library):
    assert "can't be filled" in mistake(library, "<text data-text=\"{{ ''.__class__.__mro__ }}\"/>")


def test_a_repeat_without_end_is_stopped(library):
    assert "more than 2,000 rounds" in mistake(
        library, "<!--{% for i in range(10000000) %}--><rect/><!--{% endfor %}-->"
    )


def test_the_canvas_grows_beyond_the_artboard(library):
    root = made(library, "<rect data-cover='bleed' x='0' width='1'/>", WIDE)
    assert numbers(root.get("viewBox")) == [-50, 0, 200, 100]
    rect = root.find("svg:rect", NS)
    assert (rect.get("x"), rect.get("width"), rect.get("height")) == ("-50", "200", "100")


def test_bleed_is_outside_of_the_artboard(library):
    root = made(library, "<rect/>", SHEET)
    assert numbers(root.get("viewBox")) == [-10, -10, 120, 120]
    assert (root.get("width"), root.get("height")) == ("60mm", "60mm")


def test_a_pinned_element_keeps_its_distance_from_the_edge(library):
    root = made(library, '<g data-pin="right" transform="scale(2)"/><g data-pin="left"/>', WIDE)
    right, left = root.findall("svg:g", NS)
    assert parse(right.get("transform")) == (2, 0, 0, 2, 50, 0)
    assert parse(left.get("transform")) == (1, 0, 0, 1, -50, 0)


def test_what_is_pinned_keeps_to_the_edge_that_is_cut_and_not_to_the_bleed(library):
    assert made(library, '<g data-pin="right top"/>', SHEET).find("svg:g", NS).get("transform") is None
    wide = SHEET.model_copy(update={"width": 100})
    root = made(library, '<g data-pin="right bottom"/><g data-pin="left"/>', wide)
    assert [parse(each.get("transform")) for each in root.findall("svg:g", NS)] == [
        (1, 0, 0, 1, 50, 0),
        (1, 0, 0, 1, -50, 0),
    ]


def test_a_template_that_grows_beyond_20_mb_is_stopped(library):
    piece = f'<g id="{"x" * 10_200}"/>'
    told = mistake(library, f"<!--{{% for i in range(1990) %}}-->{piece}<!--{{% endfor %}}-->")
    assert "the filled template is larger than 20 MB" in told


def test_a_layer_that_was_moved_changes_neither_cover_nor_pin(library):
    inside = '<rect data-cover="bleed" width="9"/><g data-pin="right"/>'
    root = made(library, f'<g transform="translate(7 8) scale(2)">{inside}</g>', WIDE)
    rect, pinned = root.find(".//svg:rect", NS), root.find(".//svg:g/svg:g", NS)
    assert [float(rect.get(name)) for name in ("x", "y", "width", "height")] == [-28.5, -4, 100, 50]
    assert parse(pinned.get("transform")) == (1, 0, 0, 1, 25, 0)


def test_a_turned_rectangle_that_covers_is_scaled(library):
    root = made(library, '<rect data-cover="bleed" width="9" transform="rotate(90 50 50)"/>', WIDE)
    assert root.find("svg:rect", NS).get("width") == "9"
    assert scale_of(parse(root.find("svg:rect", NS).get("transform"))) == pytest.approx(2)


def test_each_element_knows_its_line_after_repeats_and_conditions(library):
    root = made(
        library, '<!--{% for i in range(3) %}-->\n<g/>\n<!--{% endfor %}-->\n<rect data-if="title"/>', title="x"
    )
    assert [each.sourceline for each in root.findall("svg:g", NS)] == [3, 3, 3]
    assert root.find("svg:rect", NS).sourceline == 5
    assert "data-line" not in etree.tostring(root, encoding="unicode")


def test_a_group_that_covers_is_scaled_to_the_bleed(library):
    group = made(library, '<g data-cover="bleed"/>', WIDE).find("svg:g", NS)
    assert scale_of(parse(group.get("transform"))) == 2


def test_a_symbol_becomes_part_of_the_drawing_in_the_palettes_colours(library):
    root = made(
        library,
        '<image data-symbol="{{ symbol }}" x="10" y="20" width="50" height="30" data-tones="ink accent"/>',
        symbol="drop",
    )
    colours = library.palettes.colours("civic", "cobalt")
    first, second = root.findall(".//svg:g/svg:path", NS)
    assert first.get("fill") == colours["ink"]
    assert second.get("fill") == colours["accent"]
    assert root.find(".//svg:g/svg:g", NS).get("transform").startswith("translate(35 35) scale(0.03)")
    assert root.find("svg:image", NS) is None


def test_a_symbol_in_one_role_is_one_path(library):
    image = '<image data-symbol="tile" width="1000" height="1000" data-tones="ink ink ink ink"/>'
    (silhouette,) = made(library, image).findall(".//svg:g/svg:path", NS)
    assert "opacity" not in silhouette.attrib
    pen = AreaPen()
    parse_path(silhouette.get("d"), pen)
    assert abs(pen.value) == 2 * 800**2 - 600**2  # where they overlap is counted once


def test_what_an_editor_says_of_a_symbol_is_no_part_of_it(library):
    path = library.symbol("tile")
    said = "<metadata><x/></metadata><title>a tile</title><desc>four</desc></svg>"
    path.write_text(path.read_text(encoding="utf-8").replace("</svg>", said), encoding="utf-8")
    image = '<image data-symbol="tile" width="1000" height="1000" data-tones="ink ink ink ink"/>'
    assert len(made(library, image).findall(".//svg:g/svg:g/*", NS)) == 1


def test_two_symbols_do_not_share_ids(library):
    image = '<image data-symbol="drop" width="5" height="5"/>'
    ids = [each.get("id") for each in made(library, image + image).iter("{*}clipPath")]
    assert len(set(ids)) == 2


def test_a_missing_symbol_is_named(library):
    assert "there is no symbol “drip”" in mistake(library, '<image data-symbol="drip" width="5" height="5"/>')


@pytest.mark.parametrize("href", ["../../../etc/passwd", "http://example.org/a.png", "file:///etc/x.png"])
def test_a_picture_from_outside_is_refused(library, href):
    assert "outside of the workspace" in mistake(library, f'<image href="{href}"/>')


def test_broken_xml_is_told_with_its_line(library):
    assert "square.svg:3: broken XML" in mistake(library, "<g>\n</h>")


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a SYSTEM "file:///etc/passwd">', f'<!ENTITY a0 "aaaaaaaaaa">{BOMB}<!ENTITY a "&a8;">'],
    ids=["of a file", "without measure"],
)
def test_entities_that_do_harm_are_refused(library, declared):
    path = library.root / "one" / "square.svg"
    path.write_text(f"<!DOCTYPE svg [{declared}]>" + svg("<text>&a;</text>"), encoding="utf-8")
    with pytest.raises(BadInput, match="broken XML"):
        filled(library, SQUARE, {})


def test_entities_that_are_words_of_the_file_are_read(library):
    path = library.root / "one" / "square.svg"
    path.write_text('<!DOCTYPE svg [<!ENTITY a "نقش">]>' + svg("<text>&a;</text>"), encoding="utf-8")
    assert "نقش" in "".join(filled(library, SQUARE, {}).tree.getroot().itertext())


def test_the_artboard_nearest_in_shape_is_taken(library):
    folder = library.root / "one"
    (folder / "tall.svg").write_text(svg("<g/>").replace("0 0 100 100", "0 0 50 100"), encoding="utf-8")
    template = load_library(library.root).by_id["one"]
    assert template.artboard(1.2).path.stem == "square"
    assert template.artboard(0.6).path.stem == "tall"


def test_a_linked_picture_is_part_of_what_a_template_is_made_from(library):
    picture = library.root / "shared.png"
    picture.write_bytes(b"one")
    (library.root / "one" / "square.svg").write_text(svg('<image href="../shared.png"/>'), encoding="utf-8")
    before = load_library(library.root).by_id["one"].digest
    picture.write_bytes(b"another")
    assert load_library(library.root).by_id["one"].digest != before


def test_an_expression_by_itself_may_call_ornament() -> None:
    """As the programs that draw artboards do for their samples."""
    assert ENVIRONMENT.from_string("{{ star(0, 0, 10) }}").render().startswith("M")


def test_a_template_that_is_broken_spoils_no_piece_on_another(library):
    (library.root / "other").mkdir()
    (library.root / "other" / "other.svg").write_text(svg("<rect/>"), encoding="utf-8")
    (library.root / "other" / "template.yaml").write_text("titel: دو\n", encoding="utf-8")
    library = load_library(library.root)
    assert library.choose("occasion", "civic", "one").about.title == "یک"
    with pytest.raises(BadInput, match=r"template\.yaml:1: “titel” is not known here"):
        library.choose("occasion", "sombre", None)


def test_what_is_no_colour_is_told_with_its_line(library):
    palettes = library.root / "palettes.yaml"
    palettes.write_text("metals:\n  gold: [blue, red, oklch(1.2.3 0 0), '#fff', '#ffffff']\npalettes: {}\n", "utf-8")
    with pytest.raises(BadInput) as told:
        load_library(library.root)
    assert [str(each).partition(" is no colour")[0].rpartition(":2: ")[2] for each in told.value.mistakes] == [
        "“blue”",
        "“red”",
        "“oklch(1.2.3 0 0)”",
        "“#fff”",
    ]
