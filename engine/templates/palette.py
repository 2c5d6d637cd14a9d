"""Palettes: what colour each role has in each tone, and how classes bring it into a drawing.

An element with the class `fill-accent` (`stroke-accent`, `stop-accent`) is painted in the palette's accent. The
palette wins over the sample colour that the designer sees, also where an editor wrote it into `style`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated

from lxml import etree
from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from engine.errors import BadInput, BadInputValue
from engine.svg import tag
from engine.templates.oklch import contrast, hex_of_oklch

type Colours = Mapping[str, str]

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_NUMBER = r"(\d+\.?\d*|\.\d+)"
_OKLCH = re.compile(rf"oklch\(\s*{_NUMBER}(%?)\s+{_NUMBER}\s+{_NUMBER}\s*\)")
WRITTEN_ON = ("near", "accent", "second")  # roles that words stand on too: on-near is their ink there
PROPERTIES = {"fill": "fill", "stroke": "stroke", "stop": "stop-color"}


def _readable(ground: str, *inks: str) -> str:
    """Of some inks the one with the most contrast."""
    return max(inks, key=lambda ink: contrast(ink, ground))


def _colour(text: str) -> str:
    if _OKLCH.fullmatch(text) or _HEX.fullmatch(text):
        return text
    raise BadInputValue.of(
        "“{colour}” is no colour", todo="write it as oklch(62% 0.12 75) or as #rrggbb in quotes", colour=text
    )


@lru_cache(2048)
def _hex(colour: str) -> str:
    """#rrggbb of a colour, worked out when it is shown: of a thousand in a file a piece needs some twenty."""
    if found := _OKLCH.fullmatch(colour):
        lightness = float(found[1]) / (100 if found[2] else 1)
        return hex_of_oklch(lightness, float(found[3]), float(found[4]))
    return colour.lower()


type Colour = Annotated[str, AfterValidator(_colour)]


class Girih(BaseModel):
    """Which star pattern lies on the ground: the name of a tiling, the contact angle in degrees."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tiling: str = "4.8.8"
    angle: float = 67.5


class Palette(BaseModel):
    """The colours of one picture by their roles; palettes.yaml says what each role is for."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )

    deep: Colour
    ground: Colour
    glow: Colour
    pattern: Colour
    far: Colour
    near: Colour
    accent: Colour
    accent_light: Colour
    accent_deep: Colour
    second: Colour
    ink: Colour
    quiet: Colour
    metal: str
    symbol: str = ""
    girih: Girih = Girih()


class Palettes(BaseModel):
    """palettes.yaml: tone → variant → the colour of each role, as oklch(lightness% chroma hue) or #rrggbb."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    metals: Mapping[str, tuple[Colour, Colour, Colour, Colour, Colour]]
    palettes: Mapping[str, Mapping[str, Palette]]

    @model_validator(mode="after")
    def _metals_are_known(self) -> Palettes:
        for tone, variants in self.palettes.items():
            for name, palette in variants.items():
                if palette.metal not in self.metals:
                    raise BadInputValue.of(
                        "the palette “{tone}/{name}” names the metal “{metal}”, which is not there",
                        todo="use one of {metals}",
                        tone=tone,
                        name=name,
                        metal=palette.metal,
                        metals=", ".join(self.metals),
                    )
        return self

    def colours(self, tone: str, variant: str | None) -> Colours:
        """Role → #rrggbb of a variant, the tone's first where none is named. Raises BadInput for an unknown one."""
        variants = self.palettes.get(tone, {})
        name = variant or next(iter(variants), "")
        if name not in variants:
            raise BadInput.of(
                "there is no palette “{tone}/{name}”",
                todo="use one of {known}, or add it to palettes.yaml",
                tone=tone,
                name=name,
                known=", ".join(variants) or ", ".join(self.palettes),
            )
        palette = variants[name]
        coloured = palette.model_dump(by_alias=True, exclude={"metal", "symbol", "girih"})
        roles = {role: _hex(colour) for role, colour in coloured.items()}
        metal = {f"metal-{number}": _hex(colour) for number, colour in enumerate(self.metals[palette.metal], 1)}
        written = {f"on-{under}": _readable(roles[under], roles["ink"], roles["glow"]) for under in WRITTEN_ON}
        return roles | metal | written


def paint(root: etree._Element, colours: Colours) -> Iterable[etree._Element]:
    """Paints every element that has a palette class, in place; gives those whose class names no known role."""
    strangers = []
    for element in root.iter(etree.Element):
        for name in element.get("class", "").split():
            kind, _, role = name.partition("-")
            if kind not in PROPERTIES or not role:
                continue
            if role in colours:
                set_property(element, PROPERTIES[kind], colours[role])
                _clear_words(element, kind)
            else:
                strangers.append(element)
    return strangers


def _clear_words(text: etree._Element, kind: str) -> None:
    """Takes sample colours from the lines of a text: Inkscape gives each a copy of the text's own."""
    if text.tag != tag("text"):
        return
    for part in text.iterdescendants(etree.Element):
        if not any(name.partition("-")[0] == kind for name in part.get("class", "").split()):
            _remove_property(part, PROPERTIES[kind])


def set_property(element: etree._Element, name: str, value: str) -> None:
    """Sets a presentation attribute and removes the same property from `style`, which would win over it."""
    _remove_property(element, name)
    element.set(name, value)


def _remove_property(element: etree._Element, name: str) -> None:
    element.attrib.pop(name, None)
    declarations = [each for each in element.get("style", "").split(";") if each.strip()]
    kept = [each for each in declarations if each.partition(":")[0].strip() != name]
    if len(kept) < len(declarations):
        element.set("style", ";".join(kept))
        if not kept:
            del element.attrib["style"]
