"""The system's Cairo, or a sentence on how to get it."""

from __future__ import annotations

from engine.errors import BadInput

try:
    import cairocffi
except OSError:
    raise BadInput.of(
        "the Cairo library is missing",
        todo="install it (Debian, Ubuntu: apt install libcairo2; macOS: brew install cairo; "
        "Windows: see “naqsh doctor”)",
    ) from None

__all__ = ["cairocffi"]
