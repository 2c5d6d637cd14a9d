"""Set texts are remembered: nothing that a text follows from may be forgotten in what it is remembered by."""

from __future__ import annotations

import pytest

from engine.memory import Memory
from engine.typography import SetText, outline, setting
from tests.typography.blocks import FONTS

TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" lang="fa">
<style>.body {{ fill: #123456 }} .other {{ fill: #654321 }}</style>
<defs><rect id="frame" x="50" y="40" width="500" height="300"/><path id="way" d="M50 50H550"/></defs>
<g font-family="Vazirmatn" direction="rtl">{text}</g></svg>"""
IN_BOX = '<text style="font-size:40px;shape-inside:url(#frame)" data-fit="shrink">شهرداری خمین (ره) و شب یلدا 12</text>'
ON_LINE = '<text style="font-size:40px" x="500" y="90">شهرداری <tspan class="body">خمین</tspan></text>'
ON_PATH = '<text font-size="40"><textPath href="#way">Khomein</textPath></text>'
CHANGES = (
    (IN_BOX, "یلدا", "نوروز"),
    (IN_BOX, "40px", "60px"),
    (IN_BOX, "40px", "40px;font-weight:800"),
    (IN_BOX, "40px", "40px;text-align:center"),
    (IN_BOX, "40px", "40px;direction:ltr"),
    (IN_BOX, "40px", "40px;fill:none;stroke:#f00;stroke-width:2"),
    (IN_BOX, 'data-fit="shrink"', 'data-fit="fill"'),
    (IN_BOX, 'data-fit="shrink"', 'data-fit="shrink" data-honorifics="plain"'),
    (IN_BOX, 'data-fit="shrink"', 'data-fit="shrink" data-valign="bottom"'),
    (IN_BOX, 'data-fit="shrink"', 'data-fit="shrink" font-family="Lalezar"'),
    (IN_BOX, 'data-fit="shrink"', 'data-fit="shrink" lang="ur" font-family="Noto Nastaliq Urdu"'),
    (IN_BOX, 'width="500"', 'width="200"'),
    (IN_BOX, 'height="300"', 'height="60"'),
    (ON_LINE, 'class="body"', 'class="other"'),
    (ON_LINE, 'class="body"', 'class="body" dx="-20"'),
    (ON_LINE, 'class="body"', 'class="body" rotate="10"'),
    (ON_LINE, 'x="500"', 'x="400"'),
    (ON_LINE, 'class="body"', 'class="body" textLength="200"'),
    (ON_LINE, 'class="body"', 'class="body" text-decoration="underline"'),
    (ON_LINE, "#123456", "#123456; letter-spacing: 4px"),
    (ON_PATH, "M50 50H550", "M50 50L550 250"),
)


def drawn(svg: str) -> tuple[bytes, tuple[SetText, ...]]:
    """What is drawn of a drawing, and what it says."""
    artwork = outline(svg.encode(), FONTS)
    return artwork.svg, artwork.texts


@pytest.mark.parametrize(("text", "old", "new"), CHANGES)
def test_a_remembered_text_is_set_as_if_it_were_the_first(
    text: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = TEMPLATE.format(text=text)
    after = before.replace(old, new, 1)
    assert after != before
    monkeypatch.setattr(setting, "_KNOWN", Memory(0, lambda inked: inked.weight))
    alone = drawn(after)
    monkeypatch.setattr(setting, "_KNOWN", Memory(1_000_000, lambda inked: inked.weight))
    drawn(before)
    assert drawn(after) == alone
    assert drawn(after) == alone
