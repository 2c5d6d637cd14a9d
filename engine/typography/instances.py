"""`use` of text: where an instance would inherit another style, it gets an original of its own."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache, partial

from lxml import etree

from engine.errors import BadInput, Place
from engine.svg import XLINK, tag
from engine.typography.cascade import Cascade
from engine.typography.names import TEXTS, href
from engine.typography.style import Style

_MOST = 1000  # copies in one document: uses of uses grow exponentially


def separate(root: etree._Element, cascade: Cascade, source: object) -> None:
    """Gives every `use` whose text would look different there a copy of its target. Raises BadInput for too many."""
    by_id = cascade.by_id
    has_text = cache(partial(_has_text, by_id=by_id))
    waiting = list(root.iter(tag("use")))
    home: etree._Element | None = None
    count = 0
    while waiting:
        use = waiting.pop()
        target = by_id.get(href(use))
        if target is None or not has_text(target) or _is_inside(use, target):
            continue
        if _inherited(cascade.style(use)) == _inherited(cascade.style(cascade.parent(target))):
            continue
        count += 1
        if count > _MOST:
            raise BadInput.of(
                "more than {most} instances of text by “use”",
                todo="unlink the clones, or convert them to paths",
                place=Place(str(source), use.sourceline),
                most=_MOST,
            )
        if home is None:
            home = etree.SubElement(root, tag("defs"))
        copy = _copied(target, use, cascade)
        name = f"{target.get('id')}-use-{count}"
        copy.set("id", name)
        home.append(copy)
        use.attrib.pop(f"{{{XLINK}}}href", None)
        use.set("href", f"#{name}")
        use.set(f"{{{XLINK}}}href", f"#{name}")
        waiting += copy.iter(tag("use"))


def _copied(target: etree._Element, use: etree._Element, cascade: Cascade) -> etree._Element:
    copy = deepcopy(target)
    copy.tail = None
    for new, old in zip(copy.iter(), target.iter(), strict=True):
        cascade.follow(new, old)
        new.attrib.pop("id", None)
    cascade.adopt(copy, use)
    return copy


def _has_text(target: etree._Element, by_id: Mapping[str, etree._Element]) -> bool:
    """Whether it holds text, or a `use` of something that does."""
    seen: set[etree._Element] = set()
    waiting = [target]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        if next(at.iter(*map(tag, TEXTS)), None) is not None:
            return True
        waiting += [by_id[href(use)] for use in at.iter(tag("use")) if href(use) in by_id]
    return False


def _is_inside(use: etree._Element, target: etree._Element) -> bool:
    """Whether the use is part of its own target: such a circle is not drawn."""
    return use is target or target in use.iterancestors()


def _inherited(style: Style) -> Style:
    """A style without what is not handed down."""
    return replace(style, unicode_bidi="normal", embeddings=(), shifts=(), alignment_baseline="auto", displayed=True)
