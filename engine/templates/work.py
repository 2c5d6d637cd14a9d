"""How much a template may compute: a budget of steps and of characters, the same for every filling of an artboard."""

from __future__ import annotations

from math import isfinite
from typing import Any

from jinja2 import StrictUndefined, Undefined
from markupsafe import Markup

from engine.errors import BadInputValue
from engine.svg import LARGEST_SVG

MOST_STEPS = 1_000_000
"""A step is a part of an expression evaluated once; the heaviest artboards of ours, a month's, take 200,000."""
MOST_CHARACTERS = 2 * LARGEST_SVG
LARGEST_NUMBER = 10**18
_CHARACTERS_A_STEP = 100  # that a computer looks through while it does one


class Work:
    """What is left of the budget of a template that is being filled. All raise BadInputValue where nothing is left."""

    __slots__ = ("characters", "steps")

    def __init__(self) -> None:
        self.steps = MOST_STEPS
        self.characters = MOST_CHARACTERS

    def spend(self, steps: int) -> None:
        """Takes steps off."""
        self.steps -= max(0, steps)
        if self.steps < 0:
            raise BadInputValue.of(
                "the template takes more than {most} steps",
                todo="shorten its repeats",
                most=f"{MOST_STEPS:,}",
            )

    def produce(self, characters: int) -> None:
        """Takes characters off that are about to be made."""
        self.characters -= max(0, characters)
        if self.characters < 0:
            raise BadInputValue.of(
                "the template makes more than {most} characters",
                todo="shorten its repeats",
                most=f"{MOST_CHARACTERS:,}",
            )

    def weigh(self, value: Any) -> None:
        """Takes off what it costs to look at a value once with all that is in it.

        Raises BadInputValue too for a number that is too large or none.
        """
        kind = type(value)
        if kind is int or kind is float:
            number(value)
        elif kind is str or kind is Markup:
            self.spend(len(value) // _CHARACTERS_A_STEP)
        elif kind is list or kind is tuple:
            self.spend(1 + len(value))
            for each in value:
                self.weigh(each)
        elif kind is dict:
            self.spend(1 + len(value))
            for key, each in value.items():
                self.weigh(key)
                self.weigh(each)


def number[N: (int, float)](value: N) -> N:
    """The number itself. Raises BadInputValue for one that is too large, endless or none."""
    if not isfinite(value) if type(value) is float else abs(value) > LARGEST_NUMBER:
        raise too_large()
    return value


def too_large() -> BadInputValue:
    """What is said of a number that no drawing can need."""
    return BadInputValue.of("a number grows too large", todo="correct the expression")


def given(value: Any) -> Any:
    """The value itself. Raises UndefinedError for a placeholder that is not there; an `if` without its `else` may
    give nothing."""
    return there(value) if isinstance(value, StrictUndefined) else value


def there(value: Any) -> Any:
    """The value itself. Raises UndefinedError where there is none."""
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    return value
