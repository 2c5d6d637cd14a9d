"""Where an element of a written artwork stands."""

from __future__ import annotations

from lxml import etree

from engine.matrix import IDENTITY, Matrix, multiply, parse


def to_root(element: etree._Element) -> Matrix:
    """From the coordinates inside an element to the user units of the root (its viewBox)."""
    matrix = IDENTITY
    at: etree._Element | None = element
    while at is not None and at.getparent() is not None:
        matrix = multiply(parse(at.get("transform")), matrix)
        at = at.getparent()
    return matrix
