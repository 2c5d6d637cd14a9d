from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from engine.export import layers as module
from engine.export import raster
from engine.export.layers import layers
from engine.svg import parse, view_box
from tests.export.pictures import FEATURES, POSTERS, difference, svg

DEFINED = '<linearGradient id="gold"><stop stop-color="#a80"/></linearGradient><path id="leaf" d="M0 0h9v9z"/>'
GROUND = '<rect width="100" height="100" fill="url(#gold)"/>' + '<use href="#leaf" x="3"/>' * 1000
NAME = '<path id="name" aria-label="مریم" d="M10 40h70v20z" fill="#600"/>'
CODE = '<rect id="code" x="80" y="80" width="9" height="9"/>'
PLAQUE = svg(f"<defs>{DEFINED}</defs>{GROUND}{NAME}{CODE}")


def ids(source: bytes) -> list[str]:
    """The ids of what a layer draws and defines."""
    return [id for each in etree.fromstring(source).iter(etree.Element) if (id := each.get("id"))]


def test_a_heavy_ground_is_apart_from_the_words_and_the_light_things_among_them() -> None:
    ground, words = layers(PLAQUE)
    assert ids(ground) == ["gold", "leaf"]
    assert ids(words) == ["name", "code"]


def test_a_name_changes_no_byte_of_the_ground() -> None:
    other = PLAQUE.replace("مریم".encode(), "نرگس".encode()).replace(b"h70", b"h50")
    assert layers(other)[0] == layers(PLAQUE)[0]
    assert layers(other)[1] != layers(PLAQUE)[1]


def test_words_count_as_such_where_they_are_used() -> None:
    used = svg(f"<defs>{DEFINED}{NAME}</defs>{GROUND}<use href='#name'/>{CODE}")
    assert [ids(each) for each in layers(used)] == [["gold", "leaf"], ["name", "code"]]


def test_groups_that_only_hold_are_taken_apart_with_what_they_hand_down() -> None:
    _, words = layers(svg(f'<defs>{DEFINED}</defs><g fill="#060" transform="scale(2)">{GROUND}{NAME}</g>'))
    group = etree.fromstring(words)[-1]
    assert (group.get("fill"), group.get("transform"), group[0].get("id")) == ("#060", "scale(2)", "name")


def test_a_text_of_many_paths_stays_one() -> None:
    text = f'<g id="name" aria-label="مریم">{"<path d='M10 40h70v20z'/>" * 300}</g>'
    assert [ids(each) for each in layers(svg(f"<defs>{DEFINED}</defs>{GROUND}{text}{CODE}"))][1:] == [
        ["name"],
        ["code"],
    ]


@pytest.mark.parametrize("whole", ['opacity="0.5"', 'clip-path="url(#leaf)"', 'style="mix-blend-mode:multiply"'])
def test_what_acts_on_all_together_keeps_all_together(whole: str) -> None:
    assert len(layers(svg(f"<defs>{DEFINED}</defs><g {whole}>{GROUND}{NAME}</g>"))) == 1


@pytest.mark.parametrize("path", [*FEATURES, *POSTERS], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_layers_give_the_picture_of_the_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HEAVY", 60)  # whatever can be apart is
    layers.cache_clear()
    source = path.read_bytes()
    view = view_box(parse(source, path).getroot(), path)
    apart, whole = raster.draw_by_layers(source, 300, 300, view=view), raster.draw(source, 300, 300)
    layers.cache_clear()
    assert apart.bands == whole.bands
    assert difference(apart, whole) < 0.3
