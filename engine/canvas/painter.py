"""The painter: walks a scene and says to a canvas what to draw."""

from __future__ import annotations

from dataclasses import replace

from engine.canvas.canvas import Canvas, with_alpha
from engine.matrix import IDENTITY
from engine.scene.model import Clip, Group, Node, Path, Picture


def paint(node: Node, canvas: Canvas) -> None:
    """Paints a node and all in it."""
    if isinstance(node, Path):
        _paint_path(node, canvas)
    elif isinstance(node, Picture):
        canvas.picture(node)
    else:
        _paint_group(node, canvas)


def paint_children(group: Group, canvas: Canvas) -> None:
    """Paints the nodes of a group, one after another."""
    for child in group.children:
        paint(child, canvas)


def _paint_path(path: Path, canvas: Canvas) -> None:
    stroke = path.stroke
    if stroke is not None and path.stroke_first:
        canvas.stroke(path.outline, stroke, crisp=path.crisp)
    if path.fill is not None:
        canvas.fill(path.outline, path.rule, path.fill, crisp=path.crisp)
    if stroke is not None and not path.stroke_first:
        canvas.stroke(path.outline, stroke, crisp=path.crisp)


def _paint_group(group: Group, canvas: Canvas) -> None:
    only = group.children[0] if len(group.children) == 1 else None
    if isinstance(only, Path) and group.opacity < 1 and _has_only_opacity(group):
        faded = with_alpha(only, group.opacity)
        if faded is not None:
            _within(group, canvas, Group((faded,)))
            return
    _within(group, canvas, group)


def _has_only_opacity(group: Group) -> bool:
    return not (group.mask or group.filters or group.blend != "normal" or group.isolated)


def _within(group: Group, canvas: Canvas, drawn: Group) -> None:
    """Draws a group in its place and through its clips; `drawn` has its nodes and the effects that are left."""
    has_place = group.matrix != IDENTITY or bool(group.clips) or drawn.is_layer
    if not has_place:
        canvas.shared(group, lambda: paint_children(drawn, canvas))
        return
    canvas.save()
    if group.matrix == IDENTITY or canvas.transform(group.matrix):
        _drawn(group, canvas, drawn)
    canvas.restore()


def _drawn(group: Group, canvas: Canvas, drawn: Group) -> None:
    """Draws a group whose place is that of the canvas."""
    masks: list[Clip] = [clip for clip in group.clips if not canvas.clip(clip)]
    if masks or drawn.is_layer:
        canvas.layer(drawn, lambda: _content(drawn, canvas), masks)
    else:
        canvas.shared(group, lambda: paint_children(drawn, canvas))


def _content(group: Group, canvas: Canvas) -> None:
    if group.filters:
        canvas.filtered(replace(group, matrix=IDENTITY), group.filters)
    else:
        paint_children(group, canvas)
