"""`naqsh template`: begin a template, and see what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from engine.commands.options import limited
from engine.errors import BadInput, Place
from engine.files import asked_for
from engine.guard import Limits, begun
from engine.templates.starting import start
from engine.templates.updating import Change, Updated
from engine.templates.updating import update as update_templates
from engine.workspace import TEMPLATES, Workspace, starter

if TYPE_CHECKING:
    from engine.review import Remark, Review
    from engine.review.remarks import Seen

NEXT = {
    "en": "{folder}: open {first} in Inkscape, change it and save it; then: naqsh template check {name}",
    "fa": "{folder}: پروندهٔ {first} را در Inkscape باز کنید، تغییر دهید و ذخیره کنید؛ سپس: naqsh template check {name}",
}
LEVELS = {
    "en": {"error": "error", "warning": "warning", "note": "note"},
    "fa": {"error": "خطا", "warning": "هشدار", "note": "نکته"},
}
COUNTS = {
    "en": {"error": ("error", "errors"), "warning": ("warning", "warnings"), "note": ("note", "notes")},
    "fa": {"error": ("خطا", "خطا"), "warning": ("هشدار", "هشدار"), "note": ("نکته", "نکته")},
}
SEEN = {"en": "seen in {names}", "fa": "دیده شد در {names}"}
WORDS = {
    "en": {"sample": "sample words", "shortest": "shortest words", "longest": "longest words"},
    "fa": {"sample": "متن نمونه", "shortest": "کوتاه‌ترین متن", "longest": "بلندترین متن"},
}
MORE = {"en": "{names} and {count} more", "fa": "{names} و {count} مورد دیگر"}
TRIED = {
    "en": ("“{name}” was tried once: {counts}", "“{name}” was tried {count} times: {counts}"),
    "fa": ("«{name}» یک بار آزموده شد: {counts}", "«{name}» {count} بار آزموده شد: {counts}"),
}
UP_TO_DATE = {"en": "all templates are as this release has them", "fa": "همهٔ الگوها همان‌اند که در این نگارش هستند"}
UPDATED = {
    "en": {
        Change.NEW: "new       {folder}: {files}",
        Change.IMPROVED: "improved  {folder}: {files}",
        Change.KEPT: "kept      {folder}: {files} (edited, or from before files said who wrote them)",
    },
    "fa": {
        Change.NEW: "تازه       {folder}: {files}",
        Change.IMPROVED: "به‌روز شد   {folder}: {files}",
        Change.KEPT: "دست نخورد   {folder}: {files} (ویرایش شما، یا از پیش از آن‌که پرونده‌ها نشان داشته باشند)",
    },
}
FILES_JOINT = {"en": ", ", "fa": "، "}
FILES_NAMED = 6
NOTHING = {"en": "nothing to mend", "fa": "چیزی برای اصلاح نیست"}
FORMATS_NAMED = 3
_PICTURES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


@click.group(name="template")
def command() -> None:
    """Begins a new template, and checks one."""


@command.command(name="new")
@click.argument("name")
@click.option("--from", "origin", default="plain", show_default=True, metavar="TEMPLATE", help="What it begins from.")
@click.option("--shapes", multiple=True, metavar="NAME,…", help="Only these artboards, such as square,wide.")
@click.pass_context
def new(context: click.Context, name: str, origin: str, shapes: tuple[str, ...]) -> None:
    """Makes the template NAME, a copy for you to change."""
    wanted = [shape.strip() for each in shapes for shape in each.split(",") if shape.strip()]
    folder = start(Workspace.find().templates, name, origin, wanted)
    first = min(folder.glob("*.svg"), key=lambda path: (path.stem != "square", path.name)).name
    click.echo(NEXT[context.find_root().params["lang"]].format(folder=folder, first=first, name=name))


@command.command(name="check")
@click.argument("name")
@click.option(
    "--picture",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also draw what was tried, with frames around what is wrong, as OUT.(png|jpg|webp).",
)
@limited
@click.pass_context
def check(context: click.Context, name: str, picture: Path | None, limits: Limits) -> int:
    """Tries the template NAME with short and long words in every shape, and lists what is wrong with it."""
    from engine.review import reviewed  # typography and the renderers take their time to load

    language = context.find_root().params["lang"]
    workspace = Workspace.find()
    begun(limits.of(), Place(workspace.templates.root / name), picture and picture.parent)
    review = reviewed(workspace, name)
    begun(place=Place(workspace.templates.root / name))
    for line in _lines(review.remarks, workspace.root, language):
        click.echo(line)
    click.echo(_summary(review, language))
    if picture is not None:
        _draw(review, picture)
    return 2 if review.has_errors else 0


@command.command(name="update")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.pass_context
def update(context: click.Context, names: tuple[str, ...], dry_run: bool) -> None:
    """Brings the templates and symbols of this release into the workspace, or those named alone.

    What you have edited stays as it is; nothing is removed.
    """
    language = context.find_root().params["lang"]
    found = update_templates(Workspace.find().root / TEMPLATES, starter() / TEMPLATES, names, dry=dry_run)
    if not found:
        click.echo(UP_TO_DATE[language])
    for change, told in UPDATED[language].items():
        for folder, files in _by_folder(found, change):
            click.echo(told.format(folder=folder, files=_listed(files, language)))


def _by_folder(found: Sequence[Updated], change: Change) -> Iterator[tuple[str, list[str]]]:
    """The files with which something is done, by the folder that they are in."""
    paths = [PurePosixPath(each.name) for each in found if each.change is change]
    for folder, inside in groupby(paths, lambda path: str(path.parent)):
        yield folder, [path.name for path in inside]


def _listed(files: Sequence[str], language: str) -> str:
    shown = FILES_JOINT[language].join(files[:FILES_NAMED])
    rest = len(files) - FILES_NAMED
    return MORE[language].format(names=shown, count=rest) if rest > 0 else shown


def _lines(remarks: tuple[Remark, ...], root: Path, language: str) -> Iterator[str]:
    """A line a remark, in columns: level, file and line, what is wrong; below it where that was seen."""
    rows = [(LEVELS[language][each.level], _place(each, root), each) for each in remarks]
    level_width = max((len(level) for level, _, _ in rows), default=0)
    place_width = max((len(place) for _, place, _ in rows), default=0)
    for level, place, remark in rows:
        yield f"{level:<{level_width}}  {place:<{place_width}}  {replace(remark.mistake, place=None).text(language)}"
        if remark.seen:
            yield f"{'':<{level_width}}  {'':<{place_width}}  {_seen(remark.seen, language)}"


def _place(remark: Remark, root: Path) -> str:
    place = remark.mistake.place
    if place is None:
        return ""
    file = Path(place.file)
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    return f"{shown}:{place.line}" if place.line else str(shown)


def _seen(trials: tuple[Seen, ...], language: str) -> str:
    """square (sample words, longest words), a3 (longest words) and 2 more."""
    formats = dict.fromkeys(trial.format for trial in trials)
    told = [f"{format} ({', '.join(WORDS[language][words] for words in _words(trials, format))})" for format in formats]
    names = ", ".join(told[:FORMATS_NAMED])
    if len(told) > FORMATS_NAMED:
        names = MORE[language].format(names=names, count=len(told) - FORMATS_NAMED)
    return SEEN[language].format(names=names)


def _words(trials: tuple[Seen, ...], format: str) -> Iterable[str]:
    return dict.fromkeys(trial.words for trial in trials if trial.format == format)


def _summary(review: Review, language: str) -> str:
    counts = {level: sum(remark.level == level for remark in review.remarks) for level in LEVELS[language]}
    told = [f"{count} {COUNTS[language][level][count > 1]}" for level, count in counts.items() if count]
    said = ", ".join(told) or NOTHING[language]
    once, often = TRIED[language]
    count = len(review.trials)
    return (once if count == 1 else often).format(name=review.template.id, count=count, counts=said)


def _draw(review: Review, picture: Path) -> None:
    from engine.review.overview import drawn

    kind = _PICTURES.get(picture.suffix.lower())
    if kind is None:
        raise BadInput.of(
            "“{ending}” is not a kind of file that can be written",
            todo="use {known}",
            place=Place(picture),
            ending=picture.suffix,
            known=", ".join(_PICTURES),
        )
    with asked_for(picture) as partial:
        drawn(review).save(partial, kind)
