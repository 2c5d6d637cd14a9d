"""The plan: which pieces a run makes, under which names, and from what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.briefs.brief import Brief
from engine.export import PRINTED
from engine.formats import FileType, Format
from engine.production.manifest import Manifest, Scale, Subject
from engine.production.printing import FOR_THE_SHOP, Printing
from engine.production.provenance import digest_of, engine_digest, materials_digest, office_digest
from engine.workspace import Workspace

UNSEEN = {"caption", "alt", "provisional"}  # of a brief: what stands beside a picture, not in it


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be made: its path below the output folder, and the scale it is drawn at."""

    file_type: FileType
    path: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class Piece:
    """A brief on a template in a format. `digest` is of everything its files are made from."""

    brief: Brief
    template: str
    format: Format
    digest: str
    printing: Printing = FOR_THE_SHOP

    @property
    def id(self) -> str:
        return f"{self.brief.key}/{self.format.id}"

    @property
    def is_for_press(self) -> bool:
        """Whether a file of it is in the inks of a press."""
        return (
            self.printing.is_for_press and self.format.medium == "print" and not PRINTED.isdisjoint(self.format.files)
        )

    @property
    def outputs(self) -> tuple[Output, ...]:
        """A file for each type of the format: `square/1405-12-19_fitr.png`."""
        return tuple(self._output(file_type) for file_type in self.format.files)

    @property
    def preview(self) -> str:
        """The path of the small picture that the gallery shows."""
        return f"previews/{self.format.id}/{self.brief.key}.webp"

    def _output(self, file_type: FileType) -> Output:
        scale: Scale = "1:10" if file_type == "pdf" and self.format.pdf_scale != 1 else "1:1"
        mark = "" if scale == "1:1" else f"_{scale.replace(':', '-')}"
        return Output(file_type, f"{self.format.id}/{self.brief.key}{mark}.{file_type}", scale)


@dataclass(frozen=True)
class Plan:
    """What a run makes in `folder`.

    `subjects` are what the pieces show, with their captions. Where `complete`, they are all that the folder is
    meant to hold, and pieces of any other are left over from before; else that is so of those whose key begins with one
    of `settled`.
    """

    workspace: Workspace
    folder: Path
    subjects: tuple[Subject, ...]
    pieces: tuple[Piece, ...]
    complete: bool
    settled: tuple[str, ...] = ()

    @cached_property
    def materials(self) -> str:
        """The digest of what all pieces draw on. Workers open the workspace anew when it changes."""
        return materials_digest(self.workspace)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(piece.id for piece in self.pieces)

    def kept(self, known: Manifest) -> Iterator[str]:
        """The keys of the subjects that the folder goes on to hold, of those it has."""
        own = {subject.key for subject in self.subjects}
        for subject in known.subjects:
            if subject.key in own or not (self.complete or subject.key.startswith(self.settled)):
                yield subject.key

    def due(self, known: Manifest) -> tuple[Piece, ...]:
        """The pieces that have to be made: new, changed, or with a file that is missing or cut short."""
        made = {piece.id: piece for piece in known.pieces}

        def is_up_to_date(piece: Piece) -> bool:
            before = made.get(piece.id)
            return before is not None and before.digest == piece.digest and before.is_whole(self.folder)

        return tuple(piece for piece in self.pieces if not is_up_to_date(piece))

    def outdated(self, known: Manifest) -> frozenset[str]:
        """The ids of pieces that this plan does not make, though they would look different today.

        They are of the plan's own briefs in other formats, printed as the plan prints them, and what an earlier run
        found out about other briefs.
        """
        briefs: dict[Printing, dict[str, Brief]] = {}
        for piece in self.pieces:
            briefs.setdefault(piece.printing, {})[piece.brief.key] = piece.brief
        formats = self.workspace.formats.by_id
        used = [formats[id] for id in dict.fromkeys(piece.format for piece in known.pieces) if id in formats]
        today = {
            piece.id: piece.digest
            for printing, printed in briefs.items()
            for piece in _pieces(self.workspace, list(printed.values()), used, printing)
        }
        others = (piece for piece in known.pieces if piece.id not in self.ids)
        return frozenset(
            piece.id for piece in others if (today[piece.id] != piece.digest if piece.id in today else piece.outdated)
        )


def plan(
    workspace: Workspace,
    briefs: Sequence[Brief],
    formats: Sequence[Format],
    *,
    subjects: Iterable[Subject],
    folder: Path,
    complete: bool,
    printing: Printing = FOR_THE_SHOP,
    settled: tuple[str, ...] = (),
) -> Plan:
    """Every brief in every format, in this order.

    Raises BadInput where no template suits a brief, and where something is to be printed and the print shop's profile
    is named and missing.
    """
    pieces = tuple(_pieces(workspace, briefs, formats, printing))
    for paper in {piece.format.paper for piece in pieces if piece.is_for_press}:
        if workspace.brand.print.on(paper).calibrated:
            workspace.press(paper)
    return Plan(workspace, folder, tuple(subjects), pieces, complete, settled)


def _pieces(
    workspace: Workspace, briefs: Sequence[Brief], formats: Sequence[Format], printing: Printing
) -> Iterator[Piece]:
    common = (engine_digest(), office_digest(workspace))
    shapes = [
        (format, [format.model_dump_json(), *([str(printing)] if format.medium == "print" else [])])
        for format in formats
    ]
    for brief in briefs:
        template = workspace.templates.choose(brief.kind, brief.tone, brief.template, brief.beside)
        content = digest_of([brief.model_dump_json(exclude=UNSEEN)])  # once: photographs are part of it
        for format, shape in shapes:
            digest = digest_of([*common, template.digest, content, *shape])
            yield Piece(brief, template.id, format, digest, printing)
