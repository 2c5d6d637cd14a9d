"""Text in a box: fitted by its size, broken into lines, aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.typography.blocks import copyfit, leading, paragraph
from engine.typography.blocks.frames import Frame as Frame  # as part of what this module is about
from engine.typography.blocks.textblock import SetLine, TextBlock
from engine.typography.place.position import Placed, by_span


def set_in(frame: Frame, block: TextBlock) -> tuple[TextBlock, tuple[SetLine, ...]]:
    """The block in the size that fits, and its lines."""
    fitted = block.scaled(copyfit.factor(block, frame.width, frame.height))
    return fitted, paragraph.lines(fitted, frame.width)


def placed(frame: Frame, block: TextBlock, lines: Sequence[SetLine]) -> Iterator[list[Placed]]:
    """The glyphs of each span of each line."""
    starts = [_line_start(frame, block, line) for line in lines]
    baselines = _baselines(frame, block, lines, starts)
    for line, start, baseline in zip(lines, starts, baselines, strict=True):
        yield from by_span(list(leading.on_baseline(block, line, start, baseline)), line.spans)


def _baselines(frame: Frame, block: TextBlock, lines: Sequence[SetLine], starts: Sequence[float]) -> list[float]:
    rows = [[pair] for pair in zip(lines, starts, strict=True)]
    if not frame.anchored:
        return leading.baselines(block, rows, frame.y, frame.height)
    between = leading.on_grid(block, leading.leading(block, rows).between)
    return [frame.y + between * number for number in range(len(lines))]


def _line_start(frame: Frame, block: TextBlock, line: SetLine) -> float:
    """The left end of a line."""
    share = share_before(block, anchored=frame.anchored)
    if frame.anchored:
        return frame.x - line.width * share
    indent = block.indent(line.start)
    return frame.x + indent * (not block.base) + (frame.width - indent - line.width) * share


def share_before(block: TextBlock, *, anchored: bool = False) -> float:
    """How much of the spare width goes to the left of a line, from 0 to 1."""
    style = block.style
    names = {"start": "start", "justify": "start", "center": "middle", "end": "end", "left": "left", "right": "right"}
    wanted = style.anchor if anchored or style.align == "start" else names[style.align]
    rtl = bool(block.base)
    return {"start": float(rtl), "end": float(not rtl), "middle": 0.5, "left": 0.0, "right": 1.0}[wanted]
