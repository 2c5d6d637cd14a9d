"""What the commands that make pieces share: the run with its progress, and what is said of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import click

from engine.errors import Mistake, told
from engine.export import UNCALIBRATED
from engine.guard.limits import NO_WISHES, Limits
from engine.production.booklet import Booklet, bind_whole
from engine.production.executors import OpenWorkers, cluster, cores, processes
from engine.production.journal import recovered
from engine.production.plan import Plan
from engine.production.progress import progress
from engine.production.run import Report, run
from engine.production.teasers import Teaser

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


class BoundPlan(Protocol):
    """Pieces, the booklets that some make up, and what kept others out or could have been better."""

    @property
    def pieces(self) -> Plan: ...

    @property
    def booklets(self) -> tuple[Booklet, ...]: ...

    @property
    def mistakes(self) -> tuple[Mistake, ...]: ...

    @property
    def warnings(self) -> tuple[Mistake, ...]: ...


def tell_mistakes(mistakes: Iterable[Mistake], language: str) -> None:
    """Prints mistakes or warnings in the order of what they are in."""
    for line in told(mistakes, language):
        click.echo(line, err=True)


def make(plan: Plan, workforce: Workforce, language: str, mistakes: Sequence[Mistake] = ()) -> int:
    """Makes what is due of a plan and tells of it, first of the `mistakes` that kept pieces out of it; exit status."""
    started = time.monotonic()
    due = len(plan.due(recovered(plan.folder)))
    with progress(due) as advance:
        report = run(plan, workforce.opened(due), advance, limits=workforce.limits)
    tell_mistakes(mistakes, language)
    shop = plan.workspace.brand.print
    if any(piece.is_for_press and not shop.on(piece.format.paper).calibrated for piece in plan.pieces):
        click.echo(UNCALIBRATED.text(language), err=True)
    _tell(report, plan, time.monotonic() - started, language)
    return 1 if report.is_ours else 2 if report.failures or mistakes else 0


def make_bound(plan: BoundPlan, workforce: Workforce, language: str) -> int:
    """As `make`, for a plan of which some pieces are pages: tells its warnings, and prints the booklets it bound."""
    tell_mistakes(plan.warnings, language)
    status = make(plan.pieces, workforce, language, plan.mistakes)
    for path in bind_whole(plan.booklets, plan.pieces.folder):
        click.echo(path)
    return status


def finish_teasers(teasers: Sequence[Teaser], plan: Plan, workforce: Workforce) -> None:
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


def show(plan: Plan, language: str, mistakes: Sequence[Mistake] = ()) -> int:
    """Tells what `make` would: first of the `mistakes`, then a line a piece in columns: state, template, files."""
    tell_mistakes(mistakes, language)
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
    return 2 if mistakes else 0


def show_bound(plan: BoundPlan, language: str) -> int:
    """As `show`, for a plan of which some pieces are pages: tells its warnings, too."""
    tell_mistakes(plan.warnings, language)
    return show(plan.pieces, language, plan.mistakes)


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
