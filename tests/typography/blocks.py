"""Blocks of text in the fonts of this repository."""

from __future__ import annotations

from pathlib import Path

from engine.typography.blocks.textblock import TextBlock
from engine.typography.fonts.library import FontLibrary
from engine.typography.runs.chars import Span
from engine.typography.styles.style import FontStyle, Indent, Style

FONTS = FontLibrary.load(Path(__file__).parents[2] / "fonts")
PLAIN = Indent()

# 65 words of plain Persian.
PARAGRAPH = (
    "شهرداری خمین همه‌ی شهروندان گرامی را به جشن بزرگ شب یلدا دعوت می‌کند. این جشن با شاهنامه‌خوانی، موسیقی محلی و "
    "نمایش آیینی در میدان امام برگزار می‌شود و ورود برای همه آزاد است. خانواده‌های محترم می‌توانند از ساعت ۱۸ تا ۲۱ "
    "در کنار هم باشند، انار و هندوانه بخورند و به فال حافظ گوش بسپارند؛ چراغ‌های شهر تا صبح روشن خواهد ماند و راه‌ها "
    "بازند."
)


def block(
    text: str,
    family: str = "Vazirmatn",
    *,
    size: float = 40,
    align: str = "start",
    direction: str = "rtl",
    language: str = "fa",
    balanced: bool = False,
    indent: Indent = PLAIN,
    **attributes: str,
) -> TextBlock:
    """A block in one style; `data_justify="space"` stands for the attribute data-justify."""
    font = FontStyle(families=(family,), size=size, language=language)
    style = Style(font=font, direction=direction, align=align, balanced=balanced, indent=indent)
    names = {name.replace("_", "-"): value for name, value in attributes.items()}
    return TextBlock(text, (Span(0, len(text), style),), style, FONTS, names)
