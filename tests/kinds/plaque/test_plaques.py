"""Plaques as an office makes them, on our own templates."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from engine.calendar.dates import date_of
from engine.cli import main
from engine.errors import BadInput
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plaques import Ceremony, Plaques
from engine.production.artwork import artwork_of
from engine.scene.model import Group, around
from engine.scene.parts import found, parts
from engine.svg import Box, parse
from engine.workspace import Workspace
from tests.production.conftest import inline

ROOT = Path(__file__).parents[3]
TEMPLATES = ("plaque-tazhib", "plaque-modern", "plaque-solemn", "plaque-warm")
FORMATS = ("a4", "a4-landscape", "a5", "a5-landscape")
SHORT = Person("علی", "جناب آقای")
LONG = Person(
    "سیدمحمدحسین موسوی‌نژاد طباطبایی و سیده فاطمه‌زهرا موسوی‌نژاد", "جناب آقای دکتر", "مدیرکل محترم آموزش و پرورش شهرستان"
)
DATE = date_of("1405/09/15")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with the plaques' templates, three who sign, a stamp and a logo."""
    root = tmp_path_factory.mktemp("office")
    for name in ("occasions_calendar.yaml", "formats.yaml", "brand.yaml", "plaques.yaml"):
        shutil.copy(ROOT / name, root)
    for folder in ("fonts", "templates_svg/_symbols", *(f"templates_svg/{each}" for each in TEMPLATES)):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "templates_svg" / "palettes.yaml", root / "templates_svg")
    for name in ("sign", "stamp", "logo"):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path id="{name}" d="M1 1h7v7z"/>'
        drawing += '<text x="2" y="8" font-size=".8" lang="fa" fill="#234">شهرداری خمین</text></svg>'
        (root / f"{name}.svg").write_text(drawing, encoding="utf-8")
    signers = "".join(
        f"\n  - {{name: علی رضایی, title: سمت {n}, picture: sign.svg, stamp: stamp.svg}}" for n in (1, 2, 3)
    )
    replace(root / "plaques.yaml", "signatures:\n  - name: شهردار خمین", f"signatures:{signers}")
    replace(root / "brand.yaml", "logo: null", "logo: logo.svg")
    return Workspace(root)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def ink(workspace: Workspace, template: str, format: str, person: Person) -> dict[str, Box]:
    """The box of the ink of each text of a plaque, by its id."""
    brief = Plaques(workspace, Ceremony(DATE, template=template)).brief(person, "x")
    (size,) = workspace.formats.select([format])
    _, artwork = artwork_of(workspace, brief, template, size)
    assert b"<text" not in artwork.svg
    return {
        text.node.origin.id: box
        for text in found(artwork.scene.root, lambda node: isinstance(node, Group) and node.text is not None)
        if (box := around(box for part in parts(Group((text.node,)), lambda node: False) if (box := part.extent)))
    }


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("format", FORMATS[:2])
def test_short_and_long_names_are_equally_composed(office: Workspace, template: str, format: str) -> None:
    short, long = (ink(office, template, format, person) for person in (SHORT, LONG))
    order = ("opening", "honorific", "name", "body", "date")
    for boxes in (short, long):
        stacked = [boxes[id] for id in order if not (id == "opening" and template == "plaque-modern")]
        assert all(upper.bottom < lower.y for upper, lower in pairwise(stacked))
        assert all(boxes["name"].height > boxes[id].height * 0.95 for id in ("honorific", "date"))
    assert long["name"].bottom < long["position"].y
    assert short["name"].center == pytest.approx(long["name"].center, abs=0.02 * 2970)
    assert long["name"].width < 2.2 * short["body"].width / 2
    assert 0.45 < short["name"].height / long["name"].height < 2.2


@pytest.mark.parametrize("template", TEMPLATES)
def test_artboards_serve_a4_and_a5_alike(office: Workspace, template: str) -> None:
    large, small = (ink(office, template, format, LONG) for format in ("a4", "a5"))
    assert large.keys() == small.keys()
    assert all(large[id].y == pytest.approx(small[id].y, abs=8) for id in large)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_long_title_of_one_of_three_who_sign_can_be_read(office: Workspace, template: str) -> None:
    brief = Plaques(office, Ceremony(DATE, template=template)).brief(SHORT, "x")
    deputy = brief.signatures[1].model_copy(update={"title": "معاون فرهنگی و اجتماعی شهرداری"})
    signed = brief.model_copy(update={"signatures": (brief.signatures[0], deputy, brief.signatures[2])})
    _, artwork = artwork_of(office, signed, template, office.formats.by_id["a5"])
    sizes = {text.id: text.font_size for text in artwork.texts}
    assert sizes["office-2"] > 0.56 * sizes["body"]


def test_signatures_stamps_and_logo_become_part_of_the_drawing(office: Workspace) -> None:
    brief = Plaques(office, Ceremony(DATE)).brief(Person("علی", number="۱۴۰۵/۷"), "x")
    (size,) = office.formats.select(["a4"])
    _, artwork = artwork_of(office, brief, "plaque-tazhib", size)
    ids = [str(each) for each in parse(artwork.svg, "x").getroot().xpath("//@id")]
    assert [sum(id.endswith(f"-{name}") for id in ids) for name in ("sign", "stamp", "logo")] == [3, 3, 1]
    assert len(set(ids)) == len(ids)
    assert "code" in ids
    assert b"<image" not in artwork.svg
    assert "شهرداری خمین" not in {
        text.words for text in artwork.texts
    }  # a stamp's words may be small, or signed across


def test_a_missing_signature_is_told(office: Workspace, tmp_path: Path) -> None:
    shutil.copytree(office.root, tmp_path / "copy", ignore=shutil.ignore_patterns("sign.svg"))
    with pytest.raises(BadInput, match=r"plaques.yaml: the picture “sign.svg” of a signature can't be read"):
        Plaques(Workspace(tmp_path / "copy"), Ceremony(DATE)).brief(SHORT, "x")


@pytest.mark.parametrize(("content", "said"), [(b"no picture", "no picture that can be read"), (None, "cut short")])
def test_a_broken_stamp_is_told_by_its_file_and_by_what_names_it(
    office: Workspace, tmp_path: Path, content: bytes | None, said: str
) -> None:
    root = shutil.copytree(office.root, tmp_path / "copy")
    replace(root / "plaques.yaml", "picture: sign.svg, stamp: stamp.svg}\n", "stamp: stamp.png}\n")
    Image.effect_noise((90, 90), 50).save(root / "stamp.png")
    (root / "stamp.png").write_bytes(content or (root / "stamp.png").read_bytes()[:2000])
    with pytest.raises(BadInput, match=rf"plaques.yaml: .*stamp\.png: .*{said}") as told:
        Plaques(Workspace(root), Ceremony(DATE)).brief(SHORT, "x")
    assert "object at" not in str(told.value)


def test_the_brief_takes_the_persons_own_words_first(office: Workspace) -> None:
    plaques = Plaques(office, Ceremony(DATE, cause="sport", reason="یاری", body="{name}: {reason} در {city}"))
    own = plaques.brief(Person("علی", reason="قهرمانی در ۲ رشته", body="{reason}"), "x")
    common = plaques.brief(SHORT, "x")
    assert (own.body, common.body) == ("قهرمانی در ۲ رشته", "علی: یاری در خمین")
    assert (common.heading, common.date, common.date_in_figures) == (
        "لوح افتخار",
        "پانزدهم آذرماه یک‌هزار و چهارصد و پنج",
        "۱۴۰۵/۰۹/۱۵",
    )


@pytest.mark.parametrize("text", ["1405/09/15", "۱۴۰۵/۹/۱۵", " 1405-9-15 "])
def test_dates_as_people_write_them(text: str) -> None:
    assert date_of(text) == DATE


@pytest.mark.parametrize(
    ("text", "told"),
    [("15 آذر", "“15 آذر” is not a date"), ("1405/12/30", "there is no day 1405/12/30"), ("2026/01/01", "no calendar")],
)
def test_dates_that_are_none(text: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        date_of(text)


# --- the command


@pytest.fixture
def naqsh(office: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(office.root)
    monkeypatch.setattr("engine.commands.making.processes", lambda count: inline()())

    def run(*arguments: str | Path) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(each) for each in arguments])
        return ended.value.code, capsys.readouterr().err

    return run


def test_one_plaque_is_a_vector_pdf_and_always_the_same(naqsh, tmp_path: Path) -> None:
    words = ("--to", "جناب آقای دکتر رضا محمدی", "--for", "یاری", "--number", "1405/7", "--date", "1405/09/15")
    for name in ("a.pdf", "b.pdf"):
        assert naqsh("plaque", *words, "--format", "a5-landscape", "-o", tmp_path / name) == (0, "")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    with pikepdf.open(tmp_path / "a.pdf") as document:
        (page,) = document.pages
        sides = [float(side) * 25.4 / 72 for side in page.trimbox]
        assert (sides[2] - sides[0], sides[3] - sides[1]) == pytest.approx((210, 148), abs=0.01)
        assert float(page.mediabox[2]) * 25.4 / 72 == pytest.approx(216, abs=0.01)
        assert not any(
            each.get("/Subtype") == "/Image" for each in document.objects if isinstance(each, pikepdf.Stream)
        )
        assert "/Font" not in page.resources


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "whom to thank is not said; give either --to or --recipients."),
        (("--to", "علی", "--cause", "x"), "there is no cause “x”; use one of cooperation (همکاری), "),
        (("--to", "علی", "--template", "arch"), "there is no template “arch” for plaques; use one of plaque-modern, "),
        (("--to", "علی", "--date", "دیروز"), "“دیروز” is not a date; write it as 1405/09/15."),
        (("--to", "علی", "-o", "x.doc"), "“.doc” is not a kind of file that can be written; use .pdf, "),
        (("--to", "علی", "--body", "none.txt"), "the file can't be read"),
        (("--to", "علی", "-o", "x"), "x: the file's name has no ending; use .pdf, "),
        (("--to", "علی", "--recipients", "x.csv"), "--to and --recipients are both given"),
        (
            ("--recipients", "x.csv", "--number", "7"),
            "--number: “7” can't be said of everybody; write it into a column",
        ),
        (("--to", "ع" * 200), "--to: 200 characters are too many; shorten it to 100."),
        (("--to", "علی", "--for", "ع" * 400), "--for: 400 characters are too many; shorten it to 300."),
        (("--to", "علی", "--number", "1" * 40), "--number: 40 characters are too many; shorten it to 30."),
    ],
)
def test_bad_input_is_a_sentence(naqsh, arguments: tuple[str, ...], told: str) -> None:
    status, said = naqsh("plaque", *arguments)
    assert status == 2
    assert told in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("سلام {اسم}", "the text has no word for {اسم}"),
        ("سلام {name", "the text has a lone “{”"),
        (" \n", "the file is empty"),
        ("ع" * 1600, "1600 characters are too many; shorten it to 1500."),
    ],
)
def test_a_bad_body_names_its_file(naqsh, tmp_path: Path, text: str, told: str) -> None:
    body = tmp_path / "body.txt"
    body.write_text(text, encoding="utf-8")
    status, said = naqsh("plaque", "--to", "علی", "--body", body)
    assert status == 2
    assert f"{body}: {told}" in said


def test_what_is_wrong_with_the_whole_ceremony_is_told_once(naqsh, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("نام\nعلی\nرضا\n", encoding="utf-8")
    status, said = naqsh("plaque", "--recipients", people, "--template", "arch", "-o", tmp_path / "out")
    assert (status, said.count("there is no template")) == (2, 1)


def test_a_ceremony_is_finished_but_for_its_bad_rows(naqsh, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("نام,شماره,مناسبت\nعلی,1,\n,2,\nرضا,3,هیچ\nزهرا,4,sport\nزهرا,5,ورزش\n", encoding="utf-8")
    status, said = naqsh(
        "plaque", "--recipients", people, "--date", "1405/9/15", "--format", "a5", "-o", tmp_path / "out"
    )
    assert status == 2, said
    assert f"{people}: row 3, column “نام”: there is no name" in said
    assert f"{people}: row 4, column “مناسبت”: there is no cause “هیچ”" in said
    made = sorted(path.name for path in (tmp_path / "out" / "a5").iterdir())
    assert made == [f"1405-09-15_{each}.pdf" for each in ("1-علی", "4-زهرا", "5-زهرا")]


def test_letters_of_other_days_stay_and_of_this_day_only_those_of_the_list(naqsh, tmp_path: Path) -> None:
    people, out = tmp_path / "people.csv", tmp_path / "out"

    def held(names: str, date: str) -> list[str]:
        people.write_text(f"نام\n{names}\n", encoding="utf-8")
        assert naqsh("plaque", "--recipients", people, "--date", date, "--format", "a5", "-o", out)[0] == 0
        return sorted(path.stem for path in (out / "a5").iterdir())

    assert held("علی\nرضا", "1405/9/15") == ["1405-09-15_رضا", "1405-09-15_علی"]
    assert held("مریم", "1405/9/16") == ["1405-09-15_رضا", "1405-09-15_علی", "1405-09-16_مریم"]
    assert held("علی", "1405/9/15") == ["1405-09-15_علی", "1405-09-16_مریم"]


def test_a_letter_without_a_file_is_named_by_day_and_name_and_passes_the_check(naqsh, office: Workspace) -> None:
    assert naqsh("plaque", "--to", "سرکار خانم مریم", "--date", "1405/9/15", "--format", "a5")[0] == 0
    letter = office.root / "1405-09-15_مریم.pdf"
    try:
        status, said = naqsh("check", letter)
    finally:
        letter.unlink()
    assert status == 0, said


def test_what_is_wrong_with_people_is_told_row_after_row(naqsh, tmp_path: Path) -> None:
    """Though an unknown cause is found out after all names were read."""
    (tmp_path / "people.csv").write_text("نام,مناسبت\nعلی,گل\n,ورزش\nرضا,درخت\n,باغ\n", encoding="utf-8")
    status, said = naqsh("plaque", "--recipients", tmp_path / "people.csv", "-o", tmp_path / "out")
    assert (status, re.findall(r"people\.csv: row (\d)", said)) == (2, ["2", "3", "4", "5"])


def test_emoji_that_no_font_has_cost_no_letter(naqsh, tmp_path: Path) -> None:
    people, out = tmp_path / "people.csv", tmp_path / "out"
    people.write_text("نام,بابت,متن\nعلی,یاری 🌳,\nرضا,,漢\nمریم,,سپاس 👍🏽 فراوان\n", encoding="utf-8")
    words = ("--for", "کوشش 🎉", "--date", "1405/9/15", "--format", "a5")
    status, said = naqsh("plaque", "--recipients", people, *words, "-o", out)
    assert (status, len(list((out / "a5").iterdir()))) == (2, 2)
    assert "--for: 🎉 is left out, as no font has it; take it out, or add a font." in said
    assert f"{people}: row 2, column “بابت”: 🌳 is left out" in said
    assert f"{people}: row 3, column “متن”: no font has “漢” (U+6F22)" in said
    assert f"{people}: row 4, column “متن”: 👍🏽 is left out" in said
    status, said = naqsh("plaque", "--to", "مریم 🌳", *words, "-o", tmp_path / "a.pdf")
    assert (status, re.findall(r"(--\w+): . is left out", said)) == (0, ["--for", "--to"])
