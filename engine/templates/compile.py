"""An SVG as a designer saves it → the source of a Jinja2 template.

Jinja2 stands only where an SVG editor keeps it: in comments that hold one statement (`<!--{% for … %}-->`) and in
`data-` attributes. `data-text` gives an element its words, `data-set-x="{{ … }}"` its attribute x, `data-if` says
whether it is there at all, `data-for="day in days"` repeats it; whatever else the file says is taken as it stands,
braces included.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from engine.svg import SVG, XLINK, escaped, in_quotes, tag

_STATEMENT = re.compile(r"\s*\{%.*%\}\s*", re.DOTALL)
_JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_OPENING = re.compile(r"\{%[-+]?")
_BRACES = re.compile(r"\{[{%#]|[%#}]\}")
_SODIPODI = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
_PARTS = frozenset((tag("tspan"), tag("flowPara"), tag("flowSpan")))
_LEFT_OUT = frozenset({tag("metadata"), tag("script"), tag("foreignObject")})
_STEERING = frozenset(("data-text", "data-if", "data-for", "data-line"))  # for us, not for the drawing
_IN_LINES = frozenset(("data-lettering", "data-poem"))
_KEPT_EDITOR_ATTRIBUTES = frozenset({f"{{{_SODIPODI}}}role", f"{{{_SODIPODI}}}linespacing"})
_PREFIXES = {SVG: "", XLINK: "xlink:", "http://www.w3.org/XML/1998/namespace": "xml:", _SODIPODI: "sodipodi:"}


@dataclass(slots=True)
class Source:
    """A Jinja2 source, and for each of its lines the line of the SVG that it comes from."""

    lines: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def add(self, text: str, origin: int | None) -> None:
        # Line breaks of the SVG's own text stay; each piece starts on a line of its own only inside a tag,
        # where white space means nothing, so that the picture does not change.
        first, *rest = text.split("\n")
        if not self.lines:
            self.lines.append("")
            self.origins.append(origin or 1)
        self.lines[-1] += first
        for line in rest:
            self.lines.append(line)
            self.origins.append(origin or self.origins[-1])

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def origin(self, line: int | None) -> int | None:
        """The line of the SVG behind a line of the source, both from 1."""
        return self.origins[line - 1] if line and 0 < line <= len(self.origins) else None


def jinja_source(root: etree._Element) -> Source:
    """The Jinja2 source of a parsed SVG. Each element says in `data-line` which line it comes from."""
    source = Source()
    _add_element(source, root, root=True)
    return source


def _add_element(source: Source, element: etree._Element, *, root: bool = False) -> None:
    line = element.sourceline
    condition, repeat = element.get("data-if"), element.get("data-for")
    if repeat:
        source.add(f"{{%\n for {_expression(repeat)} %}}", line)
    if condition:
        source.add(f"{{%\n if {_expression(condition)} %}}", line)
    name = _name(str(element.tag))
    source.add(f'<{name}\ndata-line="{line}"\n', line)
    if root:
        source.add(f'xmlns="{SVG}" xmlns:xlink="{XLINK}" xmlns:sodipodi="{_SODIPODI}" ', line)
        if element.get("lang") is None:
            source.add('lang="fa" ', line)  # what a brief says is Persian
    for attribute, value in _attributes(element):
        source.add(f"{attribute}={value}\n", line)
    words = element.get("data-text")
    if words is not None:
        _add_words(source, element, words)
    elif len(element) or element.text:
        source.add(">", line)
        source.add(_literal(escaped(element.text or "")), line)
        _add_children(source, element)
        source.add(f"</{name}>", line)
    else:
        source.add("/>", line)
    if condition:
        source.add("{% endif %}", line)
    if repeat:
        source.add("{% endfor %}", line)


def _add_children(source: Source, element: etree._Element) -> None:
    for child in element:
        if isinstance(child, etree._Comment):
            if _STATEMENT.fullmatch(child.text or ""):
                # A line break after {% counts for nothing in Jinja2 and gives the statement its line.
                source.add(_OPENING.sub(r"\g<0>\n", (child.text or "").strip(), count=1), child.sourceline)
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT and _namespace(child.tag) == SVG:
            _add_element(source, child)
        source.add(_literal(escaped(child.tail or "")), child.sourceline)


def _add_words(source: Source, element: etree._Element, words: str) -> None:
    """The words in place of the sample, in the line or paragraph in which Inkscape began it."""
    source.add(">", element.sourceline)
    for region in element.findall(tag("flowRegion")):
        _add_element(source, region)
    carrier = next(iter(_sample_parts(element)), None)
    if carrier is not None:
        moved = {name for name in ("x", "y") if element.get(f"data-set-{name}")}
        source.add(f'<{_name(str(carrier.tag))}\ndata-line="{carrier.sourceline}"\n', carrier.sourceline)
        for attribute, value in _attributes(carrier):
            if attribute not in moved and attribute != "style":
                source.add(f"{attribute}={value}\n", carrier.sourceline)
        source.add(">", carrier.sourceline)
    source.add(_filled(words), element.sourceline)
    if carrier is not None:
        source.add(f"</{_name(str(carrier.tag))}>", element.sourceline)
    source.add(f"</{_name(str(element.tag))}>", element.sourceline)


def _sample_parts(element: etree._Element) -> Iterator[etree._Element]:
    """The lines, paragraphs and spans in which the sample begins, from the outside in."""
    part: etree._Element | None = element
    while part is not None and not (part.text or "").strip():
        part = next((each for each in part if each.tag in _PARTS), None)
        if part is not None:
            yield part


def _style_of_words(element: etree._Element) -> str:
    """The style of a text whose words are replaced: that of its sample's first letters.

    What a designer sets for selected letters, Inkscape writes into a span around them; the alignment and direction
    that stand there are meant for all of the text. Words that come in lines keep them, however the sample was typed.
    """
    declarations = {} if _IN_LINES.isdisjoint(element.keys()) else {"white-space": "pre-line"}
    for part in (element, *_sample_parts(element)):
        pairs = (each.partition(":") for each in part.get("style", "").split(";") if each.strip())
        declarations |= {name.strip(): value.strip() for name, _, value in pairs}
    return ";".join(f"{name}:{value}" for name, value in declarations.items())


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and quoted values: `data-set-x` in the place of x, sample values that it replaces left out."""
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    computed = {
        name.removeprefix("data-set-"): value for name, value in attributes.items() if name.startswith("data-set-")
    }
    if "data-text" in attributes and (style := _style_of_words(element)):
        attributes["style"] = style
    for name, value in computed.items():
        yield name, _filled(value, quoted=True)
    for name, value in attributes.items():
        space = _namespace(name)
        if name in _STEERING or name.startswith("data-set-") or name in computed:
            continue
        if space is not None and space not in _PREFIXES:
            continue
        if space == _SODIPODI and name not in _KEPT_EDITOR_ATTRIBUTES:
            continue
        if name == f"{{{XLINK}}}href" and "href" in computed:
            continue
        if name == "style":
            value = _without(value, computed)
        # Only data- attributes speak Jinja2.
        yield (
            _name(name),
            _filled(value, quoted=True) if name.startswith("data-") else _literal(in_quotes(value)),
        )


def _without(style: str, names: Collection[str]) -> str:
    """The declarations of a `style` but for these properties: there, a sample would win over what is computed."""
    declarations = (each.strip() for each in style.split(";"))
    return ";".join(each for each in declarations if each and each.partition(":")[0].strip() not in names)


@lru_cache(1024)
def _namespace(qualified: str) -> str | None:
    return etree.QName(qualified).namespace


@lru_cache(1024)
def _name(qualified: str) -> str:
    name = etree.QName(qualified)
    return f"{_PREFIXES.get(name.namespace or SVG, '')}{name.localname}"


def _filled(value: str, *, quoted: bool = False) -> str:
    """Jinja2 as it stands, the plain words around it escaped for XML; what Jinja2 gives, it escapes itself."""
    parts = _JINJA.split(value)
    text = "".join(
        part.replace('"', "'") if number % 2 else escaped(part).replace('"', "&quot;")
        for number, part in enumerate(parts)
    )
    return f'"{text}"' if quoted else text


def _literal(text: str) -> str:
    return _BRACES.sub(lambda braces: f"{{{{ '{braces[0]}' }}}}", text)


def _expression(condition: str) -> str:
    return condition.strip().removeprefix("{{").removesuffix("}}").strip()
