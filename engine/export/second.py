"""A second opinion: an artwork as CairoSVG draws it, from its scene as a plain SVG file."""

from __future__ import annotations

from pathlib import Path

from engine.scene import Scene
from engine.scene.write import write


def write_picture(scene: Scene, path: Path, width: int, height: int) -> None:
    """Writes a PNG of width × height px. CairoSVG knows no filters and no blend modes."""
    from cairosvg import svg2png  # its imports take longer than most drawings

    svg2png(bytestring=write(scene), write_to=str(path), output_width=width, output_height=height)


def write_pdf(scene: Scene, path: Path) -> None:
    """Writes a PDF of the artwork's own size."""
    from cairosvg import svg2pdf

    svg2pdf(bytestring=write(scene), write_to=str(path))
