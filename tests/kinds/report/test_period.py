import datetime

import pytest

from engine.errors import BadInput
from engine.kinds.report.period import Change, Period

HALF = Period.of("شش‌ماهه", 1405)


@pytest.mark.parametrize(
    ("name", "title", "span", "adjective"),
    [
        ("سه‌ماهه", "سه‌ماههٔ نخست ۱۴۰۵", "فروردین تا خرداد ۱۴۰۵", "سه‌ماهه"),
        ("شش ماهه", "شش‌ماههٔ نخست ۱۴۰۵", "فروردین تا شهریور ۱۴۰۵", "شش‌ماهه"),
        ("شش‌ماههٔ دوم", "شش‌ماههٔ دوم ۱۴۰۵", "مهر تا اسفند ۱۴۰۵", "شش‌ماهه"),
        ("سه ماهه‌ی چهارم", "سه‌ماههٔ چهارم ۱۴۰۵", "دی تا اسفند ۱۴۰۵", "سه‌ماهه"),
        ("نه‌ماهه", "نه‌ماههٔ نخست ۱۴۰۵", "فروردین تا آذر ۱۴۰۵", "نه‌ماهه"),
        ("سالانه", "سال ۱۴۰۵", "فروردین تا اسفند ۱۴۰۵", "سالانه"),
        ("year", "سال ۱۴۰۵", "فروردین تا اسفند ۱۴۰۵", "سالانه"),
        ("six-months", "شش‌ماههٔ نخست ۱۴۰۵", "فروردین تا شهریور ۱۴۰۵", "شش‌ماهه"),
        ("مهر", "مهر ۱۴۰۵", "مهر ۱۴۰۵", "ماهانه"),
    ],
)
def test_periods_by_their_names(name: str, title: str, span: str, adjective: str) -> None:
    period = Period.of(name, 1405)
    assert (period.title, period.span, period.adjective) == (title, span, adjective)
    assert period.before.title == title.replace("۱۴۰۵", "۱۴۰۴")


def test_a_period_ends_with_its_last_month() -> None:
    assert HALF.last_day == datetime.date(2026, 9, 22)
    assert Period.of("سالانه", 1403).last_day == datetime.date(2025, 3, 20)  # a leap year


def test_an_unknown_period_is_told() -> None:
    with pytest.raises(BadInput, match="there is no period “هفت‌ماهه”"):
        Period.of("هفت‌ماهه", 1405)


@pytest.mark.parametrize(
    ("value", "last", "sentence", "direction"),
    [
        (112, 100, "۱۲٪ بیشتر از شش‌ماههٔ نخست ۱۴۰۴", "up"),
        (103.4, 100, "۳٫۴٪ بیشتر از شش‌ماههٔ نخست ۱۴۰۴", "up"),
        (88, 100, "۱۲٪ کمتر از شش‌ماههٔ نخست ۱۴۰۴", "down"),
        (0, 100, "۱۰۰٪ کمتر از شش‌ماههٔ نخست ۱۴۰۴", "down"),
        (100, 100, "برابر با شش‌ماههٔ نخست ۱۴۰۴", "same"),
        (0, 0, "برابر با شش‌ماههٔ نخست ۱۴۰۴", "same"),
        (100.01, 100, "نزدیک به شش‌ماههٔ نخست ۱۴۰۴", "same"),
        (450, 100, "۴٫۵ برابر شش‌ماههٔ نخست ۱۴۰۴", "up"),
        (5, 0, "در شش‌ماههٔ نخست ۱۴۰۴: صفر", "new"),
    ],
)
def test_changes_in_words(value: float, last: float, sentence: str, direction: str) -> None:
    change = Change.of(value, last, HALF)
    assert (change.sentence, change.direction) == (sentence, direction)


def test_less_can_be_better() -> None:
    assert Change.of(90, 100, HALF).good is False
    assert Change.of(90, 100, HALF, more_is_better=False).good is True
    assert Change.of(5, 0, HALF, more_is_better=False).good is False
    assert Change.of(5, 5, HALF).good is None
