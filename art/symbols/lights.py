"""Lamps, candles, lanterns and daybreak."""

from __future__ import annotations

from art.drawing import (
    Drawing,
    dark,
    gleam,
    half_plane,
    light,
    line,
    main,
    minus,
    second,
    shade,
    shadow,
    stack,
    taper,
    union,
)
from art.parts import flora, schemes
from art.parts import light as lights
from art.parts.building import arch, zigzag
from art.symbols import symbol
from engine.ornament.path import joined
from engine.ornament.pen import (
    circle,
    ellipse,
    mirrored,
    polygon,
    polyline,
    rectangle,
    rounded,
    sector,
    spline,
    star,
    swelling_stroke,
)


@symbol(schemes.GOLD)
def lamp() -> Drawing:
    """An oil lamp with its glass: the teacher's light."""
    foot = mirrored(spline([(0, 300, 0), (50, 312), (120, 380), (200, 424), (204, 450), (0, 452, 180)]))
    stem = mirrored(spline([(0, 190, 0), (44, 210), (30, 250), (58, 312), (0, 316, 180)]))
    bowl = mirrored(spline([(0, 10, 0), (96, 34), (184, 112, 90), (96, 196), (0, 206, 180)]))
    collar = union(rectangle(-84, -16, 168, 36, 10), zigzag(-84, -52, 168, 40, 7))
    glass = mirrored(joined(polyline([(0, -450), (58, -450)]), spline([(58, -450), (66, -340), (156, -180, 92), (86, -20)]), polyline([(86, -20), (0, -20)]), closed=False))
    handle = minus(circle((220, 110), 62), circle((220, 110), 40))
    knob = union(rectangle(-250, 40, 90, 16, 6), circle((-254, 48), 26))
    aura = union(glass.offset(26), bowl)
    shine = swelling_stroke([(-40, -400), (-56, -300), (-110, -190), (-96, -110)], [4, 18, 22, 4])
    rose = [p.translate(0, 112) for p in lights.rosette(58, 8, width=1.0, inner=10)]
    return stack(
        second(*(b.translate(0, -170) for b in lights.beams(220, 330, 24, width=0.4) if not b.translate(0, -170) & aura)),
        dark(handle), light(glass, opacity=0.55), light(minus(glass, glass.offset(-10))),
        second(lights.flame(210).translate(0, -50)), light(lights.flame(120, lean=0.08).translate(0, -62)), light(shine),
        dark(knob), main(collar), dark(rectangle(-84, 2, 168, 18, 6)),
        main(foot, stem, bowl), dark(shade(bowl, 46, 20), shade(foot, 40, 0), shade(stem, 16, 0)), light(shade(bowl, -14, -8), shade(foot, -12, -4)),
        dark(*rose), light(circle((0, 112), 13)), dark(rectangle(-204, 438, 408, 16, 6)), light(rectangle(-44, 244, 88, 12, 6)),
    )


@symbol(schemes.WINE)
def candle() -> Drawing:
    """Three candles whose wax runs down."""
    def one(x: float, h: float, w: float) -> Drawing:
        body = rectangle(x - w / 2, 330 - h, w, h, 10)
        drips = [union(rectangle(x + dx - d / 2, 330 - h, d, length), circle((x + dx, 330 - h + length), d / 2)) for dx, d, length in ((-w * 0.36, w * 0.24, h * 0.26), (-w * 0.1, w * 0.2, h * 0.14), (w * 0.2, w * 0.24, h * 0.36), (w * 0.4, w * 0.18, h * 0.18))]
        top = ellipse((x, 332 - h), w / 2, w * 0.14)
        return stack(
            main(body), dark(body & half_plane(x=x + w * 0.18), opacity=0.6), light(*(d & body.offset(4) for d in drips)), light(top), dark(line((x, 334 - h), (x + 2, 290 - h), width=12)),
            second(lights.flame(150, lean=0.08).translate(x, 306 - h)), light(lights.flame(86, lean=0.06).translate(x, 298 - h)),
        )
    dish = joined(spline([(-360, 320), (-300, 400), (0, 430), (300, 400), (360, 320)]))
    return stack(
        second(*(b.translate(0, -236) for b in lights.beams(170, 270, 13, width=0.4, start=-180, arc=195))),
        one(-200, 330, 116), one(200, 260, 116), one(0, 500, 130),
        second(dish), shadow(shade(dish, 60, 20)), gleam(ellipse((0, 322), 360, 30)), dark(rectangle(-150, 416, 300, 26, 10)),
    )


@symbol(schemes.GOLD)
def lantern() -> Drawing:
    """Fanous: the pierced lantern of Ramadan nights."""
    ring = minus(circle((0, -440), 46), circle((0, -440), 28))
    cap = mirrored(joined(spline([(0, -410, 66), (50, -320), (150, -250), (192, -190, 82)]), polyline([(192, -190), (0, -190)]), closed=False))
    crown = polygon([(-200, -192), (200, -192), (236, -140), (-236, -140)])
    body = polygon([(-200, -140), (200, -140), (240, 200), (-240, 200)])
    panes = [
        arch(136, 290, 100).translate(0, 176),
        arch(94, 280, 90).transform((1, 0, -0.11, 1, 0, 0)).translate(-168, 176).translate(18, 0),
        arch(94, 280, 90).transform((1, 0, 0.11, 1, 0, 0)).translate(168, 176).translate(-18, 0),
    ]
    lattice = [line((x, -160), (x, 190), width=10, ends=1) for x in (-30, 30)]
    cross = [minus(lights.khatam(r).translate(0, 30), lights.khatam(r - 12).translate(0, 30)) for r in (66,)]
    base = union(rounded([(-256, 198), (256, 198), (256, 256), (-256, 256)], 18), mirrored(joined(polyline([(0, 250), (210, 250)]), spline([(210, 250, 100), (96, 330), (150, 386, 60)]), polyline([(150, 386), (0, 386)]), closed=False)))
    tassel = union(circle((0, 392), 22), *(taper((x, 400), (x * 1.6, 480), width=16) for x in (-16, 0, 16)))
    holes = [flora.petal(60, 26).rotate(-90).translate(x, -206 + abs(x) * 0.1) for x in (-110, -56, 0, 56, 110)]
    return stack(
        second(*(b.translate(0, 20) for b in lights.beams(300, 440, 28, width=0.34))),
        second(tassel), main(ring), main(body), dark(shade(body, 60, 0), opacity=0.6),
        light(*(p.offset(12) for p in panes)), second(*panes), light(panes[0].offset(-14), opacity=0.45),
        light(lights.flame(150).translate(0, 140)), dark(*(each & panes[0] for each in lattice), opacity=0.8), dark(*(c for c in cross)), *(dark(union(*(rectangle(-300, y, 600, 9) for y in (-30, 40, 110))) & p, opacity=0.7) for p in panes[1:]),
        main(cap, crown, base), dark(shade(cap, 60, 0), shade(base, 60, 0), shade(crown, 40, 0)), light(shade(cap, -12, -6), shade(base, -12, -6)),
        second(*holes), light(rectangle(-236, -150, 472, 16, 8), rectangle(-256, 196, 512, 16, 8)), dark(*(circle((x, 232), 11) for x in range(-180, 181, 60))),
    )


@symbol(schemes.TULIP)
def dawn_rays() -> Drawing:
    """The dawn of Fajr: rays that open over the first tulips."""
    hub = (0, 240)
    rays = []
    for k in range(13):
        a = -180 + 180 * k / 13
        rays.append((light if k % 2 else main)(sector(hub, 610 if k % 2 else 660, 236, a + 0.8, a + 180 / 13 - 0.8)))
    sun = circle(hub, 190)
    ground = joined(spline([(-640, 300), (-300, 236), (0, 222), (300, 236), (640, 300)]), spline([(640, 300), (400, 340), (0, 350), (-400, 340), (-640, 300)]))
    tulips = []
    for x, y, size, foot in ((-420, 190, 66, 320), (420, 190, 66, 320), (-230, 170, 80, 330), (230, 170, 80, 330), (0, 140, 104, 340)):
        stem = swelling_stroke([(x, y), (x + 5, (y + foot) / 2), (x, foot)], [13, 15, 18])
        blades = [flora.blade_leaf((foot - y) * 1.1, 24, 0.14).rotate(-116).translate(x, foot), flora.blade_leaf((foot - y) * 1.1, 24, -0.14).rotate(-64).translate(x, foot)]
        tulips.append(second(stem, *blades) + flora.small_tulip(size).translate(x, y))
    return stack(
        *rays, dark(sun - half_plane(y=290)), main(circle(hub, 160) - half_plane(y=290)), light(circle(hub, 118) - half_plane(y=290)),
        dark(ground), *tulips,
    )


@symbol(schemes.POMEGRANATE)
def korsi() -> Drawing:
    """A korsi under its quilt, with pomegranates, a lamp and a book of verse."""
    top = polygon([(-330, -40), (330, -40), (400, 60), (-400, 60)])
    drape = joined(polyline([(-400, 60), (400, 60)]), spline([(400, 60), (430, 220), (500, 400)]), spline([(500, 400), (380, 430), (250, 398), (120, 434), (0, 400), (-120, 434), (-250, 398), (-380, 430), (-500, 400)]), spline([(-500, 400), (-430, 220), (-400, 60)]))
    folds = [joined(spline([(x * 0.9, 62), (x, 220), (x * 1.16 - 8, 410)]), spline([(x * 1.16 + 34, 420), (x + 20, 220), (x * 0.9, 62)])) for x in (-330, -210, -90, 90, 210, 330)]
    botehs = []
    for k, x in enumerate((-330, -198, -66, 66, 198, 330)):
        body = joined(spline([(0, 50, 0), (42, 4, -90), (10, -50), (34, -74, 40)]), spline([(34, -74, -140), (-34, -44), (-42, 8, 90), (0, 50, 0)]))
        shape = body.scale(1.0 if k % 2 == 0 else -1.0, 1).translate(x * 1.06, 210)
        botehs.append(second(shape) + light(shape.scale(0.62, 0.62, (x * 1.06, 216))) + dark(circle((x * 1.06, 226), 10)))
    hem = joined(spline([(-462, 318), (-240, 330), (0, 322), (240, 330), (462, 318)]), spline([(472, 348), (240, 362), (0, 352), (-240, 362), (-472, 348)]))
    cushions = [joined(spline([(-500, 396), (-590, 350), (-610, 230), (-500, 210), (-452, 300), (-500, 396)]))]
    runner = polygon([(-270, -30), (270, -30), (320, 50), (-320, 50)])

    def fruit(x: float, y: float, r: float) -> Drawing:
        body = circle((x, y), r)
        crown = polygon([(x - r * 0.3, y - r * 0.86), (x - r * 0.4, y - r * 1.4), (x - r * 0.12, y - r * 1.14), (x, y - r * 1.46), (x + r * 0.12, y - r * 1.14), (x + r * 0.4, y - r * 1.4), (x + r * 0.3, y - r * 0.86)])
        return dark(body.offset(5)) + main(crown, body) + dark(shade(body, r * 0.36, r * 0.2)) + light(ellipse((x - r * 0.4, y - r * 0.36), r * 0.14, r * 0.26).rotate(30, (x - r * 0.4, y - r * 0.36)))

    bowl = joined(spline([(-120, -70), (-90, 0), (0, 20), (90, 0), (120, -70)]))
    glass = mirrored(joined(polyline([(0, -330), (24, -330)]), spline([(24, -330), (30, -270), (66, -200, 92), (40, -130)]), polyline([(40, -130), (0, -130)]), closed=False))
    lamp_ = stack(light(glass, opacity=0.7), second(lights.flame(84).translate(0, -140)), second(mirrored(spline([(0, -136, 0), (40, -130), (70, -80, 90), (30, -36), (60, 6), (0, 10, 180)]))))
    page = joined(spline([(0, -10), (-50, -36), (-120, -26)]), polyline([(-120, -26), (-140, 24)]), spline([(-140, 24), (-60, 16), (0, 40)]))
    return stack(
        main(*cushions, *(c.mirror_x() for c in cushions)), dark(*(shade(c, 20, 10) for c in (*cushions, *(c.mirror_x() for c in cushions)))),
        main(drape), dark(*folds, opacity=0.5), *botehs, light(hem), second(*(star((x, 338), 15, 8, 4) for x in range(-420, 421, 60))),
        dark(top), light(runner), second(*(polygon([(x - 14, 40), (x, 16), (x + 14, 40)]) for x in range(-280, 281, 40))),
        lamp_.translate(-210, 0), fruit(-50, -96, 52), fruit(52, -100, 54), fruit(0, -160, 54), second(bowl), shadow(shade(bowl, 34, 0)),
        stack(dark(page.translate(0, 8), page.mirror_x().translate(0, 8)), light(page, page.mirror_x()), main(*(line((-118 - 3 * k, -10 + 12 * k), (-56, -18 + 13 * k), (-14, 2 + 11 * k), width=5, ends=0.8) for k in range(3)))).translate(230, 0),
    )


@symbol(schemes.JASMINE)
def lit_window() -> Drawing:
    """One lit window in a dark wall: white flowers in a glass on its sill, for those who wake through the night."""
    opening = arch(640, 860, 300).translate(0, 430)
    frame = opening.offset(46, join="round")
    glow = [circle((0, -110), r) & opening for r in (430, 310, 200)]
    mullions = [rectangle(-9, -440, 18, 880) & opening, rectangle(-330, -150, 660, 16) & opening]
    stems = [swelling_stroke([(x * 0.12, 330), (x * 0.5, 130), (x, y)], [20, 17, 12]) for x, y in ((0, -150), (-190, 10), (186, -20))]
    leaves = [flora.leaf((side * 46, 190 - 70 * k), -90 + side * (52 + 14 * k), 190 - 26 * k, 74, bend=0.16 * side, tone=1) for k in range(2) for side in (-1, 1)]
    flowers = [flora.jasmine(size).translate(x, y) for x, y, size in ((-190, 0, 128), (186, -30, 136), (0, -170, 190))]
    glass = mirrored(joined(polyline([(0, 150), (96, 150)]), spline([(96, 150), (74, 240), (126, 330, 90), (84, 428)]), polyline([(84, 428), (0, 428)]), closed=False))
    water = glass & half_plane(y=270)
    sill = rectangle(-440, 430, 880, 52, 8)
    return stack(
        dark(frame.offset(26, join="round")), main(frame), second(opening), *(light(g, opacity=0.34) for g in glow), main(*mullions),
        *(dark(circle((x, y), r), opacity=0.12) for x, y, r in ((-190, 0, 150), (186, -30, 158), (0, -170, 214))),
        main(*stems), *leaves, *flowers, light(glass, opacity=0.72), main(water, opacity=0.5), light(shade(glass, -20, 0), opacity=0.8),
        dark(sill), main(rectangle(-440, 430, 880, 16, 6)),
    ).inside(union(frame.offset(26, join="round"), sill))


@symbol(schemes.NIGHT)
def pen_and_light() -> Drawing:
    """A reed pen: where it touches the page, light breaks out."""
    reed = joined(polyline([(-44, -700), (36, -720), (58, -190)]), spline([(58, -190), (48, -100), (8, 0)]), polyline([(8, 0), (-16, 4)]), spline([(-16, 4), (-44, -90), (-56, -180)]), polyline([(-56, -180), (-44, -700)]))
    nib = reed & half_plane(y=-190)
    joints = [rectangle(-100, y, 200, 26, 10) & reed.offset(7) for y in (-560, -390, -236)]
    pen = stack(main(reed), dark(reed & half_plane(x=10)), light(shade(reed, -14, 0)), light(nib), main(nib & half_plane(x=0)), second(*joints), shadow(*(j & half_plane(x=10) for j in joints)), dark(line((-4, -110), (-4, -6), width=10), circle((-4, -118), 9)))
    burst = stack(second(*lights.rays(150, 400, 28, width=0.42)), second(minus(circle((0, 0), 136), circle((0, 0), 116))), *(second(p) for p in lights.rosette(108, 16, width=0.9, inner=30)), light(lights.khatam(46)))
    written = spline([(0, 6), (150, 130), (330, 90), (400, -40), (330, -120), (270, -50)])
    leaves = [flora.leaf(at.point, at.angle + side * 58, size, size * 0.48, bend=0.12 * side, tone=1) for at, side, size in zip(written.stations(written.length * t for t in (0.22, 0.36, 0.5, 0.64, 0.78)), (1, -1, 1, -1, 1), (130, 110, 130, 100, 96), strict=True)]
    line_ = main(swelling_stroke(written, [6, 34, 34, 24, 8]))
    return stack(burst, line_.mirror_x(), stack(*leaves).mirror_x(), pen.rotate(34))
