"""What there is to check: pieces, most of which have to be filled first, and SVG files and PDFs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.briefs.brief import Brief
from engine.formats import Format
from engine.preflight.findings import Finding


@dataclass(frozen=True, slots=True)
class PieceSubject:
    """A brief on a template in a format."""

    name: str
    brief: Brief
    template: str
    format: Format


@dataclass(frozen=True, slots=True)
class MadeSubject:
    """A piece that can't be filled again from the workspace alone: its photographs, people or tables were handed in.

    `findings` are those of the run that made it.
    """

    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FileSubject:
    """An SVG, with text or with outlines. Without a format it is taken for a picture on a screen."""

    path: Path
    format: Format | None

    @property
    def name(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class PdfSubject:
    """A PDF for the press, ours or a stranger's."""

    path: Path
    ink_limit: float

    @property
    def name(self) -> str:
        return str(self.path)


type Subject = PieceSubject | MadeSubject | FileSubject | PdfSubject
