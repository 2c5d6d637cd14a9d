"""Honorifics in set text: (ص) (ع) (س) (عج) (ره) (رض) smaller and raised, or as one sign where the font has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.persian.honorifics import Honorific, honorifics
from engine.typography.blocks.textblock import TextBlock, sliced
from engine.typography.runs.chars import Span
from engine.typography.runs.itemise import face_of
from engine.typography.styles.style import Shift, Style


@dataclass(frozen=True, slots=True)
class Setting:
    """How an honorific stands to the text around it: its size as a part of that, how far it is raised, in em."""

    size: float
    rise: float


IN_TEXT = Setting(0.6, 0.32)
IN_LETTERING = Setting(0.3, 0.62)  # drawn large, parentheses would be heavier than the name


def raised(text: str, spans: Sequence[Span], setting: Setting = IN_TEXT) -> tuple[Span, ...]:
    """The spans with the honorifics of `text` in a smaller, raised style of their own; signs such as ﷺ stay as set."""
    found = [each for each in honorifics(text) if each.end - each.start > 1]
    return tuple(_cut(text, spans, found, setting)) if found else tuple(spans)


def with_honorifics(block: TextBlock, setting: Setting = IN_TEXT) -> TextBlock:
    """The block with its honorifics set: `data-honorifics` is raised (the default), sign or plain."""
    how = block.attributes.get("data-honorifics", "raised")
    if how == "plain":
        return block
    if how == "sign":
        block = _with_signs(block)
    spans = raised(block.text, block.spans, setting)
    return block if spans == block.spans else replace(block, spans=spans)


def _cut(text: str, spans: Sequence[Span], found: Sequence[Honorific], setting: Setting) -> Iterator[Span]:
    at = 0
    for each in found:
        yield from _part(spans, at, each.start)
        yield from (replace(span, style=_raised(span.style, setting)) for span in _part(spans, each.start, each.end))
        at = each.end
    yield from _part(spans, at, len(text))


def _part(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of spans between two characters, where they stand."""
    for span in sliced(spans, start, end):
        yield replace(span, start=span.start + start, end=span.end + start)


def _raised(style: Style, setting: Setting) -> Style:
    size = style.font.size
    font = replace(style.font, size=size * setting.size)
    return replace(style, font=font, shifts=(*style.shifts, Shift(px=size * setting.rise)))


def _with_signs(block: TextBlock) -> TextBlock:
    """The block with a sign for each honorific that has one in the face of its span."""
    text, spans = block.text, list(block.spans)
    for each in reversed(honorifics(text)):
        style = next(span.style for span in spans if span.start <= each.start < span.end)
        if each.sign and face_of(style.font, block.fonts).has(each.sign):
            text = text[: each.start] + each.sign + text[each.end :]
            spans = [_shrunk(span, each) for span in spans]
    return replace(block, text=text, spans=tuple(span for span in spans if span.start < span.end))


def _shrunk(span: Span, each: Honorific) -> Span:
    """The span after the characters of an honorific have become one."""

    def moved(index: int) -> int:
        return index if index <= each.start else max(each.start + 1, index - (each.end - each.start - 1))

    return replace(span, start=moved(span.start), end=moved(span.end))
