"""Sample words, colours and ornament written into an artboard, so that an editor shows the picture that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol

from lxml import etree

from art.layouts.raw import made_visible
from engine.briefs.occasion import year_briefs
from engine.formats import Format
from engine.svg import parse, view_box
from engine.templates.boxes import boxes_of
from engine.templates.canvas import canvas_of
from engine.templates.fill import values_for, with_values
from engine.templates.library import PALETTES, TemplateLibrary, load_library
from engine.templates.palette import Palettes, paint
from engine.typography.fonts.library import FontLibrary
from engine.workspace import FONTS, TEMPLATES, Workspace
from engine.yamlfile import load

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLE_YEAR = 1405
_MOST = 65_535  # what libxml2 counts lines to


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


class _Samples(Workspace):
    """The office and the words of `art/samples`, on the templates and fonts of the repository: what a town writes into
    its own files changes no artboard."""

    @cached_property
    def templates(self) -> TemplateLibrary:
        return load_library(ROOT / TEMPLATES)

    @cached_property
    def fonts(self) -> FontLibrary:
        return FontLibrary.load(ROOT / FONTS)


@cache
def workspace() -> Workspace:
    """The one whose office the samples name."""
    return _Samples(SAMPLES)


@cache
def palettes() -> Palettes:
    """Those that all templates share."""
    return load(ROOT / TEMPLATES / PALETTES, Palettes)


def with_samples(drawing: str, sample: Shown) -> str:
    """The artboard with every computed attribute, word and colour filled in as for the sample."""
    root = parse(drawing.encode(), "artboard").getroot()
    box = view_box(root, "artboard")
    format = Format(
        id="sample", title="", medium="screen", width=round(box.width), height=round(box.height), files=("png",)
    )
    colours = palettes().colours(sample.tone, sample.palette)
    shown = {
        **sample.data(),
        "brand": workspace().brand,
        "canvas": canvas_of(box, format),
        "format": format,
        "colour": colours,
    }
    _fill(root, values_for(shown, boxes_of(root), palettes()))
    paint(root, colours)
    made_visible(root, workspace().fonts)
    return etree.tostring(root, encoding="unicode") + "\n"


def _fill(root: etree._Element, values: dict[str, object]) -> None:
    """Writes beside each rule what it makes of the sample, of a repeat in its first round; what is not there for the
    sample stays bare."""
    elements = [*root.iter(etree.Element)]
    if len(elements) > _MOST:
        raise ValueError(f"an artboard has {_MOST} elements at most")
    for number, element in enumerate(elements, 1):
        element.sourceline = number  # type: ignore[misc]  # the stubs lack its setter
    made: dict[int | None, etree._Element] = {}
    for element in with_values(root, values, Path("artboard")).iter(etree.Element):
        made.setdefault(element.sourceline, element)
    for number, element in enumerate(elements, 1):
        if number in made:
            _show(element, made[number])


def _show(element: etree._Element, made: etree._Element) -> None:
    for name in [str(each).removeprefix("data-set-") for each in element.attrib if str(each).startswith("data-set-")]:
        element.set(name, made.get(name, ""))
    if "data-text" in element.attrib:
        element.text = made.text
    if "data-symbol" in element.attrib:
        element.set("href", f"../_symbols/{made.get('data-symbol')}.svg")
