"""Draws the pictures of docs/templates.md and writes its tables, from the models and the palettes.

Run it from the repository after a change to a brief, a format or the palettes:  uv run python docs/templates_page.py
Pictures of Inkscape's own windows (document.png, attributes.png, link.png) are kept as they were taken, in 1.2.2.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, or loaded by a test

from docs.pictures import (
    FRAME,
    PAPER,
    drawn,
    labelled,
    row,
    save,
    shown,
    svg,
    table,
    with_tables,
    workspace,
)
from engine.briefs.brief import Brief
from engine.briefs.occasion import year_briefs
from engine.formats import Format
from engine.review import placeholders
from engine.review.placeholders import Placeholder
from engine.review.samples import samples
from engine.svg import Box
from engine.templates.canvas import canvas_of
from engine.templates.fill import fill
from engine.templates.library import Artboard, Template
from engine.typography import outline

HERE = Path(__file__).parent
PICTURES = HERE / "templates"
PAGES = {"en": HERE / "templates.md", "fa": HERE / "templates.fa.md"}
EXAMPLE = PICTURES / "my-layout.svg"
YEAR = 1405
KINDS = ("occasion", "scene", "plaque", "news", "month", "year", "report-cover", "department", "report-summary")
ROLES = {
    "ground": ("the ground", "زمینه"),
    "deep": ("the ground's shadow", "سایهٔ زمینه"),
    "glow": ("the ground's light", "روشنای زمینه"),
    "pattern": ("lines of a quiet pattern", "خط‌های نقش آرام زمینه"),
    "far": ("silhouettes far away", "سیاهی‌های دور"),
    "near": ("silhouettes in front; the foot", "سیاهی‌های نزدیک؛ پانوشت"),
    "accent": ("the one colour that speaks", "رنگ اصلی"),
    "accent-light": ("its light side", "سوی روشن آن"),
    "accent-deep": ("its shadow side", "سوی سایهٔ آن"),
    "second": ("its companion", "همراه آن"),
    "ink": ("words on the ground", "متن روی زمینه"),
    "quiet": ("words that are less important", "متن کم‌اهمیت‌تر"),
    "on-near": ("words on near", "متن روی near"),
    "on-accent": ("words on accent", "متن روی accent"),
    "on-second": ("words on second", "متن روی second"),
    "metal-1": ("metal, dark edge", "فلز، لبهٔ تیره"),
    "metal-2": ("metal, body", "فلز، تنه"),
    "metal-3": ("metal, highlight", "فلز، برق"),
    "metal-4": ("metal, body", "فلز، تنه"),
    "metal-5": ("metal, dark edge", "فلز، لبهٔ تیره"),
}
PALETTES = ("celebration/emerald", "national/sky", "muharram/blood", "festive/pomegranate")
# What the descriptions of the models say, in Persian.
PERSIAN = {
    "title": "عنوان کامل؛ در تقویم: «تقویم»؛ در گزارش: نام گزارش",
    "lettering": "عنوان کوتاه، هر سطر در یک سطر",
    "line_sizes": "اندازهٔ سطرهای عنوان؛ سطر نام ۱ است",
    "message": "یک یا دو جمله برای مردم",
    "text": "متن صحنه",
    "voice": "لحن عنوان؛ fonts.yaml برای آن قلم دارد",
    "symbol": "نماد اصلی، پرونده‌ای از ‎_symbols؛ در خبر و گزارش: نماد دسته و معاونت، یا هیچ",
    "tiling": "کاشی‌بندی گره دسته",
    "angle": "زاویهٔ گره دسته، به درجه",
    "symbols": "همهٔ نمادها، نماد اصلی نخست",
    "tones": "رنگ‌های پالت برای نماد، یا own",
    "weekday": "نام روز هفته",
    "date": "تاریخ شمسی به حروف",
    "hijri_date": "تاریخ قمری",
    "gregorian_date": "تاریخ میلادی",
    "heading": "نام لوح",
    "opening": "سطر بالای عنوان",
    "honorific": "لقب پیش از نام",
    "name": "نام گیرنده؛ در گزارش: نام معاونت",
    "position": "سمت گیرنده، یا هیچ",
    "to": "لقب و نام",
    "reason": "برای چه سپاس می‌گوییم",
    "body": "متن لوح، با نام و دلیل",
    "date_in_figures": "تاریخ به رقم",
    "number": "شمارهٔ لوح، یا هیچ؛ در گزارش: شمارهٔ معاونت",
    "signatures": "امضاکنندگان",
    "code": "مسیر رمزینه، یا هیچ",
    "code_side": "شمار خانه‌های رمزینه در هر سو",
    "category": "دستهٔ خبر؛ رنگ‌های کارت از آن است",
    "photos": "عکس‌ها، مهم‌ترین نخست",
    "after": "عکس پس از کار، یا هیچ",
    "credit": "نام عکاس، یا هیچ",
    "year": "سال شمسی",
    "weekdays": "نام روزهای هفته از شنبه",
    "moons": "اهلهٔ ماه، برای کشیدن",
    "month": "ماه: نام، روزها، رویدادها",
    "months": "دوازده ماه، هر یک مانند month",
    "photo": "عکس ماه، اگر باشد",
    "hijri_years": "سال‌های قمری",
    "gregorian_years": "سال‌های میلادی",
    "adjective": "سه‌ماهه، شش‌ماهه، نه‌ماهه، سالانه یا ماهانه",
    "period": "دوره با سالش",
    "span": "نخستین و واپسین ماه دوره",
    "before": "مدت مشابه سال پیش؛ در خبر: عکس پیش از کار، یا هیچ",
    "year_before": "سال پیش",
    "sample": "آیا ارقام ساختگی است؛ صفحه باید آن را بگوید",
    "count": "شمار معاونت‌ها",
    "lead": "یک یا دو جمله، یا هیچ",
    "departments": "نام معاونت‌ها",
    "colours": "پالت معاونت‌ها",
    "manager": "مدیر، یا هیچ",
    "figures": "ارقام، مهم‌ترین نخست",
    "blocks": "چیزهای دیگری که صفحه دارد",
    "series": "روند: عنوان، واحد، نوع، برچسب‌ها، مقدارها، مقدارهای سال پیش",
    "shares_of": "سهم‌ها از چیست",
    "shares": "سهم‌ها به درصد",
    "projects": "پروژه‌ها؛ در جمع‌بندی: شمارشان",
    "counts": "شمارش‌ها با نماد",
    "pair": "عکس پیش و پس، یا هیچ",
    "photographs": "عکس‌های دیگر",
    "rows": "معاونت‌ها: شماره، نام، رنگ، رقم، پیشرفت",
    "finished": "شمار پروژه‌های پایان‌یافته",
    "progress": "میانگین پیشرفت پروژه‌ها",
    "better": "شمار رقم‌های بهتر از سال پیش",
    "compared": "شمار رقم‌هایی که با سال پیش سنجیده می‌شوند",
}
KIND_TITLES = {
    "occasion": ("For an occasion (`kinds: [occasion]`)", "برای مناسبت (`kinds: [occasion]`)"),
    "scene": ("For a scene of a teaser (`kinds: [scene]`)", "برای صحنه‌ای از تیزر (`kinds: [scene]`)"),
    "plaque": ("For a letter of appreciation (`kinds: [plaque]`)", "برای لوح سپاس (`kinds: [plaque]`)"),
    "news": ("For a news card (`kinds: [news]`)", "برای کارت خبر (`kinds: [news]`)"),
    "month": ("For a month of the calendar (`kinds: [month]`)", "برای یک ماه تقویم (`kinds: [month]`)"),
    "year": ("For the year on one sheet (`kinds: [year]`)", "برای سال در یک برگ (`kinds: [year]`)"),
    "report-cover": ("For a report's cover (`kinds: [report-cover]`)", "برای جلد گزارش (`kinds: [report-cover]`)"),
    "department": (
        "For a department in a report (`kinds: [department]`)",
        "برای یک معاونت در گزارش (`kinds: [department]`)",
    ),
    "report-summary": (
        "For a report's summary (`kinds: [report-summary]`)",
        "برای جمع‌بندی گزارش (`kinds: [report-summary]`)",
    ),
}


# --- tables


def tables(language: str) -> Mapping[str, str]:
    """The tables of the page in a language, by their names."""
    return {
        "briefs": _briefs(language),
        "brand": _brand(language),
        "roles": _roles(language),
        "palettes": _palettes(language),
        "shapes": _shapes(language),
    }


def _briefs(language: str) -> str:
    """A table for each kind of brief."""
    parts = []
    for kind in KINDS:
        rows = [
            (f"`{{{{ {each.name} }}}}`", _said(each, language), each.sample)
            for each in placeholders.of_brief(_brief(kind))
        ]
        headings = ("placeholder", "what it is", "for example") if language == "en" else ("جای‌نگهدار", "چیست", "نمونه")
        parts.append(f"**{KIND_TITLES[kind][language == 'fa']}**\n\n{table(headings, rows)}")
    return "\n\n".join(parts)


def _brief(kind: str) -> Brief:
    if kind == "occasion":
        occasion = workspace().occasions.by_id["yalda-night"]
        return year_briefs([occasion], YEAR, workspace().hijri)[0]
    return samples(workspace(), _template(kind))[0].brief


def _template(kind: str) -> Template:
    return next(each for each in workspace().templates.by_id.values() if kind in each.about.kinds)


def _said(placeholder: Placeholder, language: str) -> str:
    return PERSIAN[placeholder.name] if language == "fa" else placeholder.meaning


def _brand(language: str) -> str:
    rows = [(f"`{{{{ {each.name} }}}}`", each.sample) for each in placeholders.of_brand(workspace())]
    return table(("placeholder", "for example") if language == "en" else ("جای‌نگهدار", "نمونه"), rows)


def _roles(language: str) -> str:
    rows = [(f"`{role}`", said[language == "fa"], f"`fill-{role}`") for role, said in ROLES.items()]
    return table(("role", "for", "class") if language == "en" else ("نقش", "برای", "کلاس"), rows)


def _palettes(language: str) -> str:
    """The tones of occasions, and the palettes of each."""
    tones = {occasion.tone for occasion in workspace().occasions.occasions}
    palettes = workspace().templates.palettes.palettes
    rows = [(f"`{tone}`", ", ".join(f"`{name}`" for name in its)) for tone, its in palettes.items() if tone in tones]
    return table(("tone", "its palettes") if language == "en" else ("لحن", "پالت‌های آن"), rows)


def _shapes(language: str) -> str:
    template = workspace().templates.by_id["arch"]
    rows = []
    for artboard in template.artboards:
        served = [f.id for f in workspace().formats.formats if template.artboard(f.aspect) == artboard]
        size = f"{artboard.box.width:g} × {artboard.box.height:g} px"
        rows.append((f"`{artboard.path.name}`", size, ", ".join(served)))
    headings = (
        ("file", "page", "formats drawn on it")
        if language == "en"
        else ("پرونده", "صفحه", "قالب‌هایی که روی آن کشیده می‌شوند")
    )
    return table(headings, rows)


# --- pictures


def draw() -> None:
    """All pictures that Naqsh can draw."""
    save(_pieces(), PICTURES / "pieces.png", 160)
    save(_palette_roles(), PICTURES / "roles.png", 200)
    save(_chosen_artboards(), PICTURES / "shapes.png", 160)
    save(_cover_and_pin(), PICTURES / "cover-and-pin.png", 64)
    save(_symbol_tones(), PICTURES / "tones.png", 128)
    save(_repeat(), PICTURES / "repeat.png", 48)


def _piece(artboard: Path, occasion: str, format: Format, height: int) -> Image.Image:
    library = workspace().templates
    brief = year_briefs([workspace().occasions.by_id[occasion]], YEAR, workspace().hijri)[0]
    colours = library.palettes.colours(brief.tone, brief.palette)
    filled = fill(library, Artboard(artboard), format, {**brief.placeholders, "brand": workspace().brand}, colours)
    artwork = outline(filled.tree, workspace().fonts)
    return shown(artwork, round(height * format.aspect), height, filled.canvas.trim)


def _pieces() -> Image.Image:
    """The example with the words, the symbols and the colours of four occasions."""
    square = workspace().formats.by_id["square"]
    return row([_piece(EXAMPLE, id, square, 220) for id in ("yalda-night", "nature-day", "journalist-day", "arbaeen")])


def _palette_roles() -> Image.Image:
    """What the roles look like in some palettes."""
    parts, height, width = [], 34, 150
    for column_number, name in enumerate(PALETTES):
        colours = workspace().templates.palettes.colours(*name.split("/"))
        x = 150 + column_number * (width + 10)
        parts.append(f'<text x="{x + width / 2}" y="22" text-anchor="middle" font-size="15">{name}</text>')
        for number, role in enumerate(ROLES):
            y = 36 + number * height
            parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height - 4}" rx="4" fill="{colours[role]}"/>')
            parts.append(
                f'<text x="{x + width / 2}" y="{y + 20}" text-anchor="middle" font-size="12" '
                f'fill="{_readable(colours[role])}">{colours[role]}</text>'
            )
    names = (
        f'<text x="140" y="{36 + n * height + 21}" text-anchor="end" font-size="15">{role}</text>'
        for n, role in enumerate(ROLES)
    )
    size = 150 + len(PALETTES) * (width + 10) + 10, 46 + len(ROLES) * height
    ground = f'<rect width="{size[0]}" height="{size[1]}" fill="{PAPER}"/>'
    return drawn(svg(ground + "".join([*parts, *names]), *size), *size)


def _readable(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#000000" if 0.3 * red + 0.6 * green + 0.1 * blue > 130 else "#ffffff"


def _chosen_artboards() -> Image.Image:
    """Each artboard of arch, with the outlines of the formats that are drawn on it."""
    template = workspace().templates.by_id["arch"]
    pictures = []
    for artboard in template.artboards:
        served = [f for f in workspace().formats.formats if template.artboard(f.aspect) == artboard]
        pictures.append(labelled(_outlined(artboard, served), artboard.path.name))
    return row(pictures, 12)


def _outlined(artboard: Artboard, formats: Sequence[Format]) -> Image.Image:
    trims = [canvas_of(artboard.box, format).trim for format in formats]
    left, top = min(t.x for t in trims), min(t.y for t in trims)
    right, bottom = max(t.right for t in trims), max(t.bottom for t in trims)
    scale = min(150 / (bottom - top), 230 / (right - left))
    size = round((right - left) * scale) + 8, round((bottom - top) * scale) + 8
    picture = Image.new("RGB", size, PAPER)
    box = artboard.box
    own = Format(id="own", title="", medium="screen", width=box.width, height=box.height, files=("png",))
    thumb = _piece(artboard.path, "ghadir", own, round(box.height * scale))
    picture.paste(thumb, (round((box.x - left) * scale) + 4, round((box.y - top) * scale) + 4))
    pen = ImageDraw.Draw(picture)
    for trim in trims:
        x, y = (trim.x - left) * scale + 4, (trim.y - top) * scale + 4
        pen.rectangle((x, y, x + trim.width * scale, y + trim.height * scale), outline=FRAME)
    return picture


def _cover_and_pin() -> Image.Image:
    """A square artboard on a wide sheet, without and with data-cover and data-pin."""
    board, wide = Box(0, 0, 300, 300), Box(-105, 0, 510, 300)

    def sheet(ground: Box, foot: Box, badge: float) -> Image.Image:
        body = (
            f'<rect x="{wide.x}" width="{wide.width}" height="300" fill="white"/>'
            f'<rect x="{ground.x}" width="{ground.width}" height="300" fill="#134e4a"/>'
            f'<rect x="{foot.x}" y="{foot.y}" width="{foot.width}" height="46" fill="#042f2e"/>'
            '<circle cx="150" cy="130" r="70" fill="#e8b04a"/>'
            f'<circle cx="{badge}" cy="36" r="18" fill="#f6f3ec"/>'
            '<rect width="300" height="300" fill="none" stroke="#c2410c" stroke-width="2" stroke-dasharray="6 5"/>'
        )
        return drawn(svg(body, 300, 300), 340, 200, wide)

    plain = sheet(board, Box(0, 254, 300, 46), 264)
    following = sheet(wide, Box(wide.x, 254, wide.width, 46), wide.right - 36)
    return row([labelled(plain, "as drawn"), labelled(following, "data-cover and data-pin")])


def _symbol_tones() -> Image.Image:
    """A symbol in its own colours and in those of palettes."""
    grounds = [
        ("own", "festive/pomegranate"),
        ("accent accent-light accent-deep second", "celebration/emerald"),
        ("metal-2 metal-3 metal-1 metal-4", "celebration/royal"),
        ("ink quiet ink quiet", "muharram/blood"),
    ]
    pictures = []
    for tones, palette in grounds:
        path = PICTURES / "tones.svg"
        body = (
            '<rect width="300" height="300" class="fill-ground"/>'
            f'<image data-symbol="pomegranate" data-tones="{tones}" x="30" y="30" width="240" height="240"/>'
        )
        path.write_bytes(svg(body, 300, 300))
        library = workspace().templates
        colours = library.palettes.colours(*palette.split("/"))
        filled = fill(library, Artboard(path), workspace().formats.by_id["square"], {}, colours)
        path.unlink()
        pictures.append(labelled(shown(outline(filled.tree, workspace().fonts), 190, 190), tones.split()[0] + " …"))
    return row(pictures, 14)


def _repeat() -> Image.Image:
    """One circle with data-for, as drawn and as repeated."""
    one = '<rect width="300" height="60" fill="#134e4a"/><circle cx="30" cy="30" r="12" fill="#e8b04a"/>'
    six = one + "".join(f'<circle cx="{30 + 48 * n}" cy="30" r="12" fill="#e8b04a"/>' for n in range(6))
    return row(
        [
            labelled(drawn(svg(one, 300, 60), 300, 60), "as drawn"),
            labelled(drawn(svg(six, 300, 60), 300, 60), "six rounds"),
        ]
    )


def main() -> None:
    draw()
    for language, page in PAGES.items():
        page.write_text(with_tables(page.read_text(encoding="utf-8"), tables(language)), encoding="utf-8")


if __name__ == "__main__":
    main()
