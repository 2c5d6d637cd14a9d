"""Draws the catalogue of charts: docs/charts.png and docs/charts.md, from the artboards in docs/charts.

Run it from the repository after a change to engine/charts:  uv run python docs/charts_catalogue.py
"""

from __future__ import annotations

import io
from inspect import getdoc, signature
from pathlib import Path

from PIL import Image

from engine.charts import FUNCTIONS
from engine.export import raster
from engine.formats import Format
from engine.kinds.registry import files
from engine.kinds.report.brief import DepartmentBrief
from engine.kinds.report.performance_files import performance_of
from engine.kinds.report.plan import report_briefs
from engine.scene import scene_of
from engine.templates.fill import fill
from engine.templates.library import Artboard
from engine.typography import outline
from engine.workspace import Workspace

HERE = Path(__file__).parent
WORKSPACE = Workspace(HERE.parent)
SIZE = 420, 280
COLUMNS, GAP = 3, 12
EXAMPLES = {  # artboard → its title, and the functions that it shows
    "columns": ("Columns over time, from right to left", ("columns",)),
    "axis": ("Two years at one scale, over round levels", ("axis",)),
    "line": ("A line, the area under it, and the year before", ("line",)),
    "ring": ("A ring of shares", ("ring",)),
    "strip": ("Shares in one strip", ("strip",)),
    "bars": ("Bars that grow from the right", ("bars",)),
    "progress": ("Progress: two rectangles", ()),
    "icons": ("A symbol for so many, the last one in part", ("icons",)),
    "halves": ("Before and after", ("halves",)),
}
PLACES = ("area", "mosaic")

INTRODUCTION = """# Charts

A chart is a repeat. You draw a rectangle where the chart goes and give it an id (**Object → Object Properties → ID**);
you draw one bar, and say with `data-for` that there is one for each mark of a function. The function gets the numbers
and your rectangle, `box('its id')`, and tells where each mark goes:

```xml
<rect id="chart" x="24" y="44" width="372" height="186" fill="none" stroke="#999" data-if="false"/>
<rect class="fill-accent-deep" data-for="bar in columns(series.values, box('chart'), series.values|max)"
  data-set-x="{{ bar.x }}" data-set-y="{{ bar.y }}"
  data-set-width="{{ bar.width }}" data-set-height="{{ bar.height }}"/>
```

- `data-if` = `false` keeps the rectangle out of the picture: it is there for your eyes. Move or enlarge it, and the
  chart follows.
- The rectangle stands in the same layer or group as the marks.
- Time runs, and bars grow, from the right. A ring begins at the top and goes clockwise, so that its first part lies on
  the right.
- Each mark knows its `value` and its `index`, from 0: the label is `{{ series.labels[bar.index] }}`.
- Numbers are written by filters: `{{ bar.value | figure }}` gives ۱۲٬۵۰۰٫۵, `{{ share.share | percent }}` gives ۶۱٫۵٪.
  `figure(0)` leaves decimals out.
- `tints(colour['accent-deep'], colour.far, 5)` gives five colours from one to the other, in steps that look equal;
  `palette('report', 'lapis').ground` is a colour of another palette.
- Numbers below zero, and more than 400 of them, are refused.

![All charts](charts.png)

"""


def brief() -> DepartmentBrief:
    """A page of the sample report that has something for every chart."""
    file = WORKSPACE.root / files()["report"]
    report = report_briefs(WORKSPACE, performance_of(file), file, WORKSPACE.formats.select(["square"]))
    pages = [brief for brief in report.briefs if isinstance(brief, DepartmentBrief)]
    with_shares, with_projects, with_counts = pages[0], pages[1], pages[2]
    return with_shares.model_copy(update={"projects": with_projects.projects, "counts": with_counts.counts})


def drawn(name: str) -> bytes:
    """An artboard of the catalogue with the sample's numbers, as the SVG of an artwork."""
    format = Format(id="sample", title="", medium="screen", width=SIZE[0], height=SIZE[1], files=("png",))
    page, library = brief(), WORKSPACE.templates
    colours = library.palettes.colours(page.tone, page.palette)
    data = {**page.placeholders, "brand": WORKSPACE.brand}
    filled = fill(library, Artboard(HERE / "charts" / f"{name}.svg"), format, data, colours)
    return outline(filled.tree, WORKSPACE.fonts, source=filled.source).svg


def sheet() -> bytes:
    """All charts in one small PNG."""
    rows = -(-len(EXAMPLES) // COLUMNS)
    width, height = (side * count + GAP * (count + 1) for side, count in zip(SIZE, (COLUMNS, rows), strict=True))
    picture = Image.new("RGB", (width, height), "#d9e2e2")
    for number, name in enumerate(EXAMPLES):
        chart = Image.open(io.BytesIO(raster.draw(scene_of(drawn(name)), *SIZE).pngsave_buffer()))
        across, down = COLUMNS - 1 - number % COLUMNS, number // COLUMNS  # as they are read, from the right
        picture.paste(chart.convert("RGB"), (GAP + across * (SIZE[0] + GAP), GAP + down * (SIZE[1] + GAP)))
    out = io.BytesIO()
    picture.quantize(96, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def reference(name: str) -> str:
    """A function as the catalogue lists it: its call with defaults, what it gives."""
    function = FUNCTIONS[name]
    asked = signature(function)
    names = (p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in asked.parameters.values())
    return f"- `{name}({', '.join(names)})`: {' '.join((getdoc(function) or '').split())}"


def page() -> str:
    """The catalogue as Markdown."""
    parts = [INTRODUCTION]
    for name, (title, functions) in EXAMPLES.items():
        source = (HERE / "charts" / f"{name}.svg").read_text(encoding="utf-8")
        inside = source.partition(">\n")[2].removesuffix("</svg>\n").rstrip()
        parts.append(f"## {title}\n\n")
        parts.append("".join(f"{reference(function)}\n" for function in functions) + ("\n" if functions else ""))
        parts.append(f"[{name}.svg](charts/{name}.svg):\n\n```xml\n{inside}\n```\n\n")
    parts.append("## Places\n\n" + "".join(f"{reference(name)}\n" for name in PLACES))
    parts.append("\nThis page is made by `docs/charts_catalogue.py`.\n")
    return "".join(parts)


def main() -> None:
    (HERE / "charts.png").write_bytes(sheet())
    (HERE / "charts.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
