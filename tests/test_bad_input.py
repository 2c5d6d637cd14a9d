"""What goes wrong is told in one sentence: what, where, what to do. Exit 2, no traceback, nothing lost."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ONE_PIECE = ("year", "1405", "--only", "yalda-night", "--formats", "square")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A workspace as `naqsh init` makes it."""
    made = naqsh(tmp_path, "init", "town")
    assert made.returncode == 0, made.stderr
    return tmp_path / "town"


def naqsh(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "engine", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        timeout=120,
    )


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def sentences(run: subprocess.CompletedProcess[str]) -> list[str]:
    assert run.returncode == 2, (run.returncode, run.stdout, run.stderr)
    assert "Traceback" not in run.stderr + run.stdout
    return [line for line in run.stderr.splitlines() if line.strip()]


def test_a_wrong_month_and_an_unknown_tone_are_told_together(town):
    calendar = town / "occasions_calendar.yaml"
    edit(calendar, "{calendar: jalali, month: 9, day: 30}", "{calendar: jalali, month: 13, day: 30}")
    edit(calendar, "tone: festive", "tone: jolly")
    told = sentences(naqsh(town, "occasions", "1405"))
    assert len(told) == 2
    assert all(re.search(r"occasions_calendar\.yaml:\d+: ", each) for each in told)
    assert "month" in told[0] and "13" in told[0]
    assert "jolly" in told[1] and "festive" in told[1]


def test_a_duplicate_id(town):
    edit(town / "occasions_calendar.yaml", "id: nature-day", "id: nowruz")
    (told,) = sentences(naqsh(town, "occasions", "1405"))
    assert re.search(r"occasions_calendar\.yaml:\d+: “nowruz” is the id of both", told)


@pytest.mark.parametrize(
    ("break_it", "expected"),
    [
        (lambda svg: svg.replace("</svg>", "", 1), r"square\.svg:\d+: broken XML"),
        (lambda svg: svg.replace("{{ message }}", "{{ mesage }}"), r"square\.svg:\d+: the placeholder “mesage”"),
    ],
    ids=["broken XML", "undefined variable"],
)
def test_a_broken_template(town, break_it: Callable[[str], str], expected: str):
    for path in (town / "templates_svg").glob("*/square.svg"):
        path.write_text(break_it(path.read_text(encoding="utf-8")), encoding="utf-8")
    told = sentences(naqsh(town, *ONE_PIECE, "--formats", "story"))
    assert any(re.search(expected, each) for each in told)
    # The other format is made all the same.
    assert [path.name for path in (town / "output/1405/story").iterdir()] == ["1405-09-30_yalda-night.png"]


def test_a_missing_font(town):
    (town / "fonts" / "lalezar" / "Lalezar_400Regular.ttf").unlink()
    told = sentences(naqsh(town, *ONE_PIECE))
    assert any("Lalezar_400Regular.ttf" in each for each in told)


def test_an_output_folder_that_cannot_be_written(town):
    (town / "output").rmdir()
    (town / "output").write_text("a file")
    (told,) = sentences(naqsh(town, *ONE_PIECE))
    assert "output" in told


@pytest.mark.parametrize("year", ["1200", "1700", "0"])
def test_a_year_out_of_range(town, year):
    (told,) = sentences(naqsh(town, "year", year))
    assert "1304" in told and "1500" in told


def test_an_unknown_format(town):
    (told,) = sentences(naqsh(town, "year", "1405", "--formats", "squar"))
    assert "“squar”" in told and "square" in told and "billboard-1200x400" in told


def test_an_unknown_occasion(town):
    (told,) = sentences(naqsh(town, "year", "1405", "--only", "yalda"))
    assert "“yalda”" in told and "yalda-night" in told


def test_no_workspace_here(tmp_path):
    (told,) = sentences(naqsh(tmp_path, "year", "1405"))
    assert "naqsh init" in told


def test_messages_in_persian(town):
    (told,) = sentences(naqsh(town, "--lang", "fa", "year", "1405", "--formats", "squar"))
    assert "squar" in told and "قالب" in told


def test_init_does_not_overwrite(town):
    (told,) = sentences(naqsh(town.parent, "init", "town"))
    assert "is there already" in told


def test_a_character_that_no_font_has(town):
    edit(town / "occasions_calendar.yaml", "یلدایتان خجسته!", "یلدایتان خجسته 漢!")
    told = sentences(naqsh(town, *ONE_PIECE))
    assert any("“漢” (U+6F22" in each for each in told)
