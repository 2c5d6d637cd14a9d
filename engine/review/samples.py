"""Which samples a template is tried with, by the kinds of brief that it takes."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import BadInput, Place
from engine.formats import Format
from engine.kinds.registry import tried
from engine.kinds.samples import Sample, Tried
from engine.templates.library import Template
from engine.workspace import Workspace


def formats_for(workspace: Workspace, template: Template) -> Sequence[Format]:
    """The formats that a template may be asked for: an occasion's in all of them, a calendar's in its own styles."""
    return _way(workspace, template).formats(workspace)


def samples(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """The briefs that a template is tried with. Raises BadInput for a kind of template that has none yet."""
    return _way(workspace, template).samples(workspace, template)


def _way(workspace: Workspace, template: Template) -> Tried:
    for kind in template.about.kinds:
        if kind in tried():
            return tried()[kind]
    raise BadInput.of(
        "there are no samples for a template of the kind “{kinds}”",
        todo="use one of {known}",
        place=Place(workspace.templates.root / template.id / "template.yaml"),
        kinds=", ".join(template.about.kinds),
        known=", ".join(tried()),
    )
