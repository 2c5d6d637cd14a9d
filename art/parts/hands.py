"""Hands: a few poses, built of swelling fingers; sleeves end them."""

from __future__ import annotations

from art.drawing import Drawing, Tone, paper, stack, union
from engine.ornament.geometry import Point
from engine.ornament.path import Path, joined
from engine.ornament.pen import spline, swelling_stroke


def finger(*knots: Point, width: float = 56.0, tip: float = 0.74) -> Path:
    """A finger from its root to its tip."""
    return swelling_stroke(list(knots), [width, width, width * 0.94, width * tip])


def raised(*, tones: tuple[Tone, Tone, Tone] = (1, 2, 3)) -> Drawing:
    """An open right hand seen from its palm, fingers upward: about 420 wide, 620 high, its wrist at the origin."""
    one, two, three = tones
    palm = joined(spline([(-92, 0), (-120, -130), (-140, -290), (-20, -330), (118, -300), (132, -170), (92, 0)]))
    fingers = [
        finger((-112, -270), (-142, -370), (-166, -470), width=66),
        finger((-48, -300), (-58, -420), (-66, -560), width=72),
        finger((24, -310), (34, -430), (40, -586), width=74),
        finger((92, -284), (116, -390), (132, -520), width=70),
    ]
    thumb = swelling_stroke([(60, -70), (140, -170), (226, -236), (262, -330)], [90, 92, 70, 42])
    creases = [
        swelling_stroke([(-112, -220), (-10, -236), (84, -268)], [0, 12, 4]),
        swelling_stroke([(-106, -150), (0, -176), (96, -224)], [2, 12, 2]),
        swelling_stroke([(-20, -30), (10, -120), (84, -190)], [2, 12, 2]),
    ]
    whole = union(palm, thumb, *fingers)
    return stack(
        paper(one, whole),
        paper(three, whole - whole.translate(-11, 0)),
        paper(two, whole - whole.translate(9, 4)),
        paper(three, *creases),
    )


def scoop(*, tones: tuple[Tone, Tone, Tone] = (1, 2, 3)) -> Drawing:
    """Two hands that meet palm upward, about 1250 wide: their hollow around the origin, a cuff at either side."""
    one = offering(tones=tones).rotate(14).translate(-290, -20)
    return one.mirror_x() + one


def offering(*, tones: tuple[Tone, Tone, Tone] = (1, 2, 3)) -> Drawing:
    """An open hand from the left, palm upward, about 760 wide: its hollow around the origin, cuff at the left."""
    one, two, three = tones
    fingers = [
        finger((-70, 70), (70, 78), (200, 60), (330, -20), width=66, tip=0.7),
        finger((-90, 104), (60, 122), (200, 108), (340, 40), width=66, tip=0.7),
        finger((-110, 140), (40, 166), (170, 156), (300, 100), width=62, tip=0.7),
        finger((-130, 170), (10, 202), (120, 196), (230, 156), width=54, tip=0.7),
    ]
    palm = joined(
        spline([(-360, 60), (-230, 10), (-130, 34), (-20, 44), (40, 60)]),
        spline([(40, 60), (20, 140), (-40, 226), (-200, 210), (-360, 170)]),
    )
    thumb = swelling_stroke([(-220, 70), (-130, 0), (-30, -26), (70, -10)], [70, 78, 62, 44])
    cuff = joined(spline([(-330, 24), (-330, 200)]), spline([(-330, 200), (-350, 222), (-470, 226)]), spline([(-470, 226), (-470, 10)]), spline([(-470, 10), (-350, 8), (-330, 24)]))
    return stack(
        *(paper(three, f.offset(6)) + paper(one, f) + paper(two, f - f.translate(0, 14)) for f in reversed(fingers)),
        paper(one, palm),
        paper(three, palm - palm.translate(-6, -34)),
        paper(three, thumb.offset(6) & palm.offset(8)),
        paper(one, thumb),
        paper(two, thumb - thumb.translate(4, 14)),
        paper(4, cuff),
        paper(3, joined(spline([(-342, 16), (-342, 212)]), spline([(-342, 212), (-318, 212)]), spline([(-318, 212), (-318, 16)]))),
    )
