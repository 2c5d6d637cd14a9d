"""The storyboard of a teaser: its stills on one sheet, right to left, with what each says and how long it stands."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyvips

from engine.export import raster
from engine.persian.dates import persian_digits
from engine.svg import SVG, escaped
from engine.typography import outline
from engine.workspace import Workspace

ACROSS = 2
STILL = (900, 506)  # px
GAP, CAPTION, HEAD = 44, 104, 120  # px
PAPER, INK, QUIET = "#1d1f24", "#f4f1ea", "#a9a69d"


@dataclass(frozen=True, slots=True)
class Panel:
    """A still, its words, and when it is shown, in seconds."""

    still: Path
    text: str
    start: float
    seconds: float


def write_storyboard(workspace: Workspace, title: str, panels: Sequence[Panel], path: Path) -> None:
    """Writes the sheet as a PNG. The same stills give the same bytes."""
    rows = -(-len(panels) // ACROSS)
    width = ACROSS * (STILL[0] + GAP) + GAP
    height = HEAD + rows * (STILL[1] + CAPTION) + GAP
    total = sum(panel.seconds for panel in panels)
    head = f"تیزر «{title}»: {len(panels)} صحنه، {_seconds(total)} ثانیه"
    svg = "\n".join(
        [
            f'<svg xmlns="{SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" lang="fa">',
            f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
            _words("head", persian_digits(head), GAP, 26, width - 2 * GAP, 72, size=46, weight=700),
            *(part for number, panel in enumerate(panels) for part in _cell(number, panel, width)),
            "</svg>",
        ]
    )
    artwork = outline(svg.encode(), workspace.fonts, source="storyboard")
    raster.write(artwork.scene, path, width, height, kind="png", ppi=96)


def _cell(number: int, panel: Panel, width: float) -> Iterator[str]:
    row, column = divmod(number, ACROSS)
    x = width - (column + 1) * (STILL[0] + GAP)
    y = HEAD + row * (STILL[1] + CAPTION)
    small = pyvips.Image.thumbnail(str(panel.still), STILL[0], height=STILL[1], size="force")
    picture = b64encode(small.jpegsave_buffer(Q=90, keep="none")).decode()
    yield (
        f'<image x="{x}" y="{y}" width="{STILL[0]}" height="{STILL[1]}" preserveAspectRatio="none"'
        f' href="data:image/jpeg;base64,{picture}"/>'
    )
    told = f"{number + 1}. {' '.join(panel.text.split())}"
    time = f"{_seconds(panel.start)} تا {_seconds(panel.start + panel.seconds)} ثانیه"
    below = y + STILL[1] + 10
    yield _words(f"told-{number}", persian_digits(told), x + 240, below, STILL[0] - 240, 56, size=28, weight=500)
    yield _words(f"time-{number}", persian_digits(time), x, below, 230, 56, size=24, weight=400, align="end", ink=QUIET)


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}".removesuffix(".0").replace(".", "٫")


def _words(
    id: str, words: str, x: float, y: float, width: float, height: float, *, size: int, weight: int,
    align: str = "start", ink: str = INK,
) -> str:  # fmt: skip
    return (
        f'<defs><rect id="{id}-box" x="{x}" y="{y}" width="{width}" height="{height}"/></defs>'
        f'<text id="{id}" fill="{ink}" data-fit="shrink" data-lines="1" data-valign="middle" style="direction:rtl;'
        f"shape-inside:url(#{id}-box);font-family:text,Vazirmatn;font-size:{size}px;font-weight:{weight};"
        f'text-align:{align}">{escaped(words)}</text>'
    )
