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
    """A kind's folder; the command that was written for it, without which it gets one of its own name; the file of a
    workspace with the office's words for it."""

    id: str
    command: str | None = None
    file: str | None = None


KINDS = (
    Kind("teaser", "teaser"),  # before occasions: its job names a year, too
    Kind("occasion", "year"),
    Kind("calendar", "calendar"),
    Kind("report", "report", "performance.yaml"),
    Kind("plaque", "plaque", "plaques.yaml"),
    Kind("news", "news"),
    Kind("notice", file="notices.yaml"),
)


def files() -> Mapping[str, str]:
    """The names of a workspace's files with words for kinds, by kind."""
    return {kind.id: kind.file for kind in KINDS if kind.file}


def without_commands() -> tuple[str, ...]:
    """The kinds whose commands follow from what may be asked for."""
    return tuple(kind.id for kind in KINDS if kind.command is None)


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
