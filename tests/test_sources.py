"""Which of the engine's code tells one picture from another, and what is kept on disk from what would be made now."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from PIL import Image

from engine import sources
from engine.briefs import photographs
from engine.persian import normalise as normaliser
from engine.persian.cache import TextCache
from engine.persian.normalise import normalise
from engine.production import provenance
from engine.sources import BYSTANDERS, ENGINE, digest_of_files, makers, version_of

ROOT = Path(__file__).parents[1]
DRAWING = (
    "briefs", "calendar", "canvas", "charts", "export", "ornament", "persian", "preflight", "scene", "templates",
    "typography",
)  # fmt: skip


def test_whatever_is_written_tomorrow_counts(tmp_path: Path) -> None:
    for name in ("scene/new.py", "kinds/notice/brief.py", "new.py", "commands/new.py", "scene/__pycache__/new.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert makers(tmp_path) == ("kinds/notice/brief.py", "new.py", "scene/new.py")
    assert makers(tmp_path, "scene", "new.py") == ("new.py", "scene/new.py")


def test_all_that_draws_counts() -> None:
    counted = set(makers())
    drawing = {path.relative_to(ENGINE).as_posix() for room in DRAWING for path in (ENGINE / room).rglob("*.py")}
    assert len(drawing) > 200
    assert not drawing - counted
    assert {"formats.py", "matrix.py", "pathdata.py", "pictures.py", "svg.py", "workspace.py"} <= counted
    assert {"production/artwork.py", "production/preview.py", "production/work.py", "messages_fa.json"} <= counted


def test_what_is_left_out_is_there_and_draws_nothing() -> None:
    assert not [name for name in BYSTANDERS - {"py.typed", "starter"} if not (ENGINE / name).exists()]
    assert not BYSTANDERS & {*DRAWING, "production"}


def test_a_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1")
    (tmp_path / "b.py").write_text("x = 1")
    before = digest_of_files(tmp_path, ["a.py"])
    assert digest_of_files(tmp_path, ["b.py"]) != before
    (tmp_path / "a.py").write_text("x = 2")
    assert digest_of_files(tmp_path, ["a.py"]) != before


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Has the engine be a copy in which a file has been edited."""

    def edit(name: str) -> None:
        copy = tmp_path / "copy"
        shutil.copytree(ENGINE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write("# edited\n")
        monkeypatch.setattr(sources, "ENGINE", copy)
        forget()

    def forget() -> None:
        for remembered in (sources.code_digest, normaliser._kept, normaliser._rules, provenance.engine_digest):
            remembered.cache_clear()

    yield edit
    monkeypatch.undo()
    forget()


@pytest.mark.parametrize(
    ("name", "is_other"),
    [
        ("matrix.py", True),
        ("scene/read.py", True),
        ("canvas/painter.py", True),
        ("commands/year.py", False),
        ("production/gallery.py", False),
    ],
)
def test_an_edit_of_what_draws_makes_pieces_anew(name: str, is_other: bool, edited: Callable[[str], None]) -> None:
    before = provenance.engine_digest()
    edited(name)
    assert (provenance.engine_digest() != before) == is_other


@pytest.mark.parametrize("renderer", [*provenance.RENDERERS, "cairo"])
def test_another_version_of_a_renderer_makes_pieces_anew(renderer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = provenance.engine_digest.__wrapped__()
    if renderer == "cairo":
        monkeypatch.setattr("cairocffi.cairo_version_string", lambda: "1.99.0")
    else:
        monkeypatch.setattr(provenance, "version_of", lambda name: "99.0" if name == renderer else version_of(name))
    assert provenance.engine_digest.__wrapped__() != before


def test_every_library_is_a_renderer_or_known_to_be_none() -> None:
    """What a brief says is in a piece's digest by itself, whoever read or reckoned it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[\[>=<]", each)[0] for each in project["dependencies"]}
    draw_nothing = {"cffi", "click", "jdatetime", "psutil", "pydantic", "pyvips", "pyyaml", "rich"}
    assert names - draw_nothing == {*provenance.RENDERERS} - {"pyvips-binary"}


def test_versions_are_those_that_importlib_tells() -> None:
    assert [version_of(name) for name in provenance.RENDERERS] == [version(name) for name in provenance.RENDERERS]


def test_what_other_rules_answered_is_not_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edited: Callable[[str], None]
) -> None:
    cache = TextCache(tmp_path / "cache")
    monkeypatch.setattr(normaliser, "_normalised", lambda text: "old")
    assert normalise("متن", cache=cache) == "old"
    normaliser._kept.cache_clear()
    monkeypatch.setattr(normaliser, "_normalised", lambda text: "new")
    assert normalise("متن", cache=cache) == "old"
    edited("persian/letters.py")
    assert normalise("متن", cache=cache) == "new"


def test_the_rules_are_all_in_the_key_of_an_answer() -> None:
    """Whatever of ours the normaliser loads."""
    program = """
import sys, engine.persian.normalise
print(*(module.__file__ for name, module in sys.modules.items() if name.startswith("engine")))
"""
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT)
    loaded = {Path(file).relative_to(ENGINE).as_posix() for file in told.stdout.split()}
    assert "persian/spacing.py" in loaded
    assert not loaded - {"__init__.py", "sources.py", *makers(ENGINE, *normaliser.MAKERS)}


def test_a_photograph_that_other_code_prepared_is_not_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edited: Callable[[str], None]
) -> None:
    source = photographs.Source(tmp_path / "a.png", photographs.Caption(file="a.png"))
    Image.new("RGB", (8, 8)).save(source.path)
    before = photographs._key(source, ())
    assert photographs._key(source, ()) == before
    edited("pictures.py")
    assert photographs._key(source, ()) != before
