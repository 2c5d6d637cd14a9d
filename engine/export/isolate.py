"""Single elements of an artwork as pictures, drawn by librsvg."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Any

from lxml import etree

from engine.errors import BadInput
from engine.export import librsvg
from engine.export.filters import reach_of_filters, work_of_filters
from engine.export.styles import Styles, local, override
from engine.svg import Box, tag

type Picture = Any  # a pyvips.Image
type Reach = tuple[int, int, int, int]  # left, top, right, bottom in px

DEFINITIONS = frozenset(
    ("defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "filter", "style")
)
LOOK_PX = 600  # the size at which we look where an element shows
MARGIN_PX = 2  # of these: what is thinner than one may be missed at its edge
MOST_PICTURES = 300  # of one artwork
MOST_WORK = 20.0  # microseconds of filters for each pixel of the result
LARGEST_PICTURE = 16_000_000  # px; above, the picture is coarser than the result, or it would not fit in memory


@dataclass(frozen=True, slots=True)
class PixelGrid:
    """The part of the user space that is seen, and the pixels it lies on."""

    view: Box
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels per user unit, of width and height the larger."""
        return max(self.width / self.view.width, self.height / self.view.height)

    def box(self, left: int, top: int, right: int, bottom: int) -> Box:
        """A rectangle of pixels in user units."""
        x, y = self.view.width / self.width, self.view.height / self.height
        return Box(self.view.x + left * x, self.view.y + top * y, (right - left) * x, (bottom - top) * y)


@dataclass(frozen=True, slots=True)
class Shown:
    """An <image> in user units of the root; whether every pixel of it is opaque, and whether it is the whole view."""

    image: etree._Element
    opaque: bool
    whole: bool


class Isolation:
    """Draws elements of one artwork alone, or with what lies under them."""

    def __init__(self, root: etree._Element, user_space: Box, grid: PixelGrid) -> None:
        self._root = root
        self._user_space = user_space
        self._grid = grid
        self._order = {element: index for index, element in enumerate(root.iter())}
        self._filters = {each.get("id", ""): each for each in root.iter(tag("filter"))}
        self._styles = Styles(root)
        self._left = MOST_PICTURES
        self._work_left = MOST_WORK * max(grid.width * grid.height, LOOK_PX**2)

    def alone(self, element: etree._Element) -> Shown | None:
        """The element with all its effects, without those of its ancestors; None where nothing of it shows."""
        return self._shown(self._only(element), self._reach(element))

    def with_ground(self, element: etree._Element) -> Shown | None:
        """What shows where the element lies, with all that was drawn before it; None where nothing of it shows."""
        return self._shown(self._only(element, ground=True), self._reach(element))

    def all_up_to(self, element: etree._Element) -> Shown | None:
        """The whole view with all that is drawn up to the element."""
        return self._shown(self._only(element, ground=True), (0, 0, self._grid.width, self._grid.height))

    def _only(self, element: etree._Element, *, ground: bool = False, filters: bool = True) -> etree._Element:
        """A copy of the artwork that draws the element and, with `ground`, what comes before it."""
        root = deepcopy(self._root)
        copy = next(each for index, each in enumerate(root.iter()) if index == self._order[element])
        if not filters:
            for each in copy.iter(etree.Element):
                override(each, filter="none")
        if not ground:
            override(copy, mix_blend_mode="normal")
        at = copy
        while (parent := at.getparent()) is not None:
            put_away(at.itersiblings())
            if not ground:
                put_away(at.itersiblings(preceding=True))
                override(parent, opacity="1", clip_path="none", mask="none", filter="none", mix_blend_mode="normal")
            at = parent
        return root

    def _spend(self, work: float) -> None:
        """Raises BadInput where the artwork asks for more pictures, or more work for them, than anyone can wait for."""
        self._left -= 1
        self._work_left -= work
        if self._left < 0 or self._work_left < 0:
            raise _too_much()

    def _reach(self, element: etree._Element) -> Reach | None:
        """The pixels on which the element shows, and those that its filters read."""
        if work_of_filters(element, self._styles, self._filters) > MOST_WORK:
            raise _too_much()
        scale = min(1.0, LOOK_PX / max(self._grid.width, self._grid.height))
        width, height = ceil(self._grid.width * scale), ceil(self._grid.height * scale)
        looks = (
            librsvg.draw(self._only(element, filters=filters), self._user_space, self._grid.view, width, height)
            for filters in (True, False)
        )
        found = [reach for look in looks if (reach := _covered(look)) is not None]
        if not found:
            return None
        x, y = self._grid.width / width, self._grid.height / height
        return (
            max(0, floor((min(each[0] for each in found) - MARGIN_PX) * x)),
            max(0, floor((min(each[1] for each in found) - MARGIN_PX) * y)),
            min(self._grid.width, ceil((max(each[2] for each in found) + MARGIN_PX) * x)),
            min(self._grid.height, ceil((max(each[3] for each in found) + MARGIN_PX) * y)),
        )

    def _shown(self, root: etree._Element, reach: Reach | None) -> Shown | None:
        """The pixels within `reach` as an <image>."""
        if reach is None:
            return None
        box = self._grid.box(*reach)
        width, height = reach[2] - reach[0], reach[3] - reach[1]
        coarser = min(1.0, sqrt(LARGEST_PICTURE / (width * height)))
        self._spend(work_of_filters(root, Styles(root), self._filters) * width * height * coarser**2)
        margin = reach_of_filters(root, Styles(root), self._filters) * self._grid.scale * coarser
        picture = librsvg.draw(
            root, self._user_space, box, ceil(width * coarser), ceil(height * coarser), margin=margin
        )
        data = b64encode(picture.pngsave_buffer(compression=1, filter="none", keep="none")).decode()
        image = etree.Element(tag("image"), preserveAspectRatio="none", href=f"data:image/png;base64,{data}")
        for name in ("x", "y", "width", "height"):
            image.set(name, f"{getattr(box, name):.12g}")
        whole = reach == (0, 0, self._grid.width, self._grid.height)
        return Shown(image, opaque=picture.extract_band(3).min() == 255, whole=whole)


def _too_much() -> BadInput:
    return BadInput.of(
        "the drawing's filters and blend modes are more work than can be done",
        todo="use fewer and smaller ones, or turn what they show into a picture",
    )


def put_away(siblings: Iterable[etree._Element]) -> None:
    """Hides elements where others may still refer to them."""
    for sibling in list(siblings):
        if isinstance(sibling.tag, str) and local(sibling) not in DEFINITIONS:
            parent = sibling.getparent()
            assert parent is not None
            hidden = etree.Element(tag("defs"))
            parent.replace(sibling, hidden)
            hidden.append(sibling)


def _covered(picture: Picture) -> Reach | None:
    """The rectangle of pixels that are not wholly transparent."""
    left, top, width, height = picture.extract_band(3).find_trim(threshold=0, background=[0], line_art=True)
    return (left, top, left + width, top + height) if width and height else None
