"""The fuzzer finds what is planted, makes it small, tells failures apart, and makes the same inputs again."""

import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

from fuzzing.campaign import CLASSES, Plan, run, small  # noqa: E402
from fuzzing.case import Case  # noqa: E402
from fuzzing.mutation import mutated_bytes  # noqa: E402
from fuzzing.town import Town  # noqa: E402
from fuzzing.trial import tried  # noqa: E402

pytestmark = pytest.mark.system("linux")  # the fuzzer forks, and reads /proc


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town.made(tmp_path_factory.mktemp("fuzz"))


def planted(arguments: Sequence[str]) -> None:
    """A command that does what its file says."""
    said = Path(arguments[0]).read_text(encoding="utf-8")
    if "raise" in said:
        raise ZeroDivisionError("planted")
    if "other" in said:
        [][1]
    if "abort" in said:
        os.abort()
    if "loop" in said:
        while True:
            pass
    if "fill" in said:
        kept = [b"x" * 50_000_000 for _ in range(10)]
        time.sleep(len(kept))
    if "bait" in said:
        Path("../bait/secret.txt").read_bytes()
    if "connect" in said:
        socket.create_connection(("127.0.0.1", 9))
    if "program" in said:
        os.system("true")
    if "write" in said:
        Path("elsewhere").write_text("x")
    if "half" in said:
        Path("output/.naqsh-1-x.png.tmp").write_text("x")
    if "long" in said:
        print("x" * 500, file=sys.stderr)
    if "silent" in said:
        sys.exit(2)
    print("it is refused", file=sys.stderr)
    sys.exit(2)


def failure(town: Town, said: str) -> str:
    return tried(Case(("a.txt",), {"a.txt": said.encode()}, "a.txt"), town, planted).failure


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("sound", ""),
        ("raise", "ZeroDivisionError in tests/test_fuzz.py:planted"),
        ("other", "IndexError in tests/test_fuzz.py:planted"),
        ("abort", "signal 6 in tests/test_fuzz.py:planted"),
        ("bait", "read outside"),
        ("connect", "ConnectionRefusedError in tests/test_fuzz.py:planted"),
        ("program", "program: os.system"),
        ("write", "wrote elsewhere"),
        ("half", "left half-written"),
        ("long", "long message: "),
        ("silent", "silent"),
    ],
)
def test_failures_are_told_apart(town: Town, said: str, expected: str):
    found = failure(town, said)
    assert found.startswith(expected) and bool(found) == bool(expected)


def test_a_loop_without_end_is_ended(town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fuzzing.trial.MOST_SECONDS", 0.3)
    assert failure(town, "loop") == "timeout in tests/test_fuzz.py:planted"


def test_memory_is_watched(town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("fuzzing.trial.MOST_MEMORY", 400_000_000)
    assert failure(town, "fill").startswith("memory in tests/test_fuzz.py:")


def test_bait_that_a_library_reads_by_itself_is_noticed(town: Town):
    case = Case(("a.txt",), {"a.txt": b""}, "a.txt")
    assert tried(case, town, lambda _: _read_by_libxml2()).failure == "read outside: secret.svg"
    assert failure(town, "sound") == ""


def _read_by_libxml2() -> None:
    from lxml import etree

    etree.parse("../bait/secret.svg")


def test_the_town_is_put_back(town: Town):
    before = {path: path.read_bytes() for path in town.root.rglob("*") if path.is_file()}
    files = {"brand.yaml": b"raise", "templates_svg/x/square.svg": b"x", "templates_svg/plain/square.svg": b"x"}
    tried(Case(("brand.yaml",), files, "brand.yaml"), town, planted)
    assert {path: path.read_bytes() for path in town.root.rglob("*") if path.is_file()} == before


def test_a_failure_is_made_small(town: Town):
    said = b"".join(b"line %d of many\n" % number for number in range(40)) + b"and raise here\n" + b"more\n" * 20
    case = Case(("a.txt", "more"), {"a.txt": said, "b.txt": b"of no account"}, "a.txt")
    outcome = tried(case, town, planted)
    less = small(case, outcome, town, planted)
    assert dict(less.files) == {"a.txt": b"raise"}
    assert tried(less, town, planted).failure == outcome.failure


def test_elements_are_left_out_whole(town: Town):
    drawing = b"<svg>" + b"<g a='1'><g><rect b='2'/></g></g>" * 9 + b"<g><g><text>raise</text></g></g></svg>"
    case = Case(("a.svg",), {"a.svg": drawing}, "a.svg")
    less = small(case, tried(case, town, planted), town, planted)
    assert less.files["a.svg"] == b"raise"


def test_a_run_writes_each_kind_of_failure_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(CLASSES, "svg", _sometimes_raises)
    told: list[str] = []
    tallies = run(Plan(["svg"], 3, count=12), 2, tmp_path, told.append, planted)
    tally = tallies["svg"]
    assert tally.inputs == 12 and tally.refused + tally.failures.total() == 12
    assert tally.failures.keys() == {"ZeroDivisionError", "IndexError"}
    assert len(told) == len(list(tmp_path.iterdir())) == 2
    for folder in tmp_path.iterdir():
        assert (folder / "a.txt").read_bytes() in (b"raise", b"other")
        assert "--seed 3 --class svg --only" in (folder / "failure.txt").read_text(encoding="utf-8")


def _sometimes_raises(random: Random) -> Case:
    said = random.choice((b"sound", b"x raise x", b"x other x"))
    return Case(("a.txt",), {"a.txt": said}, "a.txt")


@pytest.mark.parametrize("kind", CLASSES)
def test_an_input_depends_on_its_seed_class_and_number_alone(kind: str):
    forward = [Plan([kind], 5).case(kind, number).digest for number in range(6)]
    backward = [Plan([kind], 5).case(kind, number).digest for number in reversed(range(6))]
    assert forward == backward[::-1]
    assert len(set(forward)) > 3
    assert forward != [Plan([kind], 6).case(kind, number).digest for number in range(6)]


def test_classes_take_turns():
    plan = Plan(["svg", "pdf", "yaml"], 1, count=2)
    tried_by_two = [each for shard in range(2) for each in plan.inputs(shard, 2)]
    assert sorted(tried_by_two) == [(kind, number) for kind in ("pdf", "svg", "yaml") for number in range(2)]


def test_bytes_are_changed_by_chance_alone():
    assert mutated_bytes(Random(1), b"abc" * 50) == mutated_bytes(Random(1), b"abc" * 50) != b"abc" * 50


@pytest.mark.parametrize("kind", CLASSES)
def test_the_engine_bears_a_few_inputs_of_each_class(town: Town, kind: str):
    plan = Plan([kind], 0)
    found = [(number, tried(plan.case(kind, number), town)) for number in range(2)]
    assert [(number, outcome.failure, outcome.trace) for number, outcome in found if outcome.failure] == []
