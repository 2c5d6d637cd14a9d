"""What people typed, set right before it is shown."""

from __future__ import annotations


def normalised(text: str) -> str:
    """A text that people typed, its spacing and letters put right. Names, positions and our own wordings never come
    here."""
    if not text:
        return ""
    from engine.persian.normalise import normalise  # Hazm takes seconds to load

    return normalise(text)
