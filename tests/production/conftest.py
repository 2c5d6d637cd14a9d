"""A workspace that is quick to render: few occasions, tiny formats, one plain template."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from engine.guard.limits import Limit, ProcessDied
from engine.production.executors import OpenWorkers, Workers

ROOT = Path(__file__).parents[2]

OCCASION = """
  - id: {id}
    rule: {rule}
    holiday: false
    tone: {tone}
    title: {title}
    lettering: {title}
    motif: [sun]
    message: این پیام برای آزمون است.
    caption: "متن کانال {title} #خمین"
    alt: آفتابی بر زمینه‌ای ساده.
"""
OCCASIONS = (
    ("fitr", "{calendar: hijri, month: 10, day: 1}", "celebration", "عید فطر"),
    ("yalda", "{calendar: jalali, month: 9, day: 30}", "festive", "شب یلدا"),
    ("tree-day", "{calendar: jalali, month: 12, day: 15}", "nature", "روز درخت"),
    ("tasua", "{calendar: hijri, month: 1, day: 9}", "muharram", "تاسوعا"),
)
FORMATS = """
default: [tiny, flat, card]
formats:
  - {id: tiny, title: کوچک, medium: screen, width: 96, height: 96, files: [png]}
  - {id: flat, title: پهن, medium: screen, width: 160, height: 48, files: [png, jpg]}
  - {id: card, title: کارت, medium: print, width: 60, height: 40, bleed: 3, viewing_distance: 1, files: [pdf]}
  - {id: wall, title: دیوار, medium: print, width: 6000, height: 2000, bleed: 10, viewing_distance: 10, files: [pdf]}
"""
BRAND = """
city: خمین
municipality: شهرداری خمین
office: روابط عمومی شهرداری خمین
website: khomein.ir
"""
TEMPLATE = """
title: ساده
tones: [celebration, mourning, muharram, ramadan, national, defence, spring, nature, literary, festive, civic]
"""
ARTBOARD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<rect width="100" height="100" class="fill-ground"/>
<text x="50" y="40" text-anchor="middle" font-family="Vazirmatn" font-size="12" class="fill-ink"
  data-text="{{ title }}">عنوان</text>
<text x="50" y="60" text-anchor="middle" font-family="Vazirmatn" font-size="5" class="fill-quiet"
  data-text="{{ message }}">پیام</text>
</svg>"""


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made")
    template = root / "templates_svg" / "plain"
    template.mkdir(parents=True)
    occasions = (OCCASION.format(id=id, rule=rule, tone=tone, title=title) for id, rule, tone, title in OCCASIONS)
    (root / "occasions_calendar.yaml").write_text("occasions:" + "".join(occasions), encoding="utf-8")
    (root / "formats.yaml").write_text(FORMATS, encoding="utf-8")
    (root / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (template / "template.yaml").write_text(TEMPLATE, encoding="utf-8")
    (template / "plain.svg").write_text(ARTBOARD, encoding="utf-8")
    shutil.copy(ROOT / "templates_svg" / "palettes.yaml", root / "templates_svg")
    (root / "fonts").mkdir()
    for weight in ("Regular", "Bold"):
        shutil.copy(ROOT / "fonts" / "vazirmatn" / f"Vazirmatn-{weight}.ttf", root / "fonts")
    return root


@pytest.fixture
def root(made_workspace: Path, tmp_path: Path) -> Path:
    """The folder of a workspace of the test's own."""
    return Path(shutil.copytree(made_workspace, tmp_path / "town"))


class Inline(Executor):
    """Does each task at once in this process. `dies_on` says at which task a process would have died."""

    def __init__(self, dies_on: Callable[[Any], bool]) -> None:
        self.dies_on = dies_on

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if self.dies_on(args[-1]):
            future.set_exception(ProcessDied())
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def _done_here(limit: Limit, function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


def inline(dies_on: Callable[[Any], bool] = lambda task: False) -> OpenWorkers:
    """Workers without processes."""

    @contextmanager
    def workers() -> Iterator[Workers]:
        yield Workers(Inline(dies_on), 2, _done_here)

    return workers


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file and folder was last written, and which file it is."""
    return {path.as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino) for path in [folder, *folder.rglob("*")]}


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file of the workspace."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
