"""The press: sRGB colours as amounts of ink, through the ICC profile of a print shop.

LittleCMS, in libvips, does the mathematics. Without a profile of a shop's own, libvips' profile stands in: “Chemical
proof” by G. Gill, in the public domain. It is of no press in particular, so its colours are uncalibrated.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyvips
from PIL import ImageCms

from engine import gate
from engine.errors import BadInput, Place

type Colours = npt.NDArray[np.float64]  # n × 3 or n × 4, each from 0 to 1

BUILT_IN = "cmyk"  # libvips' name of the profile that it carries
COATED_INK = 3.0  # sheet-fed offset on coated paper

_CLASS, _SPACE, _SIGNATURE = slice(12, 16), slice(16, 20), slice(36, 40)  # ICC.1:2022, 7.2
_SRGB = {"input_profile": "srgb", "intent": "relative", "black_point_compensation": True}


@dataclass(frozen=True, slots=True)
class Press:
    """What a piece is printed with. `profile` is the path of an ICC profile, or BUILT_IN.

    `ink_limit` is the most ink on one spot: 3.0 means 300%, of four inks. Pure black letters and lines print with
    black alone; where `rich_black`, those that are too large to overprint get the profile's black instead.
    """

    profile: str = BUILT_IN
    ink_limit: float = COATED_INK
    rich_black: bool = False

    @classmethod
    def of(cls, profile: Path | None, *, ink_limit: float = COATED_INK, rich_black: bool = False) -> Press:
        """The press of a profile. Raises BadInput where the file is missing or no profile of a CMYK press."""
        if profile is None:
            return cls(BUILT_IN, ink_limit, rich_black)
        try:
            header = gate.read(profile, gate.PROFILE)[:128]
        except OSError as error:
            raise BadInput.of(
                "the ICC profile can't be read ({reason})",
                todo="put the file there, or correct print.icc in brand.yaml",
                place=Place(profile),
                reason=error.strerror,
            ) from None
        if (header[_CLASS], header[_SPACE], header[_SIGNATURE]) != (b"prtr", b"CMYK", b"acsp"):
            raise BadInput.of(
                "this is no ICC profile of a CMYK press",
                todo="ask the print shop for its profile",
                place=Place(profile),
            )
        return cls(str(profile), ink_limit, rich_black)

    @property
    def calibrated(self) -> bool:
        return self.profile != BUILT_IN

    @property
    def icc(self) -> bytes:
        """The profile itself."""
        return _profile(self.profile)

    @property
    def name(self) -> str:
        """What the profile calls itself."""
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(self.icc))).strip()

    def inks(self, srgb: Colours) -> Colours:
        """The inks of colours, within the limit: n × 3 parts of red, green and blue to n × 4 of C, M, Y and K."""
        if not len(srgb):
            return np.zeros((0, 4))
        levels = np.rint(np.clip(srgb, 0, 1) * 65535).astype(np.uint16)
        row = pyvips.Image.new_from_memory(levels.tobytes(), len(levels), 1, 3, "ushort")
        mixed = row.copy(interpretation="rgb16").icc_transform(self.profile, depth=16, **_SRGB)
        return self.limited(np.frombuffer(mixed.write_to_memory(), np.uint16).reshape(-1, 4) / 65535)

    def picture(self, picture: pyvips.Image) -> pyvips.Image:
        """A picture in the inks of the press, 8 bits each; it may be read strip by strip. Alpha stays what it is.

        A picture that carries a profile is converted from that, any other from sRGB.
        """
        alpha = picture.extract_band(picture.bands - 1) if picture.hasalpha() else None
        colours = picture.extract_band(0, n=picture.bands - 1) if alpha else picture
        mixed = self._limited_picture(colours.icc_transform(self.profile, embedded=True, depth=8, **_SRGB))
        return mixed.bandjoin(alpha) if alpha else mixed

    def seen(self, inks: pyvips.Image) -> pyvips.Image:
        """What a picture in these inks looks like on the paper, in Lab relative to its white."""
        return inks.icc_import(input_profile=self.profile, intent="relative")

    def limited(self, inks: Colours) -> Colours:
        """Inks with less of C, M and Y, in equal parts, where there is too much of all."""
        colour, black = inks[:, :3].sum(axis=1), inks[:, 3]
        share = np.clip((self.ink_limit - black) / np.maximum(colour, 1e-9), 0, 1)
        return np.column_stack((inks[:, :3] * share[:, None], black))

    @property
    def _reaches_limit(self) -> bool:
        return _most_ink(self.profile) > self.ink_limit

    def _limited_picture(self, inks: pyvips.Image) -> pyvips.Image:
        if not self._reaches_limit:
            return inks
        colour, black = inks.extract_band(0, n=3), inks.extract_band(3)
        total = colour.bandmean() * 3
        room = black * -1 + 255 * self.ink_limit
        share = (total > room).ifthenelse(room / (total + (total == 0)), 1)
        limited = (colour * share).floor().cast("uchar").bandjoin(black)
        return limited.copy(interpretation="cmyk")


@lru_cache(maxsize=4)
def _profile(profile: str) -> bytes:
    if profile != BUILT_IN:
        return gate.read(Path(profile), gate.PROFILE)
    white = pyvips.Image.black(1, 1, bands=3).copy(interpretation="srgb")
    return bytes(white.icc_transform(BUILT_IN, input_profile="srgb").get("icc-profile-data"))


@lru_cache(maxsize=4)
def _most_ink(profile: str) -> float:
    """The most that the profile asks for, of a grid of colours."""
    levels = np.linspace(0, 1, 9)
    grid = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(-1, 3)
    unlimited = Press(profile, ink_limit=4.0)
    return float(unlimited.inks(grid).sum(axis=1).max())
