"""Prepared photographs on disk: a calendar made again opens none. Where it can't be written, all works without it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel, ValidationError

from engine.errors import BadInput
from engine.files import whole
from engine.persian.cache import cache_folder

MOST_BYTES = 256_000_000  # about a hundred photographs for a wall


def kept[T: BaseModel](kind: type[T], key: str) -> T | None:
    """What was kept under a key; it counts as new again."""
    path = _path(key)
    if path is None:
        return None
    try:
        found = kind.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    with suppress(OSError):
        os.utime(path)
    return found


def keep(value: BaseModel, key: str) -> None:
    """Keeps a value under a key; what was not asked for longest makes way for it."""
    path = _path(key)
    if path is None:
        return
    with suppress(OSError, BadInput):
        with whole(path) as partial:
            partial.write_text(value.model_dump_json(), encoding="utf-8")
        _make_room(path.parent)


def _path(key: str) -> Path | None:
    folder = cache_folder()
    return folder / "photographs" / f"{key}.json" if folder else None


def _make_room(folder: Path) -> None:
    """Removes the oldest files until what is left is within bounds."""
    files = sorted(((each.stat(), each) for each in folder.iterdir()), key=lambda each: -each[0].st_mtime)
    total = 0
    for status, path in files:
        total += status.st_size
        if total > MOST_BYTES:
            with suppress(OSError):
                path.unlink()
