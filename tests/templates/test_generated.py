"""The mark of a file that a program writes: who wrote it, and whether a hand has been at it since."""

from __future__ import annotations

import pytest

from engine.templates.generated import State, marked, state, unmarked

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'
YAML = "title: باغ\nkinds: [occasion]\n"


@pytest.mark.parametrize("text", [SVG, YAML])
def test_a_mark_tells_what_became_of_a_file(text: str) -> None:
    written = marked(text, "art/layouts/garden.py")
    assert "art/layouts/garden.py" in written
    assert state(text) is State.OWN
    assert state(written) is State.AS_WRITTEN
    assert state(written.replace("\n", "\r\n")) is State.AS_WRITTEN  # git on Windows
    assert unmarked(written) == text


def test_a_file_that_an_editor_saved_is_told() -> None:
    """Inkscape rewrites the mark with the rest of the file."""
    mark = f'<g:generated\n by="x.py"\n digest="{32 * "0"}" />'
    saved = f'<svg\n xmlns:g="urn:naqsh:generated"\n viewBox="0 0 9 9"><metadata\n id="m1">{mark}</metadata></svg>\n'
    assert state(saved) is State.EDITED
    assert "digest" not in unmarked(saved)
    assert state(marked(unmarked(saved), "hand")) is State.AS_WRITTEN


@pytest.mark.parametrize(("text", "before", "after"), [(SVG, 'width="9"', 'width="8"'), (YAML, "باغ", "باغچه")])
def test_an_edited_file_is_told(text: str, before: str, after: str) -> None:
    assert state(marked(text, "x.py").replace(before, after)) is State.EDITED
