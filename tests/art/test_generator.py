"""`python -m art`: what it writes says so, and what a hand has edited is never written over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from art import generator
from art.layouts import samples
from engine.errors import BadInput
from engine.templates.generated import State, state
from engine.workspace import Workspace

NAMES = sorted(generator.works())


@pytest.mark.parametrize("name", NAMES)
def test_files_are_what_the_programs_draw(name: str) -> None:
    assert [each.text() for each in generator.check([name])] == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of some of what is written, for the generator to write to."""
    for name in ("_symbols", "plain"):
        shutil.copytree(generator.FOLDER / name, tmp_path / name)
    monkeypatch.setattr(generator, "FOLDER", tmp_path)
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
    assert state(edited.read_text(encoding="utf-8")) is State.OWN
    taken = edited.read_bytes()
    assert generator.check(["plain"]) == [] and generator.write(["plain"]) == 0
    assert edited.read_bytes() == taken


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
