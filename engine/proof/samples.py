"""What a template is tried with: a sample, the shortest words there are for it and the longest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.briefs.brief import Brief
from engine.briefs.occasion import OccasionBrief, year_briefs
from engine.calendar.dates import gregorian_of
from engine.calendar.observances import observances
from engine.errors import BadInput, Place
from engine.formats import Format
from engine.kinds.calendar.brief import CoverBrief, MonthBrief, MonthPage, YearBrief, pages_of_year
from engine.kinds.calendar.plan import POSTER, STYLES
from engine.kinds.news.brief import TONE, News, NewsBrief
from engine.kinds.news.plan import FORMATS as NEWS_FORMATS
from engine.kinds.plaque.brief import PlaqueBrief
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plaques import Ceremony, Plaques, plaques_file
from engine.kinds.report.brief import DepartmentBrief, ReportBrief, ReportCoverBrief, ReportSummaryBrief
from engine.kinds.report.extremes import barest, fullest
from engine.kinds.report.performance_files import Read, performance_of
from engine.kinds.report.plan import DEFAULT_FORMATS as REPORT_FORMATS
from engine.kinds.report.plan import report_briefs
from engine.kinds.stand_ins import stand_in
from engine.kinds.teaser.brief import SceneBrief, scene_briefs, scenes_of
from engine.persian.dates import jalali_in_words
from engine.templates.library import Template
from engine.workspace import PERFORMANCE, Workspace, starter

SAMPLE_YEAR = 1405
_IN_HAND = 0.3  # metres from which a plaque is read
_WORDS = ("title", "message", "weekday", "date", "hijri_date", "gregorian_date")  # each may be long by itself

_OF_REPORTS = frozenset((ReportCoverBrief.kind, DepartmentBrief.kind, ReportSummaryBrief.kind))

_RECIPIENT = Person("مریم احمدی", "سرکار خانم مهندس", "معاون خدمات شهری", number="۱۴۰۵/۱۲")
_SHORT_NAMED = Person("علی راد")
_LONG_NAMED = Person(
    "سید محمدحسین موسوی خمینی‌پور اصفهانی",
    "حجت‌الاسلام والمسلمین جناب آقای دکتر",
    "مدیرکل محترم دفتر برنامه‌ریزی و توسعهٔ زیرساخت‌های شهری استان مرکزی",
    number="۱۴۰۵/الف/۱۲۳۴۵",
)

_NEWS = News(
    "پارک خانوادگی محلهٔ دانشگاه پس از نوسازی بازگشایی شد",
    "زمین بازی، مسیر پیاده‌روی و روشنایی تازه از امروز در اختیار خانواده‌هاست.",
    "فضای سبز",
    credit="رضا محمدی",
)
_SHORT_NEWS = News("شهر روشن‌تر شد", category="خبر")
_LONG_NEWS = News(
    "شهردار از پایان آسفالت و جدول‌گذاری دوازده کیلومتر از خیابان‌های اصلی و فرعی شهر و آغاز ساخت بزرگ‌ترین بوستان "
    "خانوادگی شهرستان در سال آینده خبر داد",
    "این طرح با اعتبار ۱۲۰ میلیارد ریال در هشت ماه به پایان رسید و بیش از هشت هزار نفر از شهروندان محله‌های جنوبی شهر "
    "از آن بهره‌مند می‌شوند؛ ساخت بوستان نیز از فروردین سال آینده با همکاری همهٔ سازمان‌های شهر آغاز خواهد شد و تا پایان "
    "همان سال به بهره‌برداری می‌رسد.",
    "سرمایه‌گذاری",
    credit="سید محمدحسین موسوی خمینی‌پور اصفهانی",
)

type Words = Literal["sample", "shortest", "longest"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A brief, and which words it has."""

    words: Words
    brief: Brief


def formats_for(workspace: Workspace, template: Template) -> Sequence[Format]:
    """The formats that a template may be asked for: an occasion's in all of them, a calendar's in its own styles."""
    kinds = template.about.kinds
    if OccasionBrief.kind in kinds:
        return workspace.formats.formats
    if SceneBrief.kind in kinds:
        return [each for each in workspace.formats.formats if each.medium == "tv"]
    if NewsBrief.kind in kinds:
        return workspace.formats.select(NEWS_FORMATS)
    if YearBrief.kind in kinds:
        return workspace.formats.select([POSTER])
    if MonthBrief.kind in kinds or CoverBrief.kind in kinds:
        return workspace.formats.select([style for style in STYLES if style != POSTER])
    if not _OF_REPORTS.isdisjoint(kinds):
        return workspace.formats.select(REPORT_FORMATS)
    return [each for each in workspace.formats.formats if each.viewing_distance and each.viewing_distance <= _IN_HAND]


def samples(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """The briefs that a template is tried with. Raises BadInput for a kind of template that has none yet."""
    for kind in template.about.kinds:
        if kind in _OF_KIND:
            return _OF_KIND[kind](workspace, template)
    raise BadInput.of(
        "there are no samples for a template of the kind “{kinds}”",
        todo="use one of {known}",
        place=Place(workspace.templates.root / template.id / "template.yaml"),
        kinds=", ".join(template.about.kinds),
        known=", ".join(_OF_KIND),
    )


def _of_occasions(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    briefs = year_briefs(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)
    own = sorted(_own(briefs, template), key=lambda brief: len(brief.lettering) + len(brief.message))
    typical = own or sorted(briefs, key=lambda brief: len(brief.lettering) + len(brief.message))
    return (
        Sample("sample", typical[len(typical) // 2]),
        Sample("shortest", _extreme(briefs, min, own[:1])),
        Sample("longest", _extreme(briefs, max, own[-1:])),
    )


def _own(briefs: Sequence[OccasionBrief], template: Template) -> Sequence[OccasionBrief]:
    """The occasions that are drawn with the template, else those of its tones."""
    wanted = [each for each in briefs if each.template == template.id]
    return wanted or [each for each in briefs if each.tone in template.about.tones]


def _extreme(
    briefs: Sequence[OccasionBrief], pick: Callable[..., OccasionBrief], painted_as: Sequence[OccasionBrief]
) -> OccasionBrief:
    """The occasion of the shortest or longest lettering, with the calendar's shortest or longest words.

    Its colours are those of an occasion that the template is for, where there is one.
    """
    base = pick(briefs, key=lambda brief: len(brief.lettering))
    words = {name: getattr(pick(briefs, key=lambda brief: len(getattr(brief, name))), name) for name in _WORDS}
    colours = {"tone": painted_as[0].tone, "palette": painted_as[0].palette} if painted_as else {}
    return base.model_copy(update=words | colours)


def _of_scenes(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """On each artboard scenes of the occasions that the template is for: of middling length, shortest and longest."""
    kept = observances(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)
    briefs = [brief for each in kept for brief in scene_briefs(each, scenes_of(each.occasion).scenes)]
    own = [brief for brief in briefs if brief.beside in template.about.beside] or [
        brief for brief in briefs if brief.tone in template.about.tones
    ]
    found = []
    for artboard in dict.fromkeys(artboard.part for artboard in template.artboards):
        its = sorted((brief for brief in own or briefs if brief.part == artboard), key=_length)
        every = sorted((brief for brief in briefs if brief.part == artboard), key=_length)
        if its:
            longest = its[-1].model_copy(update={name: getattr(every[-1], name) for name in _SAID})
            shown: tuple[tuple[Words, SceneBrief], ...] = (
                ("sample", its[len(its) // 2]),
                ("shortest", its[0]),
                ("longest", longest),
            )
            found += [Sample(words, brief) for words, brief in shown]
    if not found:
        raise BadInput.of(
            "no artboard is for a scene of a teaser",
            todo="name them {names}",
            place=Place(template.folder),
            names=", ".join(f"{part}.svg" for part in sorted({brief.part for brief in briefs if brief.part})),
        )
    return tuple(found)


_SAID = ("text", "lettering", "line_sizes")


def _length(brief: SceneBrief) -> int:
    return len(brief.text)


def _of_plaques(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    causes = plaques_file(workspace).causes
    by_length = sorted(causes, key=lambda cause: len(causes[cause].body))

    def sample(words: Words, cause: str, person: Person) -> Sample:
        ceremony = Ceremony(gregorian_of((SAMPLE_YEAR, 9, 15)), cause, template=template.id)
        return Sample(words, Plaques(workspace, ceremony).brief(person, words))

    return (
        sample("sample", by_length[len(by_length) // 2], _RECIPIENT),
        sample("shortest", by_length[0], _SHORT_NAMED),
        sample("longest", by_length[-1], _LONG_NAMED),
    )


def _of_news(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    def sample(words: Words, news: News, photographs: int) -> Sample:
        day = workspace.hijri.day(gregorian_of((SAMPLE_YEAR, 9, 15)))
        photos = tuple(stand_in(scene) for scene in range(photographs))
        look = workspace.templates.palettes.palettes[TONE][news.category]
        brief = NewsBrief(
            id=news.category,
            key=words,
            tone=TONE,
            template=template.id,
            palette=news.category,
            first_day=day.gregorian,
            caption=news.title,
            alt=news.title,
            title=news.title,
            lead=news.lead,
            category=news.category,
            symbol=look.symbol,
            tiling=look.girih.tiling,
            angle=look.girih.angle,
            date=jalali_in_words(day.jalali, day.weekday),
            photos=photos,
            before=photos[1],
            after=photos[0],
            credit=news.credit,
        )
        return Sample(words, brief)

    return (sample("sample", _NEWS, 3), sample("shortest", _SHORT_NEWS, 2), sample("longest", _LONG_NEWS, 5))


def _of_months(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    pages = sorted(_pages(workspace), key=lambda page: (page.rows, len(page.listing.lines)))
    words: tuple[tuple[Words, MonthPage], ...] = (
        ("sample", pages[len(pages) // 2]),
        ("shortest", pages[0]),
        ("longest", pages[-1]),
    )
    return tuple(Sample(name, MonthBrief.of(page)) for name, page in words)


def _of_covers(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    return (Sample("sample", CoverBrief.of(_pages(workspace))),)


def _of_years(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    return (Sample("sample", YearBrief.of(_pages(workspace), workspace.hijri)),)


def _of_reports(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """The fullest page of a kind in the report that a new workspace has, and of the barest and fullest reports."""
    formats, begun = workspace.formats.select(REPORT_FORMATS), starter() / PERFORMANCE
    reports: tuple[tuple[Words, Read], ...] = (
        ("sample", performance_of(begun)),
        ("shortest", Read(barest(), ())),
        ("longest", Read(fullest(), ())),
    )
    briefs = ((words, report_briefs(workspace, read, begun, formats).briefs) for words, read in reports)
    pages = ((words, [brief for brief in all if brief.kind in template.about.kinds]) for words, all in briefs)
    return tuple(Sample(words, max(found, key=_fullness)) for words, found in pages)


def _fullness(brief: ReportBrief) -> int:
    return len(brief.blocks) if isinstance(brief, DepartmentBrief) else 0


def _pages(workspace: Workspace) -> tuple[MonthPage, ...]:
    return pages_of_year(workspace.occasions.occasions, SAMPLE_YEAR, workspace.hijri)


_OF_KIND: Mapping[str, Callable[[Workspace, Template], tuple[Sample, ...]]] = {
    OccasionBrief.kind: _of_occasions,
    SceneBrief.kind: _of_scenes,
    PlaqueBrief.kind: _of_plaques,
    NewsBrief.kind: _of_news,
    MonthBrief.kind: _of_months,
    CoverBrief.kind: _of_covers,
    YearBrief.kind: _of_years,
    **dict.fromkeys(_OF_REPORTS, _of_reports),
}
