from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.typography.fonts.catalogue import read
from engine.typography.fonts.face import Face
from engine.typography.fonts.library import FontLibrary

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    return FontLibrary.load(FONTS)


def test_every_file_is_the_one_its_package_had() -> None:
    for name, family in read(FONTS).families.items():
        assert family.package and family.version, name
        for entry in family.faces:
            assert hashlib.sha256((FONTS / entry.file).read_bytes()).hexdigest() == entry.sha256, entry.file


def test_every_family_has_its_licence_beside_it() -> None:
    for family in read(FONTS).families.values():
        licence = (FONTS / family.licence).read_text(encoding="utf-8")
        assert licence.startswith("Copyright") and "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert all((FONTS / family.licence).parent == (FONTS / entry.file).parent for entry in family.faces)


def test_nothing_else_lies_in_the_folder() -> None:
    listed = {FONTS / entry.file for family in read(FONTS).families.values() for entry in family.faces}
    assert listed == set(FONTS.rglob("*.ttf"))
    assert sum(file.stat().st_size for file in listed) < 6_000_000


HEAVIER = {"Lalezar": 900}  # one weight, called Regular in its file, drawn as heavy as others' black


def test_weights_in_the_catalogue_are_the_files_own(library: FontLibrary) -> None:
    for faces in library.families.values():
        for face in faces:
            assert face.weight == HEAVIER.get(face.family, Face(face.path).weight)
            assert face.family in Face(face.path).names


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(100, 400), (400, 400), (450, 500), (500, 500), (550, 700), (600, 700), (800, 900), (950, 900)],
)
def test_nearest_weight_as_css_has_it(library: FontLibrary, wanted: int, found: int) -> None:
    assert library.match(["Vazirmatn"], wanted).weight == found


def test_family_names_ignore_case_and_come_in_order(library: FontLibrary) -> None:
    assert library.match(["Nowhere", "LALEZAR", "Amiri"]).family == "Lalezar"


def test_generic_unknown_and_missing_names(library: FontLibrary) -> None:
    assert library.match(["sans-serif"]).family == "Vazirmatn"
    assert library.match(["Nowhere"]).family == "Markazi Text"
    assert library.match([]).family == "Vazirmatn"


def test_fallback_has_the_character_in_a_like_weight(library: FontLibrary) -> None:
    lalezar = library.match(["Lalezar"])
    assert not lalezar.has("﷽")
    found = library.fallback("﷽", library.match(["Vazirmatn"], 700))
    assert found and found.has("﷽") and found.weight == 700
    assert library.fallback("\U0001f600", lalezar) is None


def test_a_folder_without_a_catalogue(tmp_path: Path) -> None:
    for name in ("amiri/Amiri_400Regular.ttf", "amiri/Amiri_700Bold.ttf", "vazirmatn/Vazirmatn-Black.ttf"):
        (tmp_path / Path(name).name).write_bytes((FONTS / name).read_bytes())
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    library = FontLibrary.load(tmp_path)
    assert library.match(["Amiri"], 700).path.name == "Amiri_700Bold.ttf"
    assert library.match(["Vazirmatn"], 400).weight == 900
    assert library.match(["Vazirmatn Black"]).weight == 900
    assert library.medium == 12


def test_a_catalogue_may_only_choose(tmp_path: Path) -> None:
    (tmp_path / "Amiri.ttf").write_bytes((FONTS / "amiri/Amiri_400Regular.ttf").read_bytes())
    (tmp_path / "fonts.yaml").write_text("default: Amiri\nmedium: 16\ngeneric: {monospace: Amiri}\n")
    library = FontLibrary.load(tmp_path)
    assert (library.match([]).family, library.medium) == ("Amiri", 16)
    assert library.match(["monospace"]).family == "Amiri"


@pytest.mark.parametrize(
    "family",
    [
        "Amiri.ttf",
        "[Amiri.ttf]",
        "{faces: [Amiri.ttf]}",
        "{files: [{file: Amiri.ttf, weight: 700}]}",
        "{700: Amiri.ttf}",
    ],
)
def test_short_ways_to_write_a_family(tmp_path: Path, family: str) -> None:
    (tmp_path / "Amiri.ttf").write_bytes((FONTS / "amiri/Amiri_400Regular.ttf").read_bytes())
    (tmp_path / "fonts.yaml").write_text(f"families: {{Own: {family}}}")
    assert FontLibrary.load(tmp_path).match(["own"]).weight == (700 if "700" in family else 400)


@pytest.mark.parametrize(
    ("catalogue", "message"),
    [
        ("families: {A: {faces: [{file: nowhere.ttf}]}}", "“nowhere.ttf” is missing"),
        ("families: {A: {faces: [{file: a.ttf, weight: 2000}]}}", "weight"),
        ("familys: {}", "not known here"),
    ],
)
def test_mistakes_in_a_catalogue_are_told(tmp_path: Path, catalogue: str, message: str) -> None:
    (tmp_path / "fonts.yaml").write_text(catalogue)
    with pytest.raises(BadInput, match=message):
        FontLibrary.load(tmp_path)


def test_a_folder_without_fonts_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no font is here"):
        FontLibrary.load(tmp_path)
