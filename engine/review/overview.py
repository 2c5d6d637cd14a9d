"""A review's picture: each artboard with each sample, and frames around what is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from engine.export import raster
from engine.review.reviewing import Review
from engine.review.trials import Trial

_HEIGHT, _WIDEST = 300, 460  # px of a picture
_GAP, _CAPTION = 18, 22
_PAPER, _INK = "#eceae4", "#3c3a36"
_MISSING = "#d8d4cb"
_FRAMES = {"error": "#e5232b", "warning": "#f2a30c"}


def drawn(review: Review) -> Image.Image:
    """The contact sheet: a row for each artboard, all its trials beside one another."""
    rows = [[_picture(trial) for trial in row] for row in _rows(review)]
    width = max((sum(each.width + _GAP for each in row) for row in rows), default=0) + _GAP
    height = sum(_height(row) + _GAP for row in rows) + _GAP
    sheet = Image.new("RGB", (width, height), _PAPER)
    y = _GAP
    for row in rows:
        x = _GAP
        for picture in row:
            sheet.paste(picture, (x, y))
            x += picture.width + _GAP
        y += _height(row) + _GAP
    return sheet


def _height(row: Sequence[Image.Image]) -> int:
    return max(picture.height for picture in row)


def _rows(review: Review) -> list[list[Trial]]:
    """The trials of each artboard."""
    rows: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in review.trials:
        rows[trial.artboard.path.stem].append(trial)
    return list(rows.values())


def _picture(trial: Trial) -> Image.Image:
    """A trial with its name below; a grey field where it could not be made."""
    scale = min(_HEIGHT / trial.format.height, _WIDEST / trial.format.width)
    size = max(1, round(trial.format.width * scale)), max(1, round(trial.format.height * scale))
    framed = Image.new("RGB", (size[0], size[1] + _CAPTION), _PAPER)
    framed.paste(_artwork(trial, size), (0, 0))
    caption = f"{trial.artboard.path.stem}, {trial.format.id}: {trial.sample.words}"
    ImageDraw.Draw(framed).text((2, size[1] + 4), caption, _INK, ImageFont.load_default(13))
    return framed


def _artwork(trial: Trial, size: tuple[int, int]) -> Image.Image:
    if trial.artwork is None or trial.filled is None:
        return Image.new("RGB", size, _MISSING)
    trim = trial.filled.canvas.trim
    picture = Image.fromarray(raster.draw(trial.artwork.scene, *size, view=trim).numpy()).convert("RGB")
    pen, scale = ImageDraw.Draw(picture), size[0] / trim.width
    for finding in reversed(trial.findings):
        left, top = (finding.box.x - trim.x) * scale, (finding.box.y - trim.y) * scale
        right, bottom = left + finding.box.width * scale, top + finding.box.height * scale
        pen.rectangle((left - 2, top - 2, right + 2, bottom + 2), outline=_FRAMES[finding.level], width=2)
    return picture
