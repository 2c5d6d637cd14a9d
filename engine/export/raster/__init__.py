"""Artworks as pictures with their resolution: PNG, JPEG, WebP and TIFF in sRGB, JPEG and TIFF also in inks.

Cairo draws in strips, of which a few exist at a time, while libvips writes the ones before. librsvg (in libvips) is
as fast up to 1080 px and slower above, for libvips has it draw everything again for each tile of 2000 px; and it
punches holes where the shapes of a clip overlap. So it draws only what Cairo can't (canvas/effects.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pyvips

from engine.canvas import librsvg
from engine.canvas.canvas import onto
from engine.canvas.here import has_cairo
from engine.canvas.pictured import without_filters
from engine.formats import MM_PER_INCH
from engine.scene import Scene
from engine.scene.layers import layers
from engine.scene.united import without_overlaps
from engine.scene.write import svg as written
from engine.svg import Box, parse

if TYPE_CHECKING:
    from engine.export.press.icc import Press

type PictureType = Literal["png", "jpg", "webp", "tif"]

WHITE = [255, 255, 255]
MOST_CODED = 30_000_000  # px of a JPEG whose codes fit it: libjpeg holds all of it in memory to find them

# Of a dozen pieces at 2160 px: filter “none” makes smaller files than the others on drawings, which are flat or
# smooth, in half the time; level 5 takes a fifth less time than libvips' level 6 for files 3% larger, which still are
# under rsvg-convert's.
_SAVE: dict[PictureType, tuple[str, dict[str, Any]]] = {
    "png": ("pngsave", {"compression": 5, "filter": "none"}),
    # Red lettering on blue needs its full colour: no subsampling
    "jpg": ("jpegsave", {"Q": 92, "subsample_mode": "off", "background": WHITE}),
    "webp": ("webpsave", {"Q": 92, "smart_subsample": True}),
    "tif": ("tiffsave", {"compression": "deflate", "predictor": "horizontal", "resunit": "inch"}),
}


# What carries inks. LZW is what every RIP reads.
_SAVE_INKS: dict[PictureType, tuple[str, dict[str, Any]]] = {
    "jpg": ("jpegsave", {"Q": 92, "subsample_mode": "off"}),
    "tif": ("tiffsave", {"compression": "lzw", "predictor": "horizontal", "resunit": "inch"}),
}


def write(
    scene: Scene,
    path: Path,
    width: int,
    height: int,
    *,
    kind: PictureType,
    ppi: float,
    view: Box | None = None,
    press: Press | None = None,
) -> None:
    """Writes a scene, or the part of its user space that `view` names, as a picture of width × height px.

    For a `press`, JPEG and TIFF are in its inks, on white paper where the artwork is not opaque. The same input gives
    the same bytes. Raises BadInput for what can't be drawn, OSError for what can't be written.
    """
    save, options = _SAVE_INKS[kind] if press else _SAVE[kind]
    if kind == "jpg":
        options = options | {"optimize_coding": width * height <= MOST_CODED}

    def written(picture: pyvips.Image) -> None:
        mixed = (
            press.picture(picture.flatten(background=WHITE) if picture.hasalpha() else picture) if press else picture
        )
        tagged = mixed.copy(xres=ppi / MM_PER_INCH, yres=ppi / MM_PER_INCH)
        getattr(tagged, save)(str(path), profile=press.profile if press else "srgb", **options)

    with saving(path):
        _with_picture(scene, width, height, view, written)


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turns libvips' failure to write a picture into an OSError."""
    try:
        yield
    except pyvips.Error as error:
        told = str(error).strip()
        reason = re.search("system error: (.+)", told)  # the first one; what follows from it is called unknown
        raise OSError(None, reason[1] if reason else told.splitlines()[-1], str(path)) from None


def draw(scene: Scene, width: int, height: int, *, view: Box | None = None) -> pyvips.Image:
    """The picture in memory, in sRGB: three bands where all of it is opaque, else four."""
    return _with_picture(scene, width, height, view, pyvips.Image.copy_memory)


def draw_by_layers(scene: Scene, width: int, height: int, *, view: Box) -> pyvips.Image:
    """As `draw`, each layer by itself and remembered: for the small pictures of many pieces, all in memory."""
    if not has_cairo():
        return _by_librsvg(scene, width, height, view)
    from engine.canvas.cells import cell
    from engine.canvas.libcairo import cairocffi
    from engine.export.raster import strips

    surface = cairocffi.ImageSurface(cairocffi.FORMAT_ARGB32, width, height)
    context = cairocffi.Context(surface)
    for layer in layers(scene):
        drawn = cell(layer, view, width, height)
        context.set_source_surface(drawn.surface, drawn.left, drawn.top)
        context.paint()
    surface.flush()
    pixels = bytes(surface.get_data())
    picture = pyvips.Image.new_from_memory(pixels, width, height, strips.BYTES_PER_PIXEL, "uchar")
    return (rgb(picture) if strips.is_opaque(pixels) else _rgba(picture)).copy_memory()


def _with_picture[T](scene: Scene, width: int, height: int, view: Box | None, use: Callable[[pyvips.Image], T]) -> T:
    """What `use` returns for the picture, which it must read once and from top to bottom."""
    if not has_cairo():
        return use(_by_librsvg(scene, width, height, view))
    from engine.canvas.cairo import record
    from engine.export.raster import strips

    recording = record(scene, view or scene.user_space, width, height)
    try:
        with strips.StripSource(recording, width, height, opaque=True) as drawn:
            return use(rgb(drawn))
    except strips.NotOpaqueError:
        with strips.StripSource(recording, width, height, opaque=False) as drawn:
            return use(_rgba(drawn))


def _by_librsvg(scene: Scene, width: int, height: int, view: Box | None) -> pyvips.Image:
    """The picture, all of it in memory, where Cairo is missing."""
    shown = view or scene.user_space
    root = without_filters(scene, onto(shown, width, height), width, height)
    source = written(without_overlaps(root), shown, width, height)
    drawn = librsvg.draw(parse(source, "artwork").getroot(), shown, shown, width, height)
    return drawn.extract_band(0, n=3) if drawn.extract_band(3).min() == 255 else drawn


def rgb(bgra: pyvips.Image) -> pyvips.Image:
    """Cairo's opaque pixels as libvips has them."""
    blue, green, red, _ = bgra.bandsplit()
    return red.bandjoin([green, blue]).copy(interpretation="srgb")


def _rgba(bgra: pyvips.Image) -> pyvips.Image:
    """Cairo's premultiplied pixels as libvips writes them."""
    mixed = rgb(bgra).bandjoin(bgra.extract_band(3)).copy(interpretation="srgb")
    return mixed.unpremultiply().rint().cast("uchar")
