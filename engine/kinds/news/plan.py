"""News cards: briefs from headlines and photographs, one at once or a day's from a spreadsheet, as a plan."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest
from pathlib import Path

from engine import gate
from engine.briefs.photographs import Caption, Crop, Photograph, Source
from engine.briefs.spreadsheet import plain
from engine.calendar.dates import date_of, jalali_of
from engine.errors import BadInput, Mistake, Place
from engine.formats import Format
from engine.kinds.album import Album
from engine.kinds.news.brief import LONGEST, TONE, News, NewsBrief, Point, news_of
from engine.kinds.news.request import FORMATS
from engine.persian.dates import jalali_in_words
from engine.persian.digits import LATIN_DIGITS, persian_numbers
from engine.persian.letters import ARABIC_TO_PERSIAN, ZWNJ
from engine.production.keys import free_key, key_of
from engine.production.order import Order
from engine.production.plan import plan
from engine.production.subjects import subject_of
from engine.production.typed import bound, drawable, normalised
from engine.templates.library import PALETTES
from engine.workspace import TEMPLATES, Brand, Workspace

PAIR, COLLAGE, SINGLE, PLAIN = "news-before-after", "news-collage", "news-veil", "news-plain"
"""The templates for a pair of before and after, for several photographs, for one and for none."""
_SHARED = 0.66  # of a format's width and height: what a photograph gets at most that is not the only one
_POINT = re.compile(r"(0?\.\d+|[01])[\s,،]+(0?\.\d+|[01])")


type Where = Callable[[str], Place]
"""Field → where it stands."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the cards of a run have in common: the day where none is said, the formats, another template."""

    date: datetime.date
    formats: tuple[str, ...] = FORMATS
    template: str | None = None


def news_plan(workspace: Workspace, spreadsheet: Path, desk: Desk, folder: Path) -> Order:
    """A card for each row of a spreadsheet, in `folder`, which is to hold no others.

    Raises BadInput for a file that can't be read, an unknown format and anything wrong in the workspace's files.
    """
    found = news_of(spreadsheet)
    if not found.sheet.rows:
        raise BadInput.of("there is no news in it", todo="write it below the headers", place=Place(spreadsheet))
    placed = [(news, partial(found.sheet.place, news.row)) for news in found.news]
    made = _planned(workspace, placed, desk, folder, spreadsheet.parent)
    return replace(made, mistakes=(*found.mistakes, *made.mistakes))


def card_plan(workspace: Workspace, news: News, desk: Desk, folder: Path, at: Where = Place) -> Order:
    """One piece of news; other cards of `folder` stay. `at` tells where a field of it stands. Raises BadInput as
    `news_plan`."""
    return _planned(workspace, [(news, at)], desk, folder, None)


def _planned(
    workspace: Workspace, all_news: Iterable[tuple[News, Where]], desk: Desk, folder: Path, beside: Path | None
) -> Order:
    """`beside` is the folder that all photographs have to lie in; with it, the folder holds these cards
    alone of their days."""
    formats, _ = workspace.formats.select(desk.formats), workspace.templates  # what is wrong there is no news's fault
    briefs: dict[str, NewsBrief] = {}
    album = Album()
    remarks = []
    for news, at in all_news:
        remarks.append(_Remarks(at))
        brief = _Writing(workspace, desk, formats, beside, news, remarks[-1], album).brief(briefs)
        if brief:
            briefs[brief.key] = brief
    pieces = plan(
        workspace,
        list(briefs.values()),
        formats,
        subjects=[subject_of(brief, brief.title, workspace.hijri.day(brief.first_day)) for brief in briefs.values()],
        folder=folder,
        complete=False,
        settled=tuple({f"{jalali_of(brief.first_day)}_" for brief in briefs.values()}) if beside else (),
    )
    return Order(
        pieces,
        tuple(mistake for each in remarks for mistake in each.mistakes),
        tuple(warning for each in remarks for warning in each.warnings),
    )


# --- what is wrong, and where


@dataclass(frozen=True, slots=True)
class _Remarks:
    """All that is wrong with a piece of news; `place` tells where a field of it stands."""

    place: Where
    mistakes: list[Mistake] = field(default_factory=list)
    warnings: list[Mistake] = field(default_factory=list)

    @contextmanager
    def at(self, field: str) -> Iterator[None]:
        """Where what is wrong is told as the fault of a field."""
        try:
            yield
        except BadInput as error:
            self.mistakes.extend(self._placed(mistake, field) for mistake in error.mistakes)

    def _placed(self, mistake: Mistake, field: str) -> Mistake:
        place = self.place(field)
        if mistake.place is None:
            return replace(mistake, place=place)
        return Mistake("no card is made: {problem}", place=place, values={"problem": mistake})


# --- a brief


@dataclass(frozen=True, slots=True)
class _Writing:
    """The writing of the brief of a piece of news; what is wrong with it is remarked."""

    workspace: Workspace
    desk: Desk
    formats: Sequence[Format]
    beside: Path | None
    news: News
    remarks: _Remarks
    album: Album

    def brief(self, taken: Collection[str]) -> NewsBrief | None:
        """The brief, under a key that is not taken; None where the news can't be used."""
        news, remarks = self.news, self.remarks
        date, category, template = self.desk.date, "", ""
        focus: tuple[Point, ...] = ()
        for name, most in LONGEST.items():
            with remarks.at(name):
                _check_length(getattr(news, name), most)
        with remarks.at("title"):
            _check_words(news.title)
        with remarks.at("date"):
            date = date_of(news.date) if news.date else date
        with remarks.at("category"):
            category = self._category()
        with remarks.at("before" if news.before or news.after else "photos"):
            template = self._template()
        with remarks.at("focus"):
            focus = tuple(map(_point, news.focus))
        photos = dict(self._photographs(focus))
        title, lead = (normalised(" ".join(words.split())) for words in (news.title, news.lead))
        headline, shown_lead = bound(self._drawable("title", title)), self._drawable("lead", lead)
        if remarks.mistakes:
            return None
        credit = news.credit.translate(ARABIC_TO_PERSIAN)  # a name: no one puts its spaces right
        look = self.workspace.templates.palettes.palettes[TONE][category]
        day = self.workspace.hijri.day(date)
        return NewsBrief(
            id=category,
            key=free_key(key_of(jalali_of(date), title), taken),
            tone=TONE,
            template=template,
            palette=category,
            first_day=date,
            caption=_caption(title, lead, category, credit, self.workspace.brand),
            alt=_alt(title, category, news),
            title=headline,
            lead=shown_lead,
            category=category,
            symbol=look.symbol,
            tiling=look.girih.tiling,
            angle=look.girih.angle,
            date=jalali_in_words(day.jalali, day.weekday),
            photos=tuple(photos[name] for name in news.photos),
            before=photos.get(news.before),
            after=photos.get(news.after),
            credit=credit,
        )

    def _drawable(self, name: str, text: str) -> str:
        """What of a text the card can show: emoji that no font has stay in the caption."""
        with self.remarks.at(name):
            todo = "the caption keeps it; else add a font"
            text, left_out = drawable(text, self.workspace.fonts, self.remarks.place(name), todo)
            self.remarks.warnings.extend(left_out)
        return text

    def _category(self) -> str:
        """The category as palettes.yaml writes it; the first one where none is named."""
        known = self.workspace.templates.palettes.palettes.get(TONE, {})
        by_name = {plain(name): name for name in known}
        wanted = plain(self.news.category) or next(iter(by_name), "")
        if wanted not in by_name:
            raise BadInput.of(
                "there is no category “{category}”",
                todo="use one of {known}, or add it to the palettes of “{tone}” in {file}",
                category=self.news.category,
                known="، ".join(known),
                tone=TONE,
                file=f"{TEMPLATES}/{PALETTES}",
            )
        return by_name[wanted]

    def _template(self) -> str:
        """The template that is asked for, else the one that suits what there is to show."""
        news, wanted = self.news, self.desk.template
        if bool(news.before) != bool(news.after):
            raise BadInput.of("of before and after only one is there", todo="give both photographs, or neither")
        suitable = PAIR if news.before else COLLAGE if len(news.photos) > 1 else SINGLE if news.photos else PLAIN
        library = self.workspace.templates
        known = [each.id for each in library.by_id.values() if NewsBrief.kind in each.about.kinds]
        if (wanted or suitable) not in known:
            raise BadInput.of(
                "there is no template “{wanted}” for news",
                todo="use one of {known}",
                wanted=wanted or suitable,
                known=", ".join(known),
            )
        needed = {PAIR: (PAIR,), COLLAGE: (COLLAGE,), SINGLE: (SINGLE, COLLAGE)}.get(wanted or "", (suitable,))
        if suitable not in needed:
            raise BadInput.of(
                "the template “{wanted}” shows other photographs than these",
                todo="take “{suitable}”, or leave the choice to Naqsh",
                wanted=wanted,
                suitable=suitable,
            )
        return wanted or suitable

    def _photographs(self, focus: Sequence[Point]) -> Iterator[tuple[str, Photograph]]:
        """The photographs that can be used, by the name of their file; `focus` are their points, in order."""
        news = self.news
        named = [*(("photos", name) for name in news.photos), ("before", news.before), ("after", news.after)]
        named = [(column, name) for column, name in named if name]
        share = 1.0 if len(named) == 1 else _SHARED
        crops = tuple(Crop(each.id, *(round(side * share) for side in each.pixels)) for each in self.formats)
        for (column, name), point in zip_longest(named, focus[: len(named)]):
            with self.remarks.at(column):
                about = Caption(file=name, focus=point)
                photograph, warnings = self.album.photograph(Source(self._path(name), about), crops)
                self.remarks.warnings.extend(warnings)
                yield name, photograph.model_copy(update={"caption": news.shows, "credit": news.credit})

    def _path(self, name: str) -> Path:
        """The file of a photograph. What a spreadsheet names has to lie within its reach."""
        if self.beside is None:
            return Path(name)
        return gate.named(name, self.beside, gate.reach(self.beside, self.workspace.root))


def _check_words(title: str) -> None:
    if not any(map(str.isalnum, title)):
        raise BadInput.of("there is no title", todo="fill it in")


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        what, todo = "{length} characters are too many", "shorten it to {most}"
        raise BadInput.of(what, todo=todo, length=len(text), most=most)


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text.translate(LATIN_DIGITS).replace("٫", ".").strip())
    if not found:
        raise BadInput.of(
            "“{text}” is no point of a photograph",
            todo="write the parts of its width from the left and of its height from above, as 0.5 0.3",
            text=text,
        )
    return float(found[1]), float(found[2])


# --- the words beside a card


def _caption(title: str, lead: str, category: str, credit: str, brand: Brand) -> str:
    """What is written under a card in a channel."""
    tags = (category, brand.city, brand.municipality)
    lines = (title, lead, f"عکس: {credit}" if credit else "", " ".join(f"#{_tagged(tag)}" for tag in tags))
    return "\n".join(filter(None, lines)) + "\n"


def _tagged(words: str) -> str:
    """Words as one hashtag: «شهرداری خمین» → شهرداری_خمین."""
    return re.sub(rf"[\s{ZWNJ}]+", "_", words)


def _alt(title: str, category: str, news: News) -> str:
    """What a card shows, for those who can't see it."""
    count = len(news.photos)
    shown = "دو عکس از پیش و پس از کار" if news.before else f"{persian_numbers(str(count))} عکس" if count > 1 else "عکس"
    if not (count or news.before):
        return f"کارت خبری «{category}» با نوشتهٔ «{title}»."
    about = f": {news.shows}" if news.shows else ""
    return f"کارت خبری «{category}» با نوشتهٔ «{title}» و {shown}{about}."
