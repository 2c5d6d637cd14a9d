"""Parts of an artwork hidden, or declared otherwise, while something is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from lxml import etree

from engine.export.styles import override


@contextmanager
def hidden(elements: Iterable[etree._Element]) -> Iterator[None]:
    """Without these elements."""
    with overridden(elements, display="none"):
        yield


@contextmanager
def overridden(elements: Iterable[etree._Element], **properties: str) -> Iterator[None]:
    """With these properties declared for the elements; _ stands for -."""
    before = [(element, element.get("style")) for element in elements]
    for element, _ in before:
        override(element, **properties)
    try:
        yield
    finally:
        for element, style in before:
            if style is None:
                del element.attrib["style"]
            else:
                element.set("style", style)
