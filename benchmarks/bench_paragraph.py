"""Setting a paragraph of 65 words: each stage against bare HarfBuzz shaping of the same words, in one run.

    uv run python benchmarks/bench_paragraph.py [--rounds 30]

Prints the best time of each stage and how many times the shaping it takes; then Hazm's part, cold, warm and kept.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import uharfbuzz as hb
from lxml import etree

from engine.persian.cache import TextCache
from engine.persian.normalise import normalise
from engine.typography.blocks import copyfit, paragraph
from engine.typography.blocks.textblock import TextBlock
from engine.typography.fonts.face import Face
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.chars import Span
from engine.typography.styles.style import FontStyle, Style
from engine.typography.unicode import bidi, linebreak

FONTS = FontLibrary.load(Path(__file__).parents[1] / "fonts")
FAMILIES = ("Vazirmatn", "Amiri", "Noto Nastaliq Urdu")
MEASURE = 700.0
TEXT = (
    "شهرداری خمین همه‌ی شهروندان گرامی را به جشن بزرگ شب یلدا دعوت می‌کند. این جشن با شاهنامه‌خوانی، موسیقی محلی و "
    "نمایش آیینی در میدان امام برگزار می‌شود و ورود برای همه آزاد است. خانواده‌های محترم می‌توانند از ساعت ۱۸ تا ۲۱ "
    "در کنار هم باشند، انار و هندوانه بخورند و به فال حافظ گوش بسپارند؛ چراغ‌های شهر تا صبح روشن خواهد ماند و راه‌ها "
    "بازند."
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    for family in FAMILIES:
        report_stages(family, rounds)
    report_hazm(rounds)


def report_stages(family: str, rounds: int) -> None:
    face = FONTS.match([family])
    floor = best(lambda: bare_shaping(face), rounds)
    print(f"{family}: HarfBuzz alone {floor * 1e3:.2f} ms")
    stages: dict[str, Callable[[], object]] = {
        "bidi levels": lambda: bidi.levels(TEXT, 1),
        "break opportunities, cold": lambda: (linebreak._opportunities.cache_clear(), linebreak.opportunities(TEXT)),
        "ragged lines": lambda: paragraph.lines(block(family), MEASURE),
        "justified by spaces": lambda: paragraph.lines(block(family, justify="space"), MEASURE),
        "justified with kashidas": lambda: paragraph.lines(block(family, justify="kashida"), MEASURE),
        "shrunk to a box and justified": lambda: shrunk(block(family, justify="kashida", fit="shrink")),
    }
    for name, stage in stages.items():
        seconds = best(stage, rounds)
        print(f"  {name}: {seconds * 1e3:.2f} ms, {seconds / floor:.1f}×")


def bare_shaping(face: Face) -> None:
    """HarfBuzz itself: `shape` would remember what it has said."""
    buffer = hb.Buffer()
    buffer.add_str(TEXT)
    buffer.guess_segment_properties()
    hb.shape(face.hb, buffer)


def shrunk(text: TextBlock) -> object:
    return paragraph.lines(text.scaled(copyfit.factor(text, MEASURE, 300)), MEASURE)


def report_hazm(rounds: int) -> None:
    nothing = TextCache(None)
    start = time.perf_counter()
    normalise(TEXT, cache=nothing)
    cold = time.perf_counter() - start
    variants = iter(range(sys.maxsize))
    warm = best(lambda: normalise(f"{TEXT} {next(variants)}", cache=nothing), rounds)
    with tempfile.TemporaryDirectory() as directory:
        kept = [f"{TEXT} {number} کتاب ها" for number in range(rounds)]
        for text in kept:
            normalise(text, cache=TextCache(Path(directory)))
        texts = iter(kept)
        disk = best(lambda: normalise(next(texts), cache=TextCache(Path(directory))), rounds)
    print(f"Hazm: {cold:.2f} s the first time, {warm * 1e3:.2f} ms a new text, {disk * 1e3:.2f} ms a text kept on disk")


def block(family: str, *, justify: str = "none", **attributes: str) -> TextBlock:
    style = Style(font=FontStyle(families=(family,), size=40, language="fa"), direction="rtl")
    names = {"data-justify": justify} | {f"data-{name}": value for name, value in attributes.items()}
    return TextBlock(TEXT, (Span(0, len(TEXT), style, etree.Element("text")),), style, FONTS, names)


def best(stage: Callable[[], object], rounds: int) -> float:
    """The shortest of several times, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        stage()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
