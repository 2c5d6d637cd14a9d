"""The colours of a PDF that Cairo wrote, as inks: nothing in DeviceRGB is left.

Two passes: all colours are collected and go through the profile at once, for opening a profile takes longer than
converting every colour of a page; then each takes its place. Soft masks stay DeviceGray.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from engine.export.cmyk_black import KNOCKS_OUT, OVERPRINTS, Lettering, with_black
from engine.export.cmyk_pictures import FINEST_PPI, convert_picture, sizes_on_page
from engine.export.icc import Colours, Press
from engine.export.separation import Spot
from engine.matrix import IDENTITY, Matrix

type Rgb = tuple[float, float, float]
type Inks = tuple[float, float, float, float]

# Cairo writes no strings and no inline pictures into its content, so operators can be told by their looks.
SET_COLOUR = re.compile(rb"(?<![^\s])([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)(?![^\s])")

FINEST = 65  # samples of one stretch of a gradient
CLOSE = 0.004  # parts of an ink: as near to the true ramp as 8 bits are to each other
_SAMPLED_BITS = 16


def convert(
    document: Pdf,
    press: Press,
    lettering: Sequence[Lettering] = (),
    *,
    scale: float = 1.0,
    spots: Sequence[Spot] = (),
    mixed: Mapping[Rgb, Inks] | None = None,
) -> None:
    """Turns all colours of a document of ours into inks. `lettering` says where text stands on its page.

    `scale` is what the document makes of the sheet: pictures are no finer than FINEST_PPI at true size.
    What is drawn in the mark of one of `spots` gets that ink, and in a colour of `mixed` its inks.

    The document is one that Cairo wrote. Raises BadInput for an embedded picture that can't be read.
    """
    parts = _Parts(document)
    table = _Table(parts, press, spots, mixed or {})
    for content in parts.contents:
        content.ink(table, press, lettering)
    for shading in parts.shadings:
        if shading.ColorSpace == "/DeviceRGB":  # it may have been found in two places
            shading.Function = table.function(document, shading.Function)
            shading.ColorSpace = Name.DeviceCMYK
    for gray in parts.gray_contents:
        gray.write(SET_COLOUR.sub(_gray, gray.read_bytes()))
    sizes = sizes_on_page((each.stream.read_bytes(), each.resources) for each in parts.contents if each.to_page)
    for picture in parts.pictures:
        convert_picture(picture, press, sizes.get(picture.objgen), FINEST_PPI / scale)
    for group in parts.groups:
        group.CS = Name.DeviceCMYK


@dataclass(frozen=True, slots=True)
class _Content:
    """A content stream with its resources. `to_page` leads to points from the page's upper left corner."""

    stream: Stream
    resources: Object
    to_page: Matrix | None

    def ink(self, table: _Table, press: Press, lettering: Sequence[Lettering]) -> None:
        """Writes it anew, with inks for its colours."""
        source = self.stream.read_bytes()
        if self.to_page is None:
            black = with_black(source, (), rich=press.rich_black)
        else:
            black = with_black(source, lettering, to_page=self.to_page, rich=press.rich_black)
        if black is not source:
            if "/ExtGState" not in self.resources:
                self.resources.ExtGState = Dictionary()
            states = self.resources.ExtGState
            states[f"/{OVERPRINTS}"] = Dictionary(OP=True, op=True, OPM=1)
            states[f"/{KNOCKS_OUT}"] = Dictionary(OP=False, op=False)
        inked = SET_COLOUR.sub(table.operation, black)
        for name, space in table.spot_spaces.items():
            if f"{name} cs".encode() in inked or f"{name} CS".encode() in inked:
                if "/ColorSpace" not in self.resources:
                    self.resources.ColorSpace = Dictionary()
                self.resources.ColorSpace[name] = space
        self.stream.write(inked)


class _Parts:
    """Where a document keeps its colours."""

    def __init__(self, document: Pdf) -> None:
        self.contents: list[_Content] = []
        self.gray_contents: list[Stream] = []
        self.shadings: list[Object] = []
        self.groups: list[Object] = []
        pictures, masks = [], set()
        for each in document.objects:
            if isinstance(each, Stream) and each.get("/Subtype") == "/Image":
                pictures.append(each)
                masks |= {each[name].objgen for name in ("/SMask", "/Mask") if isinstance(each.get(name), Stream)}
            elif isinstance(each, Stream) and each.get("/Subtype") == "/Form":
                self._add_form(each)
            elif isinstance(each, Stream) and each.get("/PatternType") == 1:
                self._add_content(_Content(each, each.Resources, None))
            elif isinstance(each, Dictionary):
                self._add_shadings(each)
        self.pictures = [each for each in pictures if each.objgen not in masks and not each.get("/ImageMask")]
        for page in document.pages:
            page.contents_coalesce()
            upside_down = (1.0, 0.0, 0.0, -1.0, 0.0, float(page.mediabox[3]))
            assert isinstance(page.obj.Contents, Stream)
            self._add_content(_Content(page.obj.Contents, page.obj.Resources, upside_down))
            self._add_group(page.obj.get("/Group"))

    def _add_form(self, form: Stream) -> None:
        group = form.get("/Group")
        self._add_group(group)
        if group is not None and group.get("/CS") == "/DeviceGray":
            self.gray_contents.append(form)
        else:  # Cairo draws groups in the page's own space, turned as the page is when they come on it
            self._add_content(_Content(form, form.Resources, IDENTITY))

    def _add_content(self, content: _Content) -> None:
        self.contents.append(content)
        for name in ("/Shading", "/Pattern"):
            for each in content.resources.get(name, {}).values():
                self._add_shadings(each)

    def _add_group(self, group: Object | None) -> None:
        if group is not None and group.get("/CS") == "/DeviceRGB":
            self.groups.append(group)

    def _add_shadings(self, found: Object) -> None:
        shading = found.Shading if found.get("/PatternType") == 2 else found
        if "/ShadingType" in shading and shading.get("/ColorSpace") == "/DeviceRGB":
            self.shadings.append(shading)

    @property
    def stretches(self) -> Iterator[_Stretch]:
        """Every stretch of every gradient."""
        for shading in self.shadings:
            for leaf in _leaves(shading.Function):
                yield _Stretch.of(leaf)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The part of a gradient between two colours."""

    start: Rgb
    end: Rgb

    @classmethod
    def of(cls, function: Object) -> _Stretch:
        if function.FunctionType != 2 or function.N != 1:
            raise NotImplementedError("a gradient that Cairo does not write")
        return cls(_rgb(function.C0), _rgb(function.C1))

    @property
    def colours(self) -> Colours:
        """FINEST colours from start to end."""
        return np.linspace(self.start, self.end, FINEST)


class _Table:
    """The inks of all colours of a document."""

    def __init__(self, parts: _Parts, press: Press, spots: Sequence[Spot], mixed: Mapping[Rgb, Inks]) -> None:
        standing_in = press.inks(np.array([spot.looks for spot in spots]).reshape(-1, 3)).tolist()
        names = [f"/NqSpot{number}" for number in range(len(spots))]
        self._spots = {spot.mark: name for spot, name in zip(spots, names, strict=True)}
        self.spot_spaces = {name: spot.space(inks) for name, spot, inks in zip(names, spots, standing_in, strict=True)}
        self._functions: dict[tuple[int, int], Object] = {}
        stretches = list(dict.fromkeys(parts.stretches))
        flat = list(
            dict.fromkeys(
                _colour(each) for content in parts.contents for each in SET_COLOUR.finditer(content.stream.read_bytes())
            )
        )
        colours = [np.array(flat).reshape(-1, 3), *(each.colours for each in stretches)]
        inks = press.inks(np.concatenate(colours))
        self._flat: dict[Rgb, list[float]] = dict(zip(flat, inks[: len(flat)].tolist(), strict=True))
        ramps = inks[len(flat) :].reshape(-1, FINEST, 4)
        self._ramps = dict(zip(stretches, ramps, strict=True))
        self._flat |= {colour: list(each) for colour, each in mixed.items()}
        for stretch in stretches:
            if stretch.start in mixed and stretch.end in mixed:
                self._ramps[stretch] = np.array((mixed[stretch.start], mixed[stretch.end]))

    def operation(self, found: re.Match[bytes]) -> bytes:
        """What sets a colour, now in inks."""
        spot = self._spots.get(_colour(found))
        if spot:
            return f"{spot} cs 1 scn".encode() if found[4] == b"rg" else f"{spot} CS 1 SCN".encode()
        inks = " ".join(_number(each) for each in self._flat[_colour(found)])
        return f"{inks} {'k' if found[4] == b'rg' else 'K'}".encode()

    def function(self, document: Pdf, function: Object) -> Object:
        """A gradient's function with inks for colours; one that several gradients share stays shared."""
        known = self._functions.get(function.objgen) if function.is_indirect else None
        if known is not None:
            return known
        made: Object
        if function.FunctionType == 3:
            made = Dictionary({key: value for key, value in function.items() if key != "/Functions"})
            made.Functions = Array([self.function(document, each) for each in function.Functions])
        else:
            made = self._ramp(document, _Stretch.of(function))
        if function.is_indirect:
            made = self._functions[function.objgen] = document.make_indirect(made)
        return made

    def _ramp(self, document: Pdf, stretch: _Stretch) -> Object:
        """The inks from one colour to another: sampled as finely as they ask for."""
        samples = _few_of(self._ramps[stretch])
        if len(samples) == 2:
            start, end = (Array([Decimal(_number(each)) for each in inks]) for inks in samples)
            return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=start, C1=end)
        levels = np.rint(samples * (2**_SAMPLED_BITS - 1)).astype(">u2")
        return Stream(
            document,
            levels.tobytes(),
            FunctionType=0,
            Domain=[0, 1],
            Range=[0, 1] * 4,
            Size=[len(samples)],
            BitsPerSample=_SAMPLED_BITS,
        )


def _few_of(ramp: Colours) -> Colours:
    """As few samples, evenly spaced, as draw the ramp by straight lines."""
    if len(ramp) == 2:
        return ramp
    everywhere = np.linspace(0, 1, FINEST)
    step = FINEST - 1
    while step > 1:
        drawn = np.column_stack([np.interp(everywhere, everywhere[::step], ink[::step]) for ink in ramp.T])
        if np.abs(drawn - ramp).max() <= CLOSE:
            break
        step //= 2
    return ramp[::step]


def _leaves(function: Object) -> Iterator[Object]:
    if function.FunctionType == 3:
        for each in function.Functions:
            yield from _leaves(each)
    else:
        yield function


def _colour(found: re.Match[bytes]) -> Rgb:
    return float(found[1]), float(found[2]), float(found[3])


def _rgb(numbers: Object) -> Rgb:
    red, green, blue = map(float, numbers)
    return red, green, blue


def _gray(found: re.Match[bytes]) -> bytes:
    """A colour in a soft mask by its luminosity (ISO 32000-2, 10.4.2)."""
    red, green, blue = _colour(found)
    return f"{_number(0.3 * red + 0.59 * green + 0.11 * blue)} {'g' if found[4] == b'rg' else 'G'}".encode()


def _number(part: float) -> str:
    return f"{part:.4f}".rstrip("0").rstrip(".")
