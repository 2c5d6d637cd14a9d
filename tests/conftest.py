"""What a test may ask of the machine: programs (`needs`), a system (`system`); which tests are `quick`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.peers import PROGRAMS, is_here

TESTS = Path(__file__).parent
QUICK = frozenset(
    """
    calendar/test_dates.py calendar/test_rules.py calendar/test_occasions.py charts/test_charts.py
    briefs/test_spreadsheet.py kinds/plaque/test_brief.py kinds/plaque/test_people.py kinds/report/test_performance.py
    export/test_raster.py export/test_pdf.py persian/test_digits.py persian/test_figures.py
    production/test_plan.py templates/test_compile.py templates/test_fill.py
    typography/test_cascade.py typography/test_flow.py typography/test_shape.py typography/test_setting.py
    test_errors.py test_files.py test_yamlfile.py test_memory.py test_messages.py test_formats.py
    """.split()  # noqa: SIM905 — names read better so
)
"""The files of tests that say in half a minute whether a change has broken something."""
assert all((TESTS / name).is_file() for name in QUICK)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what only another system can show, and marks the quick ones."""
    others = [item for item in items if (mark := item.get_closest_marker("system")) and sys.platform not in mark.args]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]
    for item in items:
        if item.path.is_relative_to(TESTS) and item.path.relative_to(TESTS).as_posix() in QUICK:
            item.add_marker(pytest.mark.quick)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A program that is missing skips a test; in CI, which has them all, it fails it."""
    asked = {name for mark in item.iter_markers("needs") for name in mark.args}
    if missing := sorted(name for name in asked if not is_here(name)):
        packages = " ".join(PROGRAMS[name] for name in missing)
        why = f"{', '.join(missing)} is not installed (Debian: {packages})"
        pytest.fail(why, pytrace=False) if os.environ.get("CI") else pytest.skip(why)
