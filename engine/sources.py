"""The engine's own code as digests: what is kept on disk is known by what made it, and the code is part of that."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path

ENGINE = Path(__file__).parent

# The files and folders that can't change what is drawn, nor what is found wrong in it. All else counts as code that
# can, also what is written tomorrow: a name too many here keeps an old picture, one too few only draws it anew.
BYSTANDERS = frozenset(
    {
        "__main__.py",
        "api.py",
        "arguments.py",
        "cli.py",
        "commands",
        "doctor.py",
        "guard",
        "production/executors.py",
        "production/gallery.html",
        "production/gallery.py",
        "production/journal.py",
        "production/progress.py",
        "production/proofs.py",
        "production/run.py",
        "review",
        "py.typed",
        "starter",  # of an installed wheel: a workspace's files have digests of their own
    }
)
_COMPILED = "__pycache__"
_VERSION = re.compile(r"^Version: *(.+)$", re.MULTILINE)


def makers(root: Path = ENGINE, *parts: str) -> tuple[str, ...]:
    """The paths from `root` of files that can change a drawing: all of them, or those of some files and folders."""
    return tuple(sorted(name for part in parts or ("",) for name in _names(root, part)))


def digest_of_files(root: Path, names: Iterable[str]) -> str:
    """The SHA-256 of files below a folder, with their names, in this order."""
    whole = hashlib.sha256()
    for name in names:
        content = (root / name).read_bytes()
        whole.update(f"{name} {len(content)}\n".encode() + content)
    return whole.hexdigest()


@cache
def code_digest(*parts: str) -> str:
    """Of all code that can change a drawing, or of some files and folders of it, as they are when first asked for."""
    return digest_of_files(ENGINE, makers(ENGINE, *parts))


def version_of(name: str) -> str:
    """The version of an installed distribution; importlib, which reads all metadata for it, takes ten times as long."""
    found = _VERSION.search(distribution(name).read_text("METADATA") or "")
    return found[1] if found else version(name)


def _names(root: Path, part: str) -> Iterator[str]:
    path = root / part
    if path.is_file():
        yield part
    for folder, folders, files in path.walk():
        place = folder.relative_to(root)
        folders[:] = [each for each in folders if each != _COMPILED and (place / each).as_posix() not in BYSTANDERS]
        yield from (name for each in files if (name := (place / each).as_posix()) not in BYSTANDERS)
