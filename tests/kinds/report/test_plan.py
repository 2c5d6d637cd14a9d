"""A report as pieces: its pages in order, what is wrong left out, and charts that are true on the artwork."""

import math
import re
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from engine.errors import BadInput
from engine.kinds.report.brief import DepartmentBrief
from engine.kinds.report.plan import report_plan
from engine.production.artwork import artwork_of
from engine.svg import parse, tag
from engine.templates.fill import fill
from engine.workspace import Workspace

ROOT = Path(__file__).parents[3]
REPORT = """\
year: 1405
period: شش‌ماهه
departments:
  - name: خدمات شهری
    figures: [{label: پسماند, value: 14250, unit: تن, last: 14980, better: less}]
    series_of: پسماند خشک
    series:
      - {label: فروردین, value: 200, last: 100}
      - {label: اردیبهشت, value: 300, last: 200}
      - {label: خرداد, value: 150, last: 250}
      - {label: تیر, value: 400, last: 300}
    shares: [{label: تر, share: 50}, {label: خشک, share: 30}, {label: دیگر, share: 20}]
    projects: [{name: پل, progress: 25}, {name: میدان, progress: 100}]
  - name: فضای سبز
    colour: pistachio
    figures: [{label: سرانه, value: 13.2}]
"""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(ROOT)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "performance.yaml").write_text(REPORT, encoding="utf-8")
    return tmp_path / "performance.yaml"


def test_a_report_is_a_cover_a_page_of_each_department_and_a_summary(workspace: Workspace, file: Path) -> None:
    plan = report_plan(workspace, file, output=file.parent / "out")
    assert [(piece.id, piece.template) for piece in plan.pieces.pieces[::2]] == [
        ("1405-01-06_00_cover/a4", "report-cover"),
        ("1405-01-06_01_خدمات-شهری/a4", "report-department"),
        ("1405-01-06_02_فضای-سبز/a4", "report-department"),
        ("1405-01-06_99_summary/a4", "report-summary"),
    ]
    (booklet,) = plan.booklets
    assert booklet.path == "1405-01-06_report_a4.pdf"
    assert booklet.pages == tuple(f"a4/{piece.brief.key}.pdf" for piece in plan.pieces.pieces[::2])
    assert {piece.format.id for piece in plan.pieces.pieces[1::2]} == {"square"}
    assert plan.mistakes == plan.warnings == ()


def test_each_department_has_a_colour_its_own_or_the_next(workspace: Workspace, file: Path) -> None:
    file.write_text(
        f"{REPORT}  - name: مالی\n    colour: puce\n    figures: [{{label: الف, value: 1}}]\n", encoding="utf-8"
    )
    plan = report_plan(workspace, file, formats=["square"])
    palettes = [piece.brief.palette for piece in plan.pieces.pieces]
    assert palettes == ["cover", "turquoise", "pistachio", "copper", "cover"]
    assert ["there is no colour “puce”" in str(mistake) for mistake in plan.mistakes] == [True]


def test_a_broken_photograph_is_told_and_its_page_made_without_it(workspace: Workspace, file: Path) -> None:
    (file.parent / "bad.jpg").write_bytes(b"%PDF-1.7")
    Image.new("RGB", (2400, 1600), (90, 120, 60)).save(file.parent / "good.jpg")
    photographs = "    photographs: [{file: bad.jpg}, {file: good.jpg, caption: بوستان}, {file: absent.jpg}]\n"
    file.write_text(REPORT + photographs, encoding="utf-8")
    plan = report_plan(workspace, file, formats=["a4"])
    page = plan.pieces.pieces[2].brief
    assert isinstance(page, DepartmentBrief)
    assert [photo.caption for photo in page.photographs] == ["بوستان"]
    assert [str(mistake.place) for mistake in plan.mistakes] == [f"{file}:17: bad.jpg", f"{file}:17: absent.jpg"]


def test_before_and_after_are_a_pair_only_together(workspace: Workspace, file: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        Image.new("RGB", (2400, 1600), (90, 120, 60)).save(file.parent / name)
    pair = "    photographs: [{file: b.jpg, role: after, caption: ب}, {file: a.jpg, role: before, caption: الف}]\n"
    file.write_text(REPORT + pair, encoding="utf-8")
    page = report_plan(workspace, file, formats=["a4"]).pieces.pieces[2].brief
    assert isinstance(page, DepartmentBrief)
    assert [photo.caption for photo in page.pair] == ["الف", "ب"]
    assert page.blocks == ("pair",)


def test_a_third_photograph_is_no_part_of_the_pair_and_a_half_pair_is_none(workspace: Workspace, file: Path) -> None:
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        Image.new("RGB", (2400, 1600), (90, 120, 60)).save(file.parent / name)
    three = (
        "[{file: c.jpg, caption: پ}, {file: b.jpg, role: after, caption: ب}, {file: a.jpg, role: before, caption: الف}]"
    )
    file.write_text(f"{REPORT}    photographs: {three}\n", encoding="utf-8")
    page = report_plan(workspace, file, formats=["a4"]).pieces.pieces[2].brief
    assert isinstance(page, DepartmentBrief)
    assert [[photo.caption for photo in each] for each in (page.pair, page.photographs)] == [["الف", "ب"], ["پ"]]
    (file.parent / "a.jpg").write_bytes(b"%PDF-1.7")
    page = report_plan(workspace, file, formats=["a4"]).pieces.pieces[2].brief
    assert isinstance(page, DepartmentBrief)
    assert [[photo.caption for photo in each] for each in (page.pair, page.photographs)] == [[], ["ب", "پ"]]


def test_a_photograph_that_others_leave_alone_is_as_large_as_its_place(workspace: Workspace, file: Path) -> None:
    (file.parent / "bad.jpg").write_bytes(b"%PDF-1.7")
    Image.new("RGB", (4000, 3000), (90, 120, 60)).save(file.parent / "good.jpg")
    file.write_text(f"{REPORT}    photographs: [{{file: bad.jpg}}, {{file: good.jpg}}]\n", encoding="utf-8")
    plan = report_plan(workspace, file, formats=["a4"])
    page = plan.pieces.pieces[2].brief
    assert isinstance(page, DepartmentBrief)
    assert page.photographs[0].width >= 0.9 * workspace.formats.by_id["a4"].pixels[0] - 1
    assert len(plan.mistakes) == 1


def test_an_unknown_format_and_a_file_that_is_not_there(workspace: Workspace, file: Path) -> None:
    with pytest.raises(BadInput, match="unknown format “a9”"):
        report_plan(workspace, file, formats=["a9"])
    with pytest.raises(BadInput, match="the file is missing"):
        report_plan(workspace, file.parent / "none.yaml")


# --- on the artwork


@pytest.fixture(scope="module", params=["a4", "square"])
def page(
    workspace: Workspace, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> etree._Element:
    path = tmp_path_factory.mktemp("report") / "performance.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return page_of(workspace, path, request.param)


def page_of(workspace: Workspace, path: Path, format_id: str) -> etree._Element:
    """The filled page of the first department, before letters become outlines: charts are final there."""
    (format,) = workspace.formats.select([format_id])
    brief = report_plan(workspace, path, formats=[format.id]).pieces.pieces[1].brief
    library = workspace.templates
    artboard = library.by_id["report-department"].artboard(format.aspect)
    colours = library.palettes.colours(brief.tone, brief.palette)
    return fill(library, artboard, format, {**brief.placeholders, "brand": workspace.brand}, colours).tree.getroot()


def bars_of(page: etree._Element, block: str, role: str) -> list[tuple[float, float, float, float]]:
    rects = page.iterfind(f".//*[@id='{block}']//{tag('rect')}[@class='fill-{role}']")
    return [tuple(float(rect.get(side, 0)) for side in ("x", "y", "width", "height")) for rect in rects]  # type: ignore[misc]


def test_columns_on_the_page_are_as_high_as_the_data(page: etree._Element) -> None:
    for role, values in (("accent-deep", [200, 300, 150, 400]), ("far", [100, 200, 250, 300])):
        made = bars_of(page, "series-columns", role)
        heights = [height for _, _, _, height in made]
        assert [height / max(heights) for height in heights] == pytest.approx(
            [value / max(values) for value in values], abs=1e-4
        )
        assert sorted((x for x, *_ in made), reverse=True) == [x for x, *_ in made]  # time runs from right to left
        assert len({round(y + height, 2) for _, y, _, height in made}) == 1  # from one line
    now, last = (bars_of(page, "series-columns", role) for role in ("accent-deep", "far"))
    assert now[3][3] / last[3][3] == pytest.approx(400 / 300, abs=1e-4)  # both years at one scale


@pytest.mark.parametrize("format", ["a4", "square"])
@pytest.mark.parametrize("labels", [("تیر", "مرداد", "شهریور"), ("تیر", "مرداد"), ("تیرماه و مردادماه", "شهریور")])
def test_a_line_is_a_line_however_few_its_points(
    workspace: Workspace, tmp_path: Path, format: str, labels: tuple[str, ...]
) -> None:
    points = "".join(f"\n      - {{label: {label}, value: {n}}}" for n, label in enumerate(labels, 1))
    text = f"year: 1405\nperiod: سه‌ماهه\ndepartments:\n  - name: عمران\n    series_as: line\n    series:{points}\n"
    (tmp_path / "performance.yaml").write_text(text, encoding="utf-8")
    page = page_of(workspace, tmp_path / "performance.yaml", format)
    spots = page.findall(f".//{tag('circle')}[@class='fill-glow stroke-accent-deep']")
    assert [float(spot.get("cy", 0)) for spot in spots] == sorted((float(s.get("cy", 0)) for s in spots), reverse=True)
    assert len(spots) == len(labels)
    assert page.find(".//*[@id='series-row-rows']") is None


@pytest.mark.parametrize("page", ["a4"], indirect=True)  # a card shows the first block alone
def test_slices_on_the_page_have_the_angles_of_the_shares(page: etree._Element) -> None:
    slices = page.findall(f".//*[@id='ring']//{tag('path')}")
    angles = []
    for path in slices:
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d", ""))]
        (x0, y0), outer, (x1, y1) = numbers[:2], numbers[2], numbers[7:9]
        chord = math.dist((x0, y0), (x1, y1)) / 2 / outer
        angle = 2 * math.degrees(math.asin(min(1, chord)))
        angles.append(360 - angle if numbers[5] else angle)
    gap = (360 - sum(angles)) / 3  # what is clear between two slices
    assert [angle + gap for angle in angles] == pytest.approx([180, 108, 72], abs=0.5)


@pytest.mark.parametrize("page", ["a4"], indirect=True)  # a card shows the first block alone
def test_progress_on_the_page_grows_from_the_right(page: etree._Element) -> None:
    rows = page.findall(f".//*[@id='project-rows']/{tag('g')}")
    parts = []
    for row in rows:
        whole, done = ([float(rect.get(side, 0)) for side in ("x", "width")] for rect in row.findall(tag("rect")))
        assert sum(done) == pytest.approx(sum(whole), abs=0.01)
        parts.append(done[1] / whole[1])
    assert parts == pytest.approx([0.25, 1], abs=1e-4)


def test_a_page_is_an_artwork_with_its_numbers_in_persian(workspace: Workspace, file: Path) -> None:
    brief = report_plan(workspace, file, formats=["a4"]).pieces.pieces[1].brief
    _, artwork = artwork_of(workspace, brief, "report-department", workspace.formats.by_id["a4"])
    words = " ".join(text.words for text in artwork.texts)
    assert not re.search(r"[0-9]", words)
    for said in ("۱۴٬۲۵۰", "تن", "۴٫۹٪ کمتر از شش‌ماههٔ نخست ۱۴۰۴", "۵۰٪", "۱۴۰۵"):
        assert said in words
    assert parse(artwork.svg, "page").getroot() is not None


# --- the department's symbol, and how the page is shared


def test_an_unknown_symbol_is_told_where_it_stands_and_the_page_made_without_it(
    workspace: Workspace, file: Path
) -> None:
    file.write_text(
        f"{REPORT}    symbol: teree\n    counts: [{{label: نهال, value: 60, symbol: tuulip}}]\n", encoding="utf-8"
    )
    plan = report_plan(workspace, file, formats=["square"])
    page = plan.pieces.pieces[2].brief
    assert isinstance(page, DepartmentBrief)
    assert (page.symbol, page.counts[0].symbol) == ("", "eight-star")
    assert [(str(each.place), each.values["name"]) for each in plan.mistakes] == [
        (f"{file}:17", "teree"),
        (f"{file}:18", "tuulip"),
    ]


def filled(workspace: Workspace, file: Path, number: int) -> etree._Element:
    format = workspace.formats.by_id["a4"]
    brief = report_plan(workspace, file, formats=["a4"]).pieces.pieces[number].brief
    library = workspace.templates
    artboard = library.by_id["report-department"].artboard(format.aspect)
    colours = library.palettes.colours(brief.tone, brief.palette)
    return fill(library, artboard, format, {**brief.placeholders, "brand": workspace.brand}, colours).tree.getroot()


def field_of(page: etree._Element) -> float:
    """The height of the field of colour, in units of the page."""
    return float(page.find(f".//{tag('rect')}[@class='fill-ground'][@data-cover='x']").get("height")) - 60


def test_over_little_the_field_of_colour_is_high_and_its_symbol_large(workspace: Workspace, file: Path) -> None:
    little = "  - name: ترافیک\n    figures: [{label: الف, value: 1}]\n    projects: [{name: پل, progress: 25}]\n"
    file.write_text(f"{REPORT.replace('  - name: فضای سبز', little + '  - name: فضای سبز')}", encoding="utf-8")
    much, few = filled(workspace, file, 1), filled(workspace, file, 2)
    assert field_of(much) == 960
    assert field_of(few) > 1500
    breadths = [
        float(re.search(r"scale\((.+)\)", page.find(".//*[@id='medallion']").get("transform"))[1])
        for page in (much, few)
    ]
    assert breadths[1] > 1.7 * breadths[0]


def test_without_figures_the_medallion_stands_whole_in_the_low_field(workspace: Workspace, file: Path) -> None:
    file.write_text(
        REPORT.replace("    figures: [{label: سرانه, value: 13.2}]\n", "    projects: [{name: پل, progress: 2}]\n"),
        encoding="utf-8",
    )
    page = filled(workspace, file, 2)
    placed = re.search(r"translate\(\S+ (\S+)\) scale\((\S+)\)", page.find(".//*[@id='medallion']").get("transform"))
    middle, breadth = float(placed[1]), 1000 * float(placed[2])
    assert breadth > 300
    assert middle - breadth / 2 > 190
    assert middle + breadth / 2 < field_of(page)


def test_the_medallion_bears_the_symbol_or_else_the_number(workspace: Workspace, file: Path) -> None:
    file.write_text(f"{REPORT}    symbol: tree\n", encoding="utf-8")
    for number, texts in ((1, 1), (2, 0)):
        medallion = filled(workspace, file, number).find(".//*[@id='medallion']")
        assert len(medallion.findall(f".//{tag('text')}")) == texts
        assert (medallion.find(".//*[@id='symbol']") is None) == bool(texts)


def test_a_lead_without_figures_stands_in_the_field(workspace: Workspace, file: Path) -> None:
    lead = "نهال‌های یک ماه، با همراهی دانش‌آموزان شهر در حاشیهٔ رودخانه کاشته شد و آبیاری می‌شود." * 2
    file.write_text(
        REPORT.replace(
            "    figures: [{label: سرانه, value: 13.2}]\n",
            f"    lead: {lead}\n    projects: [{{name: پل, progress: 2}}]\n",
        ),
        encoding="utf-8",
    )
    brief = report_plan(workspace, file, formats=["a4"]).pieces.pieces[2].brief
    _, artwork = artwork_of(workspace, brief, "report-department", workspace.formats.by_id["a4"])
    box = next(text.box for text in artwork.texts if text.id == "lead")
    assert box.bottom < field_of(filled(workspace, file, 2))
