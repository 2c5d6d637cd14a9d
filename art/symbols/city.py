"""Streets, parks and what moves in them."""

from __future__ import annotations

from art.drawing import (
    Drawing,
    dark,
    gleam,
    light,
    main,
    second,
    shade,
    shadow,
    stack,
    taper,
    tidy,
    union,
)
from art.parts import flora, schemes
from art.symbols import symbol
from engine.ornament.geometry import polar
from engine.ornament.path import joined
from engine.ornament.pen import (
    circle,
    ellipse,
    mirrored,
    polygon,
    polyline,
    rectangle,
    rounded,
    spline,
    swelling_stroke,
)


@symbol(schemes.INK)
def road_truck() -> Drawing:
    """A truck with painted flowers that comes up the road."""
    road = polygon([(-60, 130), (60, 130), (480, 480), (-480, 480)])
    verge = [polygon([(-76, 130), (-60, 130), (-480, 480), (-540, 480)]), polygon([(60, 130), (76, 130), (540, 480), (480, 480)])]
    cab = rounded([(-210, -130), (210, -130), (236, 270), (-236, 270)], 40)
    roof = joined(spline([(-190, -120), (-150, -250), (0, -270), (150, -250), (190, -120)]))
    glass = rounded([(-176, -96), (176, -96), (200, 60), (-200, 60)], 26)
    grille = rounded([(-150, 100), (150, 100), (160, 230), (-160, 230)], 18)
    bars = [rectangle(-140, y, 280, 14, 7) for y in (118, 146, 174, 202)]
    lamps = [circle((x, 168), 34) for x in (-196, 196)]
    bumper = rectangle(-262, 262, 524, 64, 18)
    wheels = [rectangle(x, 300, 96, 120, 26) for x in (-246, 150)]
    mirrors = [union(rectangle(x, -60, 44, 110, 12), rectangle(x + (30 if x < 0 else -20), -30, 40, 14)) for x in (-300, 256)]
    load = rounded([(-250, -330), (250, -330), (250, 100), (-250, 100)], 20)
    tarp = [rectangle(x, -330, 14, 430) for x in (-130, 0, 120)]
    flowers = [flora.small_flower(38, turn=18 * k).toned({1: 4}).translate(x, -190 + abs(x) * 0.12) for k, x in enumerate((-96, 0, 96))]
    return stack(
        second(*verge), main(road), light(*(polygon([(-w, y), (w, y), (w * 1.4, y + h), (-w * 1.4, y + h)]) for y, w, h in ((430, 14, 50),))),
        dark(*wheels), main(load), dark(*tarp, opacity=0.6), dark(shade(load, 40, 0), opacity=0.6), dark(*mirrors), second(roof, cab), shadow(shade(cab, 40, 0), shade(roof, 40, 10)), gleam(shade(cab, -14, -6)), dark(glass), light(polygon([(-150, -80), (-60, -80), (-110, 44), (-186, 44)]) & glass, polygon([(-30, -80), (0, -80), (-44, 44), (-78, 44)]), opacity=0.5),
        dark(grille), light(*bars), light(*lamps), main(*(circle((x, 168), 18) for x in (-196, 196))), dark(bumper), light(rectangle(-80, 276, 160, 34, 6)), *flowers,
    )


@symbol(schemes.TURQUOISE)
def bus() -> Drawing:
    """A city bus full of windows."""
    body = rounded([(-450, -230), (420, -230), (462, 60), (462, 220), (-450, 220)], 54)
    windows = [rounded([(x, -170), (x + 122, -170), (x + 122, 0), (x, 0)], 18) for x in (-410, -270, -130)]
    doors = [rounded([(20, -170), (150, -170), (150, 196), (20, 196)], 14)]
    front = rounded([(296, -170), (400, -170), (436, 20), (296, 20)], 18)
    mid = rounded([(172, -170), (276, -170), (276, 0), (172, 0)], 18)
    wheels = [(-270, 226), (270, 226)]
    stripe = joined(spline([(-450, 120), (-200, 60), (60, 130), (462, 70)]), spline([(462, 112), (60, 174), (-200, 104), (-450, 166)])) & body
    rolling = stack(*(dark(circle(w, 92)) + main(circle(w, 60)) + light(circle(w, 34)) + dark(circle(w, 12)) for w in wheels))
    arches = [circle(w, 112) & body for w in wheels]
    tops = [light(mirrored(spline([(-120, -420, 40), (-50, -330), (-50, -230), (-120, -230, 180)]), -120)), light(rectangle(40, -380, 90, 160), rectangle(150, -330, 70, 110), rectangle(-330, -350, 100, 130)), light(rectangle(-126, -460, 12, 50))]
    trees = [main(union(circle((x, -300), 64), rectangle(x - 9, -250, 18, 40))) for x in (300, -420)]
    return stack(
        *(t for t in tops), *trees, main(body), light(rounded([(-430, -250), (380, -250), (400, -214), (-440, -214)], 16)), second(stripe), dark(shade(body, 0, 40)), dark(*windows, *doors, front, mid),
        light(*(polygon([(x + 30, -160), (x + 66, -160), (x + 24, -10), (x - 2 + 10, -10)]) for x in (-410, -270, -130, 172, 300)), opacity=0.55), main(rectangle(81, -170, 9, 366)), second(rectangle(-120, -226, 300, 30, 8)), dark(*arches), rolling, light(circle((436, 140), 20)), second(rectangle(-448, 120, 18, 44, 6)), dark(rectangle(-500, 314, 1000, 22, 8)),
    )


@symbol(schemes.SPRING)
def city_park() -> Drawing:
    """A city park: bench, lamp, fountain and trees."""
    def tree(x: float, y: float, r: float) -> Drawing:
        mass = union(*(circle(polar((x, y), r * 0.55, a), r * 0.52) for a in range(0, 360, 60)), circle((x, y), r * 0.7))
        return stack(dark(rectangle(x - r * 0.09, y, r * 0.18, 300 - y + 40)), main(mass), dark(mass - circle((x - r * 0.25, y - r * 0.3), r * 0.95), opacity=0.6), light(shade(mass, -r * 0.12, -r * 0.12)))
    grass = joined(spline([(-500, 320), (-200, 280), (150, 310), (500, 280)]), polyline([(500, 280), (500, 440), (-500, 440)]))
    path = joined(spline([(-60, 296), (40, 340), (-120, 440)]), polyline([(-120, 440), (160, 440)]), spline([(160, 440), (170, 350), (10, 296)]))
    basin = joined(spline([(-140, 240), (-110, 300), (0, 316), (110, 300), (140, 240)]))
    stem = mirrored(spline([(0, 90, 0), (14, 110), (16, 200), (40, 246), (0, 250, 180)]))
    bowl = joined(spline([(-80, 110), (-40, 150), (0, 156), (40, 150), (80, 110)]))
    jets = [swelling_stroke([(0, 90), (s * d * 0.5, 90 - h), (s * d, 110 + d * 0.9)], [8, 14, 0]) for s in (-1, 1) for d, h in ((70, 130), (120, 90))]
    lamp = stack(dark(rectangle(-246, -160, 16, 470), rectangle(-268, 290, 60, 24, 6)), second(mirrored(spline([(-238, -250, 30), (-196, -220), (-212, -160), (-238, -160, 180)]), -238)), dark(rectangle(-270, -168, 64, 14, 6), polygon([(-290, -216), (-238, -268), (-186, -216)])))
    bench = stack(dark(*(rectangle(x, 270, 16, 90, 5) for x in (220, 400))), second(*(rectangle(200, y, 236, 24, 8) for y in (200, 234, 268))), shadow(rectangle(200, 284, 236, 10, 5)))
    return stack(second(circle((150, -250), 100)), tree(-390, -20, 170), tree(390, -60, 190), tree(120, 40, 120), main(grass), dark(shade(grass, 0, -18)), light(path), lamp, light(*jets), dark(basin, stem), light(bowl, ellipse((0, 242), 140, 22)), main(shade(bowl, 20, 0)), bench, *(flora.small_flower(26, turn=k * 30).toned({1: 4}).translate(x, y) for k, (x, y) in enumerate(((-380, 380), (-320, 410), (-430, 420), (330, 410), (400, 396), (450, 420)))))


@symbol(schemes.EARTH)
def broom_street() -> Drawing:
    """The street sweeper's long besom, its twigs spread on the ground."""
    handle = swelling_stroke([(-220, -330), (-110, -140), (20, 70)], [46, 50, 54])
    head = joined(spline([(-50, 110), (-40, 250), (20, 420)]), spline([(20, 420), (150, 470), (310, 452), (420, 390)]), spline([(420, 390), (260, 200), (140, 80), (60, 30)]), spline([(60, 30), (0, 60), (-50, 110)]))
    twigs = [taper((-30 + 13 * k, 120 - 11 * k), (10 + 40 * k, 270 - 14 * k), (30 + 62 * k, 430 + 6 * k - 1.6 * k * k), width=10, tip=0.9) for k in range(7)]
    tips = [taper((20 + 44 * k, 400 - 8 * k), (50 + 60 * k, 470 - 8 * k), (70 + 66 * k, 520 - 14 * k), width=30, tip=0.1) for k in range(7)]
    band = [swelling_stroke([(-64 + d, 150 + d), (10 + d, 110 + d), (78 + 1.4 * d, 48 + 0.4 * d)], [20, 26, 20]) for d in (0, 54)]
    return stack(second(handle), shadow(shade(handle, 10, -4)), main(head, *tips), dark(shade(head, -34, 20), opacity=0.7), dark(*(tidy(t & head) for t in twigs)), light(*(tidy(t.translate(9, -4) & head) for t in twigs)), second(*band), gleam(*(shade(b, -4, -8) for b in band)))
