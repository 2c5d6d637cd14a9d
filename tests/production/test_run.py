import json
from functools import partial
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.guard import Limits
from engine.kinds.occasion.plan import year_plan
from engine.production import journal, work
from engine.production.executors import OpenWorkers, processes
from engine.production.manifest import Manifest
from engine.production.run import Report, run
from engine.production.task import Task
from engine.workspace import Workspace

from .conftest import contents, edit, inline, stamps

HUGE = "{id: huge, title: بزرگ, medium: screen, width: 30000, height: 30000, files: [png]}"


def rendered(root: Path, workers: OpenWorkers | None = None, **wishes: object) -> Report:
    return run(year_plan(Workspace(root), 1405, **wishes), workers or inline())  # type: ignore[arg-type]


def manifest(root: Path) -> Manifest:
    return Manifest.of(root / "output" / "1405")


def test_everything_is_made(root: Path) -> None:
    report = rendered(root)
    folder = root / "output" / "1405"
    assert (report.made, report.kept, report.failures) == (15, 0, ())
    files = contents(folder)
    assert {path for path in files if "1405-12-19_fitr" in path} == {
        "tiny/1405-12-19_fitr.png",
        "flat/1405-12-19_fitr.png",
        "flat/1405-12-19_fitr.jpg",
        "card/1405-12-19_fitr.pdf",
        "previews/tiny/1405-12-19_fitr.webp",
        "previews/flat/1405-12-19_fitr.webp",
        "previews/card/1405-12-19_fitr.webp",
        "captions/1405-12-19_fitr.txt",
    }
    assert files["tiny/1405-12-19_fitr.png"].startswith(b"\x89PNG")
    assert files["card/1405-12-19_fitr.pdf"].startswith(b"%PDF")
    assert files["captions/1405-12-19_fitr.txt"].decode() == "متن کانال عید فطر #خمین"
    assert {"index.html", "manifest.json"} <= files.keys()
    assert not [path for path in files if path.endswith((".tmp", ".journal", ".log"))]


def test_a_second_run_touches_nothing(root: Path) -> None:
    rendered(root)
    before = stamps(root / "output")
    assert rendered(root).kept == 15
    assert stamps(root / "output") == before


def test_a_changed_message_makes_its_own_pieces_again(root: Path) -> None:
    rendered(root)
    before = contents(root / "output" / "1405")
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی دیگر.")
    report = rendered(root)
    after = contents(root / "output" / "1405")
    assert (report.made, report.kept) == (6, 9)
    changed = {path for path in after if after[path] != before[path]}
    assert {path for path in changed if "fitr" not in path} <= {"manifest.json", "index.html"}


def test_a_changed_caption_makes_no_picture(root: Path) -> None:
    rendered(root)
    edit(root / "occasions_calendar.yaml", "متن کانال", "متن تازهٔ کانال")
    assert rendered(root).made == 0
    caption = root / "output" / "1405" / "captions" / "1405-12-19_fitr.txt"
    assert caption.read_text(encoding="utf-8").startswith("متن تازهٔ کانال")
    assert "متن تازهٔ کانال" in (root / "output" / "1405" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("harm", ["missing", "cut short"])
def test_a_damaged_file_is_made_again(root: Path, harm: str) -> None:
    rendered(root)
    file = root / "output" / "1405" / "tiny" / "1405-09-30_yalda.png"
    whole = file.read_bytes()
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(whole[:-10])
    assert rendered(root).made == 1
    assert file.read_bytes() == whole


def test_bytes_do_not_depend_on_place_or_order(root: Path, tmp_path: Path) -> None:
    rendered(root)
    at_once = contents(root / "output" / "1405")
    for wishes in ({"only": ["yalda"], "formats": ["flat"]}, {"formats": ["card"]}, {"only": ["fitr", "tasua"]}, {}):
        rendered(root, output=tmp_path / "elsewhere", **wishes)
    assert contents(tmp_path / "elsewhere" / "1405") == at_once


def test_a_part_leaves_the_rest_alone(root: Path) -> None:
    rendered(root)
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی دیگر.")
    report = rendered(root, only=["yalda"], formats=["wall"])
    assert (report.made, report.kept, report.removed) == (1, 0, 0)
    pieces = {piece.id: piece for piece in manifest(root).pieces}
    assert len(pieces) == 16
    assert pieces["1405-09-30_yalda/wall"].files[0].scale == "1:10"


def test_files_of_an_occasion_that_is_gone_are_removed_by_a_whole_year_only(root: Path) -> None:
    rendered(root)
    rendered(root, only=["yalda"], formats=["wall"])
    edit(root / "occasions_calendar.yaml", "id: yalda", "id: yalda-night")
    rendered(root, only=["yalda-night"])
    files = contents(root / "output" / "1405")
    assert "tiny/1405-09-30_yalda.png" in files and "tiny/1405-09-30_yalda-night.png" in files
    report = rendered(root)
    files = contents(root / "output" / "1405")
    assert not [path for path in files if path.split("/")[-1].startswith("1405-09-30_yalda.")]
    assert not [path for path in files if path.startswith("wall/")]
    assert report.removed == 10  # four pictures and their three previews, the banner and its preview, the caption


def test_pieces_in_formats_of_another_run_are_kept(root: Path) -> None:
    rendered(root, formats=["wall"])
    rendered(root)
    assert "wall/1405-09-30_yalda_1-10.pdf" in contents(root / "output" / "1405")


def test_pieces_that_a_run_leaves_outdated_are_named(root: Path) -> None:
    rendered(root, formats=["wall", "tiny"])
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی دیگر.")
    assert rendered(root, formats=["tiny"]).outdated == ("wall",)
    assert rendered(root, only=["yalda"], formats=["tiny"]).outdated == ("wall",)
    assert {piece.id for piece in manifest(root).pieces if piece.outdated} == {
        "1405-01-01_fitr/wall",
        "1405-12-19_fitr/wall",
    }
    assert rendered(root, formats=["wall"]).outdated == ()


def test_a_file_type_that_a_format_no_longer_has_is_removed(root: Path) -> None:
    rendered(root)
    edit(root / "formats.yaml", "[png, jpg]", "[png]")
    rendered(root)
    assert not list((root / "output").rglob("*.jpg"))


def test_a_piece_that_fails_stops_no_other_and_harms_no_file(root: Path) -> None:
    rendered(root)
    before = contents(root / "output" / "1405" / "tiny")
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی با نویسهٔ \U00013000.")
    edit(root / "occasions_calendar.yaml", "این پیام برای آزمون است.", "پیامی دیگر.")
    report = rendered(root)
    assert (report.made, len(report.failures), report.is_ours) == (3, 6, False)
    assert [len(pieces) for _, pieces in report.complaints] == [6]
    after = contents(root / "output" / "1405" / "tiny")
    assert {path for path in before if before[path] != after[path]} == {"1405-09-30_yalda.png"}
    failures = manifest(root).failures
    assert {failure.key for failure in failures} == {"1405-01-01_fitr", "1405-12-19_fitr"}
    assert not any(str(root) in sentence for failure in failures for sentence in failure.why)
    edit(root / "occasions_calendar.yaml", "پیامی با نویسهٔ \U00013000.", "این پیام برای آزمون است.")
    assert rendered(root).failures == ()
    assert manifest(root).failures == ()


def test_a_fault_of_ours_leaves_a_trace_in_a_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(work, "artwork_of", lambda *_, **__: 1 / 0)
        report = rendered(root, only=["yalda"], formats=["tiny"])
    log = root / "output" / "1405" / "error.log"
    assert report.is_ours
    assert "ZeroDivisionError" in str(report.complaints[0][0])
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert rendered(root).failures == ()
    assert not log.exists()


def test_a_process_that_dies_costs_its_own_piece_only(root: Path) -> None:
    def kills(task: Task) -> bool:
        return task.piece.id == "1405-09-30_yalda/flat"

    report = rendered(root, inline(kills))
    assert [failure.piece.id for failure in report.failures] == ["1405-09-30_yalda/flat"]
    assert report.made == 14
    assert rendered(root).made == 1


def test_stopped_by_the_user(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405)
    seen = []

    def advance() -> None:
        seen.append(1)
        if len(seen) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(plan, inline(), advance)
    made = len(manifest(root).pieces)
    assert made >= 4
    assert not journal.is_there(plan.folder)
    assert rendered(root).made == 15 - made


def test_a_killed_run_is_taken_up_from_its_journal(root: Path) -> None:
    rendered(root)
    folder = root / "output" / "1405"
    pieces = manifest(root).pieces
    (folder / "manifest.json").unlink()
    lines = [json.dumps({"piece": piece.id, "made": piece.model_dump()}) for piece in pieces[:9]]
    (folder / "manifest.journal").write_text("\n".join([*lines, lines[1][:40]]), encoding="utf-8")
    (folder / "tiny" / ".naqsh-1-half.png.tmp").write_bytes(b"half")
    report = rendered(root)
    assert (report.made, report.kept) == (6, 9)
    assert not list(folder.rglob(".naqsh-*")) and not journal.is_there(folder)


def test_a_piece_that_was_begun_and_not_finished_is_not_trusted(root: Path) -> None:
    rendered(root)
    folder = root / "output" / "1405"
    begun = [json.dumps({"piece": piece.id}) for piece in manifest(root).pieces[:2]]
    (folder / "manifest.journal").write_text("\n".join(begun), encoding="utf-8")
    assert rendered(root).made == 2


def test_a_process_that_lives_on_sees_what_changed(root: Path) -> None:
    rendered(root)
    before = contents(root / "output" / "1405" / "tiny")
    edit(root / "templates_svg" / "plain" / "plain.svg", 'x="50" y="40"', 'x="50" y="44"')
    assert rendered(root).made == 15
    after = contents(root / "output" / "1405" / "tiny")
    assert not [path for path in before if before[path] == after[path]]


def test_two_runs_do_not_write_to_one_folder(root: Path) -> None:
    plan = year_plan(Workspace(root), 1405)
    with journal.opened(plan.folder), pytest.raises(BadInput, match="another run is writing to this folder"):
        run(plan, inline())
    assert run(plan, inline()).made == 15


def test_a_folder_that_cant_be_written(root: Path) -> None:
    (root / "output").write_text("a file where the folder should be")
    with pytest.raises(BadInput, match="the output folder can't be written"):
        rendered(root)


def test_what_is_not_drawn_as_the_artboard_says_is_in_the_manifest(root: Path) -> None:
    artboard = next((root / "templates_svg").rglob("*/*.svg"))
    edit(artboard, "</svg>", '<rect width="9" height="9" fill="none" stroke="color-mix(in srgb,red,blue)"/></svg>')
    rendered(root, only=["yalda"], formats=["tiny"])
    (piece,) = manifest(root).pieces
    (told,) = [finding for finding in piece.findings if "color-mix" in finding.text]
    assert (told.level, "color-mix" in told.text_fa) == ("warning", True)


@pytest.mark.parametrize("link", ["output/1405", "output/1405/tiny", "output/1405/previews"])
def test_a_link_out_of_the_folder_is_not_written_through(root: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(elsewhere)
    with pytest.raises(BadInput, match=f"{link}: this link leads out of .*output; put here what it leads to"):
        rendered(root)
    assert not [*elsewhere.iterdir()]


def test_the_office_decides_where_its_output_is(root: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (root / "output").symlink_to(tmp_path / "disk")
    (tmp_path / "disk" / "large").mkdir()
    (tmp_path / "disk" / "1405").mkdir()
    (tmp_path / "disk" / "1405" / "tiny").symlink_to("../large")
    assert rendered(root).made == 15
    assert (tmp_path / "disk" / "large" / "1405-09-30_yalda.png").exists()


def test_a_journal_that_is_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("of someone", encoding="utf-8")
    (root / "output" / "1405").mkdir(parents=True)
    (root / "output" / "1405" / journal.JOURNAL).symlink_to(letter)
    with pytest.raises(BadInput, match="this link leads out of"):
        rendered(root)
    assert letter.read_text(encoding="utf-8") == "of someone"


def test_a_manifest_that_leads_out_of_the_folder_is_not_believed(root: Path) -> None:
    rendered(root)
    edit(root / "output" / "1405" / "manifest.json", "tiny/1405-01-01_fitr.png", "../../brand.yaml")
    edit(root / "occasions_calendar.yaml", "id: fitr", "id: fitr-day")
    rendered(root)
    assert (root / "brand.yaml").exists()


def test_a_piece_that_takes_too_much_costs_no_other(root: Path) -> None:
    edit(root / "formats.yaml", "formats:", "formats:\n  - " + HUGE)
    plan = year_plan(Workspace(root), 1405, only=["yalda"], formats=["tiny", "huge", "flat"])
    report = run(plan, partial(processes, 2), limits=Limits(seconds=3))
    assert (report.made, report.is_ours) == (2, False), report.complaints
    ((mistake, pieces),) = report.complaints
    assert pieces == ("1405-09-30_yalda/huge",) and "and was ended" in str(mistake)
    assert not list(plan.folder.rglob(".naqsh-*")) and not list((plan.folder / "huge").glob("*"))
