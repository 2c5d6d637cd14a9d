"""The notices that a template is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.errors import Place
from engine.formats import Format
from engine.kinds.notice.brief import NoticeBrief
from engine.kinds.notice.plan import Notices
from engine.kinds.notice.request import NoticeRequest
from engine.kinds.request import Door
from engine.kinds.samples import SAMPLE_DAY, Sample, Tried, Words
from engine.kinds.stand_ins import stand_in
from engine.persian.dates import in_figures
from engine.templates.library import Template
from engine.workspace import Workspace

FORMATS = (
    "square", "portrait", "story", "channel", "site-hero", "a5", "a4", "a5-landscape", "a4-landscape", "a3",
    "poster-50x70",
)  # fmt: skip
_RECIPIENT = {"to": "جناب آقای دکتر رضا محمدی", "position": "معاون خدمات شهری"}
_PLACED = {
    "day": "1405/09/20",
    "time": "۹ تا ۱۳",
    "place": "خیابان امام، از میدان شهدا تا سه‌راه دانشگاه",
    "shows": "نقشهٔ محدوده",
}
_LETTER = {**_RECIPIENT, "signatures": ("مریم احمدی، شهردار",)}
_SAMPLES: Mapping[str, Mapping[str, object]] = {
    "condolence": {**_LETTER, "about": "پدر گرامی‌تان"},
    "congratulation": {**_LETTER, "about": "انتخاب شایستهٔ شما"},
    "invitation": {**_RECIPIENT, **_PLACED, "title": "گشایش بوستان خانواده", "about": "آیین گشایش بوستان خانواده"},
    "outage": {**_PLACED, "title": "قطع موقت آب", "about": "نوسازی شبکهٔ آب", "contact": "۱۳۷"},
}
_SHORT: Mapping[str, object] = {"to": "علی راد", "title": "همایش شهر", "text": "با احترام و سپاس."}
_LONG: Mapping[str, object] = {
    "to": "حجت‌الاسلام والمسلمین جناب آقای دکتر سید محمدحسین موسوی اصفهانی",
    "position": "مدیرکل محترم دفتر زیرساخت‌های شهری استان مرکزی",
    "title": "بهسازی پیاده‌راه خیابان امام و نوسازی شبکهٔ آب",
    "text": "به آگاهی شهروندان گرامی می‌رساند که کار بهسازی پیاده‌راه و نوسازی شبکه‌های زیرزمینی در خیابان امام و "
    "کوچه‌های پیرامون آن از هفتهٔ آینده آغاز می‌شود.\n\nاز شکیبایی و همراهی شما سپاسگزاریم.",
    "day": "1405/09/20",
    "time": "هر روز از ۷ بامداد تا ۸ شب",
    "place": "خیابان امام، از میدان شهدا تا بازار",
    "contact": "۰۸۶۴۶۲۲۱۱۱۱",
    "link": "https://khomein.ir/imam-street",
    "signatures": ("محمدحسین موسوی، شهردار", "مریم احمدی، معاون خدمات شهری"),
    "number": "۱۴۰۵/الف/۱۲۳",
}


def _of_notices(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    """With the causes whose template it is, else with all: the one of middling length, the shortest and the longest."""
    office = Notices(workspace, workspace.formats.select(FORMATS), Door())
    causes = office.file.causes
    own = [id for id, cause in causes.items() if cause.template == template.id] or list(causes)
    by_length = sorted(own, key=lambda id: len(causes[id].body))

    def sample(words: Words, cause: str, said: Mapping[str, object], map: bool = False) -> Sample:
        day = in_figures(SAMPLE_DAY)
        request = NoticeRequest.of(Place, cause=cause, date=day, template=template.id, **said)
        brief = office.brief(request, Place)
        return Sample(words, brief.model_copy(update={"key": words, "map": stand_in(1) if map else None}))

    typical = by_length[len(by_length) // 2]
    middling = _SAMPLES.get(typical, _SAMPLES["outage"])
    return (
        sample("sample", typical, middling, map="day" in middling),
        sample("shortest", by_length[0], _SHORT),
        sample("longest", by_length[-1], _LONG),
    )


def _formats(workspace: Workspace) -> Sequence[Format]:
    return workspace.formats.select(FORMATS)


TRIED: Mapping[str, Tried] = {NoticeBrief.kind: Tried(_of_notices, _formats)}
