"""Which kinds of pieces there are. Each has a folder here, with what may be asked for in `request` and what its
templates are tried with in `samples`; a new kind is a folder and its line below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from engine.kinds.request import Request
    from engine.kinds.samples import Tried


class Kind(NamedTuple):
    """A kind's folder, and the command that was written for it; without one it gets one of its own name."""

    id: str
    command: str | None = None


KINDS = (
    Kind("teaser", "teaser"),  # before occasions: its job names a year, too
    Kind("occasion", "year"),
    Kind("calendar", "calendar"),
    Kind("report", "report"),
    Kind("plaque", "plaque"),
    Kind("news", "news"),
    Kind("notice"),
)


def requests_of(kind: str) -> tuple[type[Request], ...]:
    """What may be asked for of a kind."""
    models: tuple[type[Request], ...] = import_module(f"engine.kinds.{kind}.request").REQUESTS
    return models


@cache
def requests() -> Mapping[str, type[Request]]:
    """What may be asked for, by the word that its job begins with."""
    return {model.key: model for kind in KINDS for model in requests_of(kind.id)}


@cache
def tried() -> Mapping[str, Tried]:
    """How templates are tried, by the kind of their brief."""
    of_kinds = (import_module(f"engine.kinds.{kind.id}.samples").TRIED for kind in KINDS)
    return {brief: how for of_kind in of_kinds for brief, how in of_kind.items()}
