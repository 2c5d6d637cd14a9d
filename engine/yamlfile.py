"""YAML files read into pydantic models; every mistake in the file is told with its line.

This is the one door: what comes through it are plain values, strings, numbers, lists and names with values, bounded in
size, depth, and in what aliases and merge keys expand to.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any, Never

import yaml
from pydantic import BaseModel, ValidationError

from engine import gate
from engine.controls import UNPRINTABLE
from engine.errors import BadInput, Mistake, Place

MOST_DEEP = 32  # lists and names within each other
MOST_VALUES = 100_000  # of a file, all that aliases repeat counted
LONGEST_TEXT = 10_000  # characters of a value
LONGEST_NUMBER = 40  # characters

type Location = tuple[str | int, ...]

_MERGE = "<<"
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")
_WORDS: Mapping[str, bool | None] = dict.fromkeys(("", "~", "null"), None) | {
    "yes": True, "true": True, "on": True, "no": False, "false": False, "off": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")  # with a zero before it, it is a number of letters or telephones
_DECIMAL = re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"(?i:[-+]?\.inf|\.nan)")


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain values, and the line, from 1, of each key and list item."""

    content: Any
    lines: Mapping[Location, int]


def load[M: BaseModel](
    path: Path, model: type[M], realm: gate.Realm | None = None, *, context: Mapping[str, object] | None = None
) -> M:
    """The file as `model`; one of a realm may not lie outside of it.

    Raises BadInput with all of its mistakes, each with its line.
    """
    document = read(path, realm)
    try:
        return model.model_validate(document.content, context=dict(context) if context else None)
    except ValidationError as error:
        mistakes = mistakes_of(error, lambda location: Place(path, nearest(location, document.lines)))
        raise BadInput(mistakes) from None


def line_numbers(path: Path) -> Mapping[Location, int]:
    """Where in a valid YAML file each key and list item stands: location → line, from 1."""
    return read(path).lines


def read(path: Path, realm: gate.Realm | None = None) -> Document:
    """The file's values: YAML 1.1 as people write it, so that 1405-09-30 (a Jalali day), 12:30 and 0713 are text.

    Raises BadInput for a file that can't be read, is no YAML, or has what no file of a workspace needs: tags, values
    or nesting without measure, numbers that are none, names that stand twice.
    """
    source = _source(path, realm)
    composer = _Composer(path, source)
    try:
        return Document(composer.document(), composer.lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadInput.of(
            "not valid YAML: {problem}",
            todo="check the indentation and the quotes around this line",
            place=Place(path, mark.line + 1 if mark else None),
            problem=error.problem or "unreadable",
        ) from None
    except yaml.YAMLError as error:
        raise BadInput.of(
            "not valid YAML: {problem}",
            todo="remove the character that YAML does not allow",
            place=Place(path),
            problem=str(error).splitlines()[0],
        ) from None


def _source(path: Path, realm: gate.Realm | None) -> str:
    try:
        return gate.text(path, gate.YAML, realm, "utf-8-sig")
    except FileNotFoundError:
        raise BadInput.of(
            "the file is missing", todo="create it, or start from “naqsh init”", place=Place(path)
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput.of(
            "the file can't be read ({reason})",
            todo="save it as UTF-8 text and check its permissions",
            place=Place(path),
            reason=error,
        ) from None


@contextmanager
def at(path: Path, *location: str | int) -> Iterator[None]:
    """What is wrong in the block is told with the line of a key of a valid YAML file, or of the nearest one to it."""
    try:
        yield
    except BadInput as error:
        place = Place(path, nearest(location, line_numbers(path)))
        raise BadInput(replace(each, place=place) for each in error.mistakes) from None


class _Composer:
    """YAML's events → plain values. Aliases share what they name; what all of them repeat is counted."""

    def __init__(self, path: Path, source: str) -> None:
        self.lines: dict[Location, int] = {}
        self._path = path
        self._events: Iterator[Any] = yaml.parse(source, Loader=yaml.CSafeLoader)
        self._anchors: dict[str, tuple[Any, int]] = {}  # name → value, and how many values are in it
        self._count = 0

    def document(self) -> Any:
        """The only document's value; an empty file has names without any."""
        content: Any = {}
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins here", "leave out the line “---”")
            elif isinstance(event, yaml.NodeEvent):
                content = self._value(event, (), 0)
        return content

    def _value(self, event: Any, at: Location, depth: int) -> Any:
        self.lines.setdefault(at, self._line(event))
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(event)
        if depth > MOST_DEEP:
            self._refuse(event, "more than {most} levels are nested here", "write it flatter", most=MOST_DEEP)
        before = self._count
        self._add(1, event)
        value: Any
        match event:
            case yaml.ScalarEvent():
                value = self._scalar(event)
            case yaml.SequenceStartEvent():
                self._refuse_tag(event)
                value = [self._value(each, (*at, index), depth + 1) for index, each in enumerate(self._until_end())]
            case _:
                self._refuse_tag(event)
                value = self._mapping(at, depth)
        if event.anchor:
            self._anchors[event.anchor] = value, self._count - before
        return value

    def _until_end(self) -> Iterator[Any]:
        """The events that begin the parts of a list or mapping."""
        return iter(self._part, None)

    def _part(self) -> Any:
        event = next(self._events)
        return None if isinstance(event, yaml.CollectionEndEvent) else event

    def _mapping(self, at: Location, depth: int) -> dict[str, Any]:
        own: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key in self._until_end():
            if type(key) is not yaml.ScalarEvent:
                self._refuse(key, "a name can't be a list or an alias", "write one word before the colon")
            name, line = self._text(key), self._line(key)
            here = (*at, name)
            if name == _MERGE and key.implicit[0]:
                merged = self._merged(next(self._events), here, depth) | merged
                continue
            if name in own:
                self._refuse(key, "“{name}” stands twice", "leave one of them out", name=name)
            self.lines[here] = line  # the key's own line, also for block scalars
            own[name] = self._value(next(self._events), here, depth + 1)
        return merged | own

    def _merged(self, event: Any, at: Location, depth: int) -> dict[str, Any]:
        """What a merge key takes over from one mapping or several, of which the first goes before the others."""
        value = self._value(event, at, depth + 1)
        together: dict[str, Any] = {}
        for each in value if isinstance(value, list) else [value]:
            if not isinstance(each, dict):
                self._refuse(event, "“<<” takes over names with values only", "name a mapping after it")
            self._add(len(each), event)
            together = each | together
        return together

    def _aliased(self, event: Any) -> Any:
        if event.anchor not in self._anchors:
            self._refuse(event, "“*{name}” names nothing above it", "write the value itself", name=event.anchor)
        value, count = self._anchors[event.anchor]
        self._add(count, event)
        return value

    def _add(self, count: int, event: Any) -> None:
        self._count += count
        if self._count > MOST_VALUES:
            self._refuse(event, "the file has more than {most} values up to here", "split it", most=MOST_VALUES)

    def _text(self, event: Any) -> str:
        self._refuse_tag(event)
        text: str = event.value
        if len(text) > LONGEST_TEXT:
            what = "{length} characters are too many"
            self._refuse(event, what, "shorten it to {most}", length=len(text), most=LONGEST_TEXT)
        if unprintable := UNPRINTABLE.search(text):
            what = "the text has the character {code}, which can't be shown"
            self._refuse(event, what, "remove it", code=f"U+{ord(unprintable[0]):04X}")
        return text

    def _scalar(self, event: Any) -> str | int | float | bool | None:
        text = self._text(event)
        if not event.implicit[0] or event.tag == "!":  # quoted, or said to be text
            return text
        if text.lower() in _WORDS:
            return _WORDS[text.lower()]
        if _NO_NUMBER.fullmatch(text):
            self._refuse(event, "“{value}” is no number", "write digits only", value=text)
        if not (is_whole := bool(_INTEGER.fullmatch(text))) and not _DECIMAL.fullmatch(text):
            return text
        number = float(text.replace("_", "")) if len(text) <= LONGEST_NUMBER else math.inf
        if math.isinf(number):
            self._refuse(event, "the number {value} is too large", "write fewer digits", value=text)
        return int(text.replace("_", "")) if is_whole else number

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in _TEXT_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, "the tag “{tag}” has no meaning here", "remove it", tag=tag)

    def _line(self, event: Any) -> int:
        line: int = event.start_mark.line
        return line + 1

    def _refuse(self, event: Any, what: str, todo: str, **values: object) -> Never:
        raise BadInput.of(what, todo=todo, place=Place(self._path, self._line(event)), **values)


def mistakes_of(error: ValidationError, place_of: Callable[[Location], Place]) -> Iterator[Mistake]:
    """What a model finds wrong in values from a file, each told with the place that its location has there."""
    return chain.from_iterable(_mistakes(each, place_of(each["loc"])) for each in error.errors())


def _mistakes(detail: Any, place: Place) -> Iterator[Mistake]:
    location: Location = detail["loc"]
    name = " → ".join(str(part) for part in location) or "the file"
    kind, context = detail["type"], detail.get("ctx", {})
    match kind:
        case "missing":
            yield Mistake("“{name}” is missing", "add it", place, {"name": name})
        case "extra_forbidden":
            yield Mistake("“{name}” is not known here", "remove it or correct its spelling", place, {"name": name})
        case "value_error" if isinstance(context.get("error"), BadInput):
            yield from (replace(each, place=place) for each in context["error"].mistakes)
        case _:
            values = {"name": name, "value": repr(detail["input"])[:60], "rule": _rule(detail["msg"])}
            values["known"] = context.get("expected", "")
            yield Mistake("“{name}” can't be {value}", TODO.get(kind, "{rule}"), place, values)


TODO: Mapping[str, str] = {
    "tuple_type": "write a list",
    "list_type": "write a list",
    "dict_type": "write names with values",
    "model_type": "write names with values",
    "model_attributes_type": "write names with values",
    "string_type": "write words",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "float_type": "write a number",
    "float_parsing": "write a number",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "literal_error": "write one of {known}",
}
"""Pydantic's kind of error → what to do; for others its own words say it."""


def _rule(message: str) -> str:
    message = message.removeprefix("Value error, ").removesuffix(".")
    return message[0].lower() + message[1:]


def nearest(location: Location, lines: Mapping[Location, int]) -> int | None:
    """The line of the nearest part of the location that the file really has."""
    for length in range(len(location), -1, -1):
        if location[:length] in lines:
            return lines[location[:length]]
    return None
