"""Makes engine/typography/unicode/line_break_runs.py from Unicode's LineBreak.txt:

python tests/typography/line_break_table.py > engine/typography/unicode/line_break_runs.py
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path("/usr/share/unicode/LineBreak.txt")

# Unassigned code points that are not XX (the header of LineBreak.txt).
UNASSIGNED = (
    (0x20A0, 0x20CF, "PR"),
    (0x3400, 0x4DBF, "ID"),
    (0x4E00, 0x9FFF, "ID"),
    (0xF900, 0xFAFF, "ID"),
    (0x1F000, 0x1FAFF, "ID"),
    (0x1FC00, 0x1FFFD, "ID"),
    (0x20000, 0x2FFFD, "ID"),
    (0x30000, 0x3FFFD, "ID"),
)
# LB1, and one class for Hangul syllables, whose H2 and H3 alternate by a formula.
RESOLVED = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "H2": "H3"}


def line_break_classes(source: Path) -> list[str]:
    """The class of every code point after LB1."""
    classes = ["XX"] * 0x110000
    for first, last, kind in UNASSIGNED:
        classes[first : last + 1] = [kind] * (last + 1 - first)
    for line in source.read_text(encoding="utf-8").splitlines():
        points, _, kind = line.partition("#")[0].strip().partition(";")
        if points:
            first, _, last = points.partition("..")
            start, end = int(first, 16), int(last or first, 16) + 1
            classes[start:end] = [kind] * (end - start)
    return [_resolved(point, kind) for point, kind in enumerate(classes)]


def _resolved(point: int, kind: str) -> str:
    if kind == "SA":
        return "CM" if unicodedata.category(chr(point)) in ("Mn", "Mc") else "AL"
    return RESOLVED.get(kind, kind)


def runs(classes: list[str]) -> Iterator[str]:
    previous = ""
    for point, kind in enumerate(classes):
        if kind != previous:
            yield f"{point:X} {kind}"
        previous = kind


def module(source: Path) -> str:
    version = source.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ")
    lines = textwrap.wrap(" ".join(runs(line_break_classes(source))), 110)
    table = "\n".join(lines)
    return (
        f'"""Line_Break classes after LB1, made by tests/typography/line_break_table.py from {version}."""\n\n'
        "# First code point (hexadecimal) and class of each run; H3 stands for H2 too.\n"
        f'RUNS = """\n{table}\n"""\n'
    )


if __name__ == "__main__":
    print(module(SOURCE), end="")
