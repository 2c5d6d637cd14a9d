"""Which kinds of pieces there are. Each has a folder here, with what may be asked for in `request` and what its
templates are tried with in `samples`; a new kind is a folder and its line below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.kinds.request import Request
    from engine.kinds.samples import Tried

KINDS = (
    "teaser",  # before occasions: its job names a year, too
    "occasion",
    "calendar",
    "report",
    "plaque",
    "news",
)


@cache
def requests() -> Mapping[str, type[Request]]:
    """What may be asked for, by the word that its job begins with."""
    models = (model for kind in KINDS for model in import_module(f"engine.kinds.{kind}.request").REQUESTS)
    return {model.key: model for model in models}


@cache
def tried() -> Mapping[str, Tried]:
    """How templates are tried, by the kind of their brief."""
    return {brief: how for kind in KINDS for brief, how in import_module(f"engine.kinds.{kind}.samples").TRIED.items()}
