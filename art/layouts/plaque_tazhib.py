"""Plaque in tazhib."""

from __future__ import annotations

from art.layouts import kit, plaque_kit
from art.layouts.kit import Box, Shape, el

ABOUT = plaque_kit.ABOUT.format(title="لوح تذهیب", tone="literary")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("cooperation", "literary", "manuscript")


def draw(shape: Shape) -> str:
    w, h = shape.width, shape.height
    title = Box(w * 0.25, h * 0.12, w * 0.5, h * 0.16)
    defs, body = [], []
    for id, box, placeholder, size, weight in (
        ("opening", Box(w * 0.3, h * 0.08, w * 0.4, h * 0.03), "opening", 44, 500),
        ("honorific", Box(w * 0.2, h * 0.3, w * 0.6, h * 0.04), "honorific", 70, 500),
        ("name", Box(w * 0.15, h * 0.34, w * 0.7, h * 0.1), "name", 150, 700),
        ("position", Box(w * 0.2, h * 0.44, w * 0.6, h * 0.03), "position", 52, 500),
        ("date", Box(w * 0.2, h * 0.7, w * 0.6, h * 0.03), "date", 44, 500),
    ):
        frame, text = kit.words(id, box, placeholder, size=size, weight=weight)
        defs.append(frame)
        body.append(text)
    frame, text = kit.words(
        "body",
        Box(w * 0.17, h * 0.48, w * 0.66, h * 0.2),
        "body",
        size=60,
        family="Markazi Text",
        align="justify",
        data_justify="kashida",
    )
    signs_box, signs = plaque_kit.signatures(Box(w * 0.15, h * 0.75, w * 0.7, h * 0.15), name=50)
    head_box, head = plaque_kit.heading(title, size=300)
    return kit.artboard(
        shape,
        [*defs, frame, signs_box, head_box, head, kit.metal("gold", Box(0, 0, w, h))],
        [
            kit.ground("#fff"),
            *body,
            text,
            signs,
            el("use", href="#title", class_="fill-near"),
            plaque_kit.code(Box(w * 0.1, h * 0.85, 200, 200)),
        ],
    )
