"""People and their days, told by hands, things and signs: nobody has a face."""

from __future__ import annotations

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
    tidy,
    union,
)
from art.parts import birds, flora, hands, schemes
from art.parts import light as lights
from art.parts.people import banner, man, woman
from art.symbols import symbol
from engine.ornament.geometry import polar
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
    spline,
    swelling_stroke,
)


@symbol(schemes.TURQUOISE)
def people_circle() -> Drawing:
    """A circle of people round the star of a common plan."""
    shoulders = rounded([(-128, -468), (128, -468), (140, -350), (-140, -350)], 62)
    arms = [swelling_stroke([(x * 112, -390), (x * 104, -318), (x * 52, -262)], [54, 50, 38]) for x in (-1, 1)]
    head = circle((0, -400), 62)
    folk = []
    for k in range(8):
        tone: Tone = 4 if k % 2 else 1
        one = stack(paper(tone, *arms, shoulders), shadow(shade(shoulders, 30, -6)), dark(head), light(shade(head, 0, 24)), main(minus(circle((0, -404), 30), circle((0, -404), 20)), opacity=0.6))
        folk.append(one.rotate(45 * k))
    petals = lights.rosette(168, 8, width=1.0, inner=30)
    table = stack(dark(circle((0, 0), 276)), main(circle((0, 0), 262)), light(minus(circle((0, 0), 244), circle((0, 0), 234))))
    star_ = stack(dark(lights.khatam(206)), main(lights.khatam(190)), *(light(p) for p in petals), second(circle((0, 0), 46)), dark(circle((0, 0), 18)))
    return stack(table, *folk, star_)


@symbol(schemes.BALLOT)
def ballot_box() -> Drawing:
    """A ballot that goes into its box, light behind it."""
    front = polygon([(-330, -30), (330, -30), (300, 400), (-300, 400)])
    lid = polygon([(-380, -110), (380, -110), (340, -20), (-340, -20)])
    slot = rectangle(-170, -84, 340, 34, 10)
    ballot = polygon([(-130, -440), (130, -400), (116, -66), (-144, -66)])
    fold = polygon([(130, -400), (60, -411), (120, -330)])
    check = polyline([(-70, -250), (-20, -190), (70, -310)]).stroke(34, cap="round", join="round")
    panel = rounded([(-250, 40), (250, 40), (236, 340), (-236, 340)], 20)
    tulip_ = flora.tulip(100).translate(0, 270)
    stem = main(swelling_stroke([(0, 262), (4, 300), (0, 338)], [14, 16, 18]), *(flora.blade_leaf(130, 26, 0.14 * s).rotate(-90 + 46 * s).translate(0, 338) for s in (1, -1)))
    return stack(
        second(*(b.translate(0, -180) for b in lights.beams(250, 400, 17, start=-180, arc=191, width=0.36))),
        main(lid), dark(slot), light(ballot), main(fold), second(check), light(rectangle(-180, -66, 360, 7)),
        main(polygon([(-352, -66), (352, -66), (340, -20), (-340, -20)])),
        main(front), dark(front & half_plane(x=190), opacity=0.5), dark(panel.offset(10)), light(panel), stem, tulip_.toned({1: 4}), dark(rectangle(-340, -26, 680, 20)),
        dark(rectangle(-330, 392, 660, 30, 8)),
    )


@symbol(schemes.SCARF)
def black_ribbon() -> Drawing:
    """A mourning ribbon with one red tulip."""
    left = swelling_stroke([(150, 430), (60, 180), (-60, -60), (-150, -270), (-60, -420), (40, -436)], [96, 100, 104, 112, 116, 110])
    right = swelling_stroke([(-150, 430), (-60, 180), (60, -60), (150, -270), (60, -420), (-40, -436)], [96, 100, 104, 112, 116, 110])
    cut = [polygon([(80, 430), (230, 380), (260, 520), (160, 452), (90, 530)]), polygon([(-80, 430), (-230, 380), (-260, 520), (-160, 452), (-90, 530)])]
    back = [tidy(right - cut[1], 5000), tidy(left - cut[0], 5000)]
    flower = second(flora_stem())
    return stack(
        main(back[0]), dark(shade(back[0], 22, 8)), dark(back[1].offset(8)), main(back[1]), dark(shade(back[1], 18, 8)), light(*(swelling_stroke(k, [0, 10, 0]) for k in ([(-36, 20), (-110, -150), (-160, -280)], [(20, 160), (60, 250), (100, 360)])), opacity=0.5),
        flower, flora.tulip(112).toned({1: 4, 2: 2, 3: 3}).translate(0, 40),
    )


def flora_stem() -> Path:
    """The tulip's short stem."""
    return swelling_stroke([(0, 30), (6, 120), (-4, 210)], [16, 18, 14])


@symbol(schemes.LEAF)
def two_hands_raised() -> Drawing:
    """Ghadir: one hand lifted by another, sleeves only, in green light."""
    upper = hands.raised(tones=(2, 2, 4)).scale(0.72).translate(60, -150)
    arm_up = joined(spline([(-14, -160), (-10, -60), (-30, 60)]), spline([(-30, 60), (-70, 260), (-140, 460)]), polyline([(-140, 460), (250, 460)]), spline([(250, 460), (190, 200), (130, -60), (128, -160)]))
    sleeve_up = joined(spline([(-60, 130), (70, 170), (190, 120)]), spline([(190, 120), (260, 280), (420, 470)]), polyline([(420, 470), (-40, 470)]), spline([(-40, 470), (-30, 300), (-60, 130)]))
    sleeve_left = joined(spline([(-270, 70), (-190, 150), (-90, 200)]), spline([(-90, 200), (-140, 330), (-130, 470)]), polyline([(-130, 470), (-470, 470)]), spline([(-470, 470), (-390, 290), (-270, 70)]))
    forearm = joined(spline([(-220, 130), (-150, 20), (-80, -50)]), spline([(-80, -50), (0, -30), (20, 60)]), spline([(20, 60), (-60, 140), (-130, 190)]))
    fingers = [hands.finger((-70, -10 + 40 * k), (20, -40 + 40 * k), (96, -34 + 38 * k), (140, -8 + 36 * k), width=48, tip=0.8) for k in range(4)]
    thumb = swelling_stroke([(-110, 10), (-60, -70), (10, -110)], [62, 56, 36])
    rays = [b.translate(40, -260) for b in lights.beams(330, 470, 24, width=0.4)]
    return stack(
        main(*rays),         light(arm_up & (rectangle(-200, -170, 500, 330))), second(shade(arm_up, 22, 0) & rectangle(-200, -170, 500, 330)), upper,
        main(sleeve_up), dark(shade(sleeve_up, 40, 0)), light(*(line((20 + 60 * k, 170), (50 + 84 * k, 300), (70 + 110 * k, 460), width=12) for k in range(3)), opacity=0.6), dark(joined(spline([(-60, 130), (70, 170), (190, 120)]), spline([(200, 150), (70, 204), (-56, 160), (-60, 130)]))),
        light(forearm), *(second(f.offset(6)) + light(f) for f in fingers), second(thumb.offset(6) & union(forearm, *fingers)), light(thumb),
        main(sleeve_left), dark(shade(sleeve_left, 40, -10)), light(*(line((-250 - 20 * k, 190 + 30 * k), (-300 - 20 * k, 310), (-340 - 30 * k, 460), width=12) for k in range(2)), opacity=0.6), dark(joined(spline([(-270, 70), (-190, 150), (-90, 200)]), spline([(-100, 232), (-206, 180), (-286, 100), (-270, 70)]))),
    )


@symbol(schemes.WHITE)
def dervish_spiral() -> Drawing:
    """The whirl of sama: a skirt that turns into a spiral, a tall hat, no face."""
    skirt = joined(spline([(-60, -40), (-180, 60), (-420, 190), (-470, 260)]), spline([(-470, 260), (-400, 340), (-280, 290), (-150, 380), (0, 320), (160, 400), (290, 310), (400, 350), (480, 250)]), spline([(480, 250), (400, 180), (190, 70), (60, -40), (-60, -40)]))
    folds = []
    for k, (x, y) in enumerate(((-380, 318), (-220, 326), (-70, 346), (80, 358), (230, 350), (370, 326))):
        folds.append(joined(spline([(-40 + 14 * k, -36), (x * 0.42 - 24, 120), (x, y)]), spline([(x + 74, y - 14), (x * 0.42 + 40, 120), (-34 + 14 * k, -36)])))
    under = joined(spline([(-470, 262), (-240, 420), (60, 440), (330, 400), (480, 254)]), spline([(480, 254), (290, 312), (160, 402), (0, 322), (-150, 382), (-280, 292), (-400, 342), (-470, 262)]))
    torso = joined(spline([(-64, -36), (-84, -180), (-50, -250)]), polyline([(-50, -250), (56, -250)]), spline([(56, -250), (84, -180), (64, -36)]))
    arms = [
        swelling_stroke([(50, -226), (180, -250), (300, -350), (390, -450)], [74, 92, 76, 40]),
        swelling_stroke([(-50, -222), (-190, -230), (-320, -170), (-440, -110)], [74, 92, 76, 40]),
    ]
    hands_ = [swelling_stroke([(384, -440), (410, -474), (452, -486)], [34, 34, 14]), swelling_stroke([(-430, -112), (-470, -90), (-490, -50)], [34, 34, 14])]
    neck = rectangle(-20, -280, 44, 40)
    head = ellipse((10, -322), 50, 58).rotate(10, (10, -322))
    hat = joined(spline([(-46, -338), (-30, -420), (-14, -500)]), spline([(-14, -500), (30, -514), (68, -490)]), spline([(68, -490), (72, -410), (66, -322)]), spline([(66, -322), (10, -350), (-46, -338)]))
    belt = swelling_stroke([(-70, -50), (0, -30), (70, -50)], [26, 30, 26])
    swirl = [swelling_stroke([polar((0, 300), r, a) for a in range(s, s + 150, 30)], [0, 16, 16, 0]).scale(1, 0.3, (0, 300)) for r, s in ((560, 10), (600, 200))]
    return stack(
        second(*swirl), dark(under), main(skirt), light(*(f & skirt for f in folds)), dark(*(joined(spline([(-34 + 14 * k, -36), (x * 0.42 + 40, 120), (x + 74, y - 14)]), spline([(x + 100, y - 24), (x * 0.42 + 58, 110), (-28 + 14 * k, -36)])) & skirt for k, (x, y) in enumerate(((-380, 318), (-220, 326), (-70, 346), (80, 358), (230, 350)))), opacity=0.6),
        main(*arms), dark(*(shade(a, 6, 22) for a in arms), opacity=0.6), second(*hands_), main(torso), light(shade(torso, -26, 0)), dark(joined(spline([(0, -250), (-10, -150), (0, -40)]), spline([(12, -40), (14, -150), (24, -250)])), opacity=0.6), second(neck), second(head), shadow(shade(head, 20, 6)), dark(hat), main(hat - half_plane(x=6), opacity=0.25), second(belt),
    )


@symbol(schemes.GOLD)
def reed_flute() -> Drawing:
    """The ney, and its breath that becomes leaves and a bird."""
    body = rectangle(-34, -470, 68, 900, 12)
    rings_ = [rectangle(-42, y, 84, 22, 8) for y in (-330, -150, 40, 230)]
    holes = [ellipse((-4, y), 13, 18) for y in (-60, 0, 110, 165, 290, 350)]
    mouth = union(rectangle(-38, -484, 76, 52, 10))
    pipe = stack(main(body), dark(body & half_plane(x=12)), light(rectangle(-24, -450, 12, 860, 6)), dark(*rings_, *holes), light(*(rectangle(-42, y + 4, 84, 6, 3) for y in (-330, -150, 40, 230))), dark(mouth), light(rectangle(-38, -476, 76, 10, 4)))
    left = spline([(-204, 408), (-380, 330), (-440, 90), (-340, -120), (-200, -70), (-230, 50), (-310, 30)])
    right = spline([(-196, 412), (-20, 480), (230, 430), (370, 240), (320, 70), (200, 100), (220, 210)])
    leaves = []
    for spine in (left, right):
        for k, place in enumerate(spine.stations(spine.length * (0.16 + 0.115 * j) for j in range(6))):
            side = 1 if k % 2 else -1
            leaves.append(flora.leaf(place.point, place.angle + 58 * side, 170 - 11 * k, 80 - 5 * k, bend=0.12 * side))
    breath = [second(swelling_stroke(spine, [14, 36, 34, 24, 8])) for spine in (left, right)]
    bird = birds.paper_bird(180, tones=(4, 2, 3)).rotate(-14).mirror_x().translate(-170, -230)
    return stack(*breath, *leaves, pipe.scale(1.3, 1.02).rotate(28), bird)


@symbol(schemes.INK)
def runner() -> Drawing:
    """A runner reduced to a few strokes, breaking the tape."""
    parts = [
        swelling_stroke([(60, -230), (20, -110), (-50, 30)], [120, 130, 96]),
        swelling_stroke([(-40, 20), (70, 50), (200, 10), (214, 120), (160, 244)], [104, 112, 82, 62, 40]),
        swelling_stroke([(152, 240), (200, 268), (256, 258)], [44, 40, 20]),
        swelling_stroke([(-50, 20), (-100, 140), (-190, 210), (-330, 306)], [104, 100, 70, 38]),
        swelling_stroke([(-322, 296), (-340, 346), (-300, 372)], [42, 38, 20]),
        swelling_stroke([(80, -220), (190, -140), (260, -60), (340, -140), (390, -210)], [76, 66, 54, 44, 30]),
        swelling_stroke([(30, -230), (-100, -200), (-200, -120), (-150, -40), (-110, 10)], [76, 66, 54, 42, 28]),
    ]
    head = circle((150, -350), 78)
    tape = swelling_stroke([(-480, -300), (-320, -220), (-160, -260), (60, -150), (190, -180), (420, -320)], [0, 26, 40, 44, 30, 0])
    lanes = [line((-480 + 30 * k, 360 + 40 * k), (0, 350 + 40 * k), (480 - 20 * k, 372 + 40 * k), width=16, ends=0.3) for k in range(3)]
    spd = [line((-460, y), (-300, y + 6), (-190, y), width=14, ends=0) for y in (-60, 0, 60)]
    return stack(second(circle((40, -60), 380)), light(*(shade(circle((40, -60), 380), -30, -30),), opacity=0.5), main(*lanes), dark(parts[3], parts[4], parts[6]), main(parts[1], parts[2], parts[0]), light(shade(parts[0], -20, 0), shade(parts[1], 0, -20)), main(head), light(shade(head, -16, -16)), light(tape), main(parts[5]), light(shade(parts[5], 0, -14)), dark(*spd))


@symbol(schemes.WOOD)
def zurkhaneh_clubs() -> Drawing:
    """Two clubs of the zurkhaneh crossed under laurel."""
    club = mirrored(spline([(0, -440, 0), (96, -410), (128, -250, 92), (84, 40), (34, 190), (0, 190, 180)]))
    grip = mirrored(spline([(0, 180, 0), (26, 184), (24, 330), (46, 368), (0, 400, 180)]))
    bands = [rectangle(-200, y, 400, h) & club for y, h in ((-370, 34), (-60, 34), (60, 18))]
    rose = [p.translate(0, -210) for p in lights.rosette(84, 8, width=1.0, inner=16)]
    one = stack(dark(grip), main(club), dark(shade(club, 44, 0)), light(shade(club, -16, -4)), second(*bands), gleam(*(b & club.translate(-110, 0) for b in bands)), light(*rose), dark(circle((0, -210), 14)))
    left = [flora.leaf(polar((0, -20), 400, a), a + 84, 140, 62, bend=0.1) for a in range(112, 236, 17)]
    right = [leaf.mirror_x() for leaf in left]
    stem = second(arc((0, -20), 396, 96, 240).stroke(14, cap="round"))
    return stack(stem, stem.mirror_x(), *left, *right, one.rotate(36), one.rotate(-36), second(circle((0, 60), 34)), dark(lights.khatam(22).translate(0, 60)))


@symbol(schemes.SCARF)
def keffiyeh_pattern() -> Drawing:
    """A chequered scarf folded to a triangle, one tulip laid on it."""
    cloth = joined(spline([(-470, -260), (-240, -230), (0, -262), (240, -230), (470, -260)]), spline([(470, -260), (260, 60), (0, 400)]), spline([(0, 400), (-260, 60), (-470, -260)]))
    inner = cloth.offset(-56)
    net = []
    for row in range(10):
        y = -200 + row * 56
        for k in range(-6, 7):
            x = k * 76 + (38 if row % 2 else 0)
            net.append(polygon([(x - 38, y), (x, y - 28), (x + 38, y), (x, y + 28)]) - polygon([(x - 25, y), (x, y - 18), (x + 25, y), (x, y + 18)]))
            net.append(polygon([(x - 10, y), (x, y - 8), (x + 10, y), (x, y + 8)]))
    border = minus(cloth.offset(-20), cloth.offset(-38))
    tassels = []
    for k in range(13):
        t = (k + 0.5) / 13
        for side in (-1, 1):
            foot, drop = side * 470 * (1 - t), -260 + 660 * t
            tassels.append(taper((foot, drop - 10), (foot + side * 16, drop + 40), (foot + side * 24, drop + 84), width=20, tip=0.7))
    folds = [joined(spline([(x, -240), (x * 0.7, 0), (x * 0.2, 300)]), spline([(x * 0.2 + 20, 300), (x * 0.7 + 34, 0), (x + 54, -240)])) & cloth for x in (-250, 130)]
    tulip_ = stack(second(swelling_stroke([(0, 0), (10, 110), (-6, 230)], [18, 20, 14])), flora.tulip(128).toned({1: 4}).translate(0, 10))
    return stack(main(*tassels), light(cloth), main(border), stack(main(*(tidy(n & inner) for n in net))), dark(*folds, opacity=0.3), dark(shade(cloth, 0, -24)), tulip_.rotate(24).translate(30, 20))


@symbol(schemes.VINE)
def barbed_vine() -> Drawing:
    """Barbed wire that turns into a vine and flowers."""
    posts = [rectangle(-440, -330, 62, 760, 10)]
    wires = []
    for y, bow in ((-190, -50), (60, 40)):
        spine = spline([(-470, y), (-250, y + 14), (-20, y - 10), (180, y + bow), (340, y + bow * 0.2 - 40), (430, y - 120)])
        twist = swelling_stroke(spine.translate(0, 12), [10, 10, 10, 2])
        wires.append((spine, twist))
    barbs = []
    for spine, _ in wires:
        for share in (0.13, 0.28, 0.42):
            p = spine.stations([spine.length * share])[0].point
            barbs += [taper((p[0] - 30, p[1] + 44), p, (p[0] + 26, p[1] - 48), width=14, tip=0.1), taper((p[0] + 34, p[1] + 40), p, (p[0] - 30, p[1] - 46), width=14, tip=0.1), rectangle(p[0] - 20, p[1] - 15, 40, 32, 8)]
    leaves, flowers = [], []
    for spine, _ in wires:
        for k, share in enumerate((0.54, 0.62, 0.7, 0.78, 0.86, 0.93)):
            s = spine.stations([spine.length * share])[0]
            side = 1 if k % 2 else -1
            leaves.append(flora.leaf(s.point, s.angle + side * 56, 110 + 14 * k, 52 + 6 * k, bend=0.1 * side))
    vines = [second(swelling_stroke(spline([spine.stations([spine.length * t])[0].point for t in (0.44, 0.6, 0.75, 0.88, 1.0)]), [10, 24, 22, 14])) for spine, _ in wires]
    flowers = [flora.tulip(96).rotate(14).translate(440, -320), flora.tulip(78).rotate(-16).translate(240, -60), flora.tulip(70).rotate(20).translate(452, -50)]
    stalks = [second(taper((330, 20), (260, -10), (242, -58), width=16, tip=0.8)), second(taper((430, -120), (446, -220), (440, -316), width=16, tip=0.8))]
    return stack(
        light(circle((40, -60), 330)), dark(*posts), light(shade(posts[0], -12, 0), opacity=0.5), dark(*(t for _, t in wires), *(swelling_stroke(s, [14, 14, 13, 4]) for s, _ in wires)), dark(*barbs), *vines, *stalks, *leaves, *flowers,
    )


@symbol(schemes.FIRE)
def flame_helmet() -> Drawing:
    """A firefighter's helmet against flames, an arc of water over it."""
    fire = stack(
        dark(lights.flame(640, lean=0.06).scale(1.3, 1).translate(-20, 200)),
        main(*(lights.flame(h, lean=lean).translate(x, 200) for x, h, lean in ((160, 480, 0.12), (-200, 440, -0.16), (-20, 570, 0.04)))),
        light(*(lights.flame(h, lean=lean).translate(x, 160) for x, h, lean in ((150, 280, 0.12), (-170, 250, -0.12), (-20, 400, 0.05)))),
    )
    crown = joined(spline([(-240, 260), (-262, 90), (-160, -80), (0, -124, 0), (160, -80), (262, 90), (240, 260)]))
    comb = joined(spline([(-38, 240), (-58, 20), (-40, -146)]), spline([(-40, -146), (0, -180), (40, -146)]), spline([(40, -146), (58, 20), (38, 240)]))
    seams = [swelling_stroke([(x, 220), (x * 1.1, 60), (x * 0.72, -70)], [10, 14, 2]) for x in (-150, 150)]
    brim = joined(spline([(-450, 320), (-260, 240), (0, 214), (260, 240), (450, 320)]), spline([(450, 320), (250, 332), (0, 366), (-250, 332), (-450, 320)]))
    badge = mirrored(spline([(0, 0, -24), (84, -8), (104, 96), (66, 196), (0, 252, 142)]))
    water = swelling_stroke([(480, 160), (460, -140), (270, -370), (30, -430), (-190, -330)], [22, 44, 52, 40, 0])
    drops = [mirrored(spline([(0, -1, 60), (0.5, 0.1), (0, 0.6, 180)])).scale(r).rotate(24).translate(x, y) for x, y, r in ((-262, -310, 36), (-330, -210, 30), (-214, -220, 26), (-390, -310, 24), (-300, -400, 22))]
    return stack(
        fire, second(water, *drops), gleam(shade(water, -4, -14)), dark(crown.offset(12)), main(crown), dark(shade(crown, 66, 0)), light(shade(crown, -22, -12)), dark(*seams, opacity=0.7),
        dark(comb.offset(8)), light(comb), main(shade(comb, 34, 0)), dark(brim.offset(12)), main(brim), light(shade(brim, 0, -24)), dark(shade(brim, 0, 24)), dark(badge.offset(14)), second(badge), light(lights.flame(190).translate(-4, 222)), main(lights.flame(100).translate(-2, 214)),
    )


@symbol(schemes.JASMINE)
def mother_child() -> Drawing:
    """A mother bird and her young on one blossoming branch."""
    bough = swelling_stroke([(-470, 300), (-200, 340), (100, 300), (470, 220)], [40, 32, 26, 10])
    nest_leaves = [flora.leaf(p, a, n, n * 0.48, tone=1) for p, a, n in (((-400, 310), -120, 150), ((-330, 322), 70, 150), ((330, 260), -70, 150), ((250, 280), 60, 150), ((440, 230), 10, 130), ((-120, 334), 80, 130))]
    flowers = [flora.jasmine(100).translate(400, 120), flora.jasmine(84, turn=10).translate(-400, 200), flora.jasmine(70, turn=40).translate(330, 350), flora.jasmine(64, turn=70).translate(-240, 410)]
    mother = birds.perched(270, tones=(1, 2, 3), tail_angle=146).translate(-90, 290)
    child = birds.perched(140, tones=(4, 2, 3), tail_angle=150).mirror_x().translate(250, 256)
    return stack(dark(bough), *nest_leaves, *flowers, mother, child, second(heart_small().translate(170, -150)))


def heart_small() -> Path:
    """The small heart between the two."""
    return mirrored(spline([(0, -26, -66), (33, -52), (62, -22, 90), (0, 62, 138)]))


@symbol(schemes.PEARL)
def pearl_string() -> Drawing:
    """A shell, its pearl, and a string of pearls."""
    def pearl(x: float, y: float, r: float) -> Drawing:
        ball = circle((x, y), r)
        return dark(ball.offset(4)) + light(ball) + main(shade(ball, r * 0.22, r * 0.22), opacity=0.55) + second(circle((x - r * 0.3, y - r * 0.34), r * 0.18), opacity=0.7)
    fan = joined(spline([(0, 120), (-260, 60), (-400, -120, -80), (-300, -330), (0, -430, 0), (300, -330), (400, -120, 80), (260, 60), (0, 120)]))
    grooves = [joined(spline([(0, 110), polar((0, 110), 300, a - 5), polar((0, 110), 560, a - 4.4)]), polyline([polar((0, 110), 560, a - 4.4), polar((0, 110), 560, a + 4.4)]), spline([polar((0, 110), 560, a + 4.4), polar((0, 110), 300, a + 4), (0, 110)])) & fan.offset(-20) for a in range(-164, -10, 22)]
    scallops = union(*(circle(polar((0, -100), 352, a), 84) for a in range(-200, 21, 22)), fan)
    lip = joined(spline([(-330, 40), (-200, 190), (0, 240), (200, 190), (330, 40)]), spline([(330, 40), (200, 110), (0, 130), (-200, 110), (-330, 40)]))
    under = joined(spline([(-340, 40), (-260, 250), (0, 330), (260, 250), (340, 40)]), spline([(340, 40), (180, 190), (0, 220), (-180, 190), (-340, 40)]))
    string = [s.point for s in spline([(-430, 180), (-330, 400), (0, 440), (330, 400), (430, 180)]).every(78)]
    return stack(main(scallops), dark(*grooves), light(*(g.translate(-16, 0) & fan.offset(-20) for g in grooves), opacity=0.5), dark(under), main(shade(under, 0, -40)), light(lip), pearl(0, 40, 104), *(pearl(x, y, 40 - abs(x) * 0.02) for x, y in string))


@symbol(schemes.EARTH)
def ram() -> Drawing:
    """A ram garlanded for the feast."""
    wool = union(*(circle(p, 92) for p in ((-230, -40), (-150, -120), (-30, -150), (90, -140), (180, -90), (200, 20), (130, 90), (0, 110), (-130, 100), (-230, 60), (-260, 10))), ellipse((-20, -20), 230, 150))
    curls = [swelling_stroke([polar((x, y), 46 * (1 - 0.13 * k), a + 70 * k) for k in range(6)], [0, 13, 13, 4]) for x, y, a in ((-200, -40, 200), (-90, -110, 180), (40, -100, 210), (-130, 40, 170), (0, 10, 200), (-30, 90, 190), (110, -10, 220), (-230, 50, 160), (110, 80, 200))]
    legs = [swelling_stroke([(x, 120), (x + d * 0.4, 230), (x + d, 360)], [84, 54, 44]) for x, d in ((-200, -6), (-90, 10), (60, -6), (160, 10))]
    hooves = [polygon([(x + d - 26, 340), (x + d + 26, 340), (x + d + 34, 390), (x + d - 30, 390)]) for x, d in ((-200, -6), (-90, 10), (60, -6), (160, 10))]
    head = joined(spline([(190, -190), (260, -260), (350, -230), (430, -110), (440, -60)]), spline([(440, -60), (390, -30), (320, -60), (260, -70), (190, -110)]))
    horn_spine = [polar((262, -190), 132 * (1 - 0.105 * k), -140 + 52 * k) for k in range(9)]
    horn = swelling_stroke(horn_spine, [40, 62, 58, 46, 30, 6])
    rings_ = [line(polar((262, -190), 132 * (1 - 0.105 * t) - 24, -140 + 52 * t), polar((262, -190), 132 * (1 - 0.105 * t) + 26, -140 + 52 * t), width=10, ends=0.8) for t in (0.6, 1.2, 1.8, 2.4, 3.0, 3.6, 4.3)]
    tail = swelling_stroke([(-300, -30), (-360, 20), (-350, 100)], [70, 80, 40])
    garland = [flora.small_flower(40, turn=30 * k).toned({1: 4}).translate(x, y) for k, (x, y) in enumerate(((150, -180), (136, -112), (150, -40), (190, 24), (250, 60)))]
    ground = joined(spline([(-420, 396), (-200, 372), (40, 384), (400, 392)]), spline([(400, 392), (200, 430), (-200, 430), (-420, 396)]))
    return stack(second(ground), dark(legs[1], legs[3]), main(legs[0], legs[2]), dark(*hooves), dark(tail), light(wool), main(shade(wool, 40, 50), opacity=0.7), main(*curls), main(head), dark(shade(head, -2, 26)), dark(circle((336, -160), 14), swelling_stroke([(424, -84), (410, -72), (396, -74)], [4, 10, 0])), light(shade(head, 4, -16)), second(horn), shadow(*(r & horn for r in rings_)), gleam(shade(horn, -8, -12)), *garland)


@symbol(schemes.SAND)
def caravan() -> Drawing:
    """Camels that cross the dunes towards the pool of Ghadir."""
    def camel() -> Drawing:
        torso = joined(spline([(-200, 20), (-190, -90), (-110, -120), (-30, -220), (50, -120), (140, -90), (180, 0)]), spline([(180, 0), (150, 80), (20, 96), (-120, 84), (-200, 20)]))
        neck = swelling_stroke([(150, -10), (250, 40), (300, -60), (310, -190)], [130, 96, 70, 58])
        head = joined(spline([(286, -190), (290, -240), (340, -256), (420, -216), (430, -180)]), spline([(430, -180), (380, -166), (330, -160), (286, -190)]))
        ear = spline([(296, -230), (286, -276), (322, -252)]).closed()
        near = [swelling_stroke([(x, 50), (x + d, 190), (x + d * 0.4, 340)], [74, 40, 32]) for x, d in ((-140, -26), (126, 24))]
        far = [swelling_stroke([(x, 50), (x + d, 190), (x + d * 1.4, 330)], [66, 38, 30]) for x, d in ((-100, 34), (80, -30))]
        tail = swelling_stroke([(-196, -20), (-240, 60), (-226, 140)], [18, 14, 20])
        cloth = joined(spline([(-112, -122), (-30, -222), (54, -122)]), spline([(54, -122), (66, -60), (60, 0)]), spline([(60, 0), (-30, 24), (-122, 0)]), spline([(-122, 0), (-126, -60), (-112, -122)]))
        stripes = [joined(spline([(-134, -86), (-30, -62), (84, -86)]), spline([(84, -66), (-30, -42), (-136, -66), (-134, -86)])) & cloth]
        fringe = [taper((x, 4), (x, 44), width=14) for x in range(-108, 60, 27)]
        whole = union(torso, neck, head, *near)
        return stack(dark(*far, tail), main(ear, whole), dark(shade(torso, 6, 40)), light(shade(neck, -12, 0) - torso, shade(head, 0, -12)), second(cloth, *fringe), light(*stripes), shadow(shade(cloth, 40, 0)), dark(circle((336, -216), 9)), light(*(lights.khatam(16).translate(x, -20) for x in (-76, -30, 16))))
    dunes = [
        joined(spline([(-560, 190), (-250, 110), (80, 190), (330, 120), (560, 180)]), polyline([(560, 180), (560, 440), (-560, 440)])),
        joined(spline([(-560, 330), (-200, 290), (150, 350), (560, 280)]), polyline([(560, 280), (560, 440), (-560, 440)])),
    ]
    frame = circle((0, 0), 470)
    scene = stack(
        second(*(b.translate(60, -170) for b in lights.beams(150, 560, 24, width=0.4))), second(circle((60, -170), 126)), light(dunes[0]), main(dunes[0] & dunes[0].translate(0, 40), opacity=0.5),
        camel().scale(0.36).translate(330, 70), camel().scale(0.48).translate(90, 100), camel().scale(0.68).translate(-240, 120), main(dunes[1]), dark(shade(dunes[1], 0, -16)), dark(line((-300, 370), (-60, 352), (140, 392), width=14), line((60, 420), (240, 372), (400, 360), width=12), opacity=0.6),
    )
    return scene.inside(frame)


@symbol(schemes.SAND)
def walkers_road() -> Drawing:
    """Walkers from behind, with standards, on the road to a golden dome."""
    plain = ellipse((0, 256), 480, 196)
    road = joined(spline([(-16, 62), (-50, 150), (-250, 450)]), polyline([(-250, 450), (250, 450)]), spline([(250, 450), (50, 150), (16, 62)])) & plain
    cover = mirrored(spline([(0, -216, 60), (36, -176), (104, -96), (112, -50, 90), (100, 0, 104)]))
    towers = [union(polygon([(x - 13, 64), (x - 9, -190), (x + 9, -190), (x + 13, 64)]), rectangle(x - 18, -150, 36, 14), rectangle(x - 17, -196, 34, 12), mirrored(spline([(x, -250, 60), (x + 12, -216), (x, -196, 180)]), x)) for x in (-190, 190)]
    pennant = joined(spline([(4, -330), (50, -344), (98, -322)]), spline([(98, -286), (50, -302), (4, -284)]))
    folk = ((-20, 150, 1.0, woman()), (34, 156, 1.04, man(pack=True)), (-92, 246, 1.66, man()), (70, 256, 1.7, woman()), (-250, 400, 2.9, man(pack=True)), (-96, 410, 2.5, woman()), (216, 416, 2.9, woman()), (86, 404, 1.5, man()))
    staffs, cloths = [], []
    for x, y, size, side in ((-250, 400, 2.6, -1), (216, 416, 2.5, 1)):
        staff, cloth = banner(tall=176, length=62, side=side)
        staffs.append(staff.scale(size).translate(x, y))
        cloths.append(cloth.scale(size).translate(x, y))
    return stack(
        light(*towers), main(cover), light(shade(cover, -26, -6)), dark(shade(cover, 60, 0), opacity=0.45), light(rectangle(-98, 0, 196, 24)), main(rectangle(-240, 20, 480, 52)),
        dark(*(mirrored(spline([(x, 30, 40), (x + 14, 46), (x + 14, 72), (x, 72, 180)]), x) for x in range(-210, 211, 42))),
        dark(rectangle(-4, -336, 8, 130)), second(pennant), main(plain), dark(shade(plain, 0, 26), opacity=0.3), light(road),
        dark(*staffs), second(*cloths), *(dark(who.scale(size).translate(x, y)) for x, y, size, who in folk),
    )  # fmt: skip


@symbol(schemes.MOON)
def palm_grove_night() -> Drawing:
    """A palm grove at night, a lamp by the well."""
    frame = circle((0, 0), 470)
    def tree(x: float, y: float, h: float) -> Drawing:
        trunk = taper((x, y), (x + h * 0.04, y - h * 0.5), (x - h * 0.02, y - h), width=h * 0.09, tip=0.6)
        head = (x - h * 0.02, y - h)
        lit_ = [flora.blade_leaf(h * 0.42, h * 0.055, 0.24).rotate(a).translate(*head) for a in (-206, -178, -150, -122, -98)]
        shaded_ = [flora.blade_leaf(h * 0.42, h * 0.055, -0.24).rotate(a).translate(*head) for a in (-78, -56, -30, -4, 26)]
        return second(trunk, *shaded_) + second(*lit_) + shadow(*shaded_, shade(trunk, h * 0.02, 0))
    ground = joined(spline([(-560, 250), (-200, 220), (100, 250), (560, 220)]), polyline([(560, 220), (560, 560), (-560, 560)]))
    well = union(rectangle(60, 250, 190, 120, 8), ellipse((155, 250), 95, 22))
    stones = [rectangle(x, y, 52, 26, 5) for x, y in ((66, 276), (126, 276), (186, 276), (90, 312), (150, 312), (66, 344), (126, 344), (186, 344))]
    gallows = [rectangle(64, 110, 14, 150), rectangle(232, 110, 14, 150), rectangle(56, 104, 198, 16, 6)]
    lamp = stack(*(main(b.translate(-110, 310)) for b in lights.beams(70, 120, 16, width=0.34)), main(mirrored(spline([(0, -52, 0), (20, -40), (40, 0, 90), (20, 40), (0, 44, 180)])).translate(-110, 310)), light(lights.flame(56).translate(-110, 330)), second(rectangle(-146, 348, 72, 18, 6), rectangle(-126, 246, 32, 16, 6)))
    stars_ = [lights.four_star((x, y), s) for x, y, s in ((-60, -330, 40), (160, -380, 26), (-250, -240, 24), (60, -200, 22), (300, -240, 30), (-160, -400, 18), (230, -110, 18), (-20, -90, 18))]
    return stack(dark(frame), main(*stars_), tree(-170, 256, 330), tree(250, 250, 400), tree(-290, 280, 470), tree(370, 270, 300), second(ground), shadow(ground & ground.translate(0, 90)), dark(ellipse((155, 250), 95, 22)), second(well), shadow(shade(well, 50, 0)), dark(*stones, opacity=0.7), dark(ellipse((155, 252), 76, 14)), dark(*gallows), lamp).inside(frame)


@symbol(schemes.SPRING)
def wheel_path() -> Drawing:
    """A wheelchair's wheel that rises like a sun over an open road."""
    hub = (0, -60)
    tyre = minus(circle(hub, 330), circle(hub, 292))
    hand_rim = minus(circle(hub, 262), circle(hub, 246))
    spokes = [rectangle(-6, -292, 12, 240).rotate(20 * k).translate(*hub) for k in range(18)]
    rays = [flora.leaf(polar(hub, 350, a), a, 130 if k % 2 else 100, 56, bend=0) for k, a in enumerate(range(-190, 11, 20))]
    hills = joined(spline([(-500, 200), (-260, 120), (0, 190), (260, 110), (500, 190)]), polyline([(500, 190), (500, 420), (-500, 420)]))
    road = joined(spline([(-30, 170), (-70, 250), (-220, 420)]), polyline([(-220, 420), (240, 420)]), spline([(240, 420), (80, 250), (34, 170)]))
    dashes = [polygon([(-w + 4, y), (w + 4, y), (w * 1.3 + 6, y + h), (-w * 1.3 + 6, y + h)]) for y, w, h in ((196, 5, 24), (244, 8, 36), (310, 12, 50), (388, 16, 32))]
    return stack(*rays, second(circle(hub, 310)), light(circle(hub, 262), opacity=0.5), light(*spokes), dark(tyre), main(minus(circle(hub, 322), circle(hub, 306))), dark(hand_rim), dark(circle(hub, 62)), light(circle(hub, 44)), dark(lights.khatam(28).translate(*hub)), main(hills), dark(shade(hills, 0, -20)), dark(road), light(*dashes))


@symbol(schemes.BALLOT)
def ribbons() -> Drawing:
    """Three ribbons that rise from one knot, cross and part: abstract, without a flag's shape."""
    strands = [
        ([(-430, 420), (-200, 250), (-190, 0), (40, -110), (110, -330), (330, -440)], second, shadow),
        ([(-430, 420), (-90, 330), (20, 110), (-30, -80), (180, -220), (430, -250)], light, None),
        ([(-430, 420), (-40, 400), (170, 250), (190, 40), (330, -70), (460, -60)], main, shadow),
    ]
    drawn = []
    for knots, sheet, _ in strands:
        body = swelling_stroke(knots, [10, 70, 104, 112, 100, 40])
        inner = swelling_stroke(knots, [0, 12, 18, 16, 10, 0])
        drawn.append(sheet(body) + dark(shade(body, 20, 16), opacity=0.3) + light(inner.translate(-18, -16), opacity=0.5))
    return stack(*drawn, dark(circle((-420, 412), 40)), second(circle((-420, 412), 24)))


def _open_hand() -> Drawing:
    """A small open hand with spread fingers, its wrist at the origin, pointing up."""
    fingers = [swelling_stroke([(0, -30), *(polar((0, -20), r, -90 + a) for r in (80, reach))], [34, 30, 20]) for a, reach in ((-30, 136), (-10, 152), (10, 150), (30, 132))]
    thumb = swelling_stroke([(10, -10), (60, -40), (96, -86)], [36, 30, 20])
    return light(union(circle((0, -30), 44), thumb, *fingers))


@symbol(schemes.INK)
def wheelchair_kite() -> Drawing:
    """Someone in a wheelchair who flies a kite, both arms raised."""
    hub, caster = (-70.0, 220.0), (214.0, 366.0)
    tyre, rim = minus(circle(hub, 204), circle(hub, 172)), minus(circle(hub, 160), circle(hub, 148))
    spokes = [rectangle(-5, -170, 10, 340).rotate(30 * k).translate(*hub) for k in range(6)]
    frame = [
        swelling_stroke([(-262, -216), (-214, -206), (-190, 40)], [30, 28, 28]),
        swelling_stroke([(-200, 66), (0, 84), (150, 84)], [34, 40, 34]),
        swelling_stroke([(140, 84), (196, 230), (214, 366)], [26, 26, 24]),
        swelling_stroke([(176, 300), (240, 326), (320, 318)], [22, 26, 26]),
    ]
    torso = swelling_stroke([(-120, 44), (-116, -90), (-70, -226)], [140, 150, 128])
    thigh = swelling_stroke([(-130, 40), (10, 6), (160, 26)], [112, 112, 86])
    shin = swelling_stroke([(158, 24), (190, 140), (238, 276)], [84, 72, 52])
    shoe = swelling_stroke([(226, 282), (280, 292), (340, 290)], [54, 52, 30])
    right = swelling_stroke([(-40, -216), (110, -270), (184, -420)], [78, 66, 38])
    left = swelling_stroke([(-110, -216), (-236, -300), (-286, -450)], [78, 66, 38])
    palms = [_open_hand().at(186, -424, 0.62, 22), _open_hand().at(-288, -452, 0.62, -14)]
    head = circle((-46, -350), 84)
    hair = head & half_plane(y=-350).translate(0, -84).mirror((0, -350), (1, -350))
    string = line((186, -432), (300, -470), (392, -560), width=7, ends=0.8)
    kite = polygon([(392, -730), (492, -600), (392, -420), (312, -590)])
    tail = swelling_stroke([(392, -420), (430, -360), (380, -310), (420, -250)], [6, 10, 10, 4])
    bows = [polygon([(x, y), (x - 34, y - 20), (x - 34, y + 20)]) + polygon([(x, y), (x + 34, y - 20), (x + 34, y + 20)]) for x, y in ((424, -366), (386, -310))]
    return stack(
        light(string), second(kite), shadow(kite & half_plane(x=392)), gleam(kite & half_plane(y=-600).mirror((0, -600), (1, -600)) - half_plane(x=392)), second(tail), light(*bows),
        main(left), dark(*frame[:1]), dark(minus(circle(caster, 56), circle(caster, 22))), dark(*frame[1:]),
        light(thigh.offset(9), shin.offset(9), shoe.offset(9)), dark(shoe, thigh, shin), main(torso), dark(shade(torso, -40, 6), opacity=0.45), light(shade(torso, 16, 0), opacity=0.7),
        light(head), dark(hair.rotate(-24, (-46, -350))), main(right), light(shade(right, 4, -14), shade(left, -10, -10), opacity=0.7), *palms,
        dark(tyre), light(minus(circle(hub, 204), circle(hub, 196))), light(*spokes, opacity=0.75), light(rim), second(circle(hub, 34)), dark(circle(hub, 14)),
    )


@symbol(schemes.EARTH)
def bricklayer() -> Drawing:
    """A bricklayer in a helmet sets a brick on a wall; further on the wall is the town's skyline."""
    wall = rectangle(-560, 170, 1260, 330)
    town = union(rectangle(320, -20, 116, 200), rectangle(426, -210, 124, 390), rectangle(540, 30, 160, 150), rectangle(594, -90, 106, 260), rectangle(466, -280, 44, 80))
    region = wall | town
    bricks = []
    for row in range(10):
        y = 422 - row * 78
        for k in range(-4, 6):
            x = k * 164.0 + (82 if row % 2 else 0)
            brick = tidy(rectangle(x - 77, y, 154, 70, 6) & region, 500)
            if brick:
                bricks.append((dark if (3 * row + 2 * k) % 5 == 0 else main)(brick) + light(tidy(rectangle(x - 70, y + 6, 140, 9) & brick), opacity=0.6))
    windows = [rectangle(x, y, 24, 36, 4) for x, y in ((348, 18), (388, 18), (348, 90), (388, 90), (456, -166), (496, -166), (456, -90), (496, -90), (456, -14), (496, -14), (570, 70), (620, -50), (656, -50), (620, 22), (656, 22))]
    shirt = joined(spline([(-470, 172), (-452, -60), (-330, -160), (-170, -186)]), spline([(-170, -186), (0, -160), (60, -80), (76, 60), (70, 172)]), polyline([(70, 172), (-470, 172)]))
    bib = joined(polyline([(-352, 172)]), spline([(-352, 172), (-330, 40), (-286, -12)]), spline([(-286, -12), (-150, 4), (-34, -16)]), spline([(-34, -16), (-14, 60), (-4, 172)]), polyline([(-4, 172), (-352, 172)]))
    straps = [swelling_stroke([(-280, -6), (-292, -90), (-286, -168)], [44, 40, 40]), swelling_stroke([(-44, -8), (-36, -80), (-52, -166)], [44, 40, 40])]
    pocket = rounded([(-236, 50), (-96, 50), (-104, 144), (-228, 144)], 18)
    neck = rectangle(-222, -270, 108, 120, 30)
    face = joined(spline([(-264, -400), (-268, -300), (-214, -232), (-150, -226)]), spline([(-150, -226), (-92, -240), (-66, -300), (-62, -400)]), polyline([(-62, -400), (-264, -400)]))
    ear = circle((-264, -330), 26)
    beard = joined(spline([(-262, -320), (-214, -286), (-130, -282), (-72, -312)]), spline([(-72, -312), (-92, -244), (-150, -222)]), spline([(-150, -222), (-224, -236), (-262, -320)]))
    dome = joined(spline([(-292, -396), (-284, -520), (-164, -566), (-40, -516), (-26, -396)]), polyline([(-26, -396), (-292, -396)]))
    brim = joined(spline([(-306, -404), (-150, -424), (14, -404)]), spline([(14, -404), (26, -380), (2, -366)]), spline([(2, -366), (-150, -388), (-300, -372)]), spline([(-300, -372), (-318, -388), (-306, -404)]))
    ridge = swelling_stroke([(-170, -400), (-176, -490), (-164, -576)], [38, 46, 34])
    held = rectangle(92, 78, 214, 92, 10)
    mortar = joined(polyline([(-120, 172)]), spline([(-120, 172), (20, 146), (180, 160), (330, 172)]))
    upper = [swelling_stroke([(20, -80), (84, 20), (110, 70)], [120, 112, 96]), swelling_stroke([(-420, -60), (-470, 40), (-452, 110)], [120, 110, 94])]
    fore = [swelling_stroke([(108, 60), (140, 76), (196, 84)], [84, 76, 66]), swelling_stroke([(-452, 100), (-420, 150), (-350, 150)], [82, 74, 62])]
    rolls = [swelling_stroke([(64, 88), (112, 66), (160, 30)], [26, 32, 26]), swelling_stroke([(-504, 108), (-452, 122), (-402, 104)], [26, 32, 26])]
    fingers = [hands.finger((176 + 34 * k, 64 + 4 * k), (196 + 34 * k, 92), (194 + 32 * k, 136), width=40, tip=0.82) for k in range(3)]
    grasp = rounded([(-374, 118), (-290, 118), (-286, 176), (-374, 182)], 24)
    blade = joined(polyline([(-262, 128)]), spline([(-262, 128), (-160, 134), (-60, 168)]), polyline([(-60, 168), (-262, 172)]))
    handle = swelling_stroke([(-384, 150), (-320, 148), (-258, 150)], [26, 24, 16])
    helmet = stack(dark(union(dome, brim, ridge).offset(9, join="round")), light(dome), main(shade(dome, 56, 0), opacity=0.5), light(ridge), dark(shade(ridge, 10, 0), opacity=0.35), light(brim), main(shade(brim, 0, 10), opacity=0.6)).translate(0, 44)
    head = stack(dark(union(face, ear).offset(8)), light(face, ear), main(shade(face, 46, 0), opacity=0.55), dark(beard, opacity=0.75), helmet)
    return stack(
        dark(shirt.offset(9)), main(shirt), dark(shade(shirt, 40, 0), opacity=0.5), second(*straps), second(bib), shadow(shade(bib, 40, 0)), gleam(shade(bib, -10, -6)), dark(pocket, opacity=0.5), light(*(circle((x, -10), 13) for x in (-280, -44))),
        dark(neck.offset(8)), light(neck), main(neck & half_plane(y=-214), opacity=0.6), head.rotate(7, (-160, -230)),
        second(region), *bricks, light(*windows), light(mortar), dark(blade.offset(7)), gleam(blade), light(shade(blade, 0, -10)), dark(handle.offset(6)), second(handle),
        dark(held.offset(7)), main(held), dark(shade(held, 0, 24), opacity=0.5), light(rectangle(104, 88, 190, 11, 5)),
        *(dark(u.offset(8)) + main(u) + dark(shade(u, 26, 0), opacity=0.45) for u in upper), *(dark(f.offset(8)) + light(f) + main(shade(f, 0, 18), opacity=0.5) for f in fore), dark(grasp.offset(7)), light(grasp), main(shade(grasp, 8, 14), opacity=0.5),
        dark(*(f.offset(6) for f in fingers)), light(*fingers), dark(*(r.offset(6) for r in rolls)), main(*rolls), light(*(shade(r, -4, -7) for r in rolls), opacity=0.5),
    )


@symbol(schemes.STEEL)
def quake_house() -> Drawing:
    """A seismograph's trace that becomes the roof and walls of a house with a strong frame."""
    trace = [(-500, 80), (-440, 80), (-418, 30), (-392, 150), (-360, -60), (-326, 230), (-288, -170), (-250, 300), (-206, 40)]
    roof = [(-206, 40), (130, -300), (466, 40)]
    pen = union(polyline([*trace, *roof]).stroke(40, cap="round", join="round"), polyline([(440, 20), (500, 80), (560, 80)]).stroke(40, cap="round", join="round"))
    eave = polygon([(-150, 34), (130, -250), (410, 34)])
    posts = [rectangle(x, 30, 52, 380) for x in (-150, 104, 358)]
    beams = [rectangle(-150, 30, 560, 46), rectangle(-150, 226, 560, 34), rectangle(-176, 396, 612, 44, 8)]
    wall = rectangle(-130, 40, 520, 370)
    braces = [polyline([(-110, 230), (118, 70)]).stroke(24), polyline([(370, 230), (142, 70)]).stroke(24)]
    pane = rectangle(200, 282, 120, 92, 6)
    door = rectangle(-70, 276, 120, 124, 6)
    lattice = [rectangle(255, 282, 10, 92), rectangle(200, 323, 120, 10)]
    hearth = circle((130, -70), 62)
    return stack(
        dark(wall), dark(eave), main(*braces), main(*posts, *beams), light(*(rectangle(x, 30, 14, 370) for x in (-150, 104, 358)), *(rectangle(-150, y, 560, 10) for y in (30, 226))),
        light(pane, door), dark(*lattice), main(circle((28, 340), 9)), light(hearth), dark(rectangle(125, -134, 10, 130), rectangle(66, -75, 130, 10)), second(pen),
    )


@symbol(schemes.HELMET)
def firefighter() -> Drawing:
    """A firefighter's helmet and visor from the front, the fire mirrored in the glass."""
    coat = joined(polyline([(-480, 520)]), spline([(-480, 520), (-450, 380), (-330, 320), (-190, 290)]), polyline([(-190, 290), (190, 290)]), spline([(190, 290), (330, 320), (450, 380), (480, 520)]))
    collar = joined(polyline([(-230, 380)]), spline([(-230, 380), (-236, 280), (-200, 200)]), polyline([(-200, 200), (200, 200)]), spline([(200, 200), (236, 280), (230, 380)]), spline([(230, 380), (0, 430), (-230, 380)]))
    stripes = [swelling_stroke([(s * 200, 430), (s * 320, 410), (s * 460, 470)], [34, 36, 38]) & coat for s in (-1, 1)]
    hood = joined(polyline([(-262, -120)]), spline([(-262, -120), (-270, 120), (-190, 320)]), polyline([(-190, 320), (190, 320)]), spline([(190, 320), (270, 120), (262, -120)]))
    glass = mirrored(spline([(0, -160, 0), (210, -146), (244, -60, 90), (196, 120), (110, 190), (0, 200, 180)]))
    pane = glass.offset(-24, join="round")
    base = pane & half_plane(y=-120)
    tongues = [(-112, 330, 0.1, 0.86), (6, 250, -0.1, 0.9), (116, 310, -0.12, 0.86)]
    outer, inner = (
        [lights.flame(size * h, lean=lean).scale(wide, 1).translate(x, 216) & base for x, h, lean, wide in tongues] for size in (1.0, 0.6)
    )
    fire = second(*(f.offset(9, join="round") & base for f in outer)) + main(*outer) + light(*inner)
    mask = joined(polyline([(-120, 150)]), spline([(-120, 150), (0, 120), (120, 150)]), spline([(120, 150), (110, 270), (60, 330)]), polyline([(60, 330), (-60, 330)]), spline([(-60, 330), (-110, 270), (-120, 150)]))
    valve = [circle((0, 236), r) for r in (66, 48, 20)]
    shell_ = mirrored(spline([(0, -520, 0), (180, -490), (282, -340), (300, -150, 90), (0, -150, 180)]))
    brim = joined(polyline([(-372, -96)]), spline([(-372, -96), (-330, -190), (0, -236, 0), (330, -190), (372, -96)]), spline([(372, -96), (200, -150), (0, -160, 180), (-200, -150), (-372, -96)]))
    comb = mirrored(spline([(0, -556, 0), (40, -540), (46, -380), (36, -250), (0, -236, 180)]))
    ridges = [swelling_stroke([(s * 90, -500), (s * 176, -380), (s * 186, -226)], [8, 14, 16]) for s in (-1, 1)]
    plate = mirrored(spline([(0, -396, 0), (84, -380), (90, -300), (0, -214, 130)]))
    return stack(
        dark(coat), light(*stripes), main(collar), dark(shade(collar, 60, 0), opacity=0.5), light(swelling_stroke([(-150, 340), (0, 372), (150, 340)], [16, 22, 16])), dark(hood),
        main(glass), dark(shade(glass, 14, 0), opacity=0.5), dark(pane), fire, gleam(*(swelling_stroke(k, [0, w, 0]) for k, w in (([(-200, 60), (-200, -50), (-150, -104)], 22), ([(196, 70), (204, -10), (190, -60)], 14)))),
        second(mask.offset(10)), dark(mask), gleam(shade(mask, -14, -8)), second(valve[0]), main(valve[1]), dark(valve[2], *(rectangle(-5, 192, 10, 88).rotate(60 * k, (0, 236)) for k in range(3))),
        dark(shell_.offset(8)), main(shell_), dark(shade(shell_, 60, 0), opacity=0.55), light(shade(shell_, -22, -10), opacity=0.8), dark(*ridges, opacity=0.6), light(comb), dark(shade(comb, 20, 0), opacity=0.5),
        dark(plate.offset(10)), light(plate), main(lights.flame(120).translate(0, -246)), dark(brim.translate(0, 14)), main(brim), light(shade(brim, 0, -13)),
    )
