"""Naqsh. Scripts say `from engine import Workspace`; docs/api.md shows how."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.api import BadInput, Made, Workspace

# NumPy's threads for large matrices, which we have none of, spin for a tenth of a second as they start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = ["BadInput", "Made", "Workspace"]


def __getattr__(name: str) -> Any:
    """Loads the interface for scripts when it is first asked for: commands start without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from engine import api

    return getattr(api, name)
