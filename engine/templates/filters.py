"""What a template may do with values: the filters, tests and methods on the list, each bounded in what it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import filters as jinja
from jinja2 import pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.tests import TESTS as JINJA_TESTS
from markupsafe import Markup, soft_str

from engine.arguments import SHOWN, checked
from engine.errors import BadInputValue
from engine.persian.dates import persian_digits
from engine.persian.figures import figure, percent
from engine.templates.values import CHANGED_A_STEP, Function, Record, kind_of, sized
from engine.templates.work import Work, given, number, there

STEPS_OF_A_CALL = 6  # of a filter or a test, which “map” and “select” call for each item
LONGEST_TEXT = 1_000_000
"""Characters of a text that is searched, changed or cut; a longer one, as a photograph's href, is only shown."""
WIDEST = 1_000  # to which a text is padded
LONGEST_SOUGHT = 400  # characters that are looked for from a text's end, or are taken off its ends
MOST_DIGITS = 15  # to which a number is rounded
MOST_ROUNDS = 2_000
_WIDEST_PLACE = 99
_PLACES = re.compile(r"(?:[^%]|%[-+ 0#]*\d{0,2}(?:\.\d{0,2})?[sdifeEgGxX%])*")

type Made = Callable[..., Any]


# --- what has no bound of its own in Python or in Jinja2


def _fits(characters: int) -> None:
    if characters > LONGEST_TEXT:
        raise BadInputValue.of("a text of more than {most} characters", todo="shorten it", most=f"{LONGEST_TEXT:,}")


def search(value: object, work: Work) -> None:
    """Takes off the budget what it costs to look for something in a text, or to change it."""
    if isinstance(value, str):
        _fits(len(value))
        work.spend(len(value) // CHANGED_A_STEP)


def _replaced(text: Any, old: Any, new: Any, count: int | None = None) -> str:
    text, old, new = (_text(each) for each in (text, old, new))
    count = -1 if count is None else count
    found = text.count(old)
    _fits(len(text) + (found if count < 0 else min(found, count)) * len(new))
    replaced: str = text.replace(old, new, count)
    return replaced


def _seek(sought: object) -> None:
    """Refuses a long text where Python compares all of it at each place of another."""
    if isinstance(sought, str) and len(sought) > LONGEST_SOUGHT:
        raise BadInputValue.of(
            "a text of more than {most} characters is looked for", todo="shorten it", most=LONGEST_SOUGHT
        )


def _joined(values: Iterable[Any], between: Any = "", *, read: Made | None = None) -> str:
    parts = [_text(read(each) if read else each) for each in values]
    between = _text(between)
    _fits(sum(map(len, parts)) + len(between) * len(parts))
    if any(isinstance(each, Markup) for each in (between, *parts)):
        return Markup.escape(between).join(parts)
    return str(between).join(parts)


def _trimmed(text: Any, chars: str | None = None) -> str:
    _seek(chars)
    trimmed: str = _text(text).strip(chars)
    return trimmed


def _padded(method: str, text: Any, width: int = 80, *fill: str) -> str:
    if not -WIDEST <= width <= WIDEST:
        raise BadInputValue.of(
            "a text is made {width} characters wide", todo="give it {most} at most", width=width, most=WIDEST
        )
    made: str = getattr(_text(text), method)(width, *fill)
    return made


def formatted(form: str, values: Any) -> str:
    """What “%” makes of a text with places as %d, %.2f, %s. Raises BadInputValue for places that are too wide."""
    _fits(len(form) + _WIDEST_PLACE * form.count("%"))
    if not _PLACES.fullmatch(form):
        raise BadInputValue.of("“{form}” has places of an unknown kind", todo="write %s, %d or %.2f", form=form[:SHOWN])
    for each in values if isinstance(values, tuple) else (values,):
        if not isinstance(there(each), (str, int, float)):
            raise TypeError(f"“%” does not go with a {kind_of(each)}")
    made: str = form % values
    return made


def _rounded(value: float, digits: int | None = None) -> float:
    if digits is None:
        return round(value)
    _check_digits(digits)
    return round(value, digits)


def _round_filter(value: float, precision: int = 0, method: str = "common") -> float:
    _check_digits(precision)
    return jinja.do_round(value, precision, method)  # type: ignore[arg-type]  # it looks itself


def _check_digits(digits: int) -> None:
    if not (isinstance(digits, int) and -MOST_DIGITS <= digits <= MOST_DIGITS):
        raise BadInputValue.of(
            "a number is rounded to {digits} digits", todo="give it {most} at most", digits=digits, most=MOST_DIGITS
        )


def _sum(values: Iterable[float], start: float = 0) -> float:
    total = start
    for each in values:
        if not (isinstance(each, int | float) and isinstance(total, int | float)):
            raise TypeError("sum adds numbers")
        total = number(total + each)
    return total


def _least(*values: Any) -> Any:
    return min(*values)


def _greatest(*values: Any) -> Any:
    return max(*values)


def _range(*bounds: int) -> tuple[int, ...]:
    numbers = range(*bounds)
    if len(numbers) > MOST_ROUNDS:
        raise BadInputValue.of(
            "a repeat of more than {most} rounds", todo="shorten its repeats", most=f"{MOST_ROUNDS:,}"
        )
    return tuple(numbers)


def _divisible(value: float, num: float) -> bool:
    return value % num == 0


def _even(value: float) -> bool:
    return value % 2 == 0


def _odd(value: float) -> bool:
    return value % 2 == 1


def _text(value: Any) -> str:
    """The text of a value."""
    text: str = soft_str(given(value))
    return text


GLOBALS: Mapping[str, Function] = {
    name: Function(name, call)
    for name, call in (
        ("range", _range),
        ("min", _least),
        ("max", _greatest),
        ("round", checked(_rounded, name="round")),
        ("sum", _sum),
    )
}


# --- methods


def _own(name: str) -> Made:
    def call(value: Any, *args: Any, **named: Any) -> Any:
        return getattr(value, name)(*args, **named)

    return call


def _seeking(name: str) -> Made:
    def call(value: Any, *args: Any, **named: Any) -> Any:
        for each in (*args, *named.values()):
            _seek(each)
        return getattr(value, name)(*args, **named)

    return call


_OF_TEXT: Mapping[str, Made] = {
    name: _own(name)
    for name in (
        "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isdecimal", "isdigit",
        "islower", "isnumeric", "isspace", "istitle", "isupper", "lower", "partition", "removeprefix", "removesuffix",
        "split", "splitlines", "startswith", "swapcase", "title", "upper",
    )
} | {
    **{name: _seeking(name) for name in ("lstrip", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "strip")},
    "join": lambda between, values: _joined(values, between),
    "replace": _replaced,
    **{name: partial(_padded, name) for name in ("center", "ljust", "rjust", "zfill")},
}  # fmt: skip
_OF_LISTS: Mapping[str, Made] = {name: _own(name) for name in ("count", "index")}
METHODS: Mapping[type, Mapping[str, Made]] = {
    str: _OF_TEXT,
    Markup: _OF_TEXT,
    list: _OF_LISTS,
    tuple: _OF_LISTS,
    dict: {name: _own(name) for name in ("get", "items", "keys", "values")},
    LoopContext: {name: _own(name) for name in ("changed", "cycle")},
}
"""Type → what of it may be called: what is computed from the value and the arguments alone, and changes neither."""

LOOP = frozenset(
    ("depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex", "revindex0")
)


def method_of(value: Any, name: str) -> Function | None:
    """A method of a value, if it is on the list."""
    call = METHODS.get(type(value), {}).get(name)
    if call is None:
        return None
    if isinstance(value, str):
        _fits(len(value))
        return Function(name, call, cost=1 + len(value) // CHANGED_A_STEP, first=(value,))
    return Function(name, call, first=(value,))


# --- filters and tests


def _bounded(function: Made, *, whole: bool = False, missing: bool = False) -> Made:
    """A filter or a test that takes its arguments and its result off the budget.

    `whole`: it looks at no part of a text, which may be as long as it likes; `missing`: it takes placeholders that
    are not there.
    """

    @pass_context
    def call(context: Context, /, *args: Any, **named: Any) -> Any:
        work = context.work  # type: ignore[attr-defined]
        work.spend(STEPS_OF_A_CALL)
        for each in (*args, *named.values()):
            if not missing:
                given(each)
            if not whole:
                search(each, work)
            work.weigh(each)
        return sized(_listed(function(context, *args, **named)), work)

    return call


def _listed(value: Any) -> Any:
    """What filters hand out piece by piece as a tuple, whose length can be asked."""
    if isinstance(value, str | int | float | list | tuple | dict | Record | Function) or value is None:
        return value
    if not isinstance(value, Sequence) and isinstance(value, Iterable):
        return tuple(value)
    return value


def _alone(function: Made) -> Made:
    """A filter that needs nothing of Jinja2's."""
    return lambda context, *args, **named: function(*args, **named)


def _in_environment(function: Made) -> Made:
    return lambda context, *args, **named: function(context.environment, *args, **named)


def _join_filter(context: Context, values: Iterable[Any], d: Any = "", attribute: Any = None) -> str:
    read = jinja.make_attrgetter(context.environment, attribute) if attribute is not None else None
    return _joined(values, d, read=read)


def _sum_filter(context: Context, values: Iterable[Any], attribute: Any = None, start: float = 0) -> float:
    read = jinja.make_attrgetter(context.environment, attribute) if attribute is not None else None
    return _sum(map(read, values) if read else values, start)


FILTERS: Mapping[str, Made] = {
    **{
        name: _bounded(_alone(jinja.FILTERS[name]))
        for name in (
            "abs", "capitalize", "dictsort", "e", "escape", "float", "int", "items", "lower", "reverse",
            "title", "upper", "wordcount",
        )
    },
    **{name: _bounded(_in_environment(jinja.FILTERS[name])) for name in ("max", "min", "sort", "truncate", "unique")},
    **{name: _bounded(jinja.FILTERS[name]) for name in ("map", "reject", "rejectattr", "select", "selectattr")},
    **{name: _bounded(_alone(jinja.FILTERS[name]), whole=True) for name in ("count", "length", "string")},
    **{name: _bounded(_in_environment(jinja.FILTERS[name]), whole=True) for name in ("first", "last")},
    **{name: _bounded(_alone(jinja.FILTERS[name]), whole=True, missing=True) for name in ("d", "default")},
    "center": _bounded(_alone(partial(_padded, "center"))),
    "list": _bounded(lambda context, value: list(value)),
    "join": _bounded(_join_filter),
    "replace": _bounded(_alone(_replaced)),
    "trim": _bounded(_alone(_trimmed)),
    "round": _bounded(_alone(checked(_round_filter, name="round"))),
    "sum": _bounded(_sum_filter),
    "digits": _bounded(_alone(checked(persian_digits, name="digits"))),
    "figure": _bounded(_alone(checked(figure, ranges={"decimals": (0, MOST_DIGITS)}))),
    "percent": _bounded(_alone(checked(percent, ranges={"decimals": (0, MOST_DIGITS)}))),
}  # fmt: skip

_OF_JINJA: Mapping[str, Any] = JINJA_TESTS

TESTS: Mapping[str, Made] = {
    name: _bounded(_alone(_OF_JINJA[name]), whole=True, missing=name in ("defined", "undefined"))
    for name in (
        "!=", "<", "<=", "==", ">", ">=", "boolean", "defined", "eq", "equalto", "false",
        "float", "ge", "greaterthan", "gt", "integer", "iterable", "le", "lessthan", "lower", "lt", "mapping",
        "ne", "none", "number", "sameas", "sequence", "string", "true", "undefined", "upper",
    )
} | {
    "in": _bounded(_alone(_OF_JINJA["in"])),
} | {
    name: _bounded(_alone(checked(function, name=name)))
    for name, function in (("divisibleby", _divisible), ("even", _even), ("odd", _odd))
}  # fmt: skip
