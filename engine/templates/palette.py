"""Palettes: what colour each role has in each tone, and how classes bring it into a drawing.

An element with the class `fill-accent` (`stroke-accent`, `stop-accent`) is painted in the palette's accent. The
palette wins over the sample colour that the designer sees, also where an editor wrote it into `style`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree
from pydantic import BaseModel, ConfigDict, Field, field_validator

from engine.errors import BadInput, BadInputValue, Place
from engine.templates.oklch import hex_of_oklch
from engine.yamlfile import load

type Colours = Mapping[str, str]

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_OKLCH = re.compile(r"oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)\s*\)")
_PROPERTIES = {"fill": "fill", "stroke": "stroke", "stop": "stop-color"}


class Palettes(BaseModel):
    """palettes.yaml: for each palette, the colour of each role, as oklch(lightness% chroma hue) or #rrggbb."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    roles: tuple[str, ...] = Field(description="every palette has a colour for each of these")
    palettes: Mapping[str, Mapping[str, str]]

    @field_validator("palettes")
    @classmethod
    def _hexadecimal(cls, palettes: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
        return {
            name: {role: _hex(colour, name, role) for role, colour in colours.items()}
            for name, colours in palettes.items()
        }

    def missing_roles(self, name: str) -> list[str]:
        return [role for role in self.roles if role not in self.palettes[name]]


def _hex(colour: str, name: str, role: str) -> str:
    if found := _OKLCH.fullmatch(colour):
        lightness = float(found[1]) / (100 if found[2] else 1)
        return hex_of_oklch(lightness, float(found[3]), float(found[4]))
    if _HEX.fullmatch(colour):
        return colour.lower()
    raise BadInputValue.of(
        "“{colour}” of {name} → {role} is no colour",
        todo="write it as oklch(62% 0.12 75) or as #rrggbb in quotes",
        colour=colour,
        name=name,
        role=role,
    )


def load_palettes(path: Path) -> Palettes:
    """The palettes of a file. Raises BadInput for a wrong colour or a role that a palette lacks."""
    palettes = load(path, Palettes)
    for name in palettes.palettes:
        if missing := palettes.missing_roles(name):
            raise BadInput.of(
                "the palette “{name}” has no {missing}",
                todo="add a colour for it",
                place=Place(path),
                name=name,
                missing=", ".join(missing),
            )
    return palettes


def paint(root: etree._Element, colours: Colours) -> Iterable[etree._Element]:
    """Paints every element that has a palette class, in place; gives those whose class names no known role."""
    strangers = []
    for element in root.iter(etree.Element):
        for name in element.get("class", "").split():
            kind, _, role = name.partition("-")
            if kind not in _PROPERTIES or not role:
                continue
            if role in colours:
                set_property(element, _PROPERTIES[kind], colours[role])
            else:
                strangers.append(element)
    return strangers


def set_property(element: etree._Element, name: str, value: str) -> None:
    """Sets a presentation attribute and removes the same property from `style`, which would win over it."""
    declarations = [each for each in element.get("style", "").split(";") if each.strip()]
    kept = [each for each in declarations if each.partition(":")[0].strip() != name]
    if len(kept) < len(declarations):
        element.set("style", ";".join(kept))
        if not kept:
            del element.attrib["style"]
    element.set(name, value)
