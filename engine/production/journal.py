"""The journal of a run: which pieces are under way and which are finished, safe against a kill.

While it is open its folder belongs to one run. It is an append-only file of one JSON record a line. A piece is
named before its first file changes, and recorded when its last one is in place; so after a kill the next run
knows which of the files it must not trust.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from engine import gate
from engine.errors import BadInput, Place
from engine.files import writing
from engine.production.manifest import MadePiece, Manifest

JOURNAL = "manifest.journal"
LOCKED_BYTE = 1 << 30  # far behind the text: on Windows a locked byte can't be read


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    piece: str
    made: MadePiece | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """An open journal. Use `opened`."""

    folder: Path
    file: FileIO

    def begin(self, piece: str) -> None:
        """From now on the files of the piece of this id may change."""
        self._append(_Line(piece=piece))

    def finish(self, made: MadePiece) -> None:
        """The piece's files are in place."""
        self._append(_Line(piece=made.id, made=made))

    def end(self) -> None:
        """The manifest holds all that the journal does: drop it."""
        self.file.close()
        (self.folder / JOURNAL).unlink(missing_ok=True)

    def _append(self, line: _Line) -> None:
        content = line.model_dump_json(exclude_none=True).encode() + b"\n"
        with writing(self.folder):
            end = self.file.seek(0, os.SEEK_END)
            try:
                if self.file.write(content) < len(content):  # a disk that fills up takes a part
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            except OSError:
                self.file.truncate(end)  # or the next line would go on from this one
                raise


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """The journal of `folder`, both made if need be.

    Raises BadInput if the folder can't be written, or another run has its journal open.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        file = gate.appended(folder / JOURNAL)
    with file:
        _lock(file, folder)
        yield Journal(folder, file)


def is_there(folder: Path) -> bool:
    """Whether a run is at work in `folder`, or one was killed in it."""
    return (folder / JOURNAL).exists()


def recovered(folder: Path) -> Manifest:
    """The manifest of `folder`, brought up to date by the journal that a killed run left behind."""
    latest = {line.piece: line.made for line in _lines(folder)}
    unsure = {piece for piece, made in latest.items() if made is None}
    return Manifest.of(folder).without(unsure).merged(pieces=filter(None, latest.values()))


def _lines(folder: Path) -> Iterator[_Line]:
    try:
        content = gate.read(folder / JOURNAL, gate.RECORD, gate.below(folder))
    except OSError:
        return
    for line in content.splitlines():
        try:
            yield _Line.model_validate_json(line)
        except ValidationError:
            continue  # the line that the kill cut short


def _lock(file: FileIO, folder: Path) -> None:
    """Hold the file until it is closed, or the process ends in whatever way."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise BadInput.of(
            "another run is writing to this folder",
            todo="wait until it is done, or name another folder with --output",
            place=Place(folder),
        ) from None
