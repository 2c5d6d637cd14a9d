"""What a template is tried with: a sample, the shortest words there are for it and the longest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.briefs.brief import Brief
from engine.formats import Format
from engine.templates.library import Template
from engine.workspace import Workspace

SAMPLE_YEAR = 1405
SAMPLE_DAY = (SAMPLE_YEAR, 9, 15)

type Words = Literal["sample", "shortest", "longest"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A brief, and which words it has."""

    words: Words
    brief: Brief


@dataclass(frozen=True, slots=True)
class Tried:
    """How the templates of a kind of brief are tried: the briefs, and the formats that they may be asked for in."""

    samples: Callable[[Workspace, Template], tuple[Sample, ...]]
    formats: Callable[[Workspace], Sequence[Format]]
