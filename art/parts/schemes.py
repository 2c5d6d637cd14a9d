"""Sample colours of the symbols."""

from __future__ import annotations

from art.drawing import Scheme

TULIP = Scheme("#c9283b", "#f0796b", "#7d1230", "#2f7f58")
BLOSSOM = Scheme("#e88ba6", "#fbdfe4", "#8c3a55", "#5d9a56")
LEAF = Scheme("#3f8f57", "#96cb73", "#1d5541", "#a8703d")
TURQUOISE = Scheme("#1d8c96", "#86d3cb", "#0d4a5c", "#dda63a")
GOLD = Scheme("#d69a2d", "#f6d67c", "#875418", "#1f7a70")
EARTH = Scheme("#bd7d47", "#ecc48c", "#6d4224", "#3f8b7d")
NIGHT = Scheme("#34508c", "#8fb0e0", "#182a55", "#e4b145")
SKY = Scheme("#3d8fc4", "#bfe3f2", "#1b4f7d", "#e9a53c")
WHITE = Scheme("#eee6d6", "#fffdf7", "#8296a3", "#d8892f")
POMEGRANATE = Scheme("#b5213f", "#f2877d", "#681028", "#4d8a4e")
STEEL = Scheme("#5b7f93", "#b9d2da", "#27424f", "#e28a2e")
WINE = Scheme("#8d2f4b", "#d98b95", "#4a1430", "#caa04c")
INK = Scheme("#2f4a63", "#8fb3c4", "#152636", "#d6583f")
BLOOD = Scheme("#b01f2e", "#e8685c", "#5e0c1c", "#3a3f4c")
MOON = Scheme("#e9bd57", "#fbe7a6", "#1c2c58", "#44619f")
KAABA = Scheme("#d69a2d", "#f6d67c", "#29241f", "#8c6a2c")
DOVE = Scheme("#cfdbe2", "#ffffff", "#5d7f98", "#4f9a63")
PHOENIX = Scheme("#d4762c", "#f7c65b", "#8b2634", "#1f7f8c")
GULL = Scheme("#c5d8e4", "#ffffff", "#3f6c8e", "#e79a3c")
NARCISSUS = Scheme("#4c9a63", "#fffbee", "#1d5c4a", "#f0b43c")
JASMINE = Scheme("#5f9e74", "#fffdf4", "#24584a", "#e3c45c")
WOOD = Scheme("#b67a45", "#eac48f", "#693e22", "#4c9655")
SPRING = Scheme("#5aa65c", "#b9de86", "#1f6650", "#f0ad37")
GOLDFISH = Scheme("#e2552f", "#fde3bf", "#8e2418", "#2a9c94")
GLOBE = Scheme("#57a65a", "#b4dc86", "#1f6650", "#3d8fc4")
