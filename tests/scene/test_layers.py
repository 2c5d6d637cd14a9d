from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.export import raster
from engine.scene import layers as module
from engine.scene import scene_of
from engine.scene.layers import layers
from engine.scene.model import Group, Node, Scene
from tests.export.pictures import FEATURES, POSTERS, difference, svg

DEFINED = '<linearGradient id="gold"><stop stop-color="#a80"/></linearGradient><path id="leaf" d="M0 0h9v9z"/>'
GROUND = '<rect id="all" width="100" height="100" fill="url(#gold)"/>' + '<use href="#leaf" x="3"/>' * 1000
NAME = '<path id="name" aria-label="مریم" d="M10 40h70v20z" fill="#600"/>'
CODE = '<rect id="code" x="80" y="80" width="9" height="9"/>'
PLAQUE = svg(f"<defs>{DEFINED}</defs>{GROUND}{NAME}{CODE}")


def parted(source: bytes) -> tuple[Scene, ...]:
    return layers(scene_of(source))


def ids(layer: Scene) -> list[str]:
    """The ids of what a layer draws, each once."""
    return list(dict.fromkeys(_ids(layer.root)))


def _ids(node: Node) -> Iterator[str]:
    if node.origin.id:
        yield node.origin.id
    for child in node.children if isinstance(node, Group) else ():
        yield from _ids(child)


def test_a_heavy_ground_is_apart_from_the_words_and_the_light_things_among_them() -> None:
    assert list(map(ids, parted(PLAQUE))) == [["all", "leaf"], ["name", "code"]]


def test_a_name_changes_nothing_of_the_ground() -> None:
    other = PLAQUE.replace("مریم".encode(), "نرگس".encode()).replace(b"h70", b"h50")
    assert parted(other)[0].digest == parted(PLAQUE)[0].digest
    assert parted(other)[1].digest != parted(PLAQUE)[1].digest


def test_words_count_as_such_where_they_are_used() -> None:
    used = svg(f"<defs>{DEFINED}{NAME}</defs>{GROUND}<use href='#name'/>{CODE}")
    assert list(map(ids, parted(used))) == [["all", "leaf"], ["name", "code"]]


def test_groups_that_only_hold_are_taken_apart_with_what_they_hand_down() -> None:
    _, words = parted(svg(f'<defs>{DEFINED}</defs><g id="held" transform="scale(2)">{GROUND}{NAME}</g>'))
    (group,) = words.root.children
    assert isinstance(group, Group)
    assert (group.matrix, ids(words)) == ((2, 0, 0, 2, 0, 0), ["held", "name"])


def test_a_text_of_many_paths_stays_one() -> None:
    text = f'<g id="name" aria-label="مریم">{"<path d='M10 40h70v20z'/>" * 300}</g>'
    assert list(map(ids, parted(svg(f"<defs>{DEFINED}</defs>{GROUND}{text}{CODE}"))))[1:] == [["name"], ["code"]]


@pytest.mark.parametrize("whole", ['opacity="0.5"', 'clip-path="url(#leaf)"', 'style="mix-blend-mode:multiply"'])
def test_what_acts_on_all_together_keeps_all_together(whole: str) -> None:
    clip = DEFINED.replace("<path", "<clipPath").replace(' d="M0 0h9v9z"/>', '><path d="M0 0h9v9z"/></clipPath>')
    ground = GROUND.replace("#leaf", "#sheet")
    sheet = '<path id="sheet" d="M0 0h9v9z"/>'
    assert len(parted(svg(f"<defs>{clip}{sheet}</defs><g {whole}>{ground}{NAME}</g>"))) == 1


def test_a_digest_tells_what_is_drawn_and_not_where_it_comes_from() -> None:
    def digest(body: str) -> bytes:
        return scene_of(svg(body)).digest

    assert digest('<rect id="a" width="9" height="9"/>') == digest('\n<path d="M0 0h9v9h-9z"/>')
    one = digest(NAME)
    assert one == digest(NAME.replace("مریم", "نرگس"))
    for drawn, other in (("h70", "h71"), ("#600", "#601"), ("<path", '<path opacity=".5"'), ("/>", ' stroke="red"/>')):
        assert one != digest(NAME.replace(drawn, other))


@pytest.mark.parametrize("path", [*FEATURES, *POSTERS], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_layers_give_the_picture_of_the_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HEAVY", 15)  # whatever can be apart is
    layers.cache_clear()
    scene = scene_of(path.read_bytes())
    apart, whole = raster.draw_by_layers(scene, 300, 300, view=scene.user_space), raster.draw(scene, 300, 300)
    layers.cache_clear()
    assert apart.bands == whole.bands
    assert difference(apart, whole) < 0.3
