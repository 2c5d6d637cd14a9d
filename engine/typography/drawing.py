"""Settings → groups of the scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.scene.elements import Context, origin
from engine.scene.model import Group, Node, Outline, Path
from engine.typography.fonts.outlines import writer_for
from engine.typography.ink import emoji
from engine.typography.ink.inkpaths import Drawn
from engine.typography.setting import Setting

if TYPE_CHECKING:
    from engine.scene.read import Reader


def group_of(reader: Reader, setting: Setting, context: Context) -> Group | None:
    """What is drawn of a text, in the text's own space, with its words; None for nothing."""
    children = tuple(node for drawn in setting.drawn for node in _nodes(reader, setting, drawn, context))
    if not children:
        return None
    words = setting.words if setting.is_read else None
    return reader.group(children, words=words, text=setting.text_size, origin=origin(setting.element))


def _nodes(reader: Reader, setting: Setting, drawn: Drawn, context: Context) -> Iterator[Node]:
    """The inks of one paint, as it is measured by the box of the text."""
    paint = replace(drawn.paint, shape_rendering="crispEdges") if setting.style.crisp else drawn.paint
    painted = replace(context, style=replace(context.style, inherited=paint))
    for ink in drawn.inks:
        if isinstance(ink, Outline):
            path = reader.painted(setting.element, ink, painted, setting.box)
            # What has no paint counts where the text clips.
            yield Path(ink, origin=origin(setting.element)) if path is None else path
        else:
            foreground = reader.paint(setting.element, paint.fill, paint.fill_opacity, lambda: setting.box, painted)
            yield from emoji.nodes(reader, *ink, foreground, writer_for(drawn.size))
