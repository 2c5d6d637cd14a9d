"""What a template is tried with: a sample, the shortest words of the calendar and its longest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.briefs.brief import Brief
from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.errors import BadInput, Place
from engine.templates.library import Template
from engine.workspace import Workspace

SAMPLE_YEAR = 1405
_WORDS = ("title", "message", "weekday", "date", "hijri_date", "gregorian_date")  # each may be long by itself

type Words = Literal["sample", "shortest", "longest"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A brief, and which words it has."""

    words: Words
    brief: Brief


def samples(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """The briefs that a template is tried with. Raises BadInput for a kind of template that has none yet."""
    for kind in template.about.kinds:
        if kind in _OF_KIND:
            return _OF_KIND[kind](workspace, template)
    raise BadInput.of(
        "there are no samples for a template of the kind “{kinds}”",
        todo="use one of {known}",
        place=Place(workspace.templates.root / template.id / "template.yaml"),
        kinds=", ".join(template.about.kinds),
        known=", ".join(_OF_KIND),
    )


def _of_occasions(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    briefs = year_briefs(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)
    return (
        Sample("sample", _typical(briefs, template)),
        Sample("shortest", _extreme(briefs, min)),
        Sample("longest", _extreme(briefs, max)),
    )


def _typical(briefs: Sequence[OccasionBrief], template: Template) -> OccasionBrief:
    """An occasion with words of middling length: one drawn with the template, else one of its tones, else any."""
    wanted = [each for each in briefs if each.template == template.id]
    suited = [each for each in briefs if each.tone in template.about.tones]
    by_length = sorted(wanted or suited or briefs, key=lambda brief: len(brief.lettering) + len(brief.message))
    return by_length[len(by_length) // 2]


def _extreme(briefs: Sequence[OccasionBrief], pick: Callable[..., OccasionBrief]) -> OccasionBrief:
    """The occasion of the shortest or longest lettering, with the calendar's shortest or longest words."""
    base = pick(briefs, key=lambda brief: len(brief.lettering))
    return base.model_copy(
        update={name: getattr(pick(briefs, key=lambda brief: len(getattr(brief, name))), name) for name in _WORDS}
    )


_OF_KIND: Mapping[str, Callable[[Workspace, Template], tuple[Sample, ...]]] = {OccasionBrief.kind: _of_occasions}
