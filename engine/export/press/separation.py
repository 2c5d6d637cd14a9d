"""Spot colours: `data-spot="Gold"` on a shape or a text prints it with an ink of that name, on a plate of its own."""

from __future__ import annotations

import re

from pikepdf import Array, Dictionary, Name

from engine.canvas.pdf_colours import Parts
from engine.errors import BadInput

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.+-]{0,59}")
_PLATES = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))  # names that PDF itself gives a meaning


def separation(name: str, inks: Parts) -> Array:
    """The colour space of an ink; `inks` are the four that stand in where it is not there (ISO 32000-2, 8.6.6.4).

    Raises BadInput for a name that is no ink's.
    """
    if not _NAME.fullmatch(name) or name in _PLATES:
        raise BadInput.of(
            "“{name}” is no name of a spot colour", todo="use Latin letters and digits, as in Gold", name=name
        )
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[round(each, 4) for each in inks])
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
