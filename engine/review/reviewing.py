"""A template → its review."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.briefs.occasion import OccasionBrief
from engine.errors import BadInput, Mistake, Place, nearest
from engine.formats import Format
from engine.kinds.samples import Sample
from engine.review import source
from engine.review.remarks import LEVELS, Remark
from engine.review.samples import formats_for, samples
from engine.review.trials import Trial, tried
from engine.svg import parse
from engine.templates.canvas import canvas_of
from engine.templates.library import Artboard, Template
from engine.workspace import Workspace
from engine.yamlfile import line_numbers

_FAR = math.log(1.4)  # between two shapes: where an artboard is so much wider or taller, 2/7 of a format stay empty
_FORMATS_NAMED = 4
_TOLD = frozenset(  # what people read: an artboard that leaves one out may have forgotten it
    ("title", "lettering", "message", "date", "brand", "heading", "name", "to", "body", "signatures", "month", "photo")
)
_NAMES = frozenset(("lettering", "title"))  # a picture of an occasion shows one of them

type Progress = Callable[[int, int], None]  # trials made, trials in all


@dataclass(frozen=True, slots=True)
class Review:
    """A template's trials, and all that is to be mended or known, errors first."""

    template: Template
    trials: tuple[Trial, ...]
    remarks: tuple[Remark, ...]

    @property
    def has_errors(self) -> bool:
        return any(remark.level == "error" for remark in self.remarks)


def reviewed(workspace: Workspace, name: str, progress: Progress = lambda made, all: None) -> Review:
    """The review of a template. Raises BadInput where there is none of this name, or its workspace is broken.

    Each artboard is tried with all samples in the format nearest to it, and with the longest words in every other
    shape that it serves and that is not far from its own. An artboard whose file is wrong is not tried, and one that
    could not be made is not tried again: that is to be mended first, and what fails late may have taken its time.
    """
    template = workspace.templates.choose("", "", name)
    all_samples = samples(workspace, template)
    broken = [remark for artboard in template.artboards for remark in _unreadable(artboard)]
    readable = tuple(artboard for artboard in template.artboards if not any(_unreadable(artboard)))
    parts = tuple(dict.fromkeys(sample.brief.part for sample in all_samples))
    served = _served(replace(template, artboards=readable), formats_for(workspace, template), parts) if readable else {}
    remarks = [*broken, *_about(workspace, template), *_shapes(workspace, template, served)]
    sound = []
    for artboard in readable:
        found = _of_source(workspace, artboard, all_samples[0], served[artboard])
        remarks += found
        if not any(remark.level == "error" for remark in found):
            sound.append(artboard)
    if parts == (None,):
        remarks += _left_out(sound)
    if OccasionBrief.kind in template.about.kinds:
        remarks += _nameless(sound)
    wanted = [
        (artboard, format, sample)
        for artboard in sound
        for number, format in enumerate(_distinct(artboard, served[artboard]))
        for sample in (_its(artboard, all_samples)[-1:] if number else _its(artboard, all_samples))
    ]
    trials: list[Trial] = []
    given_up = set[Artboard]()
    for made, (artboard, format, sample) in enumerate(wanted, 1):
        if artboard not in given_up:
            trials.append(tried(workspace, artboard, format, sample))
            if trials[-1].artwork is None:
                given_up.add(artboard)
        progress(made, len(wanted))
    remarks += _together(remark for trial in trials for remark in trial.remarks)
    remarks += [remark for artboard in sound for remark in _outside(artboard, trials)]
    return Review(template, tuple(trials), tuple(sorted(remarks, key=_order)))


def _order(remark: Remark) -> tuple[int, str, int]:
    place = remark.mistake.place
    return LEVELS.index(remark.level), str(place.file) if place else "", (place.line or 0) if place else 0


def _its(artboard: Artboard, samples: Sequence[Sample]) -> Sequence[Sample]:
    """The samples that may be drawn on an artboard."""
    return [sample for sample in samples if sample.brief.part in (None, artboard.part)]


# --- which artboard serves which format


def _served(
    template: Template, wanted: Sequence[Format], parts: Iterable[str | None]
) -> Mapping[Artboard, Sequence[Format]]:
    """For each artboard the formats that are drawn on it, the nearest in shape first; else one of its own shape."""
    served: dict[Artboard, list[Format]] = {artboard: [] for artboard in template.artboards}
    for part in parts:
        for format in wanted:
            served[template.artboard(format.aspect, part)].append(format)
    for artboard, its in served.items():
        its.sort(key=lambda format: _distance(artboard, format))
    return {artboard: its or [_own_shape(artboard)] for artboard, its in served.items()}


def _own_shape(artboard: Artboard) -> Format:
    width, height = round(artboard.box.width), round(artboard.box.height)
    return Format(id=artboard.path.stem, title="", medium="screen", width=width, height=height, files=("png",))


def _distance(artboard: Artboard, format: Format) -> float:
    return abs(math.log(artboard.box.aspect / format.aspect))


def _distinct(artboard: Artboard, formats: Sequence[Format]) -> Sequence[Format]:
    """The nearest format, and those not far from the artboard's shape; of such as look alike the most remote one."""
    alike: dict[tuple[float, str], Format] = {}
    for format in formats:
        if alike and _distance(artboard, format) > _FAR:
            break
        key = round(math.log(format.aspect), 1), format.medium
        if key not in alike or _remoteness(format) > _remoteness(alike[key]):
            alike[key] = format
    return sorted(alike.values(), key=lambda format: _distance(artboard, format))


def _remoteness(format: Format) -> float:
    return (format.viewing_distance or 0.0) / format.width


def _shapes(workspace: Workspace, template: Template, served: Mapping[Artboard, Sequence[Format]]) -> Iterator[Remark]:
    known = workspace.formats.by_id
    for artboard, formats in served.items():
        if formats[0].id not in known:
            yield Remark(
                "note",
                Mistake(
                    "no format is drawn on this artboard: none is nearer to its shape than to another’s",
                    "take it away, or give it another shape",
                    Place(artboard.path),
                ),
            )
        far = [format for format in formats if _distance(artboard, format) > _FAR]
        if far:
            far.sort(key=lambda format: format.id not in workspace.formats.default)
            yield Remark(
                "warning" if far[0].id in workspace.formats.default else "note",
                Mistake(
                    "{formats} are drawn on “{shape}”, far from their own shape: a part of them stays empty",
                    "add an artboard of {width} × {height}",
                    Place(workspace.templates.root / template.id),
                    {
                        "formats": ", ".join(format.id for format in far[:_FORMATS_NAMED])
                        + "…" * (len(far) > _FORMATS_NAMED),
                        "shape": artboard.path.stem,
                        "width": round(1000 * max(1.0, far[0].aspect)),
                        "height": round(1000 * max(1.0, 1 / far[0].aspect)),
                    },
                ),
            )


# --- what the files say


def _about(workspace: Workspace, template: Template) -> Iterator[Remark]:
    path = workspace.templates.root / template.id / "template.yaml"
    tones = workspace.templates.palettes.palettes
    for number, tone in enumerate(template.about.tones):
        if tone not in tones:
            place = Place(path, line_numbers(path).get(("tones", number)))
            values = {"name": tone, "nearest": nearest(tone, tones)}
            yield Remark("error", Mistake("there is no tone “{name}”", "write {nearest}", place, values))


def _unreadable(artboard: Artboard) -> Sequence[Remark]:
    """Why an artboard is none: it is no SVG, or has no size."""
    try:
        parse(artboard.source, artboard.path)
        assert artboard.box
    except BadInput as error:
        return [Remark("error", mistake) for mistake in error.mistakes]
    return []


def _of_source(workspace: Workspace, artboard: Artboard, sample: Sample, formats: Sequence[Format]) -> Sequence[Remark]:
    """What is wrong in an artboard's file."""
    library, brief = workspace.templates, sample.brief
    data = {
        **brief.placeholders,
        "brand": workspace.brand,
        "colour": library.palettes.colours(brief.tone, brief.palette),
        "canvas": canvas_of(artboard.box, formats[0]),
        "format": formats[0],
    }
    return list(source.remarks(artboard, library, data))


def _left_out(artboards: Sequence[Artboard]) -> Iterator[Remark]:
    """Words that some artboards of a template show and others do not."""
    asked = {artboard: source.used(artboard) & _TOLD for artboard in artboards}
    everywhere = frozenset[str]().union(*asked.values())
    for artboard, names in asked.items():
        if everywhere - names:
            yield Remark(
                "note",
                Mistake(
                    "this artboard leaves out {names}, which others of the template use",
                    "add it, if it was forgotten",
                    Place(artboard.path),
                    {"names": ", ".join(sorted(everywhere - names))},
                ),
            )


def _nameless(artboards: Sequence[Artboard]) -> Iterator[Remark]:
    """Artboards that do not say which occasion it is."""
    for artboard in artboards:
        if not source.used(artboard) & _NAMES:
            yield Remark(
                "warning",
                Mistake(
                    "this artboard does not show the occasion’s title",
                    'give a text the attribute data-text="{placeholder}"',
                    Place(artboard.path),
                    {"placeholder": "{{ lettering }}"},
                ),
            )


# --- what the trials show


def _together(remarks: Iterable[Remark]) -> list[Remark]:
    """The same fault at the same place, seen in several trials, as one remark."""
    found: dict[tuple[object, ...], Remark] = {}
    for remark in remarks:
        key = remark.level, str(remark.mistake.place), remark.mistake.what
        known = found.get(key)
        found[key] = remark if known is None else replace(known, seen=(*known.seen, *remark.seen))
    return list(found.values())


def _outside(artboard: Artboard, trials: Iterable[Trial]) -> Iterator[Remark]:
    """What stands outside of the canvas in every trial."""
    made = [trial.outside for trial in trials if trial.artboard == artboard and trial.filled]
    for line in frozenset.intersection(*made) if made else ():
        yield Remark(
            "warning",
            Mistake(
                "this is drawn outside of the canvas, where it never shows",
                "move it in, or delete it",
                Place(artboard.path, line),
            ),
        )
