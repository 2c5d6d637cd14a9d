"""`python -m art.symbols [names]`: writes the symbols, or only the named ones, to templates_svg/_symbols."""

from __future__ import annotations

import sys

from art.symbols import FOLDER, symbols

FOLDER.mkdir(parents=True, exist_ok=True)
for name, symbol in symbols().items():
    if not sys.argv[1:] or name in sys.argv[1:]:
        (FOLDER / f"{name}.svg").write_text(symbol.svg(), encoding="utf-8")
