"""A wrong value gets the same sentence by whatever door it comes: only its place differs."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.api import Workspace
from engine.cli import main
from engine.errors import BadInput
from engine.kinds.jobs import jobs_plan

ROOT = Path(__file__).parents[2]
LONG = "ع" * 2000
SHOWN = 80  # characters; a list of what is known ends sooner where its place is long

# Kind → its command, its job and the job of its spreadsheet, the header of what it is about and a sound value of that.
KINDS = {
    "plaque": ("plaque", "plaque", "plaques", "to", "جناب آقای علی راد"),
    "news": ("news", "card", "news", "title", "بوستان مادر گشوده شد"),
}
WRONG = {
    "plaque": {"to": LONG, "number": LONG, "for": LONG, "cause": "سفر", "position": LONG},
    "news": {"title": LONG, "lead": LONG, "category": "سفر", "credit": LONG, "focus": "بالا", "photo": "none.jpg"},
}
PLACE = re.compile(r"^(?:\S*\.(?:yaml|csv)(?::\d+)?: |row 2(?:, column “[^”]*”)?: |(?:--)?[a-z]+: )+")


def naqsh(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def by_script(shop: Workspace, said: Mapping[str, object]) -> list[str]:
    try:
        return [str(each) for each in shop.job(**said).mistakes]
    except BadInput as error:
        return [str(each) for each in error.mistakes]


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in WRONG.items() for field in fields])
def test_it_is_the_same_sentence(
    kind: str, field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command, one, several, about, sound = KINDS[kind]
    said = {about: sound, field: WRONG[kind][field]}
    monkeypatch.chdir(ROOT)
    options = [part for name, value in said.items() for part in (f"--{name}", value)]
    out = str(tmp_path / "out")
    assert naqsh(command, *options, *(("--output", out) if kind == "news" else ("-o", f"{out}.pdf"))) == 2
    told = {"command": capsys.readouterr().err.strip().splitlines()}
    names = {about: one, "photo": "photos"}
    job: dict[str, object] = {names.get(name, name): value for name, value in said.items()}
    for name in ("photos", "focus"):
        if name in job:
            job[name] = [job[name]]
    lines = "\n    ".join(f"{name}: {value!r}" for name, value in job.items())
    (tmp_path / "jobs.yaml").write_text(f"jobs:\n  - {lines}\n", encoding="utf-8")
    columns = ",".join("name" if name == "to" else name for name in said)
    (tmp_path / "rows.csv").write_text(f"{columns}\n{','.join(said.values())}\n", encoding="utf-8")
    shop = Workspace(ROOT)
    told["jobs"] = [str(each) for each in jobs_plan(shop, tmp_path / "jobs.yaml").mistakes]
    told["sheet"] = by_script(shop, {several: str(tmp_path / "rows.csv"), "output": tmp_path / "out"})
    told["script"] = by_script(shop, {**job, "output": tmp_path / "out"})
    sentences = {re.sub(r"/\S*/", "", PLACE.sub("", each))[:SHOWN] for door in told.values() for each in door}
    assert all(told.values()) and len(sentences) == 1, told
