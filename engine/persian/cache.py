"""A small cache of texts on disk, shared by processes; where it can't be written, everything works without it."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

_LONGEST_TEXT = 100_000
_WAIT = 2.0  # seconds for another process to finish writing


class TextCache:
    """Texts by key, in one SQLite file in `directory`, the newest `most_entries` of them; None keeps nothing."""

    def __init__(self, directory: Path | None, most_entries: int = 20_000) -> None:
        self.path = directory / "texts.sqlite" if directory else None
        self.most_entries = most_entries

    def get(self, key: str, make: Callable[[], str]) -> str:
        """The text kept under `key`, or else what `make` gives, which is kept."""
        digest = sha256(key.encode("utf-8", "surrogatepass")).digest()
        kept = self._read(digest)
        if kept is not None:
            return kept
        made = make()
        self._write(digest, made)
        return made

    def _read(self, digest: bytes) -> str | None:
        if self.path is None:
            return None
        try:
            if not self.path.exists():
                return None
            with _connection(self.path) as connection:
                row = connection.execute("SELECT text FROM texts WHERE key = ?", (digest,)).fetchone()
            return row[0].decode("utf-8", "surrogatepass") if row else None
        except (sqlite3.Error, OSError):
            return None

    def _write(self, digest: bytes, text: str) -> None:
        if self.path is None or len(text) > _LONGEST_TEXT:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._insert(digest, text)
        except (sqlite3.Error, OSError) as error:
            if type(error) is sqlite3.DatabaseError:  # not a database any more: the next run starts afresh
                with suppress(OSError):
                    self.path.unlink()

    def _insert(self, digest: bytes, text: str) -> None:
        assert self.path is not None
        with _connection(self.path) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS texts (key BLOB UNIQUE, text BLOB)")
            connection.execute(
                "INSERT OR REPLACE INTO texts VALUES (?, ?)", (digest, text.encode("utf-8", "surrogatepass"))
            )
            connection.execute(
                "DELETE FROM texts WHERE rowid <= (SELECT max(rowid) FROM texts) - ?", (self.most_entries,)
            )


@contextmanager
def _connection(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction; it is written as a whole or not at all."""
    connection = sqlite3.connect(path, timeout=_WAIT)
    try:
        with connection:
            yield connection
    finally:
        connection.close()


@cache
def default_cache() -> TextCache:
    """The cache in the place this system has for such files; no cache where there is none."""
    return TextCache(cache_folder())


def cache_folder() -> Path | None:
    """Where this system keeps such files of ours; None where there is no such place."""
    directory = _caches()
    return directory / "naqsh" if directory else None


def _caches() -> Path | None:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    given = os.environ.get("XDG_CACHE_HOME")
    if given:
        return Path(given)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
