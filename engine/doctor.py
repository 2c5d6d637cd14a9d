"""What Naqsh needs of a computer, and whether it is there."""

from __future__ import annotations

import importlib
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from engine.errors import BadInput, Mistake
from engine.workspace import FONTS, Workspace, starter

PYTHONS = ((3, 12), (3, 13))
_TEST_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#123456"/>'
    b'<circle cx="4" cy="4" r="3" fill="#fedcba"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, or what is wrong with it."""

    name: str
    found: str = ""
    mistakes: tuple[Mistake, ...] = ()


def checks(folder: Path) -> Iterator[Check]:
    """Looks at Python, the libraries, and the workspace of a folder where it is one; one check after the other."""
    looks: list[tuple[str, Callable[[], str]]] = [
        ("Python", _python),
        ("Cairo", _cairo),
        ("libvips", _libvips),
        ("drawing", _drawing),
        ("pikepdf", lambda: _imported("pikepdf")),
        ("Hazm", lambda: _imported("hazm")),
        ("fonts", lambda: _fonts(folder)),
        ("output", lambda: _output(folder)),
    ]
    for name, look in looks:
        try:
            yield Check(name, look())
        except BadInput as error:
            yield Check(name, mistakes=error.mistakes)


def _python() -> str:
    if sys.version_info[:2] not in PYTHONS:
        raise BadInput.of(
            "Python {found} is not one that Naqsh and Hazm run on",
            todo="use Python 3.13 (uv run does by itself)",
            found=platform.python_version(),
        )
    return platform.python_version()


def _cairo() -> str:
    try:
        cairo = importlib.import_module("engine.canvas.libcairo")
    except BadInput:
        raise BadInput([_missing_cairo(platform.system())]) from None
    return str(cairo.cairocffi.cairo_version_string())


def _missing_cairo(system: str) -> Mistake:
    """How to get Cairo on this computer."""
    missing = (
        "the Cairo library is missing: librsvg draws pictures, which takes longer, "
        "and what is in inks can't be made or checked"
    )
    match system:
        case "Windows":
            return Mistake(
                missing,
                "install the GTK 3 runtime for Windows with its “Set up PATH” box ticked, then open a new terminal; "
                "or set CAIROCFFI_DLL_DIRECTORIES to a folder that has libcairo-2.dll",
            )
        case "Darwin":
            return Mistake(
                missing,
                "run “brew install cairo”; where it is still not found, "
                "set DYLD_FALLBACK_LIBRARY_PATH to the lib folder that “brew --prefix” names",
            )
        case _:
            return Mistake(missing, "run “sudo apt install libcairo2” (Fedora: “sudo dnf install cairo”)")


def _libvips() -> str:
    pyvips = _module("pyvips")
    number = ".".join(str(pyvips.version(part)) for part in range(3))
    for operation in ("svgload_buffer", "tiffload_source", "pngsave", "jpegsave", "webpsave", "tiffsave"):
        if not pyvips.type_find("VipsOperation", operation):
            raise BadInput.of(
                "libvips {number} can't do {operation}",
                todo="install “pyvips[binary]”, which brings a libvips that can",
                number=number,
                operation=operation,
            )
    return number


def _drawing() -> str:
    """Draws the same thing by both renderers."""
    _module("pyvips")
    from engine.canvas import librsvg
    from engine.canvas.here import has_cairo
    from engine.export import raster, second
    from engine.scene import scene_of
    from engine.svg import parse, view_box

    if not has_cairo():
        return "librsvg"
    root = parse(_TEST_DRAWING, "test").getroot()
    box = view_box(root, "test")
    ours, theirs = raster.draw(scene_of(_TEST_DRAWING), 64, 64), librsvg.draw(root, box, box, 64, 64)
    difference = (ours.cast("short") - theirs.extract_band(0, n=3).cast("short")).abs().avg()
    if difference > 1:
        raise BadInput.of("Cairo and librsvg draw different pictures", todo="install Cairo 1.16 or newer")
    with tempfile.TemporaryDirectory() as folder:
        opinion = Path(folder, "drawing.png")
        second.write_picture(scene_of(_TEST_DRAWING), opinion, 64, 64)
        again = _module("pyvips").Image.new_from_file(str(opinion)).extract_band(0, n=3)
        if (ours.cast("short") - again.cast("short")).abs().avg() > 1:
            raise BadInput.of("Cairo and CairoSVG draw different pictures", todo="install Naqsh again (uv sync)")
    return "Cairo = librsvg = CairoSVG"


def _imported(name: str) -> str:
    _module(name)
    return version(name)


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as error:
        raise BadInput.of(
            "{name} can't be loaded ({reason})",
            todo="install Naqsh again (uv sync)",
            name=name,
            reason=str(error).splitlines()[0],
        ) from None


def _fonts(folder: Path) -> str:
    from engine.typography import FontLibrary

    workspace = _workspace(folder)
    fonts = (workspace.root if workspace else starter()) / FONTS
    FontLibrary.load(fonts, realm=workspace.realm if workspace else None)  # reads every file and the catalogue
    return ", ".join(sorted(each.name for each in fonts.iterdir() if each.is_dir()))


def _output(folder: Path) -> str:
    """The nearest folder that exists on the way to the output can be written."""
    workspace = _workspace(folder)
    target = workspace.output if workspace else folder
    existing = next(each for each in (target, *target.parents) if each.is_dir())
    try:
        with tempfile.TemporaryFile(dir=existing):
            return str(target)
    except OSError as error:
        raise BadInput.of(
            "the folder {folder} can't be written ({reason})",
            todo="change its permissions or use another one",
            folder=existing,
            reason=error.strerror,
        ) from None


def _workspace(folder: Path) -> Workspace | None:
    try:
        return Workspace.find(folder)
    except BadInput:
        return None
