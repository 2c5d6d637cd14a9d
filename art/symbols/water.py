"""The sea, water, oil, and the earth to be cared for."""

from __future__ import annotations

from itertools import pairwise

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
from art.symbols import symbol
from engine.ornament.geometry import polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import circle, ellipse, mirrored, polygon, polyline, rectangle, spline, swelling_stroke


def sea(x: float, y: float, width: float, count: int, depth: float) -> Path:
    """A band of water with a scalloped, breaking upper edge."""
    step = width / count
    crest = [spline([(x + step * k, y), (x + step * (k + 0.62), y - step * 0.22), (x + step * (k + 1), y)]) for k in range(count)]
    return joined(*crest, polyline([(x + width, y), (x + width, y + depth), (x, y + depth)]))


@symbol(schemes.TURQUOISE)
def lenj_boat() -> Drawing:
    """A lenj of the Persian Gulf under its lateen sail."""
    hull = joined(spline([(-450, 60), (-400, 96), (-200, 150), (120, 150), (300, 100)]), spline([(300, 100), (330, 40), (420, 20)]), spline([(420, 20), (400, 160), (300, 300)]), polyline([(300, 300), (-240, 300)]), spline([(-240, 300), (-370, 220), (-450, 60)]))
    rail = joined(spline([(-456, 52), (-400, 92), (-200, 146), (120, 146), (300, 98), (330, 40), (424, 14)]), spline([(424, 44), (344, 66), (312, 126), (120, 178), (-200, 178), (-410, 124), (-456, 52)]))
    planks = [line((-410 + 34 * k, 140 + 42 * k), (-160, 206 + 36 * k), (140, 206 + 36 * k), (372 - 20 * k, 140 + 46 * k), width=10, ends=0.6) & hull for k in range(3)]
    stern = joined(polyline([(200, 112), (206, 30), (430, 0), (400, 120)]))
    mast = taper((-60, 160), (-20, -180), (10, -440), width=28, tip=0.6)
    yard = taper((-330, 30), (-60, -280), (270, -480), width=22, tip=0.5)
    sail = joined(spline([(-326, 44), (-70, -262), (262, -470)]), spline([(262, -470), (300, -200), (180, 70)]), spline([(180, 70), (-60, 20), (-326, 44)]))
    belly = sail & joined(spline([(262, -480), (150, -200), (60, 60)]), polyline([(60, 60), (400, 100), (400, -480)]))
    stripes = [swelling_stroke([(-190 + 128 * k, 30 + 8 * k), (-60 + 100 * k, -150 - 30 * k), (30 + 86 * k, -340 - 46 * k)], [10, 13, 10]) & sail for k in range(3)]
    pennant = joined(spline([(12, -440), (80, -474), (150, -440)]), spline([(150, -440), (84, -430), (10, -400)]))
    waves = [sea(-560, 268, 1120, 8, 70), sea(-500, 330, 1000, 6, 60), sea(-430, 392, 860, 6, 40)]
    return stack(
        second(circle((230, -190), 170)), main(pennant),
        dark(mast), light(sail), main(belly, opacity=0.55), dark(*stripes, opacity=0.55), dark(yard),
        dark(stern), second(hull), shadow(hull & half_plane(x=120)), dark(*planks, opacity=0.7), light(rail), dark(*(circle((x, 190 - abs(x + 40) * 0.05), 13) for x in range(-300, 260, 90))),
        main(waves[0]), dark(waves[1]), light(waves[2]),
    )


@symbol(schemes.SKY)
def wave() -> Drawing:
    """A great wave that curls, in the manner of old miniatures."""
    back = joined(spline([(-480, 300), (-400, 60), (-200, -200), (60, -330), (300, -300), (420, -150)]), spline([(420, -150), (300, -230), (180, -180), (130, -60), (190, 60), (310, 90)]), spline([(310, 90), (120, 190), (60, 300)]), polyline([(60, 300), (-480, 300)]))
    inner = joined(spline([(-330, 300), (-240, 40), (-60, -170), (120, -240), (230, -226)]), spline([(230, -226), (120, -170), (80, -40), (130, 110), (220, 140)]), spline([(220, 140), (60, 220), (20, 300)]), polyline([(20, 300), (-330, 300)]))
    streaks = [swelling_stroke([(-400 + 78 * k, 300), (-310 + 70 * k, 30 + 10 * k), (-130 + 50 * k, -180 + 26 * k), (60 + 22 * k, -270 + 34 * k)], [6, 20, 20, 0]) for k in range(4)]
    foam = [
        circle((420, -150), 46), circle((356, -204), 40), circle((466, -84), 32), circle((384, -96), 34), circle((300, -240), 34), circle((330, 90), 40), circle((270, 120), 32),
        circle((438, -20), 20), circle((380, -26), 16), circle((486, -150), 18), circle((404, 40), 14),
    ]
    curls = []
    for x, y, r in ((404, -142, 30), (338, -206, 24), (316, 88, 26)):
        curls.append(swelling_stroke([polar((x, y), r * (1 - 0.11 * k), 200 + 70 * k) for k in range(7)], [0, 9, 9, 6, 3]))
    front = joined(spline([(-500, 300), (-380, 220), (-240, 290), (-100, 210), (60, 290), (220, 200), (360, 290), (500, 220)]), polyline([(500, 220), (500, 430)]), spline([(500, 430), (0, 450), (-500, 430)]), polyline([(-500, 430), (-500, 300)]))
    ripples = [swelling_stroke([(x + 70 * k, y + (12 if k % 2 else -12)) for k in range(6)], [0, 20, 22, 20, 0]) for x, y in ((-440, 340), (40, 330), (-250, 396), (160, 400))]
    return stack(second(circle((-250, -230), 130)), main(back), dark(inner), light(*streaks), light(*foam), main(*curls), dark(front), main(shade(front, 0, -26)), light(*ripples))


@symbol(schemes.SKY)
def water_drop() -> Drawing:
    """A drop of water that falls into its rings, a field within it."""
    drop = mirrored(spline([(0, -470, 62), (150, -180), (236, 40, 90), (0, 270, 180)]))
    hill = joined(spline([(-300, 120), (-80, 50), (100, 110), (300, 40)]), polyline([(300, 40), (300, 400), (-300, 400)])) & drop.offset(-24)
    hill2 = joined(spline([(-300, 170), (-60, 190), (120, 140), (300, 190)]), polyline([(300, 190), (300, 400), (-300, 400)])) & drop.offset(-24)
    stem = second(swelling_stroke([(0, 140), (6, 30), (-4, -60)], [16, 14, 10]))
    leaves = [flora.leaf((4, 40), -150, 130, 64, bend=0.14), flora.leaf((4, 20), -28, 140, 68, bend=-0.14), flora.leaf((-4, -56), -90, 110, 56, bend=0)]
    rings_ = [minus(ellipse((0, 330), rx, rx * 0.2), ellipse((0, 330), rx - w, (rx - w) * 0.2 - 2)) for rx, w in ((470, 24), (340, 26))]
    pool = ellipse((0, 330), 210, 40)
    splash = [mirrored(spline([(0, -1, 60), (0.5, 0.1), (0, 0.6, 180)])).scale(34).rotate(a).translate(x, y) for x, y, a in ((-330, 190, -30), (330, 190, 30), (-250, 110, -20), (260, 100, 20))]
    return stack(main(*rings_), dark(pool), main(drop), dark(shade(drop, 50, 20)), light(shade(drop, -16, -8)), light(drop.offset(-24), opacity=0.75), main(hill, opacity=0.6), dark(hill2, opacity=0.8), stem, *leaves, light(swelling_stroke([(-150, 40), (-130, -90), (-60, -230)], [0, 24, 4])), main(*splash))


@symbol(schemes.INK)
def oil_derrick() -> Drawing:
    """An oil derrick, and the drop that became the nation's own."""
    def leg(t: float) -> float:
        return 46 + 210 * t
    top, foot = -400, 330
    def at(t: float, side: int) -> tuple[float, float]:
        return side * leg(t), top + (foot - top) * t
    levels = (0.0, 0.15, 0.32, 0.52, 0.75, 1.0)
    frame = [polyline([at(0, s), at(1, s)]).stroke(30) for s in (-1, 1)]
    bars = [polyline([at(t, -1), at(t, 1)]).stroke(18) for t in levels[1:]]
    braces = []
    for a, b in pairwise(levels):
        braces += [polyline([at(a, -1), at(b, 1)]).stroke(13), polyline([at(a, 1), at(b, -1)]).stroke(13)]
    crown = union(rectangle(-84, -436, 168, 34, 6), polygon([(-50, -436), (0, -486), (50, -436)]))
    drop = mirrored(spline([(0, -110, 62), (80, 40), (122, 150, 90), (0, 270, 180)]))
    floor = rectangle(-320, 320, 640, 40, 6)
    spurt = [swelling_stroke([(0, -440), (s * 60, -560), (s * 170, -570), (s * 210, -480), (s * 160, -450)], [22, 24, 20, 14, 0]) for s in (-1, 1)]
    hills = joined(spline([(-500, 390), (-300, 330), (0, 356), (280, 326), (500, 390)]), spline([(500, 390), (300, 430), (-300, 430), (-500, 390)]))
    return stack(
        main(*(b.translate(0, -60) for b in lights.beams(340, 460, 21, start=-180, arc=189, width=0.36))), dark(*spurt),
        main(hills), light(shade(hills, 0, -14)), dark(*braces), main(*bars, *frame), light(polyline([at(0, -1), at(1, -1)]).stroke(9)), dark(floor, crown), light(rectangle(-320, 318, 640, 11, 4)),
        dark(drop.offset(16)), second(drop), shadow(shade(drop, 34, 14)), light(swelling_stroke([(-66, 170), (-62, 90), (-22, 0)], [0, 20, 2])),
    )


@symbol(schemes.GLOBE)
def leaf_globe() -> Drawing:
    """The globe held between two leaves."""
    disc = circle((0, -110), 330)
    grid = [minus(ellipse((0, -110), rx, 330), ellipse((0, -110), max(rx - 9, 1), 327)) for rx in (130, 250)]
    grid += [rectangle(-340, y, 680, 9) for y in (-280, -115, 50)]
    lands = [
        spline([(-250, -280), (-130, -370), (-20, -330), (-60, -230), (-150, -190), (-170, -90), (-260, -130)], closed=True),
        spline([(-200, -60), (-90, -50), (-70, 40), (-130, 150), (-190, 100)], closed=True),
        spline([(40, -330), (160, -390), (290, -270), (330, -140), (230, -150), (190, -60), (120, -130), (60, -190)], closed=True),
        spline([(60, -40), (170, -50), (230, 60), (130, 140), (70, 70)], closed=True),
    ]
    left = flora.leaf((0, 400), -144, 600, 250, bend=0.3, tone=1)
    right = flora.leaf((0, 400), -36, 600, 250, bend=-0.3, tone=1)
    ribs = [line((-110, 356), (-230, 290), (-330, 190), width=12), line((110, 356), (230, 290), (330, 190), width=12)]
    return stack(
        second(disc), *(gleam(g & disc) for g in grid), light(*(p & disc for p in lands)), main(*(shade(p & disc, 22, 16) for p in lands)), shadow(shade(disc, 80, 40)),
        left, right, light(*ribs), dark(taper((0, 470), (-6, 430), (0, 380), width=26, tip=0.7)),
    )


@symbol(schemes.EARTH)
def cheetah() -> Drawing:
    """The Asiatic cheetah at full stretch."""
    trunk = joined(
        spline([(330, -176), (240, -196), (60, -150), (-110, -176), (-230, -150), (-290, -70)]),
        spline([(-290, -70), (-220, -10), (-100, -40), (60, -30), (200, 40), (290, -10), (330, -80)]),
    )
    head = joined(spline([(300, -180), (350, -250), (420, -250), (470, -205), (510, -178)]), spline([(510, -178), (506, -140), (440, -118), (370, -96), (310, -90)]))
    ears = [spline([(348, -232), (352, -282), (392, -250)]).closed(), spline([(384, -248), (400, -290), (428, -246)]).closed()]
    near = [
        swelling_stroke([(-220, -90), (-250, 30), (-380, 70), (-470, 150), (-520, 160)], [130, 100, 48, 34, 22]),
        swelling_stroke([(240, -70), (320, 50), (440, 70), (520, 130), (570, 128)], [110, 74, 44, 32, 22]),
    ]
    far = [
        swelling_stroke([(-190, -90), (-180, 60), (-300, 130), (-360, 220), (-410, 232)], [120, 96, 46, 32, 22]),
        swelling_stroke([(200, -60), (230, 70), (340, 140), (390, 210), (436, 216)], [100, 70, 42, 30, 22]),
    ]
    tail = swelling_stroke([(-270, -130), (-400, -170), (-470, -290), (-580, -330), (-650, -260)], [40, 34, 32, 34, 20])
    bands = [rectangle(-20, -30, 15, 60).rotate(a).translate(x, y) & tail for x, y, a in ((-560, -330, 12), (-600, -316, -20), (-636, -280, -50), (-520, -318, 30))]
    body = union(trunk, head, *near, *ears)
    spots = []
    for x, y, r in ((250, -140, 14), (200, -160, 12), (190, -110, 15), (130, -140, 13), (140, -80, 14), (70, -110, 14), (10, -126, 13), (80, -62, 12), (20, -80, 13), (-50, -110, 14), (-60, -68, 12), (-110, -140, 13), (-160, -110, 15), (-120, -80, 12), (-200, -130, 13), (-220, -70, 14), (-180, -40, 13), (-240, -10, 14), (-290, 30, 11), (-340, 60, 10), (270, -50, 13), (310, -10, 12), (340, 30, 10), (390, 56, 10), (310, -150, 10), (-236, -110, 11)):
        spots.append(ellipse((x, y), r * 1.15, r * 0.9))
    belly = joined(spline([(-150, -20), (0, -44), (150, 10), (240, 30)]), spline([(240, 30), (150, -26), (0, -70), (-150, -46)]))
    ground = [swelling_stroke(k, [0, 14, 0]) for k in ([(-420, 290), (-100, 276), (260, 290)], [(-200, 330), (60, 318), (420, 330)])]
    return stack(
        second(circle((-40, -150), 340)), dark(*far, opacity=0.9), main(tail), dark(*bands), main(body), light(belly & body, shade(union(trunk, head), -4, -16)), dark(*spots),
        dark(circle((440, -206), 13), spline([(500, -182), (520, -170), (498, -156)]).closed(), swelling_stroke([(444, -196), (462, -160), (452, -130)], [10, 9, 0])), dark(*(e.scale(0.5, 0.5, e.box.center) for e in ears)),
        second(*ground),
    )
