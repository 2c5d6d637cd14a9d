"""Pictures in a PDF: photographs as the JPEGs that they are, all else packed, what is transparent as soft masks."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from pikepdf import Dictionary, Name, Object, Pdf, Stream
from PIL import Image

from engine.canvas.pdf_colours import Colours
from engine.pictures import header
from engine.scene.pictures import is_on_its_side, opened

type Pixels = npt.NDArray[np.uint8]  # rows × columns × bands
type Size = tuple[float, float]  # of a picture where it is shown: its width and height in inches

_ROWS = 256  # that are packed at once


@dataclass(slots=True)
class _Shown:
    """A picture in the document, and how large it is shown at most."""

    stream: Stream
    colours: Colours
    size: Size


class Pictures:
    """The pictures of a document. How large each is shown is known when all is drawn, and then it is packed."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self._shown: dict[tuple[bytes, bool, int], _Shown] = {}
        self._made: list[_Shown] = []

    def embedded(self, data: bytes, *, smooth: bool, colours: Colours, size: Size) -> Object:
        """The picture of a file, which is embedded once. Raises BadInput where it can't be read or is too large."""
        key = data, smooth, id(colours)
        if key not in self._shown:
            self._shown[key] = self._added(_from_file(self._document, data), smooth, colours)
        shown = self._shown[key]
        shown.size = max(shown.size[0], size[0]), max(shown.size[1], size[1])
        return shown.stream

    def drawn(self, rgba: Pixels, *, colours: Colours, size: Size) -> Object:
        """A picture that was drawn for this document, its colours multiplied by alpha."""
        shown = self._added(_from_pixels(self._document, _divided(rgba)), True, colours)
        shown.size = size
        return shown.stream

    def _added(self, stream: Stream, smooth: bool, colours: Colours) -> _Shown:
        stream.Interpolate = smooth
        shown = _Shown(stream, colours, (0.0, 0.0))
        self._made.append(shown)
        return shown

    def finish(self) -> None:
        """Turns all into the colours that they are shown in, and packs them."""
        for shown in self._made:
            shown.colours.convert(shown.stream, shown.size)
            pack(shown.stream)


def pixels_of(stream: Stream) -> Pixels:
    """The pixels of a picture's stream in red, green and blue."""
    if stream.get("/Filter") == Name.DCTDecode:
        return np.asarray(Image.open(io.BytesIO(stream.read_raw_bytes())).convert("RGB"))
    pixels = np.frombuffer(stream.read_bytes(), np.uint8).reshape(int(stream.Height), int(stream.Width), -1)
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)


def pack(stream: Stream) -> None:
    """Packs pixels that are not, each as its difference from the one to its left (TIFF's way: ISO 32000-1, 7.4.4.4)."""
    if "/Filter" in stream:
        return
    width, height = int(stream.Width), int(stream.Height)
    data = stream.read_bytes()
    bands = len(data) // (width * height)
    pixels = np.frombuffer(data, np.uint8).reshape(height, width, bands)
    packer, packed = zlib.compressobj(), list[bytes]()
    for top in range(0, height, _ROWS):
        packed.append(packer.compress(differences(pixels[top : top + _ROWS]).tobytes()))
    parms = Dictionary(Predictor=2, Colors=bands, BitsPerComponent=8, Columns=width)
    stream.write(b"".join((*packed, packer.flush())), filter=Name.FlateDecode, decode_parms=parms)


def differences(pixels: Pixels) -> Pixels:
    """Each pixel as its difference from the one to its left."""
    found = pixels.copy()
    found[:, 1:] -= pixels[:, :-1]
    return found


def _divided(rgba: Pixels) -> Pixels:
    """Pixels whose colours are multiplied by alpha, as they are without it."""
    alpha = np.maximum(rgba[..., 3:].astype(np.uint16), 1)
    colours = (rgba[..., :3].astype(np.uint16) * 255 + alpha // 2) // alpha
    return np.dstack((np.minimum(colours, 255).astype(np.uint8), rgba[..., 3]))


def _from_file(document: Pdf, data: bytes) -> Stream:
    head = opened(data, header)
    if head.format == "JPEG" and head.mode in ("RGB", "L") and not is_on_its_side(head):
        opened(data)  # which is refused where it is broken
        space = Name.DeviceRGB if head.mode == "RGB" else Name.DeviceGray
        return _image(document, data, head.size, space, Filter=Name.DCTDecode)
    return _from_pixels(document, np.asarray(opened(data).convert("RGBA")))


def _from_pixels(document: Pdf, rgba: Pixels) -> Stream:
    height, width = rgba.shape[:2]
    stream = _image(document, np.ascontiguousarray(rgba[..., :3]).tobytes(), (width, height), Name.DeviceRGB)
    alpha = np.ascontiguousarray(rgba[..., 3])
    if alpha.min(initial=255) < 255:
        mask = _image(document, alpha.tobytes(), (width, height), Name.DeviceGray)
        pack(mask)
        stream.SMask = mask
    return stream


def _image(document: Pdf, data: bytes, size: tuple[int, int], space: Object, **entries: Any) -> Stream:
    return Stream(
        document,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=space,
        BitsPerComponent=8,
        **entries,
    )
