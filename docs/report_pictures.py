"""Draws docs/report.jpg: pages and cards of the sample report.

Run it from the repository after a change to the templates of reports:  uv run python docs/report_pictures.py
"""

from __future__ import annotations

from pathlib import Path

from pictures import column, row, shown, workspace
from PIL import Image

from engine.formats import Format
from engine.kinds.registry import files
from engine.kinds.report.performance_files import performance_of
from engine.kinds.report.plan import report_briefs
from engine.production.artwork import artwork_of

HERE = Path(__file__).parent
PAGES, CARDS = (0, 1, 3, -1), (2, 4, 5, 6, 8)
HEIGHTS = {"a4": 408, "square": 230}  # two rows of about one breadth


def main() -> None:
    rows = [row([_page(number, format) for number in reversed(numbers)]) for format, numbers in _shown()]
    column(rows, 0).save(HERE / "report.jpg", quality=82, optimize=True, progressive=True)


def _shown() -> tuple[tuple[Format, tuple[int, ...]], ...]:
    formats = workspace().formats.by_id
    return (formats["a4"], PAGES), (formats["square"], CARDS)


def _page(number: int, format: Format) -> Image.Image:
    file = workspace().root / files()["report"]
    brief = report_briefs(workspace(), performance_of(file), file, [format]).briefs[number]
    filled, artwork = artwork_of(workspace(), brief, str(brief.template), format)
    height = HEIGHTS[format.id]
    return shown(artwork, round(height * format.aspect), height, filled.canvas.trim)


if __name__ == "__main__":
    main()
