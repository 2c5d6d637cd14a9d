"""What Cairo can't draw becomes a picture before Cairo sees the artwork; masks by luminance become masks by alpha.

Filters, blend modes, markers, strokes that do not scale and masks that no alpha can express are drawn by librsvg,
once, cropped to what shows, on the pixel grid of the result, and stand in the artwork as embedded PNGs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from engine.export.expansion import check_expansion
from engine.export.isolate import DEFINITIONS, Isolation, PixelGrid, Shown, put_away
from engine.export.luminance import as_alpha_mask
from engine.export.pictures import measured
from engine.export.styles import Styles, local, to_root
from engine.matrix import inverse, is_invertible
from engine.svg import XLINK, Box, has_any, tag

# Only artworks that have one of these words are looked at closely.
_WORDS = (b"filter", b"mix-blend-mode", b"mask", b"marker", b"vector-effect")
_MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")
_SERVERS = ("fill", "stroke", "mask", "clip-path")
_USE = b"use"
_LETTERS_A_CORNER = 8  # of path data, about
_ID = re.compile(r"""url\(\s*["']?#([^"')]+)""")


def simplified(root: etree._Element, user_space: Box, grid: PixelGrid) -> etree._Element:
    """The artwork in the language that our Cairo drawing knows. The tree itself stays as it is.

    `grid` says which part of the artwork is seen and on how many pixels it lies.
    """
    source = etree.tostring(root)
    if _USE in source:
        by_id = {id: each for each in reversed(list(root.iter(etree.Element))) if (id := each.get("id"))}
        check_expansion(root, lambda element: _used_in(element, by_id))
    if not has_any(source, _WORDS):
        return root
    for image in root.iter(tag("image")):  # before librsvg opens it
        measured(image.get("href") or image.get(f"{{{XLINK}}}href") or "")
    return _Simplifier(root, user_space, grid).result()


class _Simplifier:
    def __init__(self, root: etree._Element, user_space: Box, grid: PixelGrid) -> None:
        self._result = deepcopy(root)
        self._styles = Styles(self._result)
        self._isolation = Isolation(root, user_space, grid)
        self._originals = dict(zip(self._result.iter(), root.iter(), strict=True))
        self._by_id = {id: each for each in reversed(list(self._result.iter())) if (id := each.get("id"))}
        check_expansion(self._result, self._drawn_with)
        self._alpha_masks = {
            mask.get("id") for mask in self._result.iter(tag("mask")) if as_alpha_mask(mask, self._styles, self._by_id)
        }
        self._collect_ids()

    def result(self) -> etree._Element:
        """The simplified artwork."""
        self._visit_children(self._result)
        return self._result

    def _drawn_with(self, element: etree._Element) -> Iterator[tuple[etree._Element, int]]:
        """What is drawn with an element; tiles and masks in one another count more and more."""
        if self._styles.value(element, "display") == "none":
            return
        definition = local(element) in DEFINITIONS
        yield from ((child, 1) for child in element.iterchildren(etree.Element) if definition or _is_drawn(child))
        used = self._by_id.get(_used(element))
        if used is not None:
            yield used, 1
        for name in (*_SERVERS, *_MARKERS, "filter"):
            found = _ID.match(self._styles.value(element, name) or "")
            if found and found[1] in self._by_id:
                corners = len(element.get("d", "") + element.get("points", "")) if name in _MARKERS else 0
                yield self._by_id[found[1]], 2 + corners // _LETTERS_A_CORNER

    def _visit_children(self, parent: etree._Element) -> None:
        for child in list(parent.iterchildren(etree.Element, reversed=True)):  # what is on top may hide the rest
            if local(child) in DEFINITIONS or self._styles.value(child, "display") == "none":
                continue
            if child.getparent() is not parent:
                continue
            if not is_invertible(to_root(child, self._styles)):
                parent.remove(child)
            elif self._blends(child):
                self._put_blended(child)
            elif self._needs_picture(child):
                self._replace(child, self._isolation.alone(self._originals[child]))
            else:
                self._visit_children(child)

    def _needs_picture(self, element: etree._Element) -> bool:
        """Whether Cairo can't draw the element even alone."""
        if self._is_beyond_cairo(element):
            return True
        if local(element) == "svg":  # what is in it can't be placed from outside: as a whole or not at all
            return any(self._is_beyond_cairo(each) or self._blends(each) for each in element.iter(etree.Element))
        return self._is_stacking_context(element) and any(map(self._blends, element.iterdescendants(etree.Element)))

    def _is_beyond_cairo(self, element: etree._Element) -> bool:
        """Whether the element itself says something that Cairo can't draw, or refers to what does."""
        styles = self._styles
        if any(styles.says(element, name) for name in ("filter", *_MARKERS)):
            return True
        if styles.value(element, "vector-effect") == "non-scaling-stroke":
            return True
        mask = _ID.match(styles.value(element, "mask") or "")
        if mask and mask[1] in self._by_id and mask[1] not in self._alpha_masks:
            return True
        servers = [_ID.match(styles.value(element, name) or "") for name in _SERVERS]
        used = {found[1] for found in servers if found}
        return _used(element) in self._beyond or not used.isdisjoint(self._beyond | self._blending)

    def _blends(self, element: etree._Element) -> bool:
        """Whether the element, or what it uses, mixes with the colours under it."""
        own = self._styles.value(element, "mix-blend-mode") or "normal"
        return own != "normal" or _used(element) in self._blending

    def _is_stacking_context(self, element: etree._Element) -> bool:
        """Whether what blends in the element blends only with what else is in it (Compositing level 1, 3.3)."""
        styles = self._styles
        return (
            self._blends(element)
            or styles.value(element, "isolation") == "isolate"
            or (styles.value(element, "opacity") or "1") not in ("1", "100%", "1.0")
            or styles.says(element, "mask")
            or styles.says(element, "clip-path")
        )

    def _collect_ids(self) -> None:
        """Finds the ids of what Cairo can't draw or what blends, and of what refers to such elements."""
        self._beyond: frozenset[str] = frozenset()
        self._blending: frozenset[str] = frozenset()
        before = None
        while before != (before := (self._beyond, self._blending)):
            parts = {id: list(element.iter(etree.Element)) for id, element in self._by_id.items()}
            self._blending = frozenset(id for id, all in parts.items() if any(map(self._blends, all)))
            self._beyond = frozenset(id for id, all in parts.items() if any(map(self._is_beyond_cairo, all)))

    def _put_blended(self, element: etree._Element) -> None:
        """What shows where the element blends with what is under it takes its place; on an opaque ground only.

        On a ground that is not, the picture laid over it would thicken it: then all up to here is one picture.
        """
        shown = self._isolation.with_ground(self._originals[element])
        if shown and not shown.opaque:
            shown = self._isolation.all_up_to(self._originals[element])
        if shown and shown.whole:
            self._drop_all_before(element)
        self._replace(element, shown)

    def _drop_all_before(self, element: etree._Element) -> None:
        at = element
        while (parent := at.getparent()) is not None:
            put_away(at.itersiblings(preceding=True))
            at = parent

    def _replace(self, element: etree._Element, shown: Shown | None) -> None:
        parent = element.getparent()
        assert parent is not None
        if shown is None:
            parent.remove(element)
            return
        image = shown.image
        a, b, c, d, e, f = inverse(to_root(parent, self._styles))
        image.set("transform", f"matrix({a:.12g} {b:.12g} {c:.12g} {d:.12g} {e:.12g} {f:.12g})")
        image.tail = element.tail
        parent.replace(element, image)


def _used_in(element: etree._Element, by_id: Mapping[str, etree._Element]) -> Iterator[tuple[etree._Element, int]]:
    """The children, and what a <use> shows."""
    yield from ((child, 1) for child in element.iterchildren(etree.Element))
    used = by_id.get(_used(element)) if local(element) == "use" else None
    if used is not None:
        yield used, 1


def _is_drawn(element: etree._Element) -> bool:
    """Whether it is drawn where it stands."""
    return local(element) not in DEFINITIONS


def _used(element: etree._Element) -> str:
    """The id that a <use> names."""
    return (element.get("href") or element.get(f"{{{XLINK}}}href") or "").removeprefix("#")
