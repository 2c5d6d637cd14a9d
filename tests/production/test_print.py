"""PDFs of a run: for the print shop by default, in the colours of the screen when asked."""

from pathlib import Path

import click
import pikepdf
import pytest

from engine.commands.year import command
from engine.errors import BadInput
from engine.export.press.icc import Press
from engine.guard import Limits, OverLimit
from engine.kinds.occasion.plan import year_plan
from engine.production.manifest import Manifest
from engine.production.printing import PdfKind, Printing
from engine.production.proofs import proofs
from engine.production.run import run
from engine.workspace import Workspace
from tests.peers import by_pdfium, needs

from .conftest import inline

CARD = "card/1405-09-30_yalda.pdf"


def made(root: Path, pdf: PdfKind = "x4", marks: bool = False) -> pikepdf.Pdf:
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["card"], printing=Printing(pdf, marks))
    assert run(plan, inline()).failures == ()
    return pikepdf.open(plan.folder / CARD)


def findings(root: Path) -> set[str]:
    manifest = Manifest.of(root / "output" / "1405")
    return {finding.text.split(";")[0] for piece in manifest.pieces for finding in piece.findings}


def test_a_pdf_is_for_the_print_shop(root: Path) -> None:
    with made(root) as document:
        assert document.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"
        assert document.docinfo["/Title"] == "شب یلدا"
    assert "uncalibrated CMYK" in findings(root)


def test_a_plain_one_has_the_colours_of_the_screen_and_is_made_anew(root: Path) -> None:
    made(root).close()
    with made(root, "plain") as document:
        assert "/OutputIntents" not in document.Root
    assert "uncalibrated CMYK" not in findings(root)


def test_the_shops_own_profile_goes_into_it(root: Path) -> None:
    (root / "shop.icc").write_bytes(Press().icc)
    with (root / "brand.yaml").open("a") as brand:
        brand.write("print: {icc: shop.icc, ink_limit: 220}\n")
    assert Workspace(root).press("coated").ink_limit == pytest.approx(2.2)
    with made(root) as document:
        assert str(document.Root.OutputIntents[0].OutputConditionIdentifier) == "Chemical proof"
    assert "uncalibrated CMYK" not in findings(root)


def test_a_paper_has_a_profile_and_a_limit_of_its_own(root: Path) -> None:
    (root / "glossy.icc").write_bytes(Press().icc)
    with (root / "brand.yaml").open("a") as brand:
        brand.write("print: {ink_limit: 320, papers: {vinyl: {icc: glossy.icc, ink_limit: 250}}}\n")
    workspace = Workspace(root)
    assert [workspace.press(paper).ink_limit for paper in ("coated", "newspaper", "vinyl")] == [3.2, 2.2, 2.5]
    assert [workspace.press(paper).calibrated for paper in ("coated", "vinyl")] == [False, True]
    formats = (root / "formats.yaml").read_text()
    (root / "formats.yaml").write_text(formats.replace("id: card,", "id: card, paper: vinyl,"))
    made(root).close()
    assert "uncalibrated CMYK" not in findings(root)
    (root / "glossy.icc").unlink()
    with pytest.raises(BadInput, match=r"glossy\.icc: the ICC profile can't be read"):
        year_plan(Workspace(root), 1405, formats=["card"])


def test_a_paper_that_nobody_knows_is_an_error(root: Path) -> None:
    formats = (root / "formats.yaml").read_text()
    (root / "formats.yaml").write_text(formats.replace("id: card,", "id: card, paper: silk,"))
    with pytest.raises(BadInput, match="the paper “silk” is not known"):
        year_plan(Workspace(root), 1405, formats=["card"])


def test_a_profile_that_is_missing_is_an_error_where_something_is_printed(root: Path) -> None:
    with (root / "brand.yaml").open("a") as brand:
        brand.write("print: {icc: shop.icc}\n")
    with pytest.raises(BadInput, match=r"shop\.icc: the ICC profile can't be read"):
        year_plan(Workspace(root), 1405, formats=["card"])
    year_plan(Workspace(root), 1405, formats=["card"], printing=Printing("plain"))
    year_plan(Workspace(root), 1405, formats=["tiny"])


@needs("gs")
def test_a_run_proves_its_pdfs(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["card", "tiny"])
    assert run(plan, inline()).failures == ()
    ((path, proved),) = proofs(plan, Limits())
    assert path == plan.folder / "proofs/card/1405-09-30_yalda.png"
    assert path.read_bytes().startswith(b"\x89PNG")
    assert 0 < proved.most_ink <= 3.03
    with pytest.raises(OverLimit, match=r"yalda\.pdf: it took more than 40 MB of memory"):
        list(proofs(plan, Limits(memory=40)))


def test_other_kinds_are_refused() -> None:
    with pytest.raises(click.BadParameter, match="x5"):
        command.main(["1405", "--pdf", "x5"], standalone_mode=False)


def test_marks_stand_outside_the_sheet_with_a_slug_line(root: Path) -> None:
    with made(root, marks=True) as document:
        page = document.pages[0].obj
        media, bleed = ([float(each) / 72 * 25.4 for each in box] for box in (page.MediaBox, page.BleedBox))
        assert media == pytest.approx([-12, -12, 66 + 12, 46 + 12], abs=0.01)
        assert bleed == pytest.approx([0, 0, 66, 46], abs=0.01)
        assert page.Resources.ColorSpace["/NqAll"][1] == "/All"
        slug = [page.Resources.XObject[f"/NqSlug{number}"].read_bytes() for number in range(5)]
        for content, inks in zip(slug[1:], (b"1 0 0 0 k", b"0 1 0 0 k", b"0 0 1 0 k", b"0 0 0 1 k"), strict=True):
            assert inks in content
    (card,) = (root / "output" / "1405" / "card").iterdir()
    drawn = by_pdfium(card, 90)  # a pixel for each millimetre
    assert (drawn.width, drawn.height) == (90, 70)
    assert min(drawn(12, 12)) > 250  # nothing prints where marks meet
    assert max(drawn(12 + 33, 12 + 3)) < 250
    with made(root) as document:
        assert "/NqAll" not in str(document.pages[0].Resources.keys())
