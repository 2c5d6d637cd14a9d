"""`naqsh check`: preflight of pieces, templates, SVG files and PDFs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from math import prod
from pathlib import Path

import click
from rich.cells import cell_len

from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.commands.options import limited
from engine.commands.right_to_left import lines
from engine.errors import BadInput, Mistake, Place
from engine.formats import Format
from engine.guard.limits import DIED, Limit, Limits, OverLimit, ProcessDied
from engine.guard.telling import begun
from engine.persian.digits import persian_numbers
from engine.preflight.examine import Examined, examined
from engine.preflight.findings import Finding, Level
from engine.preflight.subjects import FileSubject, MadeSubject, PdfSubject, PieceSubject, Subject
from engine.print_shop import COATED, Print
from engine.production import manifest
from engine.production.executors import cores, processes
from engine.production.manifest import MANIFEST, MadePiece, Manifest
from engine.production.progress import progress
from engine.review.samples import samples
from engine.svg import Box
from engine.workspace import Workspace

type Look = Callable[[Subject], Examined]

NOWHERE = (0.0, 0.0, 0.0, 0.0)

HEADINGS = {
    "en": ("piece", "", "level", "element", "box", "what", "what to do"),
    "fa": ("قطعه", "", "درجه", "جزء", "جا", "چه", "چاره"),
}
LEVELS = {"en": {"error": "error", "warning": "warning"}, "fa": {"error": "خطا", "warning": "هشدار"}}
COUNTS = {
    "en": "checked: {}, with errors: {}; errors: {}, warnings: {}",
    "fa": "بررسی‌شده: {}، باخطا: {}؛ خطا: {}، هشدار: {}",
}


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--format", "format_id", metavar="ID", help="The format that an SVG file is made for.")
@click.option("--paper", default=COATED, help="The paper of brand.yaml whose ink limit a PDF must keep.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
@click.option(
    "--annotate", type=click.Path(path_type=Path, file_okay=False), help="Draw the faults on pictures in this folder."
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at work; else one for each core.")
@limited
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    format_id: str | None,
    paper: str,
    as_json: bool,
    annotate: Path | None,
    jobs: int | None,
    limits: Limits,
) -> int:
    """Checks what PATH names: an output folder, an SVG file, a PDF or a template; without one, all output folders."""
    language = context.find_root().params["lang"]
    workspace = _workspace()
    format = _needed(workspace).formats.select([format_id])[0] if format_id else None
    limit = (workspace.brand.print if workspace else Print()).on(paper).ink_limit / 100
    subjects = [each for path in paths or _outputs(workspace) for each in _subjects(path, workspace, format, limit)]
    look = partial(examined, workspace.root if workspace else None, annotate)
    found = _looked_at(subjects, look, limits, jobs or cores(), annotate)
    if as_json:
        click.echo(
            json.dumps([_record(each, one) for each in found for one in each.findings], ensure_ascii=False, indent=1)
        )
    else:
        _tell(found, language)
    for each in found:
        for mistake in each.mistakes:
            click.echo(f"{each.name}: {mistake.text(language)}", err=True)
    return 2 if any(each.has_errors for each in found) else 0


def _workspace() -> Workspace | None:
    try:
        return Workspace.find()
    except BadInput:
        return None


def _needed(workspace: Workspace | None) -> Workspace:
    return workspace or Workspace.find()


def _outputs(workspace: Workspace | None) -> Sequence[str]:
    folders = sorted(each.parent for each in _needed(workspace).output.glob(f"*/{MANIFEST}"))
    if not folders:
        raise BadInput.of("there is no output to check", todo="make some with “naqsh year”, or name what to check")
    return [str(each) for each in folders]


def _subjects(path: str, workspace: Workspace | None, format: Format | None, ink_limit: float) -> Iterator[Subject]:
    place = Path(path)
    if _is_file(place / MANIFEST):
        yield from _of_folder(place, _needed(workspace))
    elif _is_file(place) and place.suffix.lower() == ".svg":
        yield FileSubject(place, format)
    elif _is_file(place) and place.suffix.lower() == ".pdf":
        yield PdfSubject(place, ink_limit)
    elif workspace and path in workspace.templates.by_id:
        yield from _of_template(path, workspace)
    else:
        raise BadInput.of(
            "there is no output folder, SVG file, PDF or template “{path}”",
            todo="name one; “naqsh templates” lists the templates",
            path=path,
        )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no file can have such a name
        return False


def _of_folder(folder: Path, workspace: Workspace) -> Iterator[PieceSubject | MadeSubject]:
    """The pieces of an output folder: those of occasions as they would be made today, the others as they were made."""
    made = Manifest.of(folder).pieces
    handed_in = {piece.id for piece in made if not _is_of_an_occasion(piece, workspace)}
    years = sorted({int(piece.key[:4]) for piece in made if piece.id not in handed_in})
    occasions, hijri = workspace.occasions.occasions, workspace.hijri
    briefs = {brief.key: brief for year in years for brief in year_briefs(occasions, year, hijri)}
    for piece in made:
        if piece.id in handed_in:
            yield MadeSubject(piece.id, tuple(map(_as_found, (each for each in piece.findings if each.what))))
            continue
        brief, format = briefs.get(piece.key), workspace.formats.by_id.get(piece.format)
        if brief is None or format is None:
            raise BadInput.of(
                "the piece “{piece}” is of an occasion or a format that is no more",
                todo="bring the folder up to date with “naqsh year”",
                place=Place(folder / MANIFEST),
                piece=piece.id,
            )
        template = workspace.templates.choose(brief.kind, brief.tone, brief.template)
        yield PieceSubject(piece.id, brief, template.id, format)


def _is_of_an_occasion(piece: MadePiece, workspace: Workspace) -> bool:
    template = workspace.templates.by_id.get(piece.template)
    return template is None or OccasionBrief.kind in template.about.kinds


def _as_found(record: manifest.Finding) -> Finding:
    """What preflight found when the piece was made."""
    level: Level = "error" if record.level == "error" else "warning"
    return Finding(
        level, Mistake(record.what, record.todo, values=record.values), record.element, Box(*record.box or NOWHERE)
    )


def _of_template(id: str, workspace: Workspace) -> Iterator[PieceSubject]:
    """A template in every format, with its sample and with the shortest and the longest words."""
    for sample in samples(workspace, workspace.templates.by_id[id]):
        for format in workspace.formats.formats:
            yield PieceSubject(f"{id}/{sample.words}/{format.id}", sample.brief, id, format)


def _looked_at(
    subjects: Sequence[Subject], look: Look, limits: Limits, jobs: int, pictures: Path | None
) -> list[Examined]:
    if len(subjects) == 1:
        begun(_limit(limits, subjects[0]), Place(subjects[0].name), pictures)
        return [look(subjects[0])]
    begun(Limit.none())  # each has its own
    found = []
    with progress(len(subjects)) as advance, processes(max(1, min(jobs, len(subjects)))) as workers:
        pending = [workers.submit(_limit(limits, each), look, each) for each in subjects]
        try:
            for subject, future in zip(subjects, pending, strict=True):
                found.append(_seen(subject, future))
                advance()
        finally:
            for future in pending:
                future.cancel()
    return found


def _limit(limits: Limits, subject: Subject) -> Limit:
    format = subject.format if isinstance(subject, PieceSubject | FileSubject) else None
    return limits.of(prod(format.pixels) if format else 0)


def _seen(subject: Subject, future: Future[Examined]) -> Examined:
    try:
        return future.result()
    except OverLimit as error:
        return Examined(subject.name, (), error.mistakes)
    except ProcessDied:
        return Examined(subject.name, (), (DIED,))


def _tell(found: Sequence[Examined], language: str) -> None:
    rows = [_row(each, number, one, language) for each in found for number, one in enumerate(each.findings, 1)]
    if rows:
        table = [HEADINGS[language], *rows]
        for line in lines(table) if language == "fa" else _columns(table):
            click.echo(line)
    errors = sum(one.is_error for each in found for one in each.findings) + sum(len(each.mistakes) for each in found)
    warnings = sum(not one.is_error for each in found for one in each.findings)
    counts = (len(found), sum(each.has_errors for each in found), errors, warnings)
    told = COUNTS[language].format(*counts)
    click.echo(persian_numbers(told) if language == "fa" else told)


def _row(each: Examined, number: int, finding: Finding, language: str) -> tuple[str, ...]:
    box = finding.box
    return (
        each.name,
        str(number),
        LEVELS[language][finding.level],
        finding.element,
        f"{box.x:.0f},{box.y:.0f} {box.width:.0f}×{box.height:.0f}",
        finding.what(language),
        finding.todo(language),
    )


def _record(each: Examined, finding: Finding) -> Mapping[str, object]:
    box = finding.box
    return {
        "piece": each.name,
        "level": finding.level,
        "element": finding.element,
        "box": [round(value, 1) for value in (box.x, box.y, box.width, box.height)],
        "what": finding.what("en"),
        "todo": finding.todo("en"),
        "what_fa": finding.what("fa"),
        "todo_fa": finding.todo("fa"),
    }


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()
