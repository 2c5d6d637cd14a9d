"""What is cut, and what the SVG holds: each drawing has one fault, or none."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from engine.errors import BadInput
from engine.formats import Format
from tests.preflight.specimens import SHEET, SQUARE, found, text, the_only


def clipped(right: float) -> str:
    clip = f'<clipPath id="c"><rect width="{right}" height="1080"/></clipPath>'
    return f'<defs>{clip}</defs><g clip-path="url(#c)">{text("شهر ما", font_size=100)}</g>'


def test_a_text_cut_by_a_clip():
    finding = the_only(found(clipped(560)))
    assert finding.is_error
    assert finding.element == "it"
    assert "cut off" in str(finding.message)


def test_a_clip_around_a_text():
    assert found(clipped(800)) == ()


def ship(x: float, mark: str = "data-whole=''") -> str:
    hull = f'<path d="M{x} 500h200v100h-200z" fill="#234"/>'
    return f'<g id="ship" {mark}>{hull}<rect x="{x + 50}" y="400" width="100" height="100"/></g>'


def test_a_whole_element_over_the_edge():
    finding = the_only(found(ship(1000)))
    assert finding.is_error
    assert finding.element == "ship"
    assert finding.message.values["share"] == "63%"
    assert (finding.box.x, finding.box.right) == (1000, 1200)


@pytest.mark.parametrize("drawing", [ship(800), ship(1000, mark=""), ship(1000, mark="data-whole='false'")])
def test_what_is_whole_and_what_may_be_cut(drawing: str):
    assert found(drawing) == ()


def picture(side: int, shown: float, more: str = "") -> str:
    data = BytesIO()
    Image.new("RGB", (side, side), "#456").save(data, "PNG")
    source = f"data:image/png;base64,{b64encode(data.getvalue()).decode()}"
    return f'<image id="photo" x="200" y="200" width="{shown}" height="{shown}" {more} href="{source}"/>'


# 500 of the specimen's units are 100 mm: 1181 px at the 300 ppi of its distance
@pytest.mark.parametrize(("format", "side", "needed"), [(SQUARE, 400, 500), (SHEET, 800, 1181)])
def test_a_coarse_picture(format: Format, side: int, needed: int):
    finding = the_only(found(picture(side, 500), format))
    assert finding.level == "warning"
    assert (finding.element, finding.message.values["has"], finding.message.values["needed"]) == ("photo", side, needed)


def test_in_print_a_picture_needs_what_photographs_need():
    assert found(picture(850, 500), SHEET) == ()


def test_a_picture_is_judged_at_the_size_that_it_is_shown_at():
    assert found(picture(500, 500)) == ()
    assert found(f'<g transform="scale(.5)">{picture(250, 500)}</g>') == ()
    assert found(f'<g transform="scale(2)">{picture(500, 500)}</g>') != ()


def test_a_heavy_artwork():
    heavy = f'<path d="M0 0{"l1 1" * 400_000}" fill="none"/>'
    finding = the_only(found(heavy))
    assert finding.is_error
    assert finding.message.values["weight"] == "1.6"


def test_pictures_do_not_count_as_weight():
    noise = Image.effect_noise((1300, 1300), 90)
    data = BytesIO()
    noise.save(data, "PNG")
    assert len(data.getvalue()) > 1_500_000
    assert (
        found(f'<image width="1080" height="1080" href="data:image/png;base64,{b64encode(data.getvalue()).decode()}"/>')
        == ()
    )


@pytest.mark.parametrize(
    ("construct", "drawing"),
    [
        (
            "filter",
            '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><path id="p" d="M9 9h90v90z" filter="url(#f)"/>',
        ),
        ("mix-blend-mode", '<path id="p" d="M9 9h90v90z" style="mix-blend-mode:multiply"/>'),
        ("vector-effect", '<path id="p" d="M9 9h90v90z" stroke="red" vector-effect="non-scaling-stroke"/>'),
    ],
)
def test_constructs_that_are_drawn_differently(construct: str, drawing: str):
    finding = the_only(found(drawing))
    assert (finding.level, finding.element) == ("warning", "p")
    assert finding.message.values["construct"] == construct
    assert (finding.box.x, finding.box.width) == (9, 90)


def test_words_alone_are_no_construct():
    assert found('<path id="filter" d="M9 9h90v90z" style="mix-blend-mode:normal"/>') == ()


@pytest.mark.parametrize("letters", ["\u06dd", "iVBORw0KGgo", "%", "AAAA"])
def test_a_picture_that_is_none_is_told_as_when_the_piece_is_made(letters: str):
    with pytest.raises(BadInput, match="none that can be read"):
        found(f'<image width="1080" height="1080" href="data:image/jpeg;base64,{letters}"/>')
