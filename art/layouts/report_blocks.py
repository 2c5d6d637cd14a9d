"""The blocks of a department's page: series, shares, projects, counts, photographs. Each fills the place that it gets.

A block is drawn in a group whose origin is its left top corner; its statements name its size, `w` and `h`, and what its
expressions share.
"""

from __future__ import annotations

from art.layouts.kit import el, group, path
from art.layouts.report_kit import Place, Type, block_words, frame, let, number, said

RULE, HAIR = 7.0, 1.6
BRIEF_LABEL = 11  # characters: longer labels stand over bars that lie
FEW = 3  # values: so few are bars that lie, too
SHORTEST_LINE = 2  # values


def blocks(type: Type) -> list[str]:
    return [
        _series(type),
        _shares(type),
        _projects(type),
        _counts(type),
        _photographs("pair", type),
        _photographs("photographs", type),
    ]


def _block(name: str, type: Type, title: str, *parts: str, aside: str = "", **values: str) -> str:
    """A block under its title: a rule, the name, and at the other end of the line what stands `aside`."""
    size = type.head
    rules = [
        el("rect", x=0, y=0, height=HAIR, width=100, data_set_width=number("w"), class_="fill-quiet"),
        el("rect", y=0, x=0, width=3 * size, height=RULE, data_set_x=number(f"w - {3 * size:g}"), class_="fill-accent-deep"),
    ]  # fmt: skip
    start = 9.8 * type.small if aside else 0
    words = block_words(
        f"{name}-title", Place(start, 0.5 * size, f"w - {start:g}", 1.4 * size), title,
        size=size, weight=900, role="ink",
    )  # fmt: skip
    return group(
        let(w=f"place.{name}.width", h=f"place.{name}.height", **values),
        *rules, words, aside, *parts,
        data_if=f"'{name}' in place",
        data_set_transform=f"translate({number(f'place.{name}.x')} {number(f'place.{name}.y')})",
    )  # fmt: skip


def _head(type: Type) -> float:
    """The height of a title with its rule."""
    return 2.2 * type.head


def _under(type: Type) -> float:
    """Where rows begin that have words in their first line: a little lower."""
    return 2.5 * type.head


# --- a series: columns, which lie as bars where labels are long or values few; or a line, where one is asked for


def _series(type: Type) -> str:
    small, text = type.small, type.text
    top, under = _head(type) + 1.9 * small, 2 * small
    lain = f"series.labels|map('length')|max > {BRIEF_LABEL} or series.values|length <= {FEW}"
    lying = f"(series.values|length < {SHORTEST_LINE} if series.kind == 'line' else {lain})"
    values = {
        "n": "series.values|length",
        "top": "[(series.values + series.lasts)|max, 0.000001]|max",
        "lying": lying,
        "chart": f"area(0, {top:g}, w, h - {top + under:g})",
        "now": "columns(series.values, chart, top, gap=0.58 if series.lasts else 0.42)",
        "last": "columns(series.lasts, chart, top, gap=0.3)",
        "inner": "area(w / n / 2, chart.y, [w - w / n, 1]|max, chart.height)",
        **_told("value", text, 1.5, "series.values|map('figure')|map('length')|max", type.least),
        **_told("label", small, 1.62, "series.labels|map('length')|max", type.least),
        **_row_values(type, "n"),
    }
    legend = group(_key(type, 0, "year_before", "far"), _key(type, 1, "year", "accent-deep"), data_if="series.lasts")
    base = el(
        "rect",
        x=0,
        y=0,
        height=3,
        width=100,
        data_set_width=number("w"),
        data_set_y=number(f"h - {under:g}"),
        class_="fill-ink",
    )
    upright = group(
        group(_bar("last", "far", data_if="series.lasts"), _bar("now", "accent-deep"), data_if="series.kind != 'line'", id="series-columns"),
        group(*_line(type), data_if="series.kind == 'line'"),
        base, *_labels(type, under),
        data_if="not lying",
    )  # fmt: skip
    lying_bars = group(
        *_rows(
            "series-row", type, "bar in columns(series.values, chart, top)", "series.labels[bar.index]", "bar.value|figure",
            share="bar.value / top", behind="(series.lasts[bar.index] / top if series.lasts else 0)",
        ),
        data_if="lying",
    )  # fmt: skip
    title = "(series.title or 'روند') ~ ('، ' ~ series.unit if series.unit else '')"
    return _block("series", type, title, upright, lying_bars, aside=legend, **values)


def _told(name: str, size: float, letters: float, longest: str, least: float) -> dict[str, str]:
    """The size of words in the places of bars, and which ones are told where all would be too small: every so many,
    the last one among them. `letters` are how many of them are as broad as they are high, together."""
    return {
        f"{name}_every": f"(({longest}) * {least:g} / ({letters:g} * w / n))|round(0, 'ceil')|int",
        f"{name}_size": f"[{size:g}, {letters:g} * w / n * {name}_every / ({longest})]|min",
    }


def _key(type: Type, index: int, words: str, role: str) -> str:
    """A square of the legend with its year, from the left."""
    size = type.small
    x = index * 4.6 * size
    return group(
        el("rect", x=x + 3.1 * size, y=0.95 * size, width=0.62 * size, height=0.62 * size, rx=0.1 * size, class_=f"fill-{role}"),
        block_words(f"series-key-{index}", Place(x, 0.62 * size, 2.9 * size, 1.4 * size), words, size=size, weight=500, role="quiet"),
    )  # fmt: skip


def _bar(bars: str, role: str, **more: object) -> str:
    sides = {f"data_set_{side}": number(f"bar.{side}") for side in ("x", "y", "width", "height")}
    bar = el("rect", x=0, y=0, width=60, height=200, data_for=f"bar in {bars}", class_=f"fill-{role}", **sides)
    return group(bar, **more)


def _line(type: Type) -> list[str]:
    small = type.small
    return [
        group(path("", data_set_d="{{ line(series.values, inner, top).area }}", class_="fill-far"), opacity=0.75),
        path(
            "", data_set_d="{{ line(series.lasts, inner, top).d }}", data_if="series.lasts", class_="stroke-quiet", fill="none",
            stroke_width=0.09 * small, stroke_dasharray=f"{0.3 * small:g} {0.22 * small:g}",
        ),
        path(
            "", data_set_d="{{ line(series.values, inner, top).d }}", class_="stroke-accent-deep", fill="none",
            stroke_width=0.24 * small, stroke_linecap="round", stroke_linejoin="round",
        ),
        el(
            "circle", cx=-999, cy=-999, r=0.34 * small, data_for="spot in line(series.values, inner, top).spots",
            data_set_cx=number("spot.x"), data_set_cy=number("spot.y"), class_="fill-glow stroke-accent-deep", stroke_width=0.2 * small,
        ),
    ]  # fmt: skip


def _labels(type: Type, under: float) -> list[str]:
    """Values over the bars and labels under them, as large as the bars' places allow."""

    def word(id: str, words: str, y: str, weight: int, role: str) -> str:
        return el(
            "text", id=f"series-{id}", x=0, y=0, data_set_id=f"series-{id}-{{{{ loop.index }}}}", data_if=f"(n - loop.index) % {id}_every == 0", data_set_x=number("bar.cx"), data_set_y=number(y),
            data_set_font_size=number(f"{id}_size"), data_text=f"{{{{ {words} }}}}", text_anchor="middle", font_family="Vazirmatn",
            font_weight=weight, font_size=type.small, class_=f"fill-{role}", lang="fa", direction="rtl",
        )  # fmt: skip

    # Words that are broader than their bar's place stand over its neighbours too.
    beside = "now[[bar.index - 1, 0]|max].y, now[[bar.index + 1, n - 1]|min].y"
    over_last = "[last[bar.index].y] if series.lasts and series.kind != 'line' else []"
    above = f"([bar.y] + ([{beside}] if value_every > 1 else []) + ({over_last}))|min"
    clear = f"({0.42 * type.small:g} if series.kind != 'line' else {0.85 * type.small:g})"
    return [
        group(
            word("value", "bar.value|figure", f"{above} - {clear}", 900, "ink"),
            word("label", "series.labels[bar.index]", f"h - {0.5 * type.small:g}", 500, "quiet"),
            data_for="bar in now",
        )
    ]


# --- rows of a label and a value over a bar that grows from the right


def _row_values(type: Type, count: str) -> dict[str, str]:
    """What rows share: the height of a row, that of its content, the size of its type, the thickness of its bar."""
    return {
        "row": f"(h - {_under(type):g}) / {count}",
        "inside": f"[row, {5.4 * type.text:g}]|min",
        "row_size": f"[{1.2 * type.text:g}, 0.36 * inside]|min",
        "thick": f"[{type.text:g}, 0.18 * inside]|min",
    }


def _rows(
    id: str,
    type: Type,
    loop: str,
    label: str,
    value: str,
    *,
    share: str,
    behind: str,
    fill: str = "'accent-deep'",
    note: str = "",
) -> list[str]:
    """`share` and `behind` are lengths of the bar and of a paler one under it, in parts of the whole width. Where rows
    have a note, the paler one is the whole, and the bar lies on it."""
    frames = el(
        "defs",
        frame(id, Place(f"{0.43 if note else 0.3:g} * w", 0, f"{0.57 if note else 0.7:g} * w", "1.5 * row_size")),
        frame(f"{id}-value", Place(0, 0, f"{0.16 if note else 0.29:g} * w", "1.5 * row_size")),
        frame(f"{id}-note", Place("0.17 * w", 0, "0.25 * w", "1.5 * row_size")),
    )

    def bar(part: str, role: str, down: str = "0", share: float = 1) -> str:
        return el(
            "rect", x=0, y=0, width=100, height=20, fill="none", data_set_width=number(f"w * ({part})"), data_set_x=number(f"w - w * ({part})"),
            data_set_y=number(f"1.72 * row_size + {down}"), data_set_height=number(f"{share:g} * thick"), data_set_class=f"fill-{{{{ {role} }}}}",
        )  # fmt: skip

    return [
        frames,
        group(
            group(
            bar(behind, "'far'") if note else bar(behind, "'far'", "1.12 * thick", 0.55),
            bar(share, fill),
            said(id, label, size="row_size", weight=700, role="ink", repeated=True),
            said(f"{id}-value", value, size="row_size", weight=900, role="ink", align="end", repeated=True),
            said(f"{id}-note", note, size="row_size", weight=500, role="quiet", align="end", repeated=True) if note else "",
            data_for=loop,
            data_set_transform=f"translate(0 {number(f'{_under(type):g} + loop.index0 * row + (row - inside) / 2')})",
            ),
            id=f"{id}-rows",
        ),
    ]  # fmt: skip


def _projects(type: Type) -> str:
    rows = _rows(
        "project", type, "project in projects",
        "project.name",
        "project.progress|percent",
        note="project.value|figure ~ ' ' ~ project.unit if project.value is not none else ''",
        share="project.progress / 100", behind="1", fill="'accent-deep' if project.progress < 100 else 'ground'",
    )  # fmt: skip
    return _block("projects", type, "'پیشرفت پروژه‌ها'", *rows, **_row_values(type, "projects|length"))


# --- shares: a ring, its largest part told in the middle, and a list of all


def _shares(type: Type) -> str:
    size = type.text
    values = {
        "n": "shares|length",
        "room": f"h - {_head(type):g}",
        "side": "[room, 0.42 * w]|min",
        "disc": f"area(w - side, {_head(type):g} + (room - side) / 2, side, side)",
        "row": "[(h - " + f"{_head(type):g}) / n, {2.5 * size:g}]|min",
        "row_size": f"[{size:g}, 0.5 * row]|min",
        "wide": f"w - side - {1.4 * size:g}",
        "first": f"{_head(type):g} + (room - n * row) / 2",
        "colours": "tints(colour['accent-deep'], colour.far, [n, 3]|max)",
        "largest": "shares|sort(attribute='share')|last",
    }
    slice_ = path(
        "", data_for=f"slice in ring(shares|map(attribute='share')|list, disc, hole=0.62, gap={0.16 * size:g})",
        data_set_d="{{ slice.d }}", data_set_fill="{{ colours[slice.index] }}",
    )  # fmt: skip
    middle = el(
        "defs",
        frame("largest", Place("disc.x + 0.24 * side", "disc.y + 0.28 * side", "0.52 * side", "0.27 * side")),
        frame("largest-label", Place("disc.x + 0.25 * side", "disc.y + 0.54 * side", "0.5 * side", "0.2 * side")),
        frame("share", Place("0.24 * wide", 0, "0.76 * wide - 1.25 * row_size", "row")),
        frame("share-value", Place(0, 0, "0.23 * wide", "row")),
    )
    rows = group(
        el(
            "rect", y=0, x=0, height=10, width=10, rx=0.12 * size, data_set_fill="{{ colours[loop.index0] }}",
            data_set_x=number("wide - 0.8 * row_size"), data_set_y=number("(row - 0.8 * row_size) / 2"),
            data_set_width=number("0.8 * row_size"), data_set_height=number("0.8 * row_size"),
        ),
        el("rect", x=0, y=0, height=HAIR, width=100, data_set_width=number("wide"), class_="fill-far", data_if="not loop.first"),
        said("share", "share.label", size="row_size", weight=500, role="ink", valign="middle", lines=2, line_height=1.15, repeated=True),
        said("share-value", "share.share|percent", size="1.1 * row_size", weight=900, role="ink", valign="middle", align="end", repeated=True),
        data_for="share in shares",
        data_set_transform=f"translate(0 {number('first + loop.index0 * row')})",
    )  # fmt: skip
    in_hole = [
        said("largest", "largest.share|percent", size="0.2 * side", weight=900, role="accent-deep", align="center", valign="bottom", line_height=1.1),
        said("largest-label", "largest.label", size="[0.066 * side, 60]|min", weight=700, role="quiet", align="center", lines=2, line_height=1.2),
    ]  # fmt: skip
    return _block("shares", type, "shares_of or 'سهم‌ها'", group(slice_, id="ring"), middle, *in_hole, rows, **values)


# --- counts: a picture for so many


def _counts(type: Type) -> str:
    small, text = type.small, type.text
    values = {
        "n": "counts|length",
        "row": f"(h - {_head(type):g}) / n",
        "named": f"{1.7 * text:g}",
        "field": f"area(0, named, w, row - named - {0.5 * text:g})",
    }
    at = [Place("0.36 * w", 0, "0.64 * w", f"{1.5 * text:g}"), Place(0, 0, "0.35 * w", f"{1.5 * text:g}")]
    frames = el("defs", frame("count", at[0]), frame("count-each", at[1]))
    shown = "icons(count.value, field, each=count.each or 0, most=24)"
    lit = {f"data_set_{side}": number(f"icon.lit.{side}") for side in ("x", "y", "width", "height")}
    drawn = {
        name: el(
            "image", x=0, y=0, width=100, height=100, data_symbol="{{ count.symbol }}", data_tones=tones, id=f"icon-{name}",
            data_set_id=f"icon-{name}-{{{{ number }}}}",
        )
        for name, tones in (("faint", "far"), ("full", "accent-deep accent-deep ground ground"))
    }  # fmt: skip

    def use(name: str) -> str:
        place = f"translate({number('icon.x')} {number('icon.y')}) scale({number('icon.width / 100')})"
        return el("use", href=f"#icon-{name}", data_set_href=f"#icon-{name}-{{{{ number }}}}", data_set_transform=place)

    icon = group(
        group(use("faint"), data_if="icon.part < 1"),
        el("clipPath", el("rect", x=0, y=0, width=60, height=60, **lit), id="lit", data_set_id="lit-{{ number }}", data_if="icon.part < 1"),
        group(use("full"), data_set_clip_path="{{ 'url(#lit-' ~ number ~ ')' if icon.part < 1 else 'none' }}"),
        data_for=f"icon in {shown}.marks",
    )  # fmt: skip
    one = group(
        let(number="loop.index"),
        el("defs", *drawn.values()),
        said("count", "count.value|figure", size=text, weight=900, role="ink", unit="(count.unit ~ ' ' ~ count.label)", unit_size=text * 0.9, repeated=True),
        said("count-each", f"'هر نماد: ' ~ {shown}.each|figure ~ ' ' ~ count.unit", size=small, role="quiet", align="end", repeated=True),
        group(icon, data_set_id="icons-{{ number }}", id="icons"),
        data_for="count in counts",
        data_set_transform=f"translate(0 {number(f'{_head(type):g} + loop.index0 * row')})",
    )  # fmt: skip
    return _block("counts", type, "'در یک نگاه'", frames, one, **values)


# --- photographs: one place before and after, or side by side


def _photographs(name: str, type: Type) -> str:
    small, paired = type.small, name == "pair"
    gap = 0.5 * small
    values = {
        "n": f"{name}|length",
        "wide": f"w / n - {gap:g} * (n - 1) / n",
        "high": f"h - {_head(type) + 2.1 * small:g}",
    }
    sides = {
        f"data_set_{side}": number(f"photo.placed(0, 0, wide, high).{side}") for side in ("x", "y", "width", "height")
    }
    caption = "photo.caption ~ (' · عکس: ' ~ photo.credit if photo.credit else '')"
    tag = group(
        el("rect", x=0, y=0, width=3.4 * small, height=1.9 * small, data_set_x=number(f"wide - {3.4 * small:g}"), class_="fill-ground"),
        said(f"{name}-tag", "'پیش' if loop.first else 'اکنون'", size=small, weight=700, role="glow", align="center", valign="middle", repeated=True),
    ) if paired else ""  # fmt: skip
    frames = el(
        "defs",
        el("clipPath", el("rect", x=0, y=0, width=100, height=100, data_set_width=number("wide"), data_set_height=number("high")), id=f"{name}-clip"),
        frame(f"{name}-caption", Place(0, f"high + {0.4 * small:g}", "wide", 1.6 * small)),
        frame(f"{name}-tag", Place(f"wide - {3.4 * small:g}", 0, 3.4 * small, 1.9 * small)),
    )  # fmt: skip
    one = group(
        group(el("image", preserveAspectRatio="none", data_set_href="{{ photo.href }}", **sides), clip_path=f"url(#{name}-clip)"),
        tag,
        said(f"{name}-caption", caption, size=small, weight=500, role="quiet", repeated=True),
        data_for=f"photo in {name}",
        data_set_transform=f"translate({number(f'w - wide - loop.index0 * (wide + {gap:g})')} {_head(type):g})",
    )  # fmt: skip
    return _block(name, type, "'پیش و پس'" if paired else "'قاب‌ها'", frames, one, **values)
