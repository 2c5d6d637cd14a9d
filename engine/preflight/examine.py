"""Filling, setting and checking a subject, with its faults drawn on its picture where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine import gate
from engine.errors import BadInput, Mistake
from engine.files import asked_for, writing
from engine.formats import Format
from engine.preflight import check, check_piece, pdf
from engine.preflight.annotate import annotated
from engine.preflight.findings import Finding
from engine.preflight.subjects import FileSubject, MadeSubject, PdfSubject, PieceSubject, Subject
from engine.svg import Box, parse, view_box
from engine.templates.canvas import Canvas, canvas_of
from engine.templates.fill import fill
from engine.typography import Artwork, FontLibrary, outline
from engine.workspace import FONTS, Workspace, starter, workspace_at


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found. `mistakes` are why a subject could not even be made."""

    name: str
    findings: tuple[Finding, ...]
    mistakes: tuple[Mistake, ...] = ()

    @property
    def has_errors(self) -> bool:
        return bool(self.mistakes) or any(each.is_error for each in self.findings)


@dataclass(frozen=True, slots=True)
class _Made:
    artwork: Artwork
    canvas: Canvas
    format: Format
    findings: tuple[Finding, ...]


def examined(root: Path | None, pictures: Path | None, subject: Subject) -> Examined:
    """What is wrong with a subject of the workspace at `root`; its faults are drawn on a PNG in the folder `pictures`.

    Those of a PDF and of a piece that is not filled again are not drawn. Raises BadInput where that can't be written.
    """
    try:
        if isinstance(subject, PdfSubject):
            return Examined(subject.name, pdf.findings_of(subject.path, subject.ink_limit))
        if isinstance(subject, MadeSubject):
            return Examined(subject.name, subject.findings)
        made = (
            _piece(workspace_at(_needed(root)), subject) if isinstance(subject, PieceSubject) else _file(root, subject)
        )
    except BadInput as error:
        return Examined(subject.name, (), error.mistakes)
    if pictures is not None and made.findings:
        path = pictures / f"{_file_name(subject)}.png"
        with writing(pictures):
            path.parent.mkdir(parents=True, exist_ok=True)
        with asked_for(path) as partial:
            annotated(made.artwork, made.canvas.trim, made.findings, _fonts(root), partial)
    return Examined(subject.name, made.findings)


def _piece(workspace: Workspace, subject: PieceSubject) -> _Made:
    library, brief, format = workspace.templates, subject.brief, subject.format
    artboard = library.choose(brief.kind, brief.tone, subject.template).artboard(format.aspect, brief.part)
    data = {**brief.placeholders, "brand": workspace.brand}
    filled = fill(library, artboard, format, data, library.palettes.colours(brief.tone, brief.palette))
    artwork = outline(filled.tree, workspace.fonts, source=filled.source)
    told = _undrawn(artwork, filled.canvas)
    return _Made(artwork, filled.canvas, format, (*check_piece(filled, artwork, format), *told))


def _file(root: Path | None, subject: FileSubject) -> _Made:
    content = gate.content(subject.path, gate.SVG)
    tree = parse(content, subject.path)
    artwork = outline(tree, _fonts(root), source=subject.path, raised=False)
    box = view_box(tree.getroot(), subject.path)
    format = subject.format or _screen(box)
    canvas = _within_bleed(box, format)
    return _Made(artwork, canvas, format, (*check(artwork, canvas, format), *_undrawn(artwork, canvas)))


def _undrawn(artwork: Artwork, canvas: Canvas) -> Iterator[Finding]:
    """What is not drawn as the artwork says."""
    for told in (*artwork.warnings, *artwork.scene.warnings):
        yield Finding("warning", told, str(told.values.get("element", "")), canvas.trim)


def _screen(box: Box) -> Format:
    width, height = max(1, round(box.width)), max(1, round(box.height))
    return Format(id="file", title="", medium="screen", width=width, height=height, files=("png",))


def _within_bleed(box: Box, format: Format) -> Canvas:
    """The canvas of an artwork whose user space has the format's bleed around it."""
    x = box.width * format.bleed / (format.width + 2 * format.bleed)
    y = box.height * format.bleed / (format.height + 2 * format.bleed)
    return canvas_of(box.grown(-x, -y), format)


def _fonts(root: Path | None) -> FontLibrary:
    """The fonts of the workspace, else ours."""
    return workspace_at(root).fonts if root else FontLibrary.load(starter() / FONTS)


def _needed(root: Path | None) -> Path:
    assert root is not None, "a piece belongs to a workspace"
    return root


def _file_name(subject: Subject) -> str:
    return subject.path.stem if isinstance(subject, FileSubject) else subject.name.replace("/", "_")
