"""Draws docs/calendar.jpg: the cover, two months and the poster of a calendar.

Run it from the repository after a change to the templates of the calendar:  uv run python docs/calendar_pictures.py
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pictures import row, shown, workspace
from PIL import Image

from engine.kinds.calendar.brief import CalendarBrief, CoverBrief, MonthBrief, MonthPage, YearBrief, pages_of_year
from engine.kinds.calendar.plan import DESK, POSTER, WALL_A3
from engine.production.artwork import artwork_of

HERE = Path(__file__).parent
YEAR, HEIGHT = 1406, 620
SHAHRIVAR, MEHR = 5, 6


def main() -> None:
    pages = pages_of_year(workspace().occasions.occasions, YEAR, workspace().hijri)
    pictures = [_page(brief, style) for brief, style in _shown(pages)]
    row(pictures).save(HERE / "calendar.jpg", quality=82, optimize=True, progressive=True)


def _shown(pages: Sequence[MonthPage]) -> tuple[tuple[CalendarBrief, str], ...]:
    return (
        (YearBrief.of(pages, workspace().hijri), POSTER),
        (MonthBrief.of(pages[MEHR]), DESK),
        (MonthBrief.of(pages[SHAHRIVAR]), WALL_A3),
        (CoverBrief.of(pages), WALL_A3),
    )


def _page(brief: CalendarBrief, style: str) -> Image.Image:
    (format,) = workspace().formats.select([style])
    filled, artwork = artwork_of(workspace(), brief, str(brief.template), format)
    return shown(artwork, round(HEIGHT * format.aspect), HEIGHT, filled.canvas.trim)


if __name__ == "__main__":
    main()
