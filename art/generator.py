"""What `art/` writes into `templates_svg/`, and what became of it since: each file says who drew it (engine's
`templates/generated.py`), so that what a hand has edited is never written over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from art.layouts import LAYOUTS, calendar, teaser
from art.layouts import files as files_of_layout
from art.symbols import Symbol, symbols
from engine.errors import BadInput, Mistake, Place, nearest
from engine.files import write_if_changed
from engine.templates.generated import State, marked, state, unmarked
from engine.templates.library import SYMBOLS

FOLDER = Path(__file__).parents[1] / "templates_svg"
_WRITTEN = ("*.svg", "template.yaml")


@dataclass(frozen=True, slots=True)
class Work:
    """A template or a symbol: the module that draws it, and what gives its files' texts by name, in `folder`."""

    name: str
    module: str
    folder: Path
    files: Callable[[], Mapping[str, str]]

    def texts(self) -> dict[Path, str]:
        """What is to stand in its files, each with its mark."""
        return {self.folder / name: marked(text, self.module) for name, text in self.files().items()}


@cache
def works() -> dict[str, Work]:
    """All that is drawn, by name; symbols first, for the pages of reports look whether theirs are there."""
    found = [*map(_symbol, symbols().values())]
    found += [_template(name.replace("_", "-"), name, partial(files_of_layout, name)) for name in LAYOUTS]
    found += [_template(name, "teaser", partial(teaser.files, name)) for name in teaser.FAMILIES]
    found += [_template(name, "calendar", partial(calendar.files, name)) for name in calendar.templates()]
    return {work.name: work for work in found}


def _symbol(symbol: Symbol) -> Work:
    name = f"{SYMBOLS}/{symbol.name}"
    return Work(name, symbol.module, FOLDER / SYMBOLS, lambda: {f"{symbol.name}.svg": symbol.svg()})


def _template(name: str, module: str, files: Callable[[], Mapping[str, str]]) -> Work:
    return Work(name, f"art/layouts/{module}.py", FOLDER / name, files)


def chosen(names: Sequence[str]) -> list[Work]:
    """The works of these names, else all. Raises BadInput for a name that is none."""
    known = works()
    unknown = [
        Mistake(
            "nothing called “{name}” is drawn here",
            "write {nearest}",
            values={"name": name, "nearest": nearest(name, known)},
        )
        for name in names
        if name not in known
    ]
    if unknown:
        raise BadInput(unknown)
    return [known[name] for name in names or known]


def write(names: Sequence[str]) -> int:
    """Writes what these works draw, else all; how many files are new. Raises BadInput, when the others are written, for
    those that a hand has edited."""
    count, edited = 0, list[Mistake]()
    for work in chosen(names):
        for path, text in work.texts().items():
            match _state(path):
                case State.AS_WRITTEN | None:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    count += write_if_changed(path, text.encode())
                case State.EDITED:
                    edited.append(_edited(path))
    if edited:
        raise BadInput(edited)
    return count


def check(names: Sequence[str]) -> list[Mistake]:
    """What is not as these works, else all, draw it now; what was taken over by a hand is not looked at."""
    found = list[Mistake]()
    for work in chosen(names):
        texts = work.texts()
        found += [mistake for path, text in texts.items() if (mistake := _differing(work, path, text))]
        if work.folder.name != SYMBOLS:
            found += map(_left_over, sorted(_marked(work.folder) - texts.keys()))
    if not names:
        drawn = {work.folder for work in works().values() if work.folder.name != SYMBOLS}
        symbols = {FOLDER / f"{name}.svg" for name in works()}
        found += [_left_over(path) for path in sorted(_marked(FOLDER) - symbols) if path.parent not in drawn]
    return found


def _differing(work: Work, path: Path, text: str) -> Mistake | None:
    """What is wrong with a file that is to hold this text."""
    match _state(path):
        case State.EDITED:
            return _edited(path)
        case State.OWN:
            return None
        case _ if path.is_file() and _text(path) == text:
            return None
    values = {"name": work.name}
    return Mistake("this is not what its program draws now", "run “python -m art write {name}”", Place(path), values)


def adopt(paths: Sequence[Path]) -> int:
    """Takes the mark out of files, or of all in folders: they are a hand's from now on. How many had one."""
    files = [file for path in paths for file in (_files(path) if path.is_dir() else [path])]
    count = 0
    for file in files:
        text = _text(file)
        count += write_if_changed(file, unmarked(text).encode())
    return count


def _edited(path: Path) -> Mistake:
    return Mistake(
        "this was edited by hand, so it is not written",
        "run “python -m art adopt” on it to keep it, or delete it",
        Place(path),
    )


def _left_over(path: Path) -> Mistake:
    return Mistake("no program draws this any more", "delete it, or run “python -m art adopt” on it", Place(path))


def _marked(folder: Path) -> set[Path]:
    return {path for path in _files(folder) if _state(path) is not State.OWN}


def _files(folder: Path) -> Iterator[Path]:
    for pattern in _WRITTEN:
        yield from folder.rglob(pattern)


def _state(path: Path) -> State | None:
    """What became of a file; None where it is not there."""
    return state(_text(path)) if path.is_file() else None


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
