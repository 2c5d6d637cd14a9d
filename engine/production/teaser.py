"""Teasers: stills in their order, each standing for its seconds, as a storyboard, a timing and a video."""

from __future__ import annotations

from dataclasses import dataclass

from engine.briefs.brief import Brief
from engine.production.plan import Piece


@dataclass(frozen=True, slots=True)
class Shot[B: Brief]:
    """A scene as it is drawn, what it is called, what it says, and how long it stands in seconds."""

    brief: B
    scene: str
    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Teaser:
    """The shots of an observance in their order. `key` names its folder below that of the plan, `scene_file` the file
    of the workspace in which an office edits the scenes; `date` is the day in words.

    `layers` and `video`: what is made of it beside stills, storyboard and timing.
    """

    key: str
    title: str
    date: str
    scene_file: str
    shots: tuple[Shot[Brief], ...]
    pieces: tuple[Piece, ...]
    layers: bool
    video: bool
