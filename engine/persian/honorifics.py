"""Honorifics after sacred and revered names: (ص) (ع) (س) (عج) (ره) (رض) and their single-character signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Short form → what it stands for, as it would be said.
SHORT_FORMS = {
    "ص": "صلی الله علیه و آله",
    "ع": "علیه السلام",
    "س": "سلام الله علیها",
    "عج": "عجل الله تعالی فرجه",
    "ره": "رحمة الله علیه",
    "رض": "رضوان الله علیه",
}

# The single characters Unicode has for such phrases: U+FD40–FD4F and others (ﷺ, ﷻ).
SIGNS = "\ufd40-\ufd4f\ufdfa\ufdfb\ufdfe\ufdff"
SIGN_OF = {"ص": "ﷺ"}

HONORIFIC = re.compile(rf"\((?P<form>{'|'.join(SHORT_FORMS)})\)|[{SIGNS}]")


@dataclass(frozen=True, slots=True)
class Honorific:
    """An honorific at `text[start:end]`; `sign` is the one character that can stand for it, or None."""

    start: int
    end: int
    sign: str | None


def honorifics(text: str) -> tuple[Honorific, ...]:
    """The honorifics of `text`, in order."""
    return tuple(
        Honorific(match.start(), match.end(), SIGN_OF.get(match["form"] or "")) for match in HONORIFIC.finditer(text)
    )
