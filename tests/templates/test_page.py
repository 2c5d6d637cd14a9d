"""docs/templates.md says what is so: its tables are those of the models, its example is sound."""

import importlib.util
import re
from pathlib import Path
from shutil import copyfile

import pytest

from engine.review import reviewed
from engine.review.source import ATTRIBUTES
from engine.templates.palette import PROPERTIES
from engine.workspace import Workspace

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ["templates.md", "templates.fa.md"]


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("templates_page", DOCS / "templates_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_tables_are_those_of_the_models(script, language):
    page = script.PAGES[language].read_text(encoding="utf-8")
    assert script.with_tables(page, script.tables(language)) == page, "run docs/templates_page.py"


@pytest.mark.parametrize("page", PAGES)
def test_all_attributes_and_all_roles_are_on_the_page(page):
    text = (DOCS / page).read_text(encoding="utf-8")
    assert [name for name in ATTRIBUTES if f"`{name}`" not in text] == []
    roles = Workspace(DOCS.parent).templates.palettes.colours("civic", None)
    assert [role for role in roles if f"`{role}`" not in text] == []
    assert all(f"`{kind}-" in text for kind in PROPERTIES)


@pytest.mark.parametrize("page", [*PAGES, "typography.md"])
def test_the_pictures_and_pages_that_are_linked_are_there(page):
    text = (DOCS / page).read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (DOCS / link).exists()] == []


def test_pictures_are_small():
    pictures = [path for folder in ("templates", "typography") for path in (DOCS / folder).glob("*.png")]
    assert sum(path.stat().st_size for path in pictures) < 900_000


def test_the_example_of_the_page_has_no_errors(workspace):
    folder = workspace.templates.root / "my-layout"
    folder.mkdir()
    (folder / "template.yaml").write_text("title: نمونه", encoding="utf-8")
    copyfile(DOCS / "templates" / "my-layout.svg", folder / "square.svg")
    remarks = reviewed(Workspace(workspace.root), "my-layout").remarks
    assert [str(each.mistake) for each in remarks if each.level == "error"] == []
