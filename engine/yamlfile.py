"""YAML files read into pydantic models; every mistake in the file is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from engine import gate
from engine.errors import BadInput, Mistake, Place

type Location = tuple[str | int, ...]


class _StringDates(yaml.CSafeLoader):
    """YAML 1.1 without timestamps: 1405-09-30 is a Jalali day, not one for Python's Gregorian date."""


_StringDates.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load[M: BaseModel](
    path: Path, model: type[M], realm: gate.Realm | None = None, *, context: Mapping[str, object] | None = None
) -> M:
    """The file as `model`; one of a realm may not lie outside of it.

    Raises BadInput with all of its mistakes, each with its line.
    """
    try:
        source = gate.text(path, gate.YAML, realm)
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
    loader = _StringDates(source)
    try:
        root = loader.get_single_node()
        content = loader.construct_document(root) if root else {}
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
    finally:
        loader.dispose()
    try:
        return model.model_validate(content, context=dict(context) if context else None)
    except ValidationError as error:
        lines = dict(_lines(root)) if root else {}
        raise BadInput(mistakes_of(error, lambda location: Place(path, nearest(location, lines)))) from None


def line_numbers(path: Path) -> Mapping[Location, int]:
    """Where in a valid YAML file each key and list item stands: location → line, from 1."""
    root = yaml.compose(gate.text(path, gate.YAML), Loader=yaml.CSafeLoader)
    return dict(_lines(root)) if root else {}


@contextmanager
def at(path: Path, *location: str | int) -> Iterator[None]:
    """What is wrong in the block is told with the line of a key of a valid YAML file, or of the nearest one to it."""
    try:
        yield
    except BadInput as error:
        place = Place(path, nearest(location, line_numbers(path)))
        raise BadInput(replace(each, place=place) for each in error.mistakes) from None


def _lines(node: yaml.Node) -> Iterator[tuple[Location, int]]:
    seen: set[int] = set()  # an aliased node counts where it is first met, so that no alias multiplies the walk

    def walk(node: yaml.Node, at: Location) -> Iterator[tuple[Location, int]]:
        yield at, node.start_mark.line + 1
        if id(node) in seen:
            return
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                here = (*at, key.value)
                yield from walk(value, here)
                yield here, key.start_mark.line + 1  # the key's own line, also for block scalars
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                yield from walk(item, (*at, index))

    return walk(node, ())


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
