"""The observances of a year that are asked for: what occasions' pieces and teasers begin from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.briefs.occasion import OccasionBrief
from engine.calendar.observances import Observance, clashes, observances
from engine.errors import BadInput, Mistake, nearest
from engine.production.manifest import Subject
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Kept:
    """The observances of a year that were asked for, and what is told of each."""

    chosen: tuple[Observance, ...]
    warnings: Mapping[str, Sequence[str]]

    def subject(self, observance: Observance, brief: OccasionBrief) -> Subject:
        """What a gallery shows of a brief."""
        return Subject(
            key=brief.key,
            id=observance.occasion.id,
            title=brief.title,
            tone=brief.tone,
            weekday=brief.weekday,
            date=brief.date,
            hijri_date=brief.hijri_date,
            gregorian_date=brief.gregorian_date,
            days=observance.days,
            holiday=observance.occasion.holiday,
            provisional=observance.provisional,
            warnings=tuple(self.warnings[observance.key]),
            caption=brief.caption,
            alt=brief.alt,
        )


def kept_in(workspace: Workspace, year: int, only: Sequence[str] = ()) -> Kept:
    """The observances of a Jalali year, or only those of these ids.

    Raises BadInput for a year out of reach and for an occasion that does not exist or has no day in it.
    """
    all_year = observances(workspace.occasions.occasions, year, workspace.hijri)
    return Kept(_only(all_year, only, workspace, year) if only else all_year, _warnings(all_year))


def _only(
    all_year: Sequence[Observance], only: Sequence[str], workspace: Workspace, year: int
) -> tuple[Observance, ...]:
    known = workspace.occasions.by_id
    if unknown := [id for id in only if id not in known]:
        raise BadInput(_unknown(id, known) for id in unknown)
    chosen = tuple(each for each in all_year if each.occasion.id in only)
    if absent := set(only) - {each.occasion.id for each in chosen}:
        raise BadInput.of(
            "the year {year} has no day of {ids}",
            todo="leave it out, or take another year",
            ids=", ".join(sorted(absent)),
            year=year,
        )
    return chosen


def _unknown(id: str, known: Mapping[str, object]) -> Mistake:
    return Mistake("there is no occasion “{id}”", "write {nearest}", values={"id": id, "nearest": nearest(id, known)})


def _warnings(all_year: Sequence[Observance]) -> Mapping[str, Sequence[str]]:
    warnings: defaultdict[str, list[str]] = defaultdict(list)
    for clash in clashes(all_year):
        warnings[clash.joyful.key].append(clash.warning.text("fa"))
    return warnings
