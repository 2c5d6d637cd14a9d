from engine.persian.dates import (
    GREGORIAN_MONTHS,
    HIJRI_MONTHS,
    JALALI_MONTHS,
    WEEKDAY_NAMES,
    gregorian_in_words,
    hijri_in_words,
    in_figures,
    jalali_in_words,
    persian_digits,
)


def test_digits_become_persian_and_nothing_else_changes() -> None:
    assert persian_digits("۲ × 90 cm، سال 1405") == "۲ × ۹۰ cm، سال ۱۴۰۵"
    assert persian_digits(1405) == "۱۴۰۵"


def test_a_day_in_words_in_the_three_calendars() -> None:
    assert jalali_in_words((1405, 9, 30), "monday") == "دوشنبه ۳۰ آذر ۱۴۰۵"
    assert hijri_in_words((1448, 7, 11)) == "۱۱ رجب ۱۴۴۸"
    assert gregorian_in_words((2026, 12, 21)) == "۲۱ دسامبر ۲۰۲۶"


def test_figures_are_padded() -> None:
    assert in_figures((1405, 9, 3)) == "۱۴۰۵/۰۹/۰۳"


def test_the_week_begins_on_saturday() -> None:
    assert list(WEEKDAY_NAMES) == ["saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"]
    assert WEEKDAY_NAMES["saturday"] == "شنبه"


def test_names_are_in_persian_letters() -> None:
    names = (*JALALI_MONTHS, *HIJRI_MONTHS, *GREGORIAN_MONTHS, *WEEKDAY_NAMES.values())
    assert not set("".join(names)) & set("يىك ")
    assert len({*JALALI_MONTHS}) == len({*HIJRI_MONTHS}) == len({*GREGORIAN_MONTHS}) == 12
