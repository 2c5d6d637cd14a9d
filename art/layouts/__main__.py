"""`python -m art.layouts [NAME…]`: writes the layouts to templates_svg, with sample words and colours."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from art.layouts import LAYOUTS
from art.layouts.kit import SHAPES
from art.layouts.samples import with_samples

TEMPLATES = Path(__file__).parents[2] / "templates_svg"


def main(names: list[str]) -> None:
    for name in names or LAYOUTS:
        module = importlib.import_module(f"art.layouts.{name}")
        folder = TEMPLATES / name.replace("_", "-")
        folder.mkdir(exist_ok=True)
        for shape in getattr(module, "SHAPES", SHAPES):
            drawing = with_samples(module.draw(shape), module.SAMPLE)
            (folder / f"{shape.name}.svg").write_text(drawing, encoding="utf-8")
        (folder / "template.yaml").write_text(module.ABOUT, encoding="utf-8")


main(sys.argv[1:])
