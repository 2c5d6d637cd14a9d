"""The templates, symbols and palettes of a newer release, brought into a workspace: what a hand has edited stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from engine import gate
from engine.errors import BadInput, Place, nearest
from engine.files import reason_of, whole
from engine.templates.generated import State, state


class Change(Enum):
    """What an update does with a file: it is new, takes the place of one that nobody edited, or is left as it is."""

    NEW = "new"
    IMPROVED = "improved"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Updated:
    """A file of the templates' folder that is not as the release has it, and what is done with it."""

    name: str
    change: Change


def update(root: Path, release: Path, names: Sequence[str] = (), *, dry: bool = False) -> tuple[Updated, ...]:
    """Brings the files of the folder `release` into the workspace's `root`; of the templates `names` alone where there
    are any. `dry` only tells what would be done.

    A file is replaced where its mark says that it is as Naqsh wrote it (templates/generated.py); any other that
    differs is kept. Nothing is removed. Raises BadInput for a name that the release does not have, a link that leads
    out of the workspace, and what can't be written.
    """
    _refuse_unknown(names, release)
    gate.refuse_links_out(root, gate.workspace_of(root.parent))
    found = tuple(_differing(root, release, names))
    try:
        for each in found:
            if each.change is not Change.KEPT and not dry:
                with whole(root / each.name) as partial:
                    partial.write_bytes((release / each.name).read_bytes())
    except OSError as error:
        raise BadInput.of(
            "the template can't be written ({reason})",
            todo="see that you may write to this folder",
            place=Place(root),
            reason=reason_of(error),
        ) from None
    return found


def _differing(root: Path, release: Path, names: Sequence[str]) -> Iterator[Updated]:
    realm = gate.workspace_of(root.parent)
    for path in sorted(path for path in release.rglob("*") if path.is_file()):
        name = path.relative_to(release)
        if names and name.parts[0] not in names:
            continue
        if not gate.is_there(root / name):
            yield Updated(name.as_posix(), Change.NEW)
            continue
        mine = gate.content(root / name, gate.PICTURE, realm)
        if mine != path.read_bytes():
            yield Updated(name.as_posix(), Change.IMPROVED if _is_ours(mine) else Change.KEPT)


def _is_ours(content: bytes) -> bool:
    try:
        return state(content.decode()) is State.AS_WRITTEN
    except UnicodeDecodeError:
        return False


def _refuse_unknown(names: Sequence[str], release: Path) -> None:
    known = [path.name for path in release.iterdir() if path.is_dir()]
    for name in names:
        if name not in known:
            raise BadInput.of(
                "Naqsh has no template “{name}”", todo="write {nearest}", name=name, nearest=nearest(name, known)
            )
