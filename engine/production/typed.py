"""What people typed, set right before it is shown."""

from __future__ import annotations

import re
import unicodedata

from engine.controls import UNPRINTABLE
from engine.errors import BadInput, Mistake, Place
from engine.persian.digits import with_handles_in_order, with_phones_in_order
from engine.persian.letters import NBSP
from engine.typography.fonts.library import FontLibrary

_PICTURES = ("So", "Sk")  # Unicode's categories of emoji, and of the colours of their skin
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn")  # what joins, parts and marks other characters
_JOINED = "[\ufe0e\ufe0f\u200d\u20e3]*"  # what makes one picture of several characters


def normalised(text: str) -> str:
    """A text that people typed, its spacing and letters put right, its telephone numbers and handles in one piece.

    Names, positions and our own wordings never come here.
    """
    if not text:
        return ""
    from engine.persian.normalise import normalise  # Hazm takes seconds to load

    return with_handles_in_order(with_phones_in_order(normalise(text)))


def bound(headline: str) -> str:
    """A headline whose prepositions stay with the word after them: a large line is not to end in «به»."""
    return re.sub(r"(?<!\S)(به|از|در|با|بر) (?=\S)", rf"\1{NBSP}", headline)


def without_pictures(text: str, fonts: FontLibrary) -> tuple[str, str]:
    """A text without the emoji that no font has, and these. Raises BadInput for another character that none has."""
    missing = [each for each in dict.fromkeys(text) if _is_seen(each) and not fonts.has(each)]
    for character in missing:
        if unicodedata.category(character) not in _PICTURES:
            raise BadInput.of(
                "no font has “{character}” (U+{code})",
                todo="add a font that has it, or change the text",
                character=character,
                code=f"{ord(character):04X}",
            )
    if not missing:
        return text, ""
    kept = re.sub(f"[{''.join(map(re.escape, missing))}]{_JOINED}", "", text)
    return "\n".join(" ".join(line.split()) for line in kept.split("\n")), "".join(missing)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN or UNPRINTABLE.match(character) is not None


def drawable(text: str, fonts: FontLibrary, place: Place | None, todo: str) -> tuple[str, tuple[Mistake, ...]]:
    """What of a text can be drawn, and a warning of the emoji that are left out. Raises as `without_pictures`."""
    text, pictures = without_pictures(text, fonts)
    what = "{pictures} is left out, as no font has it"
    return text, (Mistake(what, todo, place, {"pictures": pictures}),) if pictures else ()
