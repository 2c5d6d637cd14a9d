"""Teasers: the scenes of occasions as stills for television, a storyboard and their timing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from engine import gate
from engine.briefs.occasion import OccasionBrief
from engine.calendar.observances import Observance
from engine.calendar.occasions import Occasion
from engine.errors import BadInput, Mistake
from engine.files import write_if_changed, writing
from engine.kinds.observed import Kept, kept_in
from engine.kinds.teaser.brief import SceneBrief, SceneFile, scene_briefs, scenes_of
from engine.kinds.teaser.request import FORMATS
from engine.persian.dates import persian_digits
from engine.production.manifest import Subject
from engine.production.order import Order
from engine.production.plan import Piece, Plan, plan
from engine.production.teaser import Shot, Teaser
from engine.workspace import Workspace
from engine.yamlfile import load

FOLDER = "teasers"  # of the files in which an office edits the scenes
_UNTOUCHED = "# naqsh "
_HEADER = """\
# صحنه‌های تیزر «{title}». متن‌ها، ثانیه‌ها و ترتیب را به دلخواه تغییر دهید و دوباره بسازید: naqsh teaser {id}
# scene: opening عنوان، message پیام (هر چند بار)، closing پایان. برای هر صحنه به اندازهٔ خواندن متنش زمان بگذارید.
# تا به این فایل دست نزده‌اید، با تغییر تقویم مناسبت‌ها تازه می‌شود؛ اگر پاکش کنید، از نو نوشته می‌شود.
# The scenes of a teaser: change texts, seconds and order, and make it again. Until you do, it follows the calendar.

scenes:
"""


def teaser_plan(
    workspace: Workspace,
    year: int,
    *,
    only: Sequence[str] = (),
    formats: Sequence[str] = FORMATS,
    layers: bool = False,
    video: bool = False,
    output: Path | None = None,
) -> Order:
    """The teasers of a Jalali year's occasions in `output`/YEAR-teaser; `only` are ids, none means all.

    Raises BadInput for a year out of reach, an occasion or a format that does not exist, and for anything wrong in the
    workspace's files but the scene files.
    """
    kept = kept_in(workspace, year, only)
    found: list[tuple[Observance, tuple[Shot[SceneBrief], ...]]] = []
    mistakes: dict[str, Mistake] = {}
    for observance in kept.chosen:
        try:
            found.append((observance, _shots(workspace, observance)))
        except BadInput as error:
            mistakes |= {str(mistake): mistake for mistake in error.mistakes}
    made = plan(
        workspace,
        [shot.brief for _, shots in found for shot in shots],
        workspace.formats.select(formats),
        subjects=[
            _subject(kept, observance, n, shot) for observance, shots in found for n, shot in enumerate(shots, 1)
        ],
        folder=(output or workspace.output) / f"{year}-teaser",
        complete=not only and not mistakes,
    )
    made = replace(made, settled=tuple(f"{observance.key}_" for observance, _ in found))
    teasers = tuple(
        Teaser(
            observance.key,
            observance.occasion.title,
            OccasionBrief.of(observance).date,
            f"{FOLDER}/{observance.occasion.id}.yaml",
            shots,
            tuple(_pieces(made, shots)),
            layers,
            video,
        )
        for observance, shots in found
    )
    return Order(made, tuple(mistakes.values()), teasers=teasers)


def _shots(workspace: Workspace, observance: Observance) -> tuple[Shot[SceneBrief], ...]:
    scenes = scenes_for(workspace, observance.occasion).scenes
    briefs = scene_briefs(observance, scenes)
    return tuple(Shot(brief, each.scene, each.text, each.seconds) for brief, each in zip(briefs, scenes, strict=True))


def _pieces(plan: Plan, shots: Sequence[Shot[SceneBrief]]) -> Iterator[Piece]:
    keys = {shot.brief.key for shot in shots}
    return (piece for piece in plan.pieces if piece.brief.key in keys)


def _subject(kept: Kept, observance: Observance, number: int, shot: Shot[SceneBrief]) -> Subject:
    subject = kept.subject(observance, shot.brief)
    return subject.model_copy(update={"title": f"{subject.title}، صحنهٔ {persian_digits(number)}"})


# --- the scene file


def scene_file(workspace: Workspace, occasion: Occasion) -> Path:
    """Where an office edits the scenes of an occasion."""
    return workspace.root / FOLDER / f"{occasion.id}.yaml"


def scenes_for(workspace: Workspace, occasion: Occasion) -> SceneFile:
    """The scenes of the occasion's file where it was edited, else those that its calendar entry gives."""
    path = scene_file(workspace, occasion)
    return load(path, SceneFile, workspace.realm) if _is_edited(path, workspace) else scenes_of(occasion)


def write_scene_file(workspace: Workspace, occasion: Occasion) -> Path:
    """Writes the occasion's scenes for an office to edit, unless it has done so already; the file's path.

    Raises BadInput where it can't be written.
    """
    path = scene_file(workspace, occasion)
    gate.inside(path, workspace.realm)
    if not _is_edited(path, workspace):
        body = "".join(_lines(occasion))
        with writing(path.parent):
            write_if_changed(path, f"{_UNTOUCHED}{_digest(body)}\n{body}".encode())
    return path


def _is_edited(path: Path, workspace: Workspace) -> bool:
    """Whether the file is there and not as it was written: then its first line is a digest of the others."""
    try:
        first, _, body = gate.text(path, gate.YAML, workspace.realm).partition("\n")
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        return True  # what is wrong with it, is told where it is loaded
    return first != f"{_UNTOUCHED}{_digest(body)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _lines(occasion: Occasion) -> Iterator[str]:
    yield _HEADER.format(title=occasion.title, id=occasion.id)
    for scene in scenes_of(occasion).scenes:
        yield f"  - scene: {scene.scene}\n    seconds: {scene.seconds:g}\n    text: |\n"
        for line in scene.text.splitlines():
            yield f"      {line}\n"
