"""What the scenes of teasers share: where they look, their layers, their words.

A scene is drawn in four layers, each a group with the mark `data-layer`, from back to front: the ground, the light,
the ornament with the symbol, the lettering. A clip moves them against one another, so nothing sharp runs from one into
the next; what belongs together stands in one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from art.layouts import kit, treatments
from art.layouts.kit import WIDE, Box, el, group, rect

SCENES = ("opening", "message", "second", "closing")


@dataclass(frozen=True, slots=True)
class View:
    """A scene's composition, in px of 1920 × 1080: the middle and reach of the ornament, and where words stand."""

    scene: str
    x: float
    y: float
    reach: float
    words: Box

    @property
    def symbol(self) -> str:
        """The second message shows the occasion's second symbol, if it has one."""
        return "{{ symbols[1] if symbols|length > 1 else symbol }}" if self.scene == "second" else "{{ symbol }}"


@dataclass(frozen=True, slots=True)
class Layers:
    """What a family draws of a scene behind its words."""

    ground: list[str]
    light: list[str]
    ornament: list[str]
    defs: list[str] = field(default_factory=list)


type Hero = Callable[[Box], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Family:
    """The teasers that go on with the art of some layouts.

    `hero` draws the short title in a box; `ink`, `quiet` and `accent` are the roles of words on what it draws.
    """

    title: str
    beside: tuple[str, ...]
    tones: tuple[str, ...]
    occasion: str
    views: Mapping[str, View]
    stage: Callable[[View], Layers]
    hero: Hero
    ink: str = "ink"
    quiet: str = "quiet"
    rule: str = "accent"
    closing_ink: str | None = None

    @property
    def about(self) -> str:
        """Its template.yaml."""
        return (
            f'title: "تیزر: {self.title}"\nkinds: [scene]\nbeside: [{", ".join(self.beside)}]\n'
            f"tones: [{', '.join(self.tones)}]\n"
        )

    def draw(self, scene: str) -> str:
        """The artboard of a scene."""
        view = self.views[scene]
        drawn = self.stage(view)
        defs, words = self._words(view)
        return kit.artboard(
            WIDE,
            [*drawn.defs, *defs],
            [
                group(*drawn.ground, data_layer="ground"),
                group(*drawn.light, data_layer="light"),
                group(*drawn.ornament, data_layer="ornament"),
                group(*words, data_layer="lettering"),
            ],
        )

    def _words(self, view: View) -> tuple[list[str], list[str]]:
        if view.scene == "opening":
            return self._opening(view.words)
        if view.scene == "closing":
            return self._closing(view.words)
        return self._message(view.words)

    def _opening(self, box: Box) -> tuple[list[str], list[str]]:
        """The short title as large as it goes, the day below it."""
        title = Box(box.x, box.y, box.width, box.height - 96)
        defs, hero = self.hero(title)
        day = Box(box.x, box.bottom - 66, box.width, 66)
        day_box, says = kit.words("day", day, "date", size=46, weight=600, role=None, line_height=1.3, data_lines=1)
        halo = treatments.soft_shadow("day", reach=20, drop=(0, 2), role=self._halo)
        return [defs, day_box, says], [hero, halo, treatments.painted("day", role=self.quiet)]

    def _message(self, box: Box) -> tuple[list[str], list[str]]:
        """What the town says, in the occasion's voice."""
        frame, says = kit.words(
            "says", box, "text", size=84, weight=700, role=None, fit="grow", data_fit_floor="0.5",
            data_fit_ceiling="1.6", data_set_style=SPOKEN,
        )  # fmt: skip
        halo = treatments.soft_shadow("says", reach=22, drop=(0, 4), role=self._halo, steps=treatments.FAINT)
        return [frame, says], [halo, treatments.painted("says", role=self.ink)]

    @property
    def _halo(self) -> str:
        return "glow" if self.ink == "near" else "ground"

    def _closing(self, box: Box) -> tuple[list[str], list[str]]:
        """Who speaks, and where to find them; under a logo, if there is one, in place of the occasion and its day."""
        ink, quiet = self.closing_ink or self.ink, self.closing_ink or self.quiet
        side, down = 124, 92  # the logo, and how far it moves the lines
        lines = (
            ("office", "brand.office", 0, 128, 92, 800, ink, True),
            ("what", "text ~ '، ' ~ date if date not in text else text", 140, 70, 46, 500, quiet, False),
            ("site", ADDRESS, 250, 70, 50, 600, ink, True),
        )
        defs, said = [], []
        for name, words, top, height, size, weight, role, with_logo in lines:
            place = Box(box.x, box.y + top, box.width, height)
            _, text = kit.words(
                name, place, words, size=size, weight=weight, role=role, line_height=1.3, data_lines=1,
                data_if=None if with_logo else "not brand.logo",
            )  # fmt: skip
            moved = down if name == "office" else 14
            defs.append(rect(place, id=f"{name}-box", data_set_y=_by_logo(place.y + moved, place.y)))
            said.append(text)
        at = Box(box.cx - 120, box.y + 228, 240, 4)
        rule = rect(at, class_=f"fill-{self.rule}", rx=2, data_set_y=_by_logo(at.y + 16, at.y))
        logo = el(
            "image", x=box.cx - side / 2, y=box.y - 34, width=side, height=side, data_if="brand.logo",
            data_set_href="../../{{ brand.logo }}", id="logo",
        )  # fmt: skip
        return defs, [logo, *said, rule]


def _by_logo(there: float, none: float) -> str:
    return f"{{{{ {there:g} if brand.logo else {none:g} }}}}"


SPOKEN = (
    "shape-inside:url(#says-box);font-weight:700;text-align:center;white-space:pre-line;direction:rtl;"
    "{{ 'font-family:lyrical;font-size:100px;line-height:1.95' if voice == 'lyrical' "
    "else 'font-family:text;font-size:84px;line-height:1.55' }}"
)
"""How a message is set: Nastaliq is larger, and needs more room between its lines."""
ADDRESS = "brand.website ~ ('   •   ' ~ brand.handles.telegram if brand.handles.telegram else '')"


def one_line(box: Box) -> str:
    """An expression for the short title: on television a few words stand on one line, as large as the width allows."""
    return kit.title_lines(box, 7.0)


def symbol(view: View, cx: float, cy: float, side: float) -> str:
    """The scene's symbol about a point."""
    return treatments.symbol(treatments.square(cx, cy, side), tones="{{ tones }}", name=view.symbol, id="symbol")


def views(**places: tuple[float, float, float, tuple[float, float, float, float]]) -> Mapping[str, View]:
    """The views of a family by their scenes."""
    return {scene: View(scene, x, y, reach, Box(*words)) for scene, (x, y, reach, words) in places.items()}
