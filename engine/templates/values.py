"""What a template gets: words, numbers, lists, mappings and frozen records; nothing of it acts.

A brief, the brand, a format are models of pydantic, whose methods read files and run code. At this door they become
records of plain values, and what may be called of them becomes a `Function`, which nothing but the sandbox can call.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from engine.arguments import checked
from engine.templates.work import Work, given

_PLAIN = frozenset((str, Markup, int, float, bool, type(None)))
CHANGED_A_STEP = 4
"""Characters of a text that are made, or looked at one by one, in a step."""
COST_OF_METHODS: Mapping[str, int] = {"fitted": 30_000}
"""The steps that a method of a record takes; others take one."""


class Function:
    """What a template may call: a function behind its door, with what it costs in steps. Python can't call it."""

    __slots__ = ("_call", "_cost", "_first", "name")

    def __init__(self, name: str, call: Callable[..., Any], *, cost: int = 1, first: tuple[Any, ...] = ()) -> None:
        self.name = name
        self._call = call
        self._cost = cost
        self._first = first

    def called(self, work: Work, args: Iterable[Any], named: Mapping[str, Any]) -> Any:
        """Its result as a plain value, its cost taken off. Raises BadInput for values that it does not take."""
        args = (*self._first, *args)
        for each in (*args, *named.values()):
            work.weigh(given(each))
        work.spend(self._cost)
        result = sized(plain(self._call(*args, **named)), work)
        if isinstance(result, str):
            work.spend(len(result) // CHANGED_A_STEP)
        return result

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Record:
    """Names and plain values, frozen. A template reads them by the sandbox, our own functions as attributes."""

    __slots__ = ("_kind", "_shown", "_values")

    def __init__(self, kind: str, values: Mapping[str, Any], shown: str | None = None) -> None:
        self._kind = kind
        self._values = values
        self._shown = f"<{kind}>" if shown is None else shown

    def __getattr__(self, name: str) -> Any:
        try:
            return object.__getattribute__(self, "_values")[name]
        except KeyError:
            raise AttributeError(name) from None

    def __repr__(self) -> str:
        return self._shown


def kind_of(value: object) -> str:
    """What a value is: the name of the model that a record was, of the type of any other."""
    return value._kind if isinstance(value, Record) else type(value).__name__


def values_of(record: Record) -> Mapping[str, Any]:
    """What a record holds, by name."""
    return record._values


def plain(value: Any) -> Any:
    """A value as templates get it, with all that is in it. Raises TypeError for what has no plain form."""
    kind = type(value)
    if kind in _PLAIN or kind is Record or kind is Function:
        return value
    if kind is tuple or kind is list:
        return kind(map(plain, value))
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    if isinstance(value, BaseModel):
        return _record(value)
    if isinstance(value, datetime.date):
        return Record("date", {"year": value.year, "month": value.month, "day": value.day}, value.isoformat())
    if readable(kind):
        for field in fields(value):
            plain(getattr(value, field.name))
        return value
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return Record(kind.__name__, {name: plain(each) for name, each in value._asdict().items()})
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Iterable):
        return tuple(map(plain, value))
    raise TypeError(f"{kind.__name__} is no plain value")


def sized(value: Any, work: Work) -> Any:
    """A value that was made, what it takes taken off the budget. Raises BadInputValue where it is too much."""
    work.weigh(value)
    if isinstance(value, str):
        work.produce(len(value))
    return value


def readable(kind: type) -> frozenset[str]:
    """The names of the fields and properties of a frozen dataclass of ours; none of another type."""
    if kind not in _READABLE:
        _READABLE[kind] = _names(kind)
    return _READABLE[kind]


_READABLE: dict[type, frozenset[str]] = {}


def _names(kind: type) -> frozenset[str]:
    if not (is_dataclass(kind) and kind.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        return frozenset()
    return frozenset((*(field.name for field in fields(kind)), *_properties(kind)))


def names_of(value: Any) -> tuple[str, ...]:
    """What stands behind the dot after a placeholder."""
    if isinstance(value, Record):
        return tuple(name for name, held in value._values.items() if not isinstance(held, Function))
    if isinstance(value, dict):
        return tuple(map(str, value))
    return tuple(sorted(readable(type(value))))


def _record(model: BaseModel) -> Record:
    kind = type(model)
    values = {name: plain(getattr(model, name)) for name in (*kind.model_fields, *_properties(kind))}
    for name in getattr(kind, "offered", ()):
        call = checked(getattr(model, name))
        values[name] = Function(name, call, cost=COST_OF_METHODS.get(name, 1))
    return Record(kind.__name__, values)


def _properties(kind: type) -> tuple[str, ...]:
    """The properties that a class defines; those of every model of pydantic left out."""
    ours = (each for each in kind.__mro__ if each.__module__.partition(".")[0] != "pydantic")
    return tuple(name for each in ours for name, value in vars(each).items() if isinstance(value, property))
