"""Settings → SVG elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from engine.svg import Box, tag
from engine.typography import transforms
from engine.typography.cascade import Cascade
from engine.typography.emoji import EmojiArtist
from engine.typography.inkpaths import Drawn, Ink, writer_for
from engine.typography.names import EFFECTS, FORCED, PROPERTIES, XML, local
from engine.typography.servers import Servers
from engine.typography.setting import Setting
from engine.typography.style import INITIAL, Paint

_TEXT_ATTRIBUTES = frozenset(
    ("x", "y", "dx", "dy", "rotate", "textLength", "lengthAdjust", "font", "style", f"{{{XML}}}space", *PROPERTIES)
)
_MEASURED = ("clip-path", "mask", "filter")
_EFFECTS_OFF = {"opacity": "1", "clip-path": "none", "mask": "none", "filter": "none"}


class Artist:
    """Draws the settings of one document."""

    def __init__(self, cascade: Cascade, servers: Servers) -> None:
        self._cascade = cascade
        self._servers = servers
        self._emoji = EmojiArtist()
        in_sheet = cascade.sheet.properties
        self._reset_paint = {name: value for name, value in INITIAL.items() if name in in_sheet}
        self._reset_effects = {name: value for name, value in _EFFECTS_OFF.items() if name in in_sheet}

    def element(self, setting: Setting) -> etree._Element:
        """What takes a text's place, with its id, transform and effects: a path, or a group of a path a paint."""
        inked = [(ink, drawn) for drawn in setting.drawn for ink in drawn.inks]
        paths = [(ink, drawn) for ink, drawn in inked if isinstance(ink, str)]
        box = setting.box if self._is_measured(setting.element) else None
        alone = len(inked) == 1 and box is None
        if paths and (alone or _is_clip(setting.element)):  # a clip may not hold a group
            made = etree.Element(tag("path"), d="".join(data for data, _ in paths))
            self._declare(made, self._effects(setting) | self._painted(paths[0][1], setting))
        else:
            made = etree.Element(tag("g"))
            self._declare(made, self._effects(setting))
            if box:
                made.append(_extent(box))
            made.extend(part for ink, drawn in inked for part in self._parts(ink, drawn, setting))
        for name, value in setting.element.attrib.items():
            if name not in _TEXT_ATTRIBUTES:
                made.set(name, value)
        if setting.is_read:
            made.set("aria-label", setting.words)
        for position, child in enumerate(setting.element.iterchildren(tag("title"), tag("desc"))):
            made.insert(position, deepcopy(child))
        made.tail = setting.element.tail
        return made

    def _parts(self, ink: Ink, drawn: Drawn, setting: Setting) -> Iterator[etree._Element]:
        if isinstance(ink, str):
            path = etree.Element(tag("path"), d=ink)
            self._declare(path, self._painted(drawn, setting))
            yield path
        else:
            yield from self._emoji.elements(*ink, drawn.paint["fill"], writer_for(drawn.size))

    def _is_measured(self, element: etree._Element) -> bool:
        """Whether an effect on a group around it is measured by the box of the group, of which its own is a part."""
        around = (self._cascade.declarations(ancestor) for ancestor in element.iterancestors())
        return any(
            self._servers.measures(declared[name]) for declared in around for name in _MEASURED if name in declared
        )

    def _effects(self, setting: Setting) -> dict[str, str]:
        declared = self._cascade.declarations(setting.element)
        found = {name: self._servers.localised(declared[name], setting.box) for name in EFFECTS if name in declared}
        moved = transforms.attribute(setting.element, declared, setting.box)
        return found | {"transform": moved} if moved else found

    def _painted(self, drawn: Drawn, setting: Setting) -> dict[str, str]:
        """What must be said so that a path is painted so where the text stands."""
        around = self._cascade.style(self._cascade.parent(setting.element))
        paint = {**drawn.paint, **FORCED}
        if setting.style.crisp:
            paint["shape-rendering"] = "crispEdges"
        said = {name: self._servers.localised(value, setting.box) for name, value in _needed(paint, around.paint)}
        return said if around.visible else said | {"visibility": "visible"}

    def _declare(self, element: etree._Element, properties: Mapping[str, str]) -> None:
        """As attributes; in a document with sheets as `style`, so that their rules for paths and groups don't win."""
        if not self._reset_paint and not self._reset_effects:
            for name, value in properties.items():
                element.set(name, value)
            return
        said = self._reset_effects | (self._reset_paint if local(element) == "path" else {}) | dict(properties)
        moved = said.pop("transform", None)
        if moved:
            element.set("transform", moved)
        if said:
            element.set("style", ";".join(f"{name}:{value}" for name, value in said.items()))


def _extent(box: Box) -> etree._Element:
    """What draws nothing, but counts for the box of a group."""
    data = f"M{box.x:g} {box.y:g}h{box.width:g}v{box.height:g}h{-box.width:g}z"
    return etree.Element(tag("path"), d=data, style="fill:none;stroke:none")


def _needed(paint: Mapping[str, str], inherited: Paint) -> Iterator[tuple[str, str]]:
    for name, value in paint.items():
        if paint["stroke"] == "none" and name.startswith("stroke-"):
            continue
        if value != INITIAL[name] or inherited[name] != INITIAL[name]:
            yield name, value


def _is_clip(element: etree._Element) -> bool:
    """Whether it is part of a clip path, or may be used by one."""
    parent = element.getparent()
    if parent is not None and local(parent) == "clipPath":
        return True
    name = element.get("id")
    if not name:
        return False
    uses = element.getroottree().getroot().iterfind(f".//{tag('clipPath')}/{tag('use')}")
    return any(name in (value[1:] for key, value in use.attrib.items() if str(key).endswith("href")) for use in uses)
