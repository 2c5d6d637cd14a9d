"""The one gate to files that someone else names: where they may lie, what they must be, how large they may be.

Whatever a file of the workspace names lies in the workspace; what any other file names lies at or below that file's
own folder; both as they are when every symbolic link is followed. Only what stands on the command line may lie
anywhere. It must be a regular file, and its size is looked at before it is opened: a pipe would keep us waiting, a
device never ends.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from io import BufferedReader, FileIO
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote

from engine.errors import BadInput, Place

# The largest file of each kind that is opened, in bytes.
YAML = 5_000_000
TEXT = 5_000_000
SVG = 20_000_000  # a template of that size is a mistake or an attack
TABLE = 20_000_000
PROFILE = 20_000_000
PICTURE = 100_000_000
RECORD = 100_000_000  # what Naqsh itself wrote: manifests, journals
FONT = 200_000_000  # collections for Chinese, and emoji; they are mapped, not read
PDF = 500_000_000  # mapped, too

_AT_ONCE = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # of two letters at least: C: is a drive


@dataclass(frozen=True, slots=True)
class Realm:
    """A folder that what a file names may not lead out of; its path has no symbolic links."""

    root: Path
    is_workspace: bool

    def has(self, real: Path) -> bool:
        """Whether a path without symbolic links is the folder itself or below it."""
        root, path = os.path.normcase(self.root), os.path.normcase(real)  # Path.is_relative_to takes ten times as long
        return path == root or path.startswith(os.path.join(root, ""))  # noqa: PTH118


def workspace_of(root: Path) -> Realm:
    """What files of a workspace may name."""
    return Realm(_real(root), is_workspace=True)


def below(folder: Path) -> Realm:
    """What a file of a folder that is no workspace may name."""
    return Realm(_real(folder), is_workspace=False)


def reach(folder: Path, workspace: Path) -> Realm:
    """What a file of `folder` may name: all of the workspace where the folder is in it, else what is below it."""
    whole = workspace_of(workspace)
    return whole if whole.has(_real(folder)) else below(folder)


# --- names


def named(name: str, folder: Path, realm: Realm, place: Place | None = None) -> Path:
    """The file or folder that a file of `folder` names, with every link on the way from there followed; it need not
    be there.

    A backslash is read as Windows reads it, on every system. Raises BadInput, with `place`, for a name that leads out
    of the realm or can be none.
    """
    return _named(name, name, folder, realm, place)


def linked(href: str, folder: Path, realm: Realm, place: Place | None = None) -> Path:
    """As `named`, for a reference in an SVG: a relative one or file:///…, its letters percent-encoded or not."""
    path = re.sub(r"^file:(//(localhost)?(?=/))?", "", href.strip(), flags=re.IGNORECASE)
    if not path or path.startswith("//") or _SCHEME.match(path):
        raise _outside(href, realm, place)
    path = re.sub(r"^/(?=[A-Za-z]:)", "", unquote(path, errors="surrogateescape"))  # file:///C:/…
    return _named(path, href, folder, realm, place)


def _named(name: str, said: str, folder: Path, realm: Realm, place: Place | None) -> Path:
    """What a name stands for; `said` is how it is written."""
    _refuse_impossible(name, place)
    drive = PureWindowsPath(name).drive
    if drive and drive.casefold() != PureWindowsPath(realm.root).drive.casefold():  # its server is not even asked
        raise _outside(said, realm, place)
    real = _real(folder / name.replace("\\", "/"))
    if not realm.has(real):
        raise _outside(said, realm, place)
    start = _real(folder)
    return folder / real.relative_to(start) if real.is_relative_to(start) else real  # told as the folder was


def _outside(name: str, realm: Realm, place: Place | None) -> BadInput:
    if realm.is_workspace:
        return BadInput.of("“{name}” is outside of the workspace", todo="copy it into it", place=place, name=name)
    return BadInput.of(
        "“{name}” is outside of the folder of the file that names it",
        todo="put it beside that file",
        place=place,
        name=name,
    )


def _refuse_impossible(name: str, place: Place | None) -> None:
    try:
        possible = b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        possible = False
    if not possible:
        raise BadInput.of("{name} can't be the name of a file", todo="correct it", place=place, name=repr(name))


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for links in a circle up to Python 3.12


# --- files


def is_there(path: Path) -> bool:
    """Whether anything is there; a name that the system refuses is nothing."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def inside(path: Path, realm: Realm, place: Place | None = None) -> Path:
    """A path with every link followed. Raises BadInput where that leads out of the realm."""
    real = _real(path)
    if not realm.has(real):
        raise BadInput.of(
            "this link leads out of {folder}",
            todo="put here what it leads to",
            place=place or Place(path),
            folder=realm.root,
        )
    return real


def refuse_links_out(folder: Path, realm: Realm) -> None:
    """Raises BadInput where a folder, or a link to another that lies below it, leads out of the realm: what is written
    there would land elsewhere."""
    inside(folder, realm)
    for parent, names, _ in os.walk(folder):
        for path in (Path(parent, name) for name in names):
            if path.is_symlink():
                inside(path, realm)


def checked(path: Path, most: int, realm: Realm | None = None, named: Place | None = None) -> Path:
    """The path under which a regular file of at most `most` bytes can be opened, for libraries that do so themselves.

    `named` is where the file is named. Without a realm it may lie anywhere. Raises OSError where it is not there or
    can't be looked at, and BadInput for what is outside, no file, or too large.
    """
    place = Place(path, named=named)
    _refuse_impossible(str(path), named)
    real = inside(path, realm, place) if realm else path
    _refuse_unfit(real.stat(), most, place)
    return real


def opened(path: Path, most: int, realm: Realm | None = None, named: Place | None = None) -> BufferedReader:
    """A file to read from; raises as `checked` does. A link or a pipe that has taken its place since is not opened."""
    real = checked(path, most, realm, named)
    file = os.fdopen(os.open(real, os.O_RDONLY | _AT_ONCE | (_NO_LINK if realm else 0)), "rb")
    try:
        _refuse_unfit(os.fstat(file.fileno()), most, Place(path, named=named))
    except BadInput:
        file.close()
        raise
    return file


def read(path: Path, most: int, realm: Realm | None = None, named: Place | None = None) -> bytes:
    """The bytes of a file, `most` of them at most. Raises as `checked` does."""
    with opened(path, most, realm, named) as file:
        size = os.fstat(file.fileno()).st_size
        content = file.read(size + 1)
        if len(content) > size:  # it grows, or is one of those that the system makes up while they are read
            content += file.read(most)
    if len(content) > most:
        raise _too_large(most, Place(path, named=named))
    return content


def content(path: Path, most: int, realm: Realm | None = None, named: Place | None = None) -> bytes:
    """As `read`; that a file can't be read is a BadInput, too."""
    try:
        return read(path, most, realm, named)
    except OSError as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="check its name and its permissions",
            place=Place(path, named=named),
            reason=error.strerror or str(error),
        ) from None


def text(path: Path, most: int, realm: Realm | None = None, encoding: str = "utf-8") -> str:
    """A file's text, its lines ended by \\n. Raises as `read` does, and UnicodeDecodeError."""
    return read(path, most, realm).decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def appended(path: Path) -> FileIO:
    """A file of ours to append to, made if need be. Raises OSError for a link, which may lead to someone else's."""
    return FileIO(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _AT_ONCE | _NO_LINK, 0o666), "ab")


def digest(path: Path, realm: Realm | None = None) -> str:
    """The SHA-256 of a file; "" for one that the gate refuses or that can't be read: whoever shows it will say so."""
    try:
        with opened(path, FONT, realm) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (BadInput, OSError):
        return ""


def _refuse_unfit(status: os.stat_result, most: int, place: Place) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise BadInput.of("this is a folder, a pipe or a device, not a file", todo="name a file", place=place)
    if status.st_size > most:
        raise _too_large(most, place)


def _too_large(most: int, place: Place) -> BadInput:
    return BadInput.of("the file is larger than {most} MB", todo="make it smaller", place=place, most=most // 1_000_000)
