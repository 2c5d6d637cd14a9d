"""Workspaces full of references to what lies outside of them, and pipes where files should be: one case after the
other in this process, so that it can be watched from outside. Prints what each said as JSON.

    python -m tests.outside FOLDER [--audit]

With --audit the process watches itself: every file that Python opens is printed too.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from engine import Workspace
from engine.cli import main
from engine.errors import BadInput
from tests.production.conftest import ARTBOARD, BRAND, FORMATS, OCCASION, OCCASIONS, ROOT, TEMPLATE

OUTSIDE = "outside"
YEAR = ("year", "1405", "--only", "yalda", "--formats", "tiny")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def targets(folder: Path) -> None:
    """What no one may open: whole files of each kind, a pipe, a folder."""
    folder.mkdir()
    (folder / "secret.svg").write_text(SVG.format('<path d="M0 0h9v9z"/>'), encoding="utf-8")
    Image.new("RGB", (1200, 900), "teal").save(folder / "secret.png")
    shutil.copy(ROOT / "fonts/vazirmatn/Vazirmatn-Regular.ttf", folder / "secret.ttf")
    (folder / "secret.icc").write_bytes(b"\0" * 12 + b"prtrCMYK" + b"\0" * 16 + b"acsp" + b"\0" * 88)
    (folder / "secret.yaml").write_text("formats: []\n", encoding="utf-8")
    (folder / "secret.csv").write_text("عنوان\nیک\n", encoding="utf-8")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "template").mkdir()
    (folder / "template" / "template.yaml").write_text(TEMPLATE, encoding="utf-8")
    (folder / "template" / "plain.svg").write_text(ARTBOARD, encoding="utf-8")
    os.mkfifo(folder / "pipe")
    (folder / "device").symlink_to("/dev/zero")


def town(root: Path) -> None:
    """A workspace with one plain template."""
    template = root / "templates_svg" / "plain"
    template.mkdir(parents=True)
    occasions = (OCCASION.format(id=id, rule=rule, tone=tone, title=title) for id, rule, tone, title in OCCASIONS)
    (root / "occasions_calendar.yaml").write_text("occasions:" + "".join(occasions), encoding="utf-8")
    (root / "formats.yaml").write_text(FORMATS, encoding="utf-8")
    (root / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (template / "template.yaml").write_text(TEMPLATE, encoding="utf-8")
    (template / "plain.svg").write_text(ARTBOARD, encoding="utf-8")
    shutil.copy(ROOT / "templates_svg" / "palettes.yaml", root / "templates_svg")
    (root / "templates_svg" / "_symbols").mkdir()
    (root / "fonts").mkdir()
    shutil.copy(ROOT / "fonts" / "vazirmatn" / "Vazirmatn-Regular.ttf", root / "fonts")


# --- what is done to a workspace


type Change = Callable[[Path], object]
type Run = Callable[[Path], str]


def written(name: str, text: str) -> Change:
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def added(name: str, text: str) -> Change:
    return lambda root: (root / name).open("a", encoding="utf-8").write(text)


def drawn(element: str) -> Change:
    return written("templates_svg/plain/plain.svg", ARTBOARD.replace("</svg>", f"{element}</svg>"))


def leaking(name: str, target: str) -> Change:
    """A link in the place of a file, to one outside."""

    def change(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(root.parent / OUTSIDE / target)

    return change


def piped(name: str) -> Change:
    """A pipe in the place of a file."""

    def change(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / name)

    return change


def both(*changes: Change) -> Change:
    return lambda root: [change(root) for change in changes]


# --- what is run in it


def command(*arguments: str, at: Path | None = None) -> Run:
    """The command in the workspace, or at another place; what it printed, and its status."""

    def run(root: Path) -> str:
        os.chdir(at or root)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                main([each.format(root=root) for each in arguments])
            except SystemExit as end:
                printed.write(f"exit {end.code}")
        return printed.getvalue()

    return run


def made(format: str = "tiny") -> Run:
    """The piece of an occasion, made in this process; what is told of it."""

    def run(root: Path) -> str:
        try:
            mistakes = Workspace(root).year(1405, only=["yalda"], formats=[format]).mistakes
        except BadInput as error:
            mistakes = error.mistakes
        return "".join(f"{mistake}\n" for mistake in mistakes) + f"exit {2 if mistakes else 0}"

    return run


@dataclass(frozen=True)
class Case:
    """`told` must be in what is printed; none is told where what leads outside is not needed."""

    change: Change
    runs: tuple[Run, ...]
    told: str = ""


OUT, LINK, PIPE = "is outside of the workspace", "this link leads out of", "this is a folder, a pipe or a device"
BELOW = "is outside of the folder of the file that names it"
DRY = command(*YEAR, "--dry-run")
LOGO = '<image width="9" height="9" data-set-href="../../{{ brand.logo }}"/>'
LINKED = '<image href="../../a.png" width="9" height="9"/>'
SYMBOL = '<image data-symbol="a" width="9" height="9"/>'
RENDERED = """
<style>@import url("../outside/secret.txt"); @font-face {{ font-family: f; src: url(../outside/secret.ttf) }}
path {{ fill: url("../outside/secret.svg#a"); cursor: url(../outside/pipe) }}</style>
<image href="../outside/secret.png" width="9" height="9"/><use href="../outside/secret.svg#a"/>
<filter id="f"><feImage href="../outside/secret.png"/></filter><path d="M0 0h9v9z" filter="url(#f)"/>
<path d="M0 0h5v9z" style="mask:url(../outside/secret.svg#m);clip-path:url('file:///etc/passwd#c')"/>
<text y="5" font-family="f">x</text>"""
JOBS = """jobs:
  - calendar: 1406
    photos: ../outside
  - calendar: 1406
    photos: photos
    captions: ../outside/secret.yaml
  - report: ../outside/secret.yaml
  - plaques: leak.csv
    for: x
  - news: ..\\outside\\secret.csv
  - card: یک
    photos: [../outside/secret.png]
  - card: دو
    before: leak.png
    after: leak.png
"""
NEWS = """عنوان,عکس
یک,../outside/secret.png
دو,leak.png
سه,"C:\\secret.png"
چهار,../outside/pipe
"""
REPORT = """year: 1405
period: سه‌ماهه
departments:
  - name: فضای سبز
    figures: [{label: نهال, value: 4200, last: 3900}]
    photographs: [{file: ../outside/secret.png}, {file: leak.png}, {file: pipe.png}]
"""
SIGNED = "default: a\nsignatures: [{name: ن, picture: ../outside/secret.svg}]\ncauses: {a: {title: ا, template: " + (
    "plaque-warm, palette: warm, reason: ر, body: ب}}\n"
)
CASES: Mapping[str, Case] = {
    # names that lead outside
    "logo": Case(both(added("brand.yaml", "logo: ../outside/secret.svg\n"), drawn(LOGO)), (made(),), OUT),
    "logo, planned": Case(added("brand.yaml", "logo: ../outside/secret.svg\n"), (DRY,)),
    "logo that is a link": Case(
        both(added("brand.yaml", "logo: logo.svg\n"), leaking("logo.svg", "secret.svg"), drawn(LOGO)), (made(),), OUT
    ),
    "profile": Case(added("brand.yaml", "print: {icc: ../outside/secret.icc}\n"), (made("card"),), OUT),
    "profile, planned": Case(added("brand.yaml", "print: {icc: ../outside/secret.icc}\n"), (DRY,)),
    "profile that is a link": Case(
        both(added("brand.yaml", "print: {icc: a.icc}\n"), leaking("a.icc", "secret.icc")), (made("card"),), OUT
    ),
    "signature": Case(
        both(
            written("plaques.yaml", SIGNED),
            lambda root: shutil.copytree(ROOT / "templates_svg/plaque-warm", root / "templates_svg/plaque-warm"),
        ),
        (command("plaque", "--to", "علی", "-o", "a.png", "--format", "tiny"),),
        OUT,
    ),
    "picture": Case(drawn('<image href="../../../outside/secret.png" width="9" height="9"/>'), (made(),), OUT),
    "picture, planned": Case(drawn('<image href="../../../outside/secret.png" width="9" height="9"/>'), (DRY,)),
    "picture that is a link": Case(both(leaking("a.png", "secret.png"), drawn(LINKED)), (made(),), OUT),
    "picture, encoded": Case(
        drawn('<image href="../../..%2F%6Futside/secret.png" width="9" height="9"/>'), (made(),), OUT
    ),
    "anchor": Case(drawn('<a href="../../../outside/pipe"><path d="M0 0"/></a>'), (DRY, made())),
    "symbol that is a link": Case(
        both(
            leaking("templates_svg/_symbols/a.svg", "secret.svg"),
            drawn(SYMBOL),
        ),
        (DRY, made()),
    ),
    "artboard that is a link": Case(leaking("templates_svg/plain/plain.svg", "secret.svg"), (DRY, made()), LINK),
    "template that is a link": Case(leaking("templates_svg/other", "template"), (DRY, made()), LINK),
    "templates that are a link": Case(
        both(lambda root: shutil.rmtree(root / "templates_svg"), leaking("templates_svg", "template")), (DRY,), LINK
    ),
    "another file of a template": Case(leaking("templates_svg/plain/notes.txt", "secret.txt"), (DRY, made())),
    "copied template": Case(
        leaking("templates_svg/plain/notes.txt", "secret.txt"),
        (command("template", "new", "my", "--from", "plain"),),
        LINK,
    ),
    "template.yaml": Case(leaking("templates_svg/plain/template.yaml", "secret.yaml"), (DRY,), LINK),
    "palettes.yaml": Case(leaking("templates_svg/palettes.yaml", "secret.yaml"), (DRY,), LINK),
    "brand.yaml": Case(leaking("brand.yaml", "secret.yaml"), (DRY,), LINK),
    "formats.yaml": Case(leaking("formats.yaml", "secret.yaml"), (command("formats"),), LINK),
    "calendar": Case(leaking("occasions_calendar.yaml", "secret.yaml"), (command("occasions", "1405"),), LINK),
    "plaques.yaml": Case(leaking("plaques.yaml", "secret.yaml"), (command("plaque", "--to", "علی"),), LINK),
    "scenes": Case(
        leaking("teasers/yalda.yaml", "secret.yaml"), (command("teaser", "yalda", "--year", "1405", "--dry-run"),), LINK
    ),
    "font": Case(written("fonts/fonts.yaml", "families: {A: ../../outside/secret.ttf}\n"), (made(),), OUT),
    "font that is a link": Case(leaking("fonts/a.ttf", "secret.ttf"), (DRY, made()), LINK),
    "fonts.yaml": Case(leaking("fonts/fonts.yaml", "secret.yaml"), (made(),), LINK),
    "manifest": Case(leaking("output/1405/manifest.json", "secret.txt"), (DRY, made()), LINK),
    "drawing": Case(written("a.svg", SVG.format(RENDERED)), (command("render", "a.svg", "-o", "a.png"),)),
    "checked drawing": Case(written("a.svg", SVG.format(RENDERED)), (command("check", "a.svg"),)),
    # files outside of a workspace, that name others
    "jobs": Case(
        both(
            written("jobs.yaml", JOBS),
            leaking("leak.csv", "secret.csv"),
            leaking("leak.png", "secret.png"),
            lambda root: (root / "photos").mkdir(),
        ),
        (command("make", "{root}/jobs.yaml", "-o", "{root}/out", "--dry-run", at=ROOT),),
        BELOW,
    ),
    "news": Case(
        both(written("news.csv", NEWS), leaking("leak.png", "secret.png")),
        (command("news", "--from", "{root}/news.csv", "-o", "{root}/out", "--dry-run", at=ROOT),),
        BELOW,
    ),
    "report": Case(
        both(written("data.yaml", REPORT), leaking("leak.png", "secret.png"), piped("pipe.png")),
        (command("report", "{root}/data.yaml", "-o", "{root}/out", "--dry-run", at=ROOT),),
        BELOW,
    ),
    "photographs": Case(
        both(leaking("photos/01.png", "secret.png"), leaking("photos/02.png", "pipe"), piped("photos/03.png")),
        (command("calendar", "1406", "--photos", "{root}/photos", "-o", "{root}/out", "--dry-run", at=ROOT),),
        LINK,
    ),
    "captions": Case(
        leaking("photos/captions.yaml", "secret.yaml"),
        (command("calendar", "1406", "--photos", "{root}/photos", "--dry-run", at=ROOT),),
        LINK,
    ),
    "fonts of the command line": Case(
        both(leaking("more/a.ttf", "secret.ttf"), written("a.svg", SVG.format("<text>x</text>"))),
        (command("render", "a.svg", "-o", "a.svg", "--fonts", "more"),),
        LINK,
    ),
    # pipes where files should be
    "device for a picture": Case(both(leaking("a.png", "device"), drawn(LINKED)), (DRY, made()), OUT),
    "device for a logo, planned": Case(added("brand.yaml", "logo: ../outside/device\\n"), (DRY,)),
    "device for a font": Case(leaking("fonts/a.ttf", "device"), (DRY, made()), LINK),
    "pipe for a drawing": Case(piped("a.svg"), (command("render", "a.svg", "-o", "b.svg"),), PIPE),
    "pipe for an artboard": Case(piped("templates_svg/plain/plain.svg"), (DRY,), PIPE),
    "pipe for a symbol": Case(
        both(piped("templates_svg/_symbols/a.svg"), drawn(SYMBOL)),
        (DRY, made()),
    ),
    "pipe for a picture": Case(both(piped("a.png"), drawn(LINKED)), (made(),), PIPE),
    "pipe for a logo": Case(both(piped("a.svg"), added("brand.yaml", "logo: a.svg\n"), drawn(LOGO)), (made(),), PIPE),
    "pipe for a profile": Case(
        both(piped("a.icc"), added("brand.yaml", "print: {icc: a.icc}\n")), (made("card"),), PIPE
    ),
    "pipe for a font": Case(piped("fonts/a.ttf"), (DRY, made()), PIPE),
    "pipe for brand.yaml": Case(piped("brand.yaml"), (DRY,), PIPE),
    "pipe for formats.yaml": Case(piped("formats.yaml"), (command("formats"),), PIPE),
    "pipe for fonts.yaml": Case(piped("fonts/fonts.yaml"), (made(),), PIPE),
    "pipe for plaques.yaml": Case(piped("plaques.yaml"), (command("plaque", "--to", "علی"),), PIPE),
    "pipe for scenes": Case(
        piped("teasers/yalda.yaml"), (command("teaser", "yalda", "--year", "1405", "--dry-run"),), PIPE
    ),
    "pipe for a manifest": Case(piped("output/1405/manifest.json"), (DRY, made()), PIPE),
    "pipe for a journal": Case(piped("output/1405/manifest.journal"), (DRY, made()), PIPE),
    "pipe for a gallery": Case(piped("output/1405/index.html"), (made(),)),
    "pipe for jobs": Case(piped("jobs.yaml"), (command("make", "jobs.yaml", "--dry-run"),), PIPE),
    "pipe for news": Case(piped("a.csv"), (command("news", "--from", "a.csv", "--dry-run"),), PIPE),
    "pipe for people": Case(piped("a.xlsx"), (command("plaque", "--recipients", "a.xlsx"),), PIPE),
    "pipe for a report": Case(piped("a.yaml"), (command("report", "a.yaml", "--dry-run"),), PIPE),
    "pipe for words": Case(piped("a.txt"), (command("plaque", "--to", "علی", "--body", "a.txt"),), PIPE),
    "pipe for a photograph": Case(
        piped("a.jpg"), (command("news", "--title", "x", "--photo", "{root}/a.jpg", "--dry-run", at=ROOT),), PIPE
    ),
    "pipe for a PDF": Case(piped("a.pdf"), (command("impose", "a.pdf", "-o", "b.pdf"),), PIPE),
    "pipe for a proof": Case(piped("a.pdf"), (command("proof", "a.pdf", "-o", "b.png"),), PIPE),
}


def tried(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """What each case says, each in a folder of its own beside the targets."""
    for number, (name, case) in enumerate(CASES.items()):
        root = Path(shutil.copytree(folder / "town", folder / f"case-{number}"))
        case.change(root)
        yield name, [run(root) for run in case.runs]


def watch(opened: list[str]) -> None:
    """Collects the paths that Python opens or lists from here on, their links followed."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str | bytes | os.PathLike):
            opened.append(os.path.realpath(os.fsdecode(arguments[0])))

    sys.addaudithook(hook)


if __name__ == "__main__":
    folder, opened, said = Path(sys.argv[1]), list[str](), {}
    targets(folder / OUTSIDE)
    town(folder / "town")
    if "--audit" in sys.argv:
        watch(opened)
    for name, told in tried(folder):
        print(name, file=sys.stderr, flush=True)  # where one waits for ever, this says which
        said[name] = told
    print(json.dumps({"said": said, "opened": opened}, ensure_ascii=False))
