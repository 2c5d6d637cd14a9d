"""What is made of a teaser's finished stills: storyboard and timing, and where they are asked for, layers and video."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from math import prod
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from engine import gate
from engine.errors import BadInput, Mistake, Place
from engine.export.pdf.marked_layers import LAYERS, Layer, layers_of
from engine.export.video.motion import Size, Video, draw_sprite
from engine.export.video.mp4 import SECOND, Encoded, encoded, need_encoder, write
from engine.export.video.timeline import DISSOLVE, RATE, Timeline
from engine.files import clear_partials, whole, workplace, write_if_changed, writing
from engine.formats import Format
from engine.guard.limits import DIED, NO_WISHES, Limits, OverLimit, ProcessDied
from engine.production.artwork import artwork_of
from engine.production.executors import OpenWorkers, Workers
from engine.production.plan import Piece, plan
from engine.production.provenance import digest_of
from engine.production.storyboard import Panel, write_storyboard
from engine.production.teaser import Teaser
from engine.scene import Scene
from engine.workspace import Workspace

STORYBOARD, TIMING, MADE_FROM = "storyboard.png", "timing.json", "made-from.json"
VIDEO = Format(id="clip", title="تیزر", medium="tv", width=1920, height=1080, files=("png",))

type Advance = Callable[[], None]
type Progress = Callable[[int], AbstractContextManager[Advance]]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TimedScene(_Record):
    """A scene: what it says, when it is shown in seconds, its first frame and how many, and its stills by format."""

    number: int
    scene: str
    text: str
    start: float
    seconds: float
    first_frame: int
    frames: int
    stills: Mapping[str, str]


class Timing(_Record):
    """timing.json: the times of a teaser, for an editor. Each scene but the first comes over the one before it."""

    occasion: str
    title: str
    date: str
    frames_per_second: int
    frames: int
    seconds: float
    dissolve: float
    scene_file: str
    scenes: tuple[TimedScene, ...]


class MadeFrom(_Record):
    """made-from.json: a digest of what each file or folder was made from, as far as it is there."""

    digests: Mapping[str, str] = {}

    @classmethod
    def of(cls, folder: Path) -> MadeFrom:
        try:
            return cls.model_validate_json(gate.read(folder / MADE_FROM, gate.RECORD, gate.below(folder)))
        except (OSError, ValidationError):
            return cls()

    def with_digest(self, name: str, digest: str) -> MadeFrom:
        return MadeFrom(digests=dict(sorted({**self.digests, name: digest}.items())))


@dataclass(frozen=True)
class _Work:
    """A teaser in the folder of its plan, and what its files are made from."""

    workspace: Workspace
    teaser: Teaser
    output: Path

    @property
    def folder(self) -> Path:
        return self.output / self.teaser.key

    @property
    def video(self) -> Path:
        return self.folder / f"{self.teaser.key}.mp4"

    @property
    def formats(self) -> tuple[Format, ...]:
        return tuple({piece.format.id: piece.format for piece in self.teaser.pieces}.values())

    def of_format(self, format: Format) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.teaser.pieces if piece.format == format)

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline.of([shot.seconds for shot in self.teaser.shots])

    @cached_property
    def clip_pieces(self) -> tuple[Piece, ...]:
        briefs = [shot.brief for shot in self.teaser.shots]
        return plan(self.workspace, briefs, [VIDEO], subjects=(), folder=self.output, complete=False).pieces

    def digest(self, pieces: Iterable[Piece], *more: str) -> str:
        return digest_of([*(piece.digest for piece in pieces), *map(str, self.timeline.starts), *more])

    def is_whole(self) -> bool:
        """Whether all its stills are there."""
        return all((self.output / each.path).is_file() for piece in self.teaser.pieces for each in piece.outputs)


def finish(
    workspace: Workspace,
    teasers: Sequence[Teaser],
    output: Path,
    open_workers: OpenWorkers,
    progress: Progress = lambda frames: nullcontext(lambda: None),
    limits: Limits = NO_WISHES,
) -> tuple[Path, ...]:
    """Makes what is due of the files beside the stills in `output`, a folder for each teaser; what is there of them.

    Teasers that lack a still are left out. `progress` is told how many frames there are to make, and opens what is
    called for each. Raises BadInput where a video is asked for and there is no encoder, the folder can't be written,
    or, when the others are made, for what took more than `limits`.
    """
    mistakes: list[Mistake] = []
    if any(teaser.video for teaser in teasers):
        need_encoder()
    works = [work for teaser in teasers if (work := _Work(workspace, teaser, output)).is_whole()]
    with writing(output):
        for work in works:
            clear_partials(work.folder)
            _write_sheet(work)
        layered = [work for work in works if work.teaser.layers and _is_due(work, "layers", _layers_digest(work))]
        filmed = [work for work in works if work.teaser.video and _is_due(work, work.video.name, _video_digest(work))]
        if layered or filmed:
            with progress(sum(work.timeline.frames for work in filmed)) as advance, open_workers() as workers:
                for work in layered:
                    with _without(mistakes, work.folder / "layers"):
                        _write_layers(work, workers, limits)
                for work in filmed:
                    with _without(mistakes, work.video):
                        _write_clip(work, workers, limits, advance)
    if mistakes:
        raise BadInput(mistakes)
    return tuple(path for work in works for path in _made(work))


@contextmanager
def _without(mistakes: list[Mistake], path: Path) -> Iterator[None]:
    """What takes too much is left out, and the others are made."""
    try:
        yield
    except OverLimit as error:
        mistakes += [replace(mistake, place=Place(path)) for mistake in error.mistakes]
    except ProcessDied:
        mistakes.append(replace(DIED, place=Place(path)))


def _made(work: _Work) -> Iterator[Path]:
    yield work.folder / STORYBOARD
    yield work.folder / TIMING
    if work.teaser.layers:
        yield work.folder / "layers"
    if work.teaser.video:
        yield work.video


def _is_due(work: _Work, name: str, digest: str) -> bool:
    return MadeFrom.of(work.folder).digests.get(name) != digest or not (work.folder / name).exists()


def _record(work: _Work, name: str, digest: str) -> None:
    made_from = MadeFrom.of(work.folder).with_digest(name, digest)
    write_if_changed(work.folder / MADE_FROM, made_from.model_dump_json(indent=1).encode() + b"\n")


# --- storyboard and timing


def _write_sheet(work: _Work) -> None:
    digest = work.digest(work.teaser.pieces)
    if not _is_due(work, STORYBOARD, digest) and (work.folder / TIMING).is_file():
        return
    timing = _timing(work)
    first = work.formats[0]
    panels = [Panel(work.output / each.stills[first.id], each.text, each.start, each.seconds) for each in timing.scenes]
    with whole(work.folder / STORYBOARD) as partial:
        write_storyboard(work.workspace, work.teaser.title, panels, partial)
    write_if_changed(work.folder / TIMING, timing.model_dump_json(indent=1).encode() + b"\n")
    _record(work, STORYBOARD, digest)


def _timing(work: _Work) -> Timing:
    teaser, starts = work.teaser, work.timeline.starts
    stills: dict[str, dict[str, str]] = {}
    for piece in teaser.pieces:
        stills.setdefault(piece.brief.key, {})[piece.format.id] = piece.outputs[0].path
    scenes = (
        TimedScene(
            number=number,
            scene=shot.scene,
            text=shot.text,
            start=starts[number - 1] / RATE,
            seconds=(starts[number] - starts[number - 1]) / RATE,
            first_frame=starts[number - 1],
            frames=starts[number] - starts[number - 1],
            stills=stills[shot.brief.key],
        )
        for number, shot in enumerate(teaser.shots, 1)
    )
    return Timing(
        occasion=teaser.shots[0].brief.id,
        title=teaser.title,
        date=teaser.date,
        frames_per_second=RATE,
        frames=work.timeline.frames,
        seconds=work.timeline.frames / RATE,
        dissolve=DISSOLVE,
        scene_file=teaser.scene_file,
        scenes=tuple(scenes),
    )


# --- layers


def _layers_digest(work: _Work) -> str:
    return digest_of(piece.digest for piece in work.teaser.pieces)


def _write_layers(work: _Work, workers: Workers, limits: Limits) -> None:
    """Each scene in each format as transparent pictures: layers/FORMAT/2-message_3-ornament.png."""
    pending = []
    for format in work.formats:
        for number, (piece, layers) in enumerate(_layered(work.workspace, work.of_format(format)), 1):
            for depth, layer in enumerate(LAYERS, 1):
                path = work.folder / "layers" / format.id / f"{number}-{piece.brief.part}_{depth}-{layer}.png"
                pending.append(workers.submit(limits.of(prod(format.pixels)), write_layer, layers[layer], path, format))
    list(_results(pending))
    _record(work, "layers", _layers_digest(work))


def write_layer(scene: Scene, path: Path, format: Format) -> None:
    """Writes a layer as a PNG; in whatever process."""
    from engine.export import raster

    with whole(path) as partial:
        raster.write(scene, partial, *format.pixels, kind="png", ppi=format.ppi)


def _layered(workspace: Workspace, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Mapping[Layer, Scene]]]:
    for piece in pieces:
        _, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
        yield piece, layers_of(artwork.scene)


def _results[T](pending: Sequence[Future[T]]) -> Iterator[T]:
    """What each gives, in order. Where one fails or the user stops it, those that are not begun never are."""
    try:
        for future in pending:
            yield future.result()
    finally:
        for future in pending:
            future.cancel()
        wait(pending)  # those that are under way still write


# --- the video


def _video_digest(work: _Work) -> str:
    return work.digest(work.clip_pieces, work.teaser.title, version("av"))


def _write_clip(work: _Work, workers: Workers, limits: Limits, advance: Advance) -> None:
    size = Size(*VIDEO.pixels)
    with workplace(work.video) as drawn:
        video = Video(size, work.timeline, _drawn(work, workers, limits, size, drawn))
        seconds = range(-(-work.timeline.frames // SECOND))
        pending = [workers.submit(limits.of(prod(size) * SECOND), encoded, video, second) for second in seconds]
        packets: list[Encoded] = []
        for found in _results(pending):
            packets += found
            for _ in found:
                advance()
    with whole(work.video) as partial:
        write(partial, size, packets, work.teaser.title)
    _record(work, work.video.name, _video_digest(work))


def _drawn(work: _Work, workers: Workers, limits: Limits, size: Size, folder: Path) -> tuple[tuple[Path, ...], ...]:
    """The layers of all scenes, drawn once, in a folder each."""
    pending, scenes = [], []
    for number, (_, layers) in enumerate(_layered(work.workspace, work.clip_pieces)):
        paths = tuple(folder / f"{number}-{layer}" for layer in LAYERS)
        for layer, path in zip(LAYERS, paths, strict=True):
            pending.append(workers.submit(limits.of(prod(size)), draw_sprite, layers[layer], size, path))
        scenes.append(paths)
    list(_results(pending))
    return tuple(scenes)
