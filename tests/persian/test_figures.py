import pytest

from engine.persian.figures import figure, number_in, percent


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "۰"),
        (12.0, "۱۲"),
        (1234567, "۱٬۲۳۴٬۵۶۷"),
        (13.25, "۱۳٫۲۵"),
        (13.2, "۱۳٫۲"),
        (0.004, "۰"),
        (1999.999, "۲٬۰۰۰"),
    ],
)
def test_figures_are_set_as_persian_sets_them(value: float, text: str) -> None:
    assert figure(value) == text


def test_percents() -> None:
    assert percent(64.5) == "۶۴٫۵٪"
    assert percent(64.54, 0) == "۶۵٪"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("۱۲٬۵۰۰", 12500),
        ("12,500.5", 12500.5),
        ("۳٫۲۵", 3.25),
        (" 45 ", 45),
        ("۴۵٪", 45),
        ("-3", -3),
        ("٣", 3),
        ("1,23", None),
        ("", None),
        ("حدود ۱۲", None),
        ("12 تن", None),
        ("nan", None),
    ],
)
def test_numbers_as_people_type_them(text: str, value: float | None) -> None:
    assert number_in(text) == value
