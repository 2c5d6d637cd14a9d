"""Sample words, colours and ornament written into an artboard, so that an editor shows the picture that it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import jinja2
from lxml import etree

from art.layouts.raw import made_visible
from engine.briefs.occasion import year_briefs
from engine.formats import Format
from engine.svg import parse, view_box
from engine.templates.canvas import canvas_of
from engine.templates.fill import ENVIRONMENT
from engine.templates.library import PALETTES
from engine.templates.palette import Palettes, paint
from engine.workspace import TEMPLATES, Workspace
from engine.yamlfile import load

ROOT = Path(__file__).parents[2]
SAMPLE_YEAR = 1405
_SET = re.compile(r"\s*\{%\s*set\b")


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
    data = {
        **sample.data(),
        "brand": workspace().brand,
        "canvas": canvas_of(box, format),
        "format": format,
        "colour": colours,
    }
    said = "".join(comment.text for comment in root.iter(etree.Comment) if _SET.match(comment.text or ""))
    for element in root.iter(etree.Element):
        if not all(_holds(each, data, said) for each in (element, *element.iterancestors())):
            continue
        for name, value in list(element.attrib.items()):
            if name.startswith("data-set-"):
                element.set(name.removeprefix("data-set-"), _rendered(said + value, data))
            elif name == "data-text":
                element.text = _rendered(said + value, data)
            elif name == "data-symbol":
                element.set("href", f"../_symbols/{_rendered(value, data)}.svg")
    paint(root, colours)
    made_visible(root, workspace().fonts)
    return etree.tostring(root, encoding="unicode") + "\n"


def _holds(element: etree._Element, data: dict[str, object], said: str) -> bool:
    """Whether an element is there for the sample, as far as it says itself."""
    condition = element.get("data-if")
    return condition is None or _rendered(f"{said}{{{{ 1 if {condition} else 0 }}}}", data) == "1"


def _rendered(expression: str, data: dict[str, object]) -> str:
    return jinja2.Template.render(ENVIRONMENT.from_string(expression), data)
