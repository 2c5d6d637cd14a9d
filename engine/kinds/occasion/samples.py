"""The occasions that a template is tried with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.formats import Format
from engine.kinds.samples import SAMPLE_YEAR, Sample, Tried
from engine.templates.library import Template
from engine.workspace import Workspace

_WORDS = ("title", "message", "weekday", "date", "hijri_date", "gregorian_date")  # each may be long by itself


def _of_occasions(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    briefs = year_briefs(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)
    own = sorted(_own(briefs, template), key=lambda brief: len(brief.lettering) + len(brief.message))
    typical = own or sorted(briefs, key=lambda brief: len(brief.lettering) + len(brief.message))
    return (
        Sample("sample", typical[len(typical) // 2]),
        Sample("shortest", _extreme(briefs, min, own[:1])),
        Sample("longest", _extreme(briefs, max, own[-1:])),
    )


def _own(briefs: Sequence[OccasionBrief], template: Template) -> Sequence[OccasionBrief]:
    """The occasions that are drawn with the template, else those of its tones."""
    wanted = [each for each in briefs if each.template == template.id]
    return wanted or [each for each in briefs if each.tone in template.about.tones]


def _extreme(
    briefs: Sequence[OccasionBrief], pick: Callable[..., OccasionBrief], painted_as: Sequence[OccasionBrief]
) -> OccasionBrief:
    """The occasion of the shortest or longest lettering, with the calendar's shortest or longest words.

    Its colours are those of an occasion that the template is for, where there is one.
    """
    base = pick(briefs, key=lambda brief: len(brief.lettering))
    words = {name: getattr(pick(briefs, key=lambda brief: len(getattr(brief, name))), name) for name in _WORDS}
    colours = {"tone": painted_as[0].tone, "palette": painted_as[0].palette} if painted_as else {}
    return base.model_copy(update=words | colours)


def _formats(workspace: Workspace) -> Sequence[Format]:
    return workspace.formats.formats


TRIED: Mapping[str, Tried] = {OccasionBrief.kind: Tried(_of_occasions, _formats)}
