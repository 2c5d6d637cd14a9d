"""What the commands that make pieces share: the run with its progress, and what is said of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import click

from engine.errors import Mistake, told
from engine.export import UNCALIBRATED
from engine.guard.limits import NO_WISHES, Limits
from engine.production.booklet import bind_whole
from engine.production.executors import OpenWorkers, cluster, cores, processes
from engine.production.journal import recovered
from engine.production.order import Order
from engine.production.plan import Plan
from engine.production.progress import progress
from engine.production.run import Report, run
from engine.production.teaser import Teaser

COUNTS = {
    "en": ("{} made", "{} up to date", "{} failed", "{} old files removed"),
    "fa": ("{} ساخته شد", "{} بی‌تغییر", "{} ناموفق", "{} فایل کهنه پاک شد"),
}
NOTHING = {"en": "nothing to make", "fa": "کاری نبود"}
OUTDATED = {
    "en": "older than the last change, and not asked for now: --formats {}",
    "fa": "پیش از آخرین تغییر ساخته شده و اکنون خواسته نشده است: ‎--formats {}",
}
NAMED = 5  # pieces that one mistake spoilt, told by name


@dataclass(frozen=True, slots=True)
class Workforce:
    """How many processes of this machine are at work (None: one for each core), or the cluster's address; and what each
    piece may take."""

    jobs: int | None = None
    scheduler: str | None = None
    limits: Limits = NO_WISHES

    def opened(self, due: int) -> OpenWorkers:
        """The workers for `due` pieces."""
        return partial(cluster, self.scheduler) if self.scheduler else self.here(due)

    def here(self, due: int) -> OpenWorkers:
        """The workers of this machine."""
        return partial(processes, max(1, min(self.jobs or cores(), due)))


def tell_mistakes(mistakes: Iterable[Mistake], language: str) -> None:
    """Prints mistakes or warnings in the order of what they are in."""
    for line in told(mistakes, language):
        click.echo(line, err=True)


def make(order: Order, workforce: Workforce, language: str) -> int:
    """Makes what is due of an order and tells of it, of its warnings first; prints the booklets and the files of
    teasers that there are; exit status."""
    tell_mistakes(order.warnings, language)
    plan = order.pieces
    started = time.monotonic()
    due = len(plan.due(recovered(plan.folder)))
    with progress(due) as advance:
        report = run(plan, workforce.opened(due), advance, limits=workforce.limits)
    tell_mistakes(order.mistakes, language)
    shop = plan.workspace.brand.print
    if any(piece.is_for_press and not shop.on(piece.format.paper).calibrated for piece in plan.pieces):
        click.echo(UNCALIBRATED.text(language), err=True)
    _tell(report, plan, time.monotonic() - started, language)
    for path in bind_whole(order.booklets, plan.folder):
        click.echo(path)
    _finish(order.teasers, plan, workforce)
    return 1 if report.is_ours else 2 if report.failures or order.mistakes else 0


def _finish(teasers: Sequence[Teaser], plan: Plan, workforce: Workforce) -> None:
    """Makes what belongs to teasers beside their stills, and prints what there is."""
    if not teasers:
        return
    from engine.production.teaser_files import finish

    workers, told = workforce.here(cores()), partial(progress, what="frames")
    for path in finish(plan.workspace, teasers, plan.folder, workers, told, workforce.limits):
        click.echo(path)


def ids(given: Sequence[str]) -> tuple[str, ...]:
    """The ids of an option that may be given more than once and may name several, with commas between them."""
    return tuple(id.strip() for each in given for id in each.split(",") if id.strip())


def show(order: Order, language: str) -> int:
    """Tells what `make` would: the warnings and mistakes, then a line a piece in columns: state, template, files."""
    tell_mistakes(order.warnings, language)
    tell_mistakes(order.mistakes, language)
    plan = order.pieces
    due = plan.due(recovered(plan.folder))
    waiting = {piece.id for piece in due}
    wide = max((len(piece.template) for piece in plan.pieces), default=0)
    for piece in plan.pieces:
        state = "to make" if piece.id in waiting else "up to date"
        files = "  ".join(output.path for output in piece.outputs)
        click.echo(f"{state:<10}  {piece.template:<{wide}}  {files}")
    count = sum(len(piece.outputs) for piece in plan.pieces)
    click.echo(
        f"{len(plan.pieces)} pieces, {count} files, {len(plan.pieces) - len(due)} up to date, {len(due)} to make"
    )
    return 2 if order.mistakes else 0


def _tell(report: Report, plan: Plan, seconds: float, language: str) -> None:
    for mistake, pieces in report.complaints:
        click.echo(mistake.text(language), err=True)
        click.echo(f"    {_few(pieces)}", err=True)
    if report.outdated:
        click.echo(OUTDATED[language].format(",".join(report.outdated)), err=True)
    counts = (report.made, report.kept, len(report.failures), report.removed)
    told = [phrase.format(count) for phrase, count in zip(COUNTS[language], counts, strict=True) if count]
    click.echo(f"{', '.join(told) or NOTHING[language]} ({seconds:.1f} s): {plan.folder / 'index.html'}")


def _few(pieces: Sequence[str]) -> str:
    named = ", ".join(pieces[:NAMED])
    return f"{named} and {len(pieces) - NAMED} more" if len(pieces) > NAMED else named
