"""Spreadsheets from anywhere: a sentence, or the people of the list; never more work than a list is worth."""

import zipfile
from pathlib import Path

import pytest

from engine.errors import BadInput
from engine.kinds.plaque.people import people_of

FILES = sorted((Path(__file__).parent / "sheets").iterdir())
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADERS = "<row r='1'><c r='A1' t='str'><v>نام</v></c><c r='B1' t='str'><v>شماره</v></c></row>"


def book(
    path: Path,
    rows: str = "",
    *,
    after: str = "",
    strings: str = "",
    formats: str = "",
    begins: str = "",
    sheets: str = "<sheet name='a' sheetId='1' r:id='r1'/>",
    leave_out: str = "",
    **more: str,
) -> Path:
    """An .xlsx with one sheet of these rows below headers of name and number."""
    parts = {
        "_rels/.rels": f"<Relationships {RELATIONS}>"
        f"<Relationship Id='o' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"<workbook {MAIN} xmlns:r='{OFFICE}'><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {RELATIONS}>"
        f"<Relationship Id='r1' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/>"
        f"<Relationship Id='r2' Type='{OFFICE}/sharedStrings' Target='sharedStrings.xml'/>"
        f"<Relationship Id='r3' Type='{OFFICE}/styles' Target='/xl/styles.xml'/></Relationships>",
        "xl/worksheets/sheet1.xml": f"{begins}<worksheet {MAIN}><dimension ref='A1:XFD1048576'/>"
        f"<sheetData>{HEADERS}{rows}</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {MAIN}>{formats}</styleSheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name != leave_out:
                archive.writestr(name, text)
    return path


def row(number: int, *cells: str) -> str:
    return f"<row r='{number}'>{''.join(cells)}</row>"


NAME = "<c t='str'><v>مینا</v></c>"

REFUSED = {
    "entities": {"begins": '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]>', "rows": row(2, NAME)},
    "another-encoding": {"begins": '<?xml version="1.0" encoding="idna"?>', "rows": row(2, NAME)},
    "not-well-formed": {"rows": "<row><c>"},
    "a-string-that-is-not-there": {"rows": row(2, "<c t='s'><v>7</v></c>")},
    "no-strings": {"leave_out": "xl/sharedStrings.xml"},
    "no-sheet-part": {"leave_out": "xl/worksheets/sheet1.xml"},
    "no-workbook": {"leave_out": "xl/workbook.xml"},
    "no-relations": {"leave_out": "xl/_rels/workbook.xml.rels"},
    "no-sheet-in-the-list": {"sheets": ""},
    "a-cell-in-the-last-row": {"rows": row(1048576, NAME)},
    "a-cell-in-the-last-column": {"rows": row(2, "<c r='XFD2' t='str'><v>x</v></c>")},
    "row-nought": {"rows": row(0, NAME)},
    "merged-over-and-over": {
        "rows": row(2, NAME) + row(9_999, NAME),
        "after": "<mergeCells>" + "<mergeCell ref='A2:A1048576'/>" * 1000 + "</mergeCells>",
    },
    "more-tags-than-any-list-has": {"formats": "<a/>" * 5_001},
    "more-text-than-any-list-has": {"strings": "<si><t>" + "x" * 640_000 + "</t></si>"},
}


@pytest.mark.parametrize("parts", REFUSED.values(), ids=REFUSED)
def test_a_workbook_that_no_office_saved_is_refused(
    parts: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.briefs.package.MOST_TAGS", 10_000)  # a hundredth, so that the test takes no longer
    monkeypatch.setattr("engine.briefs.package.LARGEST_TEXT", 640_000)
    with pytest.raises(BadInput, match="spreadsheet"):
        people_of(book(tmp_path / "people.xlsx", **parts))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_told_in_a_sentence(path: Path) -> None:
    try:
        (mistake,) = people_of(path).mistakes
    except BadInput as error:
        (mistake,) = error.mistakes
    assert str(path) in str(mistake)


NUMBERS = {  # what a cell for numbers holds, its format, and what is read of it
    "zeros": ("7", "0000", "0007"),
    "percent": ("0.125", "0.0%", "12.5%"),
    "a-day": ("46271", "yyyy-mm-dd", "1405/06/15"),
    "a-day-as-iran-s-excel-shows-it": ("46271", "[$-fa-IR,16]yyyy/mm/dd;@", "1405/06/15"),
    "an-hour": ("0.354166666666667", "h:mm", "08:30"),
    "words-are-no-date": ("5", 'General" days"', "5"),
    "a-long-number": ("123456789012345678", "General", "1.23456789012346e+17"),
    "below-zero": ("-3", "000", "-3"),
}
FAULTS = {
    "the-year-9999": ("2958465", "yyyy-mm-dd", "date"),
    "a-day-before-all": ("-1", "yyyy-mm-dd", "date"),
    "beyond-all-days": ("1e300", "yyyy-mm-dd", "date"),
    "an-hour-before-all": ("-0.5", "h:mm", "time"),
    "infinity": ("1e400", "General", "number"),
    "no-number": ("nan", "General", "number"),
    "a-million-digits": ("9" * 1_000_000, "General", "number"),
    "letters": ("x", "General", "number"),
}


def numbered(path: Path, value: str, format: str) -> Path:
    code = format.replace('"', "&quot;")
    formats = f"<numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs>"
    return book(path, row(2, NAME, f"<c r='B2' s='0'><v>{value}</v></c>"), formats=formats)


@pytest.mark.parametrize(("value", "format", "shown"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_is_read_as_its_cell_shows_it(value: str, format: str, shown: str, tmp_path: Path) -> None:
    found = people_of(numbered(tmp_path / "people.xlsx", value, format))
    assert [person.number for person in found.people] == [shown]


@pytest.mark.parametrize(("value", "format", "kind"), FAULTS.values(), ids=FAULTS)
def test_a_number_that_can_not_be_is_told_by_its_cell(value: str, format: str, kind: str, tmp_path: Path) -> None:
    (mistake,) = people_of(numbered(tmp_path / "people.xlsx", value, format)).mistakes
    assert f"row 2, column “شماره”: the cell holds a {kind} that can't be" in str(mistake)
    assert mistake.text("fa") != str(mistake)


def test_what_a_sheet_says_of_its_size_counts_for_nothing(tmp_path: Path) -> None:
    rows = "".join(row(number, f"<c t='str'><v>نام {number}</v></c>") for number in range(2, 40))
    assert len(people_of(book(tmp_path / "people.xlsx", rows)).people) == 38


def test_cells_without_a_place_stand_side_by_side_and_read_aloud_words_are_left_out(tmp_path: Path) -> None:
    strings = "<si><r><t>مینا </t></r><r><t>رضایی</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    cells = "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>۱۲</t></is></c></row>"
    (person,) = people_of(book(tmp_path / "people.xlsx", cells, strings=strings)).people
    assert (person.name, person.number) == ("مینا رضایی", "۱۲")


def test_a_list_on_a_later_sheet_is_found_and_a_hidden_one_is_not_taken_for_it(tmp_path: Path) -> None:
    import openpyxl

    made = openpyxl.Workbook()
    made.active.append(["نام"])
    made.active.append(["پنهان"])
    made.active.sheet_state = "hidden"
    made.create_sheet("راهنما").append(["این برگه راهنماست"])
    for cells in (["\u200f نام * :", "شماره"], ["مینا", None]):
        made["فهرست" if "فهرست" in made else made.create_sheet("فهرست").title].append(cells)
    made.save(tmp_path / "people.xlsx")
    found = people_of(tmp_path / "people.xlsx")
    assert [person.name for person in found.people] == ["مینا"]
    assert found.sheet.sheet == "فهرست"


TEXTS = {
    "quotes-without-end": b"name\n" + b'"a,b\n' * 60_000,
    "neither-utf-8-nor-16": b"name\n\xff\xc3\n",
    "half-of-utf-16": "﻿name\na".encode("utf-16-le")[:-1],
    "four-hundred-columns": b"name\n" + b"a," * 400,
    "too-many-rows": b"name\n" + b"a\n" * 10_001,
    "twenty-megabytes": b"name\n" + b"a" * 20_000_001,
    "nothing": b"",
}


@pytest.mark.parametrize("content", TEXTS.values(), ids=TEXTS)
def test_a_text_that_is_no_list_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(content)
    with pytest.raises(BadInput):
        people_of(tmp_path / "people.csv")


def test_excel_s_unicode_text_and_a_title_above_the_headers_are_read(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_bytes("فهرست همکاران\nنام\tسمت\nمینا\tمدیر\n".encode("utf-16"))
    (person,) = people_of(tmp_path / "people.tsv").people
    assert (person.name, person.position) == ("مینا", "مدیر")


def test_controls_and_marks_of_direction_are_no_part_of_what_a_cell_says(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("نام\u200f:,سمت\n\u202eمی\x00نا\x1b,مدیر\ufeff\n", encoding="utf-8")
    (person,) = people_of(tmp_path / "people.csv").people
    assert (person.name, person.position) == ("مینا", "مدیر")
