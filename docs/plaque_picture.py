"""Draws the plaque that README shows: `python docs/plaque_picture.py`."""

from __future__ import annotations

from pictures import ROOT, shown, workspace

from engine.calendar.dates import date_of
from engine.kinds.plaque.people import Person
from engine.kinds.plaque.plaques import Ceremony, Plaques
from engine.production.artwork import artwork_of

WIDTH = 560  # px
PERSON = Person("مریم احمدی", "سرکار خانم دکتر", "مدیر دبیرستان فرزانگان", number="1405/123")


def main() -> None:
    ceremony = Ceremony(date_of("1405/09/15"), reason="همراهی در برگزاری جشنوارهٔ گل محمدی")
    brief = Plaques(workspace(), ceremony).brief(PERSON, "plaque")
    a4 = workspace().formats.by_id["a4"]
    filled, artwork = artwork_of(workspace(), brief, str(brief.template), a4)
    picture = shown(artwork, WIDTH, round(WIDTH * a4.height / a4.width), filled.canvas.trim)
    picture.convert("RGB").save(ROOT / "docs" / "plaque.jpg", quality=76, optimize=True)


if __name__ == "__main__":
    main()
