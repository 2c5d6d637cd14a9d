"""A video as an MP4 file: H.264 in yuv420p, encoded in pieces of a second that no other depends on.

The pieces may be made in any order and process: the same frames give the same bytes, for each piece has an encoder of
one thread, and nothing in the file tells the time. PyAV brings its own FFmpeg.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.errors import BadInput
from engine.export.video.timeline import RATE

if TYPE_CHECKING:
    from av.video.codeccontext import VideoCodecContext

    from engine.export.video.motion import Size, Video

SECOND = RATE  # frames in a piece; each begins with a key frame, so that players and editors can jump there
OPTIONS = {
    "crf": "17",
    "preset": "veryfast",
    "profile": "high",
    "threads": "1",
    # With its macroblock tree, x264 gave other bytes in 1 of 4 runs on small pictures
    "x264-params": "mbtree=0:scenecut=0",
}
BT709, LIMITED = 1, 1  # codes of ITU-T H.273 (primaries, transfer and matrix alike), and FFmpeg's AVCOL_RANGE_MPEG
GLOBAL_HEADER = 1 << 22  # AV_CODEC_FLAG_GLOBAL_HEADER: MP4 has the parameter sets once, before the pictures


class Encoded(NamedTuple):
    """An encoded picture. Times are in frames of the video."""

    content: bytes
    shown: int
    decoded: int
    is_key: bool


def need_encoder() -> None:
    """Raises BadInput where PyAV isn't installed."""
    try:
        import av  # noqa: F401
    except ImportError:
        raise BadInput.of(
            "clips need PyAV, which isn't installed",
            todo="install it with “pip install 'naqsh-engine[video]'”, or leave out the video",
        ) from None


def encoded(video: Video, second: int) -> tuple[Encoded, ...]:
    """The frames of a second of the video, the first being 0."""
    import av

    codec = av.CodecContext.create("libx264", "w")
    _set(codec, video.size)
    first = second * SECOND
    packets = []
    for number, pixels in enumerate(video.frames(first, min(first + SECOND, video.timeline.frames))):
        frame = av.VideoFrame.from_ndarray(pixels, format="bgra").reformat(
            format="yuv420p", src_color_range="JPEG", dst_color_range="MPEG", dst_colorspace="ITU709"
        )
        frame.pts, frame.time_base = number, Fraction(1, RATE)
        packets += codec.encode(frame)
    packets += codec.encode(None)
    return tuple(
        Encoded(bytes(each), each.pts + first, each.dts + first, each.is_keyframe)
        for each in packets
        if each.pts is not None and each.dts is not None  # an encoder always says so
    )


def write(path: Path, size: Size, packets: Iterable[Encoded], title: str) -> None:
    """Writes the pieces of a video, one after another, as an MP4 that begins to play before all of it is there."""
    import av

    with av.open(path, "w", format="mp4", options={"movflags": "+faststart"}) as container:
        container.metadata["title"] = title
        stream = container.add_stream("libx264", rate=RATE)
        _set(stream.codec_context, size)
        stream.time_base = Fraction(1, RATE)
        container.start_encoding()
        for each in packets:
            packet = av.Packet(each.content)
            packet.stream, packet.time_base = stream, Fraction(1, RATE)
            packet.pts, packet.dts, packet.duration = each.shown, each.decoded, 1
            packet.is_keyframe = each.is_key
            container.mux(packet)


def _set(codec: VideoCodecContext, size: Size) -> None:
    codec.width, codec.height = size
    codec.pix_fmt = "yuv420p"
    codec.framerate = Fraction(RATE)
    codec.time_base = Fraction(1, RATE)
    codec.gop_size = SECOND
    codec.color_primaries = codec.color_trc = codec.colorspace = BT709
    codec.color_range = LIMITED
    codec.flags |= GLOBAL_HEADER
    codec.options = OPTIONS
