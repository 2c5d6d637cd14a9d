"""Spaces and half-spaces as Hazm proposes them, taken where they can't do harm.

Hazm knows the words and verbs of Persian, but it also joins names (خلیج فارس), splits nouns (میدانی) and pulls
numbers apart. So it only proposes: its answer is laid beside the text, character by character, and each gap it would
change is judged on its own. What isn't a gap never changes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from engine.persian.honorifics import HONORIFIC
from engine.persian.letters import LETTERS, MARKS, ZWNJ, without_marks

_OPENING = "«(["
_CLOSING = ".:!،؛؟»)]"

# What Hazm gets to see: stretches of Persian words, digits, punctuation, spaces. Everything else stays as it is.
_PROSE = re.compile(rf"[{LETTERS}{MARKS}۰-۹ {ZWNJ}{re.escape(_OPENING + _CLOSING)}]+")
_CORE = re.compile(rf"[^ {ZWNJ}].*[^ {ZWNJ}]", re.DOTALL)
_PIECE = re.compile(rf"([^ {ZWNJ}])([ {ZWNJ}]*)")
_WORD_AT_END = re.compile(rf"[{LETTERS}{MARKS}{ZWNJ}]*\Z")
_WORD_AT_START = re.compile(rf"[{LETTERS}{MARKS}{ZWNJ}]*")
_LETTER = re.compile(f"[{LETTERS}]")
_WORTH_A_LOOK = re.compile(rf"[ {re.escape(_OPENING + _CLOSING)}]|می|هها|[۰-۹][{LETTERS}]")
_SENTENCE_END = re.compile(rf"[{LETTERS}{MARKS}]{{2}}[.:]\Z")
_LONGEST_WORD = 40


def spaced(text: str) -> str:
    """`text` with spaces and half-spaces put right where Hazm and our rules agree; all else as it was."""
    return _PROSE.sub(lambda prose: _CORE.sub(lambda core: _judged(core[0]), prose[0]), text)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place between two characters that are not spaces, and what stands around it."""

    now: str
    proposed: str
    before: str
    """The text up to the gap, as far back as a word can reach."""
    after: str

    @property
    def word_before(self) -> str:
        match = _WORD_AT_END.search(self.before)
        return without_marks(match[0]) if match else ""

    @property
    def word_after(self) -> str:
        match = _WORD_AT_START.match(self.after)
        return without_marks(match[0]) if match else ""


def _judged(prose: str) -> str:
    """The prose with every gap as it is, or as Hazm proposes it where that is sound."""
    pieces = [(solid, _one_gap(gap)) for solid, gap in _PIECE.findall(prose)]
    prose = "".join(solid + gap for solid, gap in pieces)
    if not _WORTH_A_LOOK.search(prose):
        return prose
    proposals = [_one_gap(gap) for _, gap in _PIECE.findall(_hazm().normalize(prose))]
    if len(proposals) != len(pieces):
        return prose
    return "".join(_with_sound_gaps(prose, pieces, proposals))


def _with_sound_gaps(prose: str, pieces: list[tuple[str, str]], proposals: list[str]) -> Iterator[str]:
    end = 0
    for (solid, now), proposed in zip(pieces, proposals, strict=True):
        start = end + 1
        end = start + len(now)
        yield solid
        if now == proposed:
            yield now
            continue
        gap = _Gap(now, proposed, prose[max(0, start - _LONGEST_WORD) : start], prose[end : end + _LONGEST_WORD])
        yield proposed if _is_sound(gap) else now


def _one_gap(gap: str) -> str:
    """A run of spaces and half-spaces as one of them."""
    return " " if " " in gap else gap[:1]


def _is_sound(gap: _Gap) -> bool:
    match gap.now, gap.proposed:
        case " ", "":
            return (gap.after[0] in _CLOSING) != (gap.before[-1] in _OPENING)
        case "", " ":
            return _parts_sentences(gap) or _parts_number_and_word(gap)
        case " ", "\u200c":
            return _joins_prefix(gap) or _joins_suffix(gap)
        case "", "\u200c":
            return _splits_verb(gap) or _splits_plural(gap)
    return False


def _parts_sentences(gap: _Gap) -> bool:
    """A space after punctuation and before « or an honorific; abbreviations like ه.ش stay whole."""
    left, right = gap.before[-1], gap.after[0]
    if _LETTER.match(left):
        return right == "«" or bool(HONORIFIC.match(gap.after))
    if left not in _CLOSING or not (_LETTER.match(right) or right in _OPENING):
        return False
    if left in ".:":
        return bool(_SENTENCE_END.search(gap.before)) and len(gap.word_after) > 1
    return left != ")" or len(gap.word_after) > 1


_ORDINALS = frozenset(("ام", "اُم", "مین", "امین"))


def _parts_number_and_word(gap: _Gap) -> bool:
    return gap.before[-1].isdecimal() and len(gap.word_after) > 2 and gap.word_after not in _ORDINALS


_VERB_PREFIXES = frozenset(("می", "نمی"))
_BOUND_PREFIXES = frozenset(("بی", "بین"))
_PLURALS = frozenset(("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان"))
_AFTER_SILENT_HEH = frozenset(("ی", "ای", "ام", "ات", "اش", "ایم", "اید", "اند"))
_COMPARATIVES = frozenset(("تر", "تری", "ترین"))


def _joins_prefix(gap: _Gap) -> bool:
    pair = gap.word_before + ZWNJ + gap.word_after
    if gap.word_before in _VERB_PREFIXES:
        return pair in _verbs()
    return gap.word_before in _BOUND_PREFIXES and pair in _words()


def _joins_suffix(gap: _Gap) -> bool:
    suffix, stem = gap.word_after, gap.word_before
    if suffix in _PLURALS:
        return len(stem) > 1
    if suffix in _AFTER_SILENT_HEH:
        return stem.endswith("ه") and len(stem) > 2
    return suffix in _COMPARATIVES and _is_adjective(stem)


def _is_adjective(word: str) -> bool:
    _, kinds = _words().get(word, (0, ()))
    return "AJ" in kinds or "ADV" in kinds


# Nouns and adjectives that read as a verb with می too.
_NOT_VERBS = frozenset(("میدانی", "میدوانی", "میمونی", "میانجی", "میگساری", "میرانده", "میراندن", "میناوند"))


def _splits_verb(gap: _Gap) -> bool:
    pair = gap.word_before + ZWNJ + gap.word_after
    return (
        gap.word_before in _VERB_PREFIXES
        and len(gap.word_after) > 2
        and gap.word_before + gap.word_after not in _NOT_VERBS
        and pair in _verbs()
    )


def _splits_plural(gap: _Gap) -> bool:
    return gap.word_before.endswith("ه") and gap.word_after in _PLURALS


@cache
def _hazm() -> Any:
    """Hazm's normaliser with all that removes or replaces characters turned off; takes two seconds to come."""
    from hazm.normalizer import Normalizer

    return Normalizer(
        remove_diacritics=False,
        remove_specials_chars=False,
        decrease_repeated_chars=False,
        persian_style=False,
        persian_numbers=False,
        unicodes_replacement=False,
    )


def _words() -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Hazm's words: frequency and parts of speech."""
    words: Mapping[str, tuple[int, tuple[str, ...]]] = _hazm()._words
    return words


def _verbs() -> frozenset[str]:
    """Hazm's conjugated verbs."""
    verbs: frozenset[str] = _hazm()._verbs
    return verbs
