"""Plaques: one from the command line, and a ceremony against Typst setting the same text in the same frame.

    uv run --with typst python benchmarks/bench_plaque.py [--count 500] [--jobs 2] [--template plaque-tazhib]

Typst takes the frame as an SVG, our own artwork without its words, and sets heading, name, body, date and signer in
the same faces and boxes; it makes no preview, no manifest and no check. Both write PDFs to a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from lxml import etree

from engine.calendar.dates import date_of
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plan import ceremony_plan
from engine.kinds.plaque.plaques import Ceremony, Plaques
from engine.production.artwork import artwork_of
from engine.production.executors import processes
from engine.production.run import run
from engine.workspace import Workspace

DATE = "1405/09/15"
WORDS = ("opening", "title", "honorific", "name", "position", "body", "date", "meta", "signer-1", "office-1")
FIRST = ("علی", "مریم", "رضا", "زهرا", "حسین", "فاطمه", "محمد", "نرگس", "سعید", "لیلا")
LAST = ("رضایی", "احمدی", "کریمی", "موسوی‌نژاد", "حسینی", "طباطبایی", "نوری", "صادقی", "جعفری", "شریفی")
PAGE = """\
#set page(width: 216mm, height: 303mm, margin: 0mm, background: image("frame.svg", width: 100%))
#set text(font: "Markazi Text", size: 18pt, dir: rtl, lang: "fa")
#let at(y, it) = place(top + center, dy: y, it)
#at(70mm, text(font: "Noto Nastaliq Urdu", size: 60pt, weight: 700)[{heading}])
#at(115mm, text(size: 20pt, weight: 700)[{honorific}])
#at(124mm, text(font: "Noto Nastaliq Urdu", size: 42pt, weight: 700)[{name}])
#at(171mm, box(width: 133mm, par(justify: true, leading: 0.9em)[{body}]))
#at(227mm, text(size: 16pt, weight: 700)[{date}])
#at(250mm, text(size: 17pt, weight: 700)[{signer}])
"""


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options.add_argument("--template", default="plaque-tazhib")
    given = options.parse_args()
    workspace = Workspace.find()
    with tempfile.TemporaryDirectory() as folder:
        _print("load average before", f"{os.getloadavg()[0]:.2f}")
        _one(Path(folder))
        _ceremony(workspace, Path(folder), given.count, given.jobs, given.template)
        _typst(workspace, Path(folder), given.count, given.jobs, given.template)
        _print("load average after", f"{os.getloadavg()[0]:.2f}")


def _print(what: str, value: str) -> None:
    print(f"{what:<44}{value}")


def _one(folder: Path) -> None:
    """Wall and processor time of the command, best of ten, and of its interpreter and imports, by library."""
    asked = ["plaque", "--to", "جناب آقای رضا محمدی", "--for", "یاری", "-o", str(folder / "one.pdf")]
    imports = [sys.executable, "-c", _imports_of(asked)]
    whole, loaded = (_best(each) for each in ([sys.executable, "-m", "engine", *asked], imports))
    _print("one plaque", f"{whole[0]:.2f} s wall, {whole[1]:.2f} s processor")
    share = f"{100 * loaded[1] / whole[1]:.0f}% of its processor time"
    _print("of it interpreter and imports", f"{loaded[0]:.2f} s wall, {loaded[1]:.2f} s processor, {share}")
    _print("the slowest imports, ms", ", ".join(f"{name} {each:.0f}" for name, each in _taken(imports).most_common(8)))


def _imports_of(asked: list[str]) -> str:
    """A program that starts as the command does, imports all that it has imported at its end, and ends."""
    program = "import sys, engine.cli\ntry: engine.cli.main(sys.argv[1:])\nfinally: print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program, *asked], check=True, capture_output=True, text=True)
    # Ours first: libcairo has to be there before what it prepares.
    names = (name for name in told.stdout.split() if name.replace(".", "_").isidentifier())
    modules = sorted(names, key=lambda name: not name.startswith("engine"))
    start = ["import contextlib, engine.cli", "engine.cli.be_brief()"]
    return "\n".join([*start, *(f"with contextlib.suppress(ImportError): import {name}" for name in modules)])


def _best(command: list[str]) -> tuple[float, float]:
    """The least wall and the least processor time of ten runs."""
    walls, processors = zip(*(_timed(command) for _ in range(10)), strict=True)
    return min(walls), min(processors)


def _taken(imports: list[str]) -> Counter[str]:
    """Milliseconds that each library's own modules take to be imported."""
    told = subprocess.run([imports[0], "-X", "importtime", *imports[1:]], check=True, capture_output=True, text=True)
    taken: Counter[str] = Counter()
    for line in told.stderr.splitlines()[1:]:
        own, _, name = line.removeprefix("import time:").split("|")
        taken[name.strip().partition(".")[0]] += int(own) / 1000
    return taken


def _timed(command: list[str]) -> tuple[float, float]:
    before, started = _processor(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started, _processor() - before


@contextmanager
def _measured(what: str, count: int, jobs: int) -> Iterator[None]:
    """Wall and processor time of this process and those it starts; what so much of the processors would make alone."""
    before, started = _processor(), time.perf_counter()
    yield
    wall, processor = time.perf_counter() - started, _processor() - before
    alone = f"{jobs * count / processor:.1f} a second had {jobs} cores no other work"
    _print(what, f"{wall:.1f} s wall, {processor:.1f} s processor: {count / wall:.1f} a second; {alone}")


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _names(count: int) -> list[str]:
    return [f"{FIRST[n % 10]} {LAST[n // 10 % 10]}" for n in range(count)]


def _ceremony(workspace: Workspace, folder: Path, count: int, jobs: int, template: str) -> None:
    people = folder / "people.csv"
    rows = (f"جناب آقای,{name},1405/{number}" for number, name in enumerate(_names(count), 1))
    people.write_text("عنوان,نام,شماره\n" + "\n".join(rows), encoding="utf-8")
    with _measured(f"{count} plaques, {jobs} processes", count, jobs):
        plan = ceremony_plan(workspace, people, Ceremony(date_of(DATE), template=template), ["a4"], folder / "ours")
        report = run(plan.pieces, partial(processes, jobs))
    assert report.made == count, report.complaints


def _typst(workspace: Workspace, folder: Path, count: int, jobs: int, template: str) -> None:
    person = Person("رضا محمدی", "جناب آقای")
    brief = Plaques(workspace, Ceremony(date_of(DATE), template=template)).brief(person, "x")
    (size,) = workspace.formats.select(["a4"])
    _, artwork = artwork_of(workspace, brief, template, size)
    root = etree.fromstring(artwork.svg)
    for id in WORDS:
        for element in root.xpath("//*[@id=$id]", id=id):
            element.getparent().remove(element)
    (folder / "frame.svg").write_bytes(etree.tostring(root))
    said = {"heading": brief.heading, "honorific": brief.honorific, "body": brief.body, "date": brief.date}
    page = {**said, "signer": brief.signatures[0].name}
    work = partial(_typeset, folder, workspace.root / "fonts", page)
    with (
        _measured(f"Typst: {count}, {jobs} processes", count, jobs),
        ProcessPoolExecutor(jobs, get_context("spawn")) as executor,
    ):
        list(executor.map(work, range(count), _names(count), chunksize=max(1, count // jobs)))


def _typeset(folder: Path, fonts: Path, page: dict[str, str], number: int, name: str) -> None:
    import typst

    source = folder / f"{number}.typ"
    source.write_text(PAGE.format(**page, name=name), encoding="utf-8")
    typst.compile(str(source), output=str(folder / f"{number}-typst.pdf"), font_paths=[str(fonts)])


if __name__ == "__main__":
    main()
