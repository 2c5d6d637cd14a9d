"""A proof: what a PDF in inks looks like on its paper, where its ink lies, and which colours the press can't print.

Ghostscript separates the PDF, as a RIP does; the profile is the one in the PDF's OutputIntent.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyvips
from PIL import ImageCms

from engine import gate
from engine.errors import BadInput, Place
from engine.export import raster
from engine.export.pdf import foreign
from engine.export.pdf.foreign import item, keys, opened
from engine.export.press.icc import Press
from engine.files import asked_for, workplace

HEIGHT = 1200  # px, of each picture in the proof
GAP = 24
SWATCH = 64
GRAY = [128, 128, 128]
SEEN = 3.0  # ΔE00 from which people see a difference beside the other
SMALLEST_SHARE = 0.001  # of the picture: less of a colour is not worth telling
MOST_COLOURS = 12
MOST_TIMES = 10  # the longer side of a page, of the shorter
LONGEST = 20  # s that Ghostscript may take; a year's posters take two or three
LARGEST_PROFILE = 32_000_000  # bytes
_STEPS = 16  # of each channel, to count colours
_PROGRAMS = ("gs", "gswin64c", "gswin32c")


@dataclass(frozen=True, slots=True)
class Lost:
    """A colour of the screen that the press prints as another: both as #rrggbb, how far off, on which part of it."""

    screen: str
    print: str
    difference: float
    share: float


@dataclass(frozen=True, slots=True)
class Proof:
    """`most_ink`: 3.0 is 300% on a spot. `coverage` of the sheet by C, M, Y and K, from 0 to 1."""

    profile: str
    most_ink: float
    coverage: tuple[float, float, float, float]
    lost: tuple[Lost, ...]


def proof(path: Path, output: Path, *, screen: Path | bytes | None = None, ink_limit: float = 3.0) -> Proof:
    """Writes a PNG of a PDF's first page, trimmed: on its paper, its ink, and first the `screen` picture if given,
    a file or the content of one.

    The map of the ink goes from white (none) over blue and green to red (the limit), and is black above that.
    Raises BadInput where Ghostscript is missing, the PDF names no press, or a file can't be read or written.
    """
    with asked_for(output) as partial, workplace(output) as folder:
        press = _press_of(path, folder / "press.icc")
        inks = _separated(path)
        pictures = [_on_paper(inks, press), _ink_map(inks, ink_limit)]
        lost: tuple[Lost, ...] = ()
        if screen:
            seen = _screen(screen, inks)
            pictures, lost = [seen, *pictures], _lost(seen, press)
        sheet = pyvips.Image.arrayjoin(pictures, across=len(pictures), shim=GAP, background=GRAY)
        sheet = _with_legend(sheet, inks.width, lost)
        with raster.saving(partial):
            sheet.pngsave(str(partial), compression=6)
        amounts = np.frombuffer(inks.write_to_memory(), np.uint8).reshape(-1, 4) / 255
        cyan, magenta, yellow, black = (float(each) for each in amounts.mean(axis=0))
        return Proof(press.name, float(amounts.sum(axis=1).max()), (cyan, magenta, yellow, black), lost)


def _with_legend(sheet: pyvips.Image, width: int, lost: Sequence[Lost]) -> pyvips.Image:
    """The sheet with, below the map, its colours from no ink to the limit, and at the left those that are lost.

    Of each the upper half is as on the screen, the lower as printed.
    """
    high = sheet.embed(0, 0, sheet.width, sheet.height + GAP + SWATCH, extend="background", background=GRAY)
    top = sheet.height + GAP // 2
    ramp = pyvips.Image.identity().resize(width / 256, vscale=SWATCH / 2).maplut(_ink_colours())
    high = high.insert(ramp.copy(interpretation="srgb"), sheet.width - width, top + SWATCH // 4)
    for number, each in enumerate(lost):
        for half, colour in enumerate((each.screen, each.print)):
            shown = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
            left, down = number * (SWATCH + GAP), top + half * SWATCH // 2
            high = high.draw_rect(shown, left, down, SWATCH, SWATCH // 2, fill=True)
    return high


def _press_of(path: Path, profile: Path) -> Press:
    """The press that a PDF names, its profile written to a file."""
    with opened(path) as document:
        for intent in foreign.intents(document):
            if "/DestOutputProfile" in keys(intent):
                profile.write_bytes(foreign.unpacked(item(intent, "/DestOutputProfile"), LARGEST_PROFILE))
                return _pressed(profile, path)
    raise BadInput.of("the PDF names no press", todo="make it as PDF/X-4", place=Place(path))


def _pressed(profile: Path, path: Path) -> Press:
    """The press of a profile that a PDF carries."""
    press = Press.of(profile)
    try:
        press.name  # noqa: B018
        press.inks(np.zeros((1, 3)))
    except (ImageCms.PyCMSError, OSError, pyvips.Error):
        raise BadInput.of(
            "the PDF's ICC profile is damaged", todo="save it with the shop's profile", place=Place(path)
        ) from None
    return press


def _separated(path: Path) -> pyvips.Image:
    """The amounts of the four inks on the trimmed first page."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise BadInput.of("a proof needs Ghostscript, which isn't installed", todo="install it from ghostscript.com")
    with opened(path) as document:
        page = foreign.pages(document)[0]
    box = page.trim or page.crop
    if not 1 / MOST_TIMES <= box.aspect <= MOST_TIMES:
        raise BadInput.of(
            "a proof is of a page at most {most} times as long as wide",
            todo="proof a part of it",
            place=Place(path),
            most=MOST_TIMES,
        )
    ppi = HEIGHT * 72 / (box.height * page.unit)
    first = ("-dFirstPage=1", "-dLastPage=1", "-dUseTrimBox", f"-r{ppi:.4f}", "-dGraphicsAlphaBits=4")
    told = ("-q", "-sstdout=%stderr")  # so that only the picture, a PAM, comes from it
    command = [program, *told, "-dSAFER", "-sDEVICE=pamcmyk32", *first, "-o", "-", str(path.absolute())]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        raise _undrawn(path) from None
    header, _, pixels = done.stdout.partition(b"ENDHDR\n")
    size = re.search(rb"WIDTH (\d+)\nHEIGHT (\d+)\n", header)
    if done.returncode or size is None:
        raise _undrawn(path)
    drawn = pyvips.Image.new_from_memory(pixels, int(size[1]), int(size[2]), 4, "uchar")
    return drawn.copy(interpretation="cmyk")


def _undrawn(path: Path) -> BadInput:
    return BadInput.of("Ghostscript can't draw the PDF", todo="check it with “naqsh check”", place=Place(path))


def _on_paper(inks: pyvips.Image, press: Press) -> pyvips.Image:
    """Absolute colours: the paper is as white as it is."""
    return inks.icc_transform("srgb", input_profile=press.profile, intent="absolute", depth=8).copy_memory()


def _ink_map(inks: pyvips.Image, limit: float) -> pyvips.Image:
    total = (inks.bandmean() * (4 / limit)).cast("ushort")  # 255 at the limit, as 8 bits of one ink
    return total.maplut(_ink_colours()).copy(interpretation="srgb")


def _ink_colours() -> pyvips.Image:
    """The colour of each amount of ink, 255 at the limit."""
    stops = np.array([(255, 255, 255), (70, 130, 220), (60, 180, 90), (240, 200, 60), (220, 40, 40)])
    places = np.linspace(0, 255, len(stops))
    ramp = np.column_stack([np.interp(np.arange(256), places, channel) for channel in stops.T])
    above = np.zeros((1024 - 256, 3))
    table = np.rint(np.concatenate((ramp, above))).astype(np.uint8)
    return pyvips.Image.new_from_memory(table.tobytes(), len(table), 1, 3, "uchar")


def _screen(given: Path | bytes, like: pyvips.Image) -> pyvips.Image:
    """The screen picture as large as the proof."""
    try:
        size = {"height": like.height, "size": "force"}
        content = given if isinstance(given, bytes) else gate.read(given, gate.PICTURE)
        picture = pyvips.Image.thumbnail_buffer(content, like.width, export_profile="srgb", **size)
    except (pyvips.Error, OSError) as error:
        raise BadInput.of(
            "the picture can't be read ({reason})",
            todo="give a PNG or JPEG",
            place=Place("screen" if isinstance(given, bytes) else given),
            reason=str(error).strip().splitlines()[-1],
        ) from None
    flat = picture.flatten(background=[255, 255, 255]) if picture.hasalpha() else picture
    return flat.colourspace("srgb").copy_memory()


def _lost(screen: pyvips.Image, press: Press) -> tuple[Lost, ...]:
    """The colours that print visibly as others, the most changed first."""
    pixels = np.frombuffer(screen.write_to_memory(), np.uint8).reshape(-1, 3)
    bins = pixels // (256 // _STEPS) @ np.array([_STEPS * _STEPS, _STEPS, 1])
    counts = np.bincount(bins, minlength=_STEPS**3)
    kept = np.flatnonzero(counts >= SMALLEST_SHARE * len(pixels))
    means = np.column_stack([np.bincount(bins, channel, _STEPS**3)[kept] / counts[kept] for channel in pixels.T])
    row = _row(np.rint(means).astype(np.uint8))
    inks = press.picture(row)
    lab = row.icc_import(input_profile="srgb", intent="relative")
    differences = lab.dE00(press.seen(inks)).numpy().reshape(-1)
    printed = inks.icc_transform("srgb", input_profile=press.profile, intent="relative", depth=8).numpy().reshape(-1, 3)
    order = [index for index in np.argsort(-differences) if differences[index] >= SEEN][:MOST_COLOURS]
    return tuple(
        Lost(_hex(means[each]), _hex(printed[each]), float(differences[each]), float(counts[kept[each]] / len(pixels)))
        for each in order
    )


def _row(colours: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> pyvips.Image:
    row = pyvips.Image.new_from_memory(colours.tobytes(), len(colours), 1, 3, "uchar")
    return row.copy(interpretation="srgb")


def _hex(colour: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> str:
    return "#" + "".join(f"{round(float(each)):02x}" for each in colour)
