"""A kind of piece is a folder and a line: a kind that is no part of the engine comes through every door."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KIND = {
    "__init__.py": "",
    "brief.py": """\
from typing import ClassVar
from pydantic import Field
from engine.briefs.brief import Brief

class BadgeBrief(Brief):
    kind: ClassVar[str] = "badge"
    name: str = Field(description="whose badge it is")
""",
    "request.py": """\
from typing import Annotated, ClassVar
from pydantic import Field
from engine.kinds.request import Request, at_most

class _Badges(Request):
    formats: tuple[str, ...] = Field(default=("square",), examples=["ID,…"])

class BadgeRequest(_Badges):
    \"\"\"A badge.\"\"\"
    key: ClassVar = "badge"
    name: Annotated[str, at_most(20)] = Field(alias="badge")

    def order(self, workspace, door):
        from engine.kinds.badge.plan import order
        return order(workspace, [self.name], self.formats, door)

class BadgesRequest(_Badges):
    key: ClassVar = "badges"
    file: str = Field(alias="badges", description="Badges from a spreadsheet.")

    def order(self, workspace, door):
        from engine.briefs.spreadsheet import read
        from engine.errors import Mistake
        from engine.kinds.badge.plan import order
        sheet = read(door.file_of(self.file), {"badge": ("نام",)}, needed=("badge",), without=Mistake("", ""))
        names = [BadgeRequest.of(lambda _: sheet.place(row.number, "badge"), **row.said).name for row in sheet.rows]
        return order(workspace, names, self.formats, door)

REQUESTS = (BadgesRequest, BadgeRequest)
""",
    "plan.py": """\
import datetime
from engine.kinds.badge.brief import BadgeBrief
from engine.production.order import Order
from engine.production.plan import plan
from engine.production.subjects import subject_of

DAY = datetime.date(2026, 12, 6)

def brief(name):
    key = f"1405-09-15_{name}"
    return BadgeBrief(id="badge", key=key, tone="civic", first_day=DAY, caption=name, alt=name, name=name)

def order(workspace, names, formats, door):
    briefs = [brief(name) for name in names]
    day = workspace.hijri.day(DAY)
    subjects = [subject_of(each, each.name, day) for each in briefs]
    folder = door.output or workspace.output / "badges"
    formats = workspace.formats.select(formats)
    return Order(plan(workspace, briefs, formats, subjects=subjects, folder=folder, complete=False))
""",
    "samples.py": """\
from engine.kinds.badge.plan import brief
from engine.kinds.samples import Sample, Tried

TRIED = {"badge": Tried(lambda *_: (Sample("sample", brief("علی")),), lambda office: office.formats.select(["square"]))}
""",
}
ARTBOARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">
<rect width="400" height="400" class="fill-ground" fill="#224"/>
<text x="380" y="200" font-size="40" class="fill-ink" data-text="{{ name }}">نمونه</text>
</svg>
"""


LONG = "ع" * 21
TOLD = "21 characters are too many; shorten it to 20."


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine with a folder and a line more, and a workspace with a template for it."""
    root = tmp_path_factory.mktemp("badges")
    shutil.copytree(ROOT / "engine", root / "engine")
    folder = root / "engine" / "kinds" / "badge"
    folder.mkdir()
    for name, code in KIND.items():
        (folder / name).write_text(code, encoding="utf-8")
    registry = root / "engine" / "kinds" / "registry.py"
    code = registry.read_text(encoding="utf-8")
    registry.write_text(
        code.replace("KINDS = (\n", 'KINDS = (\n    Kind("badge", file="badges.yaml"),\n'), encoding="utf-8"
    )
    template = root / "templates_svg" / "badge"
    template.mkdir(parents=True)
    (template / "template.yaml").write_text("title: کارت\nkinds: [badge]\ntones: [civic]\n", encoding="utf-8")
    (template / "square.svg").write_text(ARTBOARD, encoding="utf-8")
    shutil.copy(ROOT / "templates_svg" / "palettes.yaml", root / "templates_svg")
    for path in ROOT.glob("*.yaml"):
        shutil.copy(path, root)
    shutil.copytree(ROOT / "fonts", root / "fonts")
    (root / "badges.yaml").write_text("{}", encoding="utf-8")
    (root / "rows.csv").write_text("نام\nعلی\nزهرا\n", encoding="utf-8")
    (root / "wrong.csv").write_text(f"نام\n{LONG}\n", encoding="utf-8")
    (root / "jobs.yaml").write_text("jobs:\n  - badge: رضا\n  - badges: rows.csv\n", encoding="utf-8")
    (root / "wrong.yaml").write_text(f"jobs:\n  - badge: {LONG}\n", encoding="utf-8")
    return root


def python(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


def naqsh(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(checkout, "-m", "engine", *arguments)


def job(checkout: Path, said: str) -> subprocess.CompletedProcess[str]:
    return python(checkout, "-c", f"from engine import Workspace; print(Workspace.find().job({said}).files)")


def test_commands_jobs_spreadsheets_and_scripts_make_it(checkout: Path) -> None:
    made = naqsh(checkout, "badge", "علی", "--jobs", "1")
    assert made.returncode == 0, made.stderr
    assert (checkout / "output" / "badges" / "square" / "1405-09-15_علی.png").stat().st_size > 1000
    made = naqsh(checkout, "make", "jobs.yaml", "--jobs", "1")
    assert made.returncode == 0, made.stderr
    names = [path.name for path in sorted((checkout / "output" / "jobs" / "square").iterdir())]
    assert names == [f"1405-09-15_{name}.png" for name in ("رضا", "زهرا", "علی")]
    assert "1405-09-15_مریم.png" in job(checkout, "badge='مریم'").stdout


def test_each_door_tells_what_is_wrong_by_the_same_sentence(checkout: Path) -> None:
    asked = (
        naqsh(checkout, "badge", LONG),
        naqsh(checkout, "badge", "--from", "wrong.csv"),
        naqsh(checkout, "make", "wrong.yaml"),
        job(checkout, f"badge={LONG!r}"),
    )
    told = [each.stderr.strip() for each in asked]
    assert all(each.endswith(TOLD) for each in told), told
    assert [each.returncode for each in asked[:3]] == [2, 2, 2]


def test_its_templates_are_tried_and_a_new_workspace_has_its_words(checkout: Path) -> None:
    assert "  badge  " in naqsh(checkout, "--help").stdout
    assert '"badge"' in naqsh(checkout, "schema", "jobs").stdout
    code = (
        "from engine.review.samples import samples; from engine import Workspace; o = Workspace.find();"
        "print([each.words for each in samples(o, o.templates.by_id['badge'])])"
    )
    assert python(checkout, "-c", code).stdout == "['sample']\n"
    assert naqsh(checkout, "init", "new").returncode == 0
    assert (checkout / "new" / "badges.yaml").read_text(encoding="utf-8") == "{}"
