"""The symbols of the year: one function each, gathered by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc
from pathlib import Path

from art.drawing import Drawing, Scheme

FOLDER = Path(__file__).parents[2] / "templates_svg" / "_symbols"
THEMES = ("birds", "buildings", "city", "crafts", "lights", "people", "plants", "sacred", "town", "water")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A drawing program with its name, what it shows, and its sample colours."""

    name: str
    about: str
    draw: Callable[[], Drawing]
    scheme: Scheme

    @property
    def module(self) -> str:
        """The file of the program."""
        return f"{self.draw.__module__.replace('.', '/')}.py"

    def svg(self) -> str:
        return self.draw().framed().svg(self.scheme)


_SYMBOLS: dict[str, Symbol] = {}


def symbol(scheme: Scheme) -> Callable[[Callable[[], Drawing]], Callable[[], Drawing]]:
    """Registers a drawing program under its function's name in kebab-case."""

    def register(draw: Callable[[], Drawing]) -> Callable[[], Drawing]:
        name = draw.__name__.strip("_").replace("_", "-")
        about = (getdoc(draw) or "").split("\n")[0]
        _SYMBOLS[name] = Symbol(name, about, draw, scheme)
        return draw

    return register


@cache
def symbols() -> dict[str, Symbol]:
    """All symbols by name."""
    for theme in THEMES:
        import_module(f"art.symbols.{theme}")
    return dict(sorted(_SYMBOLS.items()))
