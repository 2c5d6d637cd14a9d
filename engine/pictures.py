"""The door for pictures from anywhere: looked at by their headers, then decoded, or refused in a word."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 64_000_000  # a sheet's: three copies of them in four channels are in memory at once
MOST_HALVED = 170_000_000  # of a camera's JPEG, which is then read at half its size

_ORIENTATION = 0x0112  # of Exif; 1 is upright


class NoPicture(Exception):
    """The bytes begin like no picture that can be read."""


class HugePicture(Exception):
    """By its header, a picture has more pixels than can be shown."""


class BrokenPicture(Exception):
    """A picture that can't be decoded; the text says why."""


def header(content: bytes, formats: Collection[str] | None = None) -> Image:
    """A picture of which no pixel has been decoded. Raises NoPicture, HugePicture, BrokenPicture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with _quiet():
            image = Image.open(BytesIO(content), formats=None if formats is None else list(formats))
    except UnidentifiedImageError:
        raise NoPicture from None
    except Image.DecompressionBombError:
        raise HugePicture from None
    except Exception as error:  # of Pillow's alone: whatever it stumbles over is the picture's fault
        raise BrokenPicture(_reason(error)) from None
    if image.width * image.height > MOST_PIXELS:
        _halve(image)
    return image


def _halve(image: Image) -> None:
    """Has a camera's JPEG decoded at half its size, as it can be without ever being whole; it has no format then."""
    if image.format != "JPEG" or image.info.get("progressive") or image.width * image.height > MOST_HALVED:
        raise HugePicture
    image.draft(image.mode, (image.width // 2, image.height // 2))
    image.format = None


def decoded(content: bytes, formats: Collection[str] | None = None) -> Image:
    """A picture with its pixels, upright; one that was turned for it has no format. Raises as `header` does."""
    from PIL import ImageOps

    image = header(content, formats)
    try:
        with _quiet():
            image.load()
    except Exception as error:  # of Pillow's alone
        raise BrokenPicture(_reason(error)) from None
    with suppress(Exception), _quiet():  # of Pillow's alone: Exif that can't be read says nothing
        if image.getexif().get(_ORIENTATION, 1) != 1:
            ImageOps.exif_transpose(image, in_place=True)
            image.format = None
    return image


@contextmanager
def _quiet() -> Iterator[None]:
    """Without Pillow's warnings, which speak of Python's modules to whoever has a photograph."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
