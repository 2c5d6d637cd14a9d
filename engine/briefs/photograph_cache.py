"""Prepared photographs on disk: a calendar made again opens none. Where it can't be written, all works without it."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError

from engine.filecache import FileCache

CACHE = FileCache("photographs", 256_000_000)  # bytes; about a hundred photographs for a wall


def kept[T: BaseModel](kind: type[T], key: str) -> T | None:
    """What was kept under a key; it counts as new again."""
    found = CACHE.get(key)
    try:
        return kind.model_validate_json(found) if found is not None else None
    except ValidationError:
        return None


def keep(value: BaseModel, key: str) -> None:
    """Keeps a value under a key; what was not asked for longest makes way for it."""
    CACHE.put(key, value.model_dump_json().encode())
