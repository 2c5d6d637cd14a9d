"""An artboard filled, set and looked at, in a format with a sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from engine.errors import BadInput, Place
from engine.formats import Format
from engine.guard import begun
from engine.kinds.samples import Sample
from engine.preflight import Finding, check_piece
from engine.review.looks import bare_edges, missing_fonts, outside_canvas, slow_masks
from engine.review.remarks import Remark, Seen
from engine.templates.fill import Filled, fill
from engine.templates.library import Artboard
from engine.typography import Artwork, outline
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Trial:
    """An artboard in a format with a sample; `artwork` and `filled` are None where it could not be made.

    `outside` are the lines whose elements stand wholly outside the canvas.
    """

    artboard: Artboard
    format: Format
    sample: Sample
    filled: Filled | None = None
    artwork: Artwork | None = None
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()
    outside: frozenset[int] = frozenset()

    @property
    def name(self) -> Seen:
        return Seen(self.format.id, self.sample.words)


def tried(workspace: Workspace, artboard: Artboard, format: Format, sample: Sample) -> Trial:
    """The trial; why it could not be made, and what is wrong with what was made, become its remarks."""
    trial = Trial(artboard, format, sample)
    begun(place=Place(artboard.path))
    try:
        filled = _filled(workspace, artboard, format, sample)
        named = _name_all(filled)
        artwork = outline(filled.tree, workspace.fonts, source=filled.source)
    except BadInput as error:
        return replace(trial, remarks=tuple(Remark("error", each, (trial.name,)) for each in error.mistakes))
    findings = check_piece(filled, artwork, format)
    lines = {id: each.sourceline for each in filled.tree.iter(etree.Element) if (id := each.get("id"))}
    remarks = (
        *(_told(finding, artboard, lines, named) for finding in findings),
        *missing_fonts(filled, workspace.fonts),
        *slow_masks(filled, artwork),
        *bare_edges(filled, artwork),
    )
    return replace(
        trial,
        filled=filled,
        artwork=artwork,
        findings=findings,
        remarks=tuple(replace(each, seen=(trial.name,)) for each in remarks),
        outside=outside_canvas(filled, artwork),
    )


def _filled(workspace: Workspace, artboard: Artboard, format: Format, sample: Sample) -> Filled:
    library, brief = workspace.templates, sample.brief
    colours = library.palettes.colours(brief.tone, brief.palette)
    return fill(library, artboard, format, {**brief.placeholders, "brand": workspace.brand}, colours)


def _name_all(filled: Filled) -> Mapping[str, str]:
    """Gives an id to each element that has none, for findings speak of ids; gives these ids and what they are."""
    named = {}
    for number, element in enumerate(filled.tree.iter(etree.Element)):
        if not element.get("id"):
            id = f"naqsh-{number}"
            element.set("id", id)
            named[id] = f"<{etree.QName(element).localname}>"
    return named


def _told(finding: Finding, artboard: Artboard, lines: Mapping[str, int | None], named: Mapping[str, str]) -> Remark:
    """What preflight has found, with the line of the artboard."""
    message = finding.message
    values = {key: named.get(str(value), value) for key, value in message.values.items()}
    line = lines.get(finding.element)
    return Remark(finding.level, replace(message, values=values, place=Place(artboard.path, line)))
