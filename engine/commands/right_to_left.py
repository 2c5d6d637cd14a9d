"""Tables in Persian for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

LEFT_TO_RIGHT_MARK = "\u200e"  # keeps the cells apart where a terminal reorders Persian, shows nothing where not


def lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as lines of a terminal, the first column on the right; columns are as wide as they need."""
    table = [[*row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [" " * (width - cell_len(cell)) + cell for cell, width in zip(row, widths, strict=True)]
        yield LEFT_TO_RIGHT_MARK + f"  {LEFT_TO_RIGHT_MARK}".join(reversed(cells))
