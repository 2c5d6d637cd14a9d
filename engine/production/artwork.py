"""A brief as an artwork: filled into its template, its text as outlines."""

from __future__ import annotations

from engine.briefs.brief import Brief
from engine.formats import Format
from engine.templates.fill import Filled, fill
from engine.typography import Artwork, outline
from engine.workspace import Workspace


def artwork_of(workspace: Workspace, brief: Brief, template: str, format: Format) -> tuple[Filled, Artwork]:
    """The filled artboard and its artwork, whose user space is the format with its bleed. Raises BadInput."""
    library = workspace.templates
    artboard = library.by_id[template].artboard(format.aspect, brief.part)
    colours = library.palettes.colours(brief.tone, brief.palette)
    data = {**brief.placeholders, "brand": workspace.brand}
    filled = fill(library, artboard, format, data, colours)
    return filled, outline(filled.tree, workspace.fonts, source=filled.source)
