"""SVG files that nobody means well with: each is drawn, up to its mistake, or refused in one sentence, soon."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.commands import render
from engine.errors import BadInput

FILES = sorted((Path(__file__).parent / "svg").glob("*.svg"))
REFUSED = {
    "clips-in-clips": "repeats more than",
    "height-1e9mm": "more than can be drawn",
    "masks-in-masks": "repeats more than",
    "nested-300-groups": "stand in one another",
    "numbers-beyond-cairo": "more than can be drawn",
    "picture-of-400-million-pixels": "64 million pixels",
    "tall-viewbox": "can't be drawn",
    "text-of-60000-letters": "characters of text",
    "uses-of-uses": "repeats more than",
    "width-1e308": "has no size",
}
TOLD = {"picture-cut-short": "none that can be read", "transform-of-spaces": "is none that is drawn"}
"""What is left out, with a warning."""
DRAWN_AS_SVG = {"height-1e9mm", "numbers-beyond-cairo", "tall-viewbox", "width-1e308"}
"""What only drawing finds out."""


@pytest.mark.parametrize("kind", ["png", "pdf", "svg"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_is_drawn_or_refused_in_one_sentence(file: Path, kind: str, tmp_path: Path) -> None:
    out = tmp_path / f"out.{kind}"
    run = CliRunner().invoke(render.command, [str(file), "-o", str(out), "--width", "300"])
    if file.stem in REFUSED and not (kind == "svg" and file.stem in DRAWN_AS_SVG):
        assert isinstance(run.exception, BadInput), run
        (mistake,) = run.exception.mistakes
        assert REFUSED[file.stem] in mistake.what.format_map(mistake.values)
        assert mistake.place is not None
        assert len(mistake.text()) < 400
    else:
        assert run.exception is None, run.exc_info
        assert TOLD.get(file.stem, "") in run.output
        assert out.stat().st_size
