"""Files of the engine's own by key, among the user's; where they can't be written, everything works without them."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from engine.errors import BadInput
from engine.files import whole
from engine.persian.cache import cache_folder

_DIGEST = 32  # bytes of a SHA-256, which stand before the content


@dataclass(frozen=True, slots=True)
class FileCache:
    """A folder of this name; what was not asked for longest makes way for what would be more than `most_bytes`."""

    name: str
    most_bytes: int

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, if it is as it was; it counts as new again."""
        path = self._path(key)
        if path is None:
            return None
        try:
            found = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        digest, content = found[:_DIGEST], found[_DIGEST:]
        return content if sha256(content).digest() == digest else None

    def put(self, key: str, content: bytes) -> None:
        """Keeps bytes under a key, which becomes a file's name."""
        path = self._path(key)
        if path is None:
            return
        with suppress(OSError, BadInput):
            with whole(path) as partial:
                partial.write_bytes(sha256(content).digest() + content)
            self._make_room(path.parent)

    def _path(self, key: str) -> Path | None:
        folder = cache_folder()
        return folder / self.name / key if folder else None

    def _make_room(self, folder: Path) -> None:
        files = sorted(((each.stat(), each) for each in folder.iterdir()), key=lambda each: -each[0].st_mtime)
        total = 0
        for status, path in files:
            total += status.st_size
            if total > self.most_bytes:
                with suppress(OSError):
                    path.unlink()
