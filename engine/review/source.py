"""What an artboard's file itself says wrongly, before anything is filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Undefined, meta, nodes
from lxml import etree

from engine.errors import BadInput, Mistake, Place, nearest
from engine.export.pdf.marked_layers import LAYERS, MARK
from engine.preflight.findings import first_words
from engine.review import colours
from engine.review.remarks import Remark
from engine.review.styles import Styles
from engine.svg import SVG, XLINK, parse, tag
from engine.templates.compile import Source, jinja_source
from engine.templates.fill import HELPERS, called_in, compiled, functions_for
from engine.templates.library import SYMBOLS, Artboard, TemplateLibrary
from engine.templates.sandbox import ENVIRONMENT
from engine.templates.values import names_of, plain

_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)

# data- attributes → the words they may hold; none where they hold an expression, a number or names.
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "data-text": (),
    "data-if": (),
    "data-for": (),
    "data-symbol": (),
    "data-tones": (),
    "data-cover": ("bleed", "x", "y"),
    "data-pin": ("top", "bottom", "left", "right"),
    "data-whole": (),
    MARK: LAYERS,
    "data-spot": (),
    "data-fit": ("shrink", "grow", "none"),
    "data-fit-floor": (),
    "data-fit-ceiling": (),
    "data-lines": (),
    "data-justify": ("kashida", "space", "none"),
    "data-valign": ("top", "middle", "center", "bottom"),
    "data-baseline-grid": (),
    "data-poem": ("columns", "stepped"),
    "data-honorifics": ("raised", "sign", "plain"),
    "data-lettering": ("stack",),
    "data-line-sizes": (),
}
WORDS = frozenset(tag(name) for name in ("text", "tspan", "textPath", "flowRoot", "flowPara", "flowSpan"))
_SHOWING = WORDS | {tag("title"), tag("desc")}


def remarks(artboard: Artboard, library: TemplateLibrary, data: Mapping[str, Any]) -> Iterator[Remark]:
    """What is wrong in the file of an artboard. `data` is what a brief offers. Raises BadInput for broken XML."""
    root = parse(artboard.source, artboard.path).getroot()
    yield from _placeholders(artboard, jinja_source(root), data)
    yield from _layers(root, artboard)
    styles = Styles(root)
    for element in elements(root):
        place = Place(artboard.path, element.sourceline)
        yield from _braces(element, place, styles)
        yield from _attributes(element, place)
        yield from _symbol(element, place, library)
        yield from _fixed_words(element, place, styles)
    yield from colours.remarks(root, artboard, data["colour"])


def used(artboard: Artboard) -> frozenset[str]:
    """The names that an artboard's placeholders and statements ask for. Raises BadInput for broken XML."""
    source = jinja_source(parse(artboard.source, artboard.path).getroot())
    try:
        parsed, _ = compiled(source, artboard.path)
    except BadInput:
        return frozenset()
    return frozenset(_asked_for(parsed))


def _asked_for(tree: nodes.Template) -> set[str]:
    """The names that a template looks up, as `meta.find_undeclared_variables` finds them; that one computes what is
    constant on its way, without a budget."""
    search = meta.TrackingCodeGenerator(ENVIRONMENT)
    search.optimizer = None
    search.visit(tree)
    return search.undeclared_identifiers


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """SVG's own elements; those of the editor are left out with all that is in them."""
    yield root
    for child in root.iterchildren(etree.Element):
        if etree.QName(child).namespace == SVG and child.tag != tag("metadata"):
            yield from elements(child)


def _placeholders(artboard: Artboard, source: Source, data: Mapping[str, Any]) -> Iterator[Remark]:
    try:
        tree, _ = compiled(source, artboard.path)
    except BadInput as error:
        yield from (Remark("error", each) for each in error.mistakes)
        return
    free = _asked_for(tree)
    # What a statement sets under a condition counts as undeclared after it; where it is missing, filling tells.
    set_here = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    known = {**functions_for(called_in(tree)), **dict.fromkeys((*HELPERS, *set_here)), **data}
    for asked in tree.find_all(nodes.Name):
        if asked.name in free and asked.name not in known:
            yield _unknown(asked.name, known, Place(artboard.path, source.origin(asked.lineno)))
    for part in tree.find_all(nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name in free and part.node.name in data:
            parts = names_of(plain(data[part.node.name]))
            if parts and part.attr not in parts and not _is_offered(data[part.node.name], part.attr):
                name = f"{part.node.name}.{part.attr}"
                offered = [f"{part.node.name}.{each}" for each in parts]
                yield _unknown(name, offered, Place(artboard.path, source.origin(part.lineno)))


def _is_offered(value: object, name: str) -> bool:
    """Whether a template may ask for more than words and numbers under this name: a method on the list."""
    try:
        return not isinstance(ENVIRONMENT.getattr(plain(value), name), Undefined)
    except BadInput:
        return False


def _unknown(name: str, known: Mapping[str, object] | list[str], place: Place) -> Remark:
    return Remark(
        "error",
        Mistake(
            "the placeholder “{name}” is not in the brief",
            "write {nearest}",
            place,
            {"name": name, "nearest": nearest(name, known)},
        ),
    )


def _braces(element: etree._Element, place: Place, styles: Styles) -> Iterator[Remark]:
    """Placeholders in visible text or in attributes, where they stay as they are."""
    for words in (element.text, *(child.tail for child in element)):
        if words and _BRACES.search(words) and not _replaced(element) and not colours.is_hidden(element, styles):
            yield Remark(
                "error",
                Mistake(
                    "the visible text “{words}” is drawn with its braces",
                    'give the element the attribute data-text="{words}" and write a sample in its place',
                    place,
                    {"words": " ".join(words.split())},
                ),
            )
    for name, value in element.attrib.items():
        if not str(name).startswith("data-") and "{" not in str(name) and _BRACES.search(str(value)):
            yield Remark(
                "error",
                Mistake(
                    'the attribute {name}="{value}" is not filled in',
                    "name it data-set-{name} and leave a sample in {name}",
                    place,
                    {"name": name, "value": value},
                ),
            )


def _fixed_words(text: etree._Element, place: Place, styles: Styles) -> Iterator[Remark]:
    """A text that no data-text reaches: perhaps a sample that was forgotten."""
    if text.tag != tag("text") or colours.is_hidden(text, styles):
        return
    words = " ".join("".join(text.itertext(etree.Element)).split())
    parts = text.iterdescendants(etree.Element)
    if words and not _replaced(text) and all(part.get("data-text") is None for part in parts):
        yield Remark(
            "note",
            Mistake(
                "the words “{words}” are the same in every picture",
                "if they are a sample, give the text the attribute data-text",
                place,
                {"words": first_words(words)},
            ),
        )


def _replaced(element: etree._Element) -> bool:
    return any(each.get("data-text") is not None for each in (element, *element.iterancestors()))


def _attributes(element: etree._Element, place: Place) -> Iterator[Remark]:
    if element.get("data-text") is not None and element.tag not in _SHOWING:
        yield Remark(
            "error",
            Mistake(
                "data-text stands on <{element}>, which shows no words",
                "give it to the text itself",
                place,
                {"element": etree.QName(element).localname},
            ),
        )
    for key, raw in element.attrib.items():
        name, value = str(key), str(raw)
        if not name.startswith("data-") or name.startswith("data-set-"):
            continue
        if name not in ATTRIBUTES:
            values = {"name": name, "nearest": nearest(name, (*ATTRIBUTES, "data-set-…"))}
            yield Remark("warning", Mistake("the attribute {name} means nothing", "write {nearest}", place, values))
        elif ATTRIBUTES[name] and not _BRACES.search(value):
            for word in value.split():
                if word not in ATTRIBUTES[name]:
                    values = {"name": name, "value": word, "nearest": nearest(word, ATTRIBUTES[name])}
                    yield Remark("warning", Mistake("{name} can't be “{value}”", "write {nearest}", place, values))


def _layers(root: etree._Element, artboard: Artboard) -> Iterator[Remark]:
    """Layers that can't be laid over each other to the whole drawing, and marks that no one reads."""
    foremost = 0
    for element in root.iterchildren(etree.Element):
        name = element.get(MARK, "")
        if name not in LAYERS:
            continue
        depth = LAYERS.index(name)
        if depth < foremost:
            yield Remark(
                "warning",
                Mistake(
                    "the layer “{name}” stands on top of a layer that belongs in front of it",
                    "put the layers in this order, from back to front: {order}",
                    Place(artboard.path, element.sourceline),
                    {"name": name, "order": ", ".join(LAYERS)},
                ),
            )
        foremost = max(foremost, depth)
    for element in root.iterfind(f".//*[@{MARK}]"):
        if element.getparent() is not root:
            yield Remark(
                "warning",
                Mistake(
                    "the mark {name} stands inside of a group, where it means nothing",
                    "give it to the outermost group",
                    Place(artboard.path, element.sourceline),
                    {"name": MARK},
                ),
            )


def _symbol(element: etree._Element, place: Place, library: TemplateLibrary) -> Iterator[Remark]:
    name = element.get("data-symbol")
    if name is None and f"{SYMBOLS}/" in (element.get("href") or element.get(f"{{{XLINK}}}href") or ""):
        yield Remark(
            "note",
            Mistake(
                "this symbol is the same in every picture",
                'if it is a sample, give it the attribute data-symbol="{placeholder}"',
                place,
                {"placeholder": "{{ symbol }}"},
            ),
        )
    if not name or _BRACES.search(name):
        return
    known = [path.stem for path in (library.root / SYMBOLS).glob("*.svg")]
    if name not in known:
        values = {"name": name, "nearest": nearest(name, known)}
        yield Remark("error", Mistake("there is no symbol “{name}”", "write {nearest}", place, values))
