"""A template and a brief → a filled SVG, its text still text."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2 import Template as JinjaTemplate
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from engine.errors import BadInput, Mistake, Place, nearest
from engine.formats import Format
from engine.persian.dates import persian_digits
from engine.persian.figures import figure, percent
from engine.svg import LARGEST_SVG, parse
from engine.templates.boxes import Boxes, boxes_of
from engine.templates.canvas import Canvas, canvas_of
from engine.templates.compile import Source, jinja_source
from engine.templates.library import Artboard, TemplateLibrary
from engine.templates.oklch import tints
from engine.templates.palette import Colours, paint
from engine.templates.pictures import embed_pictures
from engine.templates.placing import place_on_canvas
from engine.templates.veil import veil

HELPERS = ("box", "palette")
"""What an artboard may call of its own: `box(id)`, a rectangle in it, and `palette(tone, name)`, other colours."""

_NAME_OF_SOURCE = "<artboard>"
_LAST_LINE = 65_535  # the largest that libxml2 keeps


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled artboard: an SVG whose text is still text, and the file that it came from."""

    tree: etree._ElementTree
    source: Path
    canvas: Canvas


def fill(
    library: TemplateLibrary, artboard: Artboard, format: Format, data: Mapping[str, Any], colours: Colours
) -> Filled:
    """The artboard with the data of a brief, in the palette's colours, laid out on the format's canvas.

    The root's viewBox is the format with its bleed; each element's `sourceline` is its line in the artboard. Raises
    BadInput, with the artboard's line, for a name that the brief does not have, a wrong statement, a missing picture.
    """
    source, template, boxes = _compiled(artboard.path, artboard.source)
    canvas = canvas_of(artboard.box, format)
    drawn_on = {"canvas": canvas, "format": format, "colour": colours}
    helpers = dict(zip(HELPERS, (boxes, library.palettes.colours), strict=True))
    try:
        text = _bounded(template, {**data, **drawn_on, **helpers}, artboard.path)
    except (TemplateError, TypeError, ValueError, ArithmeticError, SecurityError) as error:
        line = source.origin(_line_of(error))
        raise _mistake(error, Place(artboard.path, line)) from None
    tree = parse(text.encode(), artboard.path)
    root = tree.getroot()
    _restore_lines(root)
    embed_pictures(root, library, artboard.path)
    for element in paint(root, colours):
        raise BadInput.of(
            "the palette has no colour for the class “{name}”",
            todo="use one of {known}",
            place=Place(artboard.path, element.sourceline),
            name=element.get("class"),
            known=", ".join(colours),
        )
    place_on_canvas(root, canvas, format)
    return Filled(tree, artboard.path, canvas)


class _Sandbox(SandboxedEnvironment):
    """Jinja2 for templates from anywhere: no attribute outside the data, loops of a bounded length."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
        self.globals = {"tints": tints, "veil": veil, **_PYTHON}
        self.filters |= {"digits": persian_digits, "figure": figure, "percent": percent}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What an expression by itself may call: all there is."""
        return super().make_globals({**_drawing_functions(), **(d or {})})


def _short_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > 2_000:
        raise ValueError("a repeat of more than 2,000 rounds")
    return numbers


_PYTHON = {"range": _short_range, "min": min, "max": max, "round": round, "sum": sum}


@lru_cache(maxsize=64)
def _compiled(path: Path, content: bytes) -> tuple[Source, JinjaTemplate, Boxes]:
    root = parse(content, path).getroot()
    source, boxes = jinja_source(root), boxes_of(root)
    try:
        parsed = ENVIRONMENT.parse(source.text, filename=_NAME_OF_SOURCE)
        code = ENVIRONMENT.compile(parsed, filename=_NAME_OF_SOURCE)
    except TemplateError as error:
        raise _mistake(error, Place(path, source.origin(getattr(error, "lineno", None)))) from None
    return source, JinjaTemplate.from_code(ENVIRONMENT, code, functions_for(parsed)), boxes


def functions_for(parsed: nodes.Template) -> dict[str, Any]:
    """What a template may call; ornament and charts only where it calls more than Jinja2's own."""
    called = {call.node.name for call in parsed.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
    if called <= ENVIRONMENT.globals.keys():
        return ENVIRONMENT.globals
    return {**_drawing_functions(), **ENVIRONMENT.globals}


def _drawing_functions() -> dict[str, Any]:
    from engine.charts import FUNCTIONS as CHARTS
    from engine.ornament import FUNCTIONS as ORNAMENT  # a tenth of the imports, which a drawn ground does without

    return {**ORNAMENT, **CHARTS}


def _bounded(template: JinjaTemplate, data: Mapping[str, Any], path: Path) -> str:
    """The text of a filled template; a loop that never ends its output is stopped at the largest SVG we read."""
    parts, size = [], 0
    for part in template.generate(data):
        parts.append(part)
        size += len(part)
        if size > LARGEST_SVG:
            raise BadInput.of("the filled template is larger than 20 MB", todo="shorten its repeats", place=Place(path))
    return "".join(parts)


def _restore_lines(root: etree._Element) -> None:
    """Gives each element the line of the artboard that it comes from, so that all later stages can name it."""
    for element in root.iter(etree.Element):
        if line := element.attrib.pop("data-line", None):
            element.sourceline = min(int(line), _LAST_LINE)  # type: ignore[misc]  # the stubs lack its setter


def _line_of(error: Exception) -> int | None:
    """The line of the Jinja2 source where it failed."""
    if lineno := getattr(error, "lineno", None):
        return int(lineno)
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == _NAME_OF_SOURCE), None)


def _mistake(error: Exception, place: Place) -> BadInput:
    if isinstance(error, BadInput):  # what an ornament was asked for wrongly
        return BadInput(replace(each, place=place) for each in error.mistakes)
    return BadInput([replace(told(error), place=place)])


def told(error: Exception) -> Mistake:
    """What went wrong when a template was compiled or filled, as a mistake without a place."""
    message = str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
    if found := re.fullmatch(r"No (filter|test) named '(.+)'", message):
        known = ENVIRONMENT.filters if found[1] == "filter" else ENVIRONMENT.tests
        values = {"name": found[2], "nearest": nearest(found[2], known)}
        return Mistake("nothing called “{name}” changes a value", "write {nearest}", values=values)
    if re.fullmatch(r".* object has no element .*", message):
        return Mistake(
            "a placeholder asks for a part of a list that is shorter",
            'ask first how long it is: data-if="symbols | length > 1"',
        )
    if isinstance(error, UndefinedError):
        name = re.search(r"'([^']+)'(?: is undefined)?$", message) or re.search(r"'([^']+)'", message)
        return Mistake(
            "the placeholder “{name}” is not in the brief",
            "correct its name; “naqsh templates --fields” lists those there are",
            values={"name": name[1] if name else message},
        )
    return Mistake("the placeholder can't be filled: {problem}", "correct the expression", values={"problem": message})


ENVIRONMENT = _Sandbox()
