"""Hazm's help without Hazm's damage."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.persian.cache import TextCache
from engine.persian.letters import ZWNJ
from engine.persian.normalise import normalise

NONE = TextCache(None)


def fa(text: str) -> str:
    return normalise(text, "fa", cache=NONE)


@pytest.mark.parametrize(
    "text",
    [
        "به نامِ خداوندِ جان و خِرَد",  # vowel marks
        "إِنَّا أَعْطَيْنَاكَ الْكَوْثَرَ".replace("ي", "ی").replace("ك", "ک"),
        "پیامبر اکرم ﷺ",
        "ﷻ ﷽ ﷼",
        "https://khomein.ir",
        "نشانی: https://khomein.ir/news?id=12.5&p=3 را ببینید",
        "khomein.ir/fa/1405",
        "https://fa.wikipedia.org/wiki/خمین",
        "info@khomein.ir",
        "@khomein_ir",
        "@khomein_ir12",
        "#شب_یلدا",
        "#کتاب ها",
        "#نوروز_1405",
        "سلـــام",
        "علـی (ع)",
        "خلیج فارس",
        "خلیج\u00a0فارس",
        "رضا تر",
        "رضا ترین",
        "۱۴۰۵/۰۹/۳۰",
        "۱۴۰۵-۰۹-۳۰",
        "۰۸۶-۴۶۲۲۳۳۴۴",
        "۰۸۶۴۶۲۲۳۳۴۴",
        "۵۰٪",
        "ساعت ۹:۳۰",
        "بازدید میدانی شهردار",
        "ماه می سال جدید",
        "سال ۱۴۰۵ ه.ش.",
        "ه\u200d.ش",
        "کتاب(ها)",
        "۱۲ام",
        "ویتامین ب۱۲",
        "خانهٔ‌ها",
        "لطفاً",
        "متن\u200eA4\u200f",
        "یک\nدو\n\n\nسه",
        "مانیتور 24\" و 27\" است".replace("24", "۲۴").replace("27", "۲۷"),
        "۱۹۲.۱۶۸.۱.۱",
        "دانش آموزان شهر خمین",
    ],
)  # fmt: skip
def test_left_alone(text: str) -> None:
    assert fa(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.5", "۱۲٫۵"),
        ("12.5 درصد", "۱۲٫۵ درصد"),
        ("1,234,567 تومان", "۱٬۲۳۴٬۵۶۷ تومان"),
        ("1,234.5", "۱٬۲۳۴٫۵"),
        ("50%", "۵۰٪"),
        ("٣٤ نفر", "۳۴ نفر"),
        ("1405/09/30", "۱۴۰۵/۰۹/۳۰"),
        ("086-46223344", "۰۸۶-۴۶۲۲۳۳۴۴"),
        ("0912 345 6789", "۰۹۱۲ ۳۴۵ ۶۷۸۹"),
        ("+98 86 46223344", "+۹۸ ۸۶ ۴۶۲۲۳۳۴۴"),
        ("ساعت 9-12", "ساعت ۹–۱۲"),
        ("9:30-12:00", "۹:۳۰–۱۲:۰۰"),
        ("سالهای 1404-1405", "سالهای ۱۴۰۴–۱۴۰۵"),
        ("علي و مكتب", "علی و مکتب"),
        ("می رود و نمی خواهم", "می‌رود و نمی‌خواهم"),
        ("میدانم", "می‌دانم"),
        ("کتاب ها و خانه های ما", "کتاب‌ها و خانه‌های ما"),
        ("خانه ی ما", "خانه‌ی ما"),
        ("رفته ام", "رفته‌ام"),
        ("بزرگ ترین شهر", "بزرگ‌ترین شهر"),
        ("بی نظیر", "بی‌نظیر"),
        ("جمعهها", "جمعه‌ها"),
        ("سلام   دنیا", "سلام دنیا"),
        ("سلام ، دنیا .خوبی؟بله", "سلام، دنیا. خوبی؟ بله"),
        ("« سلام »گفت", "«سلام» گفت"),
        ('گفت: "سلام دنیا"', "گفت: «سلام دنیا»"),
        ("گفت “سلام”", "گفت «سلام»"),
        ("چرا?", "چرا؟"),
        ("و ...", "و …"),
        ("۹متر", "۹ متر"),
        ("امام زمان(عج)", "امام زمان (عج)"),
        ("سلام @khomein_ir کتاب ها", "سلام @khomein_ir کتاب‌ها"),
        ("در A4 و 12 نسخه", "در A4 و ۱۲ نسخه"),
    ],
)
def test_set_right(text: str, expected: str) -> None:
    assert fa(text) == expected


@pytest.mark.parametrize("language", ["ar", "en", "ar-SA", None, "ur"])
def test_other_languages_are_not_touched(language: str | None) -> None:
    text = "علي  12.5 كتاب ها"
    assert normalise(text, language, cache=NONE) == text


# What may change: spacing, and the dress of digits and a few letters and signs.
SPACING = {" ", ZWNJ}
DRESS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", ".": "٫", ",": "٬", "،": "٬", "%": "٪", "-": "–", ";": "؛", "?": "؟"}
    | {"“": '"', "”": '"', "«": '"', "»": '"'}
)


def substance(text: str) -> str:
    """The text without spacing, each digit as its value, dots of an ellipsis one by one."""
    solid = "".join(character for character in text.replace("…", "...") if character not in SPACING)
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character.translate(DRESS)
        for character in solid
    )


fragments = st.sampled_from(
    [
        *'ابتسشدرزهیيكـ‌ًَِّٰ ء۱۲12٣٤.،,:؛؟?!()«»[]"“”%٪-–/@#_+ﷺ…',
        *("می", "نمی", "ها", "های", "تر", "ام", "خانه", "رود", "علی", "(ع)", "خلیج فارس", "12.5", "1,234", "9-12"),
        *("https://khomein.ir/a", "@khomein_ir", "#شب_یلدا", "a@b.ir", "A4", "0912 345 6789", "+98 21 22", "۵۰٪"),
        *("\u200c", "\u200d", "\u200e", "\u200f", "\u2067", "\u2069", "\u00a0", "\n", "\r", "\t", "\0", "\ud800"),
        *("  ", "...", "وَ", "قٰ", "ﻼ", "ۀ", "ة", "ئ", "هها", "میدانم", "abc", "É", "漢", "🌹"),
    ]
)
mixed = st.lists(fragments, max_size=25).map("".join) | st.text(max_size=30)


@given(mixed)
@settings(max_examples=600, deadline=None)
def test_nothing_is_lost_and_twice_is_once(text: str) -> None:
    once = fa(text)
    assert substance(once) == substance(text)
    assert fa(once) == once


@pytest.mark.parametrize(
    "unit", ["ها ", "\u064e", " ", "\u200c", "(", "1,", "a", "\ud800", "\0", '"', "می", "www.", "9-", "0 "]
)
def test_hostile_text_is_answered(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    assert substance(fa(text)) == substance(text)


def test_answers_are_kept_on_disk(tmp_path: Path) -> None:
    made = []

    def make() -> str:
        made.append(1)
        return "پاسخ\ud800"

    for _ in range(2):
        assert TextCache(tmp_path / "new").get("کلید\ud800", make) == "پاسخ\ud800"
    assert made == [1]


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    cache = TextCache(tmp_path, most_entries=3)
    for number in range(10):
        cache.get(str(number), lambda number=number: f"text {number}")
    assert [cache.get(str(number), lambda: "again") for number in (9, 8, 7, 0)] == [
        "text 9",
        "text 8",
        "text 7",
        "again",
    ]


def test_a_broken_cache_mends_itself(tmp_path: Path) -> None:
    cache = TextCache(tmp_path)
    assert cache.path
    cache.path.write_bytes(b"not a database at all, but long enough to be read as one" * 50)
    assert cache.get("key", lambda: "a") == "a"
    assert cache.get("key", lambda: "b") == "b"
    assert cache.get("key", lambda: "c") == "b"


def test_an_unwritable_place_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert TextCache(tmp_path / "file" / "cache").get("key", lambda: "a") == "a"
