"""Photographs for print: upright, in sRGB, with the point that a crop keeps."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from engine.svg import Box


class Photograph(BaseModel):
    """A photograph, ready to be placed. `focus` is what a crop keeps, in parts of its width and height."""

    model_config = ConfigDict(frozen=True)

    href: str
    width: int
    height: int
    focus: tuple[float, float] = (0.5, 0.5)
    caption: str = ""
    credit: str = ""

    def placed(self, x: float, y: float, width: float, height: float) -> Box:
        """Where the whole photograph lies when it covers a frame with its focus as near the middle as can be."""
        scale = max(width / self.width, height / self.height)
        wide, high = self.width * scale, self.height * scale
        left = min(x, max(x + width - wide, x + width / 2 - self.focus[0] * wide))
        top = min(y, max(y + height - high, y + height / 2 - self.focus[1] * high))
        return Box(left, top, wide, high)
