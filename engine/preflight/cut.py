"""What must not be cut: texts by a clip, and what a designer has marked with `data-whole` by a clip or by the trim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from engine.canvas.cells import cell
from engine.errors import Mistake
from engine.preflight.findings import Finding, first_words
from engine.preflight.specimen import Specimen
from engine.scene import Scene
from engine.scene.model import Group, Node, bounds
from engine.scene.parts import Part, found
from engine.svg import Box

WHOLE = "data-whole"
LOOK_SIDE = 270  # px of the shorter side, at which we look
MOST_CUT = 0.01  # of the area: a pixel at an edge may be drawn or not


def cut(specimen: Specimen) -> Iterator[Finding]:
    """Texts and whole elements of which a part is not shown."""
    trim = specimen.canvas.trim
    for lettering in specimen.letterings:
        face = lettering.faces[0].part
        if any(map(_cuts, (*face.within, face.node))):
            around, shown = trim.grown(trim.width, trim.height), first_words(lettering.words)
            share = _share_cut(specimen.scene, face, around, trim)
            yield from _finding(share, shown, lettering.name, lettering.ink)
    for whole in found(specimen.scene.root, _is_whole):
        if _may_be_cut(whole, trim):
            name = whole.node.origin.id or f"<{whole.node.origin.element}>"
            share = _share_cut(specimen.scene, whole, trim, trim)
            yield from _finding(share, name, name, bounds(whole.node, whole.matrix) or trim)


def _finding(share: float, shown: str, name: str, box: Box) -> Iterator[Finding]:
    if share > MOST_CUT:
        message = Mistake(
            "{share} of “{name}” is cut off",
            "move it inwards, or make the shape that clips it larger",
            values={"share": f"{share:.0%}", "name": shown},
        )
        yield Finding("error", message, name, box)


def _is_whole(node: Node) -> bool:
    return isinstance(node, Group) and bool(node.marks) and dict(node.marks).get(WHOLE, "false") != "false"


def _cuts(node: Node) -> bool:
    return isinstance(node, Group) and bool(node.clips or node.mask)


def _may_be_cut(whole: Part, trim: Box) -> bool:
    """Whether anything of it lies outside of the trim, or is under a clip or a mask."""
    extent = whole.extent
    return extent is None or trim.common(extent) != extent or any(True for _ in found(whole.alone, _cuts))


def _share_cut(scene: Scene, part: Part, view: Box, trim: Box) -> float:
    """The share of a part's area that clips, masks and the edge of the view take away."""
    left = _area(replace(scene, root=part.alone), view, trim)
    bare = replace(scene, root=_bare(part.alone, {}))
    whole = _area(bare, trim.grown(trim.width, trim.height), trim)
    return 1 - left / whole if whole else 0.0


def _bare(group: Group, known: dict[int, Group]) -> Group:
    """The group without the clips and masks in it; what is shared stays shared."""
    if id(group) not in known:
        children = tuple(_bare(each, known) if isinstance(each, Group) else each for each in group.children)
        known[id(group)] = replace(group, children=children, clips=(), mask=None)
    return known[id(group)]


def _area(scene: Scene, view: Box, trim: Box) -> float:
    """What is drawn in the view, in pixels of LOOK_SIDE, those at an edge in part."""
    scale = LOOK_SIDE / min(trim.width, trim.height)
    drawn = cell(scene, view, max(1, round(view.width * scale)), max(1, round(view.height * scale)))
    return float(drawn.pixels[..., 3].sum(dtype=np.int64)) / 255
