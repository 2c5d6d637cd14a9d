"""`naqsh template new`."""

from shutil import copytree

import pytest
from click.testing import CliRunner

from engine.cli import naqsh
from engine.errors import BadInput
from engine.review import reviewed
from engine.templates.library import load_library
from engine.templates.starting import start
from engine.workspace import TEMPLATES, Workspace

from .conftest import ROOT


def test_a_new_template_is_ready_to_use_and_takes_nothing_over(workspace):
    library = workspace.templates
    start(library, "my-layout", "arch")
    made = load_library(library.root).by_id["my-layout"]
    assert [each.path.name for each in made.artboards] == [each.path.name for each in library.by_id["arch"].artboards]
    assert made.about.tones == ()
    assert load_library(library.root).choose("occasion", "celebration", None).id == "arch"


def test_only_the_shapes_asked_for_and_the_pictures_beside_them(workspace):
    (workspace.templates.root / "arch" / "grain.png").write_bytes(b"")
    folder = start(workspace.templates, "my-layout", "arch", ["wide", "square"])
    assert sorted(path.name for path in folder.iterdir()) == ["grain.png", "square.svg", "template.yaml", "wide.svg"]


def test_what_is_not_for_occasions_keeps_its_kind_and_its_palette(workspace):
    about = workspace.templates.root / "arch" / "template.yaml"
    about.write_text("title: لوح\nkinds: [plaque]\ntones: [literary]", encoding="utf-8")
    library = load_library(workspace.templates.root)
    start(library, "my-plaque", "arch")
    made = load_library(library.root).by_id["my-plaque"].about
    assert (made.kinds, made.tones) == (("plaque",), ("literary",))


@pytest.mark.parametrize(
    ("name", "origin", "shapes", "told"),
    [
        ("arch", "arch", [], "there is a template “arch” already"),
        ("_symbols", "arch", [], "can't be the name of a template"),
        ("../out", "arch", [], "can't be the name of a template"),
        ("My Layout", "arch", [], "can't be the name of a template"),
        ("new", "arc", [], "there is no template “arc”; write “arch”"),
        ("new", "arch", ["squre"], "no artboard “squre”; use one of banner, "),
    ],
)
def test_bad_names_are_refused_and_nothing_is_left_behind(workspace, name, origin, shapes, told):
    with pytest.raises(BadInput, match=told):
        start(workspace.templates, name, origin, shapes)
    assert not (workspace.templates.root / "new").exists()


@pytest.fixture
def with_plain(workspace):
    copytree(ROOT / TEMPLATES / "plain", workspace.templates.root / "plain")
    return Workspace(workspace.root)


def test_what_a_designer_begins_with_has_nothing_to_mend(with_plain):
    start(with_plain.templates, "mine", "plain")
    assert reviewed(Workspace(with_plain.root), "mine").remarks == ()


def test_the_command_says_what_to_do_next(with_plain, monkeypatch):
    monkeypatch.chdir(with_plain.root)
    said = CliRunner().invoke(naqsh, ["template", "new", "mine", "--shapes", "square,wide"], catch_exceptions=False)
    assert "square.svg" in said.stdout and "naqsh template check mine" in said.stdout
    assert said.stdout.count("\n") == 1
    persian = CliRunner().invoke(naqsh, ["--lang", "fa", "template", "new", "other"], catch_exceptions=False)
    assert "باز کنید" in persian.stdout


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("title: x\nkinds: [scene]", "opening.svg"),
        ("title: x\nkinds: [plaque]", "template.yaml: the template has no tone"),
    ],
)
def test_a_template_that_lacks_what_its_kind_needs_is_told(workspace, about, told):
    folder = start(workspace.templates, "x", "arch", ["square"])
    (folder / "template.yaml").write_text(about, encoding="utf-8")
    with pytest.raises(BadInput, match=told):
        reviewed(Workspace(workspace.root), "x")
