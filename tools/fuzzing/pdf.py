"""Class pdf: PDFs that the engine made, and those of tests, their objects exchanged and their bytes changed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from fuzzing.case import Case
from fuzzing.corpus import papers
from fuzzing.mutation import mutated_bytes

OPERATORS = (
    b"q", b"Q", b"cm", b"re", b"W n", b"f", b"S", b"Do", b"gs", b"sh", b"scn", b"SCN", b"cs", b"k", b"K", b"rg", b"g",
    b"Tj", b"TJ", b"Tf", b"BT", b"ET", b"BI", b"ID x EI", b"BDC", b"BMC",
    b"EMC", b"m", b"l", b"c", b"v", b"y", b"h", b"w", b"d", b"i", b"ri", b"MP", b"xx", b"'", b'"', b"T*", b"Td", b"Tm",
    b"Tr", b"B*", b"b", b"F",
)  # fmt: skip
OPERANDS = (
    b"0", b"1", b"-1", b"0.5", b"1e9", b"99999999999999999999", b"/X0", b"/Fm0", b"/Cs0", b"/GS0", b"/Pattern",
    b"/DeviceCMYK", b"/x", b"(x)", b"<00>", b"[1 2]", b"<</A 1>>",
    b"null", b"true", b"[", b"]", b"<<", b"..", b"--1", b"",
)  # fmt: skip
NAMES = (
    "/DeviceCMYK", "/DeviceRGB", "/DeviceGray", "/DeviceN", "/Separation", "/ICCBased", "/Indexed", "/Pattern", "/Lab",
    "/CalRGB", "/FlateDecode", "/DCTDecode", "/JPXDecode", "/JBIG2Decode",
    "/CCITTFaxDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/Crypt", "/Image", "/Form", "/Page",
    "/Pages", "/Catalog", "/Luminosity", "/Multiply", "/None", "/All", "/x", "/",
)  # fmt: skip
KEYS = (
    "/MediaBox", "/TrimBox", "/BleedBox", "/CropBox", "/ArtBox", "/UserUnit", "/Rotate", "/Kids", "/Count", "/Parent",
    "/Contents", "/Resources", "/XObject", "/ExtGState", "/Pattern", "/Shading",
    "/ColorSpace", "/Font", "/Matrix", "/BBox", "/Filter", "/DecodeParms", "/Width", "/Height", "/BitsPerComponent",
    "/Decode", "/SMask", "/Mask", "/Group", "/CS", "/N", "/Alternate", "/OutputIntents",
    "/DestOutputProfile", "/S", "/Info", "/Names", "/Annots", "/Rect", "/AP", "/Type", "/Subtype", "/Functions",
    "/FunctionType", "/Domain", "/Range", "/C0", "/C1", "/Bounds", "/Encode",
    "/OPM", "/OP", "/op", "/ca", "/CA", "/BM", "/TR", "/OCProperties", "/Metadata", "/Trapped", "/GTS_PDFXVersion",
    "/Version", "/AcroForm", "/PaintType", "/TilingType", "/XStep", "/YStep", "/FirstChar",
    "/FontFile2", "/FontDescriptor", "/ToUnicode", "/Widths", "/BaseFont", "/Encoding", "/DescendantFonts", "/Size",
    "/Coords", "/ShadingType", "/Outlines", "/First", "/Next", "/Dest", "/A",
)  # fmt: skip


def make(random: Random) -> Case:
    """An input of this class."""
    content = random.choice(papers())
    if random.random() < 0.75:
        content = changed_objects(random, content)
    if random.random() < 0.3:
        content = mutated_bytes(random, content)
    files = {"input.pdf": content}
    pick = random.random()
    if pick < 0.05:
        return Case(("proof", "input.pdf", "-o", "output/proof.png"), files, "input.pdf", runs=True)
    if pick < 0.35:
        paper = random.choice(("a4", "a3", "sra3"))
        second = ("input.pdf",) * random.choice((0, 0, 1))
        return Case(
            (
                "impose",
                "input.pdf",
                *second,
                "--paper",
                paper,
                "--up",
                random.choice(("2", "4")),
                "-o",
                "output/sheet.pdf",
            ),
            files,
            "input.pdf",
        )
    more = random.choice(((), (), ("--json",), ("--annotate", "output/shown")))
    return Case(("check", "input.pdf", *more), files, "input.pdf")


def changed_objects(random: Random, content: bytes) -> bytes:
    """A PDF with some of its objects exchanged for others, left out, or made to hold themselves."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            for _ in range(random.choice((1, 1, 2, 3, 6))):
                _change(random, document)
            written = io.BytesIO()
            document.save(
                written,
                static_id=True,
                compress_streams=random.random() < 0.5,
                object_stream_mode=random.choice((pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate)),
                fix_metadata_version=False,
            )
            return written.getvalue()
    except (
        pikepdf.PdfError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        RuntimeError,
        NotImplementedError,
    ):
        return mutated_bytes(random, content)  # what QPDF will not write down


def _change(random: Random, document: Pdf) -> None:
    holders = list(_holders(document))
    holder = random.choice(holders)
    match random.randrange(10):
        case 0 | 1:
            streams = [each for each in holders if isinstance(each, Stream)]
            stream = random.choice(streams) if streams else document.pages[0].Contents
            stream.write(_content(random, stream.read_bytes()))
        case 2:
            holder[random.choice(KEYS)] = odd(random, document)
        case 3:
            keys = _keys(holder)
            if keys:
                del holder[random.choice(keys)]
        case 4:
            page = document.pages[0].obj
            page[
                random.choice(
                    (
                        "/MediaBox",
                        "/TrimBox",
                        "/BleedBox",
                        "/CropBox",
                        "/UserUnit",
                        "/Rotate",
                        "/Contents",
                        "/Resources",
                        "/Annots",
                        "/Group",
                    )
                )
            ] = odd(random, document)
        case _:
            keys = _keys(holder)
            if keys:
                _exchange(random, document, holder, random.choice(keys))


def _exchange(random: Random, document: Pdf, holder: Object, key: str) -> None:
    value = holder[key]
    if isinstance(value, Array) and len(value) and random.random() < 0.6:
        value[random.randrange(len(value))] = odd(random, document)
    else:
        holder[key] = odd(random, document)


def odd(random: Random, document: Pdf) -> Object | int | float | bool:
    """Some object, of whatever type."""
    others = document.objects
    return random.choice(
        (
            lambda: random.choice((0, 1, -1, 7, 90, 2**31, -(2**31), 2**40, 100_000)),
            lambda: pikepdf.Object.parse(
                random.choice((b"0.5", b"-0.0", b"1e9", b"99999999999999999999.5", b"72000.1"))
            ),
            lambda: random.choice((True, False, Object.parse(b"null"))),
            lambda: Name(random.choice(NAMES[:-1])),
            lambda: String(random.choice(("", "x", "سلام", "\x00\xff", "D:99999999"))),
            lambda: Array([]),
            lambda: Array(
                [random.choice((0, 1, -5, 300, 10**9)) for _ in range(random.choice((1, 2, 3, 4, 4, 4, 6, 500)))]
            ),
            lambda: Array([Name(random.choice(NAMES[:-1])), random.choice(list(others)), 1]),
            lambda: Dictionary(),
            lambda: Dictionary({random.choice(KEYS): 1}),
            lambda: random.choice(list(others)),
            lambda: random.choice(list(others)),
            lambda: document.pages[0].obj,
            lambda: document.Root,
            lambda: document.make_stream(_content(random, b"")),
            lambda: document.make_stream(b"\0" * random.choice((0, 9, 1_000_000))),
        )
    )()


def _keys(holder: Object) -> list[str]:
    """The keys that may be changed: a stream's length is QPDF's own affair."""
    return sorted(key for key in holder.keys() if key != "/Length")  # noqa: SIM118  # it holds no iterator


def _holders(document: Pdf) -> Iterator[Object]:
    """All dictionaries and streams."""
    for each in document.objects:
        if isinstance(each, Dictionary | Stream):
            yield each
            for key in sorted(each.keys()):
                if isinstance(each[key], Dictionary):
                    yield each[key]
    yield document.trailer


def _content(random: Random, data: bytes) -> bytes:
    if random.random() < 0.08:
        return random.choice(
            (b"q ", b"q 1 0 0 1 0 0 cm ", b"[", b"<<", b"(", b"/X0 Do ", b"BI ", b"/x BMC ", b"0 0 9 9 re W n ")
        ) * random.choice((30, 3_000, 200_000))
    tokens = data[:100_000].split(b" ")
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(tokens))
        match random.randrange(4):
            case 0:
                tokens[at] = random.choice(OPERANDS)
            case 1:
                del tokens[at]
                tokens = tokens or [b""]
            case 2:
                tokens[at:at] = [random.choice(OPERANDS) for _ in range(random.randint(0, 6))] + [
                    random.choice(OPERATORS)
                ]
            case _:
                tokens[at:at] = tokens[at : at + 4] * random.choice((1, 1, 400))
    return b" ".join(tokens)
