"""Class command: command lines by a grammar of all commands and options, as click knows them, with odd values."""

from __future__ import annotations

from functools import cache
from random import Random

import click

from fuzzing.case import Case
from fuzzing.mutation import NUMBERS, WORDS
from fuzzing.svg import HEAD

FILES = (
    "brand.yaml", "formats.yaml", "performance.yaml", "occasions_calendar.yaml", "plaques.yaml", "templates_svg",
    "templates_svg/plain", "templates_svg/plain/square.svg", "fonts",
    "fonts/fonts.yaml", "output", "missing", "missing.svg", "missing.pdf", "missing.xlsx", "", ".", "..", "pipe",
    "loop", "away.svg", "../bait/secret.txt", "../bait/secret.svg",
    "list.csv", "list.xlsx", "photo.jpg", "photo.png", "page.pdf", "jobs.yaml", "drawing.svg", "empty.svg",
    "empty.pdf", "a b.svg", "x" * 300, "/proc/none/x.svg", "\udce9.svg",
    "-", "--", "drawing.svg/x", "output/x.svg",
)  # fmt: skip
PLACES = (
    "output/x.png", "output/x.svg", "output/x.pdf", "output/x.jpg", "output/x.webp", "output/x.tif",
    "output/a/b/c/x.png", "output", "output/", "output/new", ".", "..", "", "x", "x.gif", "x.PNG",
    "brand.yaml/x.png", "brand.yaml", "pipe", "loop", "output/" + "x" * 300, "output/\udce9.png", "output/سلام.png",
    "output/a b", "output/x", "output/.png", "/proc/none/x.png", "output/x\n.png",
    "fonts", "../bait/x.png",
)  # fmt: skip
IDS = (
    "yalda-night", "nowruz", "arbaeen", "tiny", "flat", "card", "tiny,card", "square", "nope", ",", "tiny,,",
    "plain", "plaque-modern", "news-plain", "news-veil", "x", "cobalt", "coated",
    "newspaper", "sport", "cooperation", "occasion", "teaser", "occasion,teaser", "year", "plaque", "scene",
    "1405/09/15", "1405/12/30", "1403/12/30", "0.5,0.3", "nan,nan", "1e9,-1", "۱۴۰۵/۰۹/۱۵",
    "desk-21x15", "tcp://x", "square,wide", "../x",
)  # fmt: skip
YEARS = (
    "1405",
    "1405",
    "1405",
    "1404",
    "1304",
    "1500",
    "1303",
    "1501",
    "0",
    "-1",
    "99999999999999999999",
    "۱۴۰۵",
    "x",
    "",
    "1405.0",
    "1e3",
)
_LONG = ("calendar", "teaser")
ROWS = "نام,عنوان,شماره\nعلی رضایی,خبر,1\n".encode()
DRAWING = f'{HEAD}viewBox="0 0 9 9" width="40" height="40"><rect width="5" height="5"/></svg>'.encode()


def make(random: Random) -> Case:
    """An input of this class."""
    path, command = random.choice(_commands())
    arguments = list(random.choice((*((),) * 12, *(("--lang", "fa"),) * 3, ("--lang", "xx")))) + list(path)
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            arguments += [_value(random, parameter) for _ in range(_times(random, parameter))]
        elif random.random() < (0.9 if parameter.required else 0.25):
            arguments += _option(random, parameter)
    if random.random() < 0.1:
        odd = random.choice((*WORDS[:20], "--nope", "--help", "-o", "--version", "-", "--"))
        arguments.insert(random.randrange(len(arguments) + 1), odd)
    if random.random() < 0.1:
        del arguments[random.randrange(len(arguments))]
    arguments += _briefly(random, path, {parameter.name or "" for parameter in command.params})
    sound = tuple(each.replace("\0", "") for each in arguments)
    return Case(sound, _beside(), None, writes=("",), runs=True, reaches=True)


def _briefly(random: Random, path: tuple[str, ...], options: set[str]) -> list[str]:
    """Options that keep honest work short: what takes longer than a failure may is not tried here."""
    short = ["--formats", "tiny"] if "formats" in options and random.random() < 0.9 else []
    dry = "dry_run" in options and (path[0] in _LONG or not short or random.random() < 0.5)
    return [*short, *(["--dry-run"] if dry else [])]


@cache
def _beside() -> dict[str, bytes]:
    """What command lines find in the workspace."""
    from fuzzing.corpus import papers
    from fuzzing.photo import picture
    from fuzzing.sheet import _plain_book

    return {
        "list.csv": ROWS, "list.xlsx": _plain_book(), "photo.jpg": picture(Random(1), "JPEG"),
        "photo.png": picture(Random(1), "PNG"), "page.pdf": papers()[0],
        "drawing.svg": DRAWING, "empty.svg": b"", "empty.pdf": b"", "a b.svg": DRAWING,
        "jobs.yaml": b"jobs:\n  - {year: 1405, only: [nowruz], formats: [tiny]}\n",
    }  # fmt: skip


@cache
def _commands() -> tuple[tuple[tuple[str, ...], click.Command], ...]:
    from engine.cli import naqsh

    return tuple(_below((), naqsh))


def _below(path: tuple[str, ...], command: click.Command) -> list[tuple[tuple[str, ...], click.Command]]:
    if not isinstance(command, click.Group):
        return [(path, command)]
    context = click.Context(command)
    found = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
    return [pair for name, each in found if each for pair in _below((*path, name), each)]


def _option(random: Random, option: click.Parameter) -> list[str]:
    name = random.choice(option.opts)
    if getattr(option, "is_flag", False):
        return [name]
    return [part for _ in range(_times(random, option) or 1) for part in (name, _value(random, option))]


def _times(random: Random, parameter: click.Parameter) -> int:
    many = getattr(parameter, "multiple", False) or parameter.nargs == -1
    return random.choice((1, 1, 1, 1, 1, 0, 2)) if many else random.choice((1,) * 14 + (0, 2))


def _value(random: Random, parameter: click.Parameter) -> str:
    kind, name = parameter.type, parameter.name or ""
    if name == "jobs":
        return random.choice(("1", "1", "1", "0", "x", "-1"))
    if random.random() < 0.06:
        return random.choice((*WORDS, *NUMBERS))
    if isinstance(kind, click.Choice):
        return random.choice((*map(str, kind.choices), "nope"))
    if name == "year":
        return random.choice(YEARS)
    if name == "width":
        return random.choice(("1", "30", "400", "0", "x", "-5", "100001", "1e3"))
    if name in ("output", "picture", "folder"):
        return random.choice(PLACES)
    if isinstance(kind, click.Path) or name in ("paths", "file"):
        return random.choice(FILES)
    return random.choice((*IDS, *WORDS[:12], *NUMBERS[:12]))
