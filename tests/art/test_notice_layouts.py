"""The notices' layouts as their programs draw them, and as an office sees them."""

from pathlib import Path

import pytest

from art.layouts import LAYOUTS
from engine.kinds.registry import tried
from engine.preflight import check_piece
from engine.production.artwork import artwork_of
from engine.workspace import Workspace

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates_svg"
NOTICES = [name for name in LAYOUTS if name.startswith("notice_")]
FORMATS = ("square", "story", "channel", "site-hero", "a4", "a5-landscape")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(ROOT)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NOTICES)
def test_what_is_said_stands_whole_and_nothing_is_wrong(workspace: Workspace, name: str, format: str) -> None:
    template = workspace.templates.by_id[name.replace("_", "-")]
    sheet = workspace.formats.select([format])[0]
    for sample in tried()["notice"].samples(workspace, template):
        filled, artwork = artwork_of(workspace, sample.brief, template.id, sheet)
        words = " ".join(text.words for text in artwork.texts)
        said = sample.brief
        for part in (said.heading, said.name, said.title, said.body, said.link, *(fact.text for fact in said.facts)):
            assert "".join(part.split()) in "".join(words.split())
        assert len([text for text in artwork.texts if text.id.startswith("signer")]) == len(said.signatures)
        if sample.words != "longest":  # which is more than a small square can say in letters of a readable size
            assert [each for each in check_piece(filled, artwork, sheet) if each.is_error] == []
