"""Class yaml: the workspace's YAML files and a month's jobs, changed line by line, value by value and byte by byte."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

import yaml

from fuzzing.case import Case
from fuzzing.corpus import named
from fuzzing.mutation import FILES, mutated_bytes, number, words
from fuzzing.town import FORMATS, plaques, short_calendar

JOBS = """
jobs:
  - year: 1405
    only: [yalda-night]
    formats: [tiny]
  - plaque: جناب آقای دکتر رضا محمدی
    for: همکاری در برگزاری جشنواره
    number: 1405/124
    formats: [card]
  - plaques: people.csv
    date: 1405/09/15
    cause: sport
  - teaser: yalda-night
    year: 1405
    formats: [tiny]
  - report: performance.yaml
    formats: [tiny]
  - calendar: 1406
    styles: [desk-21x15]
    photos: photos
    captions: captions.yaml
    moons: true
  - card: بوستان مادر گشوده شد
    photos: [park.jpg]
    category: فضای سبز
    date: 1405/09/15
    focus: [0.5 0.3]
    formats: [tiny]
  - news: news.csv
    date: 1405/09/15
    formats: [tiny]
"""
CAPTIONS = """
photographs:
  - {file: 07-park.jpg, caption: بوستان خانواده, credit: زهرا احمدی}
  - {file: b.png, month: 3, credit: واحد عکس, focus: [0.3, 0.4]}
"""
SCENES = """
scenes:
  - {scene: opening, text: شب یلدا, seconds: 3.4}
  - {scene: message, text: بلندترین شب سال را کنار بزرگ‌ترها به صبح برسانیم, seconds: 4.6}
  - {scene: closing, text: روابط عمومی, seconds: 4}
"""
BRAND = """
logo: templates_svg/_symbols/tree.svg
print: {icc: coated.icc, ink_limit: 300, rich_black: true, papers: {newspaper: {ink_limit: 220, icc: news.icc}}}
hijri_months:
  "1447-09": 2026-02-19
"""
SIGNATURES = """
check: https://khomein.ir/lowh/{number}
signatures:
  - {name: نام, title: شهردار خمین, picture: signatures/mayor.png, stamp: templates_svg/_symbols/tree.svg}
"""
SCALARS = (
    "!!int ''", "!!float x", "!!bool x", "!!binary '%'", "!!python/object/apply:os.system ['id']", "!!timestamp 99",
    "!!set {a, b}", "!!omap [a: 1]", "!!null x", "!x y",
    "[]", "{}", "[[[]]]", "{a: {b: {c: 1}}}", "~", "null", "yes", "1:30:59", "0o17", "0b101", "0x1f", "1_000", ".inf",
    "-.inf", ".nan", "2026-02-30", "2026-02-19", "1e3",
    "0001-01-01", "9999-12-31T23:59:59.999999+99:99", "*a", "&a 1", "&a [*a]", "<<", "? x", "| \n  x", "> \n", "'",
    '"\\ud800"', '"\\x00"', '"\\U0010ffff"', "@x", "`x`", "%x",
    "- -", "-", "[1, 2", "{a: 1", "oklch(70% 0.1 30)", "oklch(nan 1e9 x)", "'#12'",
    "{calendar: hijri, month: 13, day: 99}", "{calendar: jalali, month: 9, day: last}",
    "{calendar: jalali, month: 9, weekday: friday, nth: 99}", "[0.5, 1e9]", "'{name} {nope} {name.__class__}'",
    "'{reason!r:>1000000000}'", "'{0}'", "'{'", "'}'",
)  # fmt: skip


VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 13, 99, 1e9, 10**30, -(10**30), 1e308, float("inf"), float("nan"), 0.1, [], {}, "", " ",
    [[]], {"": 1}, {1: 2}, [None],
    datetime.date(2026, 2, 19), datetime.datetime(9999, 12, 31), datetime.date(1, 1, 1), b"x", (1, 2),
    {"calendar": "hijri", "month": 2, "day": 30},
    {"calendar": "jalali", "month": 12, "day": 30}, {"calendar": "gregorian", "month": 2, "day": 29},
    {"calendar": "jalali", "month": 9, "weekday": "friday", "nth": 5},
    "oklch(50% 0.1 30)", "oklch(1e999% nan 30)", "#123456", "#12", "tiny", "plain", "x" * 3_000,
)  # fmt: skip


def make(random: Random) -> Case:
    """An input of this class."""
    target = random.choice(sorted(_TARGETS))
    source, command = _TARGETS[target]
    content = _changed(random, source())
    files = {target: content, **_BESIDE} if target in ("jobs.yaml", "photos/captions.yaml") else {target: content}
    return Case(command(random), files, target, writes=("output", "teasers"))


def _changed(random: Random, content: bytes) -> bytes:
    if random.random() < 0.07:
        return mutated_bytes(random, content)
    if random.random() < 0.06:
        return random.choice(_BOMBS)(random).encode()
    if random.random() < 0.55:
        return _changed_data(random, content)
    lines = content.decode().split("\n")
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        _change(random, lines)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _changed_data(random: Random, content: bytes) -> bytes:
    """The same YAML with some of its values of another type or sense, sound in its syntax."""
    data = yaml.load(content, yaml.CSafeLoader)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        holder, key = random.choice(list(_places(data)))
        match random.randrange(6):
            case 0:
                del holder[key]
            case 1:
                other, at = random.choice(list(_places(data)) or [(holder, key)])
                if key in holder if isinstance(holder, dict) else key < len(holder):
                    holder[key] = copy.deepcopy(other[at])
            case _:
                holder[key] = copy.deepcopy(_odd(random, holder[key]))
        if not data:
            break
    return yaml.dump(data, allow_unicode=random.random() < 0.9, sort_keys=False).encode("utf-8", "surrogatepass")


def _places(data: object) -> Iterator[tuple[Any, Any]]:
    """Every place of a value: what holds it, and its key or number there."""
    if isinstance(data, dict | list):
        for key in list(data) if isinstance(data, dict) else range(len(data)):
            yield data, key
            yield from _places(data[key])


def _odd(random: Random, value: object) -> object:
    return random.choice(
        (
            lambda: random.choice(VALUES),
            lambda: words(random),
            lambda: number(random),
            lambda: random.choice(FILES),
            lambda: [value, value],
            lambda: [value] * 200,
            lambda: {"x": value},
            lambda: str(value) * 30,
            lambda: f"{value}{random.choice(('{', '}', '{name}', '{x.__class__}', chr(0x202E), chr(10), '%'))}",
        )
    )()


def _change(random: Random, lines: list[str]) -> None:
    at = _a_line(random, lines)
    match random.randrange(9):
        case 0 | 1 | 2:
            lines[at] = _with_odd_value(random, lines[at])
        case 3:
            del lines[at : at + random.choice((1, 1, 2, 5))]
        case 4:
            lines[at:at] = lines[at : at + random.choice((1, 1, 3, 8))] * random.choice((1, 1, 2, 50))
        case 5:
            lines[at] = random.choice((" ", "  ", "\t", "- ")) + lines[at]
        case 6:
            lines[at] = lines[at].lstrip(" -")
        case 7:
            lines[at] = re.sub(
                r"([\w-]+):", lambda _: f"{random.choice(('x', 'id', '<<', '1', '? ', ''))}:", lines[at], count=1
            )
        case _:
            lines.insert(
                at,
                random.choice(
                    (
                        "<<: *a",
                        "a: &a 1",
                        "---",
                        "...",
                        "%YAML 9.9",
                        f"x: {words(random)}",
                        f"{words(random)[:60]}: 1",
                        "\x00",
                        "\ufeff",
                    )
                ),
            )
    lines[:] = lines or [""]


def _a_line(random: Random, lines: list[str]) -> int:
    """A line that says something, most of the time."""
    told = [at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    return random.choice(told) if told and random.random() < 0.9 else random.randrange(len(lines))


def _with_odd_value(random: Random, line: str) -> str:
    odd = random.choice(
        (
            lambda: random.choice(SCALARS),
            lambda: number(random),
            lambda: words(random),
            lambda: '"' + words(random).replace('"', "") + '"',
            lambda: random.choice(FILES),
            lambda: "[" * 40 + "]" * 40,
        )
    )()
    value = re.compile(r"(?<=: )([^,{}\[\]]+)")
    found = list(value.finditer(line))
    if not found:
        return f"{line} {odd}"
    match = random.choice(found)
    return line[: match.start()] + odd + line[match.end() :]


def _merge_bomb(random: Random) -> str:
    most = random.choice((3, 5, 8, 12))
    steps = "".join(f"m{n + 1}: &m{n + 1}\n  <<: [{','.join([f'*m{n}'] * 9)}]\n" for n in range(most))
    return f"m0: &m0 {{a: 1}}\n{steps}city: {{<<: *m{most}}}\n"


def _alias_bomb(random: Random) -> str:
    most = random.choice((3, 5, 8, 12))
    return (
        "a0: &a0 [x]\n"
        + "".join(f"a{n + 1}: &a{n + 1} [{','.join([f'*a{n}'] * 9)}]\n" for n in range(most))
        + f"city: *a{most}\n"
    )


def _nest(random: Random) -> str:
    depth = random.choice((20, 90, 300, 1_000, 20_000))
    return random.choice(
        (
            "city: " + "[" * depth,
            "city: " + "[" * depth + "]" * depth,
            "".join(f"{' ' * n}a:\n" for n in range(min(depth, 1_000))),
            "- " * depth,
            "? " * depth,
        )
    )


def _heap(random: Random) -> str:
    times = random.choice((1_000, 100_000))
    return random.choice(
        (
            f"city: {'x' * times}\n",
            "".join(f"k{n}: {n}\n" for n in range(min(times, 20_000))),
            "city: [" + "1," * times + "]\n",
            "city: " + "9" * times + "\n",
            "#" * times,
            "city: 1:" + "1:" * times,
        )
    )


_BOMBS: tuple[Callable[[Random], str], ...] = (_merge_bomb, _alias_bomb, _nest, _heap)
_BESIDE: Mapping[str, bytes] = {
    "people.csv": "نام,شماره\nعلی رضایی,1\nمریم احمدی,2\n".encode(),
    "news.csv": "عنوان,دسته\nبوستان مادر گشوده شد,فضای سبز\n".encode(),
    "captions.yaml": CAPTIONS.encode(),
    "photos/b.png": b"not a picture",
}


def _one(*commands: tuple[str, ...]) -> Callable[[Random], tuple[str, ...]]:
    return lambda random: random.choice(commands)


def _with(content: bytes, more: str) -> bytes:
    """A file, and what it may say more; what it says of that itself gives way."""
    known = re.findall(r"^(\w+):", more, re.MULTILINE)
    text = content.decode()
    for key in known:
        text = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    return (text + more).encode()


_YEAR = ("year", "1405", "--only", "yalda-night", "--formats", "tiny", "--jobs", "1")
_PLAQUE = (
    "plaque",
    "--to",
    "علی",
    "--for",
    "کار",
    "--number",
    "12",
    "--format",
    "card",
    "--date",
    "1405/01/01",
    "-o",
    "output/p.pdf",
)
_TARGETS: Mapping[str, tuple[Callable[[], bytes], Callable[[Random], tuple[str, ...]]]] = {
    "occasions_calendar.yaml": (
        short_calendar,
        _one(
            ("occasions", "1405"),
            ("occasions", "1404", "--json"),
            ("holidays", "1405"),
            _YEAR,
            (*_YEAR, "--dry-run"),
            ("calendar", "1405", "--dry-run"),
        ),
    ),
    "brand.yaml": (
        lambda: _with(named("brand.yaml"), BRAND),
        _one(
            ("occasions", "1405"),
            _YEAR,
            _PLAQUE,
            ("doctor",),
            ("templates", "--fields"),
        ),
    ),
    "formats.yaml": (FORMATS.encode, _one(("formats",), _YEAR, _PLAQUE, (*_YEAR, "--dry-run"))),
    "plaques.yaml": (lambda: _with(plaques(), SIGNATURES), _one(_PLAQUE, _PLAQUE, (*_PLAQUE, "--cause", "sport"))),
    "performance.yaml": (
        lambda: named("performance.yaml"),
        _one(
            ("report", "performance.yaml", "--dry-run"),
            ("report", "performance.yaml", "--dry-run", "--formats", "tiny"),
        ),
    ),
    "jobs.yaml": (JOBS.encode, _one(("make", "jobs.yaml", "--dry-run"))),
    "photos/captions.yaml": (CAPTIONS.encode, _one(("calendar", "1405", "--photos", "photos", "--dry-run"))),
    "teasers/yalda-night.yaml": (
        SCENES.encode,
        _one(("teaser", "yalda-night", "--year", "1405", "--formats", "tiny", "--dry-run")),
    ),
    "templates_svg/palettes.yaml": (lambda: named("templates_svg/palettes.yaml"), _one(_YEAR, _PLAQUE, ("templates",))),
    "templates_svg/plain/template.yaml": (
        lambda: named("templates_svg/plain/template.yaml"),
        _one(
            ("templates",),
            _YEAR,
        ),
    ),
    "fonts/fonts.yaml": (
        lambda: named("fonts/fonts.yaml"),
        _one(_PLAQUE, ("doctor",), ("render", "templates_svg/plain/square.svg", "-o", "output/x.png", "--width", "60")),
    ),
}
