"""The briefs of a teaser: its opening, one or two messages, its closing; and the file in which an office edits them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from engine.briefs.occasion import OccasionBrief
from engine.calendar.observances import Observance
from engine.calendar.occasions import MOST_LINES, Occasion, PersianText
from engine.errors import BadInputValue
from engine.persian.headings import line_sizes

type SceneName = Literal["opening", "message", "closing"]

# Subtitlers allow 12 to 17 letters a second (BBC and Netflix guidelines); a poster on a screen has art to look at too.
LETTERS_A_SECOND = 15.0
ARRIVING = 1.6  # seconds until the words stand there and the eye has found them
LEAST, MOST_PER_LEAST = 2.0, 3.0  # seconds; a scene stands three times as long as its words need, and no longer
SHORTEST_TEASER, LONGEST_TEASER = 4.0, 60.0  # seconds
ONE_MESSAGE = 62  # letters that one scene takes at a glance
_LONGEST: dict[SceneName, int] = {"opening": 28 * MOST_LINES, "message": 150, "closing": 60}
_SENTENCE = re.compile(r"[^.!؟؛]+[.!؟؛…]*\s*")


class Scene(BaseModel):
    """One scene: what it says, and how long it stands in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    scene: SceneName
    text: PersianText
    seconds: float

    @model_validator(mode="after")
    def _text_fits(self) -> Scene:
        most = _LONGEST[self.scene]
        if len(self.text) > most:
            raise BadInputValue.of(
                "the {scene} has {count} letters, and its scene takes {most}",
                todo="shorten it, or make two scenes of it",
                scene=self.scene,
                count=len(self.text),
                most=most,
            )
        if self.text.count("\n") >= MOST_LINES:
            raise BadInputValue.of(
                "the {scene} has {count} lines, and its scene takes {most}",
                todo="join some of them",
                scene=self.scene,
                count=self.text.count("\n") + 1,
                most=MOST_LINES,
            )
        return self

    @model_validator(mode="after")
    def _time_fits_text(self) -> Scene:
        least = max(LEAST, 0.6 * reading_time(self.text))
        most = MOST_PER_LEAST * max(LEAST, reading_time(self.text))
        if self.seconds < least:
            raise BadInputValue.of(
                "the scene is too short to be read: {seconds} s for {count} letters",
                todo="give it {least} s or more",
                seconds=f"{self.seconds:g}",
                count=len(self.text),
                least=f"{least:.1f}",
            )
        if self.seconds > most:
            raise BadInputValue.of(
                "the scene is longer than its text allows: {seconds} s for {count} letters",
                todo="give it {most} s at most, or say more",
                seconds=f"{self.seconds:g}",
                count=len(self.text),
                most=f"{most:.1f}",
            )
        return self


def _long_enough(scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    total = sum(each.seconds for each in scenes)
    if not SHORTEST_TEASER <= total <= LONGEST_TEASER:
        raise BadInputValue.of(
            "the teaser is {total} s long",
            todo="let its scenes be {least} to {most} s long together",
            total=f"{total:g}",
            least=f"{SHORTEST_TEASER:g}",
            most=f"{LONGEST_TEASER:g}",
        )
    return scenes


class SceneFile(BaseModel):
    """The scenes of an occasion's teaser, in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    scenes: Annotated[tuple[Scene, ...], AfterValidator(_long_enough)]


def reading_time(text: str) -> float:
    """The seconds in which people who look up from what they do have read a text."""
    return ARRIVING + len(text) / LETTERS_A_SECOND


def scenes_of(occasion: Occasion) -> SceneFile:
    """What a teaser of the occasion says where nobody has said otherwise: title, message, who speaks."""
    messages = _parts(occasion.message)
    told = (
        ("opening", "\n".join(occasion.lettering_lines), 3.4),
        *(("message", part, max(3.2, reading_time(part))) for part in messages),
        ("closing", occasion.title, 3.6 if len(messages) > 1 else 4.0),
    )
    return SceneFile.model_validate(
        {"scenes": [{"scene": name, "text": text, "seconds": round(5 * seconds) / 5} for name, text, seconds in told]}
    )


def _parts(message: str) -> Sequence[str]:
    """A message as one scene or, where it is longer, as two: cut between sentences, near its middle."""
    sentences = [each.strip() for each in _SENTENCE.findall(message)]
    if len(message) <= ONE_MESSAGE or len(sentences) < 2:
        return [message]
    ends = list(accumulate(map(len, sentences)))
    cut = min(range(1, len(sentences)), key=lambda count: abs(ends[count - 1] - ends[-1] / 2))
    return [" ".join(sentences[:cut]), " ".join(sentences[cut:])]


class SceneBrief(OccasionBrief):
    """A scene of an occasion's teaser. `lettering` is the scene's own where it is the opening."""

    kind: ClassVar[str] = "scene"

    text: str = Field(description="what the scene says")

    @classmethod
    def of_scene(cls, observance: Observance, scene: Scene, number: int, part: str) -> SceneBrief:
        """The brief of the scene of this number, from 1, on the artboards of this name."""
        base = OccasionBrief.of(observance)
        lines = scene.text.split("\n") if scene.scene == "opening" else base.lettering.split("\n")
        return cls(
            **base.model_dump(exclude={"key", "template", "beside", "part", "lettering", "line_sizes", "caption"}),
            key=f"{base.key}_{number}-{part}",
            beside=base.template,
            part=part,
            lettering="\n".join(lines),
            line_sizes=" ".join(f"{size:g}" for size in line_sizes(lines)),
            caption=f"{scene.text}\n",
            text=scene.text,
        )


def scene_briefs(observance: Observance, scenes: Sequence[Scene]) -> tuple[SceneBrief, ...]:
    """The briefs of a teaser's scenes; every other message has the second message's artboard."""
    messages = 0
    briefs = []
    for number, scene in enumerate(scenes, 1):
        part: str = scene.scene
        if scene.scene == "message":
            messages += 1
            part = "message" if messages % 2 else "second"
        briefs.append(SceneBrief.of_scene(observance, scene, number, part))
    return tuple(briefs)
