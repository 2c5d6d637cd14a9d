"""What a town does together: it takes counsel, keeps office hours, builds, serves."""

from __future__ import annotations

from art.drawing import (
    Drawing,
    Tone,
    dark,
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
from art.parts import schemes
from art.parts.building import shell
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


def house(x: float, base: float, width: float, height: float, tones: tuple[Tone, Tone] = (1, 3), *, gable: float = 0.0) -> Drawing:
    """A house that stands on `base`, lit from the left: its wall, its shadow side, a door and windows."""
    wall_tone, open_tone = tones
    top = base - height
    wall = rectangle(x, top, width, height)
    roof = polygon([(x - 0.08 * width, top), (x + width / 2, top - gable), (x + 1.08 * width, top)]) if gable else rectangle(x - 0.05 * width, top - 0.06 * height, 1.1 * width, 0.1 * height)
    arched = [union(rectangle(x + at * width, top + 0.34 * height, 0.17 * width, 0.24 * height), circle((x + (at + 0.085) * width, top + 0.34 * height), 0.085 * width)) for at in (0.16, 0.62)]
    door = union(rectangle(x + 0.4 * width, base - 0.3 * height, 0.2 * width, 0.3 * height), circle((x + 0.5 * width, base - 0.3 * height), 0.1 * width))
    return stack(
        paper(wall_tone, wall), paper(3, rectangle(x + 0.72 * width, top, 0.28 * width, height), opacity=0.28),
        paper(open_tone, *arched, door), paper(3, roof) if gable else paper(open_tone, roof),
    )


def round_tree(x: float, base: float, height: float, tones: tuple[Tone, Tone] = (4, 3)) -> Drawing:
    """A tree with a round crown."""
    crown_tone, trunk_tone = tones
    r = 0.34 * height
    crown = union(circle((x, base - 0.66 * height), r), circle((x - 0.7 * r, base - 0.52 * height), 0.62 * r), circle((x + 0.72 * r, base - 0.54 * height), 0.6 * r))
    return stack(paper(trunk_tone, rectangle(x - 0.05 * height, base - 0.4 * height, 0.1 * height, 0.4 * height)), paper(crown_tone, crown), shadow(shade(crown, 0.3 * r, 0.16 * r)))


def poplar(x: float, base: float, height: float, tones: tuple[Tone, Tone] = (4, 3)) -> Drawing:
    """A slim poplar."""
    crown_tone, trunk_tone = tones
    crown = mirrored(spline([(x, base - height, 58), (x + 0.13 * height, base - 0.45 * height, 94), (x, base - 0.1 * height, 180)]), x)
    return stack(paper(trunk_tone, rectangle(x - 0.02 * height, base - 0.14 * height, 0.04 * height, 0.14 * height)), paper(crown_tone, crown), shadow(crown & half_plane(x=x)))


def sitting(x: float, y: float, size: float, coat: Tone, *, scarf: Tone | None = None, bearded: bool = False) -> Drawing:
    """Someone who sits behind a table whose edge is at y: head and shoulders, without features."""
    def at(*knots: tuple[float, ...]) -> Path:
        return spline([(k[0] * size, k[1] * size, *k[2:]) for k in knots])  # type: ignore[misc]
    body = mirrored(joined(at((0, -1.28, 0), (0.5, -1.2, 14), (0.98, -0.72, 74), (1.08, 0.1, 90)), polyline([(1.08 * size, 0.1 * size), (0, 0.1 * size)]), closed=False))
    neck = rectangle(-0.2 * size, -1.6 * size, 0.4 * size, 0.5 * size, 0.1 * size)
    collar = polygon([(-0.3 * size, -1.3 * size), (0, -0.86 * size), (0.3 * size, -1.3 * size)])
    face = ellipse((0, -1.86 * size), 0.44 * size, 0.52 * size)
    body_parts = stack(paper(3, body.offset(0.05 * size)), paper(coat, body), paper(3, shade(body, 0.26 * size, 0.0), opacity=0.3))
    if scarf:
        hood = mirrored(at((0, -2.5, 0), (0.56, -2.1), (0.6, -1.6), (0.78, -1.06, 52), (0.3, -0.72), (0, -0.62, 180)))
        head = stack(paper(3, hood.offset(0.05 * size)), paper(scarf, hood), paper(3, shade(hood, 0.2 * size, 0), opacity=0.25), light(face.scale(0.86, 0.86, (0, -1.8 * size))))
    else:
        cap = joined(at((-0.48, -1.82), (-0.5, -2.22), (-0.1, -2.5), (0.36, -2.36), (0.5, -2.0), (0.48, -1.82)), at((0.48, -1.82), (0.3, -2.1), (-0.1, -2.14), (-0.36, -2.04), (-0.48, -1.82)))
        chin = [joined(at((-0.44, -1.84), (-0.4, -1.4), (0, -1.2), (0.4, -1.4), (0.44, -1.84)), at((0.44, -1.84), (0.26, -1.64), (0, -1.62), (-0.26, -1.64), (-0.44, -1.84)))] if bearded else []
        head = stack(light(neck, collar), paper(3, shade(neck, 0, 0.3 * size), opacity=0.25), light(face), dark(cap), dark(*chin))
    return stack(body_parts, head).translate(x, y)


@symbol(schemes.TURQUOISE)
def council_table() -> Drawing:
    """Five people who take counsel at a round table on which a small town stands."""
    table = ellipse((0, 260), 490, 176)
    edge = union(table, table.translate(0, 48))
    inner = ellipse((0, 252), 446, 148)
    papers = [polygon([(x - 56, y), (x + 44, y - 6), (x + 58, y + 42), (x - 50, y + 48)]) for x, y in ((-306, 196), (298, 196), (-216, 324), (236, 324))]
    ground = ellipse((0, 274), 226, 66)
    town = stack(
        dark(ground, opacity=0.9), poplar(-166, 270, 200), poplar(172, 272, 180),
        house(-140, 278, 92, 104, (2, 3)), house(64, 278, 96, 116, (2, 3)),
        light(rectangle(-58, 128, 116, 146)), paper(4, shell(58, 90).translate(0, 130)), shadow(shell(58, 90).translate(0, 130) & half_plane(x=0)),
        dark(union(rectangle(-24, 204, 48, 72), circle((0, 204), 24))), main(circle((0, 34), 10)),
        house(-86, 304, 70, 64, (1, 3)), house(22, 306, 74, 60, (1, 3)), round_tree(-118, 308, 72), round_tree(126, 306, 78),
    )
    people = stack(
        sitting(-214, 136, 150, 1, scarf=4), sitting(216, 136, 150, 3, bearded=True), sitting(0, 108, 156, 4),
        sitting(-390, 270, 160, 3), sitting(392, 270, 160, 4, scarf=1),
    )
    lines = [line((x - 34, y + d), (x + 34, y + d - 3), width=5, ends=0.9) for x, y in (each.box.center for each in papers) for d in (-8, 8)]
    return stack(
        people, dark(edge.offset(8)), main(edge), dark(shade(edge, 0, 48), opacity=0.55), light(inner, opacity=0.32),
        light(*papers), dark(*lines, opacity=0.6), town,
    )


@symbol(schemes.INK)
def desk_lamp_town() -> Drawing:
    """A desk lamp, lit, over a small town that stands on folders of work."""
    mouth = ((-330, -210), (66, -330))
    cone = polygon([mouth[0], mouth[1], (330, 330), (-470, 330)])
    shade_ = joined(polyline([mouth[0]]), spline([mouth[0], (-260, -400), (-96, -490)]), polyline([(-96, -490), (-30, -510)]), spline([(-30, -510), (60, -450), mouth[1]]))
    rim = swelling_stroke([mouth[0], (-132, -244), mouth[1]], [16, 40, 16])
    bulb = circle((-128, -262), 62)
    joints = [circle((-40, -520), 40), circle((380, -270), 44), circle((330, 330), 40)]
    arms = [polyline([(-40, -520), (380, -270)]).stroke(34, cap="round"), polyline([(380, -270), (330, 340)]).stroke(36, cap="round")]
    foot = joined(polyline([(200, 400)]), spline([(200, 400), (230, 336), (330, 322), (430, 336), (460, 400)]))
    folders = [(rectangle(-480 + d, y, 640, 42, 8), t) for y, d, t in ((400, 0, 3), (366, 18, 1), (336, -4, 4))]
    tabs = [(rectangle(x, y, 120, 22, 6), t) for x, y, t in ((-440, 386, 3), (-60, 352, 1), (-390, 322, 4))]
    town = stack(
        poplar(-396, 324, 236, (4, 3)), poplar(104, 324, 210, (4, 3)), house(-362, 324, 104, 150, (1, 3), gable=62), house(-258, 324, 92, 206, (4, 2)),
        second(rectangle(-160, 196, 150, 128)), paper(1, shell(74, 116).translate(-85, 198)), shadow(shell(74, 116).translate(-85, 198) & half_plane(x=-85)), dark(union(rectangle(-110, 250, 50, 74), circle((-85, 250), 25))), dark(circle((-85, 74), 9)),
        house(-6, 324, 96, 128, (1, 3), gable=54), round_tree(-176, 324, 96), round_tree(20, 326, 80),
    )
    return stack(
        light(cone, opacity=0.9), light(ellipse((-70, 330), 410, 34), opacity=0.9), *(paper(t, p) for p, t in (*reversed(tabs), *reversed(folders))),  # type: ignore[arg-type]
        light(*(rectangle(-440 + d, y + 17, 560, 7, 3) for y, d in ((400, 0), (366, 18), (336, -4))), opacity=0.5), town,
        dark(*arms), second(*joints), dark(*(circle(j.box.center, 15) for j in joints)), second(foot), shadow(shade(foot, 50, 0)), dark(rectangle(186, 396, 288, 46, 10)),
        light(bulb), main(shade_), dark(shade(shade_, 70, 6), opacity=0.5), light(shade(shade_, -26, -10), opacity=0.8), dark(rim),
    )


def pencil(length: float, width: float) -> Drawing:
    """A pencil that lies to the right of its tip, which is the origin."""
    half, cone = width / 2, 1.15 * width
    wood = polygon([(0, 0), (cone, -half), (cone, half)])
    bites = [(cone, -half), (cone - 0.2 * width, -half / 2), (cone, -half / 6), (cone - 0.2 * width, half / 6), (cone, half / 2)]
    shaft = joined(polyline([*bites, (cone, half), (length, half), (length, -half)]))
    bands = [rectangle(cone, -half + k * width / 3, length - cone, width / 3) for k in range(3)]
    ferrule, rubber = rectangle(length - 0.1 * width, -half, 0.5 * width, width), rectangle(length + 0.4 * width, -half, 0.55 * width, width, 0.2 * width)
    return stack(
        light(wood), dark(wood & half_plane(y=0), opacity=0.25), dark(polygon([(0, 0), (0.34 * cone, -0.34 * half), (0.34 * cone, 0.34 * half)])), main(shaft), light(bands[0], opacity=0.6), dark(bands[2], opacity=0.5),
        light(ferrule), dark(*(rectangle(length + d * width, -half, 0.06 * width, width) for d in (0.0, 0.16)), opacity=0.6), second(rubber),
    )


@symbol(schemes.STEEL)
def pencil_bridge() -> Drawing:
    """A pencil draws a bridge: its lines on the left are built of stone on the right, and the town crosses it."""
    deck, water, built = 20.0, 330.0, -60.0
    def opening(cx: float, w: float) -> Path:
        return union(rectangle(cx - w, 190, 2 * w, 400), mirrored(spline([(0, 60, 30), (0.7 * w, 116), (w, 196, 90), (0, 196, 180)])).translate(cx, 0))
    arches = [opening(x, 104) for x in (-330, -60, 210, 480)]
    mass = joined(spline([(-500, deck + 30), (0, deck - 24), (500, deck + 30)]), polyline([(500, deck + 30), (500, water + 20), (-500, water + 20)]))
    stone = minus(mass, *arches)
    solid, drawn = stone & half_plane(x=built), stone - half_plane(x=built)
    courses = [rectangle(-500, y, 1000, 6) for y in range(70, 330, 44)]
    joints = [rectangle(x + (26 if r % 2 else 0), 70 + 44 * r, 6, 44) for r in range(7) for x in range(-60, 500, 56)]
    outline = minus(drawn, drawn.offset(-11)) - rectangle(built - 12, -200, 40, 900)
    grid = [rectangle(x, -200, 4, 640) for x in range(-460, -60, 66)] + [rectangle(-480, y, 420, 4) for y in range(-180, 440, 66)]
    rings = [minus(opening(x, 128), opening(x, 104)) & stone for x in (-60, 210, 480)]
    parapet = joined(spline([(-500, deck + 4), (0, deck - 52), (500, deck + 4)]), spline([(500, deck + 34), (0, deck - 20), (-500, deck + 34)])) & half_plane(x=built)
    river = joined(spline([(-560, 400), (-380, 330), (-120, 338), (160, 326), (420, 336), (560, 404)]), spline([(560, 404), (300, 470), (0, 486), (-300, 472), (-560, 400)]))
    bank = joined(spline([(400, deck + 20), (480, 90), (520, 220), (560, 404)]), spline([(560, 404), (470, 392), (420, 340)]), polyline([(420, 340), (400, deck + 20)]))
    ripples = [swelling_stroke([(x, y), (x + 70, y - 12), (x + 140, y), (x + 210, y - 10)], [0, 12, 12, 0]) for x, y in ((-440, 376), (-150, 400), (140, 372), (-300, 430), (20, 440), (240, 424))]
    bus = stack(
        main(rounded([(150, -150), (390, -142), (390, -28), (150, -36)], 22)), light(*(rounded([(x, -130), (x + 44, -129), (x + 44, -84), (x, -85)], 8) for x in (170, 226, 282, 336))), dark(circle((206, -30), 25), circle((338, -24), 25)), light(circle((206, -30), 10), circle((338, -24), 10)), dark(rectangle(152, -72, 238, 9)),
    )
    lamp = stack(light(rectangle(52, -236, 11, 210)), light(arc((92, -236), 36, 180, 320).stroke(10)), light(circle((122, -212), 17)))
    tip = (-112.0, -28.0)
    return stack(
        light(*grid, opacity=0.22), light(outline), light(circle((250, -300), 96)), bus, lamp, light(solid), main(*rings, opacity=0.9), dark(*((p & solid) for p in (*courses, *joints)), opacity=0.3),
        dark(bank), main(shade(bank, 14, -10)), second(parapet), light(shade(parapet, 0, -10)), second(river), dark(shade(river, 0, -26), opacity=0.35), light(*ripples),
        dark(taper((-176, 6), tip, width=14, tip=0.3)), pencil(640, 108).rotate(-124).translate(*tip),
    )


def wheel(teeth: int, radius: float, hole: float) -> Path:
    """A gear wheel with broad teeth."""
    step = 360 / teeth
    points = [polar((0, 0), r, -90 + step * (k + turn)) for k in range(teeth) for r, turn in ((0.86 * radius, -0.32), (radius, -0.22), (radius, 0.22), (0.86 * radius, 0.32))]
    return minus(rounded(points, 14), circle((0, 0), hole))


@symbol(schemes.EARTH)
def gear_city() -> Drawing:
    """A gear round a small town: houses, trees and a road that leads out to us."""
    ring = wheel(16, 480, 352)
    disc = circle((0, 0), 360)
    hills = [joined(spline([(-400, a), (-160, b), (80, c), (400, d)]), polyline([(400, d), (400, 500), (-400, 500)])) & disc for a, b, c, d in ((20, -70, 10, -60), (110, 60, 100, 70))]
    road = joined(spline([(-20, 80), (70, 140), (-60, 220), (-130, 372)]), polyline([(-130, 372), (130, 372)]), spline([(130, 372), (70, 220), (150, 140), (18, 80)])) & disc
    town = stack(
        poplar(-286, 130, 220, (4, 3)), poplar(-232, 136, 170, (4, 3)), poplar(270, 132, 230, (4, 3)), house(-206, 120, 116, 190, (2, 3)), house(110, 120, 124, 210, (2, 3)),
        light(rectangle(-86, -60, 172, 170)), main(shell(84, 140).translate(0, -58)), shadow(shell(84, 140).translate(0, -58) & half_plane(x=0)), main(rectangle(-96, -66, 192, 18)), dark(union(rectangle(-32, 30, 64, 80), circle((0, 30), 32))), dark(*(union(rectangle(x - 14, 20, 28, 44), circle((x, 20), 14)) for x in (-60, 60))), light(circle((0, -208), 10)),
        house(-262, 176, 104, 96, (1, 3), gable=52), house(166, 178, 108, 92, (1, 3), gable=50), round_tree(-140, 182, 112), round_tree(140, 186, 96), round_tree(304, 190, 90),
    )
    return stack(
        dark(circle((0, 0), 372)), light(disc, opacity=0.9), second(disc, opacity=0.35), light(circle((150, -210), 70)),
        second(hills[0], opacity=0.75), second(hills[1]), light(road), town.inside(disc),
        main(ring), dark(shade(ring, 16, 14), opacity=0.6), light(shade(ring, -9, -9)), dark(minus(circle((0, 0), 376), circle((0, 0), 360)), opacity=0.6),
    )
