"""Plaque in tazhib: a gilded page whose head-piece bears the heading in gold on lapis."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, plaque_kit
from art.layouts.gilding import Bands, Head, corner_pieces, frame, head, reserved, seal
from art.layouts.illumination import inset, specks
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.plaque_kit import BOLD_ON_PAPER, ON_PAPER, PAPER, QUIET_ON_PAPER, Words, centred
from engine.ornament.pen import star

ABOUT = plaque_kit.ABOUT.format(title="لوح تذهیب", tone="literary")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("cooperation", "literary", "gilded")

EDGE = 104.0  # from the trim to the frame: room for the rays


@dataclass(frozen=True, slots=True)
class Plan:
    bands: Bands
    head: Head
    corner: float
    words: Words
    divider: tuple[float, float, float]  # its middle, and the radius of its star


def _plan(shape: Shape) -> Plan:
    cx = shape.cx
    if shape.name == "portrait":
        bands, top = Bands(), Head(centred(cx, 668, 1120, 322), 218, rays=True)
        return Plan(
            bands,
            top,
            250,
            Words(
                opening=top.heart(bands),
                title=_inside(top.panel, 22),
                honorific=centred(cx, 1072, 1200, 84),
                name=centred(cx, 1160, 1240, 296),
                position=centred(cx, 1456, 1200, 80),
                body=centred(cx, 1626, 1280, 500),
                date=centred(cx, 2156, 900, 72),
                signatures=centred(cx, 2264, 930, 270),
                meta=centred(cx, 2558, 860, 48),
                code=Box(410, 2180, 176, 176),
                logo=Box(1514, 2180, 176, 176),
                name_size=164,
            ),
            (cx, 1582, 30),
        )
    bands, top = Bands(fringe=62, chain=28, wide=110), Head(centred(cx, 362, 1264, 310), 163, rays=False)
    return Plan(
        bands,
        top,
        220,
        Words(
            opening=top.heart(bands),
            title=_inside(top.panel, 22),
            honorific=centred(cx, 728, 1700, 72),
            name=centred(cx, 798, 1900, 204),
            position=centred(cx, 1000, 1700, 62),
            body=centred(cx, 1112, 2060, 300),
            date=centred(cx, 1422, 1200, 66),
            signatures=centred(cx, 1482, 1320, 202),
            meta=centred(cx, 1698, 1400, 46),
            code=Box(560, 1496, 176, 176),
            logo=Box(2234, 1496, 176, 176),
            name_size=134,
            body_size=63,
            leading=1.52,
        ),
        (cx, 1090, 18),
    )


def draw(shape: Shape) -> str:
    plan = _plan(shape)
    page = inset(Box(0, 0, shape.width, shape.height), EDGE)
    words = plan.words
    leaf = inset(page, plan.bands.breadth)
    roles = plaque_kit.Roles(
        opening=PAPER, meta=QUIET_ON_PAPER, small=QUIET_ON_PAPER, name=BOLD_ON_PAPER, body=ON_PAPER
    )
    defs, says = plaque_kit.words(words, roles)
    return kit.artboard(
        shape,
        [
            _radial("ground", shape.cx, shape.cy, 0.62 * max(shape.width, shape.height),
                    ((0.5, kit.by_ground("far", "ground")), (1, "deep"))),
            kit.metal("gold", Box(0, 0, shape.width, shape.height)),
            kit.metal("metal", words.title, kit.LETTER_METAL),
            _radial("leaf", shape.cx, shape.cy, 0.6 * max(leaf.width, leaf.height),
                    ((0.45, PAPER), (1, kit.by_ground("ink", "ground")))),
            *defs,
        ],
        [
            kit.ground(),
            specks(shape.width, shape.height, 2.2, [leaf], kit.by_ground("metal-2", "metal-1")),
            kit.rect(leaf, fill="url(#leaf)"),
            *frame(page, plan.bands),
            *corner_pieces(leaf, plan.corner),
            *head(plan.head, plan.bands),
            *_title(words),
            _divider(*plan.divider),
            *plaque_kit.counterparts(words, lambda id, box: seal((box.cx, box.cy), 0.5 * box.width, id)),
            _code_rim(words.code),
            *says,
        ],
    )  # fmt: skip


def _radial(id: str, cx: float, cy: float, r: float, colours: tuple[tuple[float, str], ...]) -> str:
    """A radial gradient whose roles may be expressions."""
    stops = (el("stop", offset=at, data_set_class=f"stop-{role}") for at, role in colours)
    return el("radialGradient", *stops, id=id, gradientUnits="userSpaceOnUse", cx=cx, cy=cy, r=r)


def _title(words: Words) -> list[str]:
    """The heading in bright metal, else in white, in its reserve, with a dark edge below each stroke."""
    return [
        reserved("title", 0.13 * words.title.height),
        el("use", href="#title", class_="fill-metal-5", transform="translate(0 5)"),
        el("use", href="#title", data_set_fill="{{ 'url(#metal)' if colour['metal-3'] > '#c' else colour.glow }}"),
    ]


def _code_rim(box: Box) -> str:
    """A frame of gold around the code."""
    return kit.rect(inset(box, -9), fill="none", stroke="url(#gold)", stroke_width=7, rx=12, data_if="code")


def _inside(panel: Box, air: float) -> Box:
    return Box(panel.x + 2 * air, panel.y + air, panel.width - 4 * air, panel.height - 2 * air)


def _divider(cx: float, cy: float, r: float) -> str:
    """A star between two lines that fade."""
    ray = "M{0} {1}L{2} {3}L{0} {4}Z"
    arms = "".join(ray.format(cx + s * 60, cy - 2.6, cx + s * 420, cy, cy + 2.6) for s in (-1, 1))
    beads = "".join(star((cx + s * 44, cy), 9, 5, 4).d(1) for s in (-1, 1))
    return group(
        path(arms + beads, class_="fill-metal-2"),
        path(star((cx, cy), r, 0.7 * r, 8).d(1), data_set_class=f"fill-{BOLD_ON_PAPER}"),
        path(star((cx, cy), 0.43 * r, 0.3 * r, 8).d(1), class_="fill-second"),
        id="divider",
    )
