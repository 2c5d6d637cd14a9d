"""The library of templates: which there are, and which artboard of one suits a format."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree
from pydantic import BaseModel, ConfigDict, Field

from engine import gate
from engine.errors import BadInput, Place, nearest
from engine.files import refuse_odd_name
from engine.svg import Box, Reading, view_box
from engine.templates.palette import Palettes
from engine.yamlfile import load

SYMBOLS = "_symbols"
PALETTES = "palettes.yaml"
ABOUT = "template.yaml"
_LINK = re.compile(rb"""href=["']([^"'#:]{1,400})["']""")


class TemplateFile(BaseModel):
    """template.yaml: what a template is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(description="the name that people see")
    kinds: tuple[str, ...] = Field(default=("occasion",), description="the kinds of brief it takes")
    tones: tuple[str, ...] = Field(default=(), description="tones it is the first choice for")
    beside: tuple[str, ...] = Field(default=(), description="templates of other kinds whose art it goes on with")


@dataclass(frozen=True)
class Artboard:
    """One SVG of a template, in the realm of its workspace."""

    path: Path
    realm: gate.Realm | None = None

    @property
    def part(self) -> str:
        """The first word of its name: what it shows, where a template's artboards differ in that."""
        return self.path.stem.partition("-")[0]

    @cached_property
    def source(self) -> bytes:
        """Raises BadInput for a file that can't be read."""
        return gate.content(self.path, gate.SVG, self.realm)

    @cached_property
    def box(self) -> Box:
        """The user space it is drawn in. Raises BadInput for an SVG that has no size.

        Only the root is read: an artboard that is broken further on spoils its own pieces, no others.
        """
        return view_box(self._reading.root, self.path)

    def whole(self) -> etree._Element:
        """Its root with all that is in it: what was read for its size is read on, and nothing is kept."""
        reading = self._reading
        self.__dict__.pop("_reading")
        return reading.whole()

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self.source, self.path)


@dataclass(frozen=True)
class Shared:
    """What all templates share: the palettes and symbols of the folder that they are in."""

    root: Path

    @cached_property
    def realm(self) -> gate.Realm:
        return gate.workspace_of(self.root.parent)

    @cached_property
    def digest(self) -> str:
        return _digest([self.root / PALETTES, *(self.root / SYMBOLS).glob("*.svg")], self.realm)


@dataclass(frozen=True)
class Template:
    """A folder of artboards. What one piece on another template does without is read when it is asked for."""

    folder: Path
    artboards: tuple[Artboard, ...]
    shared: Shared

    @property
    def id(self) -> str:
        return self.folder.name

    @cached_property
    def about(self) -> TemplateFile:
        """Raises BadInput for what is wrong in template.yaml."""
        return load(self.folder / ABOUT, TemplateFile, self.shared.realm)

    @cached_property
    def digest(self) -> str:
        """Of every file that a piece on it can show."""
        realm = self.shared.realm
        pictures = (path for artboard in self.artboards for path in _linked(artboard, realm))
        files = {*(path for path in self.folder.rglob("*") if path.is_file()), *pictures}
        return _digest(files, realm, self.shared.digest)

    def artboard(self, aspect: float, part: str | None = None) -> Artboard:
        """The artboard nearest in shape to a format of this width over height, of those that show a part.

        Raises BadInput where none does.
        """
        fitting = [each for each in self.artboards if part is None or each.part == part]
        if not fitting:
            raise BadInput.of(
                "the template “{name}” has no artboard for the {part}",
                todo="draw it as {file}",
                place=Place(self.folder),
                name=self.id,
                part=part,
                file=f"{part}.svg",
            )
        return min(fitting, key=lambda each: abs(math.log(each.box.aspect / aspect)))


@dataclass(frozen=True)
class TemplateLibrary:
    """All templates of a workspace, with the symbols and palettes that they share."""

    root: Path
    by_id: Mapping[str, Template]
    palettes: Palettes

    def choose(self, kind: str, tone: str, wanted: str | None, beside: str | None = None) -> Template:
        """The wanted template, else the one that goes on with the art of another, else the first made for this tone.

        Raises BadInput where there is none.
        """
        if wanted is not None:
            if wanted not in self.by_id:
                raise BadInput.of(
                    "there is no template “{wanted}”",
                    todo="write {nearest}",
                    place=Place(self.root),
                    wanted=wanted,
                    nearest=nearest(wanted, self.by_id),
                )
            return self.by_id[wanted]
        of_kind = [each for each in self.by_id.values() if kind in each.about.kinds]
        for template in (
            *(each for each in of_kind if beside in each.about.beside),
            *(each for each in of_kind if tone in each.about.tones),
        ):
            return template
        raise BadInput.of(
            "no template is made for a {kind} of the tone “{tone}”",
            todo="add the tone to the template.yaml of one, or name a template",
            place=Place(self.root),
            kind=kind,
            tone=tone,
        )

    @cached_property
    def realm(self) -> gate.Realm:
        """What its files may name."""
        return Shared(self.root).realm

    def symbol(self, name: str) -> Path:
        """The file of a symbol. Raises BadInput for one that does not exist."""
        path = self.root / SYMBOLS / f"{name}.svg"
        if "/" in name or "\\" in name or not gate.is_there(path):
            raise BadInput.of(
                "there is no symbol “{name}”",
                todo="draw it as {file} or write {nearest}",
                place=Place(path.parent),
                name=name,
                file=f"{name}.svg",
                nearest=nearest(name, (each.stem for each in path.parent.glob("*.svg"))),
            )
        return path


def load_library(root: Path) -> TemplateLibrary:
    """Every template below `root`. Raises BadInput for one without artboards or outside of the workspace, or where
    there is none."""
    shared = Shared(root)
    gate.inside(root, shared.realm)
    gate.inside(root / SYMBOLS, shared.realm)
    folders = [path.parent for path in sorted(root.glob(f"[!.]*/{ABOUT}"))]  # none that is being made
    if not folders:
        raise BadInput.of("there are no templates", todo="start from “naqsh init”", place=Place(root))
    palettes = load(root / PALETTES, Palettes, shared.realm)
    return TemplateLibrary(root, {folder.name: _template(folder, shared) for folder in folders}, palettes)


def _template(folder: Path, shared: Shared) -> Template:
    gate.inside(folder, shared.realm)
    artboards = tuple(Artboard(path, shared.realm) for path in sorted(folder.glob("*.svg")))
    for path in (folder, *(each.path for each in artboards)):
        refuse_odd_name(str(path))
    if not artboards:
        raise BadInput.of(
            "the template “{name}” has no artboard",
            todo="put an SVG beside its template.yaml",
            place=Place(folder),
            name=folder.name,
        )
    return Template(folder, artboards, shared)


def _linked(artboard: Artboard, realm: gate.Realm) -> Iterator[Path]:
    """The files that an artboard links, inside of its folder or not, without the symbols, which all templates share.

    Those outside of the workspace are refused where they are shown.
    """
    links = {link.decode(errors="replace") for link in _LINK.findall(artboard.source)}
    for link in (each for each in links if f"{SYMBOLS}/" not in each):
        with suppress(BadInput):
            path = gate.linked(link, artboard.path.parent, realm)
            if path.is_file():
                yield path


def _digest(paths: Iterable[Path], realm: gate.Realm, *more: str) -> str:
    def parts() -> Iterator[bytes]:
        for path in sorted(paths):
            yield path.name.encode(errors="surrogatepass")
            yield bytes.fromhex(gate.digest(path, realm))
        yield from (each.encode() for each in more)

    return hashlib.sha256(b"".join(parts())).hexdigest()
