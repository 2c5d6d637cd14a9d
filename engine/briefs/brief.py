"""What every kind of brief has: the data handed to a template, and what a piece needs to know of itself."""

from __future__ import annotations

import datetime
from abc import ABC
from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Brief(BaseModel, ABC):
    """The data of one piece, whatever its format. Every field with a description is a placeholder of templates."""

    model_config = ConfigDict(frozen=True)

    kind: ClassVar[str]
    """Which templates take it."""

    id: str
    key: str
    """The name of its files: no other brief of a run has it."""
    tone: str
    template: str | None = None
    beside: str | None = None
    """Where no template is named: the template whose art it goes on with."""
    part: str | None = None
    """Which of the template's artboards it is drawn on; None where only their shapes differ."""
    palette: str | None = None
    first_day: datetime.date
    """The day that its files bear."""
    caption: str
    """What is written under it in a channel."""
    alt: str
    """What it shows, for those who can't see it."""

    @property
    def placeholders(self) -> Mapping[str, object]:
        """Name → value, for templates."""
        described = (name for name, field in type(self).model_fields.items() if field.description)
        return {name: getattr(self, name) for name in described}
