"""What is wrong with a filled artboard that preflight, which sees outlines only, does not know."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from lxml import etree
from numpy.typing import NDArray

from engine.canvas.luminance import as_alpha
from engine.errors import Mistake, Place
from engine.export import raster
from engine.review.remarks import Remark
from engine.scene.model import Group, Mask, Node, bounds
from engine.scene.parts import parts
from engine.svg import tag
from engine.templates.fill import Filled
from engine.typography import Artwork
from engine.typography.fonts.library import FontLibrary
from engine.typography.outlining import settings_of

_EDGE_SIDE = 120  # px of the shorter side, at which the edges are looked at
_OPAQUE = 250  # of 255

_SHAPES = frozenset(tag(name) for name in ("path", "rect", "circle", "ellipse", "image"))
_DEFINITIONS = frozenset(tag(name) for name in ("defs", "symbol", "clipPath", "mask", "pattern", "marker"))


def missing_fonts(filled: Filled, fonts: FontLibrary) -> Iterator[Remark]:
    """Texts whose font the workspace does not have, so that another one is taken."""
    styled = {
        piece.element: piece.style.font.families
        for setting in settings_of(filled.tree, fonts)
        for piece in setting.content.pieces
    }
    for element, families in styled.items():
        if not (element.text or "").strip():
            continue
        if families and not fonts.find(families[0]):
            yield Remark(
                "warning",
                Mistake(
                    "the font “{family}” is not in fonts.yaml: the text is set in {other}",
                    "choose one of {known}, or add the font",
                    Place(filled.source, element.sourceline),
                    {
                        "family": families[0],
                        "other": fonts.match(families).family,
                        "known": ", ".join(sorted({faces[0].family for faces in fonts.families.values()})),
                    },
                ),
            )


def slow_masks(filled: Filled, artwork: Artwork) -> Iterator[Remark]:
    """Masks whose luminance no alpha can say: they become pictures."""
    told = {mask.origin.id: mask.origin for mask in _masks(artwork.scene.root) if as_alpha(mask) is None}
    lines = {each.get("id"): each.sourceline for each in filled.tree.iter(tag("mask"))}
    for name in told:
        yield Remark(
            "warning",
            Mistake(
                "the mask “{name}” has shades that print can't draw: what it covers becomes a picture",
                "paint the mask in white of different opacity",
                Place(filled.source, lines.get(name)),
                {"name": name},
            ),
        )


def _masks(group: Group) -> Iterator[Mask]:
    if group.mask is not None:
        yield group.mask
        yield from _masks(group.mask.content)
    for child in group.children:
        if isinstance(child, Group):
            yield from _masks(child)


def bare_edges(filled: Filled, artwork: Artwork) -> Iterator[Remark]:
    """Sheets on which paper shows at an edge of the bleed."""
    view = filled.canvas.bleed
    scale = _EDGE_SIDE / min(view.width, view.height)
    picture = raster.draw(artwork.scene, round(view.width * scale), round(view.height * scale), view=view)
    if picture.hasalpha() and _least_at_edges(picture.extract_band(3).numpy()) < _OPAQUE:
        yield Remark(
            "error",
            Mistake(
                "the ground does not reach all edges of the sheet: paper shows there",
                'give the ground the attribute data-cover="bleed"',
                Place(filled.source),
            ),
        )


def _least_at_edges(opacity: NDArray[np.uint8]) -> int:
    return min(int(edge.min()) for edge in (opacity[0], opacity[-1], opacity[:, 0], opacity[:, -1]))


def outside_canvas(filled: Filled, artwork: Artwork) -> frozenset[int]:
    """The lines of the artboard whose shapes all stand wholly outside of the canvas and its bleed. Each element of it
    has an id."""
    inside: set[int] = set()
    outside: set[int] = set()
    lines = dict(_lines(filled.tree.getroot()))
    for part in parts(artwork.scene.root, _is_text):
        line = lines.get(part.node.origin.id)
        box = bounds(part.node, part.matrix)
        if box is not None and line is not None and not _is_text(part.node):
            (inside if box.common(filled.canvas.bleed) else outside).add(line)
    return frozenset(outside - inside)


def _is_text(node: Node) -> bool:
    return isinstance(node, Group) and node.words is not None


def _lines(parent: etree._Element) -> Iterator[tuple[str, int]]:
    """The ids of the shapes that stand in a drawing themselves, and their lines."""
    for element in parent.iterchildren(etree.Element):
        if element.tag in _SHAPES and element.sourceline:
            yield str(element.get("id")), element.sourceline
        elif element.tag not in _DEFINITIONS:
            yield from _lines(element)
