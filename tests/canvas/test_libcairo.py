from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.canvas import cairo_abi, libcairo

TOOL = Path(__file__).parents[2] / "tools" / "cairo_abi.py"
DRAWS = """
from engine.export import raster
from engine.scene import scene_of
svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
picture = raster.draw(scene_of(svg), 9, 9)
import sys
print(picture(8, 1)[3], "pycparser" in sys.modules)
"""


def test_the_declarations_are_those_of_the_installed_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If not, run tools/cairo_abi.py."""
    code = f"import sys; sys.path.insert(0, {str(TOOL.parent)!r}); import cairo_abi; cairo_abi.write(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, tmp_path / "abi.py"], check=True)
    assert (tmp_path / "abi.py").read_text() == Path(str(cairo_abi.__file__)).read_text()


@pytest.mark.parametrize(("compiled", "parser"), [(cairo_abi.DECLARATIONS, "False"), ("of another version", "True")])
def test_cairo_draws_with_compiled_declarations_and_with_parsed_ones(compiled: str, parser: str) -> None:
    start = f"from engine.canvas import cairo_abi; cairo_abi.DECLARATIONS = {compiled!r}\n"
    # libvips' binding has declarations of its own, compiled in its wheel
    told = subprocess.run([sys.executable, "-c", start + DRAWS], check=True, capture_output=True, text=True).stdout
    assert told.split() == ["255.0", parser]


def test_no_declarations_are_taken_for_those_of_a_library_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libcairo, "find_spec", lambda name: None)
    assert libcairo.declarations() == ""
