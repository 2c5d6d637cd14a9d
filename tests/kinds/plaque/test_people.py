from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from engine.errors import BadInput
from engine.kinds.plaque.people import Person, people_of

type Write = Callable[[str], Path]


@pytest.fixture
def csv(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        path = tmp_path / "people.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def xlsx(tmp_path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "people.xlsx"
    book.save(path)
    return path


def test_persian_headers_in_any_order_and_columns_that_mean_nothing_to_us(csv: Write) -> None:
    path = csv("ردیف;شماره;سمت;نام و نام‌خانوادگی:;عنوان\n1;۱۴۰۵/۷;مدیر;مريم  كريمي;سرکار خانم\n")
    assert people_of(path).people == (
        Person("مریم کریمی", honorific="سرکار خانم", position="مدیر", number="۱۴۰۵/۷", row=2),
    )


def test_an_honorific_that_stands_in_the_column_of_names_is_set_apart(csv: Write) -> None:
    path = csv("نام,عنوان\nجناب آقای دکتر علی کریمی,\nدکتر رضا,برادر گرامی\n")
    assert people_of(path).people == (
        Person("علی کریمی", honorific="جناب آقای دکتر", row=2),
        Person("دکتر رضا", honorific="برادر گرامی", row=3),
    )


def test_english_headers_a_title_above_them_and_names_in_two_columns(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ["List of 1405"], ["First name", "Surname", "No", "For"], ["علی", "کریمی", 12.0, "یاری"])
    assert people_of(path).people == (Person("علی کریمی", number="12", reason="یاری", row=3),)


def test_a_body_keeps_its_paragraphs(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ["نام", "متن"], ["علی", " یک  دو\nسه "])
    assert people_of(path).people[0].body == "یک دو\nسه"


def test_bad_rows_are_told_by_row_and_column_and_the_others_kept(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ["نام", "شماره", "سمت"],
        ["علی", 1, ""],
        [None, None, None],
        ["=B2&A2", 2, ""],
        ["ع" * 200, 3, ""],
        ["رضا", 1, ""],
        [None, 5, "مدیر"],
        ["زهرا", 6, ""],
        [None, None, None],
    )
    found = people_of(path)
    assert [person.name for person in found.people] == ["علی", "زهرا"]
    assert [str(each).removeprefix(f"{path}: ") for each in found.mistakes] == [
        "row 3: the row is empty; remove it or fill it in.",
        "row 4, column “نام”: the cell holds a formula; write the value itself into the cell.",
        "row 5, column “نام”: 200 characters are too many; shorten it to 100.",
        "row 6, column “شماره”: “1” is the number of row 2 too; give each its own.",
        "row 7, column “نام”: there is no name; fill it in.",
    ]


def test_numbers_are_one_number_in_persian_digits_and_in_latin_ones(csv: Write) -> None:
    assert len(people_of(csv("نام,شماره\nعلی,۱۲\nرضا,12\n")).people) == 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("people.csv", "سمت,شماره\nمدیر,1\n".encode(), "there is no column of names"),
        ("people.csv", "نام\nعلي\n".encode("cp1256"), "the file is not UTF-8 text"),
        ("people.csv", b"", "there is no column of names"),
        ("people.xlsx", b"PK no spreadsheet", "the file is not a spreadsheet"),
        ("people.ods", b"", "“.ods” is not a kind of spreadsheet that can be read"),
        ("people.csv", "نام\n".encode() + "علی\n".encode() * 10_001, "the spreadsheet has more than 10000 rows"),
    ],
)
def test_a_file_that_is_no_list_of_people(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=told):
        people_of(tmp_path / name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no such spreadsheet"):
        people_of(tmp_path / "people.xlsx")


def test_a_sheet_of_headers_alone_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("نام,شماره\n", encoding="utf-8")
    found = people_of(path)
    assert found.people == ()
    assert [str(mistake) for mistake in found.mistakes] == [
        f"{path}: no row below the headers names anyone; write the names there."
    ]
