"""The cards that a template is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.calendar.dates import gregorian_of
from engine.formats import Format
from engine.kinds.news.brief import TONE, News, NewsBrief
from engine.kinds.news.request import FORMATS
from engine.kinds.samples import SAMPLE_DAY, Sample, Tried, Words
from engine.kinds.stand_ins import stand_in
from engine.persian.dates import jalali_in_words
from engine.templates.library import Template
from engine.workspace import Workspace

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


def _of_news(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    def sample(words: Words, news: News, photographs: int) -> Sample:
        day = workspace.hijri.day(gregorian_of(SAMPLE_DAY))
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


def _formats(workspace: Workspace) -> Sequence[Format]:
    return workspace.formats.select(FORMATS)


TRIED: Mapping[str, Tried] = {NewsBrief.kind: Tried(_of_news, _formats)}
