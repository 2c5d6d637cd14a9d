"""Words that are found by searching and copied, but not seen: they lie under the outlines of their letters.

They stand in a font whose glyphs are empty, which is embedded, so no font can be missing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import ceil

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from engine.svg import Box
from engine.typography import SetText
from engine.typography.unicode.bidi import levels, visual_order

FONT = "NaqshWords"
ADVANCE = 500  # of every glyph, in thousandths of the font size
_TYPICAL_ADVANCE = 0.4  # em; how wide letters usually are, to guess where the lines of a box break
_ASCENT, _DESCENT = 0.8, 0.2  # em


def write_words(document: Pdf, page: Object, texts: Iterable[SetText], user_space: Box) -> None:
    """Puts the words of an artwork, which covers the page's MediaBox, under its drawing; each text in its box once."""
    distinct = {(text.words, text.box): text for text in texts if text.words.strip() and text.box.width > 0}
    if not distinct:
        return
    x, y, right, top = map(float, page.MediaBox)
    across, up = (right - x) / user_space.width, (top - y) / user_space.height
    codes = {character: code for code, character in enumerate(_characters(distinct.values()), start=1)}
    shown = [b"q BT 3 Tr"]
    for text in distinct.values():
        lines = _lines(text)
        height = text.box.height / len(lines)
        for number, line in enumerate(lines):
            size = min(height, text.font_size)
            baseline = text.box.y + height * (number + 0.5) + size * (_ASCENT - _DESCENT) / 2
            left, bottom = x + (text.box.x - user_space.x) * across, top - (baseline - user_space.y) * up
            stretch = 100 * text.box.width / (len(line) * size * ADVANCE / 1000) * across / up
            hexadecimal = "".join(f"{codes[each]:04X}" for each in line)
            placed = (
                f"/{FONT} {size * up:.4f} Tf {stretch:.4f} Tz 1 0 0 1 {left:.4f} {bottom:.4f} Tm <{hexadecimal}> Tj"
            )
            shown.append(placed.encode())
    shown.append(b"ET Q\n")
    content = page.Contents
    assert isinstance(content, Stream)
    content.write(b"\n".join(shown) + content.read_bytes())
    if "/Font" not in page.Resources:
        page.Resources.Font = Dictionary()
    page.Resources.Font[f"/{FONT}"] = _font(document, codes)


def _characters(texts: Iterable[SetText]) -> list[str]:
    return sorted({character for text in texts for line in _lines(text) for character in line})


def _lines(text: SetText) -> list[str]:
    """The lines of a text, characters from left to right as readers of PDF expect them."""
    return [_visual(line) for line in _logical_lines(text)]


def _logical_lines(text: SetText) -> list[str]:
    """Lines as they were given; those of one that is far too long for its box are guessed."""
    lines = [" ".join(line.split()) for line in text.words.splitlines()]
    lines = [line for line in lines if line]
    if len(lines) > 1:
        return lines
    (line,) = lines
    fitting = ceil(len(line) * _TYPICAL_ADVANCE * text.font_size / text.box.width)
    count = max(1, min(fitting, int(text.box.height / text.font_size)))
    return list(_broken(line.split(" "), len(line) / count))


def _broken(words: Sequence[str], length: float) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + len(word) / 2 > length:
            yield line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield line


def _visual(line: str) -> str:
    return "".join(line[index] for index in visual_order(levels(line)))


def _font(document: Pdf, codes: dict[str, int]) -> Object:
    """A composite font in which each code is a character of the words and every glyph the empty one."""
    program = Stream(document, _glyphless(), Length1=len(_glyphless()))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{FONT}"),
        Flags=4,
        FontBBox=[0, -200, ADVANCE, 800],
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=800,
        StemV=80,
        FontFile2=document.make_indirect(program),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{FONT}"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        CIDToGIDMap=Stream(document, b"\0\0" + b"\0\1" * len(codes)),
        DW=ADVANCE,
        FontDescriptor=document.make_indirect(descriptor),
    )
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{FONT}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([document.make_indirect(descendant)]),
            ToUnicode=Stream(document, _to_unicode(codes)),
        )
    )


def _to_unicode(codes: dict[str, int]) -> bytes:
    """The CMap from codes to characters (Adobe Technical Note 5411)."""
    pairs = [f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>" for character, code in codes.items()]
    blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    mapping = "\n".join(f"{len(block)} beginbfchar\n{'\n'.join(block)}\nendbfchar" for block in blocks)
    return re.sub(r"(?m)^ +", "", _CMAP).replace("MAPPING", mapping).encode()


_CMAP = """\
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
    /CMapName /Adobe-Identity-UCS def
    /CMapType 2 def
    1 begincodespacerange
    <0000> <FFFF>
    endcodespacerange
    MAPPING
    endcmap
    CMapName currentdict /CMap defineresource pop
    end
    end
"""


@cache
def _glyphless() -> bytes:
    """A TrueType font of .notdef and one empty glyph, the same bytes whenever it is made."""
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "empty"])
    font.setupCharacterMap({})
    font.setupGlyf({".notdef": Glyph(), "empty": Glyph()})
    font.setupHorizontalMetrics({".notdef": (ADVANCE, 0), "empty": (ADVANCE, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": FONT, "styleName": "Regular", "psName": FONT, "uniqueFontIdentifier": FONT})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
