"""What a test may ask of the machine: programs (`needs`), a system (`system`)."""

from __future__ import annotations

import os
import sys

import pytest

from tests.peers import PROGRAMS, is_here


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what only another system can show."""
    others = [item for item in items if (mark := item.get_closest_marker("system")) and sys.platform not in mark.args]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A program that is missing skips a test; in CI, which has them all, it fails it."""
    asked = {name for mark in item.iter_markers("needs") for name in mark.args}
    if missing := sorted(name for name in asked if not is_here(name)):
        packages = " ".join(PROGRAMS[name] for name in missing)
        why = f"{', '.join(missing)} is not installed (Debian: {packages})"
        pytest.fail(why, pytrace=False) if os.environ.get("CI") else pytest.skip(why)
