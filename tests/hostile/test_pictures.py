"""Pictures from anywhere, photographs and parts of drawings: used, or refused in a sentence before they are decoded."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from engine.briefs.photographs import Caption, Crop, Photograph, Source, prepared
from engine.canvas.surfaces import decoded_file
from engine.errors import BadInput
from engine.pictures import MOST_PIXELS, HugePicture, header
from engine.templates.pictures import picture_content

CROP = Crop("square", 60, 60)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes, width: int = 80, height: int = 80, bits: int = 8, colour: int = 2) -> bytes:
    """A PNG of black, with other chunks before its pixels."""
    begins = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    pixels = zlib.compress(bytes((3 * 80 + 1) * 80)) if width == 80 else b""
    return b"\x89PNG\r\n\x1a\n" + begins + b"".join(chunks) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


PLAIN = Image.new("RGB", (90, 80), (200, 40, 60))
BOMB = zlib.compress(bytes(60_000_000), 9)
REFUSED = {
    "thirteen-thousand-squared": png(width=13_000, height=13_000, bits=1, colour=0),
    "two-thousand-million-squared": png(width=2_000_000_000, height=2_000_000_000),
    "cut-short": saved(Image.effect_noise((90, 80), 99), "JPEG")[:700],
    "text-without-end": png(chunk(b"zTXt", b"a\0\0" + BOMB)),
    "a-profile-without-end": png(chunk(b"iCCP", b"a\0\0" + BOMB)),
    "a-chunk-longer-than-the-file": png()[:33] + b"\xff\xff\xff\xffIDAT",
    "a-progressive-jpeg-of-a-hundred-million-pixels": saved(PLAIN, "JPEG", progressive=True).replace(
        struct.pack(">HH", 80, 90), struct.pack(">HH", 10_000, 10_000)
    ),
    "tiff-of-nothing": b"II*\0\x08\0\0\0\0\0",
    "webp-of-nothing": b"RIFF\x20\0\0\0WEBPVP8 \0\0\0\0",
}
USED = {
    "exif-nonsense": saved(PLAIN, "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + bytes(range(256))),
    "a-profile-of-nonsense": saved(PLAIN, "JPEG", icc_profile=b"no profile" * 40),
    "a-profile-of-another-kind": saved(
        PLAIN, "JPEG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    ),
    "cmyk": saved(PLAIN.convert("CMYK"), "JPEG"),
    "sixteen-bits": saved(Image.new("I;16", (90, 80), 30_000), "PNG"),
    "palette-with-transparency": saved(Image.new("P", (90, 80)), "PNG", transparency=0),
    "numbers": saved(Image.new("F", (90, 80), 0.5), "TIFF"),
    "three-frames": saved(PLAIN, "WEBP", save_all=True, append_images=[PLAIN, PLAIN]),
    "one-bit": saved(Image.new("1", (90, 80)), "TIFF", compression="group4"),
}


def photograph(content: bytes, folder: Path) -> Photograph:
    (folder / "a.jpg").write_bytes(content)
    return prepared(Source(folder / "a.jpg", Caption(file="a.jpg")), CROP)[0]


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_it_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"a\.jpg: the photograph|a\.jpg: this is no photograph"):
        photograph(content, tmp_path)
    with pytest.raises(BadInput, match="an embedded picture"):
        decoded_file(content)
    (tmp_path / "b.png").write_bytes(content)
    with pytest.raises(BadInput, match=r"b\.png: th"):
        picture_content(tmp_path / "b.png")


def test_a_template_s_picture_has_a_limit_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(width=5001, height=5000, bits=1, colour=0))
    with pytest.raises(BadInput, match=r"a\.png: the picture has more than 25 million pixels"):
        picture_content(tmp_path / "a.png")


@pytest.mark.parametrize("content", USED.values(), ids=USED)
def test_it_is_used(content: bytes, tmp_path: Path) -> None:
    assert photograph(content, tmp_path).width
    assert decoded_file(content).get_width() in (80, 90)


def test_a_camera_s_jpeg_is_read_at_half_its_size_rather_than_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.pictures.MOST_PIXELS", 5000)
    halved = header(saved(PLAIN, "JPEG"))
    assert (halved.size, halved.format) == ((45, 40), None)
    with pytest.raises(HugePicture):
        header(saved(PLAIN, "PNG"))


def test_a_huge_picture_costs_no_memory(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(BadInput):
        photograph(REFUSED["thirteen-thousand-squared"], tmp_path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_PIXELS // 1024
