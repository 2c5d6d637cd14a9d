import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.calendar.dates import HijriCalendar
from engine.cli import main, naqsh

CHECKOUT = Path(__file__).parents[2]
KEYS = ["id", "title", "jalali", "hijri", "gregorian", "weekday", "days", "holiday", "provisional"]


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)


def listed(year: int) -> list[dict[str, object]]:
    result = CliRunner().invoke(naqsh, ["occasions", str(year), "--json"], catch_exceptions=False)
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_json_has_the_observances_by_date() -> None:
    found = listed(1405)
    assert len(found) == 68
    assert [each["jalali"] for each in found] == sorted(str(each["jalali"]) for each in found)
    (yalda,) = [each for each in found if each["id"] == "yalda-night"]
    assert yalda == {
        "id": "yalda-night",
        "title": "شب یلدا",
        "jalali": "1405-09-30",
        "hijri": "1448-07-11",
        "gregorian": "2026-12-21",
        "weekday": "monday",
        "days": 1,
        "holiday": False,
        "provisional": False,
    }
    assert list(yalda) == KEYS


def test_json_warns_of_a_feast_on_a_day_of_mourning() -> None:
    warned = [each for each in listed(1405) if "warnings" in each]
    assert [(each["id"], each["jalali"]) for each in warned] == [("ghadir", "1405-03-14")]
    assert list(warned[0]) == [*KEYS, "warnings"]


def test_json_says_what_is_provisional() -> None:
    provisional = {each["id"] for each in listed(1410) if each["provisional"]}
    assert "fitr" in provisional
    assert not provisional & {"nowruz", "labour-day"}


def test_the_table_reads_from_the_right() -> None:
    result = CliRunner().invoke(naqsh, ["occasions", "1405"], catch_exceptions=False)
    lines = result.stdout.splitlines()
    assert len(lines) == 69
    assert lines[0].endswith("تاریخ")
    yalda = next(line for line in lines if "یلدا" in line)
    assert yalda.endswith("۱۴۰۵/۰۹/۳۰")
    assert yalda.index("۲۰۲۶/۱۲/۲۱") < yalda.index("۱۱ رجب ۱۴۴۸") < yalda.index("شب یلدا") < yalda.index("دوشنبه")
    assert result.stderr.count("falls on a day of mourning") == 1


def test_a_year_out_of_reach_is_one_sentence_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["occasions", "2026"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "there is no calendar for the year 2026; give a Jalali year from 1304 to 1500.\n"
    )


def test_brand_yaml_moves_a_hijri_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = HijriCalendar.of_iran().first(1448, 11).replace(day=9)
    shutil.copy(CHECKOUT / "occasions_calendar.yaml", tmp_path)
    brand = (CHECKOUT / "brand.yaml").read_text(encoding="utf-8")
    kept = "\n".join(line for line in brand.splitlines() if not line.startswith("hijri_months"))
    (tmp_path / "brand.yaml").write_text(f"{kept}\nhijri_months:\n  1448-11: {moved}\n", encoding="utf-8")
    before = {each["id"]: each for each in listed(1406)}
    monkeypatch.chdir(tmp_path)
    after = {each["id"]: each for each in listed(1406)}
    assert (before["girls-day"]["jalali"], before["girls-day"]["provisional"]) == ("1406-01-19", True)
    assert (after["girls-day"]["jalali"], after["girls-day"]["provisional"]) == ("1406-01-20", False)
