"""PDFs of a run: for the print shop by default, in the colours of the screen when asked."""

from pathlib import Path

import click
import pikepdf
import pytest

from engine.commands.year import command
from engine.errors import BadInput
from engine.export.icc import Press
from engine.production.manifest import Manifest
from engine.production.plan import PdfKind
from engine.production.run import run
from engine.production.year import year_plan
from engine.workspace import Workspace

from .conftest import inline

CARD = "card/1405-09-30_yalda.pdf"


def made(root: Path, pdf: PdfKind = "x4") -> pikepdf.Pdf:
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["card"], pdf=pdf)
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
    assert Workspace(root).press.ink_limit == pytest.approx(2.2)
    with made(root) as document:
        assert str(document.Root.OutputIntents[0].OutputConditionIdentifier) == "Chemical proof"
    assert "uncalibrated CMYK" not in findings(root)


def test_a_profile_that_is_missing_is_an_error_where_something_is_printed(root: Path) -> None:
    with (root / "brand.yaml").open("a") as brand:
        brand.write("print: {icc: shop.icc}\n")
    with pytest.raises(BadInput, match=r"shop\.icc: the ICC profile can't be read"):
        year_plan(Workspace(root), 1405, formats=["card"])
    year_plan(Workspace(root), 1405, formats=["card"], pdf="plain")
    year_plan(Workspace(root), 1405, formats=["tiny"])


def test_other_kinds_are_refused() -> None:
    with pytest.raises(click.BadParameter, match="x1a"):
        command.main(["1405", "--pdf", "x1a"], standalone_mode=False)
