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
        voices = (
            ("lyrical", "lyrical", 100, 1.95, "voice == 'lyrical'"),
            ("loud", "text", 84, 1.55, "voice != 'lyrical'"),
        )
        defs, spoken = [], []
        for name, family, size, line_height, condition in voices:
            frame, says = kit.words(
                f"says-{name}", box, "text", size=size, family=family, weight=700, role=None, line_height=line_height,
                fit="grow", data_fit_floor="0.5", data_fit_ceiling="1.6", data_if=condition,
            )  # fmt: skip
            defs.append(frame)
            spoken.append(says)
        halo = treatments.soft_shadow("says", reach=22, drop=(0, 4), role=self._halo, steps=treatments.FAINT)
        return [*defs, group(*spoken, id="says")], [halo, treatments.painted("says", role=self.ink)]

    @property
    def _halo(self) -> str:
        return "glow" if self.ink == "near" else "ground"

    def _closing(self, box: Box) -> tuple[list[str], list[str]]:
        """Who speaks, and where to find them."""
        ink = self.closing_ink or self.ink
        quiet = self.closing_ink or self.quiet
        side = 150
        logo = el(
            "image", x=box.cx - side / 2, y=box.y, width=side, height=side, data_if="brand.logo",
            data_set_href="../../{{ brand.logo }}", id="logo",
        )  # fmt: skip
        top = box.y
        office = Box(box.x, top, box.width, 128)
        office_box, name = kit.words(
            "office", office, "brand.office", size=92, weight=800, role=ink, line_height=1.3, data_lines=1,
            data_set_y=f"{{{{ {top + side + 10:g} if brand.logo else {top:g} }}}}",
        )  # fmt: skip
        for_box, what = kit.words(
            "what", Box(box.x, office.bottom + 12, box.width, 70), "text ~ '، ' ~ date if date not in text else text", size=46,
            weight=500, role=quiet, line_height=1.3, data_lines=1,
        )  # fmt: skip
        rule = rect(Box(box.cx - 120, office.bottom + 100, 240, 4), class_=f"fill-{self.rule}", rx=2)
        site_box, site = kit.words(
            "site", Box(box.x, office.bottom + 122, box.width, 70), ADDRESS, size=50, weight=600, role=ink,
            line_height=1.3, data_lines=1,
        )  # fmt: skip
        return [office_box, for_box, site_box], [logo, name, what, rule, site]


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
