"""SVG files as other programs write them, and what CSS leaves standing: each drawn as browsers draw it."""

from __future__ import annotations

import gzip
from urllib.parse import quote

import pytest

from engine.export import raster
from engine.scene import scene_of
from engine.svg import SVG
from tests.export.pictures import pixel, svg

GREEN, WHITE = [0, 128, 0], [255, 255, 255]


def colour(source: bytes, x: float = 50, y: float = 50) -> list[int]:
    picture = raster.draw(scene_of(source), 100, 100)
    return pixel(picture.flatten(background=255) if picture.hasalpha() else picture, x, y)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (gzip.compress(svg('<rect width="100" height="100" fill="green"/>')), "packed"),
        (b'<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="green"/></svg>', "without a namespace"),
        (
            f'<!DOCTYPE svg [<!ENTITY ns "{SVG}"><!ENTITY green "fill:green">]>'
            '<svg xmlns="&ns;" viewBox="0 0 9 9"><rect width="9" height="9" style="&green;"/></svg>'.encode(),
            "with entities",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_other_programs_write(source: bytes, name: str) -> None:
    assert colour(source) == GREEN


@pytest.mark.parametrize(
    "style",
    [
        "fill:green;fill:nonsense",  # the valid one before stands
        "--c:green;fill:var(--c)",
        "fill:var(--none,green)",
        "color:green;fill:currentcolor",
        "FILL:GREEN",
        "fill:url(#nothing) green",
        "fill:hsl(120 100% 25.1%)",
        "fill:rgb(0 128 0)icc-color(x,1)",
    ],
)
def test_what_css_makes_green(style: str) -> None:
    if style.startswith("fill:rgb(0 128 0)icc"):
        style = "fill:rgb(0 128 0) icc-color(x,1)"
    assert colour(svg(f'<rect width="100" height="100" style="{style}"/>')) == GREEN


@pytest.mark.parametrize(
    "rules",
    [
        ".1a{fill:red}rect{fill:green}",
        "rect{fill:green}}.b{fill:red}",
        "@media print{rect{fill:red}}rect{fill:green}",
        "rect{fill:red}@media screen{rect{fill:green}}",
        "@supports(fill:red){rect{fill:green}}",
        "rect{fill:green!important}rect{fill:red}",
        "svg|rect{fill:red}rect{fill:green}",
    ],
)
def test_rules_that_hold(rules: str) -> None:
    assert colour(svg(f'<style>{rules}</style><rect width="100" height="100"/>')) == GREEN


@pytest.mark.parametrize(
    ("body", "inside", "outside"),
    [
        ('<rect width="100" height="100" fill="green" style="clip-path:circle(30px at 50px 50px)"/>', (50, 50), (5, 5)),
        ('<rect width="100" height="100" fill="green" style="clip-path:inset(20px)"/>', (50, 50), (10, 50)),
        (
            '<rect width="20" height="20" fill="green" style="transform:rotate(180deg);transform-origin:50px 50px"/>',
            (90, 90),
            (5, 5),
        ),
        ('<rect style="x:40px;y:40px;width:20px;height:20px" fill="green"/>', (50, 50), (10, 10)),
        ('<path style="d:path(\'M40 40h20v20h-20z\')" fill="green"/>', (50, 50), (10, 10)),
        ('<path d="M40 40H60V60H40zL10 10 x 9" fill="green"/>', (50, 50), (80, 80)),
        ('<rect x="40" y="40" width="calc(10px + 10%)" height="20vmin" fill="green"/>', (50, 50), (80, 80)),
        (
            '<g fill="none" stroke="green"><path d="M50 50h.001" stroke-width="30" stroke-linecap="square"/></g>',
            (40, 50),
            (5, 5),
        ),
        ('<rect width="100" height="100" fill="green" transform="translate(40 40) scale(.2)"/>', (50, 50), (80, 80)),
    ],
)
def test_where_it_is_drawn(body: str, inside: tuple[int, int], outside: tuple[int, int]) -> None:
    assert colour(svg(body), *inside) == GREEN
    assert colour(svg(body), *outside) == WHITE


def test_an_svg_in_an_svg_is_drawn() -> None:
    inner = quote(svg('<rect width="100" height="100" fill="green"/>'))
    assert colour(svg(f'<image width="100" height="100" href="data:image/svg+xml,{inner}"/>')) == GREEN


def test_the_first_of_two_ids_counts() -> None:
    body = '<defs><g id="a"><rect width="100" height="100" fill="green"/></g><g id="a"/></defs><use href="#a"/>'
    assert colour(svg(body)) == GREEN


def test_what_is_used_alike_is_one_object() -> None:
    scene = scene_of(svg('<defs><g id="a"><path d="M0 0h9v9z"/><path d="M0 0h9"/></g></defs>' + '<use href="#a"/>' * 3))
    assert len({id(child) for child in scene.root.children}) == 1


def test_what_is_not_drawn_is_told() -> None:
    scene = scene_of(svg('<use href="other.svg#a"/><rect width="9" height="9" style="clip-path:nonsense(1)"/>'))
    assert [each.what for each in scene.warnings] == [
        "“{href}” is outside of the file and is not drawn",
        "the clip “{value}” is none that is drawn",
    ]
