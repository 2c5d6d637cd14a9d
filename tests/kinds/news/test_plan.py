"""News cards as an office makes them, on our own templates."""

import datetime
import json
from pathlib import Path

import pytest
from PIL import Image

from engine.briefs.photographs import Crop, Photograph, Source, prepared
from engine.cli import main
from engine.errors import BadInput, Mistake, in_order
from engine.kinds import album
from engine.kinds.news.brief import HEADERS, LONGEST, TONE, News, NewsBrief
from engine.kinds.news.plan import COLLAGE, PAIR, PLAIN, SINGLE, Desk, card_plan, news_plan
from engine.ornament.hankin import star_pattern
from engine.persian.normalise import normalise
from engine.production.order import Order
from engine.workspace import Workspace

ROOT = Path(__file__).parents[3]
OFFICE = Workspace(ROOT)
DAY = datetime.date(2026, 11, 24)  # ۳ آذر ۱۴۰۵


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, size, colour in (("a", (900, 700), "teal"), ("b", (900, 700), "olive"), ("tiny", (80, 60), "red")):
        Image.new("RGB", size, colour).save(tmp_path / f"{name}.jpg")
    (tmp_path / "scan.jpg").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "cut.jpg").write_bytes((tmp_path / "a.jpg").read_bytes()[:900])
    return tmp_path


def planned(
    folder: Path, *, template: str | None = None, formats: tuple[str, ...] = ("square",), **said: object
) -> Order:
    files = {name: tuple(str(folder / each) for each in said.pop(name, ())) for name in ("photos",)}  # type: ignore[attr-defined]
    pair = {name: str(folder / str(said.pop(name))) for name in ("before", "after") if name in said}
    news = News(**{"title": "گشایش بوستان مادر", **files, **pair, **said})  # type: ignore[arg-type]
    return card_plan(OFFICE, news, Desk(DAY, formats, template), folder / "out")


def told(plan: Order) -> list[str]:
    return [str(each) for each in plan.mistakes]


@pytest.mark.parametrize(
    ("shown", "template"),
    [
        ({}, PLAIN),
        ({"photos": ("a.jpg",)}, SINGLE),
        ({"photos": ("a.jpg", "b.jpg")}, COLLAGE),
        ({"before": "a.jpg", "after": "b.jpg"}, PAIR),
    ],
)
def test_the_template_is_chosen_by_what_there_is_to_show(folder: Path, shown: dict[str, object], template: str) -> None:
    (piece,) = planned(folder, **shown).pieces.pieces
    assert piece.template == template


def test_another_template_may_be_asked_for_where_it_suits(folder: Path) -> None:
    (piece,) = planned(folder, photos=("a.jpg",), template="news-window").pieces.pieces
    assert piece.template == "news-window"
    assert "shows other photographs" in told(planned(folder, photos=("a.jpg",), template=PAIR))[0]
    assert "no template “arch” for news" in told(planned(folder, template="arch"))[0]


def test_a_category_gives_the_colours_however_it_is_typed(folder: Path) -> None:
    (piece,) = planned(folder, category="فضاي  سبز").pieces.pieces
    assert (piece.brief.palette, piece.brief.placeholders["category"]) == ("فضای سبز", "فضای سبز")
    (piece,) = planned(folder).pieces.pieces
    assert piece.brief.palette == "خبر"
    assert "there is no category “فوتبال”; use one of خبر، عمران" in told(planned(folder, category="فوتبال"))[0]


def test_words_are_put_right_and_what_must_not_change_stays(folder: Path) -> None:
    title = "رضا تر  و خليج فارس: 12.5% در 1405/09/30 به khomein.ir می رود"
    brief = planned(folder, title=title, credit="رضا تر").pieces.pieces[0].brief
    assert brief.placeholders["title"] == (
        "رضا تر و خلیج فارس: ۱۲٫۵٪ در\u00a0۱۴۰۵/۰۹/۳۰ به\u00a0khomein.ir می‌رود"  # no line ends in «به»
    )
    assert brief.placeholders["credit"] == "رضا تر"
    assert normalise(str(brief.placeholders["title"])) == brief.placeholders["title"]


def test_a_card_has_its_caption_alternative_text_and_day(folder: Path) -> None:
    plan = planned(
        folder, category="آتش‌نشانی", lead="مردم آمدند.", credit="الف", photos=("a.jpg", "b.jpg"), shows="آب‌نما"
    )
    (subject,) = plan.pieces.subjects
    assert subject.key == "1405-09-03_گشایش-بوستان-مادر"
    assert subject.caption == "گشایش بوستان مادر\nمردم آمدند.\nعکس: الف\n#آتش_نشانی #خمین #شهرداری_خمین\n"
    assert subject.alt == "کارت خبری «آتش‌نشانی» با نوشتهٔ «گشایش بوستان مادر» و ۲ عکس: آب‌نما."
    assert plan.pieces.pieces[0].brief.placeholders["date"] == "سه‌شنبه ۳ آذر ۱۴۰۵"


def test_a_photograph_serves_all_formats_and_is_warned_of_where_it_is_too_small(folder: Path) -> None:
    plan = planned(folder, photos=("a.jpg",), focus=("0.25 0.75",), formats=("square", "story"))
    photo = plan.pieces.pieces[0].brief.placeholders["photos"][0]  # type: ignore[index]
    assert (photo.width, photo.focus) == (900, (0.25, 0.75))
    assert ["a.jpg: the photograph is too small for square" in str(each) for each in plan.warnings] == [True, False]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": "—"}, "title: there is no title"),
        ({"title": "خبر " * 60}, "title: 240 characters are too many; shorten it to 180"),
        ({"lead": "خبر " * 90}, "lead: 360 characters are too many"),
        ({"date": "پنج آذر"}, "date: “پنج آذر” is not a date"),
        ({"before": "a.jpg"}, "before: of before and after only one is there"),
        ({"photos": ("a.jpg",), "focus": ("بالا",)}, "focus: “بالا” is no point of a photograph"),
        ({"photos": ("none.jpg",)}, "there is no such photograph"),
    ],
)
def test_what_is_wrong_is_told_by_its_field(folder: Path, wrong: dict[str, object], said: str) -> None:
    plan = planned(folder, **wrong)
    assert plan.pieces.pieces == ()
    assert said in told(plan)[0]


DAY_OF_NEWS = f"""عنوان,دسته,عکس,پیش از,پس از,تاریخ
یک,عمران,a.jpg,,,
دو,ورزش,a.jpg,,,
,,a.jpg,,,
سه,,tiny.jpg,,,۱۴۰۵/۰۹/۳۱
چهار,,scan.jpg؛ cut.jpg,,,
پنج,,,a.jpg,,
{"شش " * 70},,,,,
هفت,,../../etc/passwd,,,

یک,فرهنگی,,a.jpg,b.jpg,1405/09/02
"""


def test_a_days_news_is_told_by_row_and_column_and_the_rest_planned(folder: Path) -> None:
    (folder / "news.csv").write_text(DAY_OF_NEWS, encoding="utf-8")
    plan = news_plan(OFFICE, folder / "news.csv", Desk(DAY, ("square",)), folder / "out")
    assert [piece.brief.key for piece in plan.pieces.pieces] == ["1405-09-03_یک", "1405-09-02_یک"]
    assert sorted(plan.pieces.settled) == ["1405-09-02_", "1405-09-03_"]  # cards of other days stay
    where = [str(each).removeprefix(f"{folder / 'news.csv'}: ") for each in in_order(plan.mistakes)]
    expected = [
        "row 3, column “دسته”: there is no category “ورزش”",
        "row 4, column “عنوان”: there is no title",
        "row 5, column “تاریخ”: there is no day 1405/09/31",
        f"row 5, column “عکس”: no card is made: {folder / 'tiny.jpg'}: the photograph is too small for square",
        f"row 6, column “عکس”: no card is made: {folder / 'scan.jpg'}: this is a PDF",
        f"row 6, column “عکس”: no card is made: {folder / 'cut.jpg'}: the photograph is broken",
        "row 7, column “پیش از”: of before and after only one is there",
        "row 8, column “عنوان”: 209 characters are too many",
        "row 9, column “عکس”: “../../etc/passwd” is outside of the folder",
        "row 10: the row is empty",
    ]
    assert [each.startswith(begins) for each, begins in zip(where, expected, strict=True)] == [True] * len(expected), (
        where
    )


def test_a_photograph_of_many_rows_is_opened_and_told_of_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def counted(source: Source, *frames: Crop) -> tuple[Photograph, tuple[Mistake, ...]]:
        opened.append(source.path.name)
        return prepared(source, *frames)

    monkeypatch.setattr(album, "prepared", counted)
    rows = "".join(f"خبر {row},{name}.jpg\n" for row, name in enumerate(("a", "cut", "b") * 20))
    (folder / "day.csv").write_text(f"title,photo\n{rows}", encoding="utf-8")
    plan = news_plan(OFFICE, folder / "day.csv", Desk(DAY, ("square",)), folder / "out")
    assert opened == ["a.jpg", "cut.jpg", "b.jpg"]
    assert len(plan.mistakes) == 20 and len(plan.warnings) == 2
    photos = {piece.brief.photos[0].href for piece in plan.pieces.pieces if isinstance(piece.brief, NewsBrief)}
    assert len(plan.pieces.pieces) == 40 and len(photos) == 2


def test_more_photographs_than_memory_holds_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(album, "MOST_PHOTOGRAPHS", 10)
    (folder / "day.csv").write_text("title,photo\nیک,a.jpg\nدو,b.jpg\nسه,a.jpg\n", encoding="utf-8")
    plan = news_plan(OFFICE, folder / "day.csv", Desk(DAY, ("square",)), folder / "out")
    assert [each.partition(": row ")[2] for each in told(plan)] == [
        "3, column “photo”: these are more photographs than there is room for; split it."
    ]
    assert len(plan.pieces.pieces) == 2


def test_emoji_that_no_font_has_stay_in_the_caption(folder: Path) -> None:
    (folder / "news.csv").write_text("عنوان,لید\nشهر 🌳 سبزتر شد 👍🏽,یک\nدو 漢,\nسه,\n", encoding="utf-8")
    plan = news_plan(OFFICE, folder / "news.csv", Desk(DAY, ("square",)), folder / "out")
    first, last = (piece.brief for piece in plan.pieces.pieces)
    assert isinstance(first, NewsBrief) and isinstance(last, NewsBrief)
    assert (first.title, last.title) == ("شهر سبزتر شد", "سه")
    assert first.caption.startswith("شهر 🌳 سبزتر شد 👍🏽\n")
    assert "row 2, column “عنوان”: 🌳👍🏽 is left out" in plan.warnings[0].text()
    assert "row 3, column “عنوان”: no font has “漢” (U+6F22)" in plan.mistakes[0].text()


def test_phones_and_handles_of_a_lead_stand_in_one_piece(folder: Path) -> None:
    plan = card_plan(OFFICE, News("یک", "تلفن 086-46223344 و @khomein_city"), Desk(DAY, ("square",)), folder)
    brief = plan.pieces.pieces[0].brief
    assert isinstance(brief, NewsBrief)
    assert brief.lead == "تلفن \u200e۰۸۶-۴۶۲۲۳۳۴۴ و \u200e@khomein_city"


def test_each_category_has_a_symbol_and_a_girih_of_its_own(folder: Path) -> None:
    looks = OFFICE.templates.palettes.palettes[TONE]
    assert len({look.symbol for look in looks.values()}) == len(looks)
    assert len({(look.girih.tiling, look.girih.angle) for look in looks.values()}) == len(looks)
    for look in looks.values():
        assert OFFICE.templates.symbol(look.symbol).is_file()
        assert star_pattern(look.girih.tiling, look.girih.angle)


def test_two_cards_of_one_title_and_day_have_names_of_their_own(folder: Path) -> None:
    (folder / "news.csv").write_text("عنوان\nیک\nیک\n", encoding="utf-8")
    plan = news_plan(OFFICE, folder / "news.csv", Desk(DAY, ("square",)), folder / "out")
    assert [piece.brief.key for piece in plan.pieces.pieces] == ["1405-09-03_یک", "1405-09-03_یک_2"]


def test_an_unknown_format_is_no_fault_of_the_news(folder: Path) -> None:
    with pytest.raises(BadInput, match="unknown format “cube”"):
        planned(folder, formats=("cube",))


def news(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "fa", "news", "--jobs", "1", *map(str, arguments)])
    assert isinstance(ended.value.code, int)
    return ended.value.code


def test_the_command_makes_cards_and_check_finds_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, out = folder / "a.jpg", folder / "out"
    said = ("--title", "گشایش بوستان مادر", "--photo", photo, "--category", "فضای سبز", "--formats", "site-hero,square")
    assert news(monkeypatch, *said, "-o", out) == 0
    record = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {piece["template"] for piece in record["pieces"]} == {SINGLE}
    for piece in record["pieces"]:
        assert Image.open(out / piece["files"][0]["path"]).size == OFFICE.formats.by_id[piece["format"]].pixels
        assert [each for each in piece["findings"] if each["level"] == "error"] == []
    assert news(monkeypatch, *said, "-o", out, "--dry-run") == 0
    assert "2 up to date" in capsys.readouterr().out


def test_a_batch_with_mistakes_is_finished_and_ends_with_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "news.csv").write_text("title,photo\nیک,scan.jpg\nدو,\n", encoding="utf-8")
    assert news(monkeypatch, "--from", folder / "news.csv", "--formats", "square", "-o", folder / "out") == 2
    error = capsys.readouterr().err
    assert "ردیف 2، ستون «photo»: کارتی ساخته نشد" in error and "این PDF است، نه عکس" in error
    assert len(list((folder / "out" / "square").glob("*.png"))) == 1


def test_what_is_wrong_with_one_card_is_told_by_its_option(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("--title", "یک", "--photo", folder / "none.jpg", "--category", "نیست", "--formats", "square")
    assert news(monkeypatch, *said, "-o", folder / "out") == 2
    error = capsys.readouterr().err
    assert "--photo: کارتی ساخته نشد" in error and "--category: دستهٔ «نیست» نیست" in error


def test_a_spreadsheet_without_news_is_told(folder: Path) -> None:
    (folder / "news.csv").write_text("عنوان,لید\n", encoding="utf-8")
    with pytest.raises(BadInput, match="there is no news in it"):
        news_plan(OFFICE, folder / "news.csv", Desk(DAY, ("square",)), folder / "out")


@pytest.mark.parametrize("arguments", [[], ["--title", "یک", "--from", "x.csv"]])
def test_either_a_title_or_a_spreadsheet(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    assert news(monkeypatch, *arguments) == 2


@pytest.mark.parametrize("page", ["news.md", "news.fa.md"])
def test_the_page_on_news_has_all_categories_columns_and_limits(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for name, look in OFFICE.templates.palettes.palettes[TONE].items():
        assert f"| {name} | `{look.symbol}` |" in text
    for field, names in HEADERS.items():
        assert any(
            line.startswith(f"| {names[0]}") and line.endswith(f"| {LONGEST.get(field, '')} |")
            for line in text.splitlines()
        )
