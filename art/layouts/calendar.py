"""The templates of the printed calendar: each month in its own scene, the month with a photograph, cover and poster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from art.layouts.calendar_art import MONTHS
from art.layouts.calendar_page import PLANS, Picture, Plan, month_page, photo_page
from art.layouts.calendar_sheets import COVERS, POSTER, cover, poster
from art.layouts.kit import Box
from art.layouts.samples import SAMPLE_YEAR, with_samples, workspace
from engine.kinds.calendar.brief import TONE, CalendarBrief, CoverBrief, MonthBrief, MonthPage, YearBrief, pages_of_year
from engine.persian.dates import JALALI_MONTHS


@dataclass(frozen=True, slots=True)
class _Shown:
    """The page that an artboard shows when it is opened raw."""

    brief: CalendarBrief
    tone: str = TONE

    @property
    def palette(self) -> str:
        return str(self.brief.palette)

    def data(self) -> Mapping[str, object]:
        return self.brief.placeholders


@dataclass(frozen=True, slots=True)
class _Page:
    """A template: its title, what it shows raw, and what draws each of its artboards."""

    title: str
    brief: CalendarBrief
    drawings: Mapping[str, Callable[[], str]]


def templates() -> tuple[str, ...]:
    """Their names."""
    return tuple(_pages())


def files(name: str) -> dict[str, str]:
    """The files of a template, with samples."""
    page = _pages()[name]
    artboards = {f"{shape}.svg": with_samples(draw(), _Shown(page.brief)) for shape, draw in page.drawings.items()}
    return {**artboards, "template.yaml": f'title: "{page.title}"\nkinds: [{page.brief.kind}]\n'}


@cache
def _pages() -> dict[str, _Page]:
    year = _year()
    pages = [
        _Page(
            f"تقویم: {JALALI_MONTHS[month.number - 1]}",
            MonthBrief.of(month),
            {plan.shape.name: partial(_month, plan, scene) for plan in PLANS},
        )
        for month, scene in zip(year, MONTHS, strict=True)
    ]
    photo = MonthBrief.of(year[0]).model_copy(update={"template": "calendar-photo"})
    pages += [
        _Page("تقویم: ماه با عکس", photo, {plan.shape.name: partial(photo_page, plan) for plan in PLANS}),
        _Page("تقویم: جلد", CoverBrief.of(year), {shape.name: partial(cover, shape) for shape in COVERS}),
        _Page("تقویم: سال در یک برگ", YearBrief.of(year, workspace().hijri), {POSTER.name: partial(poster, POSTER)}),
    ]
    return {str(page.brief.template): page for page in pages}


def _year() -> tuple[MonthPage, ...]:
    return pages_of_year(workspace().occasions.occasions, SAMPLE_YEAR, workspace().hijri)


def _month(plan: Plan, scene: Callable[[Box], Picture]) -> str:
    return month_page(plan, scene(plan.picture))
