"""Whom something is to: what is said before a name, and the name."""

from __future__ import annotations

# What is said before a name. Titles that are names too (سید, امیر, سردار) stay with the name.
_HONORIFICS = frozenset({
    "جناب", "سرکار", "حضرت", "آقا", "آقای", "آقایان", "خانم", "خانم‌ها", "دکتر", "مهندس", "استاد", "پروفسور", "حاج",
    "حاجیه", "کربلایی", "آیت‌الله", "حجت‌الاسلام", "والمسلمین", "سرلشکر", "سرتیپ", "سرهنگ", "سرگرد", "سروان",
    "ستوان", "پهلوان", "پیشکسوت", "شهید", "شهیدان", "شهدای", "جانباز",
})  # fmt: skip
_RELATIONS = frozenset({
    "خانوادهٔ", "خانواده", "خانواده‌ی", "والدین", "پدر", "مادر", "همسر", "فرزند", "دوست", "همکار", "معلم",
    "آموزگار", "دانش‌آموز",
})  # fmt: skip
_PRAISE = frozenset({  # after a relation; alone they can be names
    "محترم", "معظم", "معزز", "گرامی", "ارجمند", "عزیز", "خوب", "گران‌قدر", "گرانقدر", "والامقام", "سرافراز", "و",
})  # fmt: skip


def parted(to: str) -> tuple[str, str]:
    """Honorific and name of «جناب آقای دکتر رضا محمدی». A name of honorifics alone is a name."""
    words = to.split()
    related = False
    for number, word in enumerate(words):
        if not (word in _HONORIFICS or word in _RELATIONS or (related and word in _PRAISE)):
            return " ".join(words[:number]), " ".join(words[number:])
        related = related or word in _RELATIONS
    return "", " ".join(words)
