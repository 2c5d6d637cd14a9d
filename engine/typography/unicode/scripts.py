"""Which writing system a character belongs to (UAX #24), and what is special about it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

COMMON = "Zyyy"
# Scripts that join letters or hang them from a line: letter-spacing would tear them (CSS Text 3 §8.2.3).
CURSIVE = frozenset(
    ("Arab", "Syrc", "Nkoo", "Mani", "Phlp", "Mand", "Mong", "Phag", "Adlm", "Rohg", "Sogd", "Ougr", "Deva",
     "Beng", "Guru", "Modi", "Shrd", "Sylo", "Tirh", "Ogam")
)  # fmt: skip
_ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
_ARABIC_LANGUAGES = frozenset(("fa", "ar", "ur", "ckb", "ps", "ug", "sd"))
_PUNCTUATION = (0x2000, 0x206F)  # dashes, quotation marks, joiners: of no script
# Characters of these blocks that other scripts use too
_ARABIC_COMMON = frozenset("\u0605\u060c\u061b\u061c\u061f\u0640\u06dd\ufd3e\ufd3f\ufeff٠١٢٣٤٥٦٧٨٩")
# Default_Ignorable_Code_Point, what of it can stand in text (DerivedCoreProperties.txt).
_IGNORABLE = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip


def script_of_language(language: str) -> str:
    """The script of digits and signs that stand alone in text of a language."""
    return "Arab" if language.lower().partition("-")[0] in _ARABIC_LANGUAGES else COMMON


@lru_cache(4096)
def script(character: str) -> str:
    """The ISO 15924 tag; `Zyyy` for characters that go with their neighbours."""
    category = unicodedata.category(character)
    code = ord(character)
    if category[0] == "M":
        return COMMON
    if code < 0x0250:
        return "Latn" if category[0] == "L" else COMMON
    if _PUNCTUATION[0] <= code <= _PUNCTUATION[1]:
        return COMMON
    if any(low <= code <= high for low, high in _ARABIC):
        return COMMON if character in _ARABIC_COMMON else "Arab"
    from fontTools import unicodedata as tables  # large; only for the other scripts

    found: str = tables.script(character)
    return COMMON if found in ("Zinh", "Zzzz") else found


@lru_cache(4096)
def ignorable(character: str) -> bool:
    """Whether it draws nothing where a font does not have it: joiners, controls, variation selectors."""
    code = ord(character)
    return any(low <= code <= high for low, high in _IGNORABLE) or unicodedata.category(character) in ("Cc", "Cf")
