"""Birds of peace, of the sea, of the poets."""

from __future__ import annotations

from art.drawing import Drawing, dark, light, line, main, minus, second, shade, stack, taper, union
from art.parts import birds, flora, schemes
from art.symbols import symbol
from engine.ornament.geometry import polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import circle, ellipse, polygon, rectangle, spline, swelling_stroke


@symbol(schemes.DOVE)
def dove() -> Drawing:
    """A dove of peace with an olive sprig."""
    return birds.dove(sprig=True)


def ripple(x: float, y: float, width: float) -> Path:
    """A long wavelet."""
    step = width / 6
    return swelling_stroke([(x + step * k, y + (16 if k % 2 else -16)) for k in range(7)], [0, 24, 30, 24, 0])


@symbol(schemes.GULL)
def gull() -> Drawing:
    """A gull of the Persian Gulf gliding on long wings."""
    left = joined(
        spline([(30, 40), (-80, -110), (-260, -190), (-360, -170), (-500, -60)]),
        spline([(-500, -60), (-330, -92), (-240, -60), (-130, 40), (-20, 130)]),
    )
    right = joined(
        spline([(60, 30), (130, -150), (280, -260), (370, -256), (520, -190)]),
        spline([(520, -190), (380, -180), (300, -140), (220, -20), (120, 130)]),
    )
    tips = [left & polygon([(-600, -300), (-350, -300), (-300, 100), (-600, 100)]), right & polygon([(620, -400), (390, -400), (330, 0), (620, 0)])]
    body = joined(spline([(320, 40), (250, 4), (120, 20), (-40, 70), (-210, 160)]), spline([(-210, 160), (-180, 200), (-196, 226)]), spline([(-196, 226), (0, 190), (180, 150), (290, 90), (320, 40)]))
    beak = joined(spline([(292, 26), (340, 36), (378, 72)]), spline([(378, 72), (330, 76), (290, 78)]))
    def quills(points: list[tuple[float, float, float, float]]) -> Path:
        return union(*(line((a, b), (c, d), width=12, ends=0.2) for a, b, c, d in points))
    trailing = [left & left.translate(20, 58), right & right.translate(4, 62)]
    disc = circle((60, -40), 300)
    sea = [ripple(-440 + dx, 260 + 76 * k, 900 - 2 * dx) for k, dx in enumerate((0, 70, 190))]
    return stack(
        second(disc - rectangle(-600, 190, 1300, 400)),
        main(*sea),
        main(right), dark(trailing[1], opacity=0.5), dark(tips[1]),
        main(left), light(minus(left, left.translate(6, 44))), light(minus(right, right.translate(6, 40))), dark(tips[0]),
        dark(quills([(-250, -80, -190, -150), (-190, -30, -130, -110), (-130, 30, -80, -60), (250, -70, 220, -170), (210, -10, 180, -110)]), opacity=0.6),
        dark(beak),
        light(body),
        main(body & body.translate(0, 44)),
        dark(circle((262, 44), 11)),
    )


@symbol(schemes.DOVE)
def pigeon() -> Drawing:
    """A pigeon of the shrine, at rest."""
    body = joined(
        spline([(330, -330), (290, -420), (210, -440), (140, -380), (110, -250), (-60, -150), (-250, 40), (-330, 120)]),
        spline([(-330, 120), (-100, 200), (120, 170), (280, 40), (330, -120), (308, -230), (330, -330)]),
    )
    collar = body & polygon([(60, -330), (400, -300), (400, -150), (60, -90)])
    scales = [
        ellipse((x, y), 30, 24) for y, row in ((-268, (180, 236, 292)), (-226, (152, 208, 264, 310)), (-184, (132, 180, 236, 292))) for x in row
    ]
    wing = joined(spline([(170, -150), (20, -150), (-150, -20), (-330, 150), (-440, 250)]), spline([(-440, 250), (-200, 190), (20, 130), (150, 40), (170, -150)]))
    primaries = [birds.feather(430 - 60 * k, 90).rotate(146 - 5 * k).translate(-40 + 36 * k, 10 + 20 * k) for k in range(4)]
    bars = [swelling_stroke([(-60 - 90 * k, -80 + 70 * k), (-10 - 70 * k, 0 + 60 * k), (20 - 60 * k, 100 + 44 * k)], [12, 34, 12]) for k in range(2)]
    tail = [birds.feather(330, 90).rotate(150 + 7 * k).translate(-210, 70 + 8 * k) for k in range(3)]
    beak = joined(spline([(318, -372), (360, -352), (376, -312)]), spline([(376, -312), (340, -316), (316, -320)]))
    legs = [union(taper((x, 150), (x + 10, 250), width=22, tip=0.8), *(taper((x + 10, 246), polar((x + 10, 246), 66, a), width=18, tip=0.3) for a in (12, 34, 160))) for x in (30, 130)]
    return stack(
        dark(*tail), second(beak, *legs), main(body), light(shade(body, 26, -4)), second(collar), light(*(minus(e & collar, e.translate(6, 10)) for e in scales)),
        dark(*primaries), main(wing), light(shade(wing, -16, -16)), dark(*(b & wing for b in bars)),
        dark(circle((262, -368), 17)), light(circle((257, -373), 6)),
    )


@symbol(schemes.TULIP)
def nightingale_rose() -> Drawing:
    """Gol o morgh: the nightingale that sings to the rose."""
    bough = swelling_stroke([(90, 900), (300, 800), (520, 640), (700, 600), (900, 640)], [34, 28, 22, 18, 6])
    leaves = [
        flora.leaf((300, 800), 70, 190, 90), flora.leaf((420, 715), 100, 160, 76), flora.leaf((180, 860), -60, 170, 80),
        flora.leaf((760, 600), 70, 180, 84), flora.leaf((890, 640), 30, 150, 66), flora.leaf((640, 606), 120, 170, 80),
        flora.leaf((840, 615), -70, 150, 70),
    ]
    stem = taper((600, 615), (700, 470), (720, 330), width=20, tip=0.7)
    bud_stem = taper((240, 835), (180, 720), (190, 640), width=16, tip=0.7)
    return stack(
        dark(bough), second(stem, bud_stem), *leaves,
        flora.bud(130).at(190, 650, angle=-84),
        flora.rose(210).translate(730, 270),
        birds.perched(240, tones=(3, 2, 3), singing=True, tail_angle=140).toned({}).translate(380, 660),
    )


@symbol(schemes.PHOENIX)
def simurgh() -> Drawing:
    """The Simurgh of the Shahnameh: crested, its wings spread, its long tail streaming in curls."""
    plumes = []
    tails = (
        ([(-40, 120), (-150, 330), (-350, 420), (-470, 330), (-440, 230)], 3, 46),
        ([(-20, 140), (-60, 380), (-240, 520), (-390, 500), (-400, 410)], 1, 50),
        ([(0, 150), (20, 400), (-70, 560), (-210, 610), (-260, 540)], 4, 50),
        ([(30, 150), (130, 380), (110, 560), (0, 650), (-90, 610)], 1, 50),
        ([(60, 140), (230, 330), (280, 500), (210, 620), (120, 590)], 3, 46),
    )
    for knots, tone, width in tails:
        spine = spline(knots)
        vane = swelling_stroke(spine, [width * 0.5, width, width * 1.1, width * 0.5])
        rib = swelling_stroke(spine, [6, 12, 10, 4])
        end = spine.stations([spine.length])[0]
        eye = flora.petal(110, 88, belly=0.4).rotate(end.angle).translate(*polar(end.point, -34, end.angle))
        heart = flora.petal(64, 50, belly=0.4).rotate(end.angle).translate(*polar(end.point, -14, end.angle))
        tip = (light(eye) + second(heart)) if tone != 4 else (light(eye) + dark(heart))
        plumes.append({3: dark, 1: main, 4: second}[tone](vane) + light(rib) + tip)
    body = joined(
        spline([(116, -330), (60, -350), (30, -280), (40, -190), (-30, -60), (-60, 60), (0, 190)]),
        spline([(0, 190), (90, 120), (140, -20), (130, -150), (150, -240), (170, -268)]),
    )
    chest = [minus(e & body, e.translate(0, -16)) for e in (ellipse((60 + dx, y), 34, 34) for y, row in ((-130, (-10, 40)), (-80, (-30, 20, 60)), (-30, (-50, 0, 46)), (20, (-50, 0, 44)), (70, (-30, 16))) for dx in row)]
    beak = joined(spline([(140, -322), (200, -310), (214, -240)]), spline([(214, -240), (186, -272), (150, -268)]))
    crest = [taper((70, -330), polar((70, -330), 100, a), polar((60, -330), 190, a - 24), width=22) for a in (-80, -108, -136)]
    orbs = [circle(polar((60, -330), 190, a - 24), 18) for a in (-80, -108, -136)]
    wattles = main(taper((168, -262), (176, -220), (150, -190), width=20))
    left = birds.wing(480, -158, -232, count=7, bend=0.12)
    right = birds.wing(480, -36, 44, count=7, tones=(1, 4, 3), bend=0.12)
    return stack(
        *plumes, right.translate(90, -110), main(*crest), light(*orbs), second(beak), main(body), light(*chest), dark(shade(body, 18, 0)),
        left.translate(20, -110), wattles, light(circle((112, -304), 18)), dark(circle((116, -304), 10)),
    )


@symbol(schemes.SKY)
def rising_birds() -> Drawing:
    """Birds that rise together out of a green shoot."""
    flock = ((230, 190, 300, -8), (-190, -110, 230, -14), (270, -290, 190, -20), (-30, -500, 140, -24), (290, -640, 100, -28))
    shoot = spline([(-250, 560), (-245, 400), (-170, 250)])
    leaves = [flora.leaf((-248, 450), -150, 270, 124, bend=0.14), flora.leaf((-248, 450), -20, 280, 128, bend=-0.14), flora.leaf((-170, 250), -60, 170, 76)]
    return stack(
        *(birds.paper_bird(size).rotate(turn).translate(x - 60, y) for x, y, size, turn in flock),
        second(swelling_stroke(shoot, [26, 20, 12])), *leaves,
    )


@symbol(schemes.EARTH)
def cage_open_birds() -> Drawing:
    """An open cage, its birds gone into the light."""
    dome = joined(spline([(-220, 0), (-200, -190, -76), (0, -350, 0), (200, -190, 76), (220, 0)]))
    shell = dome | rectangle(-220, -2, 440, 380)
    bars = [swelling_stroke([(0, -346), (x * 0.82, -200), (x, 0), (x, 370)], [14, 14, 14]) for x in (-212, -130, 130, 212)]
    frame = minus(shell, shell.offset(-18)) - rectangle(-92, -120, 184, 430)
    hoops = [rectangle(-222, y, 444, 20, 6) for y in (-20, 180)]
    door_hole = joined(spline([(-90, 300), (-90, -40, -90), (0, -130), (90, -40, 90), (90, 300)]))
    rim = minus(door_hole.offset(16), door_hole)
    leaf_door = door_hole.scale(0.62, 1, (-90, 0)).transform((1, 0.16, 0, 1, 0, 0)).mirror_x(-104).translate(-8, 40)
    inside = leaf_door.offset(-14)
    door_bars = [rectangle(x, -400, 12, 900) & leaf_door for x in (-180, -146)] + [rectangle(-300, y, 300, 12) & leaf_door for y in (20, 130, 230)]
    base = joined(spline([(-260, 366), (-230, 440), (0, 456), (230, 440), (260, 366)]))
    ring = minus(circle((0, -386), 40), circle((0, -386), 24))
    return stack(
        dark(*(rectangle(x - 6, -300 + abs(x) * 0.7, 12, 670 - abs(x) * 0.7) for x in (-170, -60, 0, 60, 170))),
        main(ring, frame), main(*(minus(h, door_hole) for h in hoops)), main(*(b - door_hole.offset(4) for b in bars)), light(rim),
        dark(base), main(rectangle(-272, 350, 544, 36, 12)),
        main(minus(leaf_door, inside)), main(*door_bars),
        birds.paper_bird(180, tones=(4, 2, 3)).rotate(-16).translate(330, 60),
        birds.paper_bird(130, tones=(4, 2, 3)).rotate(-22).translate(400, -250),
        birds.paper_bird(84, tones=(4, 2, 3)).rotate(-26).translate(250, -420),
    )
