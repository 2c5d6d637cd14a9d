"""What must hold of the drawing itself: its weight, its pictures, and that every renderer draws it alike."""

from __future__ import annotations

from collections.abc import Iterator

from engine.briefs.photographs import GOOD
from engine.errors import Mistake
from engine.matrix import scale_of
from engine.pictures import header
from engine.preflight.findings import Finding
from engine.preflight.specimen import Specimen
from engine.scene.model import Group, Node, Path, Picture, bounds
from engine.scene.parts import found

HEAVIEST = 1_500_000  # bytes, pictures aside
FINE_ENOUGH = 0.99  # of the pixels that a picture is shown on, which seldom are a whole number


def too_heavy(specimen: Specimen) -> Iterator[Finding]:
    """An artwork of which others than its pictures are heavy."""
    if specimen.scene.weight <= HEAVIEST:
        return
    pictures = {part.node.data for part in found(specimen.scene.root, _is_picture) if isinstance(part.node, Picture)}
    weight = specimen.scene.weight - sum(4 * -(-len(data) // 3) for data in pictures)  # as base64 writes them
    if weight > HEAVIEST:
        message = Mistake(
            "the artwork weighs {weight} MB without its pictures, more than {most} MB",
            "use fewer or simpler paths (in Inkscape: Path → Simplify)",
            values={"weight": f"{weight / 1e6:.1f}", "most": f"{HEAVIEST / 1e6:.1f}"},
        )
        yield Finding("error", message, "svg", specimen.canvas.trim)


def drawn_differently(specimen: Specimen) -> Iterator[Finding]:
    """Elements that renderers don't agree on, so that they have to become pictures first."""
    told = set[tuple[object, str]]()
    for part in found(specimen.scene.root, lambda node: any(_unequal(node))):
        for construct in _unequal(part.node):
            if (part.node.origin, construct) in told:
                continue
            told.add((part.node.origin, construct))
            message = Mistake(
                "“{name}” uses {construct}, which renderers draw differently",
                "do without it: contours with little opacity make a shadow, a gradient makes a glow",
                values={"name": _name(part.node), "construct": construct},
            )
            box = bounds(part.node, part.matrix) or specimen.canvas.trim
            yield Finding("warning", message, _name(part.node), box)


def _unequal(node: Node) -> Iterator[str]:
    """What a node has that renderers draw differently."""
    if isinstance(node, Group) and node.filters:
        yield "filter"
    if isinstance(node, Group) and node.blend != "normal":
        yield "mix-blend-mode"
    if isinstance(node, Path) and node.stroke is not None and not node.stroke.scales:
        yield "vector-effect"


def too_coarse(specimen: Specimen) -> Iterator[Finding]:
    """Embedded pictures with fewer pixels than the piece shows of them; in print, with fewer than photographs need."""
    across = specimen.format.pixels[0] / specimen.canvas.trim.width
    for part in found(specimen.scene.root, _is_picture):
        picture = part.node
        assert isinstance(picture, Picture)
        has = header(picture.data).size
        box = picture.box
        stretched = max(box.width / has[0], box.height / has[1]) * scale_of(part.matrix) * across
        if stretched * (GOOD if specimen.format.medium == "print" else FINE_ENOUGH) > 1:
            message = Mistake(
                "the picture “{name}” is too coarse: it is {has} px wide and this size needs {needed}",
                "put in a larger picture or show it smaller",
                values={"name": _name(picture), "has": has[0], "needed": round(has[0] * stretched)},
            )
            yield Finding("warning", message, _name(picture), part.extent or specimen.canvas.trim)


def _is_picture(node: Node) -> bool:
    return isinstance(node, Picture)


def _name(node: Node) -> str:
    words = node.words if isinstance(node, Group) else None
    return node.origin.id or words or f"<{node.origin.element}>"
