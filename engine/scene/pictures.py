"""Pictures in a drawing: pixels, and drawings within the drawing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from lxml import etree

from engine.errors import BadInput
from engine.matrix import transformed
from engine.pictures import MOST_PIXELS, BrokenPicture, HugePicture, NoPicture, decoded, header
from engine.scene import clips, pathdata
from engine.scene.elements import Context, href, origin
from engine.scene.model import Node, Path, Picture
from engine.scene.shapes import fitted
from engine.scene.style import geometry
from engine.scene.values import length
from engine.svg import Box, data_uri

if TYPE_CHECKING:
    from PIL.Image import Image

    from engine.scene.read import Reader

GZIP = b"\x1f\x8b"
_DEFAULT_WIDTH, _DEFAULT_HEIGHT = 300, 150  # px, of what has no size (CSS 2, 10.3.2)
LONGEST_SIDE = 32_767
"""Pixels of a picture's side: what a Cairo surface may have."""
_ORIENTATION = 0x0112  # of Exif
_CRISP = frozenset(("pixelated", "crisp-edges", "optimizeSpeed"))


def picture(reader: Reader, element: etree._Element, context: Context) -> Node | None:
    """What an <image> shows; None for nothing."""
    if context.style.inherited.visibility != "visible" or not href(element):
        return None
    return shown(reader, element, context, lambda natural: _port(element, natural, context))


def shown(reader: Reader, element: etree._Element, context: Context, place: Callable[[Box], Box | None]) -> Node | None:
    """What an element's href shows, fitted to the place that `place` tells for its natural size."""
    embedded = href(element).startswith("data:")
    data = data_uri(href(element)) if embedded else reader.linked(href(element))
    if data is None:
        reader.warn(
            element, "a picture is not in the file and is not shown", "embed it (in Inkscape: Extensions → Images)"
        )
        return None
    if is_svg(data):
        return reader.refer(lambda: _drawing(reader, element, data, place))
    if reader.forgiving and not _is_picture(data):
        reader.warn(element, "an embedded picture is none that can be read", "embed it again as PNG or JPEG")
        return None
    reader.spend_pixels(data)
    natural = Box(0, 0, *upright(data))
    port = place(natural)
    if port is None:
        return None
    preserve = element.get("preserveAspectRatio")
    box = transformed(natural, fitted(natural, port, preserve))
    overflows = box.width > port.width * (1 + 1e-9) or box.height > port.height * (1 + 1e-9)
    smooth = context.style.inherited.image_rendering not in _CRISP
    pixels = Picture(data, box, port if overflows else None, smooth, origin(element))
    if overflows or box == port:
        return pixels
    # An image's box is the place it is given, however little of it the picture fills.
    whole = pathdata.rectangle(port.x, port.y, port.width, port.height)
    return reader.group((Path(whole, origin=origin(element)), pixels), origin=origin(element))


def _port(element: etree._Element, natural: Box, context: Context) -> Box | None:
    """Where the element says that the picture stands; what it does not say is the picture's own."""
    measure, style = context.style.measure, context.style
    found: dict[str, float | None] = {}
    for name, percent in (
        ("x", measure.width),
        ("y", measure.height),
        ("width", measure.width),
        ("height", measure.height),
    ):
        said = geometry(element, style, name)
        found[name] = None if said is None else length(said, measure, percent)
    width, height = found["width"], found["height"]
    if width is not None and width < 0:
        width = None
    if height is not None and height < 0:
        height = None
    if width is None and height is None:
        width, height = natural.width, natural.height
    elif width is None:
        width = (height or 0) * natural.aspect
    elif height is None:
        height = width / natural.aspect
    if not width or not height:
        return None
    return Box(found["x"] or 0.0, found["y"] or 0.0, width, height)


def _drawing(reader: Reader, element: etree._Element, data: bytes, place: Callable[[Box], Box | None]) -> Node | None:
    """An SVG file as a picture: a drawing of its own, in which nothing of this one counts."""
    inner = reader.another(data)
    natural = Box(0, 0, inner.width, inner.height)
    if not inner.is_sized:  # CSS Images 3, 5.3: as large as fits in the default size
        scale = min(_DEFAULT_WIDTH / natural.width, _DEFAULT_HEIGHT / natural.height)
        natural = Box(0, 0, scale * natural.width, scale * natural.height)
    port = place(natural)
    if port is None:
        return None
    has_view = inner.user_space.width > 0 and inner.user_space.height > 0
    view = inner.user_space if has_view else natural
    placed = reader.group(
        (inner.root,), matrix=fitted(view, port, element.get("preserveAspectRatio")), origin=origin(element)
    )
    return reader.group((placed,), clips=(clips.of_box(port),))


def is_svg(data: bytes) -> bool:
    """Whether a file looks like a drawing, packed or not."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(GZIP) or (head.startswith(b"<") and b"<svg" in data[:100_000])


def _is_picture(data: bytes) -> bool:
    """Whether a file is a picture, be it too large."""
    with suppress(HugePicture):
        try:
            header(data)
        except (NoPicture, BrokenPicture):
            return False
    return True


def upright(data: bytes) -> tuple[int, int]:
    """Width and height of a picture as it is meant to be seen, from its header. Raises BadInput as `opened` does."""
    image = opened(data, header)
    return (image.height, image.width) if is_on_its_side(image) else image.size


def is_on_its_side(image: Image) -> bool:
    """Whether Exif turns it, so that width and height change places."""
    try:
        return image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
    except Exception:  # of Pillow's alone: Exif that can't be read says nothing
        return False


def opened(data: bytes, read: Callable[[bytes], Image] = decoded) -> Image:
    """A picture as `read` gives it. Raises BadInput for what is none, is broken or too large."""
    try:
        picture = read(data)
        if max(picture.size) > LONGEST_SIDE:
            raise HugePicture
    except NoPicture:
        raise BadInput.of(
            "an embedded picture is none that can be read", todo="embed it again as PNG or JPEG"
        ) from None
    except HugePicture:
        raise BadInput.of(
            "an embedded picture has more than {most} million pixels, or a side of more than {longest}",
            todo="make it smaller: 8,000 pixels across are enough for any sheet",
            most=MOST_PIXELS // 1_000_000,
            longest=LONGEST_SIDE,
        ) from None
    except BrokenPicture as error:
        raise BadInput.of(
            "an embedded picture can't be read ({reason})", todo="embed it again as PNG or JPEG", reason=str(error)
        ) from None
    return picture
