"""The door of the functions that a template may call: what it hands them is looked at before they begin.

A parameter's annotation says what it takes: `float`, `int`, `bool`, `str`, `Box`, or a sequence of numbers or words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from inspect import signature

from engine.errors import BadInput, BadInputValue, Mistake, nearest
from engine.svg import Box

LARGEST = 1e15
"""The largest number that a function takes, of those that have no limit of their own."""
MOST_REPEATS = 1_000
MOST_VALUES = 400
SHOWN = 40  # characters of a wrong value that are told

_REPEATS = (-MOST_REPEATS, MOST_REPEATS)

type Ranges = Mapping[str, tuple[float, float]]
"""Parameter → the least and the greatest number that it takes."""
type Numbers = Callable[[str, float], None]
"""Raises BadInput for a number, of the parameter of this name, that the function can't take."""


def finite(name: str, value: float) -> None:
    """Refuses what is no number, endless or beyond LARGEST."""
    within(-LARGEST, LARGEST, name, value)


def within(least: float, most: float, name: str, value: float) -> None:
    """Refuses a number outside of a range, and what is no number."""
    if not value <= most:
        raise BadInputValue.of(
            "{name} is {value}", todo="give it at most {most}", name=name, value=shown(value), most=f"{most:.15g}"
        )
    if value < least:
        raise BadInputValue.of(
            "{name} is {value}", todo="give it at least {least}", name=name, value=shown(value), least=f"{least:.15g}"
        )


def checked[**P, R](
    function: Callable[P, R], *, name: str = "", number: Numbers = finite, ranges: Ranges | None = None
) -> Callable[P, R]:
    """The function behind its door. `ranges` bounds numbers by the names of their parameters, `number` judges the other
    floats; other whole numbers are at most MOST_REPEATS.

    Raises BadInputValue for values that it does not take, for too few or too many of them, and where its arithmetic
    has no result: a radius of 0, a square root of less than 0.
    """
    called = name or function.__name__
    asked = signature(function)
    needed = ", ".join(each for each, p in asked.parameters.items() if p.default is p.empty)
    kinds = {each: str(p.annotation).removesuffix(" | None") for each, p in asked.parameters.items()}
    optional = {each for each, p in asked.parameters.items() if p.default is None}
    limits = ranges or {}

    def bound(args: tuple[object, ...], named: Mapping[str, object]) -> Mapping[str, object]:
        for each in named:
            if each not in asked.parameters:
                raise BadInputValue.of(
                    "{function} takes no “{name}”",
                    todo="write {nearest}",
                    function=called,
                    name=each[:SHOWN],
                    nearest=nearest(each[:SHOWN], asked.parameters),
                )
        try:
            return asked.bind(*args, **named).arguments
        except TypeError:
            raise BadInputValue.of(
                "{function} is given too few values or too many",
                todo="write {function}({parameters})",
                function=called,
                parameters=needed,
            ) from None

    def check(each: str, value: object) -> None:
        if value is None and each in optional:
            return
        kind = kinds[each]
        if not _KINDS[kind](value):
            raise BadInputValue.of(
                "{name} of {function} is “{value}”",
                todo="give it {kind}",
                name=each,
                function=called,
                value=shown(value),
                kind=Mistake(_TOLD[kind]),
            )
        if kind in ("int", "float") and (kind == "int" or each in limits):
            within(*limits.get(each, _REPEATS), each, value)  # type: ignore[arg-type]  # as its kind says
            return
        for part in _numbers_in(kind, value):
            number(each, part)

    @wraps(function)
    def call(*args: P.args, **named: P.kwargs) -> R:
        for each, value in bound(args, named).items():
            check(each, value)
        try:
            return function(*args, **named)
        except BadInput as error:
            raise BadInputValue(error.mistakes) from None
        except (ArithmeticError, ValueError) as error:
            raise BadInputValue.of(
                "{function} has no result for these values: {problem}",
                todo="give it others",
                function=called,
                problem=str(error),
            ) from None

    return call


def shown(value: object) -> str:
    """The beginning of a wrong value, as it is told."""
    if isinstance(value, str | int | float):
        return str(value)[:SHOWN]
    return type(value).__name__


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= MOST_VALUES


def _numbers_in(kind: str, value: object) -> Sequence[float]:
    if kind == "float":
        return (value,)  # type: ignore[return-value]  # as its kind says
    if kind in ("Sequence[float]", "Iterable[float]"):
        return value  # type: ignore[return-value]
    if kind == "Mapping[str, float]":
        return tuple(value.values())  # type: ignore[attr-defined]
    return ()


def _are_numbers(value: object) -> bool:
    return _is_list(value) and all(map(_is_number, value))  # type: ignore[call-overload]


def _are_words(value: object) -> bool:
    return _is_list(value) and all(isinstance(each, str) for each in value)  # type: ignore[attr-defined]


def _is_box(value: object) -> bool:
    return isinstance(value, Box) and all(
        abs(each) <= LARGEST for each in (value.x, value.y, value.width, value.height)
    )


def _are_named_numbers(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and len(value) <= MOST_VALUES
        and all(isinstance(each, str) for each in value)
        and all(map(_is_number, value.values()))
    )


_KINDS: Mapping[str, Callable[[object], bool]] = {
    "Any": lambda value: True,  # the function looks itself
    "float": _is_number,
    "int": lambda value: isinstance(value, int),
    "bool": _is_number,
    "str": lambda value: isinstance(value, str),
    "object": lambda value: isinstance(value, str | int | float),
    "Box": _is_box,
    "Sequence[float]": _are_numbers,
    "Iterable[float]": _are_numbers,
    "Sequence[str]": _are_words,
    "Mapping[str, float]": _are_named_numbers,
}
_TOLD: Mapping[str, str] = {
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "str": "a word",
    "object": "a word or a number",
    "Box": "a rectangle, as box('chart') or area(0, 0, 400, 300)",
    "Sequence[float]": "a list of up to 400 numbers",
    "Iterable[float]": "a list of up to 400 numbers",
    "Sequence[str]": "a list of up to 400 words",
    "Mapping[str, float]": "a number for each name",
}
