"""`python -m art`: what it writes says so, and what a hand has edited is never written over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from art import generator
from art.layouts import samples
from engine.errors import BadInput, Place
from engine.templates.generated import State, state, unmarked
from engine.workspace import Workspace

NAMES = sorted(generator.works())


def test_all_that_comes_with_naqsh_has_a_true_mark() -> None:
    """Else an update could not tell a workspace's edits from ours. What a hand edits is adopted anew."""
    files = [*generator.FOLDER.rglob("*.svg"), *generator.FOLDER.rglob("*.yaml")]
    assert [path for path in files if state(path.read_text(encoding="utf-8")) is not State.AS_WRITTEN] == []


@pytest.mark.parametrize("name", NAMES)
def test_files_are_what_the_programs_draw(name: str) -> None:
    assert [each.text() for each in generator.check([name])] == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of some of what is written, for the generator to write to."""
    for name in ("_symbols", "plain"):
        shutil.copytree(generator.FOLDER / name, tmp_path / name)
    monkeypatch.setattr(generator, "FOLDER", tmp_path)
    shutil.copy(generator.ADOPTED, tmp_path / "adopted.txt")
    monkeypatch.setattr(generator, "ADOPTED", tmp_path / "adopted.txt")
    generator.works.cache_clear()
    yield tmp_path
    generator.works.cache_clear()


def test_what_a_hand_edited_is_refused_until_it_is_taken_over(folder: Path) -> None:
    edited, stale, lost = folder / "plain" / "square.svg", folder / "plain" / "wide.svg", folder / "plain" / "story.svg"
    edited.write_text(edited.read_text(encoding="utf-8").replace("<svg", "<svg id='mine'"), encoding="utf-8")
    (folder / "_symbols" / "tulip.svg").replace(stale)  # whole, and not what is drawn now
    lost.unlink()
    mine = edited.read_bytes()
    assert {(Path(str(each.place)).name, each.what.partition(",")[0]) for each in generator.check(["plain"])} == {
        ("square.svg", "this was edited by hand"),
        ("wide.svg", "this is not what its program draws now"),
        ("story.svg", "this is not what its program draws now"),
    }
    with pytest.raises(BadInput, match=r"square\.svg: this was edited by hand, so it is not written"):
        generator.write(["plain"])
    assert edited.read_bytes() == mine and lost.is_file()
    assert generator.adopt([edited]) == 1
    assert generator.adopted() >= {edited}
    assert state(edited.read_text(encoding="utf-8")) is State.AS_WRITTEN  # so an update may bring it
    taken = edited.read_bytes()
    assert b'by="hand"' in taken
    assert generator.check(["plain"]) == [] and generator.write(["plain"]) == 0
    assert edited.read_bytes() == taken
    assert generator.adopt([edited]) == 0


def test_a_file_that_lost_its_mark_is_edited(folder: Path) -> None:
    """Editors that tidy a file throw out what they don't know."""
    lost = folder / "plain" / "square.svg"
    lost.write_text(unmarked(lost.read_text(encoding="utf-8")), encoding="utf-8")
    before = lost.read_bytes()
    assert [each.what for each in generator.check(["plain"])] == ["this was edited by hand, so it is not written"]
    with pytest.raises(BadInput, match=r"square\.svg: this was edited by hand"):
        generator.write(["plain"])
    assert lost.read_bytes() == before


def test_what_is_a_hands_keeps_a_true_mark(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = folder / "plain" / "square.svg"
    generator.adopt([mine])
    monkeypatch.setattr(generator, "works", cache(dict[str, generator.Work]))
    assert mine not in {each.place and each.place.file for each in generator.check([])}
    mine.write_text(mine.read_text(encoding="utf-8").replace("<svg", "<svg id='mine'"), encoding="utf-8")
    told = [each.what for each in generator.check([]) if each.place == Place(mine)]
    assert told == ["this is not as it was taken over"]
    assert generator.adopt([mine]) == 1


def test_only_a_templates_file_is_taken_over(folder: Path, tmp_path: Path) -> None:
    broken = folder / "plain" / "square.svg"
    broken.write_bytes(b"<svg>\xff</svg>")
    for strange in (broken, folder / "plain" / "lost.svg", generator.ADOPTED):
        with pytest.raises(BadInput, match="this is no file that can be taken over; name an SVG or YAML file"):
            generator.adopt([strange])
    assert broken.read_bytes() == b"<svg>\xff</svg>"


def test_what_no_program_draws_any_more_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("plain/round.svg", "_symbols/unicorn.svg", "palace/square.svg"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / "plain" / "square.svg", folder / name)
    told = [Path(str(each.place)).name for each in generator.check(["plain"])]
    assert told == ["round.svg"]
    (folder / "palace" / "wide.svg").write_text("<svg/>", encoding="utf-8")  # a hand's
    known = generator.works()
    monkeypatch.setattr(generator, "works", cache(lambda: {name: known[name] for name in ("plain", "_symbols/tulip")}))
    found = [each for each in generator.check([]) if "any more" in each.what]
    told = {Path(str(each.place)).relative_to(folder).as_posix() for each in found}
    assert "palace/square.svg" in told and "_symbols/unicorn.svg" in told and "palace/wide.svg" not in told


def test_a_name_that_is_none() -> None:
    with pytest.raises(BadInput, match="nothing called “windw” is drawn here; write “window”"):
        generator.write(["windw"])


def test_no_town_changes_an_artboard() -> None:
    """The samples name an office of their own."""
    office = Workspace(samples.ROOT).brand
    assert samples.workspace().brand.municipality not in (office.municipality, office.city)
    for path in generator.FOLDER.glob("*/*.svg"):
        text = path.read_text(encoding="utf-8")
        assert office.municipality not in text and (office.website or "") not in text, path
