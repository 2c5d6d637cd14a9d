"""Persian text as people type it → as a typesetter sets it, by Hazm, without its damage.

Texts in our own YAML are final and don't come here; bodies, news and spreadsheets do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from engine.persian.cache import TextCache, default_cache
from engine.persian.digits import persian_numbers
from engine.persian.letters import ARABIC_TO_PERSIAN, LETTERS
from engine.persian.spacing import spaced
from engine.sources import code_digest, version_of

MAKERS = ("controls.py", "persian")  # all code of ours that an answer comes from

_URL = r"(?:[a-zA-Z][a-zA-Z0-9+.-]{0,15}://|www\.)[^\s«»<>\"]*[^\s«»<>\"،؛؟!.,:;?)\]]"
_TAG = r"[#@][\w\u200c]+(?:[.-]\w+)*"
_LATIN = r"(?<![!-@[-`{-~])[!-@[-`{-~]*+[a-zA-Z][!-~]*"  # e-mail addresses, bare domains, file names, A4, 4K …
_PROTECTED = re.compile(f"({_URL}|{_TAG}|{_LATIN})")

_STRAIGHT_QUOTES = re.compile(rf'(?<![^\s(«])"(?=[^\s"«»])([^"\n«»]*[{LETTERS}][^"\n«»]*)"(?![\w"])')
_CURLY_QUOTES = re.compile(rf"“([^“”\n«»]*[{LETTERS}][^“”\n«»]*)”")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_LATIN_PUNCTUATION = re.compile(rf"(?<=[{LETTERS}»)])[,;?]")
_PERSIAN_PUNCTUATION = {",": "،", ";": "؛", "?": "؟"}
_MOST_PASSES = 4


def normalise(text: str, language: str | None = "fa", *, cache: TextCache | None = None) -> str:
    """`text` with Persian letters, digits, punctuation and half-spaces; other languages come back as they are.

    Kept: vowel marks, honorific signs, kashidas, no-break spaces, line breaks and control characters; URLs, e-mail
    addresses, handles, hashtags and every other word with Latin letters; the value of every number. Hazm's answers
    are kept in `cache`, by default one in the user's cache directory.
    """
    if (language or "").lower().partition("-")[0] != "fa" or not text:
        return text
    return _kept(text, default_cache() if cache is None else cache)


@lru_cache(maxsize=512)
def _kept(text: str, cache: TextCache) -> str:
    return cache.get(f"{_rules()} {text}", lambda: _normalised(text))


@cache
def _rules() -> str:
    """What gives the answers, so that those of other rules are not used again."""
    return f"{version_of('hazm')} {code_digest(*MAKERS)}"


def _normalised(text: str) -> str:
    """Passes over the text until nothing changes: a joined word may let its neighbour be joined."""
    for _ in range(_MOST_PASSES):
        before, text = text, _quoted(_outside_protected(text, _respelled))
        text = _outside_protected(text, spaced)
        if text == before:
            break
    return text


def _outside_protected(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if number % 2 else change(part) for number, part in enumerate(_PROTECTED.split(text)))


def _respelled(text: str) -> str:
    text = text.translate(ARABIC_TO_PERSIAN)
    text = _LATIN_PUNCTUATION.sub(lambda match: _PERSIAN_PUNCTUATION[match[0]], text)
    return persian_numbers(_ELLIPSIS.sub("…", text))


def _quoted(text: str) -> str:
    return _CURLY_QUOTES.sub(r"«\1»", _STRAIGHT_QUOTES.sub(r"«\1»", text))
