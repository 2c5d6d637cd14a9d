from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.kinds.occasion.plan import year_plan
from engine.workspace import Workspace

from .conftest import edit


def test_two_observances_of_an_occasion_are_two_pieces(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405, only=["fitr"], formats=["tiny"])
    assert [piece.id for piece in plan.pieces] == ["1405-01-01_fitr/tiny", "1405-12-19_fitr/tiny"]


def test_files_are_named_by_format_date_id_and_scale(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["flat", "wall"])
    assert [output.path for piece in plan.pieces for output in piece.outputs] == [
        "flat/1405-09-30_yalda.png",
        "flat/1405-09-30_yalda.jpg",
        "wall/1405-09-30_yalda_1-10.pdf",
    ]
    assert plan.folder == root / "output" / "1405"


def test_default_formats_and_all_occasions(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405)
    assert plan.complete
    assert {piece.format.id for piece in plan.pieces} == {"tiny", "flat", "card"}
    assert {piece.brief.id for piece in plan.pieces} == {"fitr", "yalda", "tree-day", "tasua"}


def digests(root: Path) -> dict[str, str]:
    return {piece.id: piece.digest for piece in year_plan(Workspace(root), 1405).pieces}


def changed(root: Path, before: dict[str, str]) -> set[str]:
    after = digests(root)
    return {id for id in before if before[id] != after[id]}


def test_a_message_changes_the_digests_of_its_own_pieces_only(root: Path) -> None:
    before = digests(root)
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی دیگر.")
    assert changed(root, before) == {id for id in before if "fitr" in id}


def test_a_caption_changes_no_picture(root: Path) -> None:
    before = digests(root)
    edit(root / "occasions_calendar.yaml", "متن کانال", "متن تازهٔ کانال")
    assert changed(root, before) == set()


def test_a_format_changes_its_own_pieces_only(root: Path) -> None:
    before = digests(root)
    edit(root / "formats.yaml", "width: 160", "width: 168")
    assert changed(root, before) == {id for id in before if id.endswith("/flat")}


@pytest.mark.parametrize("file", ["templates_svg/plain/plain.svg", "templates_svg/palettes.yaml"])
def test_a_template_or_the_palettes_change_everything(root: Path, file: str) -> None:
    before = digests(root)
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write("\n")
    assert changed(root, before) == set(before)


def test_a_font_changes_everything(root: Path) -> None:
    before = digests(root)
    (root / "fonts" / "Vazirmatn-Bold.ttf").unlink()
    assert changed(root, before) == set(before)


def test_the_office_changes_everything(root: Path) -> None:
    before = digests(root)
    edit(root / "brand.yaml", "روابط عمومی شهرداری خمین", "روابط عمومی خمین")
    assert changed(root, before) == set(before)


def test_digests_do_not_depend_on_where_the_workspace_is(root: Path, tmp_path: Path) -> None:
    before = digests(root)
    assert digests(root.rename(tmp_path / "elsewhere")) == before


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"only": ["yaldaa"]}, "there is no occasion “yaldaa”; write “yalda”."),
        ({"formats": ["huge"]}, "unknown format “huge”; use one of "),
    ],
)
def test_unknown_names(root: Path, wish: dict[str, list[str]], said: str) -> None:
    with pytest.raises(BadInput) as error:
        year_plan(Workspace(root), 1405, **wish)
    assert str(error.value).startswith(said)


def test_an_occasion_that_a_year_does_not_have(root: Path) -> None:
    edit(
        root / "occasions_calendar.yaml",
        "{calendar: jalali, month: 12, day: 15}",
        "{calendar: jalali, month: 12, day: 30}",
    )
    with pytest.raises(BadInput, match="the year 1405 has no day of tree-day"):
        year_plan(Workspace(root), 1405, only=["tree-day"])


def test_a_year_out_of_reach(root: Path) -> None:
    with pytest.raises(BadInput, match="1304"):
        year_plan(Workspace(root), 999)
