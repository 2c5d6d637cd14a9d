"""How much an artwork asks to be drawn, all that its references repeat counted, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from engine.errors import BadInput

type Parts = Callable[[etree._Element], Iterable[tuple[etree._Element, int]]]
"""What is drawn with an element, and how many times: its children, and what it refers to."""

MOST_DRAWN = 200_000  # elements


def check_expansion(root: etree._Element, parts: Parts) -> None:
    """Raises BadInput for an artwork that asks for more than anyone can wait for. Circles count once."""
    if expanded(root, parts) > MOST_DRAWN:
        raise BadInput.of(
            "the drawing repeats more than {most} elements by <use>, patterns and masks",
            todo="simplify it",
            most=MOST_DRAWN,
        )


def expanded(root: etree._Element, parts: Parts) -> int:
    """How many elements are drawn for one."""
    known: dict[etree._Element, int] = {}
    found: dict[etree._Element, list[tuple[etree._Element, int]]] = {}
    waiting = [root]
    while waiting:
        element = waiting[-1]
        if element not in found:
            found[element] = list(parts(element))
            waiting += [part for part, _ in found[element] if part not in found]
        else:
            waiting.pop()
            if element not in known:
                known[element] = 1 + sum(times * known.get(part, 0) for part, times in found[element])
    return known[root]
