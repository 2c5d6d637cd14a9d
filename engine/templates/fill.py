"""A template and a brief → a filled SVG, its text still text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import UndefinedError, nodes
from lxml import etree

from engine.arguments import checked
from engine.errors import BadInput, Mistake, Place, nearest
from engine.formats import Format
from engine.svg import LARGEST_SVG, parse
from engine.templates.boxes import Boxes, boxes_of
from engine.templates.canvas import Canvas, canvas_of
from engine.templates.code import Code, kept
from engine.templates.compile import Source, jinja_source
from engine.templates.library import Artboard, TemplateLibrary
from engine.templates.palette import Colours, Palettes, paint
from engine.templates.pictures import embed_pictures
from engine.templates.placing import place_on_canvas
from engine.templates.sandbox import ENVIRONMENT, FAULTS, NAME_OF_SOURCE, drawing_functions, is_ours, line_of
from engine.templates.values import Function, plain

HELPERS = ("box", "palette")
"""What an artboard may call of its own: `box(id)`, a rectangle in it, and `palette(tone, name)`, other colours."""

_LAST_LINE = 65_535  # the largest that libxml2 keeps
_NUMBER = r"[0-9]{1,9}"
_LINE = re.compile(rf'data-line="({_NUMBER})"')
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
    source, template, boxes = _ready(artboard, artboard.source)
    canvas = canvas_of(artboard.box, format)
    drawn_on = {"canvas": canvas, "format": format, "colour": colours}
    values = values_for({**data, **drawn_on}, boxes, library.palettes)
    tree = _with_values(source, template, values, artboard.path)
    root = tree.getroot()
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


def with_values(root: etree._Element, values: Mapping[str, Any], path: Path) -> etree._ElementTree:
    """A parsed artboard with values (of `values_for`) in the place of what it computes, and nothing else done to it.

    Each element's `sourceline` is that of the one it comes from. Raises BadInput as `fill` does.
    """
    made = _code(root, path)
    return _with_values(made.source, _template(made), values, path)


def _with_values(source: Source, template: JinjaTemplate, values: Mapping[str, Any], path: Path) -> etree._ElementTree:
    try:
        text = _bounded(template, values, path)
    except FAULTS as error:
        if is_ours(error):
            raise
        raise _mistake(error, Place(path, source.origin(line_of(error)))) from None
    tree = _parsed(text, path)
    _restore_lines(tree.getroot())
    return tree


def values_for(data: Mapping[str, Any], boxes: Boxes, palettes: Palettes) -> dict[str, Any]:
    """What an artboard gets under its names: the data as plain values, and its own helpers."""
    calls: tuple[Callable[..., Any], ...] = (boxes.of, palettes.colours)
    helpers = dict(zip(HELPERS, calls, strict=True))
    return {name: plain(value) for name, value in data.items()} | {
        name: Function(name, checked(call, name=name)) for name, call in helpers.items()
    }


@lru_cache(maxsize=128)
def _ready(artboard: Artboard, content: bytes) -> tuple[Source, JinjaTemplate, Boxes]:
    root = artboard.whole()
    known = kept(content, lambda: _code(root, artboard.path))
    return known.source, _template(known), boxes_of(root)


def _template(known: Code) -> JinjaTemplate:
    return JinjaTemplate.from_code(ENVIRONMENT, known.code, functions_for(known.called))


def _code(root: etree._Element, path: Path) -> Code:
    source = jinja_source(root)
    parsed, code = compiled(source, path)
    return Code(source, code, called_in(parsed))


def compiled(source: Source, path: Path) -> tuple[nodes.Template, CodeType]:
    """An artboard's statements and expressions, and their code. Raises BadInput for what can't be compiled."""
    try:
        parsed = ENVIRONMENT.parse(source.text, filename=NAME_OF_SOURCE)
        return parsed, ENVIRONMENT.compile(parsed, filename=NAME_OF_SOURCE)
    except FAULTS as error:
        raise _mistake(error, Place(path, source.origin(line_of(error)))) from None


def called_in(parsed: nodes.Template) -> frozenset[str]:
    """The names that a template calls."""
    return frozenset(call.node.name for call in parsed.find_all(nodes.Call) if isinstance(call.node, nodes.Name))


def functions_for(called: frozenset[str]) -> dict[str, Any]:
    """What a template that calls these names may call; ornament and charts only where they are more than Jinja2's."""
    if called <= ENVIRONMENT.globals.keys():
        return ENVIRONMENT.globals
    return {**drawing_functions(), **ENVIRONMENT.globals}


def _bounded(template: JinjaTemplate, data: Mapping[str, Any], path: Path) -> str:
    """The text of a filled template; a loop that never ends its output is stopped at the largest SVG we read."""
    parts, size = [], 0
    for part in template.generate(data):
        parts.append(part)
        size += len(part)
        if size > LARGEST_SVG:
            raise BadInput.of("the filled template is larger than 20 MB", todo="shorten its repeats", place=Place(path))
    return "".join(parts)


def _parsed(text: str, path: Path) -> etree._ElementTree:
    """The tree of a filled template. Raises BadInput, with the artboard's line, for what is no XML."""
    if found := _NO_XML.search(text):
        before = text[: found.start()]
        raise BadInput.of(
            "a placeholder holds the character U+{code}, which no SVG can show",
            todo="remove it",
            place=Place(path, _last_line(before)),
            code=f"{ord(found[0]):04X}",
        )
    try:
        return parse(text.encode(), path)
    except BadInput as error:
        raise BadInput(replace(each, place=_in_artboard(each.place, text)) for each in error.mistakes) from None


def _in_artboard(place: Place | None, text: str) -> Place | None:
    """A place in a filled template as the line of the artboard that it comes from."""
    if place is None or place.line is None:
        return place
    return replace(place, line=_last_line("\n".join(text.split("\n")[: place.line])))


def _last_line(text: str) -> int | None:
    """The artboard's line of the last element that a part of a filled template begins."""
    lines = _LINE.findall(text)
    return min(int(lines[-1]), _LAST_LINE) if lines else None


def _restore_lines(root: etree._Element) -> None:
    """Gives each element the line of the artboard that it comes from, so that all later stages can name it."""
    for element in root.iter(etree.Element):
        line = element.attrib.pop("data-line", "")
        if re.fullmatch(_NUMBER, line):  # a template can write one too
            element.sourceline = min(int(line), _LAST_LINE)  # type: ignore[misc]  # the stubs lack its setter


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
