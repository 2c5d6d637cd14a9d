"""The largest SVG that is read, packed or not: 20 MB to the byte."""

import gzip
from collections.abc import Callable

import pytest

from engine.errors import BadInput
from engine.svg import SVG, parse

MOST = 20_000_000


def svg(size: int) -> bytes:
    """A drawing of so many bytes, most of them in comments: libxml2 has bounds of its own for a single text."""
    start, comment, end = f'<svg xmlns="{SVG}">'.encode(), b"<!--" + b" " * 99_993 + b"-->", b"</svg>"
    comments, rest = divmod(size - len(start) - len(end), len(comment))
    return start + comment * comments + b" " * rest + end


@pytest.mark.parametrize("packed", [bytes, gzip.compress], ids=["plain", "packed"])
def test_an_svg_of_20_mb_is_read_and_one_byte_more_is_not(packed: Callable[[bytes], bytes]) -> None:
    assert len(svg(MOST)) == MOST
    assert len(parse(packed(svg(MOST)), "a.svg").getroot()) == 199
    with pytest.raises(BadInput, match="the SVG is larger than 20 MB"):
        parse(packed(svg(MOST + 1)), "a.svg")
