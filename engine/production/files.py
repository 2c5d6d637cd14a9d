"""Whole files or none: everything a run writes appears by rename, and only where its content changed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine import gate
from engine.errors import BadInput, Place
from engine.persian.digits import LATIN_DIGITS

PARTIAL = ".naqsh-{name}.tmp"  # a dot and a pattern of our own: hidden, and safe to clear away


def hyphened(*parts: str) -> str:
    """Words as a part of a file's name: «۱۴۰۵/۱۲۳», «مریم احمدی» → 1405-123-مریم-احمدی."""
    return re.sub(r"[^\w]+", "-", " ".join(parts).translate(LATIN_DIGITS)).strip("-")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to; it becomes `path` when the block ends well and vanishes if not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(PARTIAL.format(name=f"{os.getpid()}-{path.name}"))
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` unless the file holds it already; whether it was written."""
    if _holds(path, content):
        return False
    with whole(path) as partial:
        partial.write_bytes(content)
    return True


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file has a content; a link that leads elsewhere, a pipe or a larger file is not even opened."""
    try:
        return gate.read(path, len(content), gate.below(path.parent)) == content
    except (BadInput, FileNotFoundError):
        return False


def clear_partials(folder: Path) -> None:
    """Remove what killed runs left half-written anywhere below `folder`."""
    for partial in folder.rglob(PARTIAL.format(name="*")):
        partial.unlink(missing_ok=True)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns the system's refusal to write into a BadInput that names the folder."""
    try:
        yield
    except OSError as error:
        raise BadInput.of(
            "the output folder can't be written ({reason})",
            todo="make room in it, mend its permissions, or name another one",
            place=Place(folder),
            reason=error.strerror or error,
        ) from None
