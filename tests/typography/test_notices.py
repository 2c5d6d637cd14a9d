from __future__ import annotations

from pathlib import Path

import pytest

from engine.typography import FontLibrary, outline

FONTS = Path(__file__).parents[2] / "fonts"


def warnings(text: str, fonts: Path = FONTS) -> tuple[str, ...]:
    """What is told of a text, which stands on the second line."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">\n{text}</svg>'
    return tuple(str(each) for each in outline(svg.encode(), FontLibrary.load(fonts), source="f.svg").warnings)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ('<text font-family="B Titr, Tahoma">a</text>', "there is no font “B Titr”, “Tahoma”: Markazi Text stands in"),
        ('<text font-family="Amiri" font-style="italic">a</text>', "Amiri has no italic: it is drawn upright"),
        ('<text font-family="Amiri" font-variant="small-caps">a</text>', "Amiri has no small capitals"),
    ],
)
def test_what_is_not_as_asked_is_told(text: str, warning: str) -> None:
    (found,) = warnings(text * 2)
    assert found.startswith(f"f.svg:2: {warning}")


@pytest.mark.parametrize(
    "text",
    [
        '<text font-family="Nowhere, Lalezar">a</text>',
        '<text font-family="sans-serif" font-weight="600">a</text>',
        '<text font-family="Aref Ruqaa">a</text>',
        '<text font-family="Nowhere"> <tspan font-family="Lalezar">a</tspan></text>',
        '<text font-family="Nowhere" display="none">a</text>',
        "<text>a</text>",
    ],
)
def test_css_s_own_choices_are_not_worth_a_word(text: str) -> None:
    assert warnings(text) == ()


def test_no_face_is_emboldened(tmp_path: Path) -> None:
    (tmp_path / "Amiri.ttf").write_bytes((FONTS / "amiri/Amiri_400Regular.ttf").read_bytes())
    (found,) = warnings('<text font-family="Amiri" font-weight="bold">a</text>', tmp_path)
    assert found == "f.svg:2: Amiri has no weight 700: it is drawn in 400."
