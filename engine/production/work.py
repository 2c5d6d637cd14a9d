"""The making of one piece, in whatever process it happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from engine.errors import BadInput
from engine.export import PRINTED, UNCALIBRATED, export
from engine.files import refusal, whole
from engine.guard import begun
from engine.persian.dates import persian_digits
from engine.preflight import check_piece
from engine.production.artwork import artwork_of
from engine.production.manifest import Finding, MadeFile, MadePiece, Scale
from engine.production.plan import Piece
from engine.production.preview import write_preview
from engine.production.provenance import engine_digest
from engine.production.slug import slug_of
from engine.production.task import Failure, Outcome, Task, failure_of_ours
from engine.templates.fill import Filled
from engine.typography import Artwork
from engine.workspace import Workspace


def outcome(task: Task) -> Outcome:
    """The finished piece, all its files in place; or why there is none, and its files as they were."""
    try:
        return _made(task)
    except BadInput as error:
        return Failure(task.piece, error.mistakes)
    except OSError as error:
        return Failure(task.piece, (refusal(error, task.folder),))
    except Exception as error:
        return failure_of_ours(task.piece, error)


def _made(task: Task) -> MadePiece:
    piece, folder = task.piece, task.folder
    if task.engine != engine_digest():
        raise BadInput.of(
            "a worker has another version of Naqsh, of Python or of a library that draws",
            todo="install the same there and start it anew",
        )
    workspace = workspace_of(task)
    begun()  # the first piece does not pay for what all need
    filled, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
    with ExitStack() as files:  # they take their places together, when the last one is written
        partials = {output.file_type: files.enter_context(whole(folder / output.path)) for output in piece.outputs}
        press = workspace.press(piece.format.paper) if piece.is_for_press else None
        slug = slug_of(workspace, piece) if press and piece.printing.marks else None
        title = str(piece.brief.placeholders.get("title") or piece.brief.key)
        day = piece.brief.first_day
        x1a = piece.printing.pdf == "x1a"
        for file_type, partial in partials.items():
            export(artwork, piece.format, file_type, partial, day, press=press, title=title, slug=slug, x1a=x1a)
        unseen = PRINTED if press else {"pdf"}  # what no small picture of the screen's colours can be shrunk from
        picture = next((partial for file_type, partial in partials.items() if file_type not in unseen), None)
        preview = files.enter_context(whole(folder / piece.preview))
        write_preview(preview, artwork, piece.format, filled.canvas.trim, picture)
    return MadePiece(
        key=piece.brief.key,
        format=piece.format.id,
        template=piece.template,
        digest=piece.digest,
        files=tuple(_made_file(folder, output.path, output.scale) for output in piece.outputs),
        preview=_made_file(folder, piece.preview),
        findings=(*_findings(filled, artwork, piece), *_print_findings(workspace, piece)),
    )


def _findings(filled: Filled, artwork: Artwork, piece: Piece) -> Iterator[Finding]:
    for warning in (*artwork.warnings, *artwork.scene.warnings):
        told = replace(warning, place=None)
        yield Finding(level="warning", text=told.text("en"), text_fa=persian_digits(told.text("fa")))
    for found in check_piece(filled, artwork, piece.format):
        message, box = found.message, found.box
        yield Finding(
            level=found.level,
            text=message.text("en"),
            text_fa=persian_digits(message.text("fa")),
            element=found.element,
            box=(round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1)),
            what=message.what,
            todo=message.todo,
            values={name: str(value) for name, value in message.values.items()},
        )


def _print_findings(workspace: Workspace, piece: Piece) -> Iterator[Finding]:
    if piece.is_for_press and not workspace.brand.print.on(piece.format.paper).calibrated:
        yield Finding(level="note", text=UNCALIBRATED.text("en"), text_fa=UNCALIBRATED.text("fa"))


def _made_file(folder: Path, path: str, scale: Scale = "1:1") -> MadeFile:
    return MadeFile(path=path, size=(folder / path).stat().st_size, scale=scale)


def workspace_of(task: Task) -> Workspace:
    """The workspace that a task is of."""
    return _workspace(task.root, task.materials)


@lru_cache(maxsize=1)
def _workspace(root: Path, materials: str) -> Workspace:
    """The workspace, opened once in a process and again when its `materials` have changed."""
    return Workspace(root)
