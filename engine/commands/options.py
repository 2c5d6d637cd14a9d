"""Options that several commands have: one spelling, one meaning."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import isnan
from pathlib import Path
from typing import Any

import click

from engine.errors import BadInput
from engine.guard.limits import MEMORY, SECONDS, Limits
from engine.production.printing import PDF_KINDS, PdfKind, Printing

type Command = Callable[..., Any]
type Option = Callable[[Command], Command]


class _Amount(click.FloatRange):
    """A number, which “nan” is not: nothing would be more than that."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        amount = super().convert(value, param, ctx)
        if isnan(amount):
            self.fail(f"{value} is no number.", param, ctx)
        return amount


def output_folder(help: str) -> Option:
    """`-o`, `--output`: the folder that the files go to."""
    return click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help=help)


def limited(command: Command) -> Command:
    """`--limit-seconds` and `--limit-memory`, which the command gets as its `limits`."""

    @wraps(command)
    def with_limits(
        *arguments: object, limit_seconds: float | None, limit_memory: float | None, **others: object
    ) -> object:
        return command(*arguments, limits=Limits(limit_seconds, limit_memory), **others)

    more_than_nothing = _Amount(min=0, min_open=True)
    seconds = click.option(
        "--limit-seconds",
        type=more_than_nothing,
        metavar="N",
        help=f"Seconds of the processor for each piece, and twice as many on the clock; else {SECONDS:g}.",
    )
    memory = click.option(
        "--limit-memory", type=more_than_nothing, metavar="MB", help=f"Memory for each piece; else {MEMORY:g}."
    )
    return seconds(memory(with_limits))


def workers(command: Command) -> Command:
    """`--jobs` and `--scheduler`: who does the work; and what each piece may take."""
    jobs = click.option("--jobs", type=click.IntRange(min=1), help="Processes at work; else one for each core.")
    scheduler = click.option("--scheduler", metavar="tcp://HOST:PORT", help="Have a Dask cluster do the work.")
    return jobs(scheduler(limited(command)))


def with_dry_run(command: Command) -> Command:
    """`--dry-run`: nothing is made."""
    return click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")(command)


def printed(default: PdfKind) -> Option:
    """`--pdf` and `--marks`: what is made of formats for print."""
    kind = click.option(
        "--pdf",
        type=click.Choice(PDF_KINDS),
        default=default,
        show_default=True,
        help="PDF/X-4 or PDF/X-1a in inks for a print shop, or in screen colours.",
    )
    marks = click.option(
        "--marks", is_flag=True, help="Crop and registration marks, colour bars and a slug line around PDF/X."
    )
    return lambda command: kind(marks(command))


def printing_of(pdf: PdfKind, marks: bool) -> Printing:
    """What the options of `printed` ask for. Raises BadInput for marks around a PDF in screen colours."""
    if marks and pdf == "plain":
        raise BadInput.of("marks belong to PDFs for the print shop", todo="leave out --marks or --pdf plain")
    return Printing(pdf, marks)
