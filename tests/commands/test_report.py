"""`naqsh report` as it is run."""

from pathlib import Path

import pikepdf
import pytest

from engine.cli import main

ROOT = Path(__file__).parents[2]
REPORT = """\
year: 1405
period: سه‌ماهه
departments:
  - name: فضای سبز
    figures: [{label: نهال, value: 4200, last: 3900}, {label: گل, value: بسیار}]
  - name: فضای سبز
"""


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    return int(stopped.value.code or 0)


def test_what_is_wrong_is_told_and_the_booklet_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    file = tmp_path / "performance.yaml"
    file.write_text(REPORT, encoding="utf-8")
    arguments = ("report", str(file), "--formats", "a4", "--jobs", "1", "--output", str(tmp_path / "out"))
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert f"{file}:5: “بسیار” is no number" in said.err
    assert f"{file}:6: the department “فضای سبز” stands twice" in said.err
    booklet = tmp_path / "out" / "1405-01-03_report_a4.pdf"
    assert str(booklet) in said.out
    with pikepdf.open(booklet) as bound:
        assert len(bound.pages) == 3
    assert run(*arguments, "--dry-run") == 2
    said = capsys.readouterr()
    assert "3 up to date, 0 to make" in said.out
    assert f"{file}:5: “بسیار” is no number" in said.err


def test_nothing_to_report_of_is_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert run("report", str(tmp_path / "none.xlsx")) == 2
    assert "none.xlsx: there is no such spreadsheet" in capsys.readouterr().err
