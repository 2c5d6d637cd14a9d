"""`python -m art write [NAME…]`, `check [NAME…]`, `adopt PATH…`: the templates and symbols that the programs draw.

A name is a template's or `_symbols/` and a symbol's. `write` writes what has changed, and refuses what a hand has
edited; `check` tells what is not as the programs draw it; `adopt` leaves files to the hand that edited them, which
`art/adopted.txt` names.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from art import generator
from engine.errors import BadInput


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m art", description=__doc__)
    parser.add_argument("what", choices=("write", "check", "adopt"))
    parser.add_argument("names", nargs="*", metavar="NAME")
    asked = parser.parse_args()
    if asked.what == "adopt" and not asked.names:
        parser.error("adopt needs the files that it takes over")
    try:
        if asked.what == "write":
            print(f"{generator.write(asked.names)} written")
        elif asked.what == "adopt":
            print(f"{generator.adopt([Path(name) for name in asked.names])} taken over")
        elif found := generator.check(asked.names):
            raise BadInput(found)
    except BadInput as error:
        print(*(each.text("en") for each in error.mistakes), sep="\n", file=sys.stderr)
        return 2
    return 0


sys.exit(main())
