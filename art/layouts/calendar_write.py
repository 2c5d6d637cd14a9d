"""`python -m art.layouts.calendar_write`: writes the calendar's templates to templates_svg."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2
from lxml import etree

from art.layouts.calendar_art import MONTHS
from art.layouts.calendar_page import PLANS, month_page, photo_page
from art.layouts.calendar_sheets import COVERS, POSTER, cover, poster
from art.layouts.samples import SAMPLE_YEAR, Round, workspace
from engine.kinds.calendar.brief import TONE, CalendarBrief, CoverBrief, MonthBrief, YearBrief, pages_of_year
from engine.persian.dates import JALALI_MONTHS
from engine.svg import XLINK, parse
from engine.templates.library import PALETTES
from engine.templates.palette import Palettes, paint
from engine.templates.sandbox import ENVIRONMENT
from engine.templates.values import plain
from engine.yamlfile import load

TEMPLATES = Path(__file__).parents[2] / "templates_svg"
FAMILIES = {"lyrical": "Noto Nastaliq Urdu", "text": "Vazirmatn"}  # what an editor knows our names of voices by


def main() -> None:
    pages = pages_of_year(workspace().occasions.occasions, SAMPLE_YEAR, workspace().hijri)
    for page, scene in zip(pages, MONTHS, strict=True):
        brief = MonthBrief.of(page)
        for plan in PLANS:
            _write(brief, plan.shape.name, month_page(plan, scene(plan.picture)))
        _write_about(brief, f"تقویم: {JALALI_MONTHS[page.number - 1]}")
    photo = MonthBrief.of(pages[0]).model_copy(update={"template": "calendar-photo"})
    for plan in PLANS:
        _write(photo, plan.shape.name, photo_page(plan))
    _write_about(photo, "تقویم: ماه با عکس")
    for shape in COVERS:
        _write(CoverBrief.of(pages), shape.name, cover(shape))
    _write_about(CoverBrief.of(pages), "تقویم: جلد")
    year = YearBrief.of(pages, workspace().hijri)
    _write(year, POSTER.name, poster(POSTER))
    _write_about(year, "تقویم: سال در یک برگ")


def _write(brief: CalendarBrief, artboard: str, drawing: str) -> None:
    """The artboard with sample words and colours, so that it tells what it is when an editor opens it."""
    root = parse(drawing.encode(), artboard).getroot()
    colours = load(TEMPLATES / PALETTES, Palettes).colours(TONE, brief.palette)
    _fill_samples(root, _sample(brief) | {"colour": colours})
    paint(root, colours)
    folder = TEMPLATES / str(brief.template)
    folder.mkdir(exist_ok=True)
    (folder / f"{artboard}.svg").write_text(etree.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def _sample(brief: CalendarBrief) -> dict[str, object]:
    """The placeholders of a brief, and those of what is repeated as in the first round."""
    data: dict[str, object] = {**brief.placeholders, "brand": workspace().brand, "week": 1}
    page = getattr(brief, "month", None) or next(iter(getattr(brief, "months", ())), None)
    if page is not None:
        day = next(square for square in page.days if square.in_month)
        line = page.listing.lines[0]
        repeated = {
            "page": page,
            "day": day,
            "line": line,
            "entry": line.titles[0],
            "off": next(iter(page.days_off), None),
        }
        data |= {**repeated, "loop": Round(length=1)}
    return {name: plain(value) for name, value in data.items()}


def _fill_samples(root: etree._Element, data: Mapping[str, object]) -> None:
    """Fills in, in place, what is computed and what an element says; what the sample lacks is left empty."""
    for element in root.iter(etree.Element):
        if not all(_holds(each, data) for each in (element, *element.iterancestors())):
            continue
        if "href" in element.attrib:  # Inkscape 1.2 reads no other
            element.set(f"{{{XLINK}}}href", element.attrib.pop("href"))
        for name, value in list(element.attrib.items()):
            if name.startswith("data-set-"):
                element.set(name.removeprefix("data-set-"), _rendered(value, data))
            elif name == "data-text":
                element.text = _rendered(value, data)
            elif name == "data-symbol":
                element.set(f"{{{XLINK}}}href", f"../_symbols/{value}.svg")
            elif name == "font-family":
                element.set(name, FAMILIES.get(value, value))
            elif name == "style":
                element.set(name, _with_families(value))


def _with_families(style: str) -> str:
    for voice, family in FAMILIES.items():
        style = style.replace(f"font-family:{voice};", f"font-family:{family};")
    return style


def _holds(element: etree._Element, data: Mapping[str, object]) -> bool:
    condition = element.get("data-if")
    return condition is None or _rendered(f"{{{{ 1 if {condition} else 0 }}}}", data) == "1"


def _rendered(expression: str, data: Mapping[str, object]) -> str:
    return jinja2.Template.render(ENVIRONMENT.from_string(expression), data)


def _write_about(brief: CalendarBrief, title: str) -> None:
    about = f'title: "{title}"\nkinds: [{brief.kind}]\n'
    (TEMPLATES / str(brief.template) / "template.yaml").write_text(about, encoding="utf-8")


if __name__ == "__main__":
    main()
