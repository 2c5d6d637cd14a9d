import builtins
import importlib
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine import doctor
from engine.cli import naqsh
from engine.errors import BadInput

ROOT = Path(__file__).parents[1]


def test_this_computer_has_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(naqsh, ["doctor"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert result.output.count("✓") == 8
    assert "vazirmatn" in result.output


@pytest.fixture
def no_cairo(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which cairocffi finds no library."""
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == "cairocffi":
            raise OSError("no library called cairo-2 was found")
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    for name in [each for each in sys.modules if each.split(".")[0] == "cairocffi" or each == "engine.canvas.libcairo"]:
        monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize(
    ("system", "way"),
    [("Windows", "GTK 3 runtime"), ("Darwin", "brew install cairo"), ("Linux", "apt install libcairo2")],
)
def test_a_missing_cairo_is_told_with_its_way(
    no_cairo: None, monkeypatch: pytest.MonkeyPatch, system: str, way: str
) -> None:
    monkeypatch.setattr(doctor.platform, "system", lambda: system)
    (cairo,) = [each for each in doctor.checks(ROOT) if each.name == "Cairo"]
    assert way in str(cairo.mistakes[0])


def test_a_missing_cairo_is_one_sentence(no_cairo: None) -> None:
    with pytest.raises(BadInput) as caught:
        importlib.import_module("engine.canvas.libcairo")
    assert str(caught.value).startswith("the Cairo library is missing; install it (Debian")


def test_a_folder_that_can_not_be_written_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refused)
    (output,) = [each for each in doctor.checks(tmp_path) if each.name == "output"]
    assert str(tmp_path) in str(output.mistakes[0])
