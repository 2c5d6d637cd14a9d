"""What a template may ask for: the placeholders of a kind of brief, each with what it is and a sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from engine.briefs.brief import Brief
from engine.review.samples import samples
from engine.workspace import Workspace

_LONGEST = 46  # characters of a sample


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`name` as it stands in {{ }}, `meaning` in English, `sample` as a table shows it."""

    name: str
    meaning: str
    sample: str


def kinds(workspace: Workspace) -> tuple[str, ...]:
    """The kinds of brief that the workspace has templates for, in the templates' order."""
    return tuple(dict.fromkeys(kind for each in workspace.templates.by_id.values() for kind in each.about.kinds))


def of_kind(workspace: Workspace, kind: str) -> tuple[Placeholder, ...]:
    """What a brief of one of the `kinds` offers. Raises BadInput where the workspace's files are wrong."""
    template = next(each for each in workspace.templates.by_id.values() if kind in each.about.kinds)
    return tuple(of_brief(samples(workspace, template)[0].brief))


def of_brief(brief: Brief) -> Iterator[Placeholder]:
    """What a brief offers, with its own values as samples."""
    for name, field in type(brief).model_fields.items():
        if field.description:
            yield Placeholder(name, field.description, _shown(getattr(brief, name)))


def of_brand(workspace: Workspace) -> Iterator[Placeholder]:
    """What every brief offers of the office that speaks."""
    brand = workspace.brand
    for name in ("office", "municipality", "city", "website"):
        yield Placeholder(f"brand.{name}", "the office that speaks", _shown(getattr(brand, name)))
    for name, value in brand.handles.model_dump().items():
        yield Placeholder(f"brand.handles.{name}", "its channel", _shown(value))


def _shown(value: object) -> str:
    """Of what has parts, their names; of what is long, its beginning."""
    if isinstance(value, BaseModel):
        return ", ".join(f".{name}" for name in type(value).model_fields)
    if isinstance(value, Sequence) and not isinstance(value, str):
        if value and isinstance(value[0], BaseModel):
            return _shown(value[0])
        return "، ".join(map(str, value))
    text = str(value if value is not None else "").replace("\n", " ⏎ ")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
