"""How often SVG is read and written while a piece is made, in whichever library."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from engine import export
from engine.kinds.occasion.plan import year_plan
from engine.preflight import check_piece
from engine.production.artwork import artwork_of
from engine.production.preview import write_preview
from engine.scene import write
from engine.workspace import Workspace

READS = ("fromstring", "fromstringlist", "parse", "iterparse", "XML", "XMLPullParser")
WRITES = ("tostring", "tostringlist", "tounicode", "canonicalize")
DAY = datetime.date(2026, 12, 21)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often something is read, and written."""
    counts = Counter[str]()

    def count(owner: object, name: str, what: str) -> None:
        work: Callable[..., object] = getattr(owner, name)

        def counting(*arguments: object, **options: object) -> object:
            counts[what] += 1
            return work(*arguments, **options)

        monkeypatch.setattr(owner, name, counting)

    for library in (etree, ElementTree):
        for names, what in ((READS, "read"), (WRITES, "written")):
            for name in names:
                if hasattr(library, name):
                    count(library, name, what)
    count(write._Writer, "document", "written")
    return counts


def test_an_a3_poster_is_read_once_and_written_thrice_at_most(counted: Counter[str], tmp_path: Path) -> None:
    workspace = Workspace(Path(__file__).parents[2])
    piece = year_plan(workspace, 1405, only=["nowruz"], formats=["a3"], output=None).pieces[0]
    reads = []
    for _ in range(2):
        counted.clear()
        filled, artwork = artwork_of(workspace, piece.brief, piece.template, piece.format)
        export.export(artwork, piece.format, "pdf", tmp_path / "a.pdf", DAY)
        write_preview(tmp_path / "a.jpg", artwork, piece.format, filled.canvas.trim, None)
        list(check_piece(filled, artwork, piece.format))
        assert counted["written"] <= 3
        reads.append(counted["read"])
    artboards = len(workspace.templates.by_id[piece.template].artboards)  # whose sizes are looked at
    symbols = filled.source.read_bytes().count(b"data-symbol=")
    assert 1 <= reads[0] <= artboards + symbols + 1
    assert reads[1] == 1
