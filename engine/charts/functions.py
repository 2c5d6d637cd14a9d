"""Charts for templates: numbers and boxes in, placed marks out. A mark carries its value and its number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from math import isfinite
from typing import Any

from engine.charts import bars, icons, lines, places, rings
from engine.charts.axis import axis
from engine.errors import BadInputValue

MOST_VALUES = 400


def _guarded[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """The function with its numbers checked: none is negative or without end, and there are not too many."""

    @wraps(function)
    def call(*args: P.args, **named: P.kwargs) -> R:
        for value in (*args, *named.values()):
            _check(value)
        return function(*args, **named)

    return call


def _check(value: Any) -> None:
    numbers = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    if len(numbers) > MOST_VALUES:
        raise BadInputValue.of("a chart of more than {most} values", todo="leave some out", most=MOST_VALUES)
    for number in numbers:
        if isinstance(number, int | float) and not (isfinite(number) and number >= 0):
            raise BadInputValue.of("a chart can't show {value}", todo="give it numbers from 0 on", value=number)


FUNCTIONS: Mapping[str, Callable[..., object]] = {
    function.__name__: _guarded(function)
    for function in (bars.columns, bars.bars, bars.strip, rings.ring, lines.line, icons.icons, axis, places.halves)
} | {"area": places.area, "mosaic": places.mosaic}
