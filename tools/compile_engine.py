"""Compiles the engine where `uv sync` or pip installs it as it lies in the checkout: else each start there does it anew
where Python may not write bytecode (PYTHONDONTWRITEBYTECODE), which takes a plaque a seventh of its time."""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileEngine(BuildHookInterface[Any]):
    """Runs when Hatch builds an editable wheel; an installed one is compiled by who installs it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            compileall.compile_dir(Path(self.root) / "engine", quiet=2)
