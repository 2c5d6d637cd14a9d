"""Who signs: names, and pictures of signatures and stamps that lie in the workspace."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from engine import gate
from engine.errors import BadInput, Place
from engine.templates.pictures import picture_content
from engine.workspace import Workspace
from engine.yamlfile import at

MOST_SIGNATURES = 3


class Signature(BaseModel):
    """Who signs. Pictures are PNG or SVG files with a clear ground, their paths below the workspace."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str = ""
    picture: str | None = Field(default=None, description="the signature")
    stamp: str | None = None


def digest_of_pictures(workspace: Workspace, file: Path, signatures: Sequence[Signature]) -> str:
    """The digest of the pictures that the signatures of a file name. Raises BadInput for one that can't be read."""
    whole, said_in = hashlib.sha256(), Place(file)
    named = ((number, name) for number, each in enumerate(signatures) for name in (each.picture, each.stamp) if name)
    for number, name in named:
        with at(file, "signatures", number):
            path = gate.named(name, workspace.root, workspace.realm)
        try:
            whole.update(picture_content(path))
        except BadInput as error:
            place = Place(workspace.root / name, named=said_in)
            raise BadInput([replace(mistake, place=place) for mistake in error.mistakes]) from None
        except OSError as error:
            raise BadInput.of(
                "the picture “{name}” of a signature can't be read ({reason})",
                todo="put it there, or correct its name",
                place=said_in,
                name=name,
                reason=error.strerror,
            ) from None
    return whole.hexdigest()
