"""What stands on the command line may be anything: exit 2, and lines of less than 400 characters."""

from pathlib import Path

import pytest

from engine.cli import main

OFFICE = Path(__file__).parents[2]
LONG = "1" * 5000
GIVEN = {
    "a-year-of-5000-digits": ["year", LONG, "--dry-run"],
    "a-year-of-4000-digits": ["calendar", LONG[:4000], "--dry-run"],
    "a-year-before-all": ["occasions", "--", "-5"],
    "a-year-beyond-all": ["holidays", "99999999999"],
    "no-date": ["news", "--title", "خبر", "--date", "1405/13/45", "--dry-run"],
    "a-date-beyond-all": ["plaque", "--to", "مینا", "--for", "x", "--date", "9999/12/29", "-o", "x.pdf"],
    "a-point-that-is-none": ["news", "--title", "خبر", "--photo", "x.jpg", "--focus", "nan nan", "--dry-run"],
    "a-format-that-is-none": ["year", "1405", "--formats", LONG, "--dry-run"],
    "no-processes": ["year", "1405", "--jobs", "0", "--dry-run"],
    "a-name-that-no-file-can-have": ["check", LONG],
    "a-control": ["plaque", "--to", "a\x1bb", "--for", "x", "-o", "x.pdf"],
    "an-option-that-is-none": ["year", "1405", f"--{LONG}"],
}


@pytest.mark.parametrize("arguments", GIVEN.values(), ids=GIVEN)
def test_it_is_told_in_short_lines(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(OFFICE)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert all(len(line) < 400 and "\x1b" not in line for line in lines)
