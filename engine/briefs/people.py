"""The people that plaques are for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A recipient. What is empty is taken from what the whole ceremony has in common."""

    name: str
    honorific: str = ""
    position: str = ""
    reason: str = ""
    body: str = ""
    number: str = ""
    cause: str = ""

    @property
    def to(self) -> str:
        """Honorific and name."""
        return f"{self.honorific} {self.name}".strip()
