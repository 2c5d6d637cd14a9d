"""`naqsh check` on files, templates and output folders of a small workspace."""

import json
import shutil
from pathlib import Path

import pytest
import pyvips
from click.testing import CliRunner, Result

from engine.cli import naqsh
from engine.errors import BadInput
from engine.workspace import workspace_at

ROOT = Path(__file__).parents[2]
OCCASION = """
  - id: {id}
    rule: {{calendar: jalali, month: {month}, day: 30}}
    holiday: false
    tone: festive
    title: {title}
    lettering: {title}
    motif: [sun]
    message: {message}
    caption: "متن کانال #خمین"
    alt: آفتابی بر زمینه‌ای ساده.
"""
FORMATS = """
default: [post]
formats:
  - {id: post, title: پست, medium: screen, width: 200, height: 200, files: [png]}
  - {id: card, title: کارت, medium: print, width: 60, height: 60, bleed: 3, viewing_distance: 0.3, files: [pdf]}
"""
ARTBOARD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<rect width="100" height="100" fill="white" data-cover="bleed"/>
<text id="title" x="50" y="40" text-anchor="middle" font-family="Vazirmatn" font-size="12"
  data-text="{{ title }}">عنوان</text>
<text id="message" x="50" y="60" text-anchor="middle" font-family="Vazirmatn" font-size="5"
  data-text="{{ message }}">پیام</text>
</svg>"""
POST = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">
<rect width="100" height="100" fill="white"/>
<text id="it" x="{x}" y="50" text-anchor="middle" font-family="Vazirmatn" font-size="12" fill="{ink}">خمین</text>
</svg>"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("town")
    template = root / "templates_svg" / "plain"
    template.mkdir(parents=True)
    occasions = [
        OCCASION.format(id="nature", month=1, title="روز", message="روز خوش."),
        OCCASION.format(id="spring", month=2, title="بهار", message="بهار خوش."),
        OCCASION.format(
            id="yalda", month=9, title="شب یلدا", message="این پیام از همهٔ پیام‌های دیگر سال بسی درازتر است."
        ),
    ]
    (root / "occasions_calendar.yaml").write_text("occasions:" + "".join(occasions), encoding="utf-8")
    (root / "formats.yaml").write_text(FORMATS, encoding="utf-8")
    brand = "city: خمین\nmunicipality: شهرداری خمین\noffice: روابط عمومی\nwebsite: khomein.ir\n"
    (root / "brand.yaml").write_text(brand, encoding="utf-8")
    (template / "template.yaml").write_text("title: ساده\ntones: [festive]\n", encoding="utf-8")
    (template / "plain.svg").write_text(ARTBOARD, encoding="utf-8")
    shutil.copy(ROOT / "templates_svg" / "palettes.yaml", root / "templates_svg")
    (root / "fonts").mkdir()
    shutil.copy(ROOT / "fonts" / "vazirmatn" / "Vazirmatn-Regular.ttf", root / "fonts")
    return root


@pytest.fixture(autouse=True)
def _in_the_workspace(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)


def check(*arguments: object, language: str = "en") -> Result:
    words = ["--lang", language, "check", "--jobs", "1", *map(str, arguments)]
    return CliRunner().invoke(naqsh, words, standalone_mode=False, catch_exceptions=False)


def post(folder: Path, *, x: float = 50, ink: str = "black") -> Path:
    path = folder / "post.svg"
    path.write_text(POST.format(x=x, ink=ink), encoding="utf-8")
    return path


def test_a_sound_file(tmp_path: Path):
    result = check(post(tmp_path))
    assert result.return_value == 0
    assert result.stdout == "checked: 1, with errors: 0; errors: 0, warnings: 0\n"


def test_a_warning_is_no_failure(tmp_path: Path):
    result = check(post(tmp_path, x=16))
    assert result.return_value == 0
    assert "errors: 0, warnings: 1" in result.stdout


def test_an_error_is_exit_2_and_a_row(tmp_path: Path):
    result = check(post(tmp_path, ink="#ccc"))
    assert result.return_value == 2
    heading, row, _ = result.stdout.splitlines()
    assert heading.split() == ["piece", "level", "element", "box", "what", "what", "to", "do"]
    assert row.split()[:4] == [str(tmp_path / "post.svg"), "1", "error", "it"]
    assert "does not stand out" in row


def test_in_persian(tmp_path: Path):
    told = check(post(tmp_path, ink="#ccc"), language="fa").stdout
    assert "از زمینه‌اش جدا نمی‌شود" in told
    assert "خطا: ۱" in told


def test_as_json(tmp_path: Path):
    (record,) = json.loads(check("--json", post(tmp_path, ink="#ccc")).stdout)
    assert (record["level"], record["element"]) == ("error", "it")
    x, y, width, height = record["box"]
    assert 30 < x < 50 < x + width < 70
    assert 38 < y < 50 < y + height < 60
    assert record["todo_fa"]


def test_a_file_for_a_format(tmp_path: Path):
    result = check("--format", "card", post(tmp_path, x=20))  # the bleed is 3 of the 66 mm
    assert "mm outside the safe area" in result.stdout


def test_outlines_alone_are_checked_too(tmp_path: Path):
    outlines = tmp_path / "outlines.svg"
    CliRunner().invoke(naqsh, ["render", str(post(tmp_path, ink="#ccc")), "-o", str(outlines)], catch_exceptions=False)
    assert b"<text" not in outlines.read_bytes()
    assert "does not stand out" in check(outlines).stdout


def test_faults_are_drawn_on_the_picture(tmp_path: Path):
    check(post(tmp_path, ink="#ccc"), "--annotate", tmp_path / "marked")
    picture = pyvips.Image.new_from_file(str(tmp_path / "marked" / "post.png")).numpy()
    assert picture.shape[:2] == (1080, 1080)
    red = (picture[..., 0] > 200) & (picture[..., 1] < 30) & (picture[..., 2] < 70)
    (record,) = json.loads(check("--json", tmp_path / "post.svg").stdout)
    left, top, width, height = (value * 10.8 for value in record["box"])
    assert red[round(top + height / 2), round(left) - 6 : round(left) + 1].any()
    assert not red[round(top + height / 2), round(left + width / 2)].any()


def test_a_strip_is_drawn_no_larger_than_it_can_be_looked_at(tmp_path: Path):
    strip = tmp_path / "strip.svg"
    text = '<text x="1" y="9" font-size="1" font-family="Vazirmatn" fill="#eee">x</text>'
    strip.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5 2000">{text}</svg>', encoding="utf-8")
    check(strip, "--annotate", tmp_path / "marked")
    picture = pyvips.Image.new_from_file(str(tmp_path / "marked" / "strip.png"))
    assert picture.width * picture.height < 21_000_000
    assert picture.height / picture.width == pytest.approx(400, rel=0.01)


def test_a_template_with_the_shortest_and_the_longest_words():
    result = check("plain")
    names = {line.split()[0] for line in result.stdout.splitlines()[1:-1]}
    assert result.return_value == 2
    assert {"plain/longest/post", "plain/longest/card", "plain/longest/story"} <= names
    assert {name.split("/")[1] for name in names} == {"longest"}
    count = len(workspace_at(Path.cwd()).formats.formats)
    assert f"checked: {3 * count}, with errors: {len(names)}" in result.stdout


def test_an_output_folder_and_what_the_year_has_found():
    CliRunner().invoke(naqsh, ["year", "1405", "--only", "yalda", "--jobs", "1"], catch_exceptions=False)
    result = check()
    assert result.return_value == 2
    assert "1405-09-30_yalda/post" in result.stdout
    (piece,) = json.loads(Path("output/1405/manifest.json").read_text(encoding="utf-8"))["pieces"]
    (record,) = json.loads(check("--json", "output/1405").stdout)
    (finding,) = piece["findings"]
    assert finding["element"] == record["element"] == "message"
    assert finding["box"] == record["box"]
    assert "بریده شده" in finding["text_fa"]
    assert finding["text_fa"] in Path("output/1405/index.html").read_text(encoding="utf-8")


def test_pieces_that_were_not_made_from_the_calendar_tell_what_their_run_found(workspace: Path, tmp_path: Path):
    CliRunner().invoke(naqsh, ["year", "1405", "--only", "yalda", "--jobs", "1"], catch_exceptions=False)
    record = Path("output/1405/manifest.json").read_text(encoding="utf-8")
    shutil.copytree(workspace / "templates_svg" / "plain", workspace / "templates_svg" / "letter")
    (workspace / "templates_svg" / "letter" / "template.yaml").write_text("title: نامه\nkinds: [plaque]\n")
    (tmp_path / "manifest.json").write_text(record.replace('"plain"', '"letter"').replace("_yalda", "_ali"))
    ours, theirs = (json.loads(check("--json", folder).stdout)[0] for folder in ("output/1405", tmp_path))
    assert theirs.pop("piece") == "1405-09-30_ali/post"
    assert ours.pop("piece") == "1405-09-30_yalda/post"
    assert ours == theirs


def test_what_can_not_be_made_is_an_error(tmp_path: Path):
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg", encoding="utf-8")
    result = check(broken)
    assert result.return_value == 2
    assert "broken XML" in result.stderr


def test_what_is_no_drawing(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("…", encoding="utf-8")
    with pytest.raises(BadInput, match="no output folder, SVG file, PDF or template"):
        check(tmp_path / "notes.txt")


def test_what_is_not_drawn_is_told_with_its_line(tmp_path: Path):
    drawing = tmp_path / "drawing.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n<foreignObject/>\n'
        '<text x="40" y="50" font-family="Nowhere">a\n<tspan filter="blur(2px)">b</tspan></text></svg>'
    )
    told = check(drawing).stdout
    for line, what in ((2, "<foreignObject> is not drawn"), (3, "there is no font"), (4, "the filter of <tspan>")):
        assert f"drawing.svg:{line}: {what}" in told
