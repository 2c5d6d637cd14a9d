"""`naqsh template update`: a newer release's templates come in, and what a hand has edited stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli import naqsh
from engine.errors import BadInput
from engine.templates.generated import marked
from engine.templates.library import load_library
from engine.templates.starting import start
from engine.templates.updating import Change, Updated, update
from engine.workspace import starter

OLD, NEW = '<svg viewBox="0 0 1 1"/>', '<svg viewBox="0 0 2 2"/>'


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "release" / "templates_svg"
    for name in ("arch/square.svg", "arch/wide.svg", "dome/square.svg", "_symbols/tulip.svg"):
        put(folder / name, marked(NEW, "art/x.py"))
    put(folder / "arch" / "template.yaml", marked("title: طاق\n", "art/x.py"))
    put(folder / "palettes.yaml", "palettes: {}\n")
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "town" / "templates_svg"
    put(folder / "arch" / "square.svg", marked(OLD, "art/x.py"))
    put(folder / "arch" / "wide.svg", marked(OLD, "art/x.py").replace("0 0 1 1", "0 0 3 1"))
    put(folder / "arch" / "template.yaml", marked("title: طاق\n", "art/x.py"))
    put(folder / "dome" / "square.svg", OLD)
    put(folder / "garden" / "square.svg", OLD)
    put(folder / "palettes.yaml", "palettes: {mine: 1}\n")
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def test_what_nobody_edited_is_improved_and_the_rest_stays(mine: Path, release: Path) -> None:
    before = {path: path.read_bytes() for path in mine.rglob("*.*")}
    changes = [
        Updated("_symbols/tulip.svg", Change.NEW),
        Updated("arch/square.svg", Change.IMPROVED),
        Updated("arch/wide.svg", Change.KEPT),
        Updated("dome/square.svg", Change.KEPT),
        Updated("palettes.yaml", Change.KEPT),
    ]
    assert [*update(mine, release, dry=True)] == changes
    assert {path: path.read_bytes() for path in mine.rglob("*.*")} == before
    assert [*update(mine, release)] == changes
    brought = ("_symbols/tulip.svg", "arch/square.svg")
    assert all((mine / name).read_bytes() == (release / name).read_bytes() for name in brought)
    assert all(path.read_bytes() == old for path, old in before.items() if path != mine / "arch" / "square.svg")
    assert [each.change for each in update(mine, release)] == [Change.KEPT] * 3


def test_a_template_by_name(mine: Path, release: Path) -> None:
    assert [each.name for each in update(mine, release, ["dome"])] == ["dome/square.svg"]
    with pytest.raises(BadInput, match="Naqsh has no template “doom”; write “dome”"):
        update(mine, release, ["doom"])


@pytest.mark.system("linux", "darwin")
def test_nothing_is_written_through_a_link(mine: Path, release: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (mine / "_symbols").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadInput, match="this link leads out of"):
        update(mine, release)
    assert not [*(tmp_path / "elsewhere").iterdir()]


def test_the_command_says_which(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = CliRunner()
    assert run.invoke(naqsh, ["init", str(tmp_path / "town")]).exit_code == 0
    monkeypatch.chdir(tmp_path / "town")
    fresh = run.invoke(naqsh, ["template", "update"])
    assert (fresh.exit_code, fresh.output) == (0, "all templates are as this release has them\n")
    for name in ("arch/square.svg", "arch/wide.svg", "_symbols/tulip.svg"):
        path = tmp_path / "town" / "templates_svg" / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("<svg", "<svg data-mine='1'"), encoding="utf-8")
    (tmp_path / "town" / "templates_svg" / "dome" / "square.svg").unlink()
    told = run.invoke(naqsh, ["template", "update", "--dry-run"]).output
    assert told.splitlines() == [
        "new       dome: square.svg",
        "kept      _symbols: tulip.svg (edited, or from before files said who wrote them)",
        "kept      arch: square.svg, wide.svg (edited, or from before files said who wrote them)",
    ]
    persian = run.invoke(naqsh, ["--lang", "fa", "template", "update", "arch"]).output
    assert persian.startswith("دست نخورد   arch: square.svg، wide.svg (ویرایش شما")


def test_a_template_begun_from_ours_is_its_makers(mine: Path) -> None:
    (mine / "palettes.yaml").write_bytes((starter() / "templates_svg" / "palettes.yaml").read_bytes())
    for name in ("dome", "garden"):
        put(mine / name / "template.yaml", "title: نمونه\n")
    start(load_library(mine), "pond", "arch", ["square"])
    assert (mine / "pond" / "square.svg").read_text(encoding="utf-8") == OLD
