"""What the calendar of a year is made of, and how its pages become one file."""

from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from engine.briefs.photographs import Caption, Source
from engine.errors import BadInput
from engine.kinds.calendar.plan import PICTURES, STYLES, calendar_plan
from engine.workspace import Workspace

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(ROOT)


def test_a_booklet_is_a_cover_and_twelve_months_in_order(workspace: Workspace, tmp_path: Path) -> None:
    plan = calendar_plan(workspace, 1406, output=tmp_path)
    assert [(piece.id, piece.template) for piece in plan.pieces.pieces[:3]] == [
        ("1406-01_cover/wall-a3", "calendar-cover"),
        ("1406-01_farvardin/wall-a3", "calendar-01"),
        ("1406-02_ordibehesht/wall-a3", "calendar-02"),
    ]
    assert plan.pieces.pieces[-1].id == "1406-12_year/poster-year"
    (booklet,) = plan.booklets
    assert booklet.path == "1406_wall-a3.pdf"
    assert booklet.pages == tuple(
        f"{piece.id.partition('/')[2]}/{piece.brief.key}.pdf" for piece in plan.pieces.pieces[:13]
    )
    assert plan.pieces.folder == tmp_path / "1406-calendar"


def test_a_year_and_a_style_out_of_reach_are_refused(workspace: Workspace) -> None:
    with pytest.raises(BadInput, match="no calendar for the year 1200"):
        calendar_plan(workspace, 1200)
    with pytest.raises(BadInput, match=f"no calendar style “wall-a9”; use one of {', '.join(STYLES)}"):
        calendar_plan(workspace, 1406, styles=["wall-a9"])


def test_a_photograph_takes_the_place_of_the_art_and_a_bad_one_does_not(workspace: Workspace, tmp_path: Path) -> None:
    Image.new("RGB", (3200, 2400), (90, 120, 60)).save(tmp_path / "good.jpg")
    (tmp_path / "bad.jpg").write_bytes(b"%PDF-1.7")
    photographs = {
        month: Source(tmp_path / name, Caption(file=name, caption="پارک"))
        for month, name in ((1, "good.jpg"), (2, "bad.jpg"))
    }
    plan = calendar_plan(workspace, 1406, styles=["wall-a3", "desk-21x15"], photographs=photographs, output=tmp_path)
    templates = {piece.id: piece.template for piece in plan.pieces.pieces}
    assert templates["1406-01_farvardin/wall-a3"] == templates["1406-01_farvardin/desk-21x15"] == "calendar-photo"
    assert templates["1406-02_ordibehesht/wall-a3"] == "calendar-02"
    assert ["this is a PDF" in str(mistake) for mistake in plan.mistakes] == [True]
    captions = {subject.key: subject.caption for subject in plan.pieces.subjects}
    assert captions["1406-01_farvardin"] == "فروردین ۱۴۰۶\nپارک\n"


def test_the_pictures_are_as_large_as_the_artboards_draw_them(workspace: Workspace) -> None:
    for style, size in PICTURES.items():
        (format,) = workspace.formats.select([style])
        artboard = workspace.templates.by_id["calendar-photo"].artboard(format.aspect)
        root = etree.fromstring(artboard.source)
        frame = root.find(".//{*}clipPath[@id='picture-frame']/{*}rect")
        assert frame is not None
        mm = format.width / artboard.box.width
        assert (float(frame.get("width", 0)) * mm, float(frame.get("height", 0)) * mm) == pytest.approx(size)
