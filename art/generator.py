"""What `art/` writes into `templates_svg/`, and what became of it since: each file says who drew it (engine's
`templates/generated.py`), so that what a hand has edited is never written over. `adopted.txt` names what is a hand's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
ADOPTED = Path(__file__).parent / "adopted.txt"
_WRITTEN = ("*.svg", "*.yaml")
_HAND = "hand"  # who wrote what was taken over, as its mark says


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
    count, edited, taken = 0, list[Mistake](), adopted()
    for work in chosen(names):
        for path, text in work.texts().items():
            if path in taken:
                continue
            if _state(path) is State.EDITED:
                edited.append(_edited(path))
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            count += write_if_changed(path, text.encode())
    if edited:
        raise BadInput(edited)
    return count


def check(names: Sequence[str]) -> list[Mistake]:
    """What is not as these works, else all, draw it now; of what was taken over by a hand, what has no true mark."""
    found = list[Mistake]()
    for work in chosen(names):
        texts = work.texts()
        found += [mistake for path, text in texts.items() if (mistake := _differing(work, path, text))]
        if work.folder.name != SYMBOLS:
            found += map(_left_over, sorted(_marked(work.folder) - texts.keys()))
    if not names:
        found += map(_unsettled, sorted(path for path in adopted() if _state(path) is not State.AS_WRITTEN))
        drawn = {work.folder for work in works().values() if work.folder.name != SYMBOLS}
        symbols = {FOLDER / f"{name}.svg" for name in works()}
        found += [_left_over(path) for path in sorted(_marked(FOLDER) - symbols) if path.parent not in drawn]
    return found


def _differing(work: Work, path: Path, text: str) -> Mistake | None:
    """What is wrong with a file that is to hold this text."""
    if path in adopted():
        return None
    if _state(path) is State.EDITED:
        return _edited(path)
    if path.is_file() and _text(path) == text:
        return None
    values = {"name": work.name}
    return Mistake("this is not what its program draws now", "run “python -m art write {name}”", Place(path), values)


def adopt(paths: Sequence[Path]) -> int:
    """Leaves files, or all in folders, to the hand that edited them, and marks them as it left them, so that a workspace
    tells its own edits from ours; how many are new or marked anew. Raises BadInput for what is no file of `FOLDER`."""
    root = FOLDER.resolve()
    ours = {*_files(root)}
    files = sorted({file.resolve() for path in paths for file in (_files(path) if path.is_dir() else [path])})
    strange = [path for path in files if path not in ours or not _is_utf8(path)]
    if strange:
        raise BadInput(map(_strange, strange))
    names = {path.relative_to(root).as_posix() for path in files}
    known = {path.relative_to(FOLDER).as_posix() for path in adopted()}
    count = 0
    for name in names:
        path = FOLDER / name
        renewed = write_if_changed(path, marked(unmarked(_text(path)), _HAND).encode())
        count += renewed or name not in known
    head = [line for line in _text(ADOPTED).splitlines() if line.startswith("#")]
    write_if_changed(ADOPTED, "\n".join([*head, *sorted(names | known), ""]).encode())
    return count


def adopted() -> frozenset[Path]:
    """The files that are a hand's."""
    lines = _text(ADOPTED).splitlines()
    return frozenset(FOLDER / line for line in lines if line and not line.startswith("#"))


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strange(path: Path) -> Mistake:
    todo = "name an SVG or YAML file in templates_svg that is saved as UTF-8"
    return Mistake("this is no file that can be taken over", todo, Place(path))


def _unsettled(path: Path) -> Mistake:
    return Mistake(
        "this is not as it was taken over",
        "run “python -m art adopt” on it, or take its line out of art/adopted.txt",
        Place(path),
    )


def _edited(path: Path) -> Mistake:
    return Mistake(
        "this was edited by hand, so it is not written",
        "run “python -m art adopt” on it to keep it, or delete it",
        Place(path),
    )


def _left_over(path: Path) -> Mistake:
    return Mistake("no program draws this any more", "delete it, or run “python -m art adopt” on it", Place(path))


def _marked(folder: Path) -> set[Path]:
    """The files that a program wrote."""
    return {path for path in _files(folder) if state(_text(path)) is not State.OWN} - adopted()


def _files(folder: Path) -> list[Path]:
    return [path for pattern in _WRITTEN for path in folder.rglob(pattern)]


def _state(path: Path) -> State | None:
    """What became of a file that was written, which has lost its mark to a hand if it has none; None where it is not
    there."""
    if not path.is_file():
        return None
    return State.AS_WRITTEN if state(_text(path)) is State.AS_WRITTEN else State.EDITED


def _text(path: Path) -> str:
    """A file's text; what is no UTF-8 can't be as it was written."""
    return path.read_text(encoding="utf-8", errors="replace")
