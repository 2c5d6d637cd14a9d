"""A new template, begun from one that is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from engine import gate
from engine.errors import BadInput, Place, nearest
from engine.files import reason_of, workplace
from engine.templates.generated import unmarked
from engine.templates.library import ABOUT, Template, TemplateFile, TemplateLibrary

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 40
_ABOUT = """\
# The name that people see.
title: {name}
# What it is for.
kinds: [{kinds}]
"""
_TONES = """\
# The tones that it is the first choice for. While there is none, it is taken only where an occasion names it
# (in occasions_calendar.yaml: art: {{template: {name}}}).
tones: []
"""
_PALETTE = """\
# The tone whose palettes it is drawn in.
tones: [{tones}]
"""


def start(library: TemplateLibrary, name: str, origin: str, shapes: Sequence[str] = ()) -> Path:
    """Makes the folder of a new template: the artboards of `origin`, or those named by `shapes`, and what they link.

    One for occasions has no tones, so that it takes nothing over by itself. Raises BadInput for a name that is bad or
    taken, an unknown origin or shape, and a folder that can't be written.
    """
    folder = library.root / name
    _refuse_bad(name, folder)
    source = _origin(library, origin)
    artboards = _chosen(source, shapes)
    copied = (*artboards, *_linked(library.root / origin))
    contents = {path.name: gate.content(path, gate.PICTURE, library.realm) for path in copied}
    try:
        with workplace(folder) as made:
            for file, content in contents.items():
                (made / file).write_bytes(_of_its_own(content) if file.endswith(".svg") else content)
            (made / ABOUT).write_text(_about(name, source.about), encoding="utf-8")
            made.rename(folder)
    except OSError as error:
        raise BadInput.of(
            "the template can't be written ({reason})",
            todo="see that you may write to this folder",
            place=Place(folder),
            reason=reason_of(error),
        ) from None
    return folder


def _of_its_own(artboard: bytes) -> bytes:
    """An artboard that nobody takes for one of ours any more. What is no UTF-8 was never written by us."""
    try:
        return unmarked(artboard.decode()).encode()
    except UnicodeDecodeError:
        return artboard


def _refuse_bad(name: str, folder: Path) -> None:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise BadInput.of(
            "“{name}” can't be the name of a template",
            todo="use small letters, digits and single hyphens, {most} at most: my-layout",
            name=name,
            most=_LONGEST_NAME,
        )
    if folder.exists():
        raise BadInput.of(
            "there is a template “{name}” already", todo="choose another name", place=Place(folder), name=name
        )


def _origin(library: TemplateLibrary, origin: str) -> Template:
    if origin not in library.by_id:
        raise BadInput.of(
            "there is no template “{wanted}”",
            todo="write {nearest}",
            place=Place(library.root),
            wanted=origin,
            nearest=nearest(origin, library.by_id),
        )
    return library.by_id[origin]


def _chosen(source: Template, shapes: Sequence[str]) -> list[Path]:
    paths = {artboard.path.stem: artboard.path for artboard in source.artboards}
    for shape in shapes:
        if shape not in paths:
            raise BadInput.of(
                "the template “{name}” has no artboard “{shape}”",
                todo="use one of {known}",
                name=source.id,
                shape=shape,
                known=", ".join(paths),
            )
    return [paths[shape] for shape in dict.fromkeys(shapes)] or list(paths.values())


def _about(name: str, origin: TemplateFile) -> str:
    """The template.yaml. Only templates of occasions are chosen by their tones."""
    tones = _TONES if "occasion" in origin.kinds else _PALETTE
    values = {"name": name, "kinds": ", ".join(origin.kinds), "tones": ", ".join(origin.tones)}
    return (_ABOUT + tones).format_map(values)


def _linked(folder: Path) -> Iterable[Path]:
    """The pictures that lie beside the artboards."""
    return (path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix not in (".svg", ".yaml"))
