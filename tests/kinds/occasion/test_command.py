from pathlib import Path

import pytest

from engine.cli import main
from engine.production import executors
from tests.production.conftest import contents, edit, inline


@pytest.fixture
def town(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that `naqsh` is started in; its work is done without processes."""
    monkeypatch.chdir(root)
    monkeypatch.setattr("engine.commands.making.processes", lambda count: inline()())
    return root


def naqsh(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert isinstance(end.value.code, int)
    return end.value.code


def test_a_year(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert naqsh("year", "1405", "--only", "yalda,tree-day", "--formats", "tiny", "--formats", "flat") == 0
    assert "4 made" in capsys.readouterr().out
    assert (town / "output/1405/tiny/1405-09-30_yalda.png").is_file()


def test_another_folder(town: Path, tmp_path: Path) -> None:
    assert naqsh("year", "1405", "--only", "yalda", "--formats", "tiny", "--output", str(tmp_path / "there")) == 0
    assert (tmp_path / "there/1405/tiny/1405-09-30_yalda.png").is_file()
    assert not (town / "output").exists()


def test_a_dry_run_makes_nothing(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    naqsh("year", "1405", "--only", "fitr", "--formats", "tiny")
    before = contents(town)
    capsys.readouterr()
    assert naqsh("year", "1405", "--formats", "tiny", "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines[:-1]] == ["up to date", "to make", "to make", "to make", "up to date"]
    assert "tiny/1405-09-30_yalda.png" in "".join(lines)
    assert lines[-1] == "5 pieces, 5 files, 2 up to date, 3 to make"
    assert contents(town) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["12"], "there is no calendar for the year 12"),
        (["1405", "--only", "yaldaa"], "there is no occasion “yaldaa”; write “yalda”."),
        (["1405", "--formats", "huge"], "unknown format “huge”; use one of"),
        (["1405", "--scheduler", "nowhere"], "no Dask scheduler answers at nowhere"),
    ],
)
def test_bad_input_is_one_sentence(
    town: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert naqsh("year", *arguments) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1


def test_failures_are_listed_at_the_end(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(town / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی با نویسهٔ \U00013000.")
    assert naqsh("year", "1405", "--formats", "tiny") == 2
    told = capsys.readouterr()
    assert "3 made, 2 failed" in told.out
    assert len([line for line in told.err.splitlines() if "plain.svg" in line]) == 1
    assert "Traceback" not in told.err


def test_cores() -> None:
    assert executors.cores() >= 1
