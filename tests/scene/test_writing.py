"""A scene as an SVG file: it says what it shows, and what is repeated once."""

from __future__ import annotations

import pytest

from engine.export import raster
from engine.scene import scene_of
from engine.scene.write import write


def svg(body: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 100 100">{body}</svg>'
    ).encode()


LEAF = '<g id="leaf" opacity=".5"><path d="M1 1c9 0 9 9 18 9.5L1.25 19zM40 3l.5-.25 1e-3 7"/><circle r="3"/></g>'


@pytest.mark.parametrize(
    "body",
    [
        f'{LEAF}<use href="#leaf" x="30"/><use href="#leaf" x="60" y="-.5"/>',
        f'<defs>{LEAF}</defs><mask id="m"><use href="#leaf" fill="#fff"/></mask><g mask="url(#m)"><use href="#leaf"/>'
        '<rect x="50" y="50" width="9" height="9" fill="red"/></g>',
        f'<pattern id="p" width=".5" height=".5">{LEAF}</pattern><path d="M10 10h80v70z" fill="url(#p)"/>',
    ],
)
def test_what_is_written_looks_alike(body: str) -> None:
    scene = scene_of(svg(body))
    again = scene_of(write(scene))
    ours, theirs = (raster.draw(each, 200, 200) for each in (scene, again))
    assert (ours - theirs).abs().max() <= 1
    assert ours.deviate() > 1


def test_what_is_repeated_is_written_once() -> None:
    uses = "".join(f'<use href="#leaf" x="{x}"/>' for x in range(0, 90, 10))
    written = write(scene_of(svg(f"<defs>{LEAF}</defs>{uses}")))
    assert written.count(b"<path") == 2 and written.count(b"<use") == 9


def test_a_path_takes_its_way_from_point_to_point() -> None:
    written = write(scene_of(svg('<path d="M1000.1 20L1000.6 20.05C1000 21 999 22 998.5 23zM5 5"/>')))
    assert b'd="M1000.1 20l.5 .05c-.6 .95-1.6 1.95-2.1 2.95z' in written
