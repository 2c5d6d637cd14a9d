"""Old houses, vaults, bridges, towers and a town."""

from __future__ import annotations

from itertools import pairwise

from art.drawing import (
    Drawing,
    Tone,
    dark,
    gleam,
    half_plane,
    light,
    line,
    main,
    minus,
    paper,
    second,
    shade,
    shadow,
    stack,
    taper,
    union,
)
from art.parts import flora, schemes
from art.parts import light as lights
from art.parts.building import arch, band, dome, drum, finial, iwan, minaret, shell, zigzag
from art.symbols import symbol
from engine.ornament.geometry import Point, mix, polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import (
    circle,
    mirrored,
    polygon,
    polyline,
    rectangle,
    rounded,
    spline,
    star,
    swelling_stroke,
)


def vaulting(rim: Path, hub: Point, cells: int, tiers: tuple[float, ...]) -> Drawing:
    """The ribbed net (karbandi) of a half dome: lozenges between the rim and its hub, lit from the left."""
    length = rim.length

    def place(tier: float, step: float) -> Point:
        return mix(hub, rim.stations([length * min(max(step / cells, 0), 1)])[0].point, tier)

    drawn = []
    for i in range(len(tiers) - 2):
        outer, middle, inner = tiers[i : i + 3]
        for j in range(cells + 1):
            at = j + (0.5 if i % 2 else 0)
            if at > cells:
                continue
            tip, left, right, foot = place(outer, at), place(middle, at - 0.5), place(middle, at + 0.5), place(inner, at)
            drawn.append(light(polygon([tip, left, foot])) + main(polygon([tip, right, foot])))
    return stack(*drawn)


@symbol(schemes.TURQUOISE)
def arch_vault() -> Drawing:
    """An arch with its ribbed vault of girih, and the mason's circle that laid it out."""
    opening = arch(640, 780, 420)
    rim = spline([(-320, -330), (-320, -360, -90), (-198, -612), (0, -780, -56)])
    whole = joined(rim, rim.mirror_x(), closed=False)
    ring_ = arch(820, 880, 500)
    joints = []
    for p in whole.every(64):
        joints.append(line(polar(p.point, 20, p.angle - 90), polar(p.point, 120, p.angle - 90), width=10, ends=0.9))
    net = vaulting(whole, (0, -300), 10, (0.94, 0.78, 0.62, 0.48, 0.35, 0.22, 0.1))
    jambs = [rectangle(x, -360, 90, 360) for x in (-410, 320)]
    tiles = [lights.khatam(30).translate(x, y) for x in (-365, 365) for y in (-60, -140, -220, -300)]
    return stack(
        main(ring_ | union(*jambs)),
        dark(shade(ring_, 30, -6), opacity=0.5),
        dark(union(*joints) & ring_, opacity=0.8),
        light(opening.offset(16)),
        dark(opening),
        net.inside(opening.offset(-8) - half_plane(y=-296)),
        second(rectangle(-320, -300, 640, 22)),
        second(lights.khatam(54).translate(0, -298) - half_plane(y=-290)),
        main(arch(300, 240, 120)), dark(arch(250, 206, 100)),
        main(*(arch(110, 190, 70).translate(x, 0) for x in (-240, 240))), dark(*(arch(80, 166, 56).translate(x, 0) for x in (-240, 240))),
        second(*tiles),
        dark(rectangle(-450, 0, 900, 30, 8)),
    )


@symbol(schemes.EARTH)
def columns() -> Drawing:
    """Columns of Persepolis: fluted, on lotus bells, with paired scrolls and bulls reduced to curves."""

    def column(height: float) -> Drawing:
        w = 46.0
        shaft = polygon([(-w, 0), (-w * 0.86, -height), (w * 0.86, -height), (w, 0)])
        flutes = [polygon([(x, 0), (x * 0.86, -height), (x * 0.86 + 8, -height), (x + 9, 0)]) for x in (-30, -12, 6, 24)]
        bell = mirrored(spline([(0, -10, 0), (56, -10), (64, 40), (104, 118), (0, 124, 180)]))
        petals = [flora.blade_leaf(116, 14).rotate(90 - a).translate(x, 0) for x, a in ((-48, -22), (-24, -11), (0, 0), (24, 11), (48, 22))]
        plinth = rectangle(-116, 116, 232, 34, 8)
        top = -height
        scrolls = []
        for x in (-66, 66):
            for y in (top - 30, top - 128):
                scrolls.append(dark(circle((x, y), 44)) + main(circle((x, y), 38)) + dark(circle((x, y), 20)) + light(circle((x, y), 11)))
        block = rectangle(-58, top - 176, 116, 190, 8)
        bull = joined(
            spline([(0, top - 180), (60, top - 176), (96, top - 200)]),
            spline([(96, top - 200), (150, top - 196), (186, top - 214)]),
            spline([(186, top - 214), (196, top - 250), (176, top - 300)]),
            spline([(176, top - 300), (210, top - 312), (222, top - 336)]),
            spline([(222, top - 336), (190, top - 372), (150, top - 376), (110, top - 340), (60, top - 318), (0, top - 314)]),
        )
        horn = taper((150, top - 366), (186, top - 420), (146, top - 456), width=24)
        ear = flora.blade_leaf(50, 14).rotate(-150).translate(136, top - 356)
        return stack(
            main(shaft), dark(*flutes, opacity=0.65), dark(shade(shaft, 22, 0), opacity=0.5), light(shade(shaft, -9, 0)),
            main(bell), dark(*petals), dark(plinth), light(rectangle(-116, 116, 232, 9, 4)), light(rectangle(-60, -20, 120, 18, 8)),
            main(block), *scrolls, dark(rectangle(-80, top - 190, 160, 22, 6)),
            second(horn, horn.mirror_x()), main(bull), main(bull.mirror_x()), dark(bull & half_plane(x=0) & bull.translate(-24, 22), opacity=0.45),
            light(shade(bull.mirror_x(), -8, -8)), dark(ear, ear.mirror_x(), circle((172, top - 332), 8), circle((-172, top - 332), 8)),
            dark(rectangle(-90, top - 320, 180, 12)),
        )

    rosette = stack(*(second(p) for p in lights.rosette(150, 12, width=1.05, inner=34)), second(circle((0, 0), 30)))
    return stack(
        rosette.translate(0, -30), light(circle((0, -30), 14)),
        column(520).scale(0.92).translate(-236, 290), column(520).scale(0.92).translate(236, 290),
        main(rectangle(-400, 428, 800, 34, 6)), dark(rectangle(-430, 462, 860, 40, 6)), light(*(rectangle(x, 436, 40, 8) for x in range(-376, 360, 64))),
        second(*(star((x, 481), 14, 8, 12) for x in range(-391, 392, 46))),
    )


@symbol(schemes.EARTH)
def khomein_house() -> Drawing:
    """The old mud-brick house of Khomein between its two towers, the heart-shaped pool in its yard."""

    def watchtower(x: float, width: float, height: float) -> Drawing:
        w = width / 2
        body = polygon([(x - 1.12 * w, 250), (x - 0.9 * w, 250 - height), (x + 0.9 * w, 250 - height), (x + 1.12 * w, 250)])
        top = 250 - height
        slits = [rectangle(x + at * w - 8, top + 0.32 * height, 16, 58, 8) for at in (-0.4, 0.3)]
        eyes = [rectangle(x + at * w - 8, top + 36, 16, 36, 8) for at in (-0.6, -0.1, 0.4)]
        return stack(
            main(body), dark(shade(body, 0.7 * w, 0), opacity=0.4), light(shade(body, -0.22 * w, 0), opacity=0.5),
            dark(zigzag(x - 0.86 * w, top + 6, 1.72 * w, 18, 7), opacity=0.7), light(rectangle(x - w, top - 22, 2 * w, 26, 6)),
            dark(rectangle(x - 0.96 * w, top + 88, 1.92 * w, 9), rectangle(x - 0.97 * w, top + 106, 1.94 * w, 6), opacity=0.7), dark(*slits, *eyes),
        )  # fmt: skip

    wall, hall = rectangle(-470, 20, 940, 230), rectangle(-300, -70, 600, 320)
    gate, leaf = arch(170, 250, 84).translate(0, 250), arch(122, 200, 60).translate(0, 250)
    windows = [arch(78, 134, 42).translate(x, 130) for x in (-222, -132, 132, 222)]
    bars = [rectangle(x - 3, -10, 6, 140) for x in (-222, -132, 132, 222)] + [rectangle(x - 39, y, 78, 5) for x in (-222, -132, 132, 222) for y in (40, 84)]
    bricks = [rectangle(x, y, 44, 8) for x, y in ((-440, 120), (-410, 180), (-280, 200), (-220, 170), (-120, 210), (110, 190), (190, 220), (260, 170), (400, 130), (420, 200), (-60, -40), (40, -36))]
    pool = mirrored(spline([(0, 318, -46), (120, 288, 0), (236, 326, 90), (130, 396), (0, 460, 152)]))
    yard = joined(spline([(-490, 250), (-380, 400), (0, 490, 0), (380, 400), (490, 250)]))
    ripples = [line((x, y), (x + 50, y - 5), (x + 110, y + 2), width=9) for x, y in ((-150, 330), (20, 350), (-60, 384), (30, 410))]
    return stack(
        light(yard.closed(), opacity=0.55), main(wall), dark(shade(wall, 0, 70), opacity=0.3), light(rectangle(-480, 8, 960, 20, 6)),
        main(hall), light(rectangle(-312, -90, 624, 26, 6)), dark(*bricks, opacity=0.4),
        watchtower(-370, 190, 480), watchtower(366, 214, 530),
        light(*(w.offset(10) for w in windows)), dark(*windows), second(*(b & w.offset(-4) for b in bars for w in windows if b & w)),
        light(gate.offset(14)), dark(gate), main(leaf), dark(rectangle(-4, 60, 8, 190), *(circle((x, y), 7) for x in (-40, -22, 22, 40) for y in (120, 170, 220))),
        dark(rectangle(-480, 246, 960, 14, 5)), light(pool.offset(16)), dark(pool.offset(4)), second(pool), gleam(*(r & pool for r in ripples)),
    )  # fmt: skip


@symbol(schemes.TURQUOISE)
def skyline() -> Drawing:
    """The skyline of Khomein: domes of the bazaar, minaret, windcatchers, poplars, the mountains behind."""
    peaks = polygon([(-500, 120), (-400, -40), (-340, 0), (-210, -190), (-130, -90), (-70, -130), (70, 40), (170, -110), (250, -40), (330, -150), (430, 10), (500, 120), (500, 320), (-500, 320)])
    snow = [polygon([(-210, -190), (-258, -120), (-224, -136), (-206, -104), (-180, -130), (-162, -128)]), polygon([(330, -150), (288, -92), (316, -104), (336, -76), (358, -110)]), polygon([(170, -110), (142, -74), (168, -84), (184, -64), (204, -82)])]
    slopes = [polygon([(-210, -190), (-130, -90), (-70, -130), (70, 40), (50, 320), (-130, 320), (-180, -40)]), polygon([(330, -150), (430, 10), (500, 120), (500, 320), (370, 320), (346, -20)]), polygon([(170, -110), (250, -40), (280, -78), (270, 320), (200, 320)])]

    def bazaar(x: float, r: float) -> Drawing:
        return stack(light(shell(r, r * 0.9, ((0, -1, 20), (0.72, -0.68), (1, 0, 90))).translate(x, 250)), main(shade(shell(r, r * 0.9, ((0, -1, 20), (0.72, -0.68), (1, 0, 90))).translate(x, 250), r * 0.5, 0)), dark(rectangle(x - r * 0.16, 250 - r * 1.04, r * 0.32, r * 0.2, 3)))

    def house(x: float, y: float, w: float, h: float, *, tone: int = 1) -> Drawing:
        wall = rectangle(x, y - h, w, h)
        doors = [arch(w * 0.22, h * 0.5, h * 0.16).translate(x + w * s, y) for s in (0.28, 0.72)]
        return (main if tone == 1 else light)(wall) + dark(shade(wall, w * 0.16, 0), opacity=0.45) + dark(*doors) + second(rectangle(x - 5, y - h - 12, w + 10, 16))

    def poplar(x: float, y: float, h: float) -> Drawing:
        body = mirrored(spline([(x, y - h, 70), (x + h * 0.13, y - h * 0.4), (x, y, 180)]), x)
        return dark(body) + main(body - half_plane(x=x))

    ground = joined(spline([(-500, 330), (-250, 300), (0, 318), (260, 296), (500, 330)]), polyline([(500, 330), (500, 410), (-500, 410)]))
    road = joined(spline([(-60, 310), (20, 340), (-60, 410)]), polyline([(-60, 410), (120, 410)]), spline([(120, 410), (80, 350), (-10, 308)]))
    return stack(
        second(circle((-20, -160), 130)), light(peaks), main(*slopes, opacity=0.75), paper_snow(snow),
        poplar(-380, 300, 220), poplar(-430, 310, 160), poplar(400, 300, 230), poplar(450, 310, 180), poplar(214, 300, 170),
        minaret(52, 400).translate(-236, 300),
        *(bazaar(x, r) for x, r in ((-330, 50), (330, 52), (250, 44))),
        house(-380, 310, 110, 70, tone=2), house(210, 310, 190, 76, tone=2),
        drum(150, 50, 5).translate(0, 190), dome(96, 150, ribs=7, rib=5).translate(0, 144), finial(60).translate(0, -4),
        main(rectangle(-130, 186, 260, 120)), second(rectangle(-130, 180, 260, 14)), iwan(112, 170).translate(0, 306), dark(*(arch(40, 84, 28).translate(x, 306) for x in (-98, 98))),
        house(-216, 312, 84, 92), main(rectangle(140, 190, 54, 124)), dark(*(rectangle(x, 204, 9, 46, 3) for x in (149, 163, 177))), second(rectangle(134, 180, 66, 14)),
        dark(ground), light(road, opacity=0.85), main(line((-440, 352), (-280, 338), (-120, 356), width=12), line((180, 360), (320, 344), (460, 362), width=12)),
    )


def paper_snow(caps: list[Path]) -> Drawing:
    """Snow on the peaks: holes would show the ground, so it is the second colour, faint."""
    return second(*caps, opacity=0.9)


@symbol(schemes.STEEL)
def bridge() -> Drawing:
    """The bridge of Khorramshahr over the Karun between its palms, mirrored in the water."""
    deck, reach = 120.0, 400.0

    def height(x: float, rise: float) -> float:
        return deck + 40 - rise * (1 - (x / reach) ** 2)

    def chord(rise: float) -> list[Point]:
        return [(x, height(x, rise)) for x in (-reach, -reach / 2, 0, reach / 2, reach)]

    rib = joined(spline(chord(530)), spline(chord(430)).reversed())
    posts = [-reach + reach * 2 * k / 12 for k in range(1, 12)]
    hangers = [rectangle(x - 6, height(x, 440), 12, deck - height(x, 440)) for x in posts]
    braces = [line((a, height(a, 522)), (b, height(b, 436)), width=11, ends=1) for a, b in pairwise([-reach * 0.97, *posts, reach * 0.97])]
    piers = [polygon([(x - 50, deck), (x + 50, deck), (x + 64, 330), (x - 64, 330)]) for x in (-reach, reach)]
    road = rectangle(-500, deck, 1000, 46, 6)
    rail = [rectangle(x, deck - 34, 9, 36) for x in range(-490, 490, 35)]
    image = rib.scale(1, -0.42, (0, 330)).translate(0, -70)
    strips = union(*(rectangle(-600, y, 1200, 17) for y in range(340, 520, 30)))
    ripples = [swelling_stroke([(x + 70 * k, y + (11 if k % 2 else -11)) for k in range(n)], [0, 22, 24, 22, 0]) for x, y, n in ((-500, 340, 6), (120, 352, 6), (-180, 412, 6), (-420, 470, 5), (150, 470, 6))]
    return stack(
        second(circle((0, -70), 180)), second(circle((0, -70), 180).translate(0, 470) & strips),
        main(image & strips), main(*piers), dark(*(shade(p, 40, 0) for p in piers), opacity=0.6), dark(*braces, *hangers), main(rib), light(shade(rib, -4, -13)),
        main(*rail), light(rectangle(-500, deck - 40, 1000, 12, 5)), main(road), dark(rectangle(-500, deck + 24, 1000, 24, 6)), light(*(rectangle(x, deck + 8, 40, 9, 4) for x in range(-470, 470, 76))),
        light(*ripples), _bank_palm().translate(-400, 500), _bank_palm().scale(-0.8, 0.8).translate(430, 490),
    )


def _bank_palm() -> Drawing:
    """A palm on the river bank, its foot at the origin."""
    trunk = taper((0, 0), (-26, -230), (10, -470), width=44, tip=0.6)
    fronds = [flora.blade_leaf(230, 30, 0.24 * (1 if a < -90 else -1)).rotate(a).translate(10, -470) for a in (-204, -174, -144, -114, -84, -54, -22, 12)]
    edges = [flora.blade_leaf(215, 10, 0.27 * (1 if a < -90 else -1)).rotate(a).translate(8, -472) for a in (-204, -174, -144, -114)]
    return dark(trunk, *fronds) + main(*edges)


@symbol(schemes.TURQUOISE)
def hafezieh() -> Drawing:
    """The Hafezieh: the copper dome on its eight columns over the poet's stone."""
    cap = mirrored(spline([(0, -470, 16), (70, -440), (140, -330, 62), (330, -206, 18), (352, -190), (0, -186, 180)]))
    ribs = [profile_rib(x) & cap for x in (-0.78, -0.4, 0.4, 0.78)]
    cols = []
    for x, back in ((-180, True), (-62, True), (62, True), (180, True), (-290, False), (-106, False), (106, False), (290, False)):
        w = 17 if back else 23
        top, foot = -130, (290 if back else 330)
        shaft = polygon([(x - w, foot), (x - w * 0.86, top), (x + w * 0.86, top), (x + w, foot)])
        capital = polygon([(x - w, top + 10), (x - w * 1.9, top - 32), (x + w * 1.9, top - 32), (x + w, top + 10)])
        base = rectangle(x - w * 1.5, foot - 20, w * 3, 20, 4)
        cols.append(dark(shaft, capital, base) if back else light(shaft, capital, base) + main(shade(shaft, w * 0.9, 0), base & half_plane(x=x + 6)))
    bowl = joined(polyline([(-300, -130), (300, -130)]), spline([(300, -130), (0, -90), (-300, -130)]))
    stone = rectangle(-120, 236, 240, 54, 6)
    steps = [rectangle(-340 - 50 * k, 326 + 30 * k, 680 + 100 * k, 32, 4) for k in range(3)]
    roses = [flora.small_flower(30, turn=20 * k).toned({1: 3}).translate(x, y) for k, (x, y) in enumerate(((-56, 226), (0, 218), (56, 226)))]
    cypress = [mirrored(spline([(x, -60, 70), (x + 52, 200), (x, 330, 180)]), x) for x in (-410, 410)]
    return stack(
        dark(*cypress), main(*(c - half_plane(x=c.box.center[0]) for c in cypress)),
        *cols[:4], second(stone), shadow(shade(stone, 0, 18)), light(rectangle(-132, 228, 264, 14, 4)), *roses,
        dark(bowl), *cols[4:],
        main(rectangle(-346, -196, 692, 40, 6)), band(-340, -170, 680, 36, 17, tones=(3, 4)),
        second(cap), shadow(mirror_shadow(cap)), gleam(shade(cap.scale(0.92, 0.92, (0, -300)), -26, 4)), shadow(*ribs), finial(80).translate(0, -462),
        main(steps[0]), light(steps[1]), main(steps[2]), dark(rectangle(-440, 416, 880, 14, 4)),
    )


def profile_rib(bend: float) -> Path:
    """A seam of the dervish's-hat dome."""
    return spline([(0, -470), (70 * bend, -440), (140 * bend, -330), (330 * bend, -190)]).stroke(9)


def mirror_shadow(cap: Path) -> Path:
    """The right part of a roof, in shadow."""
    return cap & joined(spline([(0, -480), (60, -330), (130, -180)]), polyline([(130, -180), (500, -180), (500, -480)]))


@symbol(schemes.STEEL)
def university_gate() -> Drawing:
    """A university's gate, concrete wings that open like the pages of a book, and students on their way in."""
    def wing(x: float, w: float, h: float, bow: float) -> Path:
        outer = spline([(x, 380), (x + bow * 0.1, 0), (x + bow, -h)])
        inner = spline([(x + bow * 0.62, -h + 26), (x - w * 0.2, 40), (x - w, 380)])
        return joined(outer, inner)
    wings = [wing(70, 54, 420, 390), wing(190, 54, 330, 300), wing(310, 54, 240, 200)]
    left = [w.mirror_x() for w in wings]
    lintel = joined(spline([(-400, -300), (-200, -80), (0, -30), (200, -80), (400, -300)]), spline([(400, -300), (210, -10), (0, 40), (-210, -10), (-400, -300)]))


    def student(h: float, tone: Tone, stride: float) -> Drawing:
        """A student seen from behind, on the way in, `h` high, feet at the origin, with a bag on the back."""
        coat = rounded([(-0.13 * h, -0.8 * h), (0.13 * h, -0.8 * h), (0.16 * h, -0.36 * h), (-0.16 * h, -0.36 * h)], 0.06 * h)
        legs = [swelling_stroke([(x * 0.07 * h, -0.4 * h), (x * 0.08 * h, -0.2 * h), (x * stride * h, 0)], [0.12 * h, 0.1 * h, 0.075 * h]) for x in (-1, 1)]
        arms = [swelling_stroke([(x * 0.14 * h, -0.74 * h), (x * 0.2 * h, -0.56 * h), (x * 0.17 * h, -0.4 * h)], [0.09 * h, 0.075 * h, 0.06 * h]) for x in (-1, 1)]
        bag = rectangle(-0.105 * h, -0.74 * h, 0.21 * h, 0.28 * h, 0.06 * h)
        head = circle((0, -0.9 * h), 0.085 * h)
        return stack(
            dark(*legs), paper(tone, *arms, coat), dark(shade(coat, 0.05 * h, 0), opacity=0.4), dark(head), light(shade(head, -0.02 * h, -0.02 * h)),
            paper(1 if tone == 4 else 4, bag), dark(shade(bag, 0.03 * h, 0.02 * h), opacity=0.4), light(rectangle(-0.07 * h, -0.6 * h, 0.14 * h, 0.016 * h)),
        )  # fmt: skip

    return stack(
        dark(*(w.translate(16, 0) for w in wings)), main(*wings), light(*left), main(*(shade(w, 14, 4) for w in left)),
        main(lintel), light(shade(lintel, 0, -14)),
        main(rectangle(-420, 376, 840, 30, 6)), light(rectangle(-460, 402, 920, 26, 6)), dark(rectangle(-500, 426, 1000, 26, 6)),
        student(250, 2, 0.07).translate(-120, 384), student(236, 4, 0.1).translate(112, 388), student(330, 4, 0.09).translate(-14, 432),
    )


@symbol(schemes.WHITE)
def azadi_tower() -> Drawing:
    """The Azadi tower: four legs that splay out of a slender trunk, the ribbed vault over its great arch."""
    outer = spline([(166, -360), (158, -220), (184, -40), (290, 160), (440, 320), (540, 400)])
    opening = joined(polyline([(-262, 400)]), spline([(-262, 400), (-196, 190), (0, -60, -52)]), spline([(0, -60, 52), (196, 190), (262, 400)]))
    recess = joined(polyline([(-146, 60)]), spline([(-146, 60), (-104, -130), (0, -270, -46)]), spline([(0, -270, 46), (104, -130), (146, 60)]))
    body = joined(polyline([(-166, -360), (166, -360)]), outer, polyline([(540, 400), (-540, 400)]), outer.mirror_x()) - opening
    inner = spline([(56, -360), (60, -220), (96, -60), (170, 130), (236, 290), (290, 400)])
    flutes = []
    for k in range(1, 6):
        rib = spline([mix(a.point, b.point, k / 6) for a, b in zip(inner.every(130), outer.every(inner.length and outer.length / 7), strict=False)])
        flutes.append(swelling_stroke(rib, [5, 9, 13]))
    flutes = [f & body for f in flutes]
    vault = recess - opening
    net = [polyline([(x - 240, 80), (x, -300)]).stroke(8) for x in range(-160, 420, 52)]
    net = [n & vault for n in (*net, *(each.mirror_x() for each in net))]
    rim = minus(opening.offset(26), opening) & body
    edge = minus(recess.offset(14), recess) & body
    shady = (body & half_plane(x=0)) - recess
    return stack(
        main(body), dark(shady, opacity=0.3), dark(shade(body & half_plane(x=0), 34, 0), opacity=0.35), dark(*flutes, *(f.mirror_x() for f in flutes), opacity=0.75),
        dark(vault), second(*(n for n in net if n)), light(edge, rim), dark(minus(opening.offset(8), opening) & body),
        light(rectangle(-176, -378, 352, 26, 6)), dark(rectangle(-166, -352, 332, 10), *(rectangle(x - 7, -336, 14, 60, 6) for x in (-104, -70, 70, 104))), dark(rectangle(-560, 398, 1120, 26, 6)),
    )


@symbol(schemes.EARTH)
def seismic_house() -> Drawing:
    """A house that stands firm upon the wave of an earthquake."""
    roof = polygon([(0, -420), (330, -170), (290, -110), (0, -330), (-290, -110), (-330, -170)])
    wall = polygon([(-240, -150), (0, -332), (240, -150), (240, 130), (-240, 130)])
    cross = [polygon([(-228, -100), (-204, -112), (-70, 118), (-96, 128)]), polygon([(-70, -104), (-96, -112), (-228, 112), (-204, 126)])]
    window = rectangle(-52, -200, 104, 104, 10)
    door = arch(110, 190, 60).translate(120, 130)
    pane = [rectangle(-36, -184, 32, 32, 4), rectangle(4, -184, 32, 32, 4), rectangle(-36, -144, 32, 32, 4), rectangle(4, -144, 32, 32, 4)]
    springs = [stack(dark(rectangle(x - 60, 130, 120, 20, 6), rectangle(x - 60, 206, 120, 20, 6)), second(*(rectangle(x - 46, 154 + 17 * k, 92, 11, 5) for k in range(3)))) for x in (-180, 0, 180)]
    points = [(-490, 330), (-370, 330), (-320, 290), (-280, 380), (-220, 240), (-150, 440), (-70, 250), (0, 470), (70, 260), (140, 420), (200, 280), (260, 370), (310, 300), (360, 330), (490, 330)]
    trace = polyline(points).stroke(28, cap="round", join="round")
    chimney = rectangle(140, -400, 56, 130)
    return stack(
        dark(chimney), main(wall), dark(wall & half_plane(x=70), opacity=0.35), dark(roof), light(shade(roof, -4, -22)),
        light(*cross), dark(window), light(*pane), second(door), shadow(shade(door, 20, 0)), light(circle((146, 50), 9)),
        *springs, main(rectangle(-280, 222, 560, 26, 8)), second(trace),
    )

