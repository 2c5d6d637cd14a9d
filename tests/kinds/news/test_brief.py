"""News from spreadsheets."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from engine.errors import BadInput
from engine.kinds.news.brief import News, news_of

type Write = Callable[[str], Path]


@pytest.fixture
def csv(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        path = tmp_path / "news.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_persian_headers_and_lists_of_files_in_a_cell(csv: Write) -> None:
    path = csv(
        "تيتر|دسته|عکس‌ها|کانون|عکاس\n".replace("|", ",")
        + 'خبر  خوش,عمران,"a.jpg؛ b c.jpg, d.png","0.5,0.3; ۰٫۲ ۰٫۸",الف\n'
    )
    assert news_of(path).news == (
        News("خبر خوش", category="عمران", photos=("a.jpg", "b c.jpg", "d.png"), focus=("0.5,0.3", "۰٫۲ ۰٫۸"),
             credit="الف", row=2),
    )  # fmt: skip


def test_english_headers_and_a_pair(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["News of the day"], ["Headline", "Before", "After", "Date"], ["خبر", "a.jpg", "b.jpg", "1405/09/15"]):
        book.active.append(row)
    book.save(tmp_path / "news.xlsx")
    assert news_of(tmp_path / "news.xlsx").news == (
        News("خبر", before="a.jpg", after="b.jpg", date="1405/09/15", row=3),
    )


def test_rows_that_can_not_be_read_are_told_and_the_others_kept(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["عنوان", "لید"], ["یک", ""], [None, None], ["=A2", ""], ["دو", ""]):
        book.active.append(row)
    book.save(tmp_path / "news.xlsx")
    found = news_of(tmp_path / "news.xlsx")
    assert [each.title for each in found.news] == ["یک", "دو"]
    assert [str(each).partition("xlsx: ")[2] for each in found.mistakes] == [
        "row 3: the row is empty; remove it or fill it in.",
        "row 4, column “عنوان”: the cell holds a formula; write the value itself into the cell.",
    ]


def test_a_sheet_without_titles_is_no_list_of_news(csv: Write) -> None:
    with pytest.raises(BadInput, match="there is no column of titles"):
        news_of(csv("عکس,دسته\na.jpg,عمران\n"))
