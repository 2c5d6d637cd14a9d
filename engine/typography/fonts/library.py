"""A library of fonts, and CSS's choice of a face from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from engine import gate
from engine.errors import BadInput, Place
from engine.typography.fonts.catalogue import CATALOGUE, Catalogue, FamilyEntry, read
from engine.typography.fonts.face import Face, unreadable
from engine.yamlfile import at

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
GENERIC = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui")

_MISSING = 0  # the glyph for what a font lacks


class FontLibrary:
    """Faces by family, in the order in which fallback tries them."""

    def __init__(self, families: Mapping[str, Sequence[Face]], catalogue: Catalogue) -> None:
        self.families = MappingProxyType({name.casefold(): tuple(faces) for name, faces in families.items()})
        self.medium = catalogue.medium
        generic = _guessed_generics(self.families) | {
            name.casefold(): family.casefold() for name, family in catalogue.generic.items()
        }
        self.generic = MappingProxyType(generic)
        self.default = (catalogue.default or generic.get("sans-serif") or next(iter(families))).casefold()
        named = [name.casefold() for name in catalogue.fallback]
        order = dict.fromkeys([*named, *sorted(self.families)])
        self._fallback = tuple(self.families[name] for name in order if name in self.families)
        self._boxes = False
        self._matches: dict[tuple[tuple[str, ...], int, str, float], Face] = {}
        self._substitutes: dict[tuple[str, int, str, float], Face | None] = {}

    @staticmethod
    def load(directory: Path, *more: Path, realm: gate.Realm | None = None) -> FontLibrary:
        """The fonts of one or more folders, each with or without a fonts.yaml; the first folder's choices lead.

        Without a realm each folder is its own. Raises BadInput where a folder has no font, its fonts.yaml is wrong,
        or a font is outside of the realm.
        """
        return _load(directory, *more, realm=realm)

    @cached_property
    def with_boxes(self) -> FontLibrary:
        """The same fonts; what none of them has is drawn as the empty box of the font that was asked for, or of another
        where that has none to show."""
        library = copy(self)
        library._boxes = True
        return library

    def match(self, families: Sequence[str], weight: int = 400, style: str = "normal", stretch: float = 100) -> Face:
        """The face CSS Fonts 4 §5.2 picks: the first family that is here, in it the nearest face.

        Where no family is here, the generic `serif` answers, as in usvg; for no name at all the default one.
        """
        key = (tuple(families), weight, style, stretch)
        known = self._matches.get(key)
        if known is None:
            known = self._matches[key] = self._match(families, weight, style, stretch)
        return known

    def _match(self, families: Sequence[str], weight: int, style: str, stretch: float) -> Face:
        for name in families:
            faces = self.find(name)
            if faces:
                return _nearest(faces, weight, style, stretch)
        name = self.generic.get("serif", self.default) if families else self.default
        return _nearest(self.find(name) or next(iter(self.families.values())), weight, style, stretch)

    def find(self, name: str) -> tuple[Face, ...]:
        """The faces of a family or of a generic name; none if it is not here."""
        key = name.casefold()
        return self.families.get(key) or self.families.get(self.generic.get(key, ""), ())

    def has(self, character: str) -> bool:
        """Whether any family has this character."""
        return any(faces[0].has(character) for faces in self.families.values())

    def fallback(self, text: str, like: Face) -> Face | None:
        """The first face that has every character of one cluster, nearest in weight and style to `like`."""
        key = (text, like.weight, like.style, like.stretch)
        if key not in self._substitutes:
            self._substitutes[key] = next(self._having(text, like), None)
        return self._substitutes[key] or (self._boxed(like) if self._boxes else None)

    def _boxed(self, like: Face) -> Face:
        """The face, or where it shows nothing for what it lacks, the first that shows a box."""
        faces = (_nearest(each, like.weight, like.style, like.stretch) for each in self._fallback)
        return next((face for face in (like, *faces) if face.outline(_MISSING)), like)

    def _having(self, text: str, like: Face) -> Iterator[Face]:
        for faces in self._fallback:
            face = _nearest(faces, like.weight, like.style, like.stretch)
            if all(face.has(character) for character in text):
                yield face


@cache
def _load(*directories: Path, realm: gate.Realm | None) -> FontLibrary:
    families: dict[str, list[Face]] = {}
    realms = [realm or gate.below(directory) for directory in directories]
    catalogues = [read(directory, its) for directory, its in zip(directories, realms, strict=True)]
    for directory, catalogue, its in zip(directories, catalogues, realms, strict=True):
        gate.inside(directory, its)
        for name, face in _faces(directory, catalogue, its):
            families.setdefault(name, []).append(face)
    if not families:
        broken = next((path for directory in directories for path in _files(directory)), None)
        if broken:
            raise unreadable(broken)
        raise BadInput.of(
            "no font is here",
            todo="put .ttf or .otf files in this folder, or name another one",
            place=Place(directories[0]),
        )
    return FontLibrary(families, catalogues[0])


def _faces(directory: Path, catalogue: Catalogue, realm: gate.Realm) -> Iterator[tuple[str, Face]]:
    if catalogue.families:
        for name, family in catalogue.families.items():
            yield from ((name, face) for face in _listed(directory, name, family, realm))
        return
    for path in _files(directory):
        for face in Face.all_in(path, realm):
            yield from ((name, face) for name in face.names)


def _files(directory: Path) -> list[Path]:
    return sorted(path for path in directory.rglob("*") if path.suffix.lower() in SUFFIXES and not path.is_dir())


def _listed(directory: Path, name: str, family: FamilyEntry, realm: gate.Realm) -> Iterator[Face]:
    for entry in family.faces:
        with at(directory / CATALOGUE, "families", name):
            path = gate.named(entry.file, directory, realm)
        if not gate.is_there(path):
            raise BadInput.of(
                "the font file “{file}” is missing",
                todo="put it back, or take it out of fonts.yaml",
                place=Place(directory / CATALOGUE),
                file=entry.file,
            )
        gate.checked(path, gate.FONT, named=Place(directory / CATALOGUE))
        yield Face(path, entry.index, family=name, weight=entry.weight, style=entry.style)


def _nearest(faces: Sequence[Face], weight: int, style: str, stretch: float) -> Face:
    """CSS Fonts 4 §5.2: first the width, then the slant, then the weight."""
    wide = _closest(faces, lambda face: _width_distance(face, stretch))
    slanted = _closest(wide, lambda face: _style_order(style).index(face.style))
    return min(slanted, key=lambda face: _weight_distance(face, weight))


def _closest(faces: Sequence[Face], distance: object) -> list[Face]:
    measure = {id(face): distance(face) for face in faces}  # type: ignore[operator]
    least = min(measure.values())
    return [face for face in faces if measure[id(face)] == least]


def _width_distance(face: Face, wanted: float) -> tuple[bool, float]:
    low, high = face.stretches
    if low <= wanted <= high:
        return False, 0
    nearest = low if wanted < low else high
    wrong_side = nearest > wanted if wanted <= 100 else nearest < wanted
    return wrong_side, abs(nearest - wanted)


def _style_order(wanted: str) -> tuple[str, str, str]:
    match wanted:
        case "italic":
            return "italic", "oblique", "normal"
        case "oblique":
            return "oblique", "italic", "normal"
        case _:
            return "normal", "oblique", "italic"


def _weight_distance(face: Face, wanted: int) -> tuple[int, float]:
    low, high = face.weights
    if low <= wanted <= high:
        return 0, 0
    nearest = low if wanted < low else high
    if 400 <= wanted <= 500:  # up to 500 first, then down, then up
        rank = 0 if wanted < nearest <= 500 else 1 if nearest < wanted else 2
    else:
        rank = int(nearest > wanted) if wanted < 400 else int(nearest < wanted)
    return rank, abs(nearest - wanted)


def _guessed_generics(families: Mapping[str, Sequence[Face]]) -> dict[str, str]:
    """Generic names answered from the faces' own classification, where no fonts.yaml says better."""
    return {generic: name for generic in GENERIC if (name := _representative(generic, families)) is not None}


def _representative(generic: str, families: Mapping[str, Sequence[Face]]) -> str | None:
    kind = "sans-serif" if generic == "system-ui" else generic
    hint = kind.partition("-")[0].removesuffix("space")
    fitting = [name for name, faces in families.items() if faces[0].generic == kind]
    return min(fitting, key=lambda name: (hint not in name, _plainness(name, families[name])), default=None)


def _plainness(name: str, faces: Iterable[Face]) -> tuple[bool, int, int, str]:
    """Text faces first: with Latin letters, a regular weight, many faces, a short name."""
    faces = tuple(faces)
    latin = any(face.has("a") for face in faces[:1])
    regular = any(face.weights[0] <= 400 <= face.weights[1] for face in faces)
    return not (latin and regular), -len(faces), len(name), name
