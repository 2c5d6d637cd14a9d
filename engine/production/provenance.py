"""What the files of a piece are made from, as digests. Equal digests mean equal bytes."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from engine import gate
from engine.errors import BadInput
from engine.sources import code_digest, version_of
from engine.workspace import FONTS, Brand, Workspace

# The distributions that show in the bytes of a picture, or in what is found wrong in it. Wheels bring the libraries
# that do the work: pyvips-binary has libvips with librsvg and lcms, uharfbuzz HarfBuzz, pikepdf qpdf.
RENDERERS = (
    "cairocffi",
    "cairosvg",
    "cssselect2",
    "fonttools",
    "hazm",
    "jinja2",
    "lxml",
    "numpy",
    "pikepdf",
    "pillow",
    "pyvips-binary",
    "segno",
    "skia-pathops",
    "tinycss2",
    "uharfbuzz",
)
SET_DATE = "SOURCE_DATE_EPOCH"  # where it is set, PDFs bear its date


def digest_of(parts: Iterable[str]) -> str:
    """The SHA-256 of texts one after another, each told apart from the next."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode(errors="surrogatepass")  # a file may be named so
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()


@cache
def engine_digest() -> str:
    """Of the code that makes pictures and the versions of the renderers under it.

    The engine's sources stand for its version: an edit of a module that draws makes every piece anew, one of
    a command none.
    """
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    renderers = (f"{name} {version_of(name)}" for name in RENDERERS)
    return digest_of([code_digest(), python, *renderers, f"cairo {_cairo()}", os.environ.get(SET_DATE, "")])


def office_digest(workspace: Workspace) -> str:
    """Of what every piece of a workspace may show: its fonts, who speaks, the logo, the print shop's profiles."""
    brand = workspace.brand
    fonts = workspace.root / FONTS
    gate.inside(fonts, workspace.realm)
    files = [path for path in (*fonts.rglob("*"), *_named(workspace, brand)) if path.is_file()]
    # Sightings of the moon move occasions to other days, which their briefs tell.
    return digest_of(
        [brand.model_dump_json(exclude={"hijri_months"}), *_contents(workspace.root, files, workspace.realm)]
    )


def materials_digest(workspace: Workspace) -> str:
    """Of all that a worker reads from a workspace."""
    templates = (f"{id} {template.digest}" for id, template in workspace.templates.by_id.items())
    return digest_of([office_digest(workspace), *templates])


def _cairo() -> str:
    """The version of the system's Cairo; empty where there is none, which is told where something is drawn."""
    try:
        from engine.canvas.libcairo import cairocffi
    except BadInput:
        return ""
    return str(cairocffi.cairo_version_string())


def _named(workspace: Workspace, brand: Brand) -> Iterator[Path]:
    """The files of brand.yaml; one that is outside of the workspace is told where it is shown."""
    for name in filter(None, (brand.logo, *brand.print.profiles)):
        with suppress(BadInput):
            yield gate.named(name, workspace.root, workspace.realm)


def _contents(root: Path, paths: Iterable[Path], realm: gate.Realm | None) -> list[str]:
    """Name and digest of each file, in an order that no file system has a say in."""
    names = {path.relative_to(root).as_posix(): path for path in paths}
    return [f"{name} {gate.digest(names[name], realm)}" for name in sorted(names)]
