import pytest

from engine.persian.ordinals import cardinal, date_spelled_out, ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "یک"),
        (15, "پانزده"),
        (20, "بیست"),
        (99, "نود و نه"),
        (100, "صد"),
        (1405, "یک‌هزار و چهارصد و پنج"),
        (2000, "دو‌هزار"),
    ],
)
def test_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "یکم"), (3, "سوم"), (10, "دهم"), (23, "بیست و سوم"), (30, "سی‌ام"), (31, "سی و یکم")]
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_out_of_reach(number: int) -> None:
    with pytest.raises(ValueError, match="is not from 1 to 9999"):
        cardinal(number)


def test_months_that_join_take_a_half_space_before_mah() -> None:
    assert date_spelled_out((1405, 9, 15)) == "پانزدهم آذرماه یک‌هزار و چهارصد و پنج"
    assert date_spelled_out((1400, 1, 3)) == "سوم فروردین‌ماه یک‌هزار و چهارصد"
