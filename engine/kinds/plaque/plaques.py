"""Plaques: briefs from what an office says, and one as a file at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.calendar.dates import jalali_of
from engine.errors import BadInput, Mistake, Place
from engine.export import export
from engine.files import asked_for, writing
from engine.formats import FileType, Format
from engine.kinds.codes import code_of
from engine.kinds.files import file_of, words_of
from engine.kinds.plaque.brief import Cause, PlaqueBrief, PlaquesFile, known_placeholders
from engine.kinds.plaque.people import Person
from engine.kinds.request import Door
from engine.kinds.signatures import digest_of_pictures
from engine.kinds.wordings import with_values
from engine.persian.dates import (
    in_figures,
    persian_digits,
)
from engine.persian.digits import LATIN_DIGITS, in_order, persian_numbers
from engine.persian.ordinals import date_spelled_out
from engine.production.artwork import artwork_of
from engine.production.keys import free_key, key_of
from engine.production.printing import FOR_THE_OFFICE, Printing
from engine.production.typed import drawable, normalised
from engine.templates.library import ABOUT, Template
from engine.typography.fonts.library import FontLibrary
from engine.workspace import Workspace

if TYPE_CHECKING:
    from engine.kinds.plaque.request import PlaqueRequest

type PlaceOf = Callable[[Person, str], Place]
"""Where a person's field stands."""

_DRAWN = ("name", "honorific", "position", "reason", "body")
_FILE_TYPES: Mapping[str, FileType] = {
    ".pdf": "pdf", ".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".webp": "webp", ".tif": "tif", ".tiff": "tif",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What the plaques of an occasion have in common. `cause` None is the default one of plaques.yaml, `template`
    and `palette` None are the cause's; an empty reason or body is the cause's."""

    date: datetime.date
    cause: str | None = None
    reason: str = ""
    body: str = ""
    template: str | None = None
    palette: str | None = None
    said_in: Mapping[str, Place] = field(default_factory=dict)
    """Where the reason and the body were said, as far as that is known."""


@dataclass(frozen=True, slots=True)
class Drawn[S]:
    """What is said, with the words that can be drawn; warnings of the emoji that are left out."""

    said: S
    warnings: tuple[Mistake, ...]


def drawn[S: (Person, Ceremony)](said: S, fonts: FontLibrary, place: Callable[[str], Place | None]) -> Drawn[S]:
    """What is said as a plaque can show it. Raises BadInput for a character, other than emoji, that no font has."""
    words: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    warnings: list[Mistake] = []
    for name in (each.name for each in fields(said) if each.name in _DRAWN):
        try:
            words[name], left_out = drawable(getattr(said, name), fonts, place(name), "take it out, or add a font")
            warnings += left_out
        except BadInput as error:
            mistakes += (replace(mistake, place=place(name)) for mistake in error.mistakes)
    if mistakes:
        raise BadInput(mistakes)
    return Drawn(replace(said, **words), tuple(warnings))


@dataclass(frozen=True, slots=True)
class KeyedBriefs:
    """Briefs, each under a name of its own; what is wrong with people who have none, and what plaques leave out."""

    briefs: tuple[PlaqueBrief, ...]
    mistakes: tuple[Mistake, ...]
    warnings: tuple[Mistake, ...]


def plaques_file(workspace: Workspace) -> PlaquesFile:
    """The workspace's plaques.yaml, or the one that a new workspace begins with. Raises BadInput."""
    return words_of(workspace, PlaqueBrief.kind, PlaquesFile)


class Plaques:
    """Makes the briefs of a workspace's plaques."""

    def __init__(self, workspace: Workspace, ceremony: Ceremony) -> None:
        self.workspace = workspace
        common = drawn(ceremony, workspace.fonts, ceremony.said_in.get)
        self.ceremony, self.warnings = common.said, common.warnings
        self.file = plaques_file(workspace)

    def keyed(self, people: Iterable[Person], place: PlaceOf) -> KeyedBriefs:
        """The briefs of people, and what is wrong with the others, where it stands.

        Raises BadInput for what is wrong with the ceremony or the workspace.
        """
        taken: set[str] = set()
        briefs: list[PlaqueBrief] = []
        mistakes: list[Mistake] = []
        warnings = list(self.warnings)
        for person in people:
            try:
                shown = self._checked(person, place)
            except BadInput as error:
                mistakes += error.mistakes
                continue
            key = free_key(key_of(jalali_of(self.ceremony.date), person.number, person.name), taken)
            briefs.append(self.brief(shown.said, key))
            taken.add(key)
            warnings += shown.warnings
        return KeyedBriefs(tuple(briefs), tuple(mistakes), tuple(warnings))

    def _checked(self, person: Person, place: PlaceOf) -> Drawn[Person]:
        """A person with words that can be drawn. Raises BadInput for what is wrong with what the person's row says."""
        if wrong := tuple(self._mistakes(person, place)):
            raise BadInput(wrong)
        return drawn(person, self.workspace.fonts, partial(place, person))

    def _mistakes(self, person: Person, place: PlaceOf) -> Iterator[Mistake]:
        """What is wrong with what a person's own cause and body say."""
        checks: Mapping[str, Callable[[str], object]] = {"cause": self._cause, "body": known_placeholders}
        for name, check in checks.items():
            said = getattr(person, name)
            try:
                if said:
                    check(said)
            except BadInput as error:
                yield from (replace(mistake, place=place(person, name)) for mistake in error.mistakes)

    def brief(self, person: Person, key: str) -> PlaqueBrief:
        """The brief of a person's plaque. Raises BadInput for an unknown cause or template, a missing picture."""
        cause_id, cause = self._cause(person.cause or self.ceremony.cause or self.file.default)
        template = self._template(self.ceremony.template or cause.template)
        if not template.about.tones:
            what, todo = "the template has no tone, whose colours a plaque has", "add one, such as tones: [{tone}]"
            raise BadInput.of(what, todo=todo, place=Place(template.folder / ABOUT), tone="civic")
        brand, jalali = self.workspace.brand, jalali_of(self.ceremony.date)
        reason = persian_numbers(person.reason or self.ceremony.reason) or cause.reason
        number = persian_digits(person.number)
        said = {
            "name": in_order(person.name),
            "honorific": in_order(person.honorific),
            "to": person.to,
            "position": in_order(persian_numbers(person.position)),
            "reason": reason,
            "number": number,
            "date": date_spelled_out(jalali),
        }
        office = {"city": brand.city, "municipality": brand.municipality, "office": brand.office}
        wording = normalised(person.body or self.ceremony.body) or cause.body
        body = in_order(with_values(wording, said | office))
        code, side = self._code(person)
        return PlaqueBrief(
            **said,
            id=cause_id,
            key=key,
            tone=template.about.tones[0],
            template=template.id,
            palette=self.ceremony.palette or self._palette(cause, template),
            first_day=self.ceremony.date,
            caption=f"{cause.heading}: {person.to}",
            alt=f"{cause.heading} برای {person.to}",
            pictures=self._pictures,
            heading=cause.heading,
            opening=cause.opening,
            body=body,
            date_in_figures=in_figures(jalali),
            signatures=self.file.signatures,
            code=code,
            code_side=side,
        )

    def _cause(self, said: str) -> tuple[str, Cause]:
        """The cause of this id or title, under its id. Raises BadInput."""
        causes = self.file.causes
        id = said if said in causes else next((id for id, cause in causes.items() if cause.title == said), None)
        if id is None:
            raise BadInput.of(
                "there is no cause “{cause}”",
                todo="use one of {known}",
                place=Place(file_of(self.workspace, PlaqueBrief.kind)),
                cause=said,
                known=", ".join(f"{id} ({cause.title})" for id, cause in causes.items()),
            )
        return id, causes[id]

    def _palette(self, cause: Cause, template: Template) -> str | None:
        """The cause's palette; on another template than its own, that of the first cause that uses it."""
        causes = (each for each in (cause, *self.file.causes.values()) if each.template == template.id)
        return next((each.palette for each in causes), None)

    def _template(self, id: str) -> Template:
        templates = self.workspace.templates

        def is_suitable(template: Template) -> bool:
            return PlaqueBrief.kind in template.about.kinds

        if id not in templates.by_id or not is_suitable(templates.by_id[id]):
            raise BadInput.of(
                "there is no template “{wanted}” for plaques",
                todo="use one of {known}",
                place=Place(templates.root),
                wanted=id,
                known=", ".join(each.id for each in templates.by_id.values() if is_suitable(each)),
            )
        return templates.by_id[id]

    @cached_property
    def _pictures(self) -> str:
        return digest_of_pictures(self.workspace, file_of(self.workspace, PlaqueBrief.kind), self.file.signatures)

    def _code(self, person: Person) -> tuple[str, int]:
        """Path data and side of the code for checking; nothing for a plaque without a number."""
        if not person.number:
            return "", 0
        check, number = self.file.check, person.number.translate(LATIN_DIGITS)
        return code_of(check.replace("{number}", number) if check else number)


def write_plaque(
    workspace: Workspace, brief: PlaqueBrief, format: Format, path: Path, printing: Printing = FOR_THE_OFFICE
) -> None:
    """Makes one plaque in this process, a PDF or a picture by the ending of `path`. Raises BadInput."""
    file_type = _FILE_TYPES.get(path.suffix.lower())
    if file_type is None:
        raise BadInput.of(
            "“{ending}” is not a kind of file that can be written" if path.suffix else "the file's name has no ending",
            todo="use {known}",
            place=Place(path),
            ending=path.suffix,
            known=", ".join(_FILE_TYPES),
        )
    assert brief.template is not None
    _, artwork = artwork_of(workspace, brief, brief.template, format)
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    with asked_for(path) as partial:
        press, x1a = workspace.press(format.paper) if printing.is_for_press else None, printing.pdf == "x1a"
        export(artwork, format, file_type, partial, brief.first_day, press=press, title=brief.caption, x1a=x1a)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was written, and what it leaves out."""

    path: Path
    warnings: tuple[Mistake, ...]


def write_letter(
    workspace: Workspace,
    said: PlaqueRequest,
    path: Path | None,
    door: Door,
    begin: Callable[[Format, Path], None] = lambda format, path: None,
) -> Letter:
    """Makes the plaque that is asked for as a file at once, else DATE_NAME.pdf here; `begin` is called before it is
    drawn. Raises BadInput."""
    (format,) = workspace.formats.select(said.formats)
    plaques = Plaques(workspace, said.ceremony(door.place))
    person = drawn(said.person, workspace.fonts, lambda field: said.place(door, field))
    path = path or Path(f"{key_of(jalali_of(plaques.ceremony.date), said.number, said.person.name)}.pdf")
    begin(format, path)
    write_plaque(workspace, plaques.brief(person.said, path.stem), format, path, door.printing or FOR_THE_OFFICE)
    return Letter(path, (*plaques.warnings, *person.warnings))
