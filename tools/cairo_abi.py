"""Writes engine/canvas/cairo_abi.py: cairocffi's declarations of Cairo as cffi compiles them.

    uv run python tools/cairo_abi.py

To be run again when a new cairocffi declares something else, as a test tells; until then declarations are parsed.
"""

from __future__ import annotations

from pathlib import Path

from cairocffi import constants
from cffi import FFI, recompiler

from engine.canvas import cairo_abi, libcairo


def write(file: str) -> None:
    """Writes the module."""
    ffi = FFI()
    ffi.cdef(constants._CAIRO_HEADERS)
    ffi.set_source(cairo_abi.__name__, None)
    recompiler.make_py_source(ffi, cairo_abi.__name__, file)
    with Path(file).open("a", encoding="utf-8") as module:
        module.write(f"DECLARATIONS = '{libcairo.declarations()}'\n")


if __name__ == "__main__":
    assert cairo_abi.__file__
    write(cairo_abi.__file__)
