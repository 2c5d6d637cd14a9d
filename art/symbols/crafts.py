"""Books, pens, tools and the things people work with."""

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
from art.parts import birds, flora, hands, schemes
from art.parts import light as lights
from art.parts.building import arch
from art.symbols import symbol
from engine.ornament.geometry import Point, polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import (
    arc,
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


def gear(teeth: int, radius: float, *, depth: float = 0.17, hole: float = 0.42) -> Path:
    """A gear wheel round the origin."""
    step = 360 / teeth
    points: list[Point] = []
    for k in range(teeth):
        a = -90 + step * k
        for r, turn in ((radius * (1 - depth), -0.3), (radius, -0.19), (radius, 0.19), (radius * (1 - depth), 0.3)):
            points.append(polar((0, 0), r, a + step * turn))
    return minus(rounded(points, radius * 0.035), circle((0, 0), radius * hole))


def heart(size: float) -> Path:
    """A heart, its dip above the origin, about 2 × `size` wide."""
    return mirrored(spline([(0, -0.42 * size, -66), (0.52 * size, -0.82 * size), (0.98 * size, -0.36 * size, 90), (0, 0.98 * size, 138)]))


def book_pages(size: float, *, lines: int = 5) -> Drawing:
    """An open book seen from above its foot, about 2 × `size` wide, its spine at x = 0."""
    s = size
    page = joined(spline([(0, 0.06 * s), (-0.3 * s, -0.12 * s), (-0.66 * s, -0.14 * s), (-0.98 * s, -0.04 * s)]), polyline([(-0.98 * s, -0.04 * s), (-1.0 * s, 0.62 * s)]), spline([(-1.0 * s, 0.62 * s), (-0.66 * s, 0.5 * s), (-0.3 * s, 0.54 * s), (0, 0.74 * s)]))
    cover = joined(spline([(0, 0.1 * s), (-0.5 * s, -0.06 * s), (-1.06 * s, 0.02 * s)]), polyline([(-1.06 * s, 0.02 * s), (-1.08 * s, 0.74 * s)]), spline([(-1.08 * s, 0.74 * s), (-0.5 * s, 0.62 * s), (0, 0.84 * s)]))
    rows = [line((-0.88 * s, (0.08 + 0.1 * k) * s), (-0.5 * s, (0.0 + 0.1 * k) * s), (-0.12 * s, (0.13 + 0.105 * k) * s), width=0.028 * s, ends=0.8) for k in range(lines)]
    gutter = joined(spline([(0, 0.06 * s), (0.12 * s, -0.02 * s), (0.2 * s, -0.06 * s)]), spline([(0.2 * s, 0.56 * s), (0.1 * s, 0.64 * s), (0, 0.74 * s)]))
    return stack(
        dark(cover, cover.mirror_x()), main(page.translate(0, 0.05 * s), page.mirror_x().translate(0, 0.05 * s)), light(page, page.mirror_x()),
        main(gutter, opacity=0.4), main(*rows, *(r.mirror_x() for r in rows), opacity=0.75),
    )


@symbol(schemes.BOOK)
def open_book() -> Drawing:
    """An open book out of which a rose and a cypress grow."""
    cypress = mirrored(spline([(-150, -430, 72), (-92, -200), (-150, 30, 180)]), -150)
    scales = [line((-150 + dx, y), (-150 + dx * 0.4, y - 46), width=11) & cypress for y in range(-320, 20, 56) for dx in (-26, 26)]
    stem = second(swelling_stroke([(90, 60), (120, -60), (140, -170)], [18, 20, 16]))
    leaves = [flora.leaf((108, -20), -150, 130, 64, bend=0.14), flora.leaf((112, -30), -10, 150, 70, bend=-0.14)]
    return stack(
        second(cypress), shadow(cypress & half_plane(x=-150)), gleam(*scales), stem, *leaves, flora.rose(150).translate(140, -270),
        book_pages(470, lines=5).translate(0, 30),
    )


@symbol(schemes.BOOK)
def book_birds() -> Drawing:
    """An open book whose pages fly off as birds."""
    leaf_page = joined(spline([(0, 80), (40, -90), (170, -210)]), spline([(170, -210), (260, -60), (300, 40)]), spline([(300, 40), (150, 60), (0, 110)]))
    second_page = joined(spline([(0, 80), (-70, -70), (-40, -240)]), spline([(-40, -240), (60, -150), (120, -120)]), spline([(120, -120), (40, -10), (0, 110)]))
    flock = ((210, -330, 130, -14), (-90, -390, 112, -10), (60, -540, 84, -18), (330, -540, 66, -20), (-200, -590, 56, -14))
    return stack(
        book_pages(470, lines=5).translate(0, 30), main(second_page), light(leaf_page), main(shade(leaf_page, 20, 24), opacity=0.5),
        *(birds.paper_bird(s, tones=((1, 2, 3) if k % 2 else (4, 2, 3))).rotate(t).translate(x - 20, y) for k, (x, y, s, t) in enumerate(flock)),
    )


@symbol(schemes.INK)
def pen_nib() -> Drawing:
    """A pen's nib that draws a leafy line."""
    nib = mirrored(spline([(0, -330, 0), (90, -330), (170, -120, 96), (96, 80), (0, 300, 128)]))
    collar = union(rectangle(-110, -400, 220, 60, 14), rectangle(-96, -470, 192, 60, 10))
    slit = rectangle(-6, -60, 12, 350)
    vent = flora.petal(110, 66, belly=0.5).rotate(90).translate(0, -150)
    drawn = swelling_stroke([(0, 300), (-90, 400), (-260, 380), (-330, 260), (-250, 190), (-190, 260)], [8, 26, 30, 26, 18, 4])
    drawn2 = swelling_stroke([(0, 304), (110, 400), (290, 370), (350, 240), (270, 190)], [8, 26, 28, 22, 4])
    leaves = [flora.leaf((-280, 364), 150, 130, 60, bend=0.2), flora.leaf((-130, 396), 70, 110, 52), flora.leaf((310, 356), 20, 140, 64, bend=-0.2), flora.leaf((150, 400), 100, 110, 52)]
    engraving = [swelling_stroke([(-80, -250), (-110, -120), (-60, 60)], [2, 14, 2]), swelling_stroke([(80, -250), (110, -120), (60, 60)], [2, 14, 2])]
    return stack(second(drawn, drawn2), *leaves, main(nib), dark(nib & half_plane(x=0), opacity=0.6), light(shade(nib, -20, -4)), light(*engraving[:1]), dark(*engraving[1:]), dark(slit, vent), second(vent.scale(0.5, 0.5, (0, -110))), dark(collar), main(rectangle(-110, -400, 90, 60, 14), rectangle(-96, -470, 80, 60, 10)), light(rectangle(-110, -352, 220, 12, 6)))


@symbol(schemes.STEEL)
def compass_blueprint() -> Drawing:
    """Drawing compasses upon the blueprint of a dome."""
    sheet = polygon([(-440, -200), (360, -300), (450, 300), (-360, 400)])
    curl = joined(spline([(450, 300), (430, 210), (350, 190)]), polyline([(350, 190), (360, 314)]))

    def plan(path: Path) -> Path:
        return path.transform((0.98, -0.12, 0.12, 0.98, 0, 40))

    def ring_(r: float, w: float = 9) -> Path:
        return minus(circle((0, 0), r), circle((0, 0), r - w))
    half = spline([(0, -236, 56), (150, -140), (196, 10, 90), (180, 60)])
    shell_ = joined(half, half.mirror_x(), closed=False)
    lines = [plan(shell_.stroke(14)), plan(rectangle(-196, 60, 392, 14)), plan(rectangle(-230, 74, 460, 120) - rectangle(-218, 86, 436, 108)), *(plan(half.scale(x, 1).stroke(9)) for x in (0.4, -0.4, 0.02)), *(plan(minus(arch(60, 90, 34), arch(42, 76, 26)).translate(x, 194)) for x in (-150, -50, 50, 150))]
    dims = [plan(rectangle(-250, 236, 500, 8)), plan(rectangle(-254, 222, 9, 36)), plan(rectangle(245, 222, 9, 36)), plan(ring_(300))]
    grid = [plan(rectangle(x, -330, 5, 700)) & sheet.offset(-30) for x in range(-360, 400, 80)] + [plan(rectangle(-460, y, 920, 5)) & sheet.offset(-30) for y in range(-280, 380, 80)]
    pivot = (120, -440)
    legs = [joined(polyline([(96, -430), (144, -430)]), spline([(144, -430), (40, -60), (-108, 150)]), polyline([(-108, 150), (-120, 144)]), spline([(-120, 144), (-8, -100), (96, -430)])), joined(polyline([(96, -430), (146, -430)]), spline([(146, -430), (260, -120), (312, 190)]), polyline([(312, 190), (298, 194)]), spline([(298, 194), (204, -110), (96, -430)]))]
    hinge = circle(pivot, 54)
    grip = rectangle(104, -540, 32, 70, 12)
    brace = arc((120, -440), 300, 66, 118).stroke(16, cap="round")
    return stack(
        dark(sheet.translate(14, 18)), main(sheet), light(*grid, opacity=0.25), light(*lines), light(*dims, opacity=0.7), light(curl), dark(shade(curl, 14, 10), opacity=0.5),
        second(brace), second(*legs), shadow(legs[1]), dark(polygon([(-104, 144), (-122, 140), (-134, 192)]), polygon([(314, 186), (296, 190), (312, 246)])),
        dark(grip, hinge), second(circle(pivot, 38)), dark(circle(pivot, 14)),
    )


@symbol(schemes.STEEL)
def helmet_engineer() -> Drawing:
    """An engineer's helmet on a rolled plan."""
    crown = joined(spline([(-330, 120), (-320, -90), (-180, -280), (0, -320, 0), (180, -280), (320, -90), (330, 120)]))
    ridge = joined(spline([(-64, 120), (-76, -160), (-52, -330)]), spline([(-52, -330), (0, -356), (52, -330)]), spline([(52, -330), (76, -160), (64, 120)]))
    ribs = [swelling_stroke([(x, 100), (x * 0.98, -80), (x * 0.72, -250)], [16, 22, 8]) for x in (-170, 170)]
    brim = joined(spline([(-420, 160), (-380, 90), (0, 130), (380, 90), (420, 160)]), spline([(420, 160), (300, 220), (0, 240), (-300, 220), (-420, 160)]))
    roll = rectangle(-460, 300, 920, 110, 55)
    end = ellipse((405, 355), 40, 55)
    return stack(
        main(roll), light(rectangle(-460, 300, 860, 34, 17)), dark(rectangle(-460, 374, 900, 36, 18), opacity=0.6), dark(end), light(minus(ellipse((405, 355), 26, 38), ellipse((405, 355), 15, 24))), dark(rectangle(-60, 296, 50, 118, 8)),
        second(crown), shadow(shade(crown, 90, 0)), gleam(shade(crown, -30, -20)), shadow(*ribs), second(ridge), gleam(ridge - half_plane(x=-20)), shadow(shade(ridge, 26, 0)),
        dark(brim.translate(0, 14)), second(brim), shadow(shade(brim, 0, 30)), light(lights.khatam(50).translate(0, 10)), main(lights.khatam(28).translate(0, 10)),
    )


@symbol(schemes.INK)
def hands_tools() -> Drawing:
    """Hammer and wrench crossed in a gear."""
    hammer = rectangle(-26, -300, 52, 690, 20)
    head = joined(polyline([(-150, -330), (70, -330)]), spline([(70, -330), (130, -320), (190, -250)]), spline([(190, -250), (110, -230), (70, -210)]), polyline([(70, -210), (-150, -210)]))
    cap = rectangle(-176, -344, 40, 148, 10)
    grip = rectangle(-34, 200, 68, 200, 26)
    wrench = union(rectangle(-32, -190, 64, 500, 24), minus(circle((0, -270), 116), polygon([(-44, -420), (44, -420), (44, -270), (0, -226), (-44, -270)])), minus(circle((0, 350), 78), circle((0, 350), 40)))
    wheel = gear(14, 440, depth=0.13, hole=0.76)
    return stack(
        main(wheel), dark(shade(wheel, 12, 12)), light(circle((0, 0), 318)), *(main(p) for p in lights.beams(150, 300, 24, width=0.4)),
        stack(main(wrench), dark(shade(wrench, 18, 0)), light(shade(wrench, -9, 0)), light(rectangle(-10, -120, 14, 360, 7))).rotate(45),
        stack(second(hammer), shadow(shade(hammer, 20, 0)), dark(grip), dark(head, cap), main(head - half_plane(y=-268)), light(rectangle(-150, -330, 190, 14, 6))).rotate(-45),
    )


@symbol(schemes.EARTH)
def bricklayer_trowel() -> Drawing:
    """A trowel laying the bricks of a wall."""
    bricks = []
    for row in range(5):
        y = 400 - row * 98
        for k in range(-3, 4):
            x = k * 210.0 + (105 if row % 2 else 0)
            if -480 < x < 420 - row * 130:
                brick = rectangle(x - 98, y, 198, 86, 9)
                bricks.append((dark if (2 * row + k) % 5 == 0 else main)(brick) + light(rectangle(x - 88, y + 8, 168, 12, 6), opacity=0.6) + dark(rectangle(x - 96, y + 72, 194, 12, 6), opacity=0.4))
    mortar = joined(spline([(-470, 8), (-330, -34), (-170, -2), (-60, -40), (10, 8)]), polyline([(10, 8), (-470, 8)]))
    blade = joined(spline([(-260, -70), (-60, -150), (190, -230)]), spline([(190, -230), (180, -60), (70, 40)]), spline([(70, 40), (-60, -10), (-260, -70)]))
    lit = blade - joined(spline([(-260, -70), (-20, -80), (190, -230)]), polyline([(190, -230), (300, 300), (-260, 200)]))
    tang = swelling_stroke([(150, -140), (280, -170), (290, -300), (390, -340)], [36, 34, 32, 36])
    grip = swelling_stroke([(370, -332), (460, -380), (570, -440)], [70, 86, 60])
    return stack(light(mortar), *bricks, second(blade, tang), gleam(lit), shadow(shade(blade, 18, 14)), dark(grip), main(swelling_stroke([(394, -358), (470, -400), (552, -446)], [12, 24, 10])))


@symbol(schemes.STEEL)
def newspaper() -> Drawing:
    """A folded newspaper with a pen across it."""
    sheet = polygon([(-380, -360), (260, -360), (260, 400), (-380, 400)])
    back = polygon([(260, -250), (380, -250), (380, 330), (330, 400), (260, 400)])
    title = rectangle(-320, -300, 520, 90, 10)
    photo = rectangle(-320, -130, 250, 200, 8)
    hill = joined(spline([(-320, 40), (-250, -30), (-180, 20), (-120, -20), (-70, 30)]), polyline([(-70, 30), (-70, 70), (-320, 70)]))
    rows = [rectangle(-30, -126 + 42 * k, 230 - (60 if k == 4 else 0), 18, 9) for k in range(5)] + [rectangle(x, 116 + 42 * k, 240 - (80 if k == 5 and x > 0 else 0), 18, 9) for x in (-320, -40) for k in range(6)]
    pen = joined(polyline([(430, -260), (490, -200)]), polyline([(490, -200), (130, 190)]), polyline([(130, 190), (40, 222)]), polyline([(40, 222), (68, 130)]))
    return stack(
        dark(back), main(back & rectangle(300, -300, 100, 800)), light(sheet), main(shade(sheet, 20, 0), opacity=0.5), dark(title), light(*(star((x, -255), 22, 10, 4) for x in (-280, 160))), light(rectangle(-230, -274, 340, 16, 8), rectangle(-190, -246, 260, 12, 6)),
        main(photo), second(circle((-140, -70), 34)), dark(hill & photo), main(*rows),
        dark(polygon([(446, -216), (470, -192), (140, 196), (56, 232)])), second(pen), shadow(polygon([(460, -230), (490, -200), (130, 190), (86, 176)])), light(polygon([(130, 190), (40, 222), (68, 130)])), dark(polygon([(40, 222), (50, 188), (72, 212)])),
    )


@symbol(schemes.STEEL)
def microphone() -> Drawing:
    """A reporter's microphone: a grey mesh head on a straight body, sending out its waves."""
    head = rounded([(-150, -470), (150, -470), (150, -130), (-150, -130)], 146)
    net = [line((x, -480), (x, -120), width=9, ends=1) & head for x in range(-120, 121, 40)] + [line((-160, y), (160, y), width=9, ends=1) & head for y in range(-440, -130, 40)]
    belt = rectangle(-162, -268, 324, 54, 10)
    collar = rectangle(-126, -134, 252, 50, 10)
    body = rectangle(-92, -90, 184, 590, 30)
    cube = rectangle(-172, 30, 344, 190, 18)
    waves = [sector((0, -300), r + 30, r, a - 33, a + 33) for r in (240, 320, 400) for a in (0, 180)]
    return stack(
        second(*waves), main(head), light(shade(head, -34, -16), opacity=0.7), dark(shade(head, 46, 16), opacity=0.55), dark(*net, opacity=0.75), dark(belt), light(rectangle(-162, -262, 324, 12, 6)),
        dark(collar), light(body), main(body & half_plane(x=24)), dark(shade(body, 22, 0), opacity=0.6), dark(rectangle(-126, -92, 252, 10)), dark(cube.offset(8)), second(cube), shadow(shade(cube, 60, 0)), light(lights.khatam(62).translate(0, 125)), dark(lights.khatam(32).translate(0, 125)),
        dark(rectangle(-24, 280, 48, 96, 24)), second(rectangle(-16, 288, 32, 40, 16)), dark(rectangle(-92, 440, 184, 14)),
    )


@symbol(schemes.TULIP)
def stethoscope_heart() -> Drawing:
    """A stethoscope whose tube draws a heart."""
    left = spline([(-60, -420), (-120, -330), (-330, -250), (-400, -60), (-300, 170), (0, 400)])
    right = spline([(60, -420), (120, -330), (330, -250), (400, -60), (300, 170), (0, 400)])
    tube = swelling_stroke(left, [26, 40, 42, 42, 42, 42]), swelling_stroke(right, [26, 40, 42, 42, 42, 42])
    buds = [swelling_stroke([(-60, -420), (-90, -450)], [44, 52]), swelling_stroke([(60, -420), (90, -450)], [44, 52])]
    inner = heart(250).translate(0, -40)
    pulse = polyline([(-260, 0), (-120, 0), (-76, -80), (-14, 120), (50, -110), (90, 0), (260, 0)]).stroke(24, cap="round", join="round") & inner.offset(4)
    tail = swelling_stroke([(0, 396), (110, 470), (270, 440), (330, 320)], [40, 40, 38, 34])
    chest = circle((340, 270), 84)
    return stack(dark(*buds), second(*tube, tail), gleam(shade(tube[0], -10, -6)), shadow(shade(tube[1], 14, 4)), main(inner), dark(shade(inner, 46, 20)), light(swelling_stroke([(-190, -90), (-170, -180), (-90, -200)], [8, 30, 8])), light(pulse), dark(chest), second(circle((340, 270), 62)), gleam(circle((332, 262), 40)), dark(circle((340, 270), 14)))


@symbol(schemes.TULIP)
def blood_drop_heart() -> Drawing:
    """A great drop of blood with a white heart in it, and the beat that goes on from one to the other."""
    drop = mirrored(spline([(0, -500, 62), (220, -180), (330, 110, 90), (0, 430, 180)]))
    inner = heart(196).translate(0, 96)
    beat = polyline([(-190, 96), (-90, 96), (-54, 20), (0, 190), (54, 40), (86, 96), (190, 96)]).stroke(26, cap="round", join="round") & inner
    pool = [minus(ellipse((0, 446), rx, 0.13 * rx), ellipse((0, 446), rx - 20, 0.13 * rx - 12)) for rx in (470, 380)]
    return stack(
        main(*pool, opacity=0.5), dark(ellipse((0, 446), 260, 30), opacity=0.35), main(drop), dark(shade(drop, 70, 30)), light(swelling_stroke([(-244, 130), (-220, -40), (-110, -240)], [0, 40, 2])), light(inner), main(beat),
    )


@symbol(schemes.BLOSSOM)
def hands_heart() -> Drawing:
    """Two hands that offer a heart full of blossoms."""
    shape = heart(300).translate(0, -240)
    flowers = [(-130, -330, 78, 10), (110, -340, 84, 40), (0, -190, 92, -14), (-150, -180, 52, 0), (150, -200, 56, 20), (0, -50, 58, 0), (-20, -400, 44, 0)]
    leaves = [flora.leaf((x, y), a, 110, 52) for x, y, a in ((-60, -250, -140), (60, -250, -40), (-80, -110, 150), (80, -110, 20), (-230, -300, 200), (220, -310, -20))]
    offered = stack(main(shape), dark(shade(shape, 40, 24), opacity=0.7), *leaves, *((flora.blossom if s > 70 else flora.small_flower)(s, turn=t).translate(x, y) for x, y, s, t in flowers))
    return offered.scale(1.24, about=(0, 60)) + hands.scoop().scale(0.9).translate(0, 130)


@symbol(schemes.EARTH)
def handshake() -> Drawing:
    """A handshake: people and their office."""
    right_arm = joined(polyline([(500, -140), (500, 130)]), spline([(500, 130), (330, 110), (210, 96)]), polyline([(210, 96), (200, -70)]), spline([(200, -70), (330, -110), (500, -140)]))
    left_arm = right_arm.mirror_x()
    palm_r = joined(spline([(230, -70), (110, -100), (-40, -70), (-110, -40)]), spline([(-110, -40), (-60, 60), (60, 130), (230, 90)]))
    fingers = [hands.finger((40, 20 + 46 * k), (-40, 30 + 50 * k), (-120 + 24 * k, 56 + 50 * k), (-160 + 44 * k, 96 + 42 * k), width=56, tip=0.8) for k in range(4)]
    palm_l = joined(spline([(-230, -80), (-120, -110), (20, -100), (120, -60), (190, 20)]), spline([(190, 20), (150, 90), (60, 130), (-80, 100), (-230, 80)]))
    thumb = swelling_stroke([(-150, -60), (-40, -120), (70, -104), (130, -40)], [80, 74, 60, 44])
    cuffs = [rectangle(206, -92, 56, 208, 10), rectangle(-262, -92, 56, 208, 10)]
    return stack(
        second(right_arm), shadow(right_arm & half_plane(y=30)), dark(left_arm), main(left_arm & left_arm.translate(0, -150), opacity=0.35),
        main(palm_l), dark(shade(palm_l, 10, 30)), *(dark(f.offset(6)) + light(f) + main(shade(f, 4, 18)) for f in reversed(fingers)), light(palm_r & half_plane(x=60)), main(shade(palm_r & half_plane(x=60), 0, 40)),
        dark(thumb.offset(6) & palm_l.offset(20)), main(thumb), light(swelling_stroke([(-120, -84), (-30, -132), (60, -116)], [0, 12, 0])), light(*cuffs), main(shade(cuffs[0], 16, 0), opacity=0.5),
    )


@symbol(schemes.STEEL)
def desk_pen() -> Drawing:
    """A fountain pen that signs the uppermost of a pile of letters, a rubber stamp beside it."""
    base = polygon([(-440, 300), (440, 300), (480, 380), (-480, 380)])
    sheets = [polygon([(-240 + 12 * k, 150 + 44 * k), (350 + 10 * k, 150 + 44 * k), (390, 190 + 44 * k), (-280, 190 + 44 * k)]) for k in range(3)]
    top = polygon([(-200, -110), (320, -110), (370, 130), (-260, 130)])
    rows = [polygon([(10 - 10 * k, -70 + 44 * k), (140 + 8 * k, -70 + 44 * k), (142 + 8 * k, -52 + 44 * k), (6 - 10 * k, -52 + 44 * k)]) for k in range(2)]
    signature = swelling_stroke([(-120, 92), (-40, 60), (-60, 100), (40, 74), (20, 100), (120, 84)], [6, 13, 9, 13, 9, 4])
    stamp = union(mirrored(spline([(0, -330, 0), (70, -300), (36, -220), (30, -120), (100, -60), (0, -60, 180)])).translate(270, 0), rectangle(160, -66, 220, 50, 12))
    seal = minus(lights.khatam(70).translate(270, 70), lights.khatam(48).translate(270, 70))
    barrel = rectangle(-50, -430, 100, 436, 34)
    grip = polygon([(-42, 0), (42, 0), (28, 90), (-28, 90)])
    nib = joined(spline([(-28, 86), (-46, 130), (0, 226)]), spline([(0, 226), (46, 130), (28, 86)]))
    clip = rectangle(18, -404, 22, 190, 11)
    pen = stack(
        second(barrel), shadow(rectangle(10, -430, 44, 436) & barrel), light(line((-30, -390), (-30, -30), width=10)), light(rectangle(-50, -176, 100, 26)), main(clip), dark(grip), second(nib),
        dark(rectangle(-4, 140, 8, 76), circle((0, 138), 11)), dark(rectangle(-50, -10, 100, 22, 6)),
    ).rotate(-38).translate(-260, -96)
    return stack(dark(base), main(polygon([(-440, 300), (440, 300), (450, 322), (-450, 322)])), *(light(s) + main(shade(s, 0, 12)) for s in reversed(sheets)), light(top), main(*rows), dark(signature), second(seal), second(stamp), shadow(shade(stamp, 34, 0)), dark(rectangle(156, -28, 228, 18, 6)), pen)


@symbol(schemes.SKY)
def school_bag() -> Drawing:
    """A school bag full of pencils and rulers."""
    body = joined(spline([(-300, 400), (-330, 200), (-310, -60), (-180, -220), (0, -250, 0), (180, -220), (310, -60), (330, 200), (300, 400)]))
    pocket = rounded([(-220, 120), (220, 120), (244, 380), (-244, 380)], 50)
    flap = joined(spline([(-312, -30), (-180, -220), (0, -250, 0), (180, -220), (312, -30)]), spline([(312, -30), (200, 70), (0, 100), (-200, 70), (-312, -30)]))
    straps = [swelling_stroke([(-310, -20), (-400, 120), (-390, 300), (-310, 390)], [40, 52, 50, 36]), swelling_stroke([(310, -20), (400, 120), (390, 300), (310, 390)], [40, 52, 50, 36])]
    handle = minus(circle((0, -262), 76), circle((0, -262), 50))

    def pencil(x: float, tilt: float, h: float) -> Drawing:
        p = rectangle(-26, -h, 52, h)
        return stack(second(p), shadow(rectangle(6, -h, 20, h)), light(polygon([(-26, -h), (0, -h - 70), (26, -h)])), dark(polygon([(-9, -h - 46), (0, -h - 70), (9, -h - 46)]))).rotate(tilt).translate(x, -150)
    ruler = rectangle(-34, -300, 68, 320)
    marks = [rectangle(-34, -290 + 26 * k, 26 if k % 2 else 38, 8) for k in range(8)]
    buckles = [rectangle(x - 30, 50, 60, 110, 12) for x in (-130, 130)]
    return stack(
        pencil(-130, -16, 190), pencil(130, 18, 170), stack(light(ruler), dark(*marks)).rotate(7).translate(30, -190), dark(handle), dark(*straps),
        main(body), dark(shade(body, 60, 10)), light(shade(body, -18, -6)), dark(pocket.offset(10)), main(pocket), light(rectangle(-200, 168, 400, 16, 8)), second(circle((0, 260), 60)), light(star((0, 260), 52, 22, 5)),
        dark(flap.translate(0, 16) & body), main(flap), light(shade(flap, -8, -20)), second(*buckles), dark(*(rectangle(x - 14, 100, 28, 32, 6) for x in (-130, 130))),
    )


@symbol(schemes.SKY)
def paper_plane() -> Drawing:
    """A paper plane folded from a lesson, rising over its own dotted path."""
    near = polygon([(460, -380), (-60, 40), (-440, -120)])
    far = polygon([(460, -380), (160, 330), (-60, 40)])
    keel = polygon([(460, -380), (-60, 40), (-90, 290), (10, 130)])
    trail = [circle(p.point, 17 - k * 0.7) for k, p in enumerate(spline([(-130, 300), (-260, 400), (-420, 360), (-440, 210), (-320, 180), (-300, 290), (-420, 440)]).every(62))]
    ruled = [polygon([(-350 + 60 * k, -106 + 24 * k), (300, -300 + 3 * k), (300, -292 + 3 * k), (-340 + 60 * k, -98 + 24 * k)]) & near for k in range(5)]
    return stack(second(*trail), light(near), main(*ruled, opacity=0.6), dark(keel), main(far), light(polygon([(460, -380), (160, 330), (140, 300)])), dark(polygon([(10, 130), (-90, 290), (-60, 40)]), opacity=0.6))


@symbol(schemes.INK)
def megaphone() -> Drawing:
    """A megaphone out of which words come as petals and waves."""
    horn = joined(spline([(-210, -60), (0, -120), (230, -300)]), spline([(230, -300), (290, -40), (230, 220)]), spline([(230, 220), (0, 60), (-210, 20)]))
    mouth = ellipse((230, -40), 80, 262)
    inner = ellipse((234, -40), 52, 210)
    box = rounded([(-330, -90), (-190, -90), (-190, 50), (-330, 50)], 40)
    grip = joined(spline([(-170, 30), (-150, 180), (-90, 300)]), polyline([(-90, 300), (-10, 270)]), spline([(-10, 270), (-70, 160), (-70, 50)]))
    waves = [sector((160, -40), r + 30, r, -34, 34) for r in (250, 330)]
    petals = [flora.blade_leaf(110, 30).rotate(a).translate(*polar((160, -40), 410, a)) for a in (-40, -20, 0, 20, 40)]
    return stack(
        dark(grip), main(grip.translate(-16, -6) & grip), second(*waves), *(second(p) if k % 2 else main(p) for k, p in enumerate(petals)),
        main(horn), dark(horn & half_plane(y=-40), opacity=0.7), light(joined(spline([(-190, -54), (0, -110), (220, -280)]), spline([(220, -240), (0, -86), (-190, -36)]))), dark(mouth), light(minus(mouth, inner)), second(ellipse((244, -40), 28, 110)), dark(box), main(rectangle(-318, -78, 60, 116, 26)), light(rectangle(-200, -100, 26, 160, 8)),
    ).rotate(-14)


@symbol(schemes.TURQUOISE)
def clock() -> Drawing:
    """A clock whose dial is a girih star."""
    rim = circle((0, 0), 450)
    marks = [rectangle(-11, -392, 22, 58 if k % 3 == 0 else 34, 8).rotate(30 * k) for k in range(12)]
    stars_ = lights.rosette(300, 12, width=1.0, inner=90)
    hands_ = [taper((0, 40), (0, -120), (0, -250), width=30, tip=0.2).rotate(-52), taper((0, 50), (0, -170), (0, -330), width=24, tip=0.2).rotate(62)]
    return stack(dark(rim), main(circle((0, 0), 424)), light(circle((0, 0), 400)), main(*marks), *(main(p, opacity=0.5) for p in stars_), *(second(p.scale(0.5, 0.5, polar((0, 0), 200, -90 + 30 * k))) for k, p in enumerate(stars_)), dark(*hands_), second(circle((0, 0), 36)), dark(circle((0, 0), 14)))

