"""The least and the most that a report may hold, to try its templates with."""

from __future__ import annotations

from collections.abc import Sequence

from engine.kinds.report.performance import (
    LONGEST_LABEL,
    LONGEST_LEAD,
    LONGEST_MARK,
    LONGEST_NAME,
    TABLES,
    About,
    Department,
    Performance,
)

_YEAR = 1405
_LONG = "توسعهٔ زیرساخت‌های شهری و ساماندهی حاشیهٔ رودخانه"[:LONGEST_LABEL].strip()
_MARK = _LONG[:LONGEST_MARK].strip()
_MONTHS = ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"]
_SYMBOLS = ("tree", "people-circle", "tulip")


def barest() -> Performance:
    """One department with one figure."""
    department = {"heading": {"name": "مالی"}, "figures": [{"label": "سود", "value": 7}]}
    return _report("سه‌ماهه", [department])


def fullest() -> Performance:
    """As many departments as one expects, the first one with as much as a page has room for, all of it long."""
    most = {name: most for name, (_, most) in TABLES.items()}
    shares = [100 - 3.5 * (most["shares"] - 1)] + [3.5] * (most["shares"] - 1)
    full = {
        "heading": {
            "name": f"{_LONG} و بازار"[:LONGEST_NAME],
            "lead": f"{_LONG}، {_LONG}، {_LONG}، {_LONG} به سرانجام رسید."[:LONGEST_LEAD],
            "shares_of": _LONG,
            "series_of": _LONG,
            "series_unit": "میلیارد ریال",
        },
        "figures": [
            {"label": _LONG, "value": 123_456_789 * (number + 1), "unit": "مترمربع", "last": 98_765_432}
            for number in range(most["figures"])
        ],
        "shares": [{"label": _MARK, "share": share} for share in shares],
        "series": [
            {"label": month, "value": 120_000 + 9_500 * number, "last": 110_000 + 7_000 * number}
            for number, month in enumerate(_MONTHS[: most["series"]])
        ],
        "projects": [
            {"name": _LONG, "progress": 12.5 * (number + 1), "value": 12_500, "unit": "میلیارد ریال"}
            for number in range(most["projects"])
        ],
        "counts": [
            {"label": _LONG, "value": 38_750, "unit": "اصله", "symbol": symbol} for symbol in _SYMBOLS[: most["counts"]]
        ],
    }
    others = [{"heading": {"name": f"{_LONG} {number}"}, "figures": full["figures"]} for number in range(2, 13)]
    return _report("نه‌ماهه", [full, *others])


def _report(period: str, departments: Sequence[object]) -> Performance:
    about = About.model_validate({"year": _YEAR, "period": period, "title": "گزارش عملکرد"})
    return Performance(about=about, departments=tuple(map(Department.model_validate, departments)))
