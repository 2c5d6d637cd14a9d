"""The system's Cairo, or a sentence on how to get it.

At every start cairocffi parses the C declarations of all of Cairo, and on Linux it has other programs look for a
library that the loader finds by itself: together a third of the time that a plaque's imports take. So it is given the
declarations as tools/cairo_abi.py compiled them, where they are those of the installed cairocffi.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from engine.canvas import cairo_abi
from engine.errors import BadInput


def declarations() -> str:
    """The digest of the installed cairocffi's declarations; empty where they are in no file of their own."""
    spec = find_spec("cairocffi")
    try:
        return sha256(Path(spec.origin or "").with_name("constants.py").read_bytes()).hexdigest() if spec else ""
    except OSError:
        return ""


@contextmanager
def _quickly() -> Iterator[None]:
    """Has what is imported meanwhile find Cairo and its declarations without looking for them."""
    if "cairocffi" not in sys.modules and declarations() == cairo_abi.DECLARATIONS:
        parsed = ModuleType("cairocffi.ffi")
        parsed.ffi = cairo_abi.ffi  # type: ignore[attr-defined]
        sys.modules[parsed.__name__] = parsed
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # so that it asks the loader
    try:
        yield
    finally:
        ctypes.util.find_library = search


try:
    with _quickly():
        import cairocffi
except OSError:
    raise BadInput.of(
        "the Cairo library is missing",
        todo="install it (Debian, Ubuntu: apt install libcairo2; macOS: brew install cairo; "
        "Windows: see “naqsh doctor”)",
    ) from None

__all__ = ["cairocffi"]
