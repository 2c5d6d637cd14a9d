"""The drawing programs of the layouts. Each module of `LAYOUTS` has `ABOUT` (its template.yaml), `SAMPLE` and
`draw(shape)` for each of its `SHAPES`, else of the kit's."""

from __future__ import annotations

from importlib import import_module

LAYOUTS = (
    "arch",
    "emblem",
    "medallion",
    "half_medallion",
    "papercut",
    "line",
    "horizon",
    "burst",
    "window",
    "diagonal",
    "manuscript",
    "veil",
    "katibeh",
    "dome",
    "lattice",
    "mural",
    "panorama",
    "standard",
    "street",
    "type",
    "plain",
    "plaque_tazhib",
    "plaque_modern",
    "plaque_solemn",
    "plaque_warm",
    "news_veil",
    "news_window",
    "news_collage",
    "news_before_after",
    "news_plain",
    "report_cover",
    "report_department",
    "report_summary",
    "notice_civic",
    "notice_festive",
    "notice_solemn",
)


def files(name: str) -> dict[str, str]:
    """The files of a layout's template, with samples."""
    from art.layouts.kit import SHAPES
    from art.layouts.samples import with_samples

    module = import_module(f"art.layouts.{name}")
    artboards = {
        f"{shape.name}.svg": with_samples(module.draw(shape), module.SAMPLE)
        for shape in getattr(module, "SHAPES", SHAPES)
    }
    return {**artboards, "template.yaml": module.ABOUT}
