"""The letters that a template is tried with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.calendar.dates import gregorian_of
from engine.formats import Format
from engine.kinds.plaque.brief import PlaqueBrief
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plaques import Ceremony, Plaques, plaques_file
from engine.kinds.samples import SAMPLE_DAY, Sample, Tried, Words
from engine.templates.library import Template
from engine.workspace import Workspace

_IN_HAND = 0.3  # metres from which a plaque is read


_RECIPIENT = Person("مریم احمدی", "سرکار خانم مهندس", "معاون خدمات شهری", number="۱۴۰۵/۱۲")
_SHORT_NAMED = Person("علی راد")
_LONG_NAMED = Person(
    "سید محمدحسین موسوی خمینی‌پور اصفهانی",
    "حجت‌الاسلام والمسلمین جناب آقای دکتر",
    "مدیرکل محترم دفتر برنامه‌ریزی و توسعهٔ زیرساخت‌های شهری استان مرکزی",
    number="۱۴۰۵/الف/۱۲۳۴۵",
)


def _of_plaques(workspace: Workspace, template: Template) -> tuple[Sample, ...]:
    causes = plaques_file(workspace).causes
    by_length = sorted(causes, key=lambda cause: len(causes[cause].body))

    def sample(words: Words, cause: str, person: Person) -> Sample:
        ceremony = Ceremony(gregorian_of(SAMPLE_DAY), cause, template=template.id)
        return Sample(words, Plaques(workspace, ceremony).brief(person, words))

    return (
        sample("sample", by_length[len(by_length) // 2], _RECIPIENT),
        sample("shortest", by_length[0], _SHORT_NAMED),
        sample("longest", by_length[-1], _LONG_NAMED),
    )


def _formats(workspace: Workspace) -> Sequence[Format]:
    return [each for each in workspace.formats.formats if each.viewing_distance and each.viewing_distance <= _IN_HAND]


TRIED: Mapping[str, Tried] = {PlaqueBrief.kind: Tried(_of_plaques, _formats)}
