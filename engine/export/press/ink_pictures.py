"""Pictures of a PDF in inks, and no finer than the press shows."""

from __future__ import annotations

import pyvips
from pikepdf import Array, Name, Stream

from engine.errors import BadInput
from engine.export.press.icc import Press

FINEST_PPI = 300.0  # at true size: twice the screen ruling of good offset print
_MUCH_FINER = 1.1  # a picture that is hardly finer loses more by resampling than it saves
_QUALITY = 92  # of photographs, as engine/export/raster has it


def convert_picture(stream: Stream, press: Press, size: tuple[float, float], ppi: float) -> None:
    """Puts a picture into inks, and where it lies finer than `ppi` on its `size` in inches, makes it as fine as that.

    A photograph stays a JPEG. What is in inks already stays what it is. Raises BadInput for what can't be read.
    """
    if stream.get("/ColorSpace") not in ("/DeviceRGB", "/DeviceGray") or stream.get("/BitsPerComponent") != 8:
        return
    is_photograph = stream.get("/Filter") == "/DCTDecode"
    try:
        picture = _reduced(_picture(stream, is_photograph), size, ppi)
        inks = press.picture(picture)
        data = _photograph(inks) if is_photograph else bytes(inks.write_to_memory())
    except pyvips.Error as error:
        raise BadInput.of(
            "an embedded picture can't be read ({reason})",
            todo="convert it",
            reason=str(error).strip().splitlines()[-1],
        ) from None
    stream.write(data, filter=Name.DCTDecode if is_photograph else None)
    stream.Width, stream.Height = picture.width, picture.height
    stream.ColorSpace = Name.DeviceCMYK
    if is_photograph:  # Adobe's way round, which libvips writes
        stream.Decode = Array([1, 0] * 4)


def _picture(stream: Stream, is_photograph: bool) -> pyvips.Image:
    if is_photograph:
        return pyvips.Image.new_from_buffer(stream.read_raw_bytes(), "").colourspace("srgb")
    bands = 3 if stream.ColorSpace == "/DeviceRGB" else 1
    pixels = stream.read_bytes()
    picture = pyvips.Image.new_from_memory(pixels, int(stream.Width), int(stream.Height), bands, "uchar")
    return picture.copy(interpretation="srgb" if bands == 3 else "b-w").colourspace("srgb")


def _reduced(picture: pyvips.Image, size: tuple[float, float], ppi: float) -> pyvips.Image:
    if not min(size):
        return picture
    finer = min(picture.width / size[0], picture.height / size[1]) / ppi
    return picture.resize(1 / finer) if finer > _MUCH_FINER else picture


def _photograph(inks: pyvips.Image) -> bytes:
    plain = inks.copy()
    plain.remove("icc-profile-data")  # the document's is the same
    data: bytes = plain.jpegsave_buffer(Q=_QUALITY, subsample_mode="off", optimize_coding=True)
    return data
