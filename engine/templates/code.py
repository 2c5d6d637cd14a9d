"""The code of artboards, kept on disk: Jinja2 takes a twentieth of a second to read and compile one."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from types import CodeType

from engine.filecache import FileCache
from engine.sources import code_digest, version_of
from engine.templates.compile import Source

CACHE = FileCache("artboards", 32_000_000)  # bytes; one of ours takes 50,000


@dataclass(frozen=True, slots=True)
class Code:
    """What an artboard's source was compiled to, and the names that it calls."""

    source: Source
    code: CodeType
    called: frozenset[str]


def kept(artboard: bytes, make: Callable[[], Code]) -> Code:
    """The code of an artboard's file; what `make` gives is kept for the next process."""
    key = sha256(_makers() + artboard).hexdigest()
    if found := CACHE.get(key):
        code, called, lines, origins = marshal.loads(found)
        return Code(Source(lines, origins), code, called)
    made = make()
    CACHE.put(key, marshal.dumps((made.code, made.called, made.source.lines, made.source.origins)))
    return made


@cache
def _makers() -> bytes:
    """What reads and compiles: code that others made may ask for what is no longer there."""
    return f"{code_digest('templates', 'svg.py')} {version_of('jinja2')} {MAGIC_NUMBER.hex()} ".encode()
