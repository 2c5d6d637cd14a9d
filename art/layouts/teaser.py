"""Teasers: four scenes for television beside each layout, with the same art seen from other places.

The opening has the symbol and the lettering; the messages come closer, from the other side and from below; the closing
stands back. `python -m art write` writes them to templates_svg.
"""

from __future__ import annotations

from collections.abc import Mapping

from art.layouts import (
    arch,
    burst,
    diagonal,
    dome,
    emblem,
    horizon,
    kit,
    line,
    medallion,
    mural,
    papercut,
    teaser_landscape,
    teaser_rooms,
    treatments,
    veil,
)  # fmt: skip
from art.layouts.kit import WIDE, Box, el, group, path
from art.layouts.samples import SAMPLE_YEAR, with_samples, workspace
from art.layouts.teaser_kit import SCENES, Family, Layers, View, one_line, symbol, views
from engine.calendar.observances import observances
from engine.kinds.teaser.brief import scene_briefs, scenes_of

W, H = WIDE.width, WIDE.height


# --- arch: the niche, seen from the side, from close by, and with its door open


def niche(view: View) -> Layers:
    """A wall of girih with a niche that stands on the floor of the picture."""
    half, closing = view.reach, view.scene == "closing"
    top, base = view.y, H + 90
    frame = arch.arch_in(view.x - half, top, 2 * half, base - top, rise=1.12)
    light_y = top + (0.42 if closing else 0.56) * (base - top)
    side = {"opening": 640, "message": 780, "second": 740, "closing": 300}[view.scene]
    feet = {"opening": 1010, "message": 1080, "second": 1330, "closing": 470}[view.scene]
    sun = arch.shamseh((view.x, light_y), half, 16)
    shadow, band = arch._frame(frame, base, 1.0)
    wall = kit.radial("on-wall", view.x, light_y, 2.6 * half, (0, "glow", 0.5), (0.4, "glow", 0.22), (1, "glow", 0))
    glowing = (0.7 * half, 0.75) if closing else (1.5 * half, 0.95)
    inner, glow = kit.light(view.x, 330 if closing else light_y, *glowing, id="inner-light")
    land = [] if view.scene in ("second", "closing") else arch._land(frame, base, feet, 1.0)
    return Layers(
        [kit.ground(), girih("4.8.8", 118, 67.5, "metal-2", 1.7, 0.2)],
        [el("circle", cx=view.x, cy=light_y, r=2.6 * half, fill="url(#on-wall)")],
        [
            shadow,
            group(
                path(frame.opening(base + 60).d(1), fill="url(#inside)"),
                glow,
                path(arch.rays((view.x, light_y), 40, W, 40).d(1), class_="fill-glow", opacity=0.09),
                path(
                    (sun.rays + sun.rim + sun.petals + sun.buds + sun.lines).d(1), fill="none",
                    class_="stroke-accent-light", stroke_width=1.3, opacity=0.22,
                ),
                *land,
                clip_path="url(#niche)",
            ),
            band,
            symbol(view, view.x, feet - side / 2, side),
        ],
        [
            kit.linear("ground", 0, 0, 0, H, (0, "ground", 1), (1, "deep", 1)),
            kit.linear("inside", 0, top, 0, base, (0, "deep", 1), (0.3, "ground", 1), (1, "deep", 1)),
            kit.metal("metal-frame", Box(view.x - half, top, 2 * half, base - top)),
            wall, inner,
            el("clipPath", path(frame.opening(base).d(1)), id="niche"),
        ],
    )  # fmt: skip


def girih(tiling: str, cell: float, angle: float, role: str, width: float, opacity: float) -> str:
    return kit.computed(
        f"girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='{tiling}', "
        f"cell={cell:g}, angle={angle:g})",
        fill="none", class_=f"stroke-{role}", stroke_width=width, opacity=opacity,
    )  # fmt: skip


# --- medallion: the great shamseh around the symbol


def carpet(view: View) -> Layers:
    r, band = view.reach, 0.2 * view.reach
    ring = medallion.Ring(medallion.oval((view.x, view.y), r, r, 2.0, 16), 16, band)
    lachak = 176
    corner = medallion.Ring(medallion.circle(medallion.ORIGIN, 0.56 * lachak).rotate(-90 - 180 / 12), 12, 0.26 * lachak)
    far = [
        (x, y)
        for x, y in ((0, 0), (W, 0), (0, H), (W, H))
        if (x - view.x) ** 2 + (y - view.y) ** 2 > (1.5 * r + 1.15 * lachak) ** 2
    ]
    glow, halo = kit.light(view.x, view.y, 2.6 * r, 0.62)
    return Layers(
        [
            kit.ground(),
            medallion.field(WIDE, view.x, view.y),
            *(el("use", href="#lachak", transform=f"translate({x:g} {y:g})") for x, y in far),
        ],
        [halo],
        [
            medallion.ring(ring, "flower", "metal-rim", 1.0),
            medallion.heart(ring, 1.0),
            el("circle", cx=view.x, cy=view.y, r=0.86 * r, fill="url(#heart-light)"),
            symbol(view, view.x, view.y - 0.34 * r, 0.8 * r) if view.scene == "second" else symbol(view, view.x, view.y, 1.3 * r),
        ],
        [
            kit.linear("ground", 0, 0, 0, H, (0, "ground", 1), (1, "deep", 1)),
            kit.radial("heart", view.x, view.y, r, (0, "ground", 1), (0.45, "ground", 1), (1, "deep", 1)),
            kit.spotlight("heart-light", view.x, view.y, 0.86 * r),
            kit.metal("metal-rim", Box(view.x - 1.4 * r, view.y - 1.4 * r, 2.8 * r, 2.8 * r)),
            kit.metal("metal-corner", Box(-lachak, -lachak, 2 * lachak, 2 * lachak)),
            glow, ring.motif("flower"), corner.motif("corner-flower"), medallion.corner_piece(corner, lachak),
        ],
    )  # fmt: skip


# --- horizon: the same land or sea, the disc of light elsewhere


def land(view: View) -> Layers:
    cx, cy, r = view.x, view.y, view.reach
    floor = cy + 0.95 * r
    nowhere = Box(0, 0, 1, 1)
    plan = horizon.Plan(floor, (cx, cy, r), 1.87 * r, nowhere, nowhere, 0)
    scene = horizon.Scene(WIDE, plan)
    drawn = horizon.symbol(plan).replace('data-symbol="{{ symbol }}"', f'data-symbol="{view.symbol}"')
    return Layers(
        [kit.ground("url(#sky)")],
        [
            el("rect", x=0, y=cy - r, width=W, height=floor - cy + r, fill="url(#dawn)", data_cover="x"),
            el("circle", cx=cx, cy=cy, r=2.5 * r, fill="url(#halo)"),
            scene.rings(),
        ],
        [
            group(
                el("circle", cx=cx, cy=cy, r=r, fill="url(#disc)"),
                el("circle", cx=cx, cy=cy, r=r, fill="url(#disc-light)"),
                el("circle", cx=cx, cy=cy, r=r, fill="none", stroke="url(#metal-rim)", stroke_width=2.2),
                data_if=f"not ({horizon.WITH_DISC})",
            ),
            scene.clouds(),
            group(*scene.hills(), data_if=f"not ({horizon.SEA})"),
            group(*scene.sea(), data_if=horizon.SEA),
            scene.sides(),
            drawn,
            group(*scene.foreland(), data_if=f"not ({horizon.SEA})"),
            group(*scene.waves(), data_if=horizon.SEA),
        ],
        [
            kit.linear("sky", 0, 0, 0, floor, (0, "deep", 1), (0.42, "ground", 1), (1, "ground", 1)),
            kit.linear("dawn", 0, cy - r, 0, floor, (0, "glow", 0), (1, "glow", 0.4)),
            kit.radial("halo", cx, cy, 2.5 * r, (0, "glow", 0.85), (0.4, "glow", 0.5), (0.62, "glow", 0.18), (1, "glow", 0)),
            kit.linear("disc", 0, cy - r, 0, cy + r, (0, "glow", 1), (0.55, "glow", 0.95), (1, "glow", 0.5)),
            horizon.disc_light(cx, cy, r),
            kit.metal("metal-rim", Box(cx - r, cy - r, 2 * r, 2 * r)),
            kit.linear("mist", 0, floor - 0.9 * r, 0, floor, (0, "glow", 0), (1, "glow", 0.55)),
            kit.linear("water", 0, floor - 0.26 * r, 0, floor, (0, "far", 1), (1, "near", 1)),
        ],
    )  # fmt: skip


# --- papercut: sheets of paper, the opening elsewhere


def paper(view: View) -> Layers:
    words = view.words
    box = (words.x / W, words.y / H, words.width / W, words.height / H)
    outer, inner, at = {
        "opening": ((-0.02, -0.05, 1.02, 1.03), (0.06, 0.075, 0.94, 0.87), (0.235, 0.76)),
        "message": ((-0.02, -0.05, 1.02, 1.03), (0.03, 0.03, 0.97, 0.97), (0.785, 1.04)),
        "second": ((-0.04, -0.08, 1.04, 1.06), (0.03, 0.04, 0.97, 0.94), (0.5, 0.9)),
        "closing": ((-0.02, -0.05, 1.02, 1.03), (0.07, 0.06, 0.93, 0.90), (0.5, 0.40)),
    }[view.scene]
    plan = papercut.Plan(outer, inner, box, box, at)
    side = at[1] * H
    cx = at[0] * W
    lip = 500 if view.scene == "closing" else papercut._lip(WIDE, plan, cx)
    middle = {"message": 0.54 * H, "second": H - 60}.get(view.scene, lip - 0.47 * side)
    picture = treatments.square(cx, middle, side)
    sheets = [papercut._sheet(WIDE, plan, k) for k in range(papercut.SHEETS)]
    glow, halo = kit.light(W / 2, H / 2, 0.6 * W, 0.9)
    return Layers(
        [
            el("rect", x=0, y=0, width=W, height=H, class_="fill-glow", data_cover="bleed", id="ground-sheet"),
            el("rect", x=0, y=0, width=W, height=H, fill="url(#edge)", data_cover="bleed"),
            *(papercut._paper(k, 1.0) for k in range(papercut.SHEETS - 1, 2, -1)),
        ],
        [halo],
        [
            treatments.soft_shadow("silhouette", reach=13, drop=(0, 8)),
            treatments.symbol(picture, tones="{{ tones }}", name=view.symbol, id="symbol"),
            *(papercut._paper(k, 1.0) for k in range(2, -1, -1)),
            *papercut._blossoms(WIDE, plan),
        ],
        [
            kit.radial("edge", W / 2, H / 2, 0.62 * W, (0, "glow", 0.0), (0.45, "glow", 0.0), (1, "ground", 0.75)),
            glow,
            *(path(sheet.d(), id=f"sheet-{k}", fill_rule="evenodd") for k, sheet in enumerate(sheets)),
            treatments.silhouette(picture, role="near", name=view.symbol),
        ],
    )


# --- burst: the star, whose rays fill the picture


def star(view: View) -> Layers:
    cx, cy, r = view.x, view.y, view.reach
    far = 1.25 * 2203
    side_of_words = 1 if view.words.cx > cx else -1
    fade = {"second": (0, cy - 0.9 * r, 0, cy - 1.9 * r), "closing": (0, cy + 0.9 * r, 0, cy + 1.9 * r)}.get(
        view.scene, (cx + side_of_words * 0.5 * r, 0, cx + side_of_words * 1.75 * r, 0)
    )
    plan = burst.Plan((cx, cy, r), fade, view.words, view.words, 0)
    drawn = burst.Star(r)
    return Layers(
        [kit.ground()],
        [
            path(burst.beams((cx, cy), 0.2 * r, far).d(0), fill="url(#beam)"),
            el("circle", cx=cx, cy=cy, r=2.2 * r, fill="url(#halo)"),
            el("rect", x=0, y=0, width=W, height=H, fill="url(#fade)", data_cover="bleed"),
        ],
        [
            burst.rings(plan, 1.0),
            burst.sparks(plan, WIDE),
            group(*drawn.drawn(), *burst.stage(0.52 * r), transform=f"translate({cx:g} {cy:g})"),
            symbol(view, cx, cy, 0.84 * r),
        ],
        [
            kit.radial("ground", cx, cy, 0.62 * far, (0, "ground", 1), (0.5, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", cx, cy, 2.2 * r, (0, "glow", 0.9), (0.3, "glow", 0.55), (0.6, "glow", 0.16), (1, "glow", 0)),
            kit.radial("beam", cx, cy, 0.6 * far, (0, "glow", 0.75), (0.4, "glow", 0.3), (1, "glow", 0.1)),
            kit.linear("fade", *fade, (0, "deep", 0), (0.5, "deep", 0.6), (1, "deep", 0.88)),
            kit.metal("metal-ring", Box(-r, -r, 2 * r, 2 * r)),
            kit.radial("spotlight", 0, 0, 0.4 * r, (0, "glow", 0.95), (0.6, "glow", 0.5), (1, "glow", 0.1)),
            *burst.facet_gradients(r),
        ],
    )  # fmt: skip


# --- veil: the cloth, the shaft of light, candles


def cloth(view: View) -> Layers:
    usual = veil.PLANS["wide"]
    cx, feet, side = view.x, view.y, view.reach
    floor = feet - 0.1 * side
    closing = view.scene == "closing"
    beside = ((-0.86, 8), (-0.72, -8), (0.74, 6), (0.9, -10)) if closing else ((0.5, 8), (0.6, -8), (-0.5, 6))
    candles = tuple((cx + x * side, feet + y, (110, 72, 96, 62)[n] * side / 690) for n, (x, y) in enumerate(beside))
    inner = (*usual.inner[:-1], (usual.inner[-1][0], H + 60))  # the poster's ends behind its foot
    plan = veil.Plan((cx, feet, side), usual.title, usual.message, 0, candles, inner)
    mirrored = {"transform": f"translate({W:g} 0) scale(-1 1)"} if view.scene == "message" else {}
    sky = cx if closing else (W if view.scene == "message" else 0)
    shafts = (
        veil.polygon(
            [
                (sky - reach * W, -0.05 * H),
                (sky + reach * W, -0.05 * H),
                (cx + spread * side, feet),
                (cx - spread * side, feet),
            ]
        )
        for reach, spread in ((0.06, 0.34), (0.12, 0.5), (0.18, 0.66))
    )
    middle = feet - 0.48 * side
    return Layers(
        [kit.ground(), girih("6.6.6", 210, 60, "pattern", 1.4, 0.08)],
        [
            *(path(shaft.d(1), fill="url(#shaft)") for shaft in shafts),
            el("circle", cx=cx, cy=middle, r=1.35 * side, fill="url(#halo)"),
            path(veil.motes(plan, 1.0).d(1), class_="fill-ink", opacity=0.32),
        ],
        [
            el("rect", x=0, y=floor, width=W, height=H, fill="url(#floor)", data_cover="x"),
            path(f"M0 {floor:.5g}H{W:.5g}", class_="stroke-glow", stroke_width=2, opacity=0.5, data_cover="x"),
            el("ellipse", cx=cx, cy=feet - 0.02 * side, rx=0.85 * side, ry=0.13 * side, fill="url(#pool)"),
            symbol(view, cx, feet - side / 2, side),
            *(veil.candle(x, y, tall, side / 690) for x, y, tall in sorted(candles, key=lambda each: each[1])),
            *([] if closing else [group(*veil.cloth(WIDE, plan), **mirrored)]),
        ],
        [
            kit.linear("ground", 0, 0, 0, H, (0, "deep", 1), (0.55, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", cx, middle, 1.35 * side, (0, "glow", 1), (0.3, "glow", 0.62), (0.6, "glow", 0.2), (1, "glow", 0)),
            kit.linear("shaft", sky, 0, cx, feet, (0, "glow", 0.26), (0.7, "glow", 0.1), (1, "glow", 0.02)),
            kit.linear("floor", 0, floor, 0, H, (0, "far", 0.9), (0.5, "near", 1)),
            kit.linear("cloth", plan.inner[0][0], 0, W, 0, (0, "far", 1), (0.35, "near", 1), (1, "near", 1)),
            kit.linear("fold", 0, 0, 0, H, (0, "glow", 0.5), (0.45, "glow", 0.2), (0.75, "glow", 0.34), (1, "glow", 0.05)),
            el("radialGradient", *kit.stops(((0, "glow", 1), (0.5, "glow", 0.4), (1, "glow", 0))), id="pool",
                gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
                gradientTransform=f"translate({cx:.1f} {feet - 0.02 * side:.1f}) scale({side * 0.85:.1f} {side * 0.13:.1f})"),
            el("radialGradient", *kit.stops(((0, "accent-light", 0.85), (0.25, "accent-light", 0.34), (1, "accent", 0))), id="candle-glow"),
        ],
    )  # fmt: skip


# --- dome: the great dome before the sky


def great_dome(view: View) -> Layers:
    cx, top, r = view.x, view.y, view.reach
    smooth, ribbed = (dome.Shell(cx, top, r, knots) for knots in (dome.POINTED, dome.ROUND))
    small = dome.Shell(cx, top, 0.7 * r, dome.POINTED)
    shade = (430, 640) if view.scene == "closing" else (620, 1240)
    light = (cx, top + 0.28 * r)
    plated = f"not ({dome.RIBBED}) and not ({dome.WITH_MINARETS})"
    return Layers(
        [kit.ground(), path(dome.night(W, H, size=2.4, n=70, seed=4).d(1), class_="fill-quiet", opacity=0.4)],
        [
            el("circle", cx=light[0], cy=light[1], r=1.55 * r, fill="url(#halo)"),
            path(dome.glory(light, 0.5 * r, 1.6 * W, 40).d(1), class_="fill-glow", opacity=0.07),
        ],
        [
            group(*smooth.plated(1.0, "smooth"), dome.mast(smooth, flying=True), data_if=plated),
            group(*ribbed.ribbed(1.0, "ribbed"), dome.mast(ribbed, flying=False), data_if=dome.RIBBED),
            group(*dome.minarets(small), *small.plated(1.0, "small"), dome.mast(small, flying=False), data_if=dome.WITH_MINARETS),
            el("rect", x=0, y=shade[0], width=W, height=H, fill="url(#shade)", data_cover="x"),
        ],
        [
            kit.linear("ground", 0, 0, 0, H, (0, "deep", 1), (0.5, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", *light, 1.55 * r, (0, "glow", 1), (0.35, "glow", 0.72), (0.62, "glow", 0.26), (1, "glow", 0)),
            kit.linear("body", cx - r, 0, cx + r, 0, (0, "accent-deep", 1), (0.16, "accent", 1), (0.34, "accent-light", 1),
                (0.47, "accent", 1), (0.72, "accent-deep", 1), (1, "near", 1)),
            kit.linear("shade", 0, shade[0], 0, shade[1], (0, "near", 0), (0.55, "near", 0.6), (1, "near", 0.93)),
            kit.metal("metal-finial", Box(cx - 0.1 * r, top - 0.22 * r, 0.2 * r, 0.26 * r)),
            *(el("clipPath", path(each.outline.d(1)), id=id) for id, each in (("smooth", smooth), ("ribbed", ribbed), ("small", small))),
        ],
    )  # fmt: skip


# --- mural: the symbol before the sun and the town


def wall_painting(view: View) -> Layers:
    cx, feet, side = view.x, view.y, view.reach
    closing = view.scene == "closing"
    picture = Box(cx - side / 2, feet - 0.96 * side, side, side)
    sun, r = (cx, feet - 0.56 * side), 0.5 * side
    land = feet - 0.1 * side if closing else feet - 0.245 * side
    plan = mural.Plan(land, (cx, feet, side), view.words, Box(0, min(H, feet + 0.02 * side), W, 100), 0)
    scene = mural.Scene(WIDE, plan)
    bands = ((1.2, 0.05), (1.36, 0.026), (1.54, 0.014))
    rings = mural.merged(mural.annulus(sun, part * r, (part - thick) * r) for part, thick in bands)
    return Layers(
        [kit.ground()],
        [
            path(mural.rays(sun, 0.3 * r, 1.3 * 2203).d(0), fill="url(#ray)"),
            el("circle", cx=sun[0], cy=sun[1], r=2.1 * r, fill="url(#halo)"),
            path(rings.d(1), class_="fill-glow", fill_rule="evenodd", opacity=0.5),
            *([el("rect", x=0, y=0, width=W, height=H, fill="url(#calm)", data_cover="bleed")] if view.scene == "second" else []),
        ],
        [
            el("circle", cx=sun[0], cy=sun[1], r=r, fill="url(#sun)"),
            *scene.backdrop(),
            *scene.land(),
            el("ellipse", cx=cx, cy=feet - 0.012 * side, rx=0.46 * side, ry=0.035 * side, class_="fill-near", opacity=0.45),
            treatments.soft_shadow("silhouette", reach=12, drop=(0, 8), role="near", steps=treatments.FAINT),
            treatments.symbol(picture, tones="{{ tones }}", name=view.symbol, id="symbol"),
        ],
        [
            kit.linear("ground", 0, 0, 0, land, (0, "deep", 1), (0.5, "ground", 1), (1, "ground", 1)),
            kit.radial("ray", *sun, 1.5 * W, (0, "glow", 0.75), (0.25, "glow", 0.34), (0.7, "glow", 0.07), (1, "glow", 0)),
            kit.radial("halo", *sun, 2.1 * r, (0, "glow", 0.9), (0.5, "glow", 0.5), (1, "glow", 0)),
            mural.sunlight(sun[1] - r, sun[1] + r),
            kit.linear("calm", 0, 0, 0, 480, (0, "ground", 0.7), (0.8, "ground", 0.6), (1, "ground", 0)),
            treatments.silhouette(picture, role="deep", name=view.symbol),
        ],
    )  # fmt: skip


# --- line: lines that run around the symbol and the words


def contours(view: View) -> Layers:
    side = 2 * view.reach
    picture = treatments.square(view.x, view.y, side)
    words = view.words
    day = Box(words.cx - 270, words.bottom - 66, 540, 66)
    calm = (
        (day,)
        if view.scene == "opening"
        else (kit.Box(words.x - 34, words.y - 24, words.width + 68, words.height + 48),)
    )
    around = ("silhouette", "title") if view.scene == "opening" else ("silhouette",)
    return Layers(
        [el("rect", x=0, y=0, width=W, height=H, class_="fill-ground", data_cover="bleed", id="ground-sheet")],
        line._rings(18, calm, side / 1000, 1.0, around),
        [treatments.symbol(picture, tones="{{ tones }}", name=view.symbol, id="symbol")],
        [treatments.silhouette(picture, role="ground", name=view.symbol)],
    )


# --- diagonal: ribbons of cloth and a sun

type Knots = tuple[tuple[float, float], ...]


def ribbons(view: View) -> Layers:
    usual = diagonal.PLANS["wide"]
    upper, lower = (_laid(view, edge) for edge in (usual.upper, usual.lower))
    side = view.reach
    cx, cy = view.x, view.y
    plan = diagonal.Plan(upper, lower, usual.title, usual.message, (cx / W, cy / H, side / H))
    edges = diagonal._edges(WIDE, plan)
    bands = [diagonal._band(above, below) for above, below in diagonal.pairwise(edges)]
    start, end = edges[0][0], edges[0][-1]
    picture = treatments.square(cx, cy, side)
    glow, halo = kit.light(cx, cy, side * 1.25, 0.9)
    return Layers(
        [kit.ground()],
        [
            halo,
            kit.computed(
                f"rays({cx:.5g}, {cy:.5g}, {side * 0.45:.5g}, {1.6 * W:.5g}, n=32)",
                data_set_class=f"fill-{diagonal.SUN}", opacity=0.09,
            ),
        ],
        [
            el("circle", cx=cx, cy=cy, r=side * 0.5, data_set_class=f"fill-{diagonal.SUN}", opacity=0.5),
            *(
                el(
                    "circle", cx=cx, cy=cy, r=side * r, fill="none", data_set_class=f"stroke-{diagonal.SUN}",
                    stroke_width=1.8, opacity=opacity,
                )
                for r, opacity in ((0.535, 0.5), (0.585, 0.34), (0.655, 0.22), (0.745, 0.13))
            ),
            *diagonal._lines(edges[0], edges[-1], 1.0),
            diagonal._cloth(0, edges[0], edges[1], 1.0),
            treatments.soft_shadow("silhouette", reach=14, drop=(0, 12), steps=treatments.FAINT),
            treatments.symbol(picture, tones="{{ tones }}", name=view.symbol, id="symbol"),
            diagonal._cloth(1, edges[1], edges[2], 1.0),
            diagonal._cloth(2, edges[2], edges[3], 1.0),
        ],
        [
            kit.linear("ground", 0, 0, W * 0.35, H, (0, "ground", 1), (0.55, "ground", 1), (1, "deep", 1)),
            glow,
            *(diagonal._folds(n, start, end) for n in range(len(bands))),
            *(path(band.d(), id=f"band-{n}") for n, band in enumerate(bands)),
            treatments.silhouette(picture, role="near", name=view.symbol),
        ],
    )  # fmt: skip


def _laid(view: View, edge: object) -> Knots:
    """The poster's edge of a ribbon as it runs in a scene, in parts of the picture."""
    knots: Knots = tuple(edge)  # type: ignore[arg-type]
    if view.scene == "opening":
        return tuple((x + 0.03, y + 0.02) for x, y in knots)
    if view.scene == "message":
        return tuple((1.02 - x * 1.05, y) for x, y in knots)
    if view.scene == "second":
        return tuple((x * 1.75 - 0.06, 0.6 + y * 0.34) for x, y in knots)
    return tuple((x * 1.75 - 0.06, 0.17 + y * 0.34) for x, y in knots)


# --- emblem: one symbol, huge, in a ring of light


def roundel(view: View) -> Layers:
    cx, cy, size = view.x, view.y, 2 * view.reach
    glow, halo = kit.light(cx, cy, size * 0.95, 0.6)
    return Layers(
        [kit.ground(), girih("4.8.8", 150, 67.5, "pattern", 1.8, 0.13)],
        [halo, path(emblem.glory((cx, cy), size * 0.57, size * 1.7, 30).d(1), class_="fill-glow", opacity=0.1)],
        [
            el("circle", cx=cx, cy=cy, r=size * 0.535, fill="url(#disc)"),
            *(
                el(
                    "circle", cx=cx, cy=cy, r=size * part, fill="none", class_="stroke-pattern", stroke_width=width,
                    stroke_opacity=opacity,
                )
                for part, width, opacity in ((0.535, 3.4, 0.75), (0.552, 1.4, 0.6), (0.575, 1.4, 0.35))
            ),
            symbol(view, cx, cy, size),
        ],
        [
            kit.linear("ground", 0, 0, W * 0.4, H, (0, "ground", 1), (1, "deep", 1)),
            kit.radial("disc", cx, cy, size * 0.535, (0, "glow", 0.55), (0.7, "glow", 0.28), (1, "glow", 0.16)),
            glow,
        ],
    )  # fmt: skip


# --- heroes


def gilded(box: Box) -> tuple[str, str]:
    return kit.gilded(box, size=190, lines=one_line(box))


def lit(box: Box) -> tuple[str, str]:
    return kit.lit(box, size=210, lines=one_line(box))


def by_voice(box: Box) -> tuple[str, str]:
    return kit.by_voice(box, size=200, lines=one_line(box))


def cut_from_paper(box: Box) -> tuple[str, str]:
    return treatments.title(box, size=210, lines=one_line(box)), group(*emblem._cut_letters(1.0))


def laid_on_paper(box: Box) -> tuple[str, str]:
    shadow = treatments.soft_shadow("title", reach=9, drop=(0, 7), steps=treatments.FAINT)
    return treatments.title(box, size=200, lines=one_line(box)), group(shadow, treatments.painted("title", role="near"))


def between_lines(box: Box) -> tuple[str, str]:
    around = el("use", href="#title", class_="fill-ground stroke-ground", stroke_width=26, stroke_linejoin="round")
    return treatments.title(box, size=200), group(around, treatments.painted("title", role="ink"))


def before_cloth(box: Box) -> tuple[str, str]:
    shadow = treatments.soft_shadow("title", reach=16, drop=(0, 3), role="ground")
    return treatments.title(box, size=200), group(shadow, treatments.painted("title", role="ink"))


def with_depth(box: Box) -> tuple[str, str]:
    return treatments.title(box, size=210), group(*mural.deep_letters(1.0))


FAMILIES = {
    "teaser-arch": Family(
        "طاق", ("arch",), ("celebration", "ramadan", "literary"), "ramadan-start",
        views(
            opening=(430, 60, 360, (850, 170, 950, 740)),
            message=(1480, 40, 500, (130, 170, 790, 740)),
            second=(960, -420, 940, (330, 170, 1260, 400)),
            closing=(960, 36, 800, (400, 520, 1120, 400)),
        ),
        niche, gilded, quiet="quiet", rule="metal-2",
    ),
    "teaser-medallion": Family(
        "ترنج", ("medallion", "half-medallion"), (), "fathers-day",
        views(
            opening=(420, 540, 330, (860, 170, 940, 740)),
            message=(1620, 560, 450, (130, 170, 800, 740)),
            second=(960, 1100, 430, (230, 90, 1460, 370)),
            closing=(960, 310, 200, (300, 640, 1320, 380)),
        ),
        carpet, gilded, rule="metal-2",
    ),
    "teaser-horizon": Family(
        "افق", ("horizon",), (), "persian-gulf-day",
        views(
            opening=(490, 560, 380, (890, 90, 900, 600)),
            message=(1540, 600, 410, (130, 110, 800, 640)),
            second=(960, 720, 300, (230, 80, 1460, 330)),
            closing=(960, 290, 220, (300, 640, 1320, 380)),
        ),
        land, lit, quiet="ink", closing_ink="on-near",
    ),
    "teaser-landscape": Family(
        "چشم‌انداز", ("panorama", "standard"), (), "arbaeen",
        views(
            opening=(560, 600, 900, (900, 110, 880, 640)),
            message=(1440, 600, 900, (140, 150, 860, 660)),
            second=(480, 700, 900, (960, 150, 820, 660)),
            closing=(960, 380, 900, (300, 640, 1320, 380)),
        ),
        teaser_landscape.land, gilded, closing_ink="on-near",
    ),
    "teaser-window": Family(
        "ارسی", ("window",), (), "fitr",
        views(
            opening=(430, 540, 310, (850, 250, 930, 570)),
            message=(1590, 560, 450, (150, 220, 880, 640)),
            second=(960, 480, 300, (330, 230, 1260, 620)),
            closing=(960, 330, 150, (300, 640, 1320, 380)),
        ),
        teaser_rooms.glass, gilded, rule="metal-2",
    ),
    "teaser-lattice": Family(
        "مشبک", ("lattice",), (), "imam-ali-martyrdom",
        views(
            opening=(0, 0, 0, (900, 130, 880, 640)),
            message=(0, 0, 0, (130, 190, 800, 680)),
            second=(0, 0, 0, (1010, 150, 780, 640)),
            closing=(0, 0, 0, (300, 650, 1320, 370)),
        ),
        teaser_rooms.hall, gilded, closing_ink="on-near",
    ),
    "teaser-manuscript": Family(
        "نسخهٔ خطی", ("manuscript",), (), "hafez-day",
        views(
            opening=(430, 540, 400, (840, 310, 940, 590)),
            message=(1520, 560, 640, (140, 190, 820, 700)),
            second=(430, 620, 470, (960, 180, 820, 720)),
            closing=(960, 330, 190, (300, 610, 1320, 380)),
        ),
        teaser_rooms.page, teaser_rooms.in_cloud, rule="accent",
    ),
    "teaser-street": Family(
        "خیابان", ("street",), (), "municipality-day",
        views(
            opening=(0, 0, 0, (940, 80, 860, 460)),
            message=(0, 0, 0, (130, 90, 980, 440)),
            second=(0, 0, 0, (940, 90, 860, 330)),
            closing=(0, 0, 0, (300, 650, 1320, 370)),
        ),
        teaser_rooms.town, teaser_rooms.in_the_sky, quiet="ink", closing_ink="on-near",
    ),
    "teaser-papercut": Family(
        "کاغذبُری", ("papercut",), ("spring", "nature"), "nowruz",
        views(
            opening=(0, 0, 0, (890, 190, 750, 640)),
            message=(0, 0, 0, (220, 200, 710, 640)),
            second=(0, 0, 0, (330, 190, 1260, 330)),
            closing=(0, 0, 0, (400, 545, 1120, 380)),
        ),
        paper, laid_on_paper, ink="near", quiet="near", rule="accent",
    ),
    "teaser-burst": Family(
        "پرتو", ("burst",), ("national",), "prophet-birth",
        views(
            opening=(420, 540, 400, (910, 150, 890, 760)),
            message=(1600, 560, 530, (130, 170, 760, 740)),
            second=(960, 1080, 440, (230, 90, 1460, 360)),
            closing=(960, 300, 250, (300, 640, 1320, 380)),
        ),
        star, by_voice, rule="accent",
    ),
    "teaser-veil": Family(
        "پرده", ("veil", "katibeh"), ("mourning", "muharram"), "imam-khomeini-demise",
        views(
            opening=(430, 1010, 800, (840, 140, 900, 730)),
            message=(1500, 1180, 1050, (270, 150, 740, 720)),
            second=(960, 1420, 940, (260, 110, 1400, 400)),
            closing=(960, 560, 470, (360, 640, 1200, 380)),
        ),
        cloth, gilded, rule="accent",
    ),
    "teaser-dome": Family(
        "گنبد", ("dome",), (), "imam-reza-martyrdom",
        views(
            opening=(390, 260, 460, (940, 150, 860, 740)),
            message=(1640, 180, 640, (130, 150, 780, 720)),
            second=(960, 650, 720, (230, 100, 1460, 370)),
            closing=(960, 190, 330, (360, 640, 1200, 380)),
        ),
        great_dome, gilded, rule="accent",
    ),
    "teaser-mural": Family(
        "دیوارنگاره", ("mural",), (), "labour-day",
        views(
            opening=(450, 1010, 940, (910, 90, 880, 680)),
            message=(1560, 1180, 1140, (130, 100, 780, 640)),
            second=(960, 1400, 900, (230, 80, 1460, 330)),
            closing=(960, 560, 500, (300, 650, 1320, 370)),
        ),
        wall_painting, with_depth, quiet="ink", closing_ink="on-near",
    ),
    "teaser-line": Family(
        "خط", ("line",), ("civic",), "journalist-day",
        views(
            opening=(430, 540, 410, (880, 150, 910, 760)),
            message=(1520, 580, 560, (150, 200, 780, 680)),
            second=(960, 1010, 480, (260, 140, 1400, 300)),
            closing=(960, 290, 220, (300, 620, 1320, 350)),
        ),
        contours, between_lines, quiet="ink", rule="accent",
    ),
    "teaser-diagonal": Family(
        "مورب", ("diagonal",), (), "islamic-republic-day",
        views(
            opening=(440, 490, 820, (985, 190, 810, 700)),
            message=(1540, 540, 1000, (130, 180, 800, 700)),
            second=(960, 930, 900, (230, 110, 1460, 350)),
            closing=(960, 300, 470, (300, 640, 1320, 380)),
        ),
        ribbons, before_cloth, quiet="ink", rule="accent",
    ),
    "teaser-emblem": Family(
        "نشان بزرگ", ("emblem", "type"), ("defence", "festive"), "yalda-night",
        views(
            opening=(410, 540, 400, (900, 150, 906, 760)),
            message=(1610, 600, 620, (130, 170, 790, 740)),
            second=(960, 1030, 500, (230, 90, 1460, 370)),
            closing=(960, 300, 240, (300, 620, 1320, 390)),
        ),
        roundel, cut_from_paper, rule="accent",
    ),
}  # fmt: skip


class _Shown:
    """What a scene's artboard shows when it is opened raw: the occasion that its family is known by."""

    def __init__(self, family: Family, scene: str) -> None:
        occasion = workspace().occasions.by_id[family.occasion]
        (observance, *_) = observances([occasion], SAMPLE_YEAR, workspace().hijri)
        briefs = scene_briefs(observance, scenes_of(occasion).scenes)
        self.brief = next((each for each in briefs if each.part == scene), briefs[1])
        self.tone = self.brief.tone
        self.palette = self.brief.palette

    def data(self) -> Mapping[str, object]:
        return self.brief.placeholders


def files(name: str) -> dict[str, str]:
    """The files of a family, with samples."""
    artboards = {
        f"{scene}.svg": with_samples(FAMILIES[name].draw(scene), _Shown(FAMILIES[name], scene)) for scene in SCENES
    }
    return {**artboards, "template.yaml": FAMILIES[name].about}
