"""The photographs of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.briefs.photographs import Crop, Photograph, Source, prepared
from engine.errors import BadInput, Mistake

MOST_PHOTOGRAPHS = 600_000_000  # characters of a run's prepared photographs: all are in memory until it ends


@dataclass(slots=True)
class Album:
    """The photographs of a run: each is opened once, however many rows show it."""

    ready: dict[tuple[Source, Sequence[Crop]], Photograph | BadInput] = field(default_factory=dict)
    size: int = 0

    def photograph(self, source: Source, crops: Sequence[Crop]) -> tuple[Photograph, tuple[Mistake, ...]]:
        """As `prepared`; what is told of a photograph that is used is told once.

        Raises BadInput as that does, and where all together are more than memory has room for.
        """
        key = (source, crops)
        warnings: tuple[Mistake, ...] = ()
        if key not in self.ready:
            self.ready[key], warnings = self._opened(source, crops)
        found = self.ready[key]
        if isinstance(found, BadInput):
            raise found
        return found, warnings

    def _opened(self, source: Source, crops: Sequence[Crop]) -> tuple[Photograph | BadInput, tuple[Mistake, ...]]:
        if self.size > MOST_PHOTOGRAPHS:
            raise BadInput.of("these are more photographs than there is room for", todo="split it")
        try:
            photograph, warnings = prepared(source, *crops)
        except BadInput as error:
            return error, ()
        self.size += len(photograph.href)
        return photograph, warnings
