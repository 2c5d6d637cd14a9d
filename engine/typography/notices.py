"""What could not be set as asked: told, never silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.errors import Mistake
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.chars import Content
from engine.typography.runs.itemise import synthesises_capitals
from engine.typography.styles.style import FontStyle

_BOLD = 600  # from here on browsers embolden a face that is lighter (CSS Fonts 4 §5.2)


def notices(content: Content, fonts: FontLibrary) -> tuple[Mistake, ...]:
    """One sentence for each thing of a text's fonts that is not as its styles ask."""
    shown = (piece for piece in content.shown if piece.text.strip())
    styles = dict.fromkeys(piece.style.font for piece in shown)
    told = (notice for font in styles for notice in _about(font, fonts))
    return tuple({notice.text(): notice for notice in told}.values())


def _about(font: FontStyle, fonts: FontLibrary) -> Iterator[Mistake]:
    face = fonts.match(font.families, font.weight, font.style, font.stretch)
    if font.families and not any(fonts.find(name) for name in font.families):
        names = _listed(font.families)
        yield _told("there is no font {names}: {family} stands in for it", names=names, family=face.family)
    if font.weight >= _BOLD > face.weights[1]:
        drawn = round(face.weights[1])
        yield _told(
            "{family} has no weight {weight}: it is drawn in {drawn}",
            family=face.family,
            weight=font.weight,
            drawn=drawn,
        )
    if font.style != "normal" and face.style == "normal" and not {"ital", "slnt"} & face.axes.keys():
        yield _told("{family} has no {style}: it is drawn upright", family=face.family, style=font.style)
    if synthesises_capitals(font, face):
        yield _told("{family} has no small capitals: smaller capitals stand in for them", family=face.family)


def _told(what: str, **values: object) -> Mistake:
    return Mistake(what, values=values)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
