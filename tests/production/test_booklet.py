"""How pages become one file."""

import datetime
import re
from pathlib import Path

import pikepdf
import pytest

from engine.export import made_at
from engine.export.pdf import Sheet, write
from engine.production.booklet import Booklet, bind, bind_whole
from engine.scene import scene_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#%s"/></svg>'


def test_bound_pages_keep_their_boxes_and_give_the_same_bytes_again(tmp_path: Path) -> None:
    sheet = Sheet(30, 20, bleed=3)
    made = made_at(datetime.date(2027, 3, 21))
    for name, colour in (("one.pdf", b"aa0000"), ("two.pdf", b"00aa00")):
        write(scene_of(SVG % colour), tmp_path / name, sheet, made=made)
    booklet = Booklet("both.pdf", ("one.pdf", "two.pdf"))
    assert booklet.is_whole(tmp_path)
    first = bind(booklet, tmp_path).read_bytes()
    assert bind(booklet, tmp_path).read_bytes() == first
    with pikepdf.open(tmp_path / "both.pdf") as bound:
        assert len(bound.pages) == 2
        for page in bound.pages:
            trim, media = ([float(side) for side in box] for box in (page.trimbox, page.mediabox))
            assert media[2] - (trim[2] - trim[0]) == pytest.approx(2 * 3 * 72 / 25.4, abs=0.01)
        assert re.match(r"D:20270321", str(bound.docinfo["/CreationDate"]))
        with pikepdf.open(tmp_path / "one.pdf") as one:
            assert bound.Root.keys() == one.Root.keys()
    assert bind_whole([Booklet("more.pdf", ("one.pdf", "three.pdf"))], tmp_path) == ()
