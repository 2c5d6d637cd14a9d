"""Codes that a telephone reads (QR)."""

from __future__ import annotations

import re
from collections.abc import Iterable


def code_of(words: str) -> tuple[str, int]:
    """The code of some words as path data, one unit a module, and how many modules it has on each side."""
    import segno  # only where a piece has a code

    rows = segno.make(words, micro=False, error="m").matrix
    return code_path(rows), len(rows)


def code_path(rows: Iterable[Iterable[int]]) -> str:
    """The dark modules of a code as path data, one unit a module, each run of a row one rectangle."""
    parts = []
    for y, row in enumerate(rows):
        line = "".join("1" if module else "0" for module in row)
        parts += [f"M{run.start()} {y}h{len(run[0])}v1h-{len(run[0])}z" for run in re.finditer("1+", line)]
    return "".join(parts)
