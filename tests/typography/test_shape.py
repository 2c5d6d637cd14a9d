"""Persian strings in every face: the glyphs and advances are HarfBuzz's own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from engine.typography.fonts.face import Face
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.chars import Span
from engine.typography.runs.clusters import MissingGlyphs, clusters
from engine.typography.runs.itemise import levels
from engine.typography.runs.shape import shape
from engine.typography.styles.style import FontStyle, Style
from tests.peers import needs

FONTS = Path(__file__).parents[2] / "fonts"
STRINGS = [
    "خمین، شهر امام",
    "می‌روم خانه‌های ما",
    "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ",
    "پژمان گچ‌پز",
    "لا الله الا الله",
    "کشـــیده",
    "خیابان ــ کوچه",
    "هٔ ئ أ آ",
]
FAMILIES = ["Vazirmatn", "Noto Nastaliq Urdu", "Lalezar", "Amiri", "Aref Ruqaa", "Markazi Text"]


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    return FontLibrary.load(FONTS)


def line(text: str, library: FontLibrary, **font: object) -> list[tuple[str, int, float]]:
    """File, glyph and advance (font units) of each glyph of a right-to-left line, from the left."""
    style = Style(font=FontStyle(**font), direction="rtl")  # type: ignore[arg-type]
    spans = [Span(0, len(text), style)]
    found = clusters(text, spans, levels(text, spans, style), library)
    return [(c.face.path.name, glyph.id, glyph.x_advance) for c in found for glyph in c.glyphs]


def hb_shape(texts: list[str], face: Face) -> list[list[tuple[int, int]]]:
    """hb-shape's glyphs and advances of each text."""
    command = ["hb-shape", "--output-format=json", "--direction=rtl", "--script=Arab", "--language=fa"]
    command += ["--no-glyph-names", f"--font-file={face.path}", "--text-file=-"]
    found = subprocess.run(command, check=True, capture_output=True, text=True, input="\n".join(texts)).stdout
    return [[(glyph["g"], glyph["ax"]) for glyph in json.loads(line)] for line in found.splitlines()]


@needs("hb-shape")
@pytest.mark.parametrize("family", FAMILIES)
def test_glyphs_and_advances_are_those_of_hb_shape(family: str, library: FontLibrary) -> None:
    face = library.match([family])
    texts = [text for text in STRINGS if all(face.has(letter) for letter in text.replace("\u200c", ""))]
    ours = [line(text, library, families=(family,), language="fa") for text in texts]
    assert len(texts) >= 5
    assert [[glyph[1:] for glyph in glyphs] for glyphs in ours] == hb_shape(texts, face)


@pytest.mark.parametrize("family", ["Lalezar", "Markazi Text", "Aref Ruqaa"])
def test_faces_without_a_half_space_keep_their_letters(family: str, library: FontLibrary) -> None:
    face = library.match([family])
    assert not face.has("\u200c")
    with_space = line("می\u200cروم", library, families=(family,))
    assert {file for file, _, _ in with_space} == {face.path.name}
    parted = line("می", library, families=(family,))
    joined = line("میروم", library, families=(family,))
    seen = [glyph for glyph in with_space if glyph[2]]
    assert seen[-len(parted) :] == parted
    assert seen != joined


@pytest.mark.parametrize("control", ["\u200d", "\u200e", "\u2067", "\u2069", "\ufe0f", "\u061c", "\u00ad"])
def test_controls_take_no_room_and_no_other_face(control: str, library: FontLibrary) -> None:
    plain, marked = (line(text, library, families=("Lalezar",)) for text in ("سا", f"سا{control}"))
    assert {file for file, _, _ in marked} == {file for file, _, _ in plain}
    assert sum(advance for *_, advance in marked) == sum(advance for *_, advance in plain)


def test_fallback_goes_by_cluster(library: FontLibrary) -> None:
    files = [file for file, _, _ in line("سلام ﷽ سلام", library, families=("Lalezar",))]
    assert files.count("Lalezar_400Regular.ttf") == len(files) - 1


def test_a_missing_character_is_named(library: FontLibrary) -> None:
    with pytest.raises(MissingGlyphs) as error:
        line("یک 😀 دو 漢 سه 😀", library)
    assert error.value.characters == ("😀", "漢")


def test_context_shapes_the_edges_of_a_run(library: FontLibrary) -> None:
    face = library.match(["Vazirmatn"])
    alone = shape("ه", face, direction="rtl", script="Arab")
    inside = shape("بهب", face, direction="rtl", script="Arab", start=1, end=2)
    assert alone[0].id != inside[0].id
    assert inside[0].cluster == 0


def test_letters_join_across_a_change_of_weight(library: FontLibrary) -> None:
    heavy, light = (Style(font=FontStyle(families=("Vazirmatn",), weight=w), direction="rtl") for w in (900, 400))
    text = "سلام"
    spans = [Span(0, 2, heavy), Span(2, 4, light)]
    found = clusters(text, spans, levels(text, spans, light), library)
    lam = next(cluster for cluster in found if cluster.character == "ل")
    isolated = line("ل", library, families=("Vazirmatn",), weight=900)[0][1]
    assert lam.glyphs[0].id != isolated
