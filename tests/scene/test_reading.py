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
        ('<rect width="20" height="20" fill="green" transform="translate(40px,40px)"/>', (10, 10), (50, 50)),
        (
            '<clipPath id="c"><rect width="10" height="20"/></clipPath>'
            '<g fill="green"><use href="#s" x="40" y="40" clip-path="url(#c)"/></g>'
            '<symbol id="s"><rect width="20" height="20"/></symbol>',
            (45, 50),
            (55, 50),
        ),
        ('<rect width="60" height="60" fill="green" fill-opacity="calc(.5 + 50%)"/>', (50, 50), (80, 80)),
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


GRADIENT = '<linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient>'


@pytest.mark.parametrize(
    "body",
    [
        '<defs><path id="p" d="M0 0h100v100H0z" fill="context-fill"/></defs><use href="#p" fill="green"/>',
        f'{GRADIENT}<path d="M0 50h100" stroke-width="99" stroke="url(#g) green"/>',  # a line has no box to measure by
        '<pattern id="g" width="9" height="9"/><rect width="100" height="100" fill="url(#g) green"/>',
        '<g color="green"><linearGradient id="g"><stop stop-color="currentColor"/></linearGradient></g>'
        '<rect width="100" height="100" fill="url(#g)"/>',
        '<clipPath id="c" systemLanguage="de"><circle r="9"/></clipPath>'
        '<rect width="100" height="100" fill="green"/><rect width="100" height="100" clip-path="url(#c)"/>',
        '<clipPath id="c" clipPathUnits="objectBoundingBox" transform="translate(40 40)">'
        '<rect width=".5" height=".5"/></clipPath><rect width="100" height="100" fill="green" clip-path="url(#c)"/>',
        '<mask id="m"><rect width="100" height="100" fill="#fff" mask="url(#m)"/></mask>'
        '<rect width="100" height="100" fill="green" mask="url(#m)"/>',
        '<svg id="s" x="40" y="40" width="5" height="5"><rect width="5" height="5" fill="green"/></svg>'
        '<use href="#s" x="8" y="8"/>',
        '<rect width="100" height="100" fill="hsl(120, 200%, 25.1%)"/>',
        '<polygon points="0 0 100+0,100 100 0,100" fill="green"/>',
        '<rect width="30" height="100" transform="translate(45-5)" y="10" fill="green"/>',
        '<rect x="9" width="100" height="100" style="transform:translate3d(-9px,0,3px)" fill="green"/>',
        '<path d="M0 50h100" stroke="green" stroke-width="99" stroke-dasharray="9" pathLength="0"/>',
        '<rect width="100" height="100" fill="green"/><path d="M50 0v99" stroke="red" stroke-dasharray="0 1"/>',
        '<rect width="100" height="100" fill="green"/><marker id="m"><rect width="3" height="3" fill="red"/></marker>'
        '<path d="M0 50A50 50 0 0 1 100 50" fill="none" marker-mid="url(#m)"/>',
        '<rect width="100" height="100" fill="green" filter="url(#gone) hue-rotate(90)"/>',
        '<g color="green"><rect width="100" height="100" fill="url(#gone) currentColor"/></g>',
        f'{GRADIENT}<g fill="green"><rect width="100" height="100" fill="url(#g) nocolour"/></g>',
        '<switch><circle r="200" requiredExtensions=""/><rect width="100" height="100" fill="green"/></switch>',
        '<mask id="m" width="wide"><rect width="100" height="100" fill="#fff"/></mask>'
        '<rect width="100" height="100" fill="green" mask="url(#m)"/>',
        '<filter id="f" x="left"><feFlood width="5 px" flood-color="green"/></filter>'
        '<rect width="100" height="100" filter="url(#f)"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="much"/></filter>'
        '<rect width="100" height="100" fill="green" filter="url(#f)"/>',
        '<rect width="20" height="100" fill="green" filter="drop-shadow(40px 0 0 green) opacity(1)"/>',
        '<linearGradient id="g" transform="translate(-1)"><stop offset=".5" stop-color="green"/><stop offset=".5"/>'
        '</linearGradient><rect x="-10" width="140" height="100" fill="url(#g)"/>',
        '<rect width="100" height="100" fill="green"/><marker id="m" viewBox="0 0 0 9"><circle r="200"/></marker>'
        '<path d="M0 50h100" marker-start="url(#m)" stroke="none" fill="none"/>',
    ],
)
def test_what_the_specification_paints_green(body: str) -> None:
    x, y = (50, 50) if "marker-mid" not in body else (50, 2)
    assert colour(svg(body), x, y) == GREEN


def test_a_line_with_handles_of_no_length_is_as_wide_as_others() -> None:
    line = '<path d="M0 100C.05 100 100 0 100.05 0" fill="none" stroke="green" stroke-width="40"/>'
    assert colour(svg(line), 37, 37) == GREEN


def test_a_background_is_painted() -> None:
    assert colour(svg("").replace(b"<svg", b'<svg style="background:green"')) == GREEN


def test_a_gradient_is_mixed_in_linear_light() -> None:
    gradient = (
        '<linearGradient id="g" color-interpolation="linearRGB"><stop/><stop offset="1" stop-color="#fff"/>'
        '</linearGradient><rect width="100" height="100" fill="url(#g)"/>'
    )
    assert colour(svg(gradient))[0] == pytest.approx(188, abs=2)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<foreignObject width="9" height="9"/>', "<foreignObject> is not drawn"),
        ('<rect id="r" width="9" height="9"><animate/></rect>', "<animate> changes in time"),
        ('<rect id="r" width="9" height="9" fill="color-mix(in srgb,red,blue)"/>', "of <rect id=r> is none"),
        ('<rect width="9" height="9" style="transform:rotateX(30deg)"/>', "the transform “rotateX(30deg)”"),
        ('<rect width="9" height="9" style="mix-blend-mode:plus-lighter"/>', "plus-lighter"),
        ('<rect width="9" height="9" mask="url(#gone)"/>', "“url(#gone)” in <rect>"),
        ('<rect width="9" height="9" clip-path="url(#gone)"/>', "“url(#gone)” in <rect>"),
        ('<rect width="9" height="9" fill="url(#gone)"/>', "“url(#gone)” in <rect>"),
        ('<rect width="9" height="9" transform="translate(9px)"/>', "the transform “translate(9px)”"),
        ('<path d="M0 0h9" stroke="red" stroke-dasharray="1" pathLength="3mm"/>', "the pathLength “3mm”"),
        ('<use href="#gone"/>', "“#gone” in <use>"),
        ('<rect width="9" height="9" style="mask-image:url(#m)"/>', "the mask-image of <rect>"),
        ('<mask id="m"/><rect width="9" height="9" style="mask:url(#m) alpha"/>', "only the <mask> is drawn"),
        ('<path d="M0 0h9v9" stroke="red" stroke-linejoin="arcs"/>', "arcs"),
        ('<filter id="f"><feNew/></filter><rect width="9" height="9" filter="url(#f)"/>', "<feNew> is not drawn"),
    ],
)
def test_each_difference_is_told_once(body: str, told: str) -> None:
    (warning,) = scene_of(svg(body)).warnings
    assert told in warning.text()
    assert warning.place is not None and warning.place.line


def test_what_inkscape_keeps_for_itself_is_no_difference() -> None:
    source = (
        f'<svg xmlns="{SVG}" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 9 9" inkscape:version="1.2">'
        '<sodipodi:namedview showgrid="false"><inkscape:grid/></sodipodi:namedview>'
        '<metadata><rdf xmlns="urn:r"/></metadata>'
        '<defs><inkscape:path-effect effect="spiro"/></defs><g inkscape:label="Layer"><path d="M0 0h9v9" '
        'style="fill:#000;stroke:none;stroke-linejoin:miter;paint-order:normal;-inkscape-stroke:none;'
        'marker:none;font-variant-ligatures:normal"/></g></svg>'
    )
    assert scene_of(source.encode()).warnings == ()
