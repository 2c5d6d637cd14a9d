"""Plaque in tazhib: an illuminated page whose head-piece bears the heading in a cloud of gold."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, plaque_kit
from art.layouts.illumination import cloud, crown, frame, head_panel, inset, specks
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.plaque_kit import Words, centred
from engine.ornament.pen import rectangle, star

ABOUT = plaque_kit.ABOUT.format(title="لوح تذهیب", tone="literary")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("cooperation", "literary", "manuscript")

U = 2.1  # units of the frame's fine lines
BREADTH = 150.0
EDGE = 80.0


@dataclass(frozen=True, slots=True)
class Plan:
    panel: Box
    rise: float
    words: Words
    divider: tuple[float, float]


def _plan(shape: Shape) -> Plan:
    cx = shape.cx
    if shape.name == "portrait":
        panel = centred(cx, 640, 1240, 420)
        return Plan(
            panel,
            215,
            Words(
                opening=centred(cx, 258, 900, 66),
                title=_inside(panel, 54),
                honorific=centred(cx, 1098, 1300, 96),
                name=centred(cx, 1215, 1400, 280),
                position=centred(cx, 1510, 1300, 90),
                body=centred(cx, 1680, 1330, 560),
                date=centred(cx, 2245, 1200, 80),
                signatures=centred(cx, 2345, 950, 290),
                meta=centred(cx, 2650, 900, 48),
                code=Box(392, 2420, 170, 170),
                logo=Box(1528, 2410, 190, 190),
            ),
            (cx, 1640),
        )
    panel = centred(cx, 462, 1240, 280)
    return Plan(
        panel,
        150,
        Words(
            opening=centred(cx, 240, 900, 56),
            title=_inside(panel, 30),
            honorific=centred(cx, 776, 1700, 84),
            name=centred(cx, 872, 1900, 206),
            position=centred(cx, 1082, 1700, 72),
            body=centred(cx, 1212, 2130, 330),
            date=centred(cx, 1545, 1400, 76),
            signatures=centred(cx, 1610, 1500, 190),
            meta=centred(cx, 1800, 900, 44),
            code=Box(432, 1545, 190, 190),
            logo=Box(2348, 1545, 190, 190),
            name_size=150,
            body_size=62,
        ),
        (cx, 1186),
    )


def draw(shape: Shape) -> str:
    plan = _plan(shape)
    page = inset(Box(0, 0, shape.width, shape.height), EDGE)
    words = plan.words
    light, lit = kit.light(shape.cx, words.name.cy, 0.5 * shape.width, 0.42)
    defs, says = plaque_kit.words(words, plaque_kit.Roles(name="accent"))
    return kit.artboard(
        shape,
        [
            kit.radial("ground", shape.cx, shape.cy, 0.62 * max(shape.width, shape.height),
                       (0, "ground", 1), (0.55, "ground", 1), (1, "deep", 1)),
            kit.metal("gold", Box(0, 0, shape.width, shape.height)),
            kit.metal("metal", words.title, kit.LETTER_METAL),
            el("clipPath", path(rectangle(plan.panel.x, plan.panel.y, plan.panel.width, plan.panel.height).d()), id="panel"),
            light,
            *defs,
        ],
        [
            kit.ground(),
            lit,
            specks(shape.width, shape.height, 1.6, [kit.Box(words.body.x - 50, 0, words.body.width + 100, shape.height)]),
            *frame(page, BREADTH, U),
            *crown(plan.panel, plan.rise, U),
            *head_panel(plan.panel, U),
            *cloud(U),
            _divider(*plan.divider),
            *says,
        ],
    )  # fmt: skip


def _inside(panel: Box, air: float) -> Box:
    return Box(panel.x + 2 * air, panel.y + air, panel.width - 4 * air, panel.height - 2 * air)


def _divider(cx: float, cy: float) -> str:
    """A star between two lines that fade."""
    ray = "M{0} {1}L{2} {3}L{0} {4}Z"
    arms = "".join(ray.format(cx + s * 60, cy - 2.6, cx + s * 420, cy, cy + 2.6) for s in (-1, 1))
    beads = "".join(star((cx + s * 44, cy), 9, 5, 4).d(1) for s in (-1, 1))
    return group(
        path(arms + beads, class_="fill-metal-2"),
        path(star((cx, cy), 30, 21, 8).d(1), class_="fill-near"),
        path(star((cx, cy), 13, 9, 8).d(1), class_="fill-second"),
        id="divider",
    )
