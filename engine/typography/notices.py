"""What could not be set as asked: told, never silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.typography.chars import Content
from engine.typography.fonts import FontLibrary
from engine.typography.itemise import synthesises_capitals
from engine.typography.style import FontStyle

_BOLD = 600  # from here on browsers embolden a face that is lighter (CSS Fonts 4 §5.2)


def notices(content: Content, fonts: FontLibrary) -> tuple[str, ...]:
    """One sentence for each thing of a text's fonts that is not as its styles ask."""
    shown = (piece for piece in content.shown if piece.text.strip())
    styles = dict.fromkeys(piece.style.font for piece in shown)
    return tuple(dict.fromkeys(sentence for font in styles for sentence in _about(font, fonts)))


def _about(font: FontStyle, fonts: FontLibrary) -> Iterator[str]:
    face = fonts.match(font.families, font.weight, font.style, font.stretch)
    if font.families and not any(fonts.find(name) for name in font.families):
        yield f"there is no font {_listed(font.families)}: {face.family} stands in for it"
    if font.weight >= _BOLD > face.weights[1]:
        yield f"{face.family} has no weight {font.weight}: it is drawn in {round(face.weights[1])}"
    if font.style != "normal" and face.style == "normal" and not {"ital", "slnt"} & face.axes.keys():
        yield f"{face.family} has no {font.style}: it is drawn upright"
    if synthesises_capitals(font, face):
        yield f"{face.family} has no small capitals: smaller capitals stand in for them"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
