"""Affine matrices, as engine.matrix has them for all stages."""

from engine.matrix import (
    IDENTITY,
    Matrix,
    apply,
    box_around,
    multiply,
    parse,
    rotation,
    scale_of,
    scaling,
    text,
    transformed,
    translation,
)

__all__ = (
    "IDENTITY",
    "Matrix",
    "apply",
    "box_around",
    "multiply",
    "parse",
    "rotation",
    "scale_of",
    "scaling",
    "text",
    "transformed",
    "translation",
)
