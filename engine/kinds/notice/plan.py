"""Notices, one or a spreadsheet's, as an order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from engine import gate
from engine.briefs.photographs import Caption, Crop, Photograph, Source
from engine.briefs.spreadsheet import Row, Spreadsheet, read
from engine.calendar.dates import date_of, jalali_of
from engine.errors import BadInput, Mistake, Place
from engine.formats import Format
from engine.kinds.album import Album
from engine.kinds.codes import code_of
from engine.kinds.files import file_of, words_of
from engine.kinds.names import parted
from engine.kinds.notice.brief import Fact, FactName, NoticeBrief, NoticeCause, NoticesFile
from engine.kinds.notice.request import NoticeRequest, NoticesRequest
from engine.kinds.request import Door, PlaceOf, day_of
from engine.kinds.signatures import Signature, digest_of_pictures
from engine.kinds.wordings import with_values
from engine.persian.dates import in_figures, jalali_in_words, persian_digits
from engine.persian.digits import in_order, persian_numbers, with_phones_in_order
from engine.persian.letters import ZWNJ
from engine.persian.ordinals import date_spelled_out
from engine.production.keys import free_key, key_of
from engine.production.order import Order
from engine.production.plan import plan
from engine.production.printing import FOR_THE_OFFICE
from engine.production.subjects import subject_of
from engine.production.typed import bound, drawable, normalised
from engine.templates.library import ABOUT, Template
from engine.workspace import Brand, Workspace

HEADERS: Mapping[str, tuple[str, ...]] = {
    "cause": ("نوع", "سبب", "مناسبت", "cause", "kind"),
    "to": ("گیرنده", "مخاطب", "به", "نام", "نام و نام خانوادگی", "to", "recipient", "name"),
    "position": ("سمت", "مسئولیت", "position"),
    "title": ("عنوان", "موضوع", "تیتر", "title", "subject"),
    "about": ("درباره", "دربارهٔ", "بابت", "about"),
    "text": ("متن", "text", "body"),
    "day": ("روز", "تاریخ برگزاری", "day"),
    "time": ("ساعت", "زمان", "time"),
    "place": ("مکان", "محل", "نشانی", "محدوده", "place", "address"),
    "contact": ("تلفن", "تماس", "contact", "telephone", "phone"),
    "details": ("جزئیات", "توضیحات", "details"),
    "map": ("نقشه", "تصویر", "عکس", "map", "picture", "photo"),
    "shows": ("شرح", "شرح تصویر", "شرح عکس", "shows", "caption"),
    "link": ("پیوند", "لینک", "link", "address of the code"),
    "signatures": ("امضا", "امضاکننده", "signature", "signatures"),
    "number": ("شماره", "number", "no", "no."),
    "date": ("تاریخ", "date"),
}
_NO_LIST = Mistake("there is no column of causes, names or titles", "write «نوع», «گیرنده» or «عنوان» over it")
_SEVERAL = ("details", "signatures")
_BETWEEN = re.compile(r"[\n;؛|]")
_DRAWN = ("to", "position", "title", "about", "text", "time", "place", "contact", "shows", "number")
_SHARED = 0.66  # of a format's width and height: what the picture gets at most


def notice_order(workspace: Workspace, said: NoticeRequest, door: Door) -> Order:
    """One notice, in `door.output` or output/notices, whose other notices stay. Raises BadInput for what is wrong in
    the workspace's files."""
    return _order(workspace, [(said, door.place)], said.formats, door, door.output or workspace.output / "notices")


def notices_order(workspace: Workspace, said: NoticesRequest, door: Door) -> Order:
    """A notice for each row of a spreadsheet; what is wrong with a row is told with its cell. Raises BadInput for a
    file that can't be read, and for what is wrong in the workspace's files."""
    file = door.file_of(said.file)
    sheet = read(file, HEADERS, needed=("cause", "to", "title"), without=_NO_LIST)
    if not sheet.rows:
        raise BadInput.of("there is no notice in it", todo="write it below the headers", place=Place(file))
    realm = gate.reach(file.parent, workspace.root)
    found: list[tuple[NoticeRequest, PlaceOf]] = []
    mistakes: list[Mistake] = []
    for row in sheet.rows:
        try:
            found.append(_of_row(row, sheet, said))
        except BadInput as error:
            mistakes += error.mistakes
    folder = door.output or workspace.output / "notices" / file.stem
    beside = replace(door, file_of=lambda name: gate.named(name, file.parent, realm))
    order = _order(workspace, found, said.formats, beside, folder, alone=True)
    return replace(order, mistakes=(*mistakes, *order.mistakes))


def _of_row(row: Row, sheet: Spreadsheet, common: NoticesRequest) -> tuple[NoticeRequest, PlaceOf]:
    """What a row asks for, and where its fields stand."""
    if row.mistakes:
        raise BadInput(row.mistakes)

    def place(field: str) -> Place:
        return sheet.place(row.number, field)

    shared = common.model_dump(include={"cause", "date", "template", "palette", "formats"})
    own: dict[str, object] = {name: text for name, text in row.said.items() if text}
    for name in _SEVERAL:
        own[name] = tuple(part.strip() for part in _BETWEEN.split(row.said.get(name, "")) if part.strip())
    said = {name: value for name, value in {**shared, **own}.items() if value is not None}
    if "cause" not in said:
        raise BadInput.of("no cause is said", todo="fill it in, or name one for all", place=place("cause"))
    return NoticeRequest.of(place, **said), place


def _order(
    workspace: Workspace,
    all_said: Iterable[tuple[NoticeRequest, PlaceOf]],
    formats: Sequence[str],
    door: Door,
    folder: Path,
    *,
    alone: bool = False,
) -> Order:
    """`alone`: the folder holds these notices only, of their days."""
    office = Notices(workspace, workspace.formats.select(formats), door)
    briefs: dict[str, NoticeBrief] = {}
    mistakes: list[Mistake] = []
    for said, place in all_said:
        try:
            brief = office.brief(said, place, briefs)
            briefs[brief.key] = brief
        except BadInput as error:
            mistakes += error.mistakes
    pieces = plan(
        workspace,
        list(briefs.values()),
        office.formats,
        subjects=[
            subject_of(each, each.title or each.to, workspace.hijri.day(each.first_day)) for each in briefs.values()
        ],
        folder=folder,
        complete=False,
        printing=door.printing or FOR_THE_OFFICE,
        settled=tuple({f"{jalali_of(brief.first_day)}_" for brief in briefs.values()}) if alone else (),
    )
    return Order(pieces, tuple(mistakes), tuple(office.warnings))


@dataclass
class Notices:
    """Makes the briefs of a workspace's notices; `warnings` tell what of them could not be shown."""

    workspace: Workspace
    formats: Sequence[Format]
    door: Door
    album: Album = field(default_factory=Album)
    warnings: list[Mistake] = field(default_factory=list)

    @cached_property
    def file(self) -> NoticesFile:
        """Raises BadInput for what is wrong in notices.yaml."""
        return words_of(self.workspace, NoticeBrief.kind, NoticesFile)

    @cached_property
    def _pictures(self) -> str:
        return digest_of_pictures(self.workspace, file_of(self.workspace, NoticeBrief.kind), self.file.signatures)

    def brief(self, said: NoticeRequest, place: PlaceOf, taken: Collection[str] = ()) -> NoticeBrief:
        """The brief of a notice, under a key that is not taken. Raises BadInput for all that is wrong with it."""
        id, cause = self._cause(said.cause, place)
        template = self._template(said.template or cause.template, place)
        words = self._drawable(said, place)
        day, brand = day_of(said.date), self.workspace.brand
        jalali = jalali_of(day)
        honorific, name = parted(words["to"])
        title = normalised(words["title"]) or cause.title
        if not (title or name):
            raise BadInput.of("neither a name nor a title is said", todo="say one of them", place=place("title"))
        values = {
            "name": in_order(name),
            "honorific": in_order(honorific),
            "to": in_order(words["to"]),
            "position": in_order(persian_numbers(words["position"])),
            "about": persian_numbers(words["about"]) or cause.about,
            "title": persian_numbers(title),
            "date": date_spelled_out(jalali),
        }
        office = {"city": brand.city, "municipality": brand.municipality, "office": brand.office}
        body = in_order(with_values(normalised(words["text"]) or cause.body, values | office))
        facts = tuple(self._facts(said, words, cause))
        code, side = code_of(said.link) if said.link else ("", 0)
        headline = values["title"] or values["to"]
        said_of_facts = (f"{fact.label}: {fact.text}" for fact in facts)
        lines = (cause.heading, values["to"], values["title"], body, *said_of_facts, said.link)
        return NoticeBrief(
            **{each: values[each] for each in ("name", "honorific", "to", "position", "date")},
            id=id,
            key=free_key(key_of(jalali, said.number, headline), taken),
            tone=template.about.tones[0],
            template=template.id,
            palette=said.palette or self._palette(cause, template),
            first_day=day,
            caption="\n".join(filter(None, (*lines, _tags(brand)))) + "\n",
            alt=f"{cause.heading}: {headline}",
            pictures=self._pictures,
            cause=id,
            heading=cause.heading,
            opening=cause.opening,
            title=bound(values["title"]),
            body=body,
            facts=facts,
            map=self._map(said, place, words["shows"]),
            map_caption=persian_numbers(words["shows"]),
            code=code,
            code_side=side,
            link=re.sub(r"^https?://|/$", "", said.link),
            link_label=cause.labels.link if code else "",
            signatures=tuple(map(_signature, said.signatures)) or self.file.signatures,
            date_short=jalali_in_words(jalali),
            date_in_figures=in_figures(jalali),
            number=persian_digits(words["number"]),
            symbol=cause.symbol,
        )

    def _cause(self, said: str, place: PlaceOf) -> tuple[str, NoticeCause]:
        """The cause of this id or name, under its id. Raises BadInput."""
        for id, cause in self.file.causes.items():
            if said in (id, cause.called):
                return id, cause
        raise BadInput.of(
            "there is no cause “{cause}”",
            todo="use one of {known}",
            place=place("cause"),
            cause=said,
            known=", ".join(f"{id} ({cause.called})" for id, cause in self.file.causes.items()),
        )

    def _template(self, id: str, place: PlaceOf) -> Template:
        templates = self.workspace.templates.by_id
        known = [each.id for each in templates.values() if NoticeBrief.kind in each.about.kinds]
        if id not in known:
            raise BadInput.of(
                "there is no template “{wanted}” for notices",
                todo="use one of {known}",
                place=place("template"),
                wanted=id,
                known=", ".join(known),
            )
        template = templates[id]
        if not template.about.tones:
            what, todo = "the template has no tone, whose colours a notice has", "add one, such as tones: [{tone}]"
            raise BadInput.of(what, todo=todo, place=Place(template.folder / ABOUT), tone="civic")
        return template

    def _palette(self, cause: NoticeCause, template: Template) -> str | None:
        """The cause's palette, as far as the template's tone has it: the template may be another than the cause's."""
        known = self.workspace.templates.palettes.palettes.get(template.about.tones[0], {})
        return cause.palette if cause.palette in known or template.id == cause.template else None

    def _drawable(self, said: NoticeRequest, place: PlaceOf) -> Mapping[str, str]:
        """The words as they can be shown, by field. Raises BadInput for a character, other than emoji, that no font
        has."""
        words: dict[str, str] = {}
        mistakes: list[Mistake] = []
        for name in _DRAWN:
            try:
                todo = "take it out, or add a font"
                words[name], left_out = drawable(getattr(said, name), self.workspace.fonts, place(name), todo)
                self.warnings += left_out
            except BadInput as error:
                mistakes += (replace(each, place=place(name)) for each in error.mistakes)
        if mistakes:
            raise BadInput(mistakes)
        return words

    def _facts(self, said: NoticeRequest, words: Mapping[str, str], cause: NoticeCause) -> Iterator[Fact]:
        labels = cause.labels
        if said.day:
            yield Fact(name="date", label=labels.date, text=self._in_words(said.day))
        others: tuple[tuple[FactName, str], ...] = (("time", labels.time), ("place", labels.place))
        for name, label in (*others, ("contact", labels.contact)):
            if words[name]:
                yield Fact(name=name, label=label, text=_shown(words[name]))
        for detail in said.details:
            label, _, text = (part.strip() for part in detail.partition(":"))
            yield Fact(name="other", label=persian_numbers(label), text=self._detail(text))

    def _detail(self, text: str) -> str:
        """What a detail says; a Jalali date in words."""
        try:
            return self._in_words(text)
        except BadInput:
            return _shown(text)

    def _in_words(self, date: str) -> str:
        day = self.workspace.hijri.day(date_of(date))
        return jalali_in_words(day.jalali, day.weekday)

    def _map(self, said: NoticeRequest, place: PlaceOf, shows: str) -> Photograph | None:
        if not said.map:
            return None
        crops = tuple(Crop(each.id, *(round(side * _SHARED) for side in each.pixels)) for each in self.formats)
        try:
            source = Source(self.door.file_of(said.map), Caption(file=said.map, caption=shows))
            photograph, warnings = self.album.photograph(source, crops)
        except BadInput as error:
            what = "no notice is made: {problem}"
            raise BadInput(Mistake(what, "", place("map"), {"problem": each}) for each in error.mistakes) from None
        self.warnings += warnings
        return photograph


def _shown(text: str) -> str:
    """A line as it is read: Persian digits, telephone numbers in one piece."""
    return in_order(with_phones_in_order(persian_numbers(" ".join(text.split()))))


def _signature(said: str) -> Signature:
    """«رضا محمدی، شهردار خمین» → a name and its title."""
    name, _, title = (part.strip() for part in said.replace(",", "،").partition("،"))
    return Signature(name=name, title=title)


def _tags(brand: Brand) -> str:
    """The tags of a channel: #خمین #شهرداری_خمین."""
    return " ".join(f"#{re.sub(rf'[\s{ZWNJ}]+', '_', words)}" for words in (brand.city, brand.municipality))
