"""Numbers in Persian dress: the value stays, and they run the right way inside Persian text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.persian.digits import (
    LEFT_TO_RIGHT_MARK,
    in_order,
    persian_numbers,
    with_handles_in_order,
    with_phones_in_order,
)
from engine.typography.unicode import bidi


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
        ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"),
        ("3.14", "۳٫۱۴"),
        ("۳.۱۴", "۳٫۱۴"),
        ("عدد 3.", "عدد ۳."),
        ("1,000,000", "۱٬۰۰۰٬۰۰۰"),
        ("1,00", "۱,۰۰"),
        ("12,345.67", "۱۲٬۳۴۵٫۶۷"),
        ("2.5%", "۲٫۵٪"),
        ("%30", "٪۳۰"),
        ("1405/9/30", "۱۴۰۵/۹/۳۰"),
        ("1405.09.30", "۱۴۰۵.۰۹.۳۰"),
        ("192.168.1.1", "۱۹۲.۱۶۸.۱.۱"),
        ("ساعت 9.30", "ساعت ۹.۳۰"),
        ("10:15", "۱۰:۱۵"),
        ("10-12", "۱۰–۱۲"),
        ("9:00-17:30", "۹:۰۰–۱۷:۳۰"),
        ("021-88776655", "۰۲۱-۸۸۷۷۶۶۵۵"),
        ("1-2-3", "۱-۲-۳"),
        ("10 - 12", "۱۰ - ۱۲"),
        ("کد 38811-54321", "کد ۳۸۸۱۱-۵۴۳۲۱"),
    ],
)  # fmt: skip
def test_numbers(text: str, expected: str) -> None:
    assert persian_numbers(text) == expected
    assert persian_numbers(expected) == expected


def drawn(text: str) -> str:
    """What is read from left to right in a Persian line, invisible marks left out."""
    order = bidi.visual_order(bidi.levels(text, 1))
    return "".join(text[at] for at in order if unicodedata.category(text[at]) != "Cf")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("از 9-12", "۱۲–۹ زا"),  # the range runs right to left
        ("از 9:30-12:00", "۱۲:۰۰–۹:۳۰ زا"),
        ("در 1405/09/30", "۱۴۰۵/۰۹/۳۰ رد"),  # a date doesn't
        ("از 12.5%", "٪۱۲٫۵ زا"),
    ],
)
def test_they_run_the_right_way(text: str, expected: str) -> None:
    assert drawn(persian_numbers(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("با ۰۹۱۲ ۳۴۵ ۶۷۸۹", "۰۹۱۲\u00a0۳۴۵\u00a0۶۷۸۹ اب"),
        ("با ۰۸۶-۴۶۲۲۳۳۴۴ تماس", "سامت ۰۸۶-۴۶۲۲۳۳۴۴ اب"),
        ("با +۹۸ ۸۶ ۴۶۲۲ ۳۳۴۴", "+۹۸\u00a0۸۶\u00a0۴۶۲۲\u00a0۳۳۴۴ اب"),
        ("از ۹–۱۲", "۱۲–۹ زا"),
    ],
)
def test_telephone_numbers_run_left_to_right(text: str, expected: str) -> None:
    assert drawn(with_phones_in_order(text)) == expected


@given(st.integers(0, 10**9), st.integers(0, 999))
def test_a_value_never_changes(whole: int, fraction: int) -> None:
    text = persian_numbers(f"{whole:,}.{fraction:03}")
    digits = text.replace("٬", "").replace("٫", ".")
    assert float(digits) == float(f"{whole}.{fraction:03}")


def test_a_handle_keeps_its_sign_at_its_beginning():
    assert with_handles_in_order("کانال @khomein_city را ببینید") == "کانال \u200e@khomein_city را ببینید"
    for same in ("info@khomein.ir", "\u200e@khomein", "۵ @ ۳"):
        assert with_handles_in_order(same) == same


def test_latin_text_keeps_its_full_stop_on_its_right() -> None:
    assert in_order("Mr.") == f"Mr.{LEFT_TO_RIGHT_MARK}"
    assert in_order("One.\n\nTwo.") == f"One.{LEFT_TO_RIGHT_MARK}\n\nTwo.{LEFT_TO_RIGHT_MARK}"
    assert in_order("جناب Dr. رضا") == "جناب Dr. رضا"
    assert in_order("") == ""
