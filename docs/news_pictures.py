"""Draws docs/news.jpg: news cards of several categories, with drawn stand-ins for photographs.

Run it from the repository after a change to the templates of news:  uv run python docs/news_pictures.py
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from pictures import column, row, shown, workspace
from PIL import Image

from engine.kinds.news.brief import News, NewsBrief
from engine.kinds.news.plan import COLLAGE, PAIR, PLAIN, SINGLE, Desk, card_plan
from engine.kinds.stand_ins import stand_in
from engine.production.artwork import artwork_of

HERE = Path(__file__).parent
DAY = datetime.date(2026, 11, 24)
HEIGHTS = {"square": 270, "story": 400, "channel": 270, "site-hero": 190, "portrait": 400}


@dataclass(frozen=True, slots=True)
class Shown:
    """A card of the picture: which news, on which template, in which format, with which stand-in first."""

    news: News
    template: str
    format: str
    scene: int = 0


ROWS = (
    (
        Shown(News("بوستان مادر گشوده شد", "زمین بازی و مسیر پیاده‌روی تازه", "فضای سبز"), SINGLE, "square", 2),
        Shown(News("آسفالت بلوار شهید بهشتی به پایان رسید", "", "عمران"), PAIR, "channel"),
        Shown(News("مسابقهٔ دوی خانوادگی، جمعه در پارک شهر", "نام‌نویسی در ورزشگاه", "ورزشی"), PLAIN, "square"),
    ),
    (
        Shown(News("هشدار بارش سنگین برای پایان هفته", "با سامانهٔ ۱۳۷ در تماس باشید.", "مدیریت بحران"), PLAIN, "story"),
        Shown(News("جشنوارهٔ کتاب و کودک آغاز شد", "هر روز از ساعت ۱۶ در فرهنگسرا", "فرهنگی"), COLLAGE, "portrait", 1),
        Shown(News("دو خط تازهٔ اتوبوس به بازار", "نخستین حرکت: ساعت ۶ بامداد", "حمل‌ونقل"), SINGLE, "portrait", 3),
        Shown(News("نشست علنی شورا، سه‌شنبه ساعت ۱۰", "", "شورای شهر"), PLAIN, "story"),
    ),
    (
        Shown(News("راهنمای یک روز گردش در خمین", "از بازار قدیم تا دامنه‌های سبز", "گردشگری"), SINGLE, "site-hero", 1),
        Shown(News("سه طرح تازه برای سرمایه‌گذاران", "فراخوان تا پایان آذر", "سرمایه‌گذاری"), PLAIN, "site-hero"),
    ),
)  # fmt: skip


def main() -> None:
    rows = [row([_card(each) for each in reversed(cards)]) for cards in ROWS]
    column(rows, 0).save(HERE / "news.jpg", quality=82, optimize=True, progressive=True)


def _card(card: Shown) -> Image.Image:
    """The card as it is made, but for its photographs."""
    plan = card_plan(workspace(), card.news, Desk(DAY, (card.format,)), workspace().output)
    brief = plan.pieces.pieces[0].brief
    assert isinstance(brief, NewsBrief)
    first, second, third = (stand_in(card.scene + number) for number in range(3))
    photos = {SINGLE: (first,), COLLAGE: (first, second, third)}.get(card.template, ())
    pair = {"before": second, "after": first} if card.template == PAIR else {}
    brief = brief.model_copy(update={"photos": photos, **pair})
    format, height = workspace().formats.by_id[card.format], HEIGHTS[card.format]
    filled, artwork = artwork_of(workspace(), brief, card.template, format)
    return shown(artwork, round(height * format.aspect), height, filled.canvas.trim)


if __name__ == "__main__":
    main()
