"""Videos: the timeline, how layers move, and the file."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.errors import BadInput
from engine.export.pdf.marked_layers import LAYERS, layers_of
from engine.export.video import mp4 as files
from engine.export.video.motion import GRAIN, MOVES, OVERSAMPLING, Camera, Size, Video, draw_sprite
from engine.export.video.mp4 import encoded, need_encoder, write
from engine.export.video.timeline import DISSOLVE, Timeline
from engine.scene import scene_of

SIZE = Size(160, 90)
SECONDS = (2.0, 2.0)
ART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900">
<defs><clipPath id="all"><rect width="1600" height="900"/></clipPath></defs>
<rect data-layer="ground" width="1600" height="900" fill="{ground}"/>
<rect width="1600" height="20" fill="#000"/>
<circle data-layer="light" cx="800" cy="450" r="300" fill="#ff0" opacity="0.5"/>
<g data-layer="ornament" clip-path="url(#all)"><rect x="{x}" y="400" width="100" height="100" fill="#00f"/></g>
<rect data-layer="lettering" x="200" y="700" width="1200" height="100" fill="#fff"/>
</svg>"""


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Video:
    folder = tmp_path_factory.mktemp("drawn")
    scenes = []
    for number, (ground, x) in enumerate((("#400", 300), ("#004", 1200))):
        layers = layers_of(scene_of(ART.format(ground=ground, x=x).encode()))
        paths = tuple(folder / f"{number}-{layer}" for layer in LAYERS)
        for layer, path in zip(LAYERS, paths, strict=True):
            draw_sprite(layers[layer], SIZE, path)
        scenes.append(paths)
    return Video(SIZE, Timeline.of(SECONDS), tuple(scenes))


def frame(video: Video, number: int) -> NDArray[np.int64]:
    """A frame as rows of red, green, blue."""
    (pixels,) = video.frames(number, number + 1)
    return pixels[..., 2::-1].astype(int)


def test_a_timeline_dissolves_each_scene_over_the_one_before() -> None:
    timeline = Timeline.of((2.0, 3.0, 2.52))
    assert (timeline.starts, timeline.frames) == ((0, 50, 125, 188), 188)
    assert timeline.shown(49) == ((0, 1.96, 1.0),)
    (before, after) = timeline.shown(57)
    assert (before.scene, before.seconds, after.scene) == (0, 57 / 25, 1)
    assert 0.3 < after.share < 0.5
    assert [each.scene for each in timeline.shown(50 + round(25 * DISSOLVE))] == [1]
    assert len(timeline.shown(0)) == 1


def test_layers_are_told_by_their_marks() -> None:
    layers = layers_of(scene_of(ART.format(ground="#400", x=300).encode()))
    assert [len(layers[layer].root.children) for layer in LAYERS] == [2, 1, 1, 1]


def test_what_has_no_mark_is_ground() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    layers = layers_of(scene_of(svg))
    assert [len(layers[layer].root.children) for layer in LAYERS] == [1, 0, 0, 0]


def test_a_layer_alone_in_its_drawing_is_told_by_its_mark() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path data-layer="light" d="M0 0h9"/></svg>'
    layers = layers_of(scene_of(svg))
    assert [len(layers[layer].root.children) for layer in LAYERS] == [0, 1, 0, 0]


def test_lettering_appears_from_right_to_left(video: Video) -> None:
    white = [(frame(video, number)[75] > 240).all(axis=1) for number in (8, 24, 46)]
    assert [row.any() for row in white] == [False, True, True]
    shown = np.flatnonzero(white[1])
    assert shown.min() > 60
    assert shown.max() > 138
    assert np.flatnonzero(white[2]).min() < 22


def test_the_push_in_is_even_and_finer_than_a_pixel(video: Video) -> None:
    """The middle of the blue square, which goes to the left of 30 px from the centre, frame by frame."""
    middles = []
    for number in range(50):
        blue = np.clip(frame(video, number)[45, :70, 2] - 30, 0, None).astype(float)
        middles.append((blue * np.arange(blue.size)).sum() / blue.sum())
    steps = -np.diff(middles)
    move = MOVES["ornament"]  # the square's middle is 45 px from the centre
    whole_way = ((move.zoom - 1) * 45 + move.pan * SIZE.width) * 49 / (50 + 25 * DISSOLVE)
    assert sum(steps) == pytest.approx(whole_way, abs=0.15)
    assert steps.min() > -0.005
    assert steps.max() < 4 * steps.mean()


@pytest.mark.parametrize(("ink", "gleams"), [("#db6", True), ("#222", False)])
def test_a_gleam_crosses_bright_letters_and_spares_dark_ones(tmp_path: Path, ink: str, gleams: bool) -> None:
    layers = layers_of(scene_of(ART.format(ground="#777", x=300).replace("#fff", ink).encode()))
    for layer in LAYERS:
        draw_sprite(layers[layer], SIZE, tmp_path / layer)
    video = Video(SIZE, Timeline.of((4.0,)), (tuple(tmp_path / layer for layer in LAYERS),))
    plain, lit = (frame(video, number)[75, 40:120] for number in (95, 62))
    assert bool((lit - plain).max() > 30) is gleams


def test_near_layers_move_more_than_far_ones_and_no_edge_comes_into_the_frame() -> None:
    ground, ornament = MOVES["ground"], MOVES["ornament"]
    assert (ornament.zoom, ornament.pan) > (ground.zoom, ground.pan)
    assert all(2 * move.pan <= move.zoom - 1 for move in MOVES.values())


def test_the_camera_goes_to_and_fro_and_rests_at_the_end(video: Video) -> None:
    assert [Camera.of(scene, 4, 1.0).aside for scene in range(4)] == [-1, 1, -1, 0]
    assert [Camera.of(3, 4, share).near for share in (0.0, 1.0)] == [1, 0]
    blue = frame(video, 99)[45, 110:140, 2] > 200  # the square of the last scene, where it was drawn: from 120 to 130
    assert abs(float(np.flatnonzero(blue).mean()) + 110 - 124.5) < 0.6


def test_the_same_fine_grain_lies_over_every_frame(video: Video) -> None:
    """On the ground of the first scene, away from its line at the top and from what is drawn there."""
    red = [frame(video, number)[10:30, :24, 0] for number in (2, 30)]
    assert {int(level) for level in np.unique(red[0] - 0x44)} == set(range(GRAIN + 1))
    assert (red[0] == red[1]).all()


def test_layers_are_drawn_finer_than_they_are_ever_shown() -> None:
    assert max(move.zoom for move in MOVES.values()) <= OVERSAMPLING


def test_a_dissolve_has_both_scenes(video: Video) -> None:
    red, _, blue = frame(video, 50 + round(25 * DISSOLVE / 2))[20, 8]
    assert 20 < red < 45
    assert 20 < blue < 45


def test_the_file_is_what_televisions_and_browsers_play(video: Video, tmp_path: Path) -> None:
    import av

    path = tmp_path / "clip.mp4"
    packets = [each for second in range(4) for each in encoded(video, second)]
    write(path, SIZE, packets, "شب یلدا")
    with av.open(path) as container:
        (stream,) = container.streams
        assert (stream.codec_context.name, stream.codec_context.pix_fmt, stream.average_rate) == ("h264", "yuv420p", 25)
        assert (stream.codec_context.width, stream.codec_context.height) == SIZE
        assert container.duration == 4_000_000
        assert container.metadata["title"] == "شب یلدا"
        assert "creation_time" not in container.metadata
        seen = [picture.to_ndarray(format="rgb24").astype(int) for picture in container.decode(stream)]
    assert len(seen) == 100
    for number in (0, 24, 25, 57, 99):
        assert np.abs(seen[number] - frame(video, number)).mean() < 6, number
    assert path.read_bytes().index(b"moov") < path.read_bytes().index(b"mdat")  # it plays before all is there


def test_the_same_frames_give_the_same_bytes(video: Video, tmp_path: Path) -> None:
    for name, order in (("a", (0, 1, 2, 3)), ("b", (3, 1, 0, 2))):
        seconds = {second: encoded(video, second) for second in order}
        write(tmp_path / name, SIZE, [each for second in sorted(seconds) for each in seconds[second]], "تیزر")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_without_an_encoder_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    with pytest.raises(BadInput, match=r"PyAV, which isn't installed; install it with .*naqsh-engine\[video\]"):
        need_encoder()
    assert files.SECOND == 25
