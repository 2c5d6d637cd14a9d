"""What may be asked for of letters of appreciation: one, or one for each person of a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AfterValidator, Field

from engine.errors import BadInputValue, Place
from engine.kinds.names import parted
from engine.kinds.plaque.brief import known_placeholders
from engine.kinds.plaque.people import LONGEST, Person
from engine.kinds.request import Date, Door, PlaceOf, Request, at_most, day_of, of_length
from engine.persian.letters import ARABIC_TO_PERSIAN

if TYPE_CHECKING:
    from engine.kinds.plaque.plaques import Ceremony
    from engine.production.order import Order
    from engine.workspace import Workspace


def _addressed(to: str) -> str:
    """Whom a letter is to, in Persian letters. Raises BadInputValue for nobody, and for too long a name."""
    to = to.translate(ARABIC_TO_PERSIAN)
    honorific, name = parted(to)
    if not name:
        raise BadInputValue.of("the name is empty", todo="say whom to thank")
    of_length(honorific, LONGEST["honorific"])
    of_length(name, LONGEST["name"])
    return to


type Wording = Annotated[str, at_most(LONGEST["body"]), AfterValidator(known_placeholders)]


class _Letters(Request):
    reason: Annotated[str, at_most(LONGEST["reason"])] = Field(
        default="", alias="for", description="what follows «به پاس»"
    )
    body: Wording = Field(default="", description="the text, instead of the cause's")
    date: Date = Field(default=None, description="Jalali, else today")
    cause: str | None = Field(default=None, description="whose words: a cause of plaques.yaml")
    template: str | None = Field(default=None, description="another template than the cause's")
    palette: str | None = Field(default=None, description="other colours than the cause's")
    formats: tuple[str, ...] = ("a4",)

    def ceremony(self, place: PlaceOf) -> Ceremony:
        """What its letters have in common."""
        from engine.kinds.plaque.plaques import Ceremony

        return Ceremony(
            day_of(self.date),
            self.cause,
            self.reason,
            self.body,
            self.template,
            self.palette,
            {"reason": place("reason"), "body": place("body")},
        )


class CeremonyRequest(_Letters):
    """A plaque for each person of a spreadsheet."""

    key: ClassVar = "plaques"

    file: str = Field(alias="plaques", description="an .xlsx or .csv file")

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.plaque.plan import ceremony_plan
        from engine.production.printing import FOR_THE_OFFICE

        file = door.file_of(self.file)
        folder = door.output or workspace.output / "plaques" / file.stem
        printing = door.printing or FOR_THE_OFFICE
        return ceremony_plan(workspace, file, self.ceremony(door.place), self.formats, folder, printing)


class PlaqueRequest(_Letters):
    """One plaque."""

    key: ClassVar = "plaque"

    to: Annotated[str, AfterValidator(_addressed)] = Field(alias="plaque", description="whom it thanks")
    position: Annotated[str, at_most(LONGEST["position"])] = ""
    number: Annotated[str, at_most(LONGEST["number"])] = Field(
        default="", description="a code for checking goes with it"
    )

    @property
    def person(self) -> Person:
        """Whom it thanks."""
        honorific, name = parted(self.to)
        return Person(name, honorific, self.position, number=self.number, cause=self.cause or "")

    def place(self, door: Door, field: str) -> Place:
        """Where a field of the person was said."""
        return door.place("to" if field in ("name", "honorific") else field)

    def order(self, workspace: Workspace, door: Door) -> Order:
        from engine.kinds.plaque.plan import plan_of_people
        from engine.production.printing import FOR_THE_OFFICE

        return plan_of_people(
            workspace,
            [self.person],
            lambda _, field: self.place(door, field),
            self.ceremony(door.place),
            self.formats,
            door.output or workspace.output / "plaques",
            door.printing or FOR_THE_OFFICE,
        )


REQUESTS = (CeremonyRequest, PlaqueRequest)
