"""The examples of docs/api.md, each run as it stands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.api import Workspace
from engine.kinds.registry import requests

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
JOBS = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("jobs.md", "jobs.fa.md")}
EXAMPLES = dict(re.findall(r"^## (.+?)\n\n```python\n(.+?)```", PAGE, re.S | re.M))
REPORT = """\
year: 1405
period: سه‌ماهه
departments:
  - name: فضای سبز
    figures: [{label: نهال, value: 4200, last: 3900}]
"""
FILES = {
    "The artwork of occasions": ["output/1405/square/1405-09-30_yalda-night.png"],
    "A letter of appreciation": ["lowh.pdf"],
    "The letters of a ceremony": ["output/plaques/people/a5/1405-09-15_علی-رضایی.pdf"],
    "A printed calendar": ["output/1406-calendar/poster-year/1406-12_year.png"],
    "A teaser for television": [
        "output/1405-teaser/tv-hd/1405-09-30_yalda-night_4-closing.png",
        "output/1405-teaser/1405-09-30_yalda-night/storyboard.png",
    ],
    "A report": ["output/reports/performance/square/1405-01-03_01_فضای-سبز.png"],
    "News cards": ["output/news/site-hero/1405-09-15_بوستان-مادر-گشوده-شد.png"],
    "A day's news": ["output/news/news/story/1405-09-15_خیابان-شهید-فهمیده-باز-شد.png"],
    "A notice, and all that a jobs file may ask for": ["output/notices/square/1405-09-15_جناب-آقای-دکتر-رضا-محمدی.png"],
    "Everything from one file": [
        "output/jobs/square/1405-09-15_بوستان-مادر-گشوده-شد.png",
        "output/jobs/story/1405-09-15_خیابان-شهید-فهمیده-باز-شد.png",
        "output/jobs/1405-09-30_yalda-night/storyboard.png",
        "output/jobs/square/1405-09-30_yalda-night.png",
        "output/jobs/a4/1405-09-15_علی-رضایی.pdf",
        "output/jobs/square/1405-01-03_99_summary.png",
    ],
}


def jobs_in(page: str) -> str:
    (jobs,) = re.findall(r"```yaml\n(.+?)```", JOBS[page], re.S)
    return str(jobs)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    for name in ("occasions_calendar.yaml", "formats.yaml", "brand.yaml", "plaques.yaml", "notices.yaml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("fonts", "templates_svg"):
        shutil.copytree(ROOT / name, tmp_path / name)
    Image.new("RGB", (1080, 1080), "olive").save(tmp_path / "park.jpg")
    (tmp_path / "news.csv").write_text("عنوان,عکس\nخیابان شهید فهمیده باز شد,park.jpg\n,\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("نام\nعلی رضایی\n\nزهرا\n", encoding="utf-8")
    for name in ("performance.yaml", "quarter.yaml"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    (tmp_path / "jobs.yaml").write_text(jobs_in("jobs.md"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("example", FILES)
def test_an_example_runs_as_it_stands(
    office: Path, example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(office)
    exec(EXAMPLES[example], {})  # our own page
    assert capsys.readouterr().out
    for name in FILES[example]:
        assert (office / name).stat().st_size > 1000


def test_a_call_names_its_own_files_also_where_they_are_up_to_date(office: Path) -> None:
    shop = Workspace(office)
    first = shop.news("یک", formats=["square"], date="1405/09/15")
    for _ in range(2):
        made = shop.news("دو", formats=["square"], date="1405/09/15")
        assert [path.name for path in made.files] == ["1405-09-15_دو.png"]
    assert first.files[0].exists()


def test_each_example_is_four_lines() -> None:
    assert EXAMPLES.keys() == FILES.keys()
    for example in EXAMPLES.values():
        assert len([line for line in example.splitlines() if line]) == 4


def test_both_pages_on_jobs_have_the_file_that_is_run_and_name_all_that_may_stand_in_one() -> None:
    assert jobs_in("jobs.md") == jobs_in("jobs.fa.md")
    for page in JOBS.values():
        for model in requests().values():
            for name, field in model.model_fields.items():
                assert f"`{field.alias or name}`" in page or f"`{field.alias or name}: " in page, (model.__name__, name)


def test_commands_start_without_the_interface_for_scripts() -> None:
    code = "import sys, engine.cli; print('pydantic' in sys.modules, 'engine.api' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert said.split() == ["False", "False"]
