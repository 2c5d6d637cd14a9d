"""The repository's own files that inputs are made from, in an order that does not depend on the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzzing.town import ROOT, Town

LARGEST = 300_000  # bytes: larger drawings are slow for reasons of their own

_PLAQUE = ("plaque", "--to", "علی", "--for", "کار", "--format", "card", "--date", "1405/01/01", "--number", "1405/12")
_PAPERS = (
    (*_PLAQUE, "--pdf", "x4", "-o", "x4.pdf"),
    (*_PLAQUE, "--pdf", "x1a", "-o", "x1a.pdf"),
    ("render", str(ROOT / "tests/export/artworks/features/mask-by-luminance.svg"), "-o", "plain.pdf"),
)


@cache
def drawings() -> tuple[bytes, ...]:
    """SVG files: those of tests, symbols, artboards."""
    return _contents("tests/**/*.svg") + _contents("templates_svg/*/*.svg")


@cache
def artboards() -> tuple[tuple[str, bytes], ...]:
    """Artboards, with the template.yaml beside them."""
    found = sorted(ROOT.glob("templates_svg/[a-z]*/*.svg"))
    return tuple(
        ((path.parent / "template.yaml").read_text(encoding="utf-8"), path.read_bytes())
        for path in found
        if path.stat().st_size <= 60_000
    )


@cache
def papers() -> tuple[bytes, ...]:
    """PDF files: those of tests, and some of our own making in inks and screen colours."""
    with TemporaryDirectory(prefix="naqsh-fuzz-") as base:
        town = Town.made(Path(base))
        for arguments in _PAPERS:
            command = [sys.executable, "-m", "engine", *arguments]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            subprocess.run(command, cwd=town.root, env=environment, check=True, stdout=subprocess.DEVNULL)
        return _contents("tests/**/*.pdf") + tuple(path.read_bytes() for path in sorted(town.root.glob("*.pdf")))


@cache
def named(name: str) -> bytes:
    """A file by its path in the repository."""
    return (ROOT / name).read_bytes()


def _contents(pattern: str) -> tuple[bytes, ...]:
    found: list[Path] = sorted(ROOT.glob(pattern))
    return tuple(path.read_bytes() for path in found if path.stat().st_size <= LARGEST)
