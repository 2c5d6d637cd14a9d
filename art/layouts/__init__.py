"""The drawing programs of the layouts. Each module has `ABOUT` (its template.yaml), `SAMPLE` and `draw(shape)`."""

LAYOUTS = (
    "arch",
    "emblem",
    "medallion",
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
    "type",
    "plaque_tazhib",
    "plaque_modern",
    "plaque_solemn",
    "plaque_warm",
)
