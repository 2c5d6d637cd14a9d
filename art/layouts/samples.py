"""Sample words, colours and ornament written into an artboard, so that an editor shows the picture that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast

import jinja2
from lxml import etree

from art.layouts.raw import made_visible
from engine.briefs.occasion import year_briefs
from engine.formats import Format
from engine.svg import parse, view_box
from engine.templates.boxes import boxes_of
from engine.templates.canvas import canvas_of
from engine.templates.fill import values_for
from engine.templates.library import PALETTES
from engine.templates.palette import Palettes, paint
from engine.templates.sandbox import ENVIRONMENT
from engine.workspace import TEMPLATES, Workspace
from engine.yamlfile import load

ROOT = Path(__file__).parents[2]
SAMPLE_YEAR = 1405
_SET = re.compile(r"\s*\{%\s*set (\w+) = (.+?)\s*%\}\s*", re.DOTALL)


class Shown(Protocol):
    """What an artboard shows when it is opened raw: words for its placeholders, in a palette."""

    @property
    def tone(self) -> str: ...

    @property
    def palette(self) -> str: ...

    def data(self) -> Mapping[str, object]: ...


@dataclass(frozen=True, slots=True)
class Sample:
    """Which occasion an artboard shows when it is opened raw, with which symbol, in which palette."""

    occasion: str
    symbol: str
    tone: str
    palette: str

    def data(self) -> Mapping[str, object]:
        occasion = workspace().occasions.by_id[self.occasion]
        brief = year_briefs([occasion], SAMPLE_YEAR, workspace().hijri)[0]
        return {**brief.placeholders, "symbol": self.symbol}


@cache
def workspace() -> Workspace:
    """The one whose office the samples name."""
    return Workspace(ROOT)


def with_samples(drawing: str, sample: Shown) -> str:
    """The artboard with every computed attribute, word and colour filled in as for the sample."""
    root = parse(drawing.encode(), "artboard").getroot()
    box = view_box(root, "artboard")
    format = Format(
        id="sample", title="", medium="screen", width=round(box.width), height=round(box.height), files=("png",)
    )
    colours = load(workspace().root / TEMPLATES / PALETTES, Palettes).colours(sample.tone, sample.palette)
    shown = {
        **sample.data(),
        "brand": workspace().brand,
        "canvas": canvas_of(box, format),
        "format": format,
        "colour": colours,
    }
    data = values_for(shown, boxes_of(root), workspace().templates.palettes)
    _fill(root, data)
    paint(root, colours)
    made_visible(root, workspace().fonts)
    return etree.tostring(root, encoding="unicode") + "\n"


def _fill(element: etree._Element, data: dict[str, object]) -> None:
    """Fills in an element and all in it, a repeat as in its first round; what is not there for the sample stays bare."""
    if isinstance(element, etree._Comment):
        if found := _SET.fullmatch(element.text or ""):
            data[found[1]] = _value(found[2], data)
        return
    if repeat := element.get("data-for"):
        name, _, items = repeat.partition(" in ")
        rounds = list(cast(Iterable[object], _value(items.partition(" if ")[0], data)))
        if not rounds:
            return
        data = {**data, name.strip(): rounds[0], "loop": Round(length=len(rounds))}
    condition = element.get("data-if")
    if condition is not None and not _value(condition, data):
        return
    for name, value in list(element.attrib.items()):
        if name.startswith("data-set-"):
            element.set(name.removeprefix("data-set-"), _rendered(value, data))
        elif name == "data-text":
            element.text = _rendered(value, data)
        elif name == "data-symbol":
            element.set("href", f"../_symbols/{_rendered(value, data)}.svg")
    for child in element:
        _fill(child, data)


@dataclass(frozen=True, slots=True)
class Round:
    """The first round of a repeat."""

    length: int
    index: int = 1
    index0: int = 0
    first: bool = True

    @property
    def last(self) -> bool:
        return self.length == 1


def _value(expression: str, data: dict[str, object]) -> object:
    return ENVIRONMENT.compile_expression(expression, undefined_to_none=False)(**data)


def _rendered(expression: str, data: dict[str, object]) -> str:
    return jinja2.Template.render(ENVIRONMENT.from_string(expression), data)
