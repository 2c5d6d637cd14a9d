"""Pixels that are drawn while libvips already writes the ones before them.

libvips has no loader that takes raw pixels from a stream, but it reads an uncompressed TIFF from any source, strip
by strip. So the strips of a picture are given to it as such a TIFF, of which only the strip being read exists.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pyvips

from engine.canvas.libcairo import cairocffi

type Surface = Any  # a cairocffi.Surface

TILE_WIDTH = 16_384  # px; Cairo refuses surfaces wider than 32,767, and near that limit loses fills and groups
STRIP_BYTES = 1_000_000  # small strips stay in the processor's cache: 30% faster than one surface of 8000 px
BYTES_PER_PIXEL = 4
_AHEAD = 2  # strips that wait for libvips


def rows_per_strip(width: int) -> int:
    """How many rows of a picture are drawn at once; it follows from the width alone, so that bytes are the same."""
    return max(16, STRIP_BYTES // (width * BYTES_PER_PIXEL))


def _strips(recording: Surface, width: int, height: int) -> Iterator[bytearray]:
    """The pixels of a recorded drawing from top to bottom, as Cairo has them: premultiplied, BGRA in memory."""
    stride = width * BYTES_PER_PIXEL
    columns = [*range(0, width, TILE_WIDTH), width]
    for top in range(0, height, rows_per_strip(width)):
        rows = min(rows_per_strip(width), height - top)
        # Tiles side by side share the strip's memory; the spare row keeps the last row of a shifted tile inside it.
        pixels = bytearray(stride * (rows + (len(columns) > 2)))
        for left, right in pairwise(columns):
            tile = memoryview(pixels)[left * BYTES_PER_PIXEL :][: stride * rows]
            _replay(recording, tile, left, top, right - left, rows, stride)
        yield pixels[: stride * rows] if len(columns) > 2 else pixels


def _replay(recording: Surface, pixels: memoryview, left: int, top: int, width: int, rows: int, stride: int) -> None:
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, rows, data=pixels, stride=stride)
    context = cairocffi.Context(surface)
    context.set_operator(cairocffi.OPERATOR_SOURCE)  # replayed in place; OVER would draw beside and copy
    context.set_source_surface(recording, -left, -top)
    context.paint()
    surface.finish()


def is_opaque(strip: bytes | bytearray) -> bool:
    """Whether every pixel is."""
    alpha = strip[3::BYTES_PER_PIXEL]
    return alpha == b"\xff" * len(alpha)


class NotOpaqueError(Exception):
    """A picture that was taken for opaque shows a pixel that is not."""


class StripSource:
    """A TIFF of four bands that libvips reads while its strips are drawn in a thread of their own.

    Use as a context manager: leaving it stops the drawing and raises what went wrong in it. Where the picture is
    taken for opaque and is not, that is a NotOpaqueError.
    """

    def __init__(self, recording: Surface, width: int, height: int, *, opaque: bool) -> None:
        rows = rows_per_strip(width)
        self._header = memoryview(tiff_header(width, height, rows))
        self._size = len(self._header) + width * height * BYTES_PER_PIXEL
        self._chunk, self._chunk_at, self._at = self._header, 0, 0
        self._queue: Queue[memoryview | BaseException] = Queue(_AHEAD)
        self._stopped = False
        self.error: BaseException | None = None
        self._thread = Thread(target=self._draw, args=(_strips(recording, width, height), opaque), daemon=True)

    def __enter__(self) -> pyvips.Image:
        self._thread.start()
        self._source = pyvips.SourceCustom()
        self._source.on_read(self._read)
        self._source.on_seek(self._seek)
        return pyvips.Image.new_from_source(self._source, "", access="sequential")

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        while self._thread.is_alive():
            self._take_one()
        self._thread.join()
        if self.error:
            raise self.error

    def _take_one(self) -> None:
        with suppress(Empty):
            self._queue.get(timeout=0.05)

    def _draw(self, drawn: Iterator[bytearray], opaque: bool) -> None:
        try:
            for strip in drawn:
                if self._stopped:
                    return
                if opaque and not is_opaque(strip):
                    raise NotOpaqueError
                self._queue.put(memoryview(strip))
        except BaseException as error:
            self._queue.put(error)

    def _read(self, length: int) -> bytes:
        while self._at >= self._chunk_at + len(self._chunk) and self._at < self._size and not self.error:
            following = self._queue.get()
            if isinstance(following, BaseException):
                self.error = following
                break
            self._chunk_at += len(self._chunk)
            self._chunk = following
        offset = self._at - self._chunk_at
        if self.error or offset < 0:
            return b""
        part = self._chunk[offset : offset + length]
        self._at += len(part)
        return bytes(part)

    def _seek(self, offset: int, whence: int) -> int:
        self._at = offset + (0, self._at, self._size)[whence]
        return self._at


# TIFF 6.0 tags with the 64-bit offsets of BigTIFF, so that no picture is too large
_SHORT, _LONG, _LONG8 = 3, 4, 16
_FORMATS = {_SHORT: "H", _LONG: "I", _LONG8: "Q"}
_HEADER_SIZE = 16


def tiff_header(width: int, height: int, rows: int) -> bytes:
    """The header of an uncompressed TIFF with four bands of 8 bits, its strips right behind it."""
    heights = [min(rows, height - top) for top in range(0, height, rows)]
    counts = [width * BYTES_PER_PIXEL * each for each in heights]
    fields = {
        256: (_LONG, [width]),
        257: (_LONG, [height]),
        258: (_SHORT, [8, 8, 8, 8]),
        259: (_SHORT, [1]),  # no compression
        262: (_SHORT, [2]),  # RGB
        273: (_LONG8, [0] * len(counts)),
        277: (_SHORT, [4]),
        278: (_LONG, [rows]),
        279: (_LONG8, counts),
        284: (_SHORT, [1]),  # bands interleaved
        338: (_SHORT, [2]),  # the fourth band is alpha
    }
    first = len(_tiff_directory(fields))
    fields[273] = _LONG8, [first + sum(counts[:index]) for index in range(len(counts))]
    return _tiff_directory(fields)


def _tiff_directory(fields: dict[int, tuple[int, list[int]]]) -> bytes:
    behind = _HEADER_SIZE + 8 + 20 * len(fields) + 8  # where values stand that don't fit in their entry
    entries, values = b"", b""
    for tag, (kind, numbers) in fields.items():
        packed = struct.pack(f"<{len(numbers)}{_FORMATS[kind]}", *numbers)
        if len(packed) > 8:
            at = struct.pack("<Q", behind + len(values))
            values += packed
        else:
            at = packed.ljust(8, b"\0")
        entries += struct.pack("<HHQ", tag, kind, len(numbers)) + at
    header = struct.pack("<2sHHHQ", b"II", 43, 8, 0, _HEADER_SIZE)
    return header + struct.pack("<Q", len(fields)) + entries + struct.pack("<Q", 0) + values
