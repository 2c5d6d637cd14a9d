"""What a jobs file becomes: one plan, bad jobs told by their line."""

import shutil
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.kinds.jobs import jobs_plan, jobs_schema
from engine.kinds.registry import requests
from engine.production.manifest import MadeFile, MadePiece, Manifest
from engine.production.plan import Plan
from engine.workspace import Workspace

ROOT = Path(__file__).parents[2]
JOBS = """\
jobs:
  - year: 1405
    only: [yalda-night]
    formats: [square, story]
  - plaque: جناب آقای دکتر رضا محمدی
    number: 12
    date: 1405/09/15
    formats: [a5]
  - plaques: people.csv
    date: 1405/09/15
    cause: sport
  - calendar: 1405
    styles: [desk-21x15]
  - teaser: [hafez-day, yalda-night]
    year: 1405
    formats: [tv-hd]
    layers: true
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "people.csv").write_text("نام\nعلی\n\nزهرا\n", encoding="utf-8")
    (tmp_path / "jobs.yaml").write_text(JOBS, encoding="utf-8")
    return tmp_path / "jobs.yaml"


def test_all_kinds_share_one_plan_and_one_folder(file: Path) -> None:
    made = jobs_plan(Workspace(ROOT), file, file.parent / "out")
    kinds = [piece.brief.kind for piece in made.pieces.pieces]
    assert kinds[:5] == ["occasion", "occasion", "plaque", "plaque", "plaque"]
    assert {"month", "scene"} <= set(kinds[5:])
    assert [(each.key, each.layers, each.video) for each in made.teasers] == [
        ("1405-07-20_hafez-day", True, False),
        ("1405-09-30_yalda-night", True, False),
    ]
    assert made.pieces.folder == file.parent / "out"
    assert {subject.key for subject in made.pieces.subjects} == {piece.brief.key for piece in made.pieces.pieces}
    assert len(made.booklets) == 1
    assert [str(each.place) for each in made.mistakes] == [f"{file.parent / 'people.csv'}: row 3"]


def test_what_two_jobs_ask_for_is_made_once(file: Path) -> None:
    file.write_text(f"{JOBS}  - year: 1405\n    only: [yalda-night]\n    formats: [square]\n", encoding="utf-8")
    ids = [piece.id for piece in jobs_plan(Workspace(ROOT), file).pieces.pieces]
    assert len(ids) == len(set(ids))


def test_a_wrong_job_is_told_with_its_line_and_the_others_planned(file: Path) -> None:
    file.write_text("jobs:\n  - year: 1200\n  - plaque: علی\n    cause: x\n  - plaque: رضا\n", encoding="utf-8")
    made = jobs_plan(Workspace(ROOT), file)
    assert [piece.brief.kind for piece in made.pieces.pieces] == ["plaque"]
    assert [str(each.place) for each in made.mistakes] == [f"{file}:2", f"{file}:3"]


@pytest.mark.parametrize(
    ("jobs", "told"),
    [
        ("  - yaer: 1405\n", "jobs.yaml:4: this is no job that Naqsh knows; begin it with one of teaser, year,"),
        ("  - year: 1405\n    onyl: [x]\n", "jobs.yaml:5: “year → onyl” is not known here"),
        ("  - card: 7\n    photos: park.jpg\n", "jobs.yaml:5: “card → photos” can't be 'park.jpg'"),
        ("  - just words\n", "jobs.yaml:4: this is no job that Naqsh knows"),
    ],
)
def test_a_job_that_can_not_be_understood_is_told_and_the_others_planned(file: Path, jobs: str, told: str) -> None:
    file.write_text(f"jobs:\n  - plaque: رضا\n    formats: [a5]\n{jobs}", encoding="utf-8")
    made = jobs_plan(Workspace(ROOT), file)
    assert [piece.brief.kind for piece in made.pieces.pieces] == ["plaque"]
    assert [told in str(each) for each in made.mistakes] == [True]


@pytest.mark.parametrize(
    ("jobs", "told"), [("jobs: []\n", "1: “jobs” can't be"), ("jbos: []\n", "“jbos” is not known")]
)
def test_a_file_that_can_not_be_understood(file: Path, jobs: str, told: str) -> None:
    file.write_text(jobs, encoding="utf-8")
    with pytest.raises(BadInput, match=told):
        jobs_plan(Workspace(ROOT), file)


def test_a_card_that_is_wrong_is_told_with_its_line_and_a_days_news_by_row_and_column(file: Path) -> None:
    (file.parent / "news.csv").write_text("title,category\nیک,عمران\nدو,نیست\n", encoding="utf-8")
    file.write_text(
        "jobs:\n  - news: news.csv\n    formats: [square]\n  - card: سه\n    category: نیست\n", encoding="utf-8"
    )
    made = jobs_plan(Workspace(ROOT), file)
    assert [piece.brief.placeholders["title"] for piece in made.pieces.pieces] == ["یک"]
    assert [each.place.text() for each in made.mistakes if each.place] == [
        f"{file.parent / 'news.csv'}: row 3, column “category”",
        f"{file}:4",
    ]


def test_a_file_that_a_job_names_and_is_not_there_is_told_with_the_job(file: Path) -> None:
    file.write_text("jobs:\n  - report: none.xlsx\n  - news: none.csv\n", encoding="utf-8")
    made = jobs_plan(Workspace(ROOT), file)
    assert [str(each) for each in made.mistakes] == [
        f"{file}:2: {file.parent / 'none.xlsx'}: there is no such spreadsheet; correct its name.",
        f"{file}:3: {file.parent / 'none.csv'}: there is no such spreadsheet; correct its name.",
    ]


def made_by(plan: Plan) -> Manifest:
    """What a folder holds when a plan has been carried out."""
    preview = MadeFile(path="a.webp", size=1)
    return Manifest(
        pieces=tuple(
            MadePiece(key=each.brief.key, format=each.format.id, template=each.template, digest=each.digest,
                      files=(), preview=preview)
            for each in plan.pieces
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("job", "formats"),
    [
        ("plaque: رضا\n    date: 1405/09/15", ("a4", "a5")),
        ("plaques: people.csv\n    date: 1405/09/15", ("a4", "a5")),
        ("card: جشن\n    date: 1405/09/15", ("square", "a4")),
        ("report: performance.yaml", ("a4", "a5")),
        ("year: 1405\n    only: [yalda-night]", ("a3", "a4")),
    ],
)
def test_a_job_in_another_format_leaves_the_first_up_to_date(file: Path, job: str, formats: tuple[str, str]) -> None:
    shutil.copy(ROOT / "performance.yaml", file.parent)
    other = "  - year: 1405\n    only: [hafez-day]\n    formats: [a3]\n"  # for the print shop, unlike a plaque

    def planned(format: str) -> Plan:
        file.write_text(f"jobs:\n{other}  - {job}\n    formats: [{format}]\n", encoding="utf-8")
        return jobs_plan(Workspace(ROOT), file).pieces

    first, second = (planned(format) for format in formats)
    known = made_by(first)
    assert len(known.pieces) > 1 and not first.ids >= second.ids
    assert second.outdated(known) == frozenset()
    stale = known.model_copy(update={"pieces": tuple(each.model_copy(update={"digest": ""}) for each in known.pieces)})
    assert second.outdated(stale) == first.ids - second.ids


def test_the_schema_has_each_job_with_the_names_that_it_may_have() -> None:
    schema = jobs_schema()
    kinds = {name: kind["properties"].keys() for name, kind in schema["$defs"].items() if "properties" in kind}
    for key, model in requests().items():
        assert key in kinds[model.__name__]
        assert kinds[model.__name__] == {field.alias or name for name, field in model.model_fields.items()}
    assert len(schema["properties"]["jobs"]["items"]["oneOf"]) == len(kinds)
