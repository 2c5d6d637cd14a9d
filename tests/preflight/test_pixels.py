"""How letters are seen: each drawing has one fault, or none."""

import pytest

from tests.preflight.specimens import SQUARE, TV, found, text, the_only


@pytest.mark.parametrize(("ink", "size"), [("#767676", 30), ("#949494", 60), ("#d00", 30)])
def test_enough_contrast(ink: str, size: float):
    assert found(text("شهر ما خانهٔ ما", fill=ink, font_size=size)) == ()


@pytest.mark.parametrize(("ink", "size", "ratio"), [("#7a7a7a", 30, "4.3"), ("#999", 60, "2.8"), ("#ff0", 60, "1.1")])
def test_too_little_contrast(ink: str, size: float, ratio: str):
    finding = the_only(found(text("شهر ما خانهٔ ما", fill=ink, font_size=size)))
    assert finding.is_error
    assert "does not stand out" in str(finding.message)
    assert finding.message.values["contrast"] == ratio
    assert finding.message.values["share"] == "100%"


def test_what_is_large_is_so_on_a_picture_of_1080_px():
    uhd = TV.model_copy(update={"width": 3840, "height": 2160})
    assert found(text(fill="#949494", font_size=50), uhd) == ()
    assert found(text(fill="#949494", font_size=46), uhd) != ()


def test_a_part_that_runs_over_something_dark():
    dark = '<rect x="540" y="0" width="540" height="1080" fill="#222"/>'
    finding = the_only(found(dark + text("شهر ما خانهٔ ما", fill="#111", font_size=80)))
    assert 30 < int(finding.message.values["share"].rstrip("%")) < 70


def test_a_dot_that_runs_over_something_dark_is_no_fault():
    dark = '<rect x="750" y="0" width="540" height="1080" fill="#222"/>'
    assert found(dark + text("شهر ما خانهٔ ما", fill="#111", font_size=80)) == ()


def test_opacity_counts():
    assert "does not stand out" in str(the_only(found(text(fill="black", opacity=0.4))).message)
    assert "does not stand out" in str(the_only(found(f'<g opacity=".4">{text(fill="black")}</g>')).message)


def test_a_gradient_is_judged_where_it_is_pale():
    stops = '<stop offset="0" stop-color="black"/><stop offset="1" stop-color="white"/>'
    box = 'gradientUnits="userSpaceOnUse" x1="300" x2="780"'
    gradient = f'<defs><linearGradient id="g" {box}>{stops}</linearGradient></defs>'
    finding = the_only(found(gradient + text("شهر ما خانهٔ ما", fill="url(#g)", font_size=100)))
    assert 20 < int(finding.message.values["share"].rstrip("%")) < 60


def hero(under: str, fill: str) -> str:
    title = text("یلدا", x=0, y=0, font_size=240, font_weight=700)
    return f'<defs>{title}</defs>{under}<use href="#it" x="540" y="600" fill="{fill}"/>'


CONTOUR = '<use href="#it" x="540" y="600" fill="#222" stroke="#222" stroke-width="24" stroke-linejoin="round"/>'
RELIEF = '<use href="#it" x="540" y="604" fill="#c9a94a"/>'


def test_a_contour_makes_letters_of_the_ground_readable():
    assert found(hero(CONTOUR, "white")) == ()
    assert "does not stand out" in str(the_only(found(hero("", "white"))).message)


def test_a_relief_of_nearly_the_same_colour_is_no_fault():
    assert found(hero(RELIEF, "#e8cf80"), ground="#102030") == ()


@pytest.mark.parametrize(("ink", "shadow"), [("white", "#222"), ("#222", "white")])
def test_a_shadow_to_one_side_is_not_enough(ink: str, shadow: str):
    finding = the_only(found(hero(f'<use href="#it" x="537" y="606" fill="{shadow}"/>', ink), ground=ink))
    assert 15 < int(finding.message.values["share"].rstrip("%")) < 70


def test_covered_by_what_is_drawn_later():
    finding = the_only(found(text("شهر ما خانهٔ ما", font_size=80) + '<circle cx="540" cy="520" r="60" fill="#dde"/>'))
    assert finding.is_error
    assert "hidden" in str(finding.message)
    assert 10 < int(finding.message.values["share"].rstrip("%")) < 40


def test_a_veil_of_light_does_not_cover():
    assert found(text(font_size=80) + '<circle cx="540" cy="520" r="200" fill="white" opacity=".1"/>') == ()


def test_what_is_drawn_between_two_texts_lies_under_the_second():
    first = text("شهر ما", y=300, id="first")
    assert found(first + '<rect y="400" width="1080" height="300" fill="#123"/>' + text(fill="white")) == ()
    covering = '<rect y="200" width="1080" height="300" fill="#fed"/>'
    assert [each.element for each in found(first + covering + text())] == ["first"]


def test_covered_in_the_third_layer():
    frame = '<path d="M100 200h880v300h-880zM110 210v280h860v-280z" fill="#fed"/>'
    covering = '<rect y="600" width="1080" height="200" fill="#fed"/>'
    assert [each.element for each in found(text(y=350, id="a") + frame + text(y=700, id="b") + covering)] == ["b"]


def test_many_texts_on_grounds_of_their_own():
    cells = "".join(
        f'<g transform="translate({x} {y})"><path d="M0 0h150v150h-150z" fill="{ground}"/>'
        f"{text('۱۲', x=75, y=90, fill=ink, id=f'day-{x}-{y}')}</g>"
        for x in range(120, 900, 160)
        for y in range(120, 900, 160)
        for ground, ink in ([("#123", "white")] if (x, y) != (280, 440) else [("#123", "#456")])
    )
    assert [each.element for each in found(cells)] == ["day-280-440"]


def test_each_place_where_a_text_is_used_is_judged():
    dark = '<rect y="540" width="1080" height="540" fill="#222"/>'
    uses = '<use href="#it" y="-200"/><use href="#it" y="200"/>'
    finding = the_only(found(f"<defs>{text(fill='#111')}</defs>{dark}{uses}"))
    assert finding.element == "it"
    assert finding.box.y > 640


def test_the_same_on_every_run():
    body = text("شهر ما خانهٔ ما", fill="#888", font_size=36)
    assert found(body, SQUARE) == found(body, SQUARE)
