"""`naqsh occasions`: what falls on which day of a year."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

import click

from engine.calendar.observances import Clash, Observance, clashes, observances
from engine.commands.right_to_left import lines
from engine.persian.dates import WEEKDAY_NAMES, hijri_in_words, in_figures, persian_digits
from engine.workspace import Workspace

HEADER = ("تاریخ", "روز", "مناسبت", "قمری", "میلادی", "مدت", "")


@click.command("occasions")
@click.argument("year", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
@click.pass_context
def command(context: click.Context, year: int, as_json: bool) -> None:
    """What falls on which day of a Jalali YEAR."""
    workspace = Workspace.find()
    observed = observances(workspace.occasions.occasions, year, workspace.hijri)
    found = clashes(observed)
    if as_json:
        click.echo(_json(observed, found))
        return
    for line in lines([HEADER, *map(_row, observed)]):
        click.echo(line)
    for clash in found:
        click.echo(clash.warning.text(context.find_root().params["lang"]), err=True)


def _json(observed: Sequence[Observance], found: Sequence[Clash]) -> str:
    warnings: defaultdict[str, list[str]] = defaultdict(list)
    for clash in found:
        warnings[clash.joyful.key].append(str(clash.warning))
    return json.dumps([_record(each, warnings) for each in observed], ensure_ascii=False, indent=2)


def _record(observance: Observance, warnings: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    day = observance.first
    record = {
        "id": observance.occasion.id,
        "title": observance.occasion.title,
        "jalali": str(day.jalali),
        "hijri": str(day.hijri),
        "gregorian": day.gregorian.isoformat(),
        "weekday": day.weekday,
        "days": observance.days,
        "holiday": observance.occasion.holiday,
        "provisional": observance.provisional,
    }
    return {**record, "warnings": warnings[observance.key]} if observance.key in warnings else record


def _row(observance: Observance) -> Sequence[str]:
    day, occasion = observance.first, observance.occasion
    notes = [word for word, holds in (("تعطیل", occasion.holiday), ("احتمالی", observance.provisional)) if holds]
    return (
        in_figures(day.jalali),
        WEEKDAY_NAMES[day.weekday],
        occasion.title,
        hijri_in_words(day.hijri),
        in_figures((day.gregorian.year, day.gregorian.month, day.gregorian.day)),
        persian_digits(f"{observance.days} روز"),
        "، ".join(notes),
    )
