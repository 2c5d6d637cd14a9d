"""A small workspace for inputs to be laid into, put back as it was after each."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from fuzzing.case import BAIT, Case

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = (
    "plain", "news-plain", "news-veil", "news-before-after", "plaque-modern", "report-cover", "report-department",
    "report-summary", "teaser-line", "calendar-cover", "calendar-photo", "calendar-year",
)  # fmt: skip
OCCASIONS = ("nowruz", "yalda-night", "arbaeen")
FORMATS = """
default: [tiny]
formats:
  - {id: tiny, title: کوچک, medium: screen, width: 96, height: 96, files: [png]}
  - {id: flat, title: پهن, medium: screen, width: 160, height: 48, files: [png, jpg]}
  - {id: card, title: کارت, medium: print, width: 60, height: 40, bleed: 3, viewing_distance: 1, files: [pdf]}
"""
PARTIAL = (".naqsh-", ".tmp")

type Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Town:
    """A workspace in `base`/town, what its files were like, and folders for temporary and kept files beside it."""

    base: Path
    pristine: dict[str, Stamp]

    @classmethod
    def made(cls, base: Path) -> Town:
        """A new one in an empty folder."""
        _furnish(base / "original")
        shutil.copytree(base / "original", base / "town", symlinks=True)
        (base / "bait").mkdir()
        _set_bait(base / "bait")
        town = cls(base, dict(_stamps(base / "town")))
        town.clear_scratch()
        return town

    @property
    def root(self) -> Path:
        return self.base / "town"

    @property
    def scratch(self) -> Path:
        """For temporary files."""
        return self.base / "scratch"

    def lay(self, case: Case) -> None:
        """Puts the files of an input in."""
        (self.root / "output").mkdir(exist_ok=True)
        os.mkfifo(self.root / "pipe")
        (self.root / "loop").symlink_to("loop")
        (self.root / "away.svg").symlink_to("../bait/secret.svg")
        for name, content in case.files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def taken_bait(self) -> list[str]:
        """The bait that was read since it was laid, whoever opened it: Python, or a library by itself."""
        return [name for name in BAIT if (self.base / "bait" / name).stat().st_atime > 1]

    def tidy(self, case: Case) -> list[str]:
        """Puts everything back; what was written half, or where the command may not write."""
        laid, faults = {"pipe", "loop", "away.svg", *map(os.path.normpath, case.files)}, []
        now = dict(_stamps(self.root))
        for name in sorted(now):
            path, changed = self.root / name, self.pristine.get(name) != now[name]
            if name.split("/")[-1].startswith(PARTIAL[0]) and name.endswith(PARTIAL[1]):
                faults.append("left half-written")
            elif changed and name not in laid and not any(_below(name, folder) for folder in case.writes):
                faults.append(f"wrote {'/'.join(name.split('/')[:1])}")
            if changed:
                path.unlink()
        for name in self.pristine:
            if now.get(name) != self.pristine[name]:
                self._restore(name)
        _remove_empty(self.root, {str(Path(name).parent) for name in self.pristine})
        self.clear_scratch()
        strangers = [f"wrote {path.name} outside" for path in self._strangers()]
        faults += [] if case.reaches else strangers
        _set_bait(self.base / "bait")
        return faults

    def clear_scratch(self) -> None:
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir()

    def _restore(self, name: str) -> None:
        path, original = self.root / name, self.base / "original" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(original, path)
        self.pristine[name] = _stamp(path)  # an inode of its own

    def _strangers(self) -> Iterator[Path]:
        for path in sorted(self.base.iterdir()):
            if path.name not in ("town", "original", "bait", "scratch"):
                yield path
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _furnish(root: Path) -> None:
    (root / "templates_svg").mkdir(parents=True)
    for name in ("brand.yaml", "performance.yaml"):
        shutil.copy2(ROOT / name, root / name)
    (root / "plaques.yaml").write_bytes(plaques())
    (root / "occasions_calendar.yaml").write_bytes(short_calendar())
    (root / "formats.yaml").write_text(FORMATS, encoding="utf-8")
    shutil.copy2(ROOT / "templates_svg/palettes.yaml", root / "templates_svg/palettes.yaml")
    for name in ("_symbols", *TEMPLATES):
        shutil.copytree(ROOT / "templates_svg" / name, root / "templates_svg" / name)
    shutil.copytree(ROOT / "fonts", root / "fonts")


@cache
def short_calendar() -> bytes:
    """The calendar with a few occasions, quick to read."""
    whole = yaml.load((ROOT / "occasions_calendar.yaml").read_bytes(), yaml.CSafeLoader)
    kept = [{**each, "art": {"template": "plain"}} for each in whole["occasions"] if each["id"] in OCCASIONS]
    return yaml.safe_dump({"occasions": kept}, allow_unicode=True, sort_keys=False).encode()


def plaques() -> bytes:
    """The words of plaques, all on the one template that is here."""
    text = (ROOT / "plaques.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?<= template: ).*", "plaque-modern", text)
    return re.sub(r"(?<= palette: ).*", "cobalt", text).encode()


def _set_bait(folder: Path) -> None:
    """Writes the bait where it is missing and dates its last reading back."""
    for name in BAIT:
        path = folder / name
        if not path.exists():
            source = {"svg": "tests/templates/inkscape/by-hand.svg", "yaml": "brand.yaml"}.get(name.split(".")[-1])
            path.write_bytes((ROOT / source).read_bytes() if source else b"none of your business\n")
        os.utime(path, (1, path.stat().st_mtime))


def _stamps(root: Path) -> Iterator[tuple[str, Stamp]]:
    for folder, _, files in os.walk(root):
        for name in files:
            path = Path(folder, name)
            yield str(path.relative_to(root)), _stamp(path)


def _stamp(path: Path) -> Stamp:
    found = path.lstat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _below(name: str, folder: str) -> bool:
    return folder == "" or name == folder or name.startswith(f"{folder}/")


def _remove_empty(root: Path, kept: set[str]) -> None:
    for folder, folders, _ in os.walk(root, topdown=False):
        for name in folders:
            path = Path(folder, name)
            if path.is_symlink():
                path.unlink()
            elif str(path.relative_to(root)) not in kept and not any(path.iterdir()):
                path.rmdir()
