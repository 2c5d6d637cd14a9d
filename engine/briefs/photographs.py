"""Photographs for a page: upright, in sRGB, no larger than needed, with the point that a crop keeps.

Pillow is imported when a photograph is opened: most runs have none.
"""

from __future__ import annotations

import base64
import hashlib
import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from engine import gate
from engine.briefs.photograph_cache import keep, kept
from engine.errors import BadInput, Mistake, Place
from engine.files import refuse_odd_name
from engine.formats import MM_PER_INCH
from engine.persian.dates import JALALI_MONTHS
from engine.pictures import MOST_PIXELS, BrokenPicture, HugePicture, NoPicture, decoded
from engine.sources import code_digest, version_of
from engine.svg import Box
from engine.yamlfile import load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

QUALITY = 92  # of the JPEG that goes into the page
GOOD, POOR = 0.7, 0.3  # shares of the resolution asked for: below GOOD one is warned, below POOR it is refused
CAPTIONS = "captions.yaml"
_NOT_PHOTOGRAPHS = frozenset({".yaml", ".yml", ".txt", ".md", ".db", ".ini", ".json", ".csv", ".xlsx"})
_READ = ("JPEG", "PNG", "WEBP", "TIFF")
_HEIC = frozenset({b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1"})
_MONTH_NUMBER = re.compile(r"(\d{1,2})(?!\d)")
_SMOOTH = ("RGB", "CMYK")  # modes with a profile, whose pixels may be mixed as they are
_LOOK = 64  # pixels across the small picture in which the subject is looked for

type Part = Annotated[float, Field(ge=0, le=1)]


class Photograph(BaseModel):
    """A photograph, ready to be placed. `focus` is what a crop keeps, in parts of its width and height."""

    model_config = ConfigDict(frozen=True)
    offered: ClassVar = ("placed",)

    href: str
    width: int
    height: int
    focus: tuple[float, float] = (0.5, 0.5)
    caption: str = ""
    credit: str = ""

    def placed(self, x: float, y: float, width: float, height: float, across: float = 0.5, down: float = 0.5) -> Box:
        """Where the whole photograph lies when it covers a crop, its focus as near as can be to a place in the crop,
        which is in parts of its width and height."""
        scale = max(width / self.width, height / self.height)
        wide, high = self.width * scale, self.height * scale
        left = min(x, max(x + width - wide, x + across * width - self.focus[0] * wide))
        top = min(y, max(y + height - high, y + down * height - self.focus[1] * high))
        return Box(left, top, wide, high)


class Caption(BaseModel):
    """What captions.yaml says of a photograph."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = Field(description="its name in the folder")
    month: int | None = Field(default=None, ge=1, le=12, description="its month; else by its name, else the next one")
    caption: str = Field(default="", description="what it shows")
    credit: str = Field(default="", description="who took it")
    focus: tuple[Part, Part] | None = Field(
        default=None, description="what a crop keeps: parts of the width from the left, of the height from above"
    )


class Captions(BaseModel):
    """captions.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    photographs: tuple[Caption, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A photograph's file, and what is said of it."""

    path: Path
    about: Caption
    realm: gate.Realm | None = None  # that it may not lie outside of

    @property
    def place(self) -> Place:
        return Place(self.path)


@dataclass(frozen=True, slots=True)
class Crop:
    """What a photograph has to fill in a format, in pixels."""

    format: str
    width: int
    height: int

    @classmethod
    def in_mm(cls, format: str, width: float, height: float, ppi: float) -> Self:
        """A crop in mm, at pixels per inch."""
        per_mm = ppi / MM_PER_INCH
        return cls(format, round(width * per_mm), round(height * per_mm))

    def share_of_resolution(self, image: Image) -> float:
        """The resolution that a picture has in it, as a share of what is asked for."""
        return min(image.width / self.width, image.height / self.height)


# --- which photograph is whose month's


def photographs_of_months(
    folder: Path, captions: Path | None = None, realm: gate.Realm | None = None
) -> Mapping[int, Source]:
    """The photographs of a folder by the number of their month; no link may lead out of the realm, else of the folder.

    A month is what captions.yaml says, else what the name begins with («07-park.jpg», «مهر.jpg»); those without one
    take the months that are left, by name. Raises BadInput for a folder without photographs, for a caption without
    its photograph, and where a month has two.
    """
    sources = _sources(folder, captions, realm or gate.below(folder))
    chosen: dict[int, Source] = {}
    free = []
    for source in sources:
        month = source.about.month or _month_in(source.path.stem)
        if month is None:
            free.append(source)
        elif month in chosen:
            raise BadInput.of(
                "{month} has two photographs: {one} and {other}",
                todo="leave one of them out, or give it another month in captions.yaml",
                place=Place(folder),
                month=JALALI_MONTHS[month - 1],
                one=chosen[month].path.name,
                other=source.path.name,
            )
        else:
            chosen[month] = source
    left = [month for month in range(1, 13) if month not in chosen]
    if len(free) > len(left):
        raise BadInput.of(
            "there are {count} photographs for twelve months",
            todo="leave out {names}",
            place=Place(folder),
            count=len(sources),
            names=", ".join(source.path.name for source in free[len(left) :]),
        )
    return dict(sorted((chosen | dict(zip(left, free, strict=False))).items()))


def _sources(folder: Path, captions: Path | None, realm: gate.Realm) -> Sequence[Source]:
    if not folder.is_dir():
        raise BadInput.of("there is no such folder of photographs", todo="correct its name", place=Place(folder))
    said_in = captions or folder / CAPTIONS
    is_said = captions is not None or gate.is_there(said_in)
    about = load(said_in, Captions, None if captions else realm).photographs if is_said else ()
    by_file = {each.file: each for each in about}
    paths = sorted(path for path in folder.iterdir() if not path.is_dir() and _may_be_photograph(path))
    for path in paths:
        refuse_odd_name(str(path))
    if absent := sorted(by_file.keys() - {path.name for path in paths}):
        raise BadInput.of(
            "the photograph “{name}” of the captions is not in {folder}",
            todo="put it there, or correct its name",
            place=Place(said_in),
            name=absent[0],
            folder=folder,
        )
    if not paths:
        raise BadInput.of("there are no photographs", todo="put JPEG or PNG files there", place=Place(folder))
    return [Source(path, by_file.get(path.name, Caption(file=path.name)), realm) for path in paths]


def _may_be_photograph(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix.lower() not in _NOT_PHOTOGRAPHS


def _month_in(name: str) -> int | None:
    found = _MONTH_NUMBER.match(name)
    if found and 1 <= int(found[1]) <= 12:
        return int(found[1])
    return next((number for number, month in enumerate(JALALI_MONTHS, 1) if name.startswith(month)), None)


# --- from a file to the page


class Told(BaseModel):
    """What the office should know of a photograph; where the file is, is not part of it."""

    model_config = ConfigDict(frozen=True)

    what: str
    todo: str
    values: dict[str, Any]


class Prepared(BaseModel):
    """A photograph ready for some crops, before it has its caption, and what is told of it."""

    model_config = ConfigDict(frozen=True)

    photograph: Photograph
    told: tuple[Told, ...]


def prepared(source: Source, *crops: Crop) -> tuple[Photograph, tuple[Mistake, ...]]:
    """A photograph with at most the pixels that its crops need, and what the office should know of it.

    What was made of the same picture for the same crops before is taken from the cache. Raises BadInput for a file
    that is no photograph, broken, or far too large, or too small for every crop.
    """
    key = _key(source, crops)
    ready = kept(Prepared, key) if key else None
    if ready is None:
        ready = _prepared(source, crops)
        if key:
            keep(ready, key)
    words = {"caption": source.about.caption, "credit": source.about.credit}
    told = (Mistake(each.what, each.todo, source.place, each.values) for each in ready.told)
    return ready.photograph.model_copy(update=words), tuple(told)


def _key(source: Source, crops: Sequence[Crop]) -> str | None:
    """The digest of all that decides how a photograph is prepared, the code too; None where it can't be read."""
    try:
        picture = _content(source)
    except OSError:
        return None  # why it can't, is told where it is opened
    makers = (code_digest(), version_of("numpy"), version_of("pillow"))
    how = repr((crops, source.about.focus, makers))
    return hashlib.sha256(hashlib.sha256(picture).digest() + how.encode()).hexdigest()


def _prepared(source: Source, crops: Sequence[Crop]) -> Prepared:
    image = _upright(source)
    shares = {crop: crop.share_of_resolution(image) for crop in crops}
    easiest = max(crops, key=lambda crop: shares[crop])
    if shares[easiest] < POOR:
        raise BadInput([_too_small(source, image, easiest, _LEFT_OUT)])
    small = tuple(_too_small(source, image, crop, _USED) for crop in crops if shares[crop] < GOOD)
    scale = min(1, max(max(crop.width / image.width, crop.height / image.height) for crop in crops))
    size = (round(image.width * scale), round(image.height * scale))
    if image.mode in _SMOOTH:  # a profile is slow: it takes the pixels that are needed alone
        image = _resized(image, size)
    image, warnings = _rgb(source, image)
    image = _resized(image, size)
    told = (*warnings, *small)
    image, focus = _in_reach(image, source.about.focus or subject_of(image), crops)
    return Prepared(
        photograph=Photograph(href=_data(image), width=image.width, height=image.height, focus=focus),
        told=tuple(Told(what=each.what, todo=each.todo, values=dict(each.values)) for each in told),
    )


def _in_reach(image: Image, focus: tuple[float, float], crops: Sequence[Crop]) -> tuple[Image, tuple[float, float]]:
    """Of a panorama the part that any of the crops can show, wherever in it the focus is, and the focus in that."""
    left, right = _reach(focus[0], image.width, max(crop.width / crop.height for crop in crops) * image.height)
    top, bottom = _reach(focus[1], image.height, max(crop.height / crop.width for crop in crops) * image.width)
    if (right - left, bottom - top) == image.size:
        return image, focus
    x, y = focus[0] * image.width, focus[1] * image.height
    part = image.crop((left, top, right, bottom))
    return part, (round((x - left) / part.width, 4), round((y - top) / part.height, 4))


def _reach(focus: float, side: int, shown: float) -> tuple[int, int]:
    """What a crop that shows so many pixels of a side can show about the focus; all where that is most of it."""
    if 2 * shown >= side:
        return 0, side
    return max(0, math.floor(focus * side - shown)), min(side, math.ceil(focus * side + shown))


def _resized(image: Image, size: tuple[int, int]) -> Image:
    return image if image.size == size else image.resize(size, reducing_gap=3)


def _upright(source: Source) -> Image:
    """The photograph as it is meant to be held, in its own colours."""
    try:
        content = _content(source)
    except OSError as error:
        raise BadInput([_unreadable(source, error)]) from None
    try:
        return decoded(content, _READ)
    except NoPicture:
        raise BadInput([_no_photograph(source, content)]) from None
    except HugePicture:
        raise BadInput([_huge(source)]) from None
    except BrokenPicture as error:
        raise BadInput.of(
            "the photograph is broken or cut short ({reason})",
            todo="copy it again from where it came",
            place=source.place,
            reason=str(error),
        ) from None


def _content(source: Source) -> bytes:
    return gate.read(source.path, gate.PICTURE, source.realm)


def _no_photograph(source: Source, begins: bytes) -> Mistake:
    if begins[4:12] in _HEIC:
        return Mistake(
            "this is a HEIC photograph of a phone, which Naqsh can't read",
            "save it as JPEG, or set the phone's camera to “Most Compatible”",
            source.place,
        )
    if begins.startswith(b"%PDF-"):
        return Mistake(
            "this is a PDF, not a photograph", "take the photograph out of it and save it as JPEG", source.place
        )
    return Mistake("this is no photograph that Naqsh can read", "save it as JPEG or PNG", source.place)


def _unreadable(source: Source, error: OSError) -> Mistake:
    if isinstance(error, FileNotFoundError):
        return Mistake("there is no such photograph", "correct its name, or put it there", source.place)
    return Mistake(
        "the photograph can't be read ({reason})",
        "correct its name, and see that you may read it",
        source.place,
        {"reason": error.strerror},
    )


def _huge(source: Source) -> Mistake:
    return Mistake(
        "the photograph has more than {most} million pixels",
        "make it smaller: 8,000 pixels across are enough for any sheet",
        source.place,
        {"most": MOST_PIXELS // 1_000_000},
    )


def _rgb(source: Source, image: Image) -> tuple[Image, tuple[Mistake, ...]]:
    """The photograph in sRGB, 8 bits a channel."""
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image).convert("RGB"), ()
    profiled = _in_srgb(image)
    if profiled is not None:
        return profiled, ()
    if image.mode == "CMYK":
        guess = Mistake(
            "the photograph is CMYK without a profile: its colours are a guess",
            "save it as RGB",
            source.place,
        )
        return image.convert("RGB"), (guess,)
    return _on_white(image), ()


def _eight_bits(image: Image) -> Image:
    """A photograph of 16 bits a pixel in 8."""
    most = max(1.0, float(image.getextrema()[1]))  # type: ignore[arg-type]  # one band: a pair of numbers
    full = 65535.0 if most > 255 else 255.0
    return image.convert("F").point(lambda value: value * 255 / full).convert("L")


def _in_srgb(image: Image) -> Image | None:
    """Through the photograph's own profile; None where it has none that fits."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return None
    srgb = ImageCms.createProfile("sRGB")
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
    except Exception:  # of LittleCMS alone: a profile that it can't use is none
        return None


def _on_white(image: Image) -> Image:
    from PIL import Image as images

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    image = image.convert("RGBA")
    white = images.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


_USED = (
    "the photograph is too small for {format}, and is used as it is: of its {width} × {height} pixels the crop keeps "
    "{kept_wide} × {kept_high}, where {wide} × {high} are needed"
)
_LEFT_OUT = (
    "the photograph is too small for {format}, and is left out: of its {width} × {height} pixels the crop keeps "
    "{kept_wide} × {kept_high}, where {wide} × {high} are needed"
)


def _too_small(source: Source, image: Image, crop: Crop, what: str) -> Mistake:
    share = crop.share_of_resolution(image)
    return Mistake(
        what,
        "take it from the camera, not from a message",
        source.place,
        {
            "format": crop.format,
            "width": image.width,
            "height": image.height,
            "kept_wide": round(crop.width * share),
            "kept_high": round(crop.height * share),
            "wide": crop.width,
            "high": crop.height,
        },
    )


def _data(image: Image) -> str:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=QUALITY, subsampling=0)  # Pillow can't optimise what is as full as noise
    return f"data:image/jpeg;base64,{base64.b64encode(written.getvalue()).decode()}"


# --- what a photograph is about


def subject_of(image: Image) -> tuple[float, float]:
    """Where most happens, in parts of width and height: the middle of the edges that stand out from the rest, those
    near the middle of the picture counting for more, as people place what they photograph."""
    import numpy as np

    edges, rarity = _edges(image), _rarity(image)
    across, down = (np.arange(_LOOK) + 0.5) / _LOOK, (np.arange(_LOOK) + 0.5)[:, None] / _LOOK
    energy = edges * np.sqrt(rarity) * (1 - (across - 0.5) ** 2 - (down - 0.5) ** 2)
    strong = np.clip(energy - np.quantile(energy, 0.85), 0, None)
    total = float(strong.sum())
    if not total:
        return 0.5, 0.5
    return round(float((strong * across).sum()) / total, 3), round(float((strong * down).sum()) / total, 3)


def _edges(image: Image) -> NDArray[np.float64]:
    from PIL import ImageFilter

    small = image.convert("L").resize((_LOOK * 4, _LOOK * 4)).filter(ImageFilter.FIND_EDGES)
    return _softened(small.crop((4, 4, _LOOK * 4 - 4, _LOOK * 4 - 4)).resize((_LOOK, _LOOK)), 2)


def _rarity(image: Image) -> NDArray[np.float64]:
    """How little a part of the picture is like the others: a bird on bark is, the bark is not.

    What is left when all frequencies count alike (C. Guo, Q. Ma, L. Zhang, CVPR 2008), channel by channel.
    """
    import numpy as np
    from PIL import Image as images

    rim = _LOOK // 4  # mirrored, so that the edges of the picture are none in it
    found = np.zeros((_LOOK, _LOOK))
    for channel in image.convert("YCbCr").resize((_LOOK, _LOOK), images.Resampling.BOX).split():
        levels = np.asarray(channel, dtype=np.float64)
        spectrum = np.fft.fft2(np.pad(levels - levels.mean(), rim, mode="reflect"))
        alike = np.abs(np.fft.ifft2(np.exp(1j * np.angle(spectrum)))) ** 2
        found += alike[rim:-rim, rim:-rim] * levels.std()
    most = found.max()
    levels = 255 * found / most if most > 0 else found
    return _softened(images.fromarray(levels.astype(np.uint8)), 3)


def _softened(picture: Image, radius: float) -> NDArray[np.float64]:
    """A small picture as numbers up to 1."""
    import numpy as np
    from PIL import ImageFilter

    numbers = np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), dtype=np.float64)
    return numbers / max(1.0, float(numbers.max()))
