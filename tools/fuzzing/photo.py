"""Class photo: photographs made by Pillow, their headers, chunks and bytes changed, wherever a picture may stand."""

from __future__ import annotations

import io
import re
import struct
import zlib
from random import Random

from PIL import Image, ImageCms

from fuzzing.case import Case
from fuzzing.mutation import mutated_bytes
from fuzzing.svg import HEAD

KINDS = (
    "JPEG",
    "JPEG",
    "JPEG",
    "PNG",
    "PNG",
    "PNG",
    "WEBP",
    "TIFF",
    "TIFF",
    "GIF",
    "BMP",
    "ICO",
    "PPM",
    "TGA",
    "JPEG2000",
    "PCX",
)
MODES: dict[str, tuple[str, ...]] = {
    "JPEG": ("RGB", "L", "CMYK"), "PNG": ("RGB", "RGBA", "L", "LA", "P", "1", "I;16"), "WEBP": ("RGB", "RGBA"),
    "TIFF": ("RGB", "CMYK", "L", "F", "1", "I;16", "LAB", "P"),
    "GIF": ("P", "L"), "BMP": ("RGB", "1"), "ICO": ("RGBA",), "PPM": ("RGB",), "TGA": ("RGB",), "JPEG2000": ("RGB",),
    "PCX": ("RGB",),
}  # fmt: skip
SIZES = ((1, 1), (40, 30), (200, 150), (200, 150), (300, 400), (640, 480), (1, 3_000), (3_000, 1), (7, 5))
SIDES = (0, 1, 65_535, 65_536, 100_000, 2**31 - 1, 2**31, 2**32 - 1)

PLAQUES = """
default: a
signatures: [{name: x, title: y, picture: PICTURE, stamp: PICTURE}]
causes: {a: {title: x, template: plaque-modern, palette: cobalt, reason: r, body: "b {reason}"}}
"""


def make(random: Random) -> Case:
    """An input of this class."""
    arguments: tuple[str, ...]
    kind = random.choice(KINDS)
    content = _changed(random, kind, picture(random, kind))
    ending = random.choice((*(_ENDINGS[kind],) * 6, "jpg", "png", "svg", "heic"))
    name = f"photo.{ending}"
    match random.randrange(8):
        case 0 | 1 | 2 | 3:
            arguments = (
                "news",
                "--title",
                "خبر",
                "--photo",
                name,
                "--formats",
                "tiny",
                "--jobs",
                "1",
                "-o",
                "output/n",
                "--date",
                "1405/01/01",
            )
            return Case(arguments, {name: content}, name)
        case 4:
            size = f'width="50" height="{random.choice((50, 1, 0))}"'
            drawing = f'{HEAD}viewBox="0 0 50 50" width="50" height="50"><image href="{name}" {size}/></svg>'
            return Case(
                ("render", "input.svg", "-o", random.choice(("output/x.png", "output/x.pdf", "output/x.svg"))),
                {name: content, "input.svg": drawing.encode()},
                name,
            )
        case 5:
            brand = f"city: خمین\nmunicipality: شهرداری خمین\noffice: روابط عمومی\nwebsite: khomein.ir\nlogo: {name}\n"
            return Case(
                ("year", "1405", "--only", "yalda-night", "--formats", "tiny", "--jobs", "1"),
                {name: content, "brand.yaml": brand.encode()},
                name,
            )
        case 6:
            plaques = PLAQUES.replace("PICTURE", name)
            return Case(
                (
                    "plaque",
                    "--to",
                    "علی",
                    "--for",
                    "کار",
                    "--format",
                    "card",
                    "-o",
                    "output/p.pdf",
                    "--date",
                    "1405/01/01",
                ),
                {name: content, "plaques.yaml": plaques.encode()},
                name,
            )
        case _:
            arguments = ("calendar", "1405", "--photos", "photos", "--style", "desk-21x15", "--dry-run")
            return Case(arguments, {f"photos/07-{name}": content}, f"photos/07-{name}")


_ENDINGS = {
    "JPEG": "jpg", "PNG": "png", "WEBP": "webp", "TIFF": "tif", "GIF": "gif", "BMP": "bmp", "ICO": "ico", "PPM": "ppm",
    "TGA": "tga", "JPEG2000": "jp2", "PCX": "pcx",
}  # fmt: skip


def picture(random: Random, kind: str) -> bytes:
    """A photograph as a camera or a program writes it, with whatever goes along with one."""
    mode, size = random.choice(MODES[kind]), random.choice(SIZES)
    if kind == "ICO":
        size = (40, 30)
    plain = Image.effect_mandelbrot(size, (-2, -1.2, 1, 1.2), 20) if min(size) > 1 else Image.new("L", size, 90)
    image = plain.convert("RGB").convert(mode) if mode not in ("I;16", "F", "LAB") else Image.new(mode, size)
    given: dict[str, object] = {}
    if kind in ("JPEG", "PNG", "WEBP", "TIFF") and random.random() < 0.4:
        exif = Image.Exif()
        exif[0x0112] = random.choice((0, 1, 3, 6, 8, 9, 65_535))
        exif[0x010E] = "x" * random.choice((1, 60_000))
        given["exif"] = exif.tobytes()
    if kind in ("JPEG", "PNG", "TIFF") and random.random() < 0.4:
        made = ImageCms.createProfile(random.choice(("sRGB", "LAB", "XYZ")))
        profile = ImageCms.ImageCmsProfile(made).tobytes()
        profile = profile[:24] + bytes(12) + profile[36:]  # without the time of its making
        given["icc_profile"] = random.choice((profile, mutated_bytes(random, profile), b"", b"x" * 500))
    if random.random() < 0.2:
        given["dpi"] = random.choice(((300, 300), (1, 1), (0, 0)))
    if kind == "JPEG":
        given |= {"quality": random.choice((1, 90, 100)), "progressive": random.random() < 0.3}
    if kind == "TIFF":
        given["compression"] = random.choice((None, "tiff_lzw", "tiff_deflate", "packbits"))
    if kind in ("GIF", "WEBP", "TIFF", "PNG") and mode not in ("I;16", "F", "LAB") and random.random() < 0.15:
        given |= {"save_all": True, "append_images": [image] * 3}
    written = io.BytesIO()
    try:
        image.save(written, kind, **given)
    except (OSError, ValueError, KeyError, RuntimeError, struct.error):  # what this kind doesn't hold
        written = io.BytesIO()
        Image.new("RGB", (40, 30), "teal").save(written, "PNG")
    return written.getvalue()


def _changed(random: Random, kind: str, content: bytes) -> bytes:
    pick = random.random()
    if pick < 0.15:
        return content
    if pick < 0.5 and kind in _HEADERS:
        content = _HEADERS[kind](random, content)
    if random.random() < 0.3:
        return content[: random.randrange(len(content) + 1)]
    return content if random.random() < 0.3 else mutated_bytes(random, content)


def _png(random: Random, content: bytes) -> bytes:
    """A PNG with other sides, depth or chunks, and sums that are right."""
    if random.random() < 0.5:
        sides = [random.choice((*SIDES, 40, 30)) for _ in range(2)]
        form = bytes(
            random.choice(((8, 2, 0, 0, 0), (16, 6, 0, 0, 0), (1, 3, 0, 0, 1), (8, 3, 0, 0, 0), (99, 9, 9, 9, 9)))
        )
        return content[:8] + chunk(b"IHDR", struct.pack(">II", *sides) + form) + content[33:]
    name = random.choice(
        (
            b"iCCP",
            b"tEXt",
            b"zTXt",
            b"iTXt",
            b"PLTE",
            b"tRNS",
            b"gAMA",
            b"cHRM",
            b"pHYs",
            b"acTL",
            b"fcTL",
            b"eXIf",
            b"IDAT",
            b"IEND",
            b"xxxx",
        )
    )
    data = random.choice(
        (
            b"",
            b"\0" * 9,
            b"x\0\0" + zlib.compress(b"\0" * random.choice((9, 30_000_000))),
            random.randbytes(40),
            b"II*\0" + b"\xff" * 40,
        )
    )
    return content[:33] + chunk(name, data) * random.choice((1, 1, 500)) + content[33:]


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _jpeg(random: Random, content: bytes) -> bytes:
    """A JPEG with other sides, components or segments."""
    found = re.search(rb"\xff[\xc0-\xc2]..", content, re.DOTALL)
    if found and random.random() < 0.6:
        at = found.start() + 5
        return (
            content[:at]
            + struct.pack(">HH", *(min(random.choice(SIDES), 65_535) for _ in range(2)))
            + bytes((random.choice((1, 3, 4, 0, 255)),))
            + content[at + 5 :]
        )
    marker = random.choice((0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xC4, 0xDB, 0xDD, 0xFE, 0xD9))
    data = random.choice(
        (
            b"",
            b"Exif\0\0II*\0\xff\xff\xff\xff",
            b"Adobe\0\x64\0\0\0\0\x02",
            b"ICC_PROFILE\0\x01\xff",
            b"Photoshop 3.0\0" + b"8BIM" * 9,
            random.randbytes(50),
        )
    )
    return (
        content[:2]
        + (b"\xff" + bytes((marker,)) + struct.pack(">H", len(data) + 2) + data) * random.choice((1, 1, 300))
        + content[2:]
    )


def _tiff(random: Random, content: bytes) -> bytes:
    """A TIFF with one entry of its directory changed."""
    (start,) = struct.unpack("<I", content[4:8])
    if content[:2] != b"II" or start + 2 > len(content):
        return content
    (count,) = struct.unpack("<H", content[start : start + 2])
    at = start + 2 + 12 * random.randrange(count or 1)
    entry = bytearray(content[at : at + 12].ljust(12, b"\0"))
    where, size = random.choice(((0, 2), (2, 2), (4, 4), (8, 4)))
    entry[where : where + size] = random.choice(SIDES).to_bytes(8, "little")[:size]
    return content[:at] + bytes(entry) + content[at + 12 :]


def _webp(random: Random, content: bytes) -> bytes:
    data = bytearray(content)
    at = random.randrange(4, min(40, len(data)))
    data[at : at + 4] = random.choice(SIDES).to_bytes(8, "little")[:4]
    return bytes(data)


_HEADERS = {"PNG": _png, "JPEG": _jpeg, "TIFF": _tiff, "WEBP": _webp}
