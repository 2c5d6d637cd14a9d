import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.cli import naqsh


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])


def output(*arguments: str) -> str:
    return CliRunner().invoke(naqsh, ["holidays", *arguments], catch_exceptions=False).stdout


def test_a_leap_year_day_by_day() -> None:
    lines = output("1403").splitlines()
    assert len(lines) == 27
    assert lines[0].endswith("۱۴۰۳/۰۱/۰۱")
    assert lines[-1].endswith("۱۴۰۳/۱۲/۳۰")
    assert "آخرین روز سال" in lines[-1]


def test_two_holidays_on_a_day_are_one_line() -> None:
    (line,) = [line for line in output("1403").splitlines() if line.endswith("۱۴۰۳/۰۱/۱۳")]
    assert "روز طبیعت؛ شهادت" in line


def test_json() -> None:
    found = json.loads(output("1403", "--json"))
    assert found[-1] == {
        "jalali": "1403-12-30",
        "hijri": "1446-09-19",
        "gregorian": "2025-03-20",
        "weekday": "thursday",
        "titles": ["آخرین روز سال"],
        "provisional": False,
    }
