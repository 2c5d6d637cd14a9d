"""Where letters stand and how large they are: each drawing has one fault, or none."""

import pytest

from engine.formats import Format
from tests.preflight.specimens import SHEET, SQUARE, TV, found, text, the_only

SOUND = """
<defs>
  <rect id="title-box" x="140" y="140" width="800" height="300"/>
  <rect id="message-box" x="240" y="560" width="600" height="160"/>
  <text id="title" lang="fa" font-weight="700" data-fit="grow"
    style="shape-inside:url(#title-box);font-size:200px;text-align:center">شب یلدا</text>
</defs>
<use href="#title" stroke="#e8d8b0" stroke-width="16" fill="#e8d8b0" transform="translate(0 6)"/>
<use href="#title" fill="#7a1020"/>
<text id="message" lang="fa" fill="#333"
  style="shape-inside:url(#message-box);font-size:34px;text-align:center">بلندترین شب سال بر شما خوش باد.</text>
"""


@pytest.mark.parametrize("format", [SQUARE, SHEET])
def test_a_sound_piece(format: Format):
    assert found(SOUND, format) == ()


def test_too_near_to_the_edge_of_a_picture_is_a_warning():
    finding = the_only(found(text(x=25, text_anchor="start", direction="ltr")))
    assert finding.level == "warning"
    assert finding.element == "it"
    assert "outside the safe area" in str(finding.message)
    assert 25 < finding.box.x < 30
    assert 480 < finding.box.y < finding.box.bottom < 580


@pytest.mark.parametrize(("format", "baseline"), [(TV, 1026), (SHEET, 1061)])
def test_where_it_may_be_taken_away_it_is_an_error(format: Format, baseline: float):
    finding = the_only(found(text("نام", y=baseline), format))
    assert finding.is_error
    assert "outside the safe area" in str(finding.message)


def test_distances_are_told_as_they_are_measured():
    (finding,) = found(text("نامه", x=25, text_anchor="start", direction="ltr"), SHEET)
    assert finding.level == "warning"
    assert finding.message.values["distance"] == "2.2 mm"


def test_over_the_edge_it_is_cut():
    finding = the_only(found(text(x=1075)))
    assert finding.is_error
    assert "cut off at the edge" in str(finding.message)


BOX = '<defs><rect id="box" x="300" y="300" width="300" height="60"/></defs>'


def test_out_of_its_box():
    style = "shape-inside:url(#box);font-size:60px"
    finding = the_only(found(BOX + text("روز شهرداری‌ها و دهیاری‌ها", x=0, y=0, data_fit="none", style=style)))
    assert finding.is_error
    assert "out of its box" in str(finding.message)


def test_the_box_of_a_used_text_moves_with_it():
    used = text("یلدا", x=0, y=0, style="shape-inside:url(#box);font-size:40px")
    assert found(f'<defs>{BOX}{used}</defs><use href="#it" x="100" y="200" transform="scale(1.2)"/>') == ()


def test_punctuation_hangs_out_of_its_box():
    style = "shape-inside:url(#box);font-size:40px"
    assert found(BOX + text("«خانه‌های کهن شهر»", x=0, y=0, lang="fa", data_fit="grow", style=style)) == ()


@pytest.mark.parametrize(("format", "size"), [(SQUARE, 21), (TV, 21), (SHEET, 9.9)])
def test_too_small_from_where_it_is_seen(format: Format, size: float):
    finding = the_only(found(text("خیابان امام", font_size=size), format))
    assert finding.is_error
    assert "too small" in str(finding.message)


@pytest.mark.parametrize(("format", "size"), [(SQUARE, 22), (TV, 22), (SHEET, 10.1)])
def test_just_large_enough(format: Format, size: float):
    assert found(text("خیابان امام", font_size=size), format) == ()


def test_a_sheet_that_is_seen_from_farther_needs_larger_letters():
    far = SHEET.model_copy(update={"viewing_distance": 3.0})
    assert [each.element for each in found(text(font_size=90), far)] == ["it"]
    assert found(text(font_size=102), far) == ()


def test_the_size_is_that_of_the_place_where_a_text_stands():
    assert found(f'<g transform="scale(2)">{text("خیابان امام", x=270, y=270, font_size=12)}</g>') == ()
    finding = the_only(found(f'<g transform="scale(2)">{text("خیابان امام", x=270, y=270, font_size=10)}</g>'))
    assert finding.message.values["size"] == "20.0 px"


def test_the_size_of_a_used_text_is_that_of_the_use():
    small = f"<defs>{text('خیابان امام', x=0, y=0, font_size=15)}</defs>"
    assert found(f'{small}<use href="#it" transform="translate(500 500) scale(2)"/>') == ()
    assert "too small" in str(the_only(found(f'{small}<use href="#it" x="500" y="500"/>')).message)


def test_texts_that_touch():
    finding = the_only(found(text("خمین", font_size=120) + text("۱۴۰۵", y=590, id="year", font_size=120)))
    assert finding.is_error
    assert finding.message.values == {"text": "خمین", "other": "۱۴۰۵"}
    assert finding.box.height < 60


def test_boxes_may_overlap_where_inks_do_not():
    large = text("ل", x=540, y=600, font_size=500, id="large")
    assert found(large + text("۵", x=520, y=520, font_size=60, id="small")) == ()


def test_a_text_does_not_touch_its_own_shadow():
    assert found(text(fill="#bbb", y=544) + text()) == ()


def test_messages_speak_persian():
    finding = the_only(found(text(x=25, text_anchor="start", direction="ltr")))
    assert "محدودهٔ امن" in finding.what("fa")
    assert finding.todo("fa") == "آن را به درون ببرید یا کوچک‌تر کنید."
