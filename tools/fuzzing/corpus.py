"""The repository's own files that inputs are made from, in an order that does not depend on the machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fuzzing.town import ROOT

LARGEST = 300_000  # bytes: larger drawings are slow for reasons of their own


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
    """PDF files of tests."""
    return _contents("tests/**/*.pdf")


@cache
def named(name: str) -> bytes:
    """A file by its path in the repository."""
    return (ROOT / name).read_bytes()


def _contents(pattern: str) -> tuple[bytes, ...]:
    found: list[Path] = sorted(ROOT.glob(pattern))
    return tuple(path.read_bytes() for path in found if path.stat().st_size <= LARGEST)
