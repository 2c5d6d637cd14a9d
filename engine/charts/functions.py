"""Charts for templates: numbers and boxes in, placed marks out. A mark carries its value and its number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.arguments import LARGEST, checked, shown
from engine.charts import bars, icons, lines, places, rings
from engine.charts.axis import axis
from engine.errors import BadInputValue

SMALLEST = 1e-9
"""The least number, but for 0, that a chart can show."""


def _shown(name: str, value: float) -> None:
    if not (value == 0 or SMALLEST <= value <= LARGEST):
        raise BadInputValue.of("a chart can't show {value}", todo="give it numbers from 0 on", value=shown(value))


FUNCTIONS: Mapping[str, Callable[..., object]] = {
    function.__name__: checked(function, number=_shown)
    for function in (bars.columns, bars.bars, bars.strip, rings.ring, lines.line, icons.icons, axis, places.halves)
} | {function.__name__: checked(function) for function in (places.area, places.mosaic)}
