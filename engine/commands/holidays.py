"""`naqsh holidays`: the days off of a year."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import click

from engine.calendar.observances import Holiday, holidays
from engine.commands.right_to_left import lines
from engine.persian.dates import WEEKDAY_NAMES, hijri_in_words, in_figures
from engine.workspace import Workspace


@click.command("holidays")
@click.argument("year", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def command(year: int, as_json: bool) -> None:
    """The holidays of a Jalali YEAR, day by day, Fridays aside."""
    workspace = Workspace.find()
    kept = workspace.occasions
    found = holidays(kept.occasions, year, workspace.hijri, kept.closures)
    if as_json:
        click.echo(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=2))
        return
    for line in lines(map(_row, found)):
        click.echo(line)


def _record(holiday: Holiday) -> Mapping[str, object]:
    return {
        "jalali": str(holiday.day.jalali),
        "hijri": str(holiday.day.hijri),
        "gregorian": holiday.day.gregorian.isoformat(),
        "weekday": holiday.day.weekday,
        "titles": holiday.titles,
        "provisional": holiday.provisional,
    }


def _row(holiday: Holiday) -> Sequence[str]:
    return (
        in_figures(holiday.day.jalali),
        WEEKDAY_NAMES[holiday.day.weekday],
        "؛ ".join(holiday.titles),
        hijri_in_words(holiday.day.hijri),
        "احتمالی" if holiday.provisional else "",
    )
