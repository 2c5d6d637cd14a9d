import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine.kinds.occasion.plan import year_plan
from engine.production.gallery import bytes_in_words
from engine.production.manifest import Finding, Manifest
from engine.production.run import run
from engine.workspace import Workspace

from .conftest import edit, inline


@pytest.fixture(scope="module")
def folder(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("gallery")
    plan = year_plan(Workspace(made_workspace), 1405, output=output)
    run(plan, inline())
    return plan.folder


class Page(HTMLParser):
    """The addresses and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attributes if name in ("href", "src", "data-preview") and value]
        self.ids |= {value for name, value in attributes if name == "id" and value}

    def handle_data(self, data: str) -> None:
        self.words += data


def page(folder: Path) -> Page:
    return Page((folder / "index.html").read_text(encoding="utf-8"))


def test_every_link_leads_to_a_file_beside_the_page(folder: Path) -> None:
    shown = page(folder)
    for link in shown.links:
        if link.startswith("#"):
            assert link[1:] in shown.ids
        else:
            assert ":" not in link and not link.startswith("/")
            assert (folder / link).is_file()
    pictures = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in (".png", ".pdf")}
    assert pictures <= set(shown.links)


def test_nothing_comes_from_a_server(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r"(?:https?:)?//(?!\s)[a-z0-9.]+", text.replace("http://www.w3.org", ""))
    for path in re.findall(r"url\(\"([^\"]+)\"\)", text):
        assert (folder / path).is_file()


def test_months_dates_captions(folder: Path) -> None:
    words = page(folder).words
    for expected in ("فروردین ۱۴۰۵", "دوشنبه ۳۰ آذر ۱۴۰۵", "۱۱ رجب ۱۴۴۸", "۲۱ دسامبر ۲۰۲۶", "متن کانال شب یلدا #خمین"):
        assert expected in words
    assert words.index("فروردین ۱۴۰۵") < words.index("آذر ۱۴۰۵") < words.index("اسفند ۱۴۰۵")


def test_a_joyful_day_on_a_day_of_mourning_is_pointed_out(root: Path) -> None:
    edit(
        root / "occasions_calendar.yaml", "{calendar: jalali, month: 9, day: 30}", "{calendar: hijri, month: 1, day: 9}"
    )
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["tiny"])
    run(plan, inline())
    assert "نیازمند توجه" in page(plan.folder).words
    assert Manifest.of(plan.folder).subjects[0].warnings


def test_a_failure_and_a_finding_are_shown(root: Path) -> None:
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی با نویسهٔ \U00013000.")
    plan = year_plan(Workspace(root), 1405, formats=["tiny"])
    run(plan, inline())
    assert "ساخته نشد" in page(plan.folder).words
    manifest = Manifest.of(plan.folder)
    found = manifest.pieces[0].model_copy(update={"findings": (Finding(level="warning", text="حاشیه تنگ است."),)})
    (plan.folder / "manifest.json").write_bytes(manifest.merged(pieces=[found]).content)
    run(plan, inline())
    assert "حاشیه تنگ است." in page(plan.folder).words


def test_what_is_true_of_the_whole_run_is_said_once(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405, formats=["tiny"])
    run(plan, inline())
    manifest = Manifest.of(plan.folder)
    note = Finding(level="note", text="Uncalibrated.", text_fa="رنگ‌ها کالیبره نیستند.")
    noted = [piece.model_copy(update={"findings": (note,)}) for piece in manifest.pieces]
    assert len(noted) > 1
    (plan.folder / "manifest.json").write_bytes(manifest.merged(pieces=noted).content)
    run(plan, inline())
    words = page(plan.folder).words
    assert words.count("رنگ‌ها کالیبره نیستند.") == 1
    assert "نیازمند توجه" not in words


def test_words_of_the_data_are_text_not_markup(root: Path) -> None:
    edit(root / "occasions_calendar.yaml", "title: شب یلدا", "title: 'شب <b>یلدا</b> & \"انار\"'")
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["tiny"])
    run(plan, inline())
    assert 'شب <b>یلدا</b> & "انار"' in page(plan.folder).words


@pytest.mark.parametrize(
    ("size", "words"),
    [(10, "۱ کیلوبایت"), (340_400, "۳۴۰ کیلوبایت"), (2_440_000, "۲٫۴ مگابایت"), (267_000_000, "۲۶۷ مگابایت")],
)
def test_bytes_in_words(size: int, words: str) -> None:
    assert bytes_in_words(size) == words
