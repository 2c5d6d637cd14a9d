"""What is asked of an SVG element before anything is read of it, and the context in which it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from engine.scene.model import Group, Origin, Paint
from engine.scene.style import Style
from engine.svg import SVG, XLINK

if TYPE_CHECKING:
    from engine.scene.read import Reader

ANIMATIONS = frozenset(("animate", "animateColor", "animateMotion", "animateTransform", "set"))
DESCRIBING = frozenset(
    (
        "a", "clipPath", "cursor", "defs", "desc", "filter", "flowPara", "flowRegion", "flowSpan", "font", "font-face",
        "g", "hatch", "linearGradient", "marker", "mask", "mesh", "metadata", "mpath", "pattern", "radialGradient",
        "solidcolor", "stop", "style", "svg", "switch", "symbol", "title", "tref", "tspan", "textPath", "use", "view",
        "solidColor",
    )
)  # fmt: skip
"""Elements that draw nothing by themselves, or whose children do."""
LANGUAGES = ("fa", "en")
"""What the readers of our pieces read."""
TEXTS = frozenset(("text", "flowRoot"))
"""What is set by the text stage."""
INSIDE_TEXTS = frozenset(("textPath", "tref", "tspan"))
_HREF = f"{{{XLINK}}}href"


@dataclass(frozen=True, slots=True)
class Context:
    """Where an element is read: the style and measure of what it stands in, the paints of what uses it."""

    style: Style
    fill: Paint | None = None
    stroke: Paint | None = None
    spot: str | None = None
    depth: int = 0


def local(element: etree._Element) -> str:
    """The name of an SVG element; "" for other namespaces, comments and instructions."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag.rpartition("}")
    return name if namespace in ("", "{" + SVG) else ""


def href(element: etree._Element) -> str:
    """What an element refers to; "" for nothing."""
    said = element.get("href")
    return str(element.get(_HREF, "") if said is None else said).strip()


def origin(element: etree._Element) -> Origin:
    """What a message about an element names."""
    return Origin(local(element), str(element.get("id", "")), element.sourceline)


def holds(element: etree._Element) -> bool:
    """Whether an element's conditions do (SVG 2, 5.7): no extension is known, the languages are our readers'."""
    if element.get("requiredExtensions") is not None:
        return False
    wanted = element.get("systemLanguage")
    if wanted is None:
        return True
    return any(each.strip().lower().partition("-")[0] in LANGUAGES for each in wanted.split(","))


class TextStage(Protocol):
    """Who sets the texts of a drawing while it is read. `medium` is the px of text that names no size."""

    medium: float

    def group(self, reader: Reader, text: etree._Element, context: Context) -> Group | None:
        """A text as a group of paths with its words, size and cells, in the text's own space; None for nothing.

        The context has the text's own style. Effects and transforms of the text are not the stage's to apply.
        """
