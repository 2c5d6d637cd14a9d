"""PDFs that are damaged or mean harm, each named by what is wrong with it: all end in a sentence."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from engine.errors import BadInput
from engine.export.press.impose import impose
from engine.preflight import pdf
from engine.preflight.pdf import findings_of

FILES = sorted((Path(__file__).parent / "pdf").glob("*.pdf"))
REFUSED = {
    "annot-trimbox": "the TrimBox of page 1 is no rectangle",
    "empty": "the PDF can't be opened",
    "media-of-nothing": "the MediaBox of page 1 is empty",
    "pages-exp": "the PDF can't be opened",
    "pages-loop": "the PDF can't be opened",
    "turned-a-bit": "the Rotate of page 1 is no such number",
    "turned": "the Rotate of page 1 is no such number",
    "userunit": "the UserUnit of page 1 is no such number",
}
TOO_MUCH = {"bomb-q", "contents-of-names", "form-in-many-places", "stream-unpacks-endlessly"}
NOT_IMPOSED = {"contents-of-names", "resources-are-the-pages", "refers-on-and-on", "stream-unpacks-endlessly"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_check_says_what_is_wrong(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LEAST_TOKENS", 100_000)  # what is endless is so sooner
    expected = REFUSED.get(path.stem)
    if expected:
        with pytest.raises(BadInput, match=expected):
            findings_of(path)
    else:
        said = [each.what("en") for each in findings_of(path)]
        assert any(each.startswith("not all of the file was checked") for each in said) is (path.stem in TOO_MUCH)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_impose_makes_a_whole_sheet_or_refuses(path: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.pdf"
    if REFUSED.get(path.stem) or path.stem in NOT_IMPOSED:
        with pytest.raises(BadInput):
            impose([path], output, paper="a4", up=2)
    else:
        impose([path], output, paper="a4", up=2)
        with pikepdf.open(output) as sheet:
            assert len(sheet.pages) == 1
