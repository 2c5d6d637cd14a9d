"""A failing input made small: what can be left out and still fails in the same way is left out."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from lxml import etree

from fuzzing.case import Case

MOST_ELEMENTS = 3_000  # of XML that is made small element by element

type Fails = Callable[[Case], bool]
type _Content = Callable[[bytes], bool]


class _Stopped(Exception):
    """The tries are used up."""


class Budget:
    """So many tries and seconds, and no more."""

    def __init__(self, tries: int, seconds: float) -> None:
        self.tries, self.deadline = tries, time.monotonic() + seconds

    def spend(self, tries: int = 1) -> None:
        """Takes tries away; for none, looks at the clock alone."""
        if self.tries < tries or time.monotonic() > self.deadline:
            raise _Stopped
        self.tries -= tries


def shrunk(case: Case, fails: Fails, budget: Budget) -> Case:
    """A smaller input that fails too, as small as the budget allows."""
    best = case

    def better(candidate: Case) -> bool:
        nonlocal best
        budget.spend()
        if fails(candidate):
            best = candidate
            return True
        return False

    try:
        for name in sorted(case.files):
            if name != case.subject:
                better(replace(best, files={key: value for key, value in best.files.items() if key != name}))
        if case.subject is None:
            _fewer(best.arguments, lambda kept: better(replace(best, arguments=tuple(kept))))
        else:
            subject = case.subject

            def still(content: bytes) -> bool:
                budget.spend(0)
                smaller = len(content) < len(best.files[subject])
                return smaller and better(replace(best, files={**best.files, subject: content}))

            _smaller(best.files[subject], still)
    except _Stopped:
        pass
    return best


def _smaller(content: bytes, fails: _Content) -> None:
    """Tries smaller contents: parts of an archive, elements of XML, then lines, words and bytes."""
    current = content

    def keeps(candidate: bytes) -> bool:
        nonlocal current
        if fails(candidate):
            current = candidate
            return True
        return False

    if content.startswith(b"PK"):
        _smaller_zip(content, keeps)
        return
    _smaller_xml(content, keeps)
    for between in (rb"(?<=\n)", rb"(?<=>)|(?<=[\n,;])", rb"(?<=[ =\"'|(){}])"):
        _fewer(re.split(between, current), lambda kept: keeps(b"".join(kept)))
    if len(current) <= 3_000:
        _fewer([current[at : at + 1] for at in range(len(current))], lambda kept: keeps(b"".join(kept)))


def _fewer[T](items: Sequence[T], fails: Callable[[Sequence[T]], bool]) -> Sequence[T]:
    """Leaves out halves, quarters … of the items, down to single ones, wherever it still fails (Zeller's ddmin)."""
    items, size = list(items), max(1, len(items) // 2)
    while items:
        at, left_out = 0, False
        while at < len(items):
            kept = items[:at] + items[at + size :]
            if fails(kept):
                items, left_out = kept, True
            else:
                at += size
        if size == 1 and not left_out:
            break
        size = max(1, size // 2)
    return items


def _smaller_xml(content: bytes, fails: _Content) -> None:
    """Leaves out elements, the largest first, puts their children in their place, and leaves out attributes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if not fails(etree.tostring(root)) and len(etree.tostring(root)) < len(content):
        return
    elements = [each for each in root.iter(etree.Element) if each is not root]
    if len(elements) > MOST_ELEMENTS:
        return
    for element in sorted(elements, key=lambda each: -sum(1 for _ in each.iter())):
        if element.getparent() is None or root not in element.iterancestors():
            continue
        for undo in _without(element):
            if fails(etree.tostring(root)):
                break
            undo()
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            value = element.attrib.pop(name)
            if not fails(etree.tostring(root)):
                element.set(name, value)


def _without(element: etree._Element) -> Iterator[Callable[[], None]]:
    """The tree without an element; then with its children in its place."""
    parent = element.getparent()
    assert parent is not None
    at, tail = parent.index(element), element.tail
    element.tail = None
    parent.remove(element)
    yield lambda: parent.insert(at, element)
    element.tail = tail
    children = list(element)
    if children:
        parent[at : at + 1] = children

        def undo() -> None:
            for each in children:
                element.append(each)
            parent.insert(at, element)

        yield undo


def _smaller_zip(content: bytes, fails: _Content) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return
    members = list(_fewer(members, lambda kept: fails(_zipped(kept))))
    for at, (name, data) in enumerate(members):

        def keeps(smaller: bytes, at: int = at, name: str = name) -> bool:
            candidate = [*members[:at], (name, smaller), *members[at + 1 :]]
            if fails(_zipped(candidate)):
                members[at] = (name, smaller)
                return True
            return False

        if data.lstrip().startswith(b"<"):
            _smaller_xml(data, keeps)


def _zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()
