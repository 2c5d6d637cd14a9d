"""The lines of a short title by their weight: what introduces a name, the name, what is joined to it."""

from __future__ import annotations

from collections.abc import Sequence

INTRODUCING, JOINED, NAME = 0.58, 0.66, 1.0  # sizes in proportion to the name's

# What stands before the name of a day: «روز / معلم», «میلاد / امام رضا (ع)».
INTRODUCTIONS = frozenset({
    "روز", "شب", "شب‌های", "هفتهٔ", "دههٔ", "نیمهٔ", "روز ملی", "روز جهانی", "ماه مبارک", "عید سعید",
    "میلاد", "شهادت", "رحلت", "فتح", "قیام", "بازگشت", "بزرگداشت", "یاد", "در برابر",
})  # fmt: skip


def line_sizes(lines: Sequence[str]) -> tuple[float, ...]:
    """The size of each line of a title, the name's being 1. Where no line stands out, all are 1."""
    return tuple(_size(line, number) if len(lines) > 1 else NAME for number, line in enumerate(lines))


def _size(line: str, number: int) -> float:
    if line in INTRODUCTIONS:
        return INTRODUCING
    return JOINED if number and line.startswith("و ") else NAME
