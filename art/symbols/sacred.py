"""Shrines, standards and signs of faith: buildings, lights and things, never a holy person."""

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
    union,
)
from art.parts import birds, flora, schemes
from art.parts import light as lights
from art.parts.building import (
    ROUND,
    arch,
    band,
    dome,
    drum,
    finial,
    flag,
    iwan,
    minaret,
    pole,
    profile,
    shell,
    zigzag,
)
from art.symbols import symbol
from engine.ornament.geometry import Point, mix, polar
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import (
    circle,
    crescent,
    ellipse,
    mirrored,
    polygon,
    polyline,
    rectangle,
    rounded,
    spline,
    star,
    swelling_stroke,
)


@symbol(schemes.GOLD)
def golden_dome() -> Drawing:
    """The golden dome of a shrine, laid with gold bricks, its flag on the top."""
    radius, height = 350.0, 520.0
    bricks = []
    for row in range(11):
        y = -20 - row * 44
        for k in range(-8, 9):
            x = k * 62 + (31 if row % 2 else 0)
            bend = x / radius
            bricks.append(rectangle(x - 24, y - 18 + bend * bend * -6, 48, 6))
    cover = dome(radius, height, ribs=0)
    belt = union(*bricks) & shell(radius - 24, height - 60)
    return stack(
        drum(610, 150, 9).translate(0, 170),
        band(-305, 4, 610, 44, 15, tones=(4, 2)),
        cover,
        dark(belt, opacity=0.5),
        finial(150).translate(0, -height + 8),
        second(pole(0, -height - 100, 220, 12)),
        flag(210, 92, tones=(4, 3)).translate(4, -height - 312),
        main(rectangle(-380, 170, 760, 30, 8)),
        dark(rectangle(-340, 200, 680, 14)),
    )


@symbol(schemes.TURQUOISE)
def shrine_dome() -> Drawing:
    """A shrine: ribbed turquoise dome, portal and two minarets."""
    return stack(
        minaret(84, 800).translate(-385, 400),
        minaret(84, 800).translate(385, 400),
        dome(112, 160, ribs=5).translate(-215, 145),
        dome(112, 160, ribs=5).translate(215, 145),
        finial(60).translate(-215, -12),
        finial(60).translate(215, -12),
        drum(330, 96, 6).translate(0, 40),
        dome(200, 320, ribs=9).translate(0, -52),
        finial(110).translate(0, -366),
        main(rectangle(-330, 140, 660, 260)),
        dark(*(arch(76, 190, 62).translate(x, 400) for x in (-270, 270, -176, 176))),
        second(rectangle(-330, 140, 660, 26)),
        iwan(250, 360).translate(0, 400),
        dark(rectangle(-450, 400, 900, 24, 6)),
    )


@symbol(schemes.LEAF)
def green_dome() -> Drawing:
    """A green dome with its crescent, over a white arcade."""
    windows = [arch(70, 120, 44).translate(x, 90) for x in (-220, -110, 0, 110, 220)]
    niches = [arch(104, 190, 70).translate(x, 400) for x in (-336, -168, 0, 168, 336)]
    return stack(
        light(rectangle(-430, 190, 860, 210)),
        main(rectangle(-430, 190, 860, 22), zigzag(-430, 150, 860, 42, 14)),
        second(*(n.offset(12) for n in niches)),
        dark(*niches),
        light(rectangle(-300, -60, 600, 220)),
        shadow(rectangle(120, -60, 180, 220)),
        second(*(w.offset(10) for w in windows)),
        dark(*windows),
        main(rectangle(-318, -84, 636, 34, 10), rectangle(-318, 130, 636, 26, 8)),
        dome(312, 380, knots=ROUND, ribs=11, rib=9).translate(0, -78),
        finial(150, moon=True).translate(0, -452),
        dark(rectangle(-450, 400, 900, 24, 6)),
    )


@symbol(schemes.TURQUOISE)
def dome_of_rock() -> Drawing:
    """The Dome of the Rock: a golden half sphere on its tall tiled drum, over an octagon of blue tiles and pale marble."""
    front, wing = 190.0, 450.0
    top, belt, foot, rear = -20.0, 118.0, 330.0, 26.0

    def face(y0: float, y1: float, side: int) -> Path:
        """A part of a receding wall, between two levels of the front."""
        far0, far1 = (y + rear * (1 - 1.6 * (y - top) / (foot - top)) for y in (y0, y1))
        return polygon([(side * front, y0), (side * wing, far0), (side * wing, far1), (side * front, y1)])

    half = spline([(0, -262, 0), (88, -250), (176, -178), (208, -60, 88), (206, 0, 92)])
    cover = mirrored(half)
    ribs = [half.scale(bend, 1).stroke(5) for bend in (-0.93, -0.74, -0.48, -0.17, 0.17, 0.48, 0.74, 0.93)]
    dome_over = stack(
        second(cover),
        shadow(joined(half, half.scale(0.36, 1).reversed())),
        shadow(joined(half, half.scale(0.74, 1).reversed())),
        dark(merged(ribs) & cover, opacity=0.3),
    ).translate(0, -192)
    arches = [arch(58, 128, 34).translate(x, 318) for x in (-142, -71, 71, 142)]
    sides = [arch(40, 118, 32).translate(side * x, 312 - 0.05 * (x - front)) for side in (-1, 1) for x in (238, 304, 366, 420)]
    high = [arch(34, 58, 20).translate(x, 88) for x in (-152, -91, -30, 30, 91, 152)]
    far = [arch(26, 54, 18).translate(side * x, 96 + 0.07 * (x - front)) for side in (-1, 1) for x in (226, 284, 340, 392)]
    door = arch(84, 176, 50).translate(0, foot)
    tiles = [star((x, 8), 13, 7, 8) for x in range(-165, 166, 33)]
    drums = [arch(38, 78, 24).translate(x, -86) for x in (-150, -90, -30, 30, 90, 150)]
    return stack(
        second(finial_mast().scale(0.7).translate(0, -466), crescent((0, -518), 20, thickness=0.3, angle=-90)),
        dome_over,
        main(rectangle(-204, -200, 408, 190)),
        shadow(rectangle(70, -200, 134, 190)),
        light(*(d.offset(6) for d in drums)), dark(*drums),
        second(rectangle(-214, -206, 428, 22, 6), rectangle(-210, -52, 420, 14)),
        light(*(star((x, -170), 10, 5, 4) for x in range(-180, 181, 30))),
        dark(polygon([(-front - 6, top), (-wing, top + rear), (-204, -20), (204, -20), (wing, top + rear), (front + 6, top)])),
        main(rectangle(-front, top, 2 * front, belt - top)), main(face(top, belt, -1)), dark(face(top, belt, 1)), main(face(top, belt, 1), opacity=0.6),
        light(rectangle(-front, belt, 2 * front, foot - belt)), light(face(belt, foot, -1)), light(face(belt, foot, 1)),
        shadow(face(belt, foot, 1)),
        light(*tiles), second(rectangle(-front, 24, 2 * front, 7), face(24, 31, -1), face(24, 31, 1)),
        light(*(h.offset(4) for h in high)), dark(*high, *far),
        second(rectangle(-front, belt - 4, 2 * front, 10), face(belt - 4, belt + 6, -1), face(belt - 4, belt + 6, 1)),
        main(*(a.offset(8) for a in arches)), dark(*arches, *sides),
        second(door.offset(12)), main(door), dark(door.offset(-14)),
        light(rectangle(-front - 4, top - 10, 2 * front + 8, 14), face(top - 10, top + 4, -1), face(top - 10, top + 4, 1)),
        shadow(rectangle(-front - 2, top, 5, foot - top), rectangle(front - 3, top, 5, foot - top)),
        light(rectangle(-478, foot - 14, 956, 24, 4)), main(rectangle(-494, foot + 8, 988, 20, 4)), dark(rectangle(-494, foot + 26, 988, 16, 4)),
    )  # fmt: skip


def finial_mast() -> Path:
    """A mast with two spheres."""
    return union(polygon([(-9, 20), (-4, -60), (4, -60), (9, 20)]), circle((0, -8), 24), circle((0, -42), 15))


def _fanous(size: float) -> Drawing:
    """A small hanging lantern, `size` high, its hook at the origin."""
    glass = mirrored(spline([(0, 0.2, 0), (0.2, 0.3), (0.3, 0.56, 90), (0.14, 0.86), (0, 0.86, 180)])).scale(size)
    cap = mirrored(spline([(0, 0.02), (0.05, 0.14), (0.24, 0.28), (0, 0.28, 180)])).scale(size)
    foot = mirrored(spline([(0, 0.82), (0.16, 0.82), (0.1, 0.92), (0, 1, 150)])).scale(size)
    panes = [mirrored(spline([(0, 0.3), (0.12 * k, 0.56, 90), (0, 0.84)])).scale(size).stroke(size * 0.03) for k in (0.01, 1)]
    return stack(light(glass), main(shade(glass, size * 0.12, 0)), dark(*panes), dark(cap, foot), second(lights.flame(size * 0.22).translate(0, size * 0.68)))


@symbol(schemes.SHRINE)
def shrine_pigeons() -> Drawing:
    """A golden dome and minarets over a court, a turquoise dome beside them, and pigeons that fly up."""
    wall = rectangle(-500, 180, 1000, 140)
    arches = [arch(62, 92, 42).translate(x, 320) for x in range(-460, 500, 92)]
    merlons = [rectangle(x, 166, 22, 20, 5) for x in range(-496, 490, 42)]
    flock = ((-352, -196, 74, -12), (-452, -20, 92, -4), (-214, -330, 46, -18), (300, -150, 96, -16), (432, -300, 60, -22), (452, 20, 66, -8), (330, -400, 40, -26), (-420, -380, 36, -20))
    pigeons = [birds.paper_bird(size, tones=(4, 2, 4)).rotate(turn).translate(x, y) for x, y, size, turn in flock]
    return stack(
        minaret(70, 620, tones=(1, 2, 3, 1)).translate(-316, 220), minaret(70, 620, tones=(1, 2, 3, 1)).translate(224, 220),
        drum(208, 66, 5, tones=(4, 2, 3)).translate(354, 184), dome(116, 160, tones=(4, 2, 3)).translate(354, 122), finial(60, tone=1).translate(354, -34),
        drum(336, 104, 7).translate(-48, 190), band(-168, 84, 240, 24, 9, tones=(4, 2)), dome(196, 300, ribs=11).translate(-48, 90), finial(104).translate(-48, -204),
        light(wall), main(rectangle(-500, 180, 1000, 16), *merlons), second(*arches), dark(*(a.scale(0.72, 0.8, (a.box.center[0], 320)) for a in arches)),
        iwan(236, 250).translate(-48, 320), dark(rectangle(-500, 316, 1000, 22, 6)), *pigeons,
    )


@symbol(schemes.GOLD)
def twin_minarets() -> Drawing:
    """Two minarets over a dome, a lantern hung between them."""
    return stack(
        dome(180, 210, ribs=0).translate(0, 216),
        finial(60).translate(0, 10),
        drum(350, 100, 7).translate(0, 304),
        minaret(120, 960).translate(-310, 400),
        minaret(120, 960).translate(310, 400),
        dark(line((-270, -290), (0, -230), (270, -290), width=12, ends=0.8)),
        _fanous(210).translate(0, -236),
        main(rectangle(-250, 300, 500, 100)),
        dark(*(arch(64, 84, 34).translate(x, 400) for x in (-190, -95, 95, 190))),
        dark(arch(84, 100, 44).translate(0, 400)),
        dark(rectangle(-400, 400, 800, 26, 6)),
    )


@symbol(schemes.ASHURA)
def red_flag_dome() -> Drawing:
    """A dark dome under a great red flag."""
    cloth = flag(580, 310, tones=(1, 3), waves=1.2).translate(-20, -560)
    cover = shell(300, 420).translate(0, 200)
    half = mirrored_profile(300, 420, 0.42)
    return stack(
        second(cover),
        shadow(half.translate(0, 200)),
        gleam(profile_sliver(300, 420, 0.84, 0.6).translate(0, 200)),
        dark(*(meridian(300, 420, x, 9).translate(0, 200) for x in (-0.8, -0.3, 0.3, 0.72, 0.96)), opacity=0.55),
        main(rectangle(-270, 206, 540, 34)),
        light(*(star((x, 223), 14, 7, 4) for x in range(-240, 241, 40))),
        second(rectangle(-262, 240, 524, 120)),
        dark(*(arch(40, 84, 26).translate(x, 346) for x in range(-220, 221, 55))),
        second(rectangle(-310, 352, 620, 36, 8)),
        dark(rectangle(-262, 240, 524, 10)),
        light(pole(-20, -200, 430, 26)), dark(line((-15, -216), (-16, -600), width=9, ends=0.8)),
        light(circle((-20, -214), 28), circle((-20, -250), 16), circle((-20, -632), 22)), dark(shade(circle((-20, -214), 28), 14, 4)),
        cloth,
    )


def mirrored_profile(radius: float, height: float, inner: float) -> Path:
    """The shadow side of a dome, from its `inner` meridian to its right edge."""
    half = profile(radius, height)
    return joined(half, half.scale(inner, 1).reversed())


def profile_sliver(radius: float, height: float, outer: float, inner: float) -> Path:
    """A gleam on the left side of a dome, between two meridians."""
    half = profile(radius, height)
    return joined(half.scale(-outer, 1), half.scale(-inner, 1).reversed())


def meridian(radius: float, height: float, bend: float, width: float) -> Path:
    """One rib of a dome."""
    return profile(radius, height).scale(bend, 1).stroke(width)


@symbol(schemes.TURQUOISE)
def mihrab() -> Drawing:
    """A prayer niche: tiled arch in an arch, stalactites, a hanging lamp."""
    outer = rectangle(-400, -470, 800, 940, 16)
    frame = minus(rectangle(-366, -436, 732, 906), rectangle(-300, -370, 600, 840))
    stars = [star((x, -403), 24, 13, 8) for x in range(-333, 334, 74)]
    stars += [star((x, y), 24, 13, 8) for x in (-333, 333) for y in range(-329, 460, 74)]
    big = arch(560, 800, 330).translate(0, 470)
    mid = arch(440, 660, 280).translate(0, 470)
    cells = []
    for row in range(6):
        y, width = -150 + row * 58, 74.0
        for k in range(-3, 4):
            x = k * width + (width / 2 if row % 2 else 0)
            cell = arch(width * 0.98, 96, 50).translate(x, y + 60)
            cells.append(dark(cell.offset(4)) + main(cell) + light(cell - half_plane(x=x)))
    honeycomb = stack(*(c for c in cells)).inside((mid.offset(-12)) - half_plane(y=150))
    spandrel = [lights.khatam(44).translate(x, -262) for x in (-210, 210)]
    lamp = stack(
        light(line((0, 140), (0, 180), width=9, ends=1)),
        second(joined(spline([(-30, 170), (-52, 190), (-62, 240), (-20, 286), (0, 300)]), spline([(0, 300), (20, 286), (62, 240), (52, 190), (30, 170)]))),
        light(lights.flame(60).translate(0, 268)),
    )
    columns = [union(rectangle(x - 20, 60, 40, 410, 6), rectangle(x - 32, 40, 64, 30, 6), rectangle(x - 32, 440, 64, 30, 6)) for x in (-250, 250)]
    return stack(
        main(outer),
        dark(frame),
        second(*stars),
        light(big.offset(14)),
        main(big),
        second(*spandrel),
        dark(mid),
        honeycomb,
        second(*columns),
        shadow(*(shade(c, 14, 0) for c in columns)),
        lamp,
    )


@symbol(schemes.GOLD)
def rahl_quran() -> Drawing:
    """An open book of revelation on its carved stand, light rising from it."""
    page = joined(spline([(0, 60), (-120, -6), (-270, -10), (-400, 30)]), polyline([(-400, 30), (-430, 260)]), spline([(-430, 260), (-290, 220), (-130, 226), (0, 296)]))
    under = page.translate(-8, 26)
    lines = [
        line((-368 - k * 3, 78 + k * 32), (-240, 48 + k * 33), (-62, 92 + k * 36), width=9, ends=0.9) for k in range(5)
    ]
    def wing(p: Path) -> list[Path]:
        return [p, p.mirror_x()]
    leg = joined(spline([(-300, 240), (-120, 320), (150, 520)]), polyline([(150, 520), (250, 520)]), spline([(250, 520), (240, 460), (60, 360), (-60, 260)]))
    legs = wing(leg)
    return stack(
        second(*lights.beams(170, 500, 17, start=-170, arc=170, width=0.5)).translate(0, 140),
        dark(legs[1]),
        main(legs[0]),
        light(shade(legs[0], -16, -10)),
        dark(*(lights.khatam(24).translate(x, y) for x, y in ((-40, 372), (90, 452)))),
        dark(*wing(under)),
        second(*wing(page.translate(0, 12))),
        light(*wing(page)),
        main(*(q for p in lines for q in wing(p)), opacity=0.7),
        dark(line((0, 60), (6, 180), (0, 300), width=16)),
        main(joined(spline([(0, 66), (90, 0), (230, -10)]), spline([(230, 226), (110, 232), (0, 296)])), opacity=0.35),
    )


@symbol(schemes.MOON)
def crescent_() -> Drawing:
    """The new moon, engraved with eslimi, with a star."""
    moon = crescent((0, 0), 430, thickness=0.3, angle=-38)
    hub, reach = (30, 25), 352
    vine = swelling_stroke([polar(hub, reach, a) for a in (58, 96, 140, 184, 222)], [3, 13, 15, 13, 3])
    leaves = []
    for k, a in enumerate((78, 98, 119, 141, 163, 184, 204)):
        side, size = (1 if k % 2 else -1), 1 - 0.14 * abs(k - 3)
        leaves.append(flora.blade_leaf(112 * size, 26 * size, 0.12 * side).rotate(a + 90 + side * 46).translate(*polar(hub, reach, a)))
    return stack(
        main(moon),
        light(shade(moon, -26, -22)),
        second(shade(moon, 18, 30), opacity=0.35),
        second(union(vine, *leaves) & moon.offset(-12)),
        main(star((170, -120), 124, 64, 8)),
        light(*(polygon([polar((170, -120), 124, a), polar((170, -120), 64, a - 22.5), (170, -120)]) for a in range(-90, 270, 45))),
        dark(circle((170, -120), 28)),
        second(circle((170, -120), 16)),
        dark(*(circle(polar(hub, reach - 4, a), 9) for a in (68, 88, 109, 130, 152, 174, 194, 213))),
    )


@symbol(schemes.TURQUOISE)
def eight_star() -> Drawing:
    """The eight-pointed star of the eighth imam: khatam in khatam, laid as tilework."""
    outer, inner = lights.khatam(470), lights.khatam(300)
    kites = []
    for k in range(8):
        tip, left, right = polar((0, 0), 452, -90 + 45 * k), polar((0, 0), 340, -90 + 45 * k - 21), polar((0, 0), 340, -90 + 45 * k + 21)
        base = polar((0, 0), 312, -90 + 45 * k)
        kites.append(light(polygon([tip, left, base])) + dark(polygon([tip, right, base])))
    petals = lights.rosette(262, 16, width=1.0, inner=70)
    return stack(
        main(outer),
        *kites,
        second(minus(lights.khatam(332), lights.khatam(300))),
        dark(inner),
        *(light(p) if k % 2 else main(p) for k, p in enumerate(petals)),
        dark(*(p.scale(0.5, 0.5, polar((0, 0), 150, -90 + 22.5 * k)) for k, p in enumerate(petals) if k % 2), opacity=0.35),
        second(lights.khatam(108)),
        light(lights.khatam(74, start=-67.5)),
        dark(circle((0, 0), 34)),
    )


@symbol(schemes.GOLD)
def shamseh_light() -> Drawing:
    """A shamseh: the sun of manuscripts, with fine rays round its rim."""
    rim = lights.rosette(390, 16, width=1.0, inner=230)
    back = lights.rosette(390, 16, width=1.0, inner=230, start=-78.75)
    heart = lights.rosette(150, 8, width=1.05, inner=36)
    between = lights.rosette(222, 8, width=0.9, inner=110, start=-67.5)
    needles = [
        union(polygon([polar((0, 0), 380, a - 0.9), polar((0, 0), 480 - 36 * (k % 2), a), polar((0, 0), 380, a + 0.9)]), circle(polar((0, 0), 440 - 22 * (k % 2), a), 9))
        for k, a in enumerate(-90 + 11.25 * j for j in range(32))
    ]
    return stack(
        main(*needles),
        dark(*back),
        *(light(p) if lit_side(k, 16) else main(p) for k, p in enumerate(rim)),
        dark(*(p.scale(0.5, 0.5, polar((0, 0), 310, -90 + 22.5 * k)) for k, p in enumerate(rim))),
        dark(circle((0, 0), 262)),
        second(circle((0, 0), 244)),
        main(*between),
        light(*(p.scale(0.5, 0.5, polar((0, 0), 160, -67.5 + 45 * k)) for k, p in enumerate(between))),
        dark(circle((0, 0), 142)),
        main(*heart),
        light(*(p.scale(0.45, 0.45, polar((0, 0), 96, -90 + 45 * k)) for k, p in enumerate(heart))),
        light(lights.khatam(44)),
    )


def lit_side(k: int, count: int) -> bool:
    """Whether the k-th of `count` rays, from the top clockwise, looks to the upper left."""
    turn = k / count
    return turn > 0.62 or turn < 0.12


@symbol(schemes.KAABA)
def kaaba() -> Drawing:
    """The Kaaba: the black cube, the golden band of its cloth, its raised door."""
    left = ((-380.0, -320.0), (-90.0, -390.0), (-90.0, 410.0), (-380.0, 322.0))
    right = ((-90.0, -390.0), (380.0, -304.0), (380.0, 312.0), (-90.0, 410.0))
    faces = ((left, 5), (right, 8))
    weave = [patch(face, (k + 0.25) / n, v, (k + 0.7) / n, v + 0.014) for face, n in faces for v in (0.07, 0.14, 0.48, 0.58, 0.68, 0.78, 0.88) for k in range(n)]
    gems = [patch(face, (k + 0.2) / n, 0.268, (k + 0.8) / n, 0.312) for face, n in faces for k in range(n)]
    plates = [patch(face, u, 0.375, u + 0.6 / n, 0.41) for face, n in faces for u in (0.16, 0.64)]
    hollows = [patch(right, u, v, u + 0.055, v + 0.11) for u in (0.185, 0.265) for v in (0.55, 0.69)]
    return stack(
        second(polygon([(-410, 346), (-380, 298), (-90, 380), (380, 290), (412, 334), (-90, 444)])),
        shadow(polygon([(-90, 380), (380, 290), (412, 334), (-90, 444)])),
        dark(polygon(left), polygon(right)),
        light(polygon(left), opacity=0.07),
        light(*weave, opacity=0.12),
        main(*(patch(face, 0, 0.235, 1, 0.345) for face, _ in faces)),
        light(*(patch(face, 0, v, 1, v + 0.008) for face, _ in faces for v in (0.235, 0.337))),
        dark(*gems, opacity=0.75),
        main(*plates, patch(right, 0.14, 0.5, 0.35, 0.84)),
        light(patch(right, 0.165, 0.53, 0.325, 0.83)),
        main(*hollows, patch(right, 0.242, 0.53, 0.248, 0.83)),
        light(polygon([(-94, -390), (-86, -390), (-86, 410), (-94, 410)]), opacity=0.25),
    )


def patch(face: tuple[Point, ...], left: float, top: float, right: float, bottom: float) -> Path:
    """A rectangle that lies on a face seen at an angle, whose corners are given from the left top round; parts of 1."""

    def on(u: float, v: float) -> Point:
        return mix(mix(face[0], face[1], u), mix(face[3], face[2], u), v)

    return polygon([on(left, top), on(right, top), on(right, bottom), on(left, bottom)])


@symbol(schemes.NIGHT)
def hira_cave() -> Drawing:
    """The mountain of Hira by night, light breaking from the cave."""
    mountain = polygon([(-470, 420), (-330, 180), (-250, 120), (-150, -110), (-90, -150), (-10, -330), (60, -290), (130, -130), (210, -60), (300, 150), (370, 210), (480, 420)])
    ridge = polygon([(-600, 420), (-470, 260), (-390, 300), (-300, 170), (330, 110), (420, 230), (490, 200), (620, 420)])
    sunny = polygon([(-470, 420), (-330, 180), (-250, 120), (-150, -110), (-90, -150), (-10, -330), (-50, -150), (-110, -60), (-130, 90), (-230, 190), (-250, 420)])
    facets = [
        polygon([(-10, -330), (60, -290), (130, -130), (80, -60), (30, -150)]),
        polygon([(210, -60), (300, 150), (370, 210), (480, 420), (300, 420), (240, 200), (160, 60)]),
        polygon([(-110, -60), (-60, 40), (-130, 90)]),
    ]
    cave = joined(spline([(-70, 240), (-78, 120), (-10, 30), (30, 10)]), spline([(30, 10), (90, 60), (110, 170), (96, 240)]))
    boulders = [polygon([(-170, 420), (-120, 270), (-40, 236), (20, 270), (40, 420)]), polygon([(40, 420), (60, 280), (130, 232), (200, 290), (230, 420)])]
    glow = [lights.beams(110, 660, 13, start=-160, arc=152, width=0.46)[k] for k in range(13)]
    return stack(
        second(*(p.translate(14, 140) for p in glow)),
        dark(ridge),
        main(mountain),
        light(sunny),
        dark(*facets),
        second(cave.offset(52) & mountain, opacity=0.35),
        second(cave.offset(24) & mountain),
        light(cave),
        second(*(p.scale(0.36).translate(20, 190) & cave for p in glow)),
        dark(*boulders),
        main(polygon([(-170, 420), (-120, 270), (-90, 300), (-100, 420)]), polygon([(60, 280), (130, 232), (120, 300), (90, 420), (40, 420)])),
        light(lights.four_star((-300, -250), 46), lights.four_star((300, -300), 34), lights.four_star((380, -60), 24), lights.four_star((-390, -20), 24)),
    )


@symbol(schemes.TURQUOISE)
def saqqakhaneh() -> Drawing:
    """A saqqakhaneh: the tiled niche with its brass grille, bowl and candles."""
    frame = rectangle(-330, -460, 660, 900, 14)
    niche = arch(470, 640, 280).translate(0, 250)
    bars = [rectangle(x - 8, -460, 16, 720) for x in range(-210, 211, 60)] + [rectangle(-260, y - 8, 520, 16) for y in range(-310, 250, 60)]
    grille = union(*bars) & niche
    knots = [circle((x, y), 15) for x in range(-210, 211, 60) for y in range(-310, 250, 60)]
    knots_in = [k for k in knots if abs(k.box.center[0]) < 236 * (1 if k.box.center[1] > -90 else 1 - (-90 - k.box.center[1]) / 330)]
    locks = []
    for x, y in ((-90, -10), (90, 110), (30, -130)):
        locks.append(main(rectangle(x - 26, y, 52, 44, 8)) + dark(minus(circle((x, y), 24), circle((x, y), 13)) - half_plane(y=y)) + dark(circle((x, y + 20), 8)))
    ribbons = [
        light(swelling_stroke([(-150, 50), (-166, 100), (-140, 150), (-160, 206)], [10, 24, 20, 8])),
        light(swelling_stroke([(150, -70), (166, -20), (144, 30), (162, 76)], [10, 24, 20, 8])),
    ]
    bowl = joined(spline([(-130, 270), (-110, 350), (0, 380), (110, 350), (130, 270)]))
    candles = [
        light(rectangle(x - 18, 400 - h, 36, h, 6)) + lights.burning(76).translate(x, 396 - h) for x, h in ((-250, 120), (250, 120), (-196, 84), (196, 84))
    ]
    return stack(
        dark(rectangle(-370, 430, 740, 40, 8)),
        main(frame),
        dark(minus(rectangle(-300, -430, 600, 870), rectangle(-256, -386, 512, 826))),
        light(*(star((x, -408), 18, 8, 4) for x in range(-275, 276, 55)), *(star((x, y), 18, 8, 4) for x in (-278, 278) for y in range(-353, 430, 55))),
        second(niche.offset(16)),
        dark(niche),
        second(grille, *knots_in),
        *ribbons,
        *locks,
        light(rectangle(-256, 250, 512, 26, 4)),
        second(bowl),
        shadow(shade(bowl, 40, 0)),
        light(ellipse((0, 272), 130, 22)),
        *candles,
    )


@symbol(schemes.EARTH)
def door() -> Drawing:
    """An old wooden door of two leaves with studs and its two knockers, ring and bar."""
    frame = union(rectangle(-340, -180, 680, 630), arch(680, 920, 300).translate(0, 450))
    inner = arch(560, 560 + 150, 40).translate(0, 450) & rectangle(-280, -170, 560, 620)
    fan = arch(560, 840, 250).translate(0, 450) - half_plane(y=-190)
    spokes = [polygon([polar((0, -190), 70, a - 3), polar((0, -190), 400, a - 1.6), polar((0, -190), 400, a + 1.6), polar((0, -190), 70, a + 3)]) for a in range(-162, -10, 24)]
    leaves = [rectangle(-280, -160, 274, 610), rectangle(6, -160, 274, 610)]
    panels = [rectangle(x, y, 186, h, 6) for x in (-236, 50) for y, h in ((-120, 170), (90, 120), (250, 160))]
    stars = [lights.khatam(58).translate(x + 93, y + h / 2) for x in (-236, 50) for y, h in ((-120, 170), (250, 160))]
    studs = [circle((x, y), 13) for y in (70, 230) for x in (-262, -206, -150, -94, -38, 38, 94, 150, 206, 262)]
    ring = minus(circle((-60, 164), 40), circle((-60, 164), 24))
    bar = union(rectangle(46, 120, 28, 86, 14), circle((60, 204), 22))
    steps = [rectangle(-390, 446, 780, 40, 8)]
    return stack(
        main(frame),
        dark(shade(frame, 40, 0)),
        light(shade(frame, -16, -6)),
        second(minus(arch(612, 880, 270).translate(0, 450), arch(572, 850, 254).translate(0, 450))),
        dark(fan),
        second(fan.offset(-22)),
        main(*(s & fan for s in spokes), circle((0, -190), 84) - half_plane(y=-190)),
        dark(inner | rectangle(-280, -190, 560, 640)),
        main(*leaves),
        dark(*panels),
        main(*(p.offset(-12) for p in panels)),
        light(*(shade(p.offset(-12), -10, -10) for p in panels)),
        dark(*stars),
        light(*(s.scale(0.5, 0.5, s.box.center) for s in stars)),
        second(*studs, circle((-60, 122), 20), circle((60, 116), 22), ring, bar),
        shadow(rectangle(6, -160, 20, 610)),
        dark(*steps),
    )


@symbol(schemes.BLOOD)
def alam() -> Drawing:
    """An alam: the steel standard of Muharram, its blades crowned with feathers."""
    blade = mirrored(spline([(0, -620, 70), (34, -470), (92, -220), (34, -20), (0, 40, 180)]))
    hole = mirrored(spline([(0, -380, 66), (44, -200), (0, -60, 180)]))
    plumes = []
    for x, size in ((-380, 0.78), (-200, 1.0), (200, 1.0), (380, 0.78)):
        for turn, reach, tone in ((-34, 210, 3), (34, 210, 3), (-17, 270, 1), (17, 270, 1), (0, 310, 2)):
            bow = 0.12 * (turn > 0) - 0.12 * (turn < 0)
            feather = flora.blade_leaf(reach * size, 30 * size, bow).rotate(-90 + turn).translate(x, 20)
            plumes.append((dark if tone == 3 else main if tone == 1 else light)(feather))
    vases = [second(mirrored(spline([(x, 20, 0), (x + 40, 36), (x + 18, 66), (x + 30, 96), (x, 110, 180)]), x)) for x in (-380, -200, 200, 380)]
    beam = joined(spline([(-440, 110), (-200, 96), (0, 70), (200, 96), (440, 110)]), spline([(440, 144), (200, 140), (0, 150), (-200, 140), (-440, 144)]))
    cloths = []
    for x, w, h in ((-400, 80, 210), (-290, 90, 250), (-176, 90, 280), (176, 90, 280), (290, 90, 250), (400, 80, 210)):
        cloth = joined(polyline([(x - w / 2, 130), (x + w / 2, 130)]), spline([(x + w / 2, 130), (x + w * 0.42, 130 + h * 0.6), (x, 130 + h)]), spline([(x, 130 + h), (x - w * 0.42, 130 + h * 0.6), (x - w / 2, 130)]))
        cloths.append(main(cloth) + dark(cloth & half_plane(x=x + 6)) + light(line((x - w * 0.24, 140), (x - w * 0.2, 130 + h * 0.6), width=8)))
    staff = rectangle(-17, 60, 34, 440, 10)
    orb = circle((0, 96), 76)
    return stack(
        second(staff),
        shadow(rectangle(3, 60, 14, 440)),
        *cloths,
        second(beam),
        gleam(shade(beam, 0, -12)),
        *plumes,
        *vases,
        second(blade),
        shadow(blade & half_plane(x=0)),
        light(polygon([(-3, -560), (3, -560), (3, -390), (-3, -390)])),
        minus_hole(hole),
        second(orb),
        shadow(shade(orb, 26, 10)),
        main(lights.khatam(52).translate(0, 96)),
        light(lights.khatam(28).translate(0, 96)),
    )


def minus_hole(hole: Path) -> Drawing:
    """A pierced place in steel, with the red cloth behind it."""
    return dark(hole) + main(hole.offset(-12))


@symbol(schemes.BLOOD)
def tents() -> Drawing:
    """The tents of Karbala before a broken sun, pennants drooping."""
    sun = circle((40, -60), 300)
    cracks = [polygon([(-300, y), (400, y - 14), (400, y + h - 14), (-300, y + h)]) for y, h in ((-40, 12), (30, 18), (104, 26))]

    def tent(x: float, y: float, w: float, h: float) -> Drawing:
        left = joined(spline([(x, y - h), (x - w * 0.2, y - h * 0.5), (x - w * 0.55, y)]), polyline([(x - w * 0.55, y), (x - w * 0.08, y)]))
        right = joined(spline([(x, y - h), (x + w * 0.2, y - h * 0.5), (x + w * 0.55, y)]), polyline([(x + w * 0.55, y), (x + w * 0.08, y)]))
        flap = joined(spline([(x, y - h), (x - w * 0.06, y - h * 0.4), (x - w * 0.22, y)]), polyline([(x - w * 0.22, y), (x + w * 0.06, y)]))
        shadow_side = joined(spline([(x, y - h), (x + w * 0.2, y - h * 0.5), (x + w * 0.55, y)]), spline([(x + w * 0.3, y), (x + w * 0.08, y - h * 0.5), (x, y - h)]))
        mouth = polygon([(x, y - h * 0.72), (x - w * 0.14, y), (x + w * 0.12, y)])
        rope = [line((x - w * 0.3, y - h * 0.3), (x - w * 0.72, y), width=9), line((x + w * 0.3, y - h * 0.3), (x + w * 0.72, y), width=9)]
        staff = pole(x, y - h + 10, h * 0.36, 16)
        pennant = joined(spline([(x, y - h * 1.32), (x + w * 0.12, y - h * 1.3), (x + w * 0.34, y - h * 1.2)]), spline([(x + w * 0.34, y - h * 1.2), (x + w * 0.14, y - h * 1.18), (x, y - h * 1.1)]))
        return stack(dark(*rope, staff), second(left, right, polygon([(x, y - h), (x - w * 0.2, y), (x + w * 0.2, y)])), dark(shadow_side, opacity=0.55), gleam(flap), dark(mouth), main(pennant) + dark(shade(pennant, 0, 14)))

    dune = joined(spline([(-480, 400), (-330, 320), (60, 340), (300, 310), (480, 400, 70)]), spline([(480, 400, 110), (300, 450), (-20, 436), (-300, 452), (-480, 400, -120)]))
    return stack(
        main(minus(sun, *cracks)),
        light(shade(minus(sun, *cracks), -26, -20)),
        tent(-270, 316, 300, 280),
        tent(300, 326, 280, 250),
        tent(20, 360, 440, 440),
        dark(dune),
        main(line((-420, 372), (-200, 348), (40, 380), width=12), line((60, 410), (240, 384), (420, 400), width=12)),
    )


@symbol(schemes.NIGHT)
def baqi() -> Drawing:
    """The four unhewn stones of Baqi in the light of the moon, on bare ground."""
    stones = ((-300, 190, 1.25), (0, 130, 0.95), (250, 206, 1.1), (-70, 330, 0.8))
    ground = ellipse((0, 240), 484, 170)
    rock = spline([(-88, 6), (-96, -60), (-70, -150), (-26, -206), (24, -200), (64, -150), (90, -70), (92, 6), (0, 16)], closed=True, corners=(0, 2, 3, 5, 7), tension=1.2)
    side = joined(spline([(10, -216), (30, -130), (10, -60), (34, 30)]), polyline([(160, 30), (160, -216)]))
    drawn = []
    for x, y, size in stones:
        stone = rock.scale(size).translate(x, y)
        cast = joined(polyline([(x, y + 12), (x + 88 * size, y + 4)]), spline([(x + 88 * size, y + 4), (x + 250 * size, y + 24 * size), (x + 300 * size, y + 56 * size)]), spline([(x + 300 * size, y + 56 * size), (x + 150 * size, y + 44 * size), (x, y + 12)]))
        drawn += [shadow(cast & ground), light(stone), main(stone & side.scale(size).translate(x, y)), dark(*(line((x + a * size, y - b * size), (x + (a + 10) * size, y - (b - 40) * size), width=9 * size) for a, b in ((-56, 120), (-30, 70), (50, 80))), opacity=0.7)]
    pebbles = [ellipse((x, y), 15, 8) for x, y in ((-410, 262), (-372, 290), (-196, 280), (-150, 250), (120, 270), (160, 300), (200, 330), (380, 270), (330, 300), (60, 376), (110, 360), (-240, 360), (-290, 340))]
    return stack(main(ground), gleam(shade(ground, -18, -14)), dark(shade(ground, 10, 16)), light(*pebbles, opacity=0.6), *drawn)


@symbol(schemes.EARTH)
def milk_bowl() -> Drawing:
    """A clay bowl of milk, flat loaves of bread and dates: what was carried to the orphans of Kufa."""
    rim, mouth = ellipse((-120, 60), 330, 84), ellipse((-120, 60), 296, 68)
    milk = ellipse((-120, 76), 268, 52)
    bowl = joined(spline([(-450, 60, 90), (-400, 230), (-250, 352), (-120, 366, 0), (10, 352), (160, 230), (210, 60, -90)]))
    foot = rounded([(-240, 340), (0, 340), (24, 400), (-264, 400)], 16)
    turned = [swelling_stroke([(-432 + d, 150 + 1.5 * d), (-120, 232 + 1.1 * d), (192 - d, 150 + 1.5 * d)], [3, 12, 3]) for d in (0, 34)]
    glints = [swelling_stroke([(-410, 130), (-372, 240), (-286, 316)], [4, 26, 4])]
    loaves = []
    for x, y in ((270, 384), (296, 362), (262, 340)):
        loaf = ellipse((x, y), 220, 62)
        dimples = [ellipse((x + dx, y + dy), 24, 7) for dx, dy in ((-130, 6), (-66, -26), (-60, 24), (8, 0), (70, -30), (84, 24), (144, -4))]
        loaves += [dark(loaf.translate(0, 13)), main(loaf), light(loaf.translate(0, -5) & loaf, opacity=0.8), main(*dimples, opacity=0.8)]
    date = ellipse((0, 0), 50, 29)
    dates = [(shape.rotate(turn).translate(x, y)) for shape, turn, x, y in ((date, -16, 250, 424), (date, 20, 372, 436), (date, 4, 140, 436))]
    return stack(
        *loaves,
        dark(foot), main(bowl), dark(shade(bowl, 90, 10), opacity=0.55), light(*glints, opacity=0.75), dark(*turned, opacity=0.45),
        main(rim), dark(mouth), light(milk), main(minus(ellipse((-120, 80), 200, 34), ellipse((-120, 82), 186, 30)), opacity=0.35), light(shade(rim, 0, -7)),
        *(dark(d.translate(4, 8)) for d in dates), *(main(d) for d in dates), *(light(ellipse((0, 0), 26, 7).rotate(-10).translate(x - 10, y - 12), opacity=0.7) for x, y in ((250, 424), (372, 436), (140, 436))),
    )
