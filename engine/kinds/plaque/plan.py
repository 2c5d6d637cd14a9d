"""The plaques of a ceremony, as a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from engine.kinds.plaque.people import Person, people_of
from engine.kinds.plaque.plaques import Ceremony, PlaceOf, Plaques
from engine.production.order import Order
from engine.production.plan import plan
from engine.production.printing import FOR_THE_OFFICE, Printing
from engine.production.subjects import subject_of
from engine.workspace import Workspace


def ceremony_plan(
    workspace: Workspace,
    recipients: Path,
    ceremony: Ceremony,
    formats: Iterable[str],
    folder: Path,
    printing: Printing = FOR_THE_OFFICE,
) -> Order:
    """The plaques of all people of a spreadsheet, in `folder`; and what is wrong with the rows that have none.

    Raises BadInput for an unknown format and for anything wrong in the workspace's files.
    """
    found = people_of(recipients)
    made = plan_of_people(workspace, found.people, found.place, ceremony, formats, folder, printing)
    return replace(made, mistakes=(*found.mistakes, *made.mistakes))


def plan_of_people(
    workspace: Workspace,
    people: Iterable[Person],
    place: PlaceOf,
    ceremony: Ceremony,
    formats: Iterable[str],
    folder: Path,
    printing: Printing = FOR_THE_OFFICE,
) -> Order:
    """The plaques of people; and what is wrong with those that have none, at the places of what they say."""
    keyed = Plaques(workspace, ceremony).keyed(people, place)
    day = workspace.hijri.day(ceremony.date)
    subjects = [subject_of(brief, brief.name, day, provisional=day.provisional) for brief in keyed.briefs]
    chosen = workspace.formats.select(formats)
    made = plan(
        workspace,
        keyed.briefs,
        chosen,
        subjects=subjects,
        folder=folder,
        complete=False,
        printing=printing,
        settled=(f"{day.jalali}_",),  # the letters of other days stay
    )
    return Order(made, keyed.mistakes, keyed.warnings)
