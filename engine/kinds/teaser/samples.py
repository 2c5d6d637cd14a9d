"""The scenes that a template is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.calendar.observances import observances
from engine.errors import BadInput, Place
from engine.formats import Format
from engine.kinds.samples import SAMPLE_YEAR, Sample, Tried, Words
from engine.kinds.teaser.brief import SceneBrief, scene_briefs, scenes_of
from engine.templates.library import Template
from engine.workspace import Workspace

_SAID = ("text", "lettering", "line_sizes")


def _of_scenes(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """On each artboard scenes of the occasions that the template is for: of middling length, shortest and longest."""
    kept = observances(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)
    briefs = [brief for each in kept for brief in scene_briefs(each, scenes_of(each.occasion).scenes)]
    own = [brief for brief in briefs if brief.beside in template.about.beside] or [
        brief for brief in briefs if brief.tone in template.about.tones
    ]
    found = []
    for artboard in dict.fromkeys(artboard.part for artboard in template.artboards):
        its = sorted((brief for brief in own or briefs if brief.part == artboard), key=_length)
        every = sorted((brief for brief in briefs if brief.part == artboard), key=_length)
        if its:
            longest = its[-1].model_copy(update={name: getattr(every[-1], name) for name in _SAID})
            shown: tuple[tuple[Words, SceneBrief], ...] = (
                ("sample", its[len(its) // 2]),
                ("shortest", its[0]),
                ("longest", longest),
            )
            found += [Sample(words, brief) for words, brief in shown]
    if not found:
        raise BadInput.of(
            "no artboard is for a scene of a teaser",
            todo="name them {names}",
            place=Place(template.folder),
            names=", ".join(f"{part}.svg" for part in sorted({brief.part for brief in briefs if brief.part})),
        )
    return tuple(found)


def _length(brief: SceneBrief) -> int:
    return len(brief.text)


def _formats(workspace: Workspace) -> Sequence[Format]:
    return [each for each in workspace.formats.formats if each.medium == "tv"]


TRIED: Mapping[str, Tried] = {SceneBrief.kind: Tried(_of_scenes, _formats)}
