"""Teasers of rooms and pages: the coloured window, the lattice and its light, the illuminated page; and of the street.

Each is the poster's own drawing from other places: whole, close by, its pattern from edge to edge, small and calm.
"""

from __future__ import annotations

from art.layouts import illumination, kit, lattice, manuscript, street, treatments, window
from art.layouts.kit import WIDE, Box, el, group, path
from art.layouts.teaser_kit import Layers, View, one_line, symbol
from engine.ornament.arches import arch_in
from engine.ornament.eslimi import field
from engine.ornament.path import merged
from engine.ornament.pen import polygon, rectangle, sector

W, H = WIDE.width, WIDE.height
NOWHERE = Box(0, 0, 1, 1)


# --- window: coloured glass from edge to edge, the symbol's round pane, a board for the words


def glass(view: View) -> Layers:
    x, y, r = view.x, view.y, view.reach
    closing = view.scene == "closing"
    sash = Box(610, 40, 700, 700) if closing else Box(-40, -40, W + 80, H + 80)
    words = view.words
    board = Box(words.x - 66, words.y - 56, words.width + 132, words.height + 112)
    cell = {"opening": 340, "message": 560, "second": 420, "closing": 250}[view.scene]
    plan = window.Plan(sash, (x, y, r), board, words, words, 0, cell)
    panes = group(*window.glass(plan, 1.0), clip_path="url(#opening)")
    glow, halo = kit.light(x, y, 1.6 * r if closing else 0.62 * W, 0.5, id="spill")
    rose = [] if view.scene == "second" else [window.rose(plan), symbol(view, x, y, 1.56 * r)]
    return Layers(
        [kit.ground(), *([window.frame(sash, 0.8)] if closing else []), panes],
        [halo, group(window.beams(plan, WIDE), clip_path="url(#opening)")],
        [
            el("rect", x=0, y=0, width=W, height=H, fill="url(#shade)", data_cover="bleed"),
            *rose,
            *([] if closing else [window.board(board, 1.0)]),
        ],
        [
            kit.linear("ground", 0, 0, 0, H, (0, "ground", 1), (1, "deep", 1)),
            kit.linear("panel", 0, board.y, 0, board.bottom, (0, "ground", 1), (1, "deep", 1)),
            kit.metal("metal-frame", sash),
            kit.metal("metal-panel", board),
            kit.metal("metal-rose", Box(x - r, y - r, 2 * r, 2 * r)),
            window.backlight(x, y, 0.6 * W),
            kit.spotlight("rose-light", x, y, 1.05 * r),
            kit.linear("beam", x, y, x - 0.4 * W, H, (0, "glow", 0), (0.22, "glow", 0.5), (1, "glow", 0)),
            kit.linear("shade", 0, 300, 0, 720, (0, "deep", 0), (0.5, "deep", 0.6), (1, "deep", 0.97))
            if closing
            else kit.radial("shade", x, y, 0.9 * W, (0, "deep", 0), (0.35, "deep", 0.1), (1, "deep", 0.72)),
            glow,
            el(
                "clipPath",
                path(window.opening(sash).d(1) if closing else rectangle(-40, -40, W + 80, H + 80).d(0)),
                id="opening",
            ),
        ],
    )  # fmt: skip


# --- lattice: the high window and its light on the floor


def hall(view: View) -> Layers:
    """The window's box, the floor, and the symbol's feet and side: on the floor, or none where the window fills all."""
    pane, floor, stands = {
        "opening": (Box(170, 70, 540, 660), 860, (430, 1010, 620)),
        "message": (Box(1010, -330, 860, 1420), 1400, None),
        "second": (Box(140, -560, 760, 940), 520, (470, 1010, 860)),
        "closing": (Box(800, 64, 320, 400), 520, (960, 612, 220)),
    }[view.scene]
    reach = {"opening": 620, "message": 700, "second": 620, "closing": 0}[view.scene]
    plan = lattice.Plan(pane, reach, floor, stands or (0, 0, 0), NOWHERE, NOWHERE, 0)
    arch = arch_in(pane.x, pane.y, pane.width, pane.height, rise=1.14)
    laid, carpet = lattice.carpet_of_light(plan, arch, 1.0)
    lower = pane.bottom if stands is None else floor + 0.8 * (H - floor)
    shaft = polygon(
        [(pane.x, pane.y + 0.35 * pane.height), (pane.right, pane.y + 0.1 * pane.height),
         (pane.right + reach, floor + 0.22 * (H - floor)), (pane.x + 0.62 * reach, lower)]
    )  # fmt: skip
    if view.scene == "message":
        shaft = polygon([(pane.x, 0), (pane.right, 0), (pane.x - 500, H), (pane.x - 1500, H)])
    on_floor = []
    if stands:
        cx, feet, side = stands
        on_floor = [
            el("ellipse", cx=cx + 0.04 * side, cy=feet - 0.02 * side, rx=0.5 * side, ry=0.05 * side, class_="fill-near", opacity=0.6),
            el(
                "image", x=cx - side / 2, y=feet - side, width=side, height=side, data_symbol="{{ symbol }}",
                data_set_y=f"{{{{ {feet:.5g} - {side:.5g} * {treatments.foot_of('symbol')} }}}}",
                data_tones="{{ tones }}", id="symbol",
            ),
        ]  # fmt: skip
    return Layers(
        [
            kit.ground(),
            lattice.wall(1.0),
            el("rect", x=0, y=floor, width=W, height=H, fill="url(#floor)", data_cover="x"),
        ],
        [el("circle", cx=pane.cx, cy=pane.cy, r=1.25 * pane.height, fill="url(#spill)"), path(shaft.d(1), fill="url(#shaft)")],
        [
            carpet,
            *lattice.lattice(pane, arch, pane.width / 480),
            path(lattice.dust(plan, 1.0).d(1), class_="fill-ink", opacity=0.35),
            *on_floor,
            *([el("rect", x=0, y=0, width=W, height=H, fill="url(#dusk)", data_cover="bleed")] if view.scene == "closing" else []),
        ],
        [
            kit.linear("ground", 0, 0, 0, H, (0, "deep", 1), (0.55, "ground", 1), (1, "deep", 1)),
            kit.linear("pane", 0, pane.y, 0, pane.bottom, (0, "ink", 0.95), (0.35, "glow", 1), (1, "glow", 0.85)),
            kit.linear("shaft", pane.cx, pane.cy, pane.right + 0.7 * reach, floor + 60, (0, "glow", 0.34), (1, "glow", 0.03)),
            kit.linear("floor", 0, floor, 0, H, (0, "far", 1), (1, "near", 1)),
            kit.linear("dusk", 0, 560, 0, 760, (0, "near", 0), (0.6, "near", 0.7), (1, "near", 0.9)),
            kit.radial("spill", pane.cx, pane.cy, 1.25 * pane.height, (0, "glow", 0.75), (0.4, "glow", 0.32), (1, "glow", 0)),
            kit.metal("metal-frame", pane),
            el("clipPath", path(arch.opening(pane.bottom).d(1)), id="pane-shape"),
            laid,
        ],
    )  # fmt: skip


# --- manuscript: the page whole, its flower close by, its vine from edge to edge


def page(view: View) -> Layers:
    scene, breadth = view.scene, 76.0
    sheet = Box(22, 22, W - 44, H - 44)
    picture = treatments.square(view.x, view.y, 2 * view.reach)
    panel = _panel(view)
    scrolls = field(H, 560, 215).whole.rotate(90).translate(560)
    beside = path(scrolls.translate(view.x - 280, 0).d(1), class_="fill-metal-2", opacity=0.2)
    framed = list(illumination.frame(sheet, breadth, 1.0)) if scene in ("opening", "closing") else []
    head = (
        [*illumination.crown(panel, 0.135 * panel.width, 1.0), *illumination.head_panel(panel, 1.0)]
        if scene == "opening"
        else illumination.head_panel(panel, 1.0)
        if scene == "second"
        else []
    )
    return Layers(
        [kit.ground(), illumination.specks(W, H, 1.0, (view.words,)), beside],
        [el("circle", cx=view.x, cy=view.y, r=1.6 * view.reach, fill="url(#shine)")],
        [*framed, *head, *manuscript.parted(picture, 1.0, name=view.symbol)],
        [
            kit.radial("ground", W / 2, 0.45 * H, 0.72 * W, (0, "ground", 1), (0.6, "ground", 1), (1, "deep", 1)),
            kit.radial("shine", view.x, view.y, 1.6 * view.reach, (0, "glow", 0.5), (0.5, "glow", 0.2), (1, "glow", 0)),
            kit.metal("gold", Box(0, 0, W, H)),
            kit.metal("metal", view.words, kit.LETTER_METAL),
            treatments.silhouette(picture, role="ground", name=view.symbol),
            el("clipPath", path(rectangle(panel.x, panel.y, panel.width, panel.height).d()), id="panel"),
        ],
    )  # fmt: skip


def _panel(view: View) -> Box:
    """Behind the title with air around it; the vine's band at the side of the second message."""
    words = view.words
    if view.scene == "second":
        return Box(-60, -40, view.x + 0.2 * view.reach + 60, H + 80)
    return Box(words.x, words.y, words.width, words.height - 96 - 30)


def in_cloud(box: Box) -> tuple[str, str]:
    """The title in a reserve of the panel's ornament, which is a little smaller than the box."""
    box = Box(box.x + 34, box.y + 34, box.width - 68, box.height - 30 - 68)
    return treatments.title(box, size=200, lines=one_line(box)), group(*illumination.cloud(1.0))


# --- street: dawn over the town and the street that the broom has drawn


def town(view: View) -> Layers:
    level, sun, height, broom, front = {
        "opening": (790, (700, 600, 150), 230, (250, 720), 1010),
        "message": (1070, (1500, 680, 280), 470, None, 1090),
        "second": (640, (860, 470, 130), 200, (430, 1060), 1080),
        "closing": (500, (960, 350, 110), 190, None, 590),
    }[view.scene]
    bx, side = broom or (0.36 * W, 500)
    says = Box(0, front + 14, W, 100)
    plan = street.Plan(level, sun, height, (bx, side), view.words, says, 0)
    scene = street.Scene(WIDE, plan)
    sx, sy, r = sun
    picture = treatments.square(bx, scene.front - 0.45 * side, side)
    swept = [
        treatments.soft_shadow("silhouette", reach=12, drop=(6, 8), steps=treatments.FAINT),
        treatments.symbol(picture, tones="{{ tones }}", id="symbol"),
    ]
    rays = merged(sector((sx, sy), 1.2 * 2203, r, 15 * k - 3, 15 * k + 3) for k in range(24))
    return Layers(
        [kit.ground(), *scene.mountains()],
        [
            path(rays.d(0), fill="url(#ray)", opacity=0.5),
            el("circle", cx=sx, cy=sy, r=3.4 * r, fill="url(#halo)"),
            el("circle", cx=sx, cy=sy, r=r * 1.16, class_="fill-glow", opacity=0.5),
            el("circle", cx=sx, cy=sy, r=r, data_set_class=kit.by_ground("fill-ink", "fill-on-near")),
        ],
        [
            *scene.towns(),
            *([] if view.scene == "message" else scene.land()),  # the camera looks up, over the street
            *(swept if broom else []),
            el("rect", x=0, y=scene.front, width=W, height=H, class_="fill-near", data_cover="x"),
        ],
        [
            kit.linear("ground", 0, 0, 0, level, (0, "deep", 1), (0.55, "ground", 1), (1, "ground", 1)),
            kit.radial("halo", sx, sy, 3.4 * r, (0, "glow", 1), (0.3, "glow", 0.8), (0.6, "glow", 0.25), (1, "glow", 0)),
            kit.radial("ray", sx, sy, W, (0, "glow", 0.8), (0.5, "glow", 0.3), (1, "glow", 0)),
            kit.linear("street", 0, level, 0, scene.front, (0, "glow", 1), (0.5, "ground", 1), (1, "deep", 1)),
            treatments.silhouette(picture, role="near"),
        ],
    )  # fmt: skip


def in_the_sky(box: Box) -> tuple[str, str]:
    """Letters with the sky's light around them."""
    halo = treatments.soft_shadow("title", reach=20, drop=(0, 6), role="glow", steps=treatments.FAINT)
    return treatments.title(box, size=210, lines=one_line(box)), group(halo, treatments.painted("title", role="ink"))
