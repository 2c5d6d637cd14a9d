"""`python -m art.layouts.calendar_write`: writes the calendar's templates to templates_svg."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from art.layouts.calendar_art import MONTHS
from art.layouts.calendar_page import PLANS, month_page, photo_page
from art.layouts.calendar_sheets import COVERS, POSTER, cover, poster
from engine.briefs.month import TONE, CoverBrief, MonthBrief, YearBrief
from engine.persian.dates import JALALI_MONTHS
from engine.svg import parse
from engine.templates.library import PALETTES
from engine.templates.palette import Palettes, paint
from engine.yamlfile import load

TEMPLATES = Path(__file__).parents[2] / "templates_svg"


def main() -> None:
    for number, scene in enumerate(MONTHS, 1):
        for plan in PLANS:
            _write(
                f"calendar-{number:02}", plan.shape.name, month_page(plan, scene(plan.picture)), f"month-{number:02}"
            )
        _write_about(f"calendar-{number:02}", f"تقویم: {JALALI_MONTHS[number - 1]}", MonthBrief.kind)
    for plan in PLANS:
        _write("calendar-photo", plan.shape.name, photo_page(plan), "month-01")
    _write_about("calendar-photo", "تقویم: ماه با عکس", MonthBrief.kind)
    for shape in COVERS:
        _write("calendar-cover", shape.name, cover(shape), "cover")
    _write_about("calendar-cover", "تقویم: جلد", CoverBrief.kind)
    _write("calendar-year", POSTER.name, poster(POSTER), "year")
    _write_about("calendar-year", "تقویم: سال در یک برگ", YearBrief.kind)


def _write(name: str, artboard: str, drawing: str, palette: str) -> None:
    """The artboard in a palette's colours, so that it looks right when it is opened raw."""
    root = parse(drawing.encode(), name).getroot()
    paint(root, load(TEMPLATES / PALETTES, Palettes).colours(TONE, palette))
    folder = TEMPLATES / name
    folder.mkdir(exist_ok=True)
    (folder / f"{artboard}.svg").write_text(etree.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def _write_about(name: str, title: str, kind: str) -> None:
    (TEMPLATES / name / "template.yaml").write_text(f'title: "{title}"\nkinds: [{kind}]\n', encoding="utf-8")


if __name__ == "__main__":
    main()
