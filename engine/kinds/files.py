"""The file with an office's words for a kind: its workspace's, else the one that a new workspace begins with."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from engine import gate
from engine.kinds.registry import files
from engine.workspace import Workspace, starter
from engine.yamlfile import load


def file_of(workspace: Workspace, kind: str) -> Path:
    """Where the words for a kind stand."""
    name = files()[kind]
    own = workspace.root / name
    return own if gate.is_there(own) else starter() / name


def words_of[M: BaseModel](workspace: Workspace, kind: str, model: type[M]) -> M:
    """The words for a kind. Raises BadInput for what is wrong in their file."""
    path = file_of(workspace, kind)
    return load(path, model, workspace.realm if path.is_relative_to(workspace.root) else None)
