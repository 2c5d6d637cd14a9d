"""Whether the system's Cairo is here. Without it librsvg, which libvips carries, draws pictures, only slower."""

from __future__ import annotations

from functools import cache

from engine.errors import BadInput


@cache
def has_cairo() -> bool:
    """Whether Cairo can be loaded."""
    try:
        import engine.canvas.libcairo  # noqa: F401
    except BadInput:
        return False
    return True
