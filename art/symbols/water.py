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
from art.symbols import symbol
from engine.ornament.geometry import polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import circle, ellipse, mirrored, polyline, rectangle, spline, swelling_stroke


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
    """A gusher over its derrick: one black plume, and a black drop with a golden glint."""
    def leg(t: float) -> float:
        return 50 + 250 * t
    top, foot = -150, 470
    def at(t: float, side: int) -> tuple[float, float]:
        return side * leg(t), top + (foot - top) * t
    levels = (0.0, 0.2, 0.42, 0.68, 1.0)
    frame = [polyline([at(0, s), at(1, s)]).stroke(32) for s in (-1, 1)]
    bars = [polyline([at(t, -1), at(t, 1)]).stroke(20) for t in levels[1:]]
    braces = []
    for a, b in pairwise(levels):
        braces += [polyline([at(a, -1), at(b, 1)]).stroke(14), polyline([at(a, 1), at(b, -1)]).stroke(14)]
    crown = rectangle(-92, -176, 184, 38, 8)
    column = joined(spline([(-26, -150), (-40, -380), (-92, -640)]), polyline([(-92, -640), (92, -640)]), spline([(92, -640), (40, -380), (26, -150)]))
    puffs = [circle(centre, r) for centre, r in (((0, -640), 104), ((-84, -600), 54), ((86, -570), 48), ((-56, -704), 62), ((60, -690), 66), ((-62, -520), 34), ((66, -500), 28), ((10, -766), 48))]
    plume = union(column, *puffs)
    rills = [swelling_stroke(k, [0, 14, 0]) for k in ([(-14, -190), (-26, -400), (-60, -610)], [(8, -200), (12, -440), (34, -660)], [(-96, -660), (-70, -716), (-24, -740)])]
    fallen = [mirrored(spline([(x, y - 1.5 * r, 62), (x + r, y, 90), (x, y + r, 180)]), x) for x, y, r in ((-150, -470, 20), (150, -440, 18), (-118, -340, 13), (112, -300, 14))]
    drop = mirrored(spline([(0, 60, 62), (96, 220), (140, 330, 90), (0, 462, 180)]))
    floor = rectangle(-360, 462, 720, 44, 8)
    return stack(
        dark(plume, *fallen), main(*rills), dark(*braces), main(*bars, *frame), light(polyline([at(0, -1), at(1, -1)]).stroke(9)), dark(floor, crown), main(rectangle(-360, 460, 720, 12, 5)),
        main(drop.offset(15, join="round")), dark(drop), light(swelling_stroke([(-88, 350), (-92, 290), (-40, 170)], [0, 30, 2]), circle((52, 398), 13)),
    )


@symbol(schemes.LEAF)
def oak_leaf() -> Drawing:
    """An oak leaf of the Zagros whose veins are water, a drop at its tip."""
    half = spline([(0, -480, 0), (96, -440), (120, -350), (72, -290, 150), (190, -300), (262, -210), (150, -120, 160), (300, -130), (350, -10), (180, 60, 165), (252, 84), (246, 176), (116, 196, 160), (64, 300), (0, 360, 180)], corners=(3, 6, 9, 12))
    body = mirrored(half)
    right = body & half_plane(x=0)
    river = swelling_stroke([(0, 470), (10, 200), (-8, -120), (0, -470)], [34, 40, 28, 6])
    branches = [swelling_stroke([(0, y), (s * 0.5 * x, y - 30), (s * x, y - d)], [20, 15, 2]) for s in (-1, 1) for x, y, d in ((210, 210, 70), (260, 60, 84), (190, -100, 90), (80, -270, 80))]
    drop = mirrored(spline([(250, 260, 62), (302, 360), (320, 410, 90), (250, 482, 180)]), 250)
    return stack(
        main(body), dark(right, opacity=0.55), light(shade(body, -14, -8)), second(river, *branches), gleam(swelling_stroke([(-6, 440), (2, 200), (-14, -100)], [6, 12, 4])),
        dark(shade(right, 16, 8), opacity=0.5),
        second(drop), gleam(swelling_stroke([(214, 420), (222, 370), (244, 320)], [0, 14, 2])), shadow(shade(drop, 18, 8)),
    ).rotate(24)


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
