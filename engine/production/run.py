"""The run: makes what a plan still lacks, and brings the folder's manifest, captions and gallery up to date."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from math import prod
from pathlib import Path

from engine import gate
from engine.errors import BadInput, Mistake
from engine.files import clear_partials, write_if_changed, writing
from engine.guard.limits import NO_WISHES, Limits, OverLimit, ProcessDied
from engine.production import journal
from engine.production.executors import OpenWorkers
from engine.production.gallery import gallery_files
from engine.production.manifest import MANIFEST, FailedPiece, MadePiece, Manifest
from engine.production.plan import Plan
from engine.production.task import Failure, Outcome, Task, failure_of_ours, killed

ERROR_LOG = "error.log"
TASKS_PER_WORKER = 2  # enough that none waits for the next; few enough that a kill leaves little in doubt
SECONDS_BETWEEN_LOOKS = 1.0  # at whether anybody is left to do the work

type Advance = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: pieces made, pieces that were up to date, failures, old files removed.

    `outdated` are the formats of pieces that would look different today and that the run was not asked for.
    """

    made: int
    kept: int
    failures: tuple[Failure, ...]
    removed: int
    outdated: tuple[str, ...]

    @property
    def complaints(self) -> tuple[tuple[Mistake, tuple[str, ...]], ...]:
        """What went wrong, each thing once, with the ids of all the pieces that it spoilt."""
        spoilt: dict[str, tuple[Mistake, list[str]]] = {}
        for failure in self.failures:
            for mistake in failure.mistakes:
                spoilt.setdefault(str(mistake), (mistake, []))[1].append(failure.piece.id)
        return tuple((mistake, tuple(sorted(pieces))) for _, (mistake, pieces) in sorted(spoilt.items()))

    @property
    def is_ours(self) -> bool:
        """Whether a failure is Naqsh's own."""
        return any(failure.trace for failure in self.failures)


def run(
    plan: Plan, open_workers: OpenWorkers, advance: Advance = lambda: None, *, limits: Limits = NO_WISHES
) -> Report:
    """Make the pieces that are due, calling `advance` after each. Where all is up to date no file is touched.

    Raises BadInput where the folder can't be written or leads elsewhere, another run writes to it or no worker is left,
    and KeyboardInterrupt when the user stops it; also then the folder is left in order, and the next run goes on from
    there.
    """
    _refuse_links_out(plan)
    known = journal.recovered(plan.folder)
    if not plan.due(known) and not journal.is_there(plan.folder):
        return _settled(plan, known, _Results())
    with journal.opened(plan.folder) as record:
        clear_partials(plan.folder)
        known = journal.recovered(plan.folder)
        results = _Results()

        def done(outcome: Outcome) -> None:
            if isinstance(outcome, MadePiece):
                record.finish(outcome)
            results.add(outcome)
            advance()

        def begin(task: Task) -> None:
            record.begin(task.piece.id)
            results.begun.add(task.piece.id)

        try:
            _work_off(_tasks(plan, known), open_workers, limits, begin, done)
        finally:
            clear_partials(plan.folder)  # of pieces that were ended
            report = _settled(plan, known, results)
            record.end()
    return report


@dataclass(frozen=True, slots=True)
class _Results:
    begun: set[str] = field(default_factory=set)
    made: dict[str, MadePiece] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        if isinstance(outcome, MadePiece):
            self.made[outcome.id] = outcome
        else:
            self.failures[outcome.piece.id] = outcome

    @property
    def unsure(self) -> set[str]:
        """Pieces that were begun and never heard of again: their files may be old or new."""
        return self.begun - self.made.keys() - self.failures.keys()


def _refuse_links_out(plan: Plan) -> None:
    """Where `output` of the workspace is, its office decides; below it, as below a folder that the command names, a
    link may have come with the workspace."""
    folder, own = (Path(os.path.abspath(path)) for path in (plan.folder, plan.workspace.output))  # noqa: PTH100
    gate.refuse_links_out(folder, gate.below(own if folder.is_relative_to(own) else folder))


def _tasks(plan: Plan, known: Manifest) -> deque[Task]:
    return deque(Task.of(piece, plan) for piece in plan.due(known))


def _work_off(
    tasks: deque[Task],
    open_workers: OpenWorkers,
    limits: Limits,
    begin: Callable[[Task], None],
    done: Callable[[Outcome], None],
) -> None:
    """Has every task made, each once: one that takes too much or kills its process harms no other."""
    from engine.production.work import outcome  # the renderers; a run with nothing to do never loads them

    running: dict[Future[Outcome], Task] = {}
    with open_workers() as workers:
        try:
            while running or tasks:
                while tasks and len(running) < workers.count * TASKS_PER_WORKER:
                    task = tasks.popleft()
                    begin(task)
                    running[workers.submit(limits.of(prod(task.piece.format.pixels)), outcome, task)] = task
                finished = wait(running, SECONDS_BETWEEN_LOOKS, FIRST_COMPLETED).done
                for future in finished:
                    done(_outcome(future, running.pop(future)))
                if not finished:
                    workers.attend()
        except (KeyboardInterrupt, BadInput):  # the user stops it, or nobody is left to do the work
            for future in running:
                future.cancel()
            for future in wait(running).done:
                if not future.cancelled():
                    done(_outcome(future, running[future]))
            raise


def _outcome(future: Future[Outcome], task: Task) -> Outcome:
    match future.exception():
        case None:
            return future.result()
        case OverLimit() as error:
            return Failure(task.piece, error.mistakes)
        case ProcessDied() as error:
            return killed(task.piece, error)
        case error:
            return failure_of_ours(task.piece, error)


def _settled(plan: Plan, known: Manifest, results: _Results) -> Report:
    """Write what has changed of manifest, captions and gallery, and remove what is left over."""
    folder = plan.folder
    before = known.without(results.unsure)
    pending = {piece.id for piece in plan.due(before)}
    kept = [each for each in before.pieces if each.id in plan.ids - pending]
    manifest = before.merged(
        subjects=plan.subjects,
        pieces=(*kept, *results.made.values()),
        failures=(_told(failure, plan.workspace.root) for failure in results.failures.values()),
    ).with_outdated(plan.outdated(before))
    manifest = manifest.limited_to(plan.kept(manifest))
    left_over = before.paths - manifest.paths
    try:
        with writing(folder):
            for path in left_over:
                (folder / path).unlink(missing_ok=True)
            for path, content in _texts(manifest, plan):
                write_if_changed(folder / path, content)
            _log(results.failures.values(), folder / ERROR_LOG)
    except BadInput as error:  # no manifest tells of the failures
        of_pieces = (mistake for failure in results.failures.values() for mistake in failure.mistakes)
        raise BadInput({str(each): each for each in (*of_pieces, *error.mistakes)}.values()) from None
    return Report(
        made=len(results.made),
        kept=len(kept),
        failures=tuple(results.failures.values()),
        removed=len(left_over),
        outdated=tuple(dict.fromkeys(piece.format for piece in manifest.pieces if piece.outdated)),
    )


def _texts(manifest: Manifest, plan: Plan) -> Iterator[tuple[str, bytes]]:
    for subject in manifest.subjects:
        yield subject.caption_path, subject.caption.encode()
    yield from gallery_files(manifest, plan.workspace)
    yield MANIFEST, manifest.content


def _told(failure: Failure, root: Path) -> FailedPiece:
    """A failure in words, free of where on this machine the workspace is."""
    mistakes = [_below(root, mistake) for mistake in failure.mistakes]
    return FailedPiece(
        key=failure.piece.brief.key,
        format=failure.piece.format.id,
        why=tuple(each.text("en") for each in mistakes),
        why_fa=tuple(each.text("fa") for each in mistakes),
    )


def _below(root: Path, mistake: Mistake) -> Mistake:
    if mistake.place is None or not Path(mistake.place.file).is_relative_to(root):
        return mistake
    file = Path(mistake.place.file).relative_to(root).as_posix()
    return replace(mistake, place=replace(mistake.place, file=file))


def _log(failures: Iterable[Failure], path: Path) -> None:
    traces = [f"{failure.piece.id}\n{failure.trace}" for failure in failures if failure.trace]
    if traces:
        write_if_changed(path, "\n".join(traces).encode())
    else:
        path.unlink(missing_ok=True)
