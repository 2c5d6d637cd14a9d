"""The frames of a video: layers of a scene, drawn once, moved as pixels, one over the other.

Cairo moves and lays over in one step, to a 65,536th of a pixel, in 4 ms for a layer of 1920 × 1080; Pillow's, libvips'
and NumPy's ways took 15 to 23 ms for each plane of it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.canvas.libcairo import cairocffi
from engine.export import raster
from engine.export.pdf.marked_layers import LAYERS, Layer
from engine.export.video.timeline import Timeline, eased
from engine.scene import Scene

type Pixels = NDArray[np.uint8]
"""Rows of px, each blue, green, red and alpha, colours multiplied by alpha."""

OVERSAMPLING = 16 / 15  # of drawn layers: the push-in never enlarges their pixels
PADDING = 2  # transparent px around what a layer shows, so that its edge stays smooth where it is moved


@dataclass(frozen=True, slots=True)
class Move:
    """How a layer moves as the camera does: it grows to `zoom` and goes `pan` of the width aside.

    What is near moves more than what is far. `pan` is at most half of what the zoom adds, or an edge would come into
    the frame. `rise` are the seconds in which a layer comes up from `dim` of its strength.
    """

    zoom: float
    pan: float = 0.0
    dim: float = 1.0
    rise: float = 1.0


MOVES: dict[Layer, Move] = {
    "ground": Move(1.026, pan=0.008),
    "light": Move(1.044, pan=0.014, dim=0.4, rise=2.4),
    "ornament": Move(1.062, pan=0.024),
    "lettering": Move(1.02),
}
REVEAL_AT, REVEAL = 0.45, 1.25  # seconds after the scene's begin, and until the last letter stands there
SLANT = 0.7  # how much later lower lines come, in their distance to the right edge
FEATHER = 0.22  # of the lettering's width, over which it comes up
GLEAM_AT, GLEAM = 1.75, 1.5  # seconds
BRIGHT = 0.45  # of white
GRAIN = 3  # of 255: the steps of a wide gradient, which the encoder makes coarser, drown in it
GLEAM_LIGHT, GLEAM_HALF = 0.42, 0.14  # how much of the way to white in its middle; half its breadth, of the width


class Camera(NamedTuple):
    """How near the camera has come, from 0 to 1, and how far it has gone aside, from -1 to 1."""

    near: float
    aside: float

    @classmethod
    def of(cls, scene: int, scenes: int, share: float) -> Camera:
        """Where it is `share` of the way through a scene.

        It comes nearer and goes to the side where the words are, the other way in every other scene; in the last it
        draws back and rests.
        """
        if scene == scenes - 1 > 0:
            return cls(1 - eased(share), 0.0)
        return cls(share, share if scene % 2 else -share)


class Size(NamedTuple):
    """A frame's width and height in px, both even."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sprite:
    """What a layer shows: its px, and where they stand in the drawn layer, which is `full` px large."""

    full: tuple[int, int]
    left: int
    top: int
    pixels: Pixels

    @property
    def is_whole(self) -> bool:
        """Whether it covers the frame without a gap."""
        height, width = self.pixels.shape[:2]
        return (width, height) == self.full and bool(self.pixels[..., 3].min() == 255)

    @property
    def is_bright(self) -> bool:
        """Whether it is of the colours on which a gleam is seen: on dark letters it would look like a gap."""
        colours, cover = self.pixels[..., :3].mean(dtype=float), self.pixels[..., 3].mean(dtype=float)
        return bool(colours > BRIGHT * cover)


def draw_sprite(scene: Scene, size: Size, path: Path) -> None:
    """Draws a layer for frames of a size and keeps it in the folder `path`."""
    sprite = _cropped(raster.draw(scene, *(ceil(side * OVERSAMPLING) for side in size)).numpy())
    path.mkdir(parents=True)
    _keep(path / "place.npy", np.array([*sprite.full, sprite.left, sprite.top]))
    _keep(path / "pixels.npy", sprite.pixels)


def _keep(path: Path, array: NDArray[Any]) -> None:
    written = io.BytesIO()  # NumPy doesn't say why a file can't be written
    np.save(written, array)
    path.write_bytes(written.getbuffer())


@lru_cache(maxsize=2 * len(LAYERS))  # the layers of a dissolve
def _kept(path: Path) -> tuple[Sprite, Any, bool]:
    """A sprite that `draw_sprite` has kept, its pattern, and whether it is bright."""
    width, height, left, top = (int(number) for number in np.load(path / "place.npy"))
    sprite = Sprite((width, height), left, top, np.load(path / "pixels.npy"))
    rows, columns = sprite.pixels.shape[:2]
    kind = cairocffi.FORMAT_RGB24 if sprite.is_whole else cairocffi.FORMAT_ARGB32
    pattern = cairocffi.SurfacePattern(
        cairocffi.ImageSurface.create_for_data(memoryview(sprite.pixels).cast("B"), kind, columns, rows, 4 * columns)
    )
    pattern.set_filter(cairocffi.FILTER_BILINEAR)
    pattern.set_extend(cairocffi.EXTEND_PAD if sprite.is_whole else cairocffi.EXTEND_NONE)
    return sprite, pattern, sprite.is_bright


def _cropped(picture: Pixels) -> Sprite:
    """A drawn layer in Cairo's order of bands, without the transparent px around what it shows."""
    height, width, bands = picture.shape
    alpha = picture[..., 3] if bands == 4 else np.full((height, width), 255, np.uint8)
    left, right = _extent(alpha.any(axis=0))
    top, bottom = _extent(alpha.any(axis=1))
    shown = alpha[top:bottom, left:right, None]
    colours = picture[top:bottom, left:right, 2::-1].astype(np.uint16) * shown
    pixels = np.concatenate([((colours + 127) // 255).astype(np.uint8), shown], axis=2)
    return Sprite((width, height), left, top, pixels)


def _extent(shown: NDArray[np.bool_]) -> tuple[int, int]:
    """First and last px of a side that show anything, padded; one px where none does."""
    found = np.flatnonzero(shown)
    return (max(0, int(found[0]) - PADDING), min(shown.size, int(found[-1]) + 1 + PADDING)) if found.size else (0, 1)


# --- frames


@dataclass(frozen=True, slots=True)
class Video:
    """The scenes of a video: the folders of their layers' sprites, from back to front, and when each is shown."""

    size: Size
    timeline: Timeline
    scenes: tuple[tuple[Path, ...], ...]

    def frames(self, first: int, last: int) -> Iterator[Pixels]:
        """Frames from the first to before the last. Each has the memory of the one before."""
        (below, canvas), (above, other) = _surface(self.size), _surface(self.size)
        grain = _grain(self.size)
        for number in range(first, last):
            under, *over = self.timeline.shown(number)
            self._draw(canvas, under.scene, under.seconds)
            for shown in over:
                self._draw(other, shown.scene, shown.seconds)
                canvas.set_source_surface(other.get_target())
                canvas.paint_with_alpha(shown.share)
            canvas.set_source(grain)
            canvas.set_operator(cairocffi.OPERATOR_ADD)
            canvas.paint()
            canvas.set_operator(cairocffi.OPERATOR_OVER)
            canvas.get_target().flush()
            yield below
        del above

    def _draw(self, canvas: Any, scene: int, seconds: float) -> None:
        canvas.set_source_rgb(0, 0, 0)
        canvas.paint()
        camera = Camera.of(scene, len(self.scenes), seconds / self.timeline.scene_seconds(scene))
        for layer, path in zip(LAYERS, self.scenes[scene], strict=True):
            sprite, pattern, gleams = _kept(path)
            _Placed.of(sprite, pattern, MOVES[layer], camera, self.size).draw(canvas, layer, seconds, gleams=gleams)


def _surface(size: Size) -> tuple[Pixels, Any]:
    """The px of a frame, opaque, and what draws on them."""
    pixels = np.zeros((size.height, size.width, 4), np.uint8)
    surface = cairocffi.ImageSurface.create_for_data(
        memoryview(pixels).cast("B"), cairocffi.FORMAT_RGB24, size.width, size.height, 4 * size.width
    )
    return pixels, cairocffi.Context(surface)


@lru_cache(maxsize=1)
def _grain(size: Size) -> Any:
    """Fine grain, alike in all frames and videos."""
    levels = np.random.RandomState(7).randint(0, GRAIN + 1, (size.height, size.width, 1)).astype(np.uint8)
    pixels = np.repeat(levels, 4, axis=2)
    return cairocffi.SurfacePattern(
        cairocffi.ImageSurface.create_for_data(
            memoryview(pixels).cast("B"), cairocffi.FORMAT_RGB24, size.width, size.height, 4 * size.width
        )
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sprite's pattern where it is in a frame, and the box there that it fills, in px."""

    pattern: Any
    right: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, sprite: Sprite, pattern: Any, move: Move, camera: Camera, size: Size) -> _Placed:
        """Its place where the camera is: enlarged about the frame's middle, then moved."""
        zoom, aside = 1 + (move.zoom - 1) * camera.near, move.pan * camera.aside * size.width
        fine = sprite.full[0] / size.width, sprite.full[1] / size.height
        middle = size.width / 2 + aside, size.height / 2
        # A pattern's matrix leads from the frame back to the pattern.
        across, down = (
            (ratio / zoom, (side / 2 - at / zoom) * ratio - start)
            for ratio, side, at, start in zip(fine, size, middle, (sprite.left, sprite.top), strict=True)
        )
        pattern.set_matrix(cairocffi.Matrix(across[0], 0, 0, down[0], across[1], down[1]))
        rows, columns = sprite.pixels.shape[:2]
        return cls(
            pattern,
            right=(columns - across[1]) / across[0],
            top=-down[1] / down[0],
            width=columns / across[0],
            height=rows / down[0],
        )

    def draw(self, canvas: Any, layer: Layer, seconds: float, *, gleams: bool) -> None:
        """Lays it over the frame: light as it comes up, lettering as it is written."""
        move = MOVES[layer]
        canvas.set_source(self.pattern)
        if layer != "lettering" or seconds >= REVEAL_AT + REVEAL:
            canvas.paint_with_alpha(move.dim + (1 - move.dim) * eased(seconds / move.rise))
        elif seconds > REVEAL_AT:
            canvas.mask(self._written(eased((seconds - REVEAL_AT) / REVEAL)))
        if layer == "lettering" and gleams and GLEAM_AT < seconds < GLEAM_AT + GLEAM:
            canvas.set_source(self._gleam(eased((seconds - GLEAM_AT) / GLEAM)))
            canvas.mask(self.pattern)

    @property
    def _way(self) -> float:
        """How far it is, in px, from the first letter, upper right, to the last one."""
        return self.width + SLANT * self.height

    def _written(self, share: float) -> Any:
        """What is there of the lettering: from right to left, upper lines first."""
        feather = FEATHER * self.width
        edge = share * (self._way + feather)
        mask = self._across(edge - feather, edge)
        mask.add_color_stop_rgba(0, 0, 0, 0, 1)
        mask.add_color_stop_rgba(1, 0, 0, 0, 0)
        return mask

    def _gleam(self, share: float) -> Any:
        """A band of light on its way from right to left."""
        half = GLEAM_HALF * self.width
        middle = share * (self._way + 2 * half) - half
        band = self._across(middle - half, middle + half)
        for at, light in ((0, 0.0), (0.25, 0.3), (0.5, 1.0), (0.75, 0.3), (1, 0.0)):
            band.add_color_stop_rgba(at, 1, 1, 1, light * GLEAM_LIGHT)
        return band

    def _across(self, start: float, end: float) -> Any:
        """A gradient between two distances on the way of the letters."""
        points = ((self.right - at / (1 + SLANT**2), self.top + SLANT * at / (1 + SLANT**2)) for at in (start, end))
        return cairocffi.LinearGradient(*(value for point in points for value in point))
