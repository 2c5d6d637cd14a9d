"""One input: the files that are laid into a workspace, and the command that meets them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

BAIT = ("secret.txt", "secret.svg", "secret.png", "secret.yaml")
"""Files beside the workspace that inputs name and that nothing may open."""
ABSOLUTE_BAIT = ("/etc/passwd", "/etc/hostname", "/dev/zero", "/proc/self/environ")


@dataclass(frozen=True, slots=True)
class Case:
    """A command line in a workspace, and the files laid into it, by their path below its root.

    `subject` is the file that is made small after a failure; none: the command line. `writes` are the paths below
    which the command may write; `runs` says whether it may start programs, `reaches` whether it may open files
    outside the workspace, because the command line names them.
    """

    arguments: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    subject: str | None = None
    writes: tuple[str, ...] = ("output",)
    runs: bool = False
    reaches: bool = False

    @property
    def digest(self) -> str:
        """The same for the same input."""
        content = repr((self.arguments, sorted(self.files.items())))
        return hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def random_of(seed: int, kind: str, number: int) -> Random:
    """The chance behind one input: of its seed, class and number alone, whatever was made before it."""
    return Random(f"{seed}/{kind}/{number}")
