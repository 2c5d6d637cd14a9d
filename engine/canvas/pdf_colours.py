"""How a PDF says colours: what turns a scene's sRGB into the parts that stand in its operators."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
from pikepdf import Array, Name, Stream

from engine.canvas.luminance import WEIGHTS, linear_light
from engine.scene.model import Rgba, Solid, Stop

type Parts = tuple[float, ...]

_LINEAR_STEPS = 17  # samples of a stretch of a gradient whose luminance is taken in linear light


class Colours(ABC):
    """One way to say colours. `space` is the name of the device's space that its parts are of."""

    space: str

    @abstractmethod
    def flat(self, paint: Solid) -> Parts:
        """The parts of one colour."""

    @abstractmethod
    def ramp(self, start: Stop, end: Stop) -> Sequence[Parts]:
        """The parts of the colours from one stop to the next: two or more, evenly spaced, with straight lines
        between."""

    @abstractmethod
    def convert(self, picture: Stream, size: tuple[float, float]) -> None:
        """Turns a picture's stream, which is in red, green and blue or grey, into this space. `size` is how large it
        is shown at most, in inches."""

    def separation(self, paint: Solid) -> Array | None:
        """The space of an ink on a plate of its own, where that is what prints the paint."""
        return None

    def overprints(self, paint: Solid) -> bool:
        """Whether the paint leaves the inks beneath it as they are."""
        return False


class Light(Colours):
    """Red, green and blue as the scene has them."""

    space = "DeviceRGB"

    def flat(self, paint: Solid) -> Parts:
        return paint.color[:3]

    def ramp(self, start: Stop, end: Stop) -> Sequence[Parts]:
        return start.color[:3], end.color[:3]

    def convert(self, picture: Stream, size: tuple[float, float]) -> None:
        """It is in this space already."""


class Opacity(Colours):
    """For a soft mask: how opaque a paint is, as grey."""

    space = "DeviceGray"

    def flat(self, paint: Solid) -> Parts:
        return (paint.color[3],)

    def ramp(self, start: Stop, end: Stop) -> Sequence[Parts]:
        return (start.color[3],), (end.color[3],)

    def convert(self, picture: Stream, size: tuple[float, float]) -> None:
        raise NotImplementedError("only paints have an opacity of their own")


class Luminance(Colours):
    """For a mask: luminance as grey. Where all is laid over one another as it is, that of the whole comes out alike,
    for both are sums."""

    space = "DeviceGray"

    def __init__(self, *, linear: bool) -> None:
        self._linear = linear

    def flat(self, paint: Solid) -> Parts:
        return (self._grey(paint.color),)

    def ramp(self, start: Stop, end: Stop) -> Sequence[Parts]:
        if not self._linear:
            return (self._grey(start.color),), (self._grey(end.color),)
        between = np.linspace(start.color, end.color, _LINEAR_STEPS)
        return [(self._grey(rgba),) for rgba in between.tolist()]

    def convert(self, picture: Stream, size: tuple[float, float]) -> None:
        from engine.canvas.pdf_pictures import pixels_of

        colours = pixels_of(picture) / 255
        levels = (linear_light(colours) if self._linear else colours) @ np.array(WEIGHTS)
        picture.write(np.rint(levels * 255).astype(np.uint8).tobytes())
        picture.ColorSpace = Name.DeviceGray

    def _grey(self, rgba: Rgba) -> float:
        colours = np.array(rgba[:3])
        return float((linear_light(colours) if self._linear else colours) @ np.array(WEIGHTS))
