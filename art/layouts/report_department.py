"""A department's page and card: its colour, its first figure as large as can be, and what else there is, composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from art.layouts import kit, report_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.report_blocks import blocks
from art.layouts.report_kit import BLEED, CARD, PAGE, TYPE, Place, Type, arrow, frame, let, number, said
from art.layouts.report_samples import ReportSample
from engine.ornament.geometry import ORIGIN
from engine.ornament.shamseh import star_outline

ABOUT = report_kit.ABOUT.format(title="گزارش: صفحهٔ یک معاونت", kind="department")
SHAPES = report_kit.SHAPES
SAMPLE = ReportSample("department")

WANTED = {  # the height in which a block is at its best, in units of a page
    "series": "780", "shares": "760", "projects": "(210 + 132 * projects|length)", "counts": "(150 + 330 * counts|length)",
    "pair": "940", "photographs": "880",
}  # fmt: skip
LEAD_ALONE = 400  # units of a page: what the field is higher by for a lead without figures beside it
LONG_NAME = 25  # letters: such a name stands in two lines


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand. The field of colour is as high as what stands below it leaves it, within bounds."""

    shape: Shape
    margin: float
    top: float
    field: float
    dense: float  # the field's height over more blocks than it is made for
    most: float  # the field's height over little
    name: Box
    lead: Box
    hero: float  # the height of the first figure's place, at the field's foot
    hero_size: float
    beside: float  # what is kept free at the left of the first figure
    medal: float  # the breadth of the medallion where the field is low
    clear: float  # what it keeps from the upper edge and from the first figure's place, together
    medal_at: str  # the height of its middle
    tile: float  # the height of a row of figures over blocks
    tile_alone: float  # and of one that stands alone
    gap: float
    bottom: float
    blocks_shown: str
    tiles: str

    @property
    def type(self) -> Type:
        return TYPE[self.shape.name]

    @property
    def width(self) -> float:
        return self.shape.width - 2 * self.margin


PLANS = {
    PAGE.name: Plan(
        PAGE, 140, 120, 1060, 960, 1700,
        name=Box(620, 232, 1340, 330), lead=Box(140, 0, 560, 330), hero=440, hero_size=230, beside=644,
        medal=390, clear=225, medal_at="hero_at - 40 - medal / 2", tile=310, tile_alone=430, gap=84,
        bottom=2770, blocks_shown="blocks", tiles="figures[1:7]",
    ),
    CARD.name: Plan(
        CARD, 66, 50, 476, 476, 476,
        name=Box(280, 112, 734, 128), lead=Box(0, 0, 0, 0), hero=226, hero_size=96, beside=290,
        medal=262, clear=-50, medal_at="(780 if alone else field - 30 - medal / 2)", tile=150, tile_alone=230, gap=40,
        bottom=984, blocks_shown="(['pair'] if 'pair' in blocks else blocks[:1])", tiles="([] if blocks else figures[1:5])",
    ),
}  # fmt: skip


def draw(shape: Shape) -> str:
    plan = PLANS[shape.name]
    left, right = plan.margin, shape.width - plan.margin
    running_defs, running = report_kit.running(shape, "glow", top=plan.top, left=left, right=right)
    foot_defs, foot = report_kit.foot(
        shape,
        "number",
        left=left,
        right=right,
        base=shape.height - 0.6 * plan.margin,
        role="{{ 'glow' if alone else 'quiet' }}",
    )
    names = let(**_places(plan))
    return kit.artboard(
        shape,
        [
            names,
            el("clipPath", el("rect", x=-BLEED, y=-BLEED, width=shape.width + 2 * BLEED, height=100, data_set_height=number(f"field + {BLEED}")), id="field"),
            running_defs,
            foot_defs,
        ],
        [
            el("rect", x=0, y=0, width=shape.width, height=shape.height, class_="fill-glow", data_cover="bleed"),
            *_field(plan),
            running,
            *_name(plan),
            *_lead(plan),
            *_hero(plan),
            *_tiles(plan),
            *blocks(plan.type),
            foot,
        ],
    )  # fmt: skip


def _places(plan: Plan) -> Mapping[str, str]:
    """What the statements at the head name: the field's height, the figures' tiles, the blocks' places."""
    height = plan.shape.height
    return {
        "shown": plan.blocks_shown,
        "tiles": plan.tiles,
        "alone": "not shown and not tiles",
        "across": "([tiles|length, 1]|max if tiles|length < 4 else 2 if tiles|length == 4 else 3) if shown else (2 if tiles|length > 2 else 1)",
        "tile_rows": "((tiles|length + across - 1) // across)",
        "tile_high": f"(({plan.tile:g} if tile_rows == 1 else {0.88 * plan.tile:g}) if shown else {plan.tile_alone:g})",
        "told": f"({LEAD_ALONE if plan.lead.width else 0} if lead and not figures else 0)",
        "roomy": f"[{plan.field:g}, [{plan.most:g}, {plan.bottom:g} - ({_wanted_below(plan)})]|min]|max",
        "field": f"({height + BLEED:g} if alone else ({plan.dense:g} if shown|length > 2 else roomy) if figures else {plan.field - plan.hero:g} + told)",
        "extra": f"(0 if alone or not figures else 0.2 * [0, field - {plan.field:g}]|max)",
        "grown": f"{plan.width / (plan.width - plan.beside) if plan.lead.width else 1:.3g} if alone else 1",
        "hero_at": f"({height * 0.5:g} if alone else field - extra - {plan.hero:g} if figures else field - told)",
        "medal": (
            f"[[{plan.medal:g}, hero_at - {plan.clear:g}]|min if figures else 0.55 * hero_at, [{0.44 * plan.shape.width:g}, "
            f"hero_at - {plan.name.bottom + 30:g} + ({0.4 * plan.name.height:g} if name|length < {LONG_NAME} else 0)]|min]|max"
        ),
        "start": f"field + {plan.gap:g}",
        "tile": f"(tile_high if shown else ({plan.bottom:g} - start) / [tile_rows, 1]|max)",
        "wide": f"({plan.width:g} - (across - 1) * {plan.gap:g}) / across",
        "below": f"start + (tile_rows * tile + {0.5 * plan.gap:g} if tiles else 0)",
        "place": (
            f"mosaic(shown, area({plan.margin:g}, below, {plan.width:g}, {plan.bottom:g} - below), {plan.gap:g}, "
            "{'series': 1.05, 'shares': 1, 'projects': 0.55 + 0.12 * projects|length, 'counts': 0.4 + 0.3 * counts|length, 'pair': 1.6, 'photographs': 1.4}, "
            "across=1 if shown|length <= 2 else 2)"
        ),
    }


def _wanted_below(plan: Plan) -> str:
    """The height that stands well below the field: gaps, rows of figures, blocks."""
    blocks = " + ".join(f"({wants} if '{name}' in shown else 0)" for name, wants in WANTED.items())
    return f"{plan.gap:g} * (1 + shown|length) + (tile_rows * tile_high if tiles else 0) + {blocks}"


def _field(plan: Plan) -> list[str]:
    """The field of colour with its girih, and the department's medallion."""
    shape = plan.shape
    cell = 0.42 * shape.width
    field = el(
        "rect",
        x=-BLEED,
        y=-BLEED,
        width=shape.width + 2 * BLEED,
        height=100,
        data_set_height=number(f"field + {BLEED}"),
        class_="fill-ground",
        data_cover="x",
    )
    sheet = Box(-BLEED, -BLEED, shape.width + 2 * BLEED, shape.height + 2 * BLEED)
    return [
        field,
        group(report_kit.texture("field", sheet, cell, 0.1, stroke=0.0011 * shape.width)),
        _medallion(plan),
    ]


def _medallion(plan: Plan) -> str:
    """The department's symbol within rings, or its number where it has none; drawn at 1000 units a breadth."""
    ring = {"fill": "none", "class_": "stroke-accent"}
    symbol = el(
        "image", x=-385, y=-385, width=770, height=770, data_symbol="{{ symbol }}", data_tones="pattern glow near accent",
        data_if="symbol", id="symbol",
    )  # fmt: skip
    numeral = group(
        el("defs", frame("numeral", Place(-300, -300, 600, 600))),
        said("numeral", "number", size=620, weight=900, role="accent", align="center", valign="middle", line_height=1, aria_hidden="true"),
        data_if="not symbol",
    )  # fmt: skip
    return group(
        path(star_outline(ORIGIN, 500, 16, 3).d(1), class_="fill-deep", opacity=0.6),
        el("circle", r=436, stroke_width=9, **ring),
        el("circle", r=414, class_="fill-deep"),
        symbol,
        numeral,
        id="medallion",
        data_set_transform=f"translate({number(f'{plan.margin:g} + medal / 2')} {number(plan.medal_at)}) scale({number('medal / 1000')})",
    )


def _name(plan: Plan) -> list[str]:
    """A short name in one large line, a long one in two."""
    at = Place(plan.name.x, plan.name.y, plan.name.width, plan.name.height)
    size = plan.name.height / 2.4
    return [
        el("defs", frame("name", at)),
        said("name", "name", size=size, weight=900, role="glow", lines=f"{{{{ 1 if name|length < {LONG_NAME} else 2 }}}}", line_height=1.14, fit="grow", data_fit_ceiling=1.5, floor=0.5),
    ]  # fmt: skip


def _lead(plan: Plan) -> list[str]:
    """What it did in a sentence, in a column of its own at the field's foot."""
    if not plan.lead.width:
        return []
    text, at = plan.type.text, Place(plan.lead.x, 0.7 * plan.type.text, plan.lead.width, plan.lead.height)
    over = Place(at.x, -1.7 * plan.type.small, at.width, 1.5 * plan.type.small)
    there = f"translate(0 {number(f'{0.85 * plan.shape.height:g} if alone else hero_at + {0.35 * text:g}')})"
    return [
        group(
            el("defs", frame("manager", over)),
            said("manager", "manager", size=plan.type.small, weight=700, role="accent"),
            data_if="manager",
            data_set_transform=there,
        ),
        group(
            el("rect", x=at.x, y=0, width=at.width, height=2, class_="fill-accent"),
            el("defs", frame("lead", at)),
            said("lead", "lead", size=text, weight=500, role="glow", lines=6, line_height=1.5, floor=0.6),
            data_if="lead",
            data_set_transform=there,
        ),
    ]  # fmt: skip


def _hero(plan: Plan) -> list[str]:
    """The first figure: what it counts, the numeral, how it compares. Where the field is high, it is larger."""
    text = plan.type.text
    width = plan.width - plan.beside
    x, height = plan.shape.width - plan.margin - width, plan.hero
    down = f"{height - 2.8 * text:g} + extra"
    size = f"{plan.hero_size:g} + 0.95 * extra"
    label = Place(x, 0, width, 1.6 * text)
    numeral = Place(x, 1.6 * text, width, f"{height - 4.5 * text:g} + extra")
    change = Place(x, down, width - 1.3 * text, 1.5 * text)
    head = "figures[0]"
    return [
        group(
            el("defs", frame("hero-label", label), frame("hero", numeral), frame("hero-change", change)),
            said("hero-label", f"{head}.label", size=text * 1.12, weight=700, role="glow"),
            said(
                "hero", f"{head}.value|figure", size=size, weight=900, role="accent", line_height=1.05, valign="middle",
                unit=f"{head}.unit", unit_size=f"0.27 * ({size})", unit_role="glow", floor=0.3,
            ),
            group(
                group(
                    arrow(0.9 * text, f"{head}.change.direction", class_="fill-accent"),
                    data_set_transform=f"translate({x + width:g} {number(f'{down} + {0.22 * text:g}')})",
                    data_if=f"{head}.change.direction != 'same'",
                ),
                said("hero-change", f"{head}.sentence", size=text, weight=500, role="glow"),
                data_if=f"{head}.change",
            ),
            data_if="figures",
            data_set_transform=f"translate({number(f'(1 - grown) * {x + width:g}')} {number('hero_at')}) scale({{{{ grown }}}})",
        )
    ]  # fmt: skip


def _tiles(plan: Plan) -> list[str]:
    """The other figures, in rows from the right."""
    text, small = plan.type.text, plan.type.small
    room = f"(tile - {34 + 1.5 * text + 1.5 * small + 14:g}) / 1.25"
    size = f"[{plan.type.numeral:g} if shown else {plan.type.numeral * 2.4:g}, {room}, 0.42 * tile]|min"
    label = Place(0, "[0.11 * tile, 34]|min", "wide", f"{1.5 * text:g}")
    numeral = Place(0, f"[0.11 * tile, 34]|min + {1.5 * text:g}", "wide", f"1.25 * ({size})")
    change = Place(
        0, f"[0.11 * tile, 34]|min + {1.5 * text:g} + 1.25 * ({size})", f"wide - {1.2 * small:g}", f"{1.5 * small:g}"
    )
    rules = [
        el("rect", x=0, y=0, height=1.6, width=100, data_set_width=number("wide"), class_="fill-quiet"),
        el("rect", x=0, y=0, height=7, width=3 * text, data_set_x=number(f"wide - {3 * text:g}"), class_="fill-accent-deep"),
    ]  # fmt: skip
    verdict = "{{ 'fill-second' if figure.change.good is false else 'fill-accent-deep' }}"
    one = group(
        *rules,
        said("tile-label", "figure.label", size=text, weight=700, role="ink", repeated=True),
        said(
            "tile", "figure.value|figure", size=size, weight=900, role="accent-deep", line_height=1.1, valign="middle",
            unit="figure.unit", unit_size=f"0.32 * {size}", unit_role="ink", floor=0.3, repeated=True,
        ),
        group(
            group(
                arrow(0.8 * small, "figure.change.direction", data_set_class=verdict),
                data_if="figure.change.direction != 'same'",
                data_set_transform=f"translate({number('wide')} {number(f'{change.y} + {0.28 * small:g}')})",
            ),
            said("tile-change", "figure.sentence", size=small, weight=500, role="quiet", repeated=True),
            data_if="figure.change",
        ),
        data_for="figure in tiles",
        data_set_transform=(
            f"translate({number(f'{plan.shape.width - plan.margin:g} - wide - loop.index0 % across * (wide + {plan.gap:g})')} "
            f"{number('start + loop.index0 // across * tile')})"
        ),
    )  # fmt: skip
    return [el("defs", frame("tile-label", label), frame("tile", numeral), frame("tile-change", change)), one]
