"""What is wrong in a report's file is left out and told by its place; the rest stays."""

from pathlib import Path

import openpyxl
import pytest

from engine.errors import BadInput
from engine.kinds.report.performance_files import Read, performance_of

ROOT = Path(__file__).parents[3]
HEAD = "year: 1405\nperiod: شش‌ماهه\ndepartments:\n"
GOOD = "  - name: خدمات شهری\n    figures:\n      - {label: پسماند, value: ۱۲٬۵۰۰, unit: تن, last: 11000}\n"


def read(folder: Path, departments: str, head: str = HEAD) -> Read:
    path = folder / "performance.yaml"
    path.write_text(head + departments, encoding="utf-8")
    return performance_of(path)


def told(found: Read) -> list[str]:
    return [str(mistake).rpartition("performance.yaml:")[2] for mistake in found.mistakes]


def book(folder: Path, **sheets: list[list[object]]) -> Path:
    """A workbook of these sheets; “_” stands for the half-space, which no name of Python 3.12 may have."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", "\u200c"))
        for row in rows:
            sheet.append(row)
    made.save(folder / "performance.xlsx")
    return folder / "performance.xlsx"


ABOUT = [["عنوان", "کارنامه"], ["سال", 1405], ["دوره", "نه‌ماهه"], ["نمونه", "بله"]]
DEPARTMENTS = [["نام", "معرفی", "عنوان روند", "نمودار روند"], ["عمران", "ساختیم.", "آسفالت", "خط"], ["فضای سبز"]]


def test_the_sample_of_a_new_workspace_is_sound() -> None:
    found = performance_of(ROOT / "performance.yaml")
    assert found.mistakes == ()
    assert found.performance.about.sample
    assert len(found.performance.departments) == 8


def test_numbers_may_be_typed_in_persian(tmp_path: Path) -> None:
    (department,) = read(tmp_path, GOOD).performance.departments
    assert department.figures[0].value == 12500


@pytest.mark.parametrize(
    ("figure", "mistake"),
    [
        ("{label: الف, value: بسیار}", "8: “بسیار” is no number; write digits only; the unit has a place of its own."),
        ("{label: الف, value: -3}", "8: -3 is below zero; give a number from 0 on."),
        ("{label: الف, value: true}", "8: “True” is no number; write digits only; the unit has a place of its own."),
        ("{label: الف}", "8: “value” is missing; add it."),
        ("{label: الف, value: 1, valeu: 2}", "8: “valeu” is not known here; remove it or correct its spelling."),
        (f"{{label: {'ب' * 200}, value: 1}}", "8: 200 characters are too many; shorten it to 48."),
        ("۱۲", "8: “figures” can't be ۱۲; write entries with names and values."),
    ],
)
def test_a_bad_figure_is_told_by_its_line_and_the_others_stay(tmp_path: Path, figure: str, mistake: str) -> None:
    found = read(tmp_path, f"{GOOD}      - {figure}\n      - {{label: ب, value: 2}}\n", f"# نخست\n{HEAD}")
    assert told(found) == [mistake]
    assert [each.label for each in found.performance.departments[0].figures] == ["پسماند", "ب"]


def test_shares_that_do_not_add_up_are_left_out(tmp_path: Path) -> None:
    shares = "    shares:\n      - {label: الف, share: 60}\n      - {label: ب, share: 30}\n"
    found = read(tmp_path, GOOD + shares)
    assert told(found) == ["8: the shares add up to ۹۰, not to 100; correct them; until then they are left out."]
    assert found.performance.departments[0].shares == ()
    assert told(read(tmp_path, GOOD + shares.replace("30", "39.7"))) == []  # as far as rounding goes


def test_more_than_the_whole_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD + "    projects: [{name: پل, progress: 101}, {name: میدان, progress: 100}]\n")
    assert told(found) == ["7: 101 is more than the whole; give percents from 0 to 100."]
    assert [project.name for project in found.performance.departments[0].projects] == ["میدان"]


def test_a_department_named_twice_is_told_and_the_first_one_stays(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD + GOOD)
    assert told(found) == ["7: the department “خدمات شهری” stands twice; join the two, or rename one."]
    assert len(found.performance.departments) == 1


def test_a_department_with_a_name_too_long_or_with_nothing_to_show_has_no_page(tmp_path: Path) -> None:
    found = read(tmp_path, f"{GOOD}  - name: {'ن' * 200}\n    figures: [{{label: الف, value: 1}}]\n  - name: خالی\n")
    assert [line.partition(";")[0] for line in told(found)] == [
        "7: 200 characters are too many",
        "9: there is nothing to show of “خالی”",
    ]
    assert len(found.performance.departments) == 1


def test_a_wrong_field_of_a_heading_is_left_out_but_not_its_page(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD + "    series_as: pie\n    boss: علی\n")
    assert len(told(found)) == 2
    assert [department.heading.name for department in found.performance.departments] == ["خدمات شهری"]


def test_more_than_a_page_has_room_for_is_told(tmp_path: Path) -> None:
    points = "".join(f"      - {{label: م{number}, value: {number}}}\n" for number in range(14))
    found = read(tmp_path, f"{GOOD}    series:\n{points}")
    assert told(found) == [
        "20: there are 14 of “series”, and a page has room for 12; leave out the less important ones, or join some."
    ]
    assert len(found.performance.departments[0].series) == 12


def test_a_page_has_room_for_four_tables_besides_figures(tmp_path: Path) -> None:
    tables = (
        "    shares: [{label: همه, share: 100}]\n    series: [{label: تیر, value: 1}]\n"
        "    projects: [{name: پل, progress: 5}]\n    counts: [{label: نهال, value: 3}]\n"
        "    photographs: [{file: a.jpg}]\n"
    )
    found = read(tmp_path, GOOD + tables)
    assert told(found) == ["11: a page has no room for “photographs” beside 4 others; leave one of them out."]
    assert found.performance.departments[0].photographs == ()


def test_one_half_of_before_and_after_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD + "    photographs: [{file: a.jpg, role: before}]\n")
    assert told(found) == ["7: before and after are not one photograph each; give both, or leave the role out."]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("year: 1405\nperiod: هفت‌ماهه\ndepartments: [{name: الف}]\n", "2: there is no period “هفت‌ماهه”"),
        ("period: شش‌ماهه\ndepartments: [{name: الف}]\n", "1: “year” is missing"),
        ("year: 1405\nperiod: شش‌ماهه\ndepartments: []\n", "3: “departments” can't be"),
        ("year: 1405\nperiod: شش‌ماهه\ndepartments: [{name: الف}]\n", "there is no department to report of"),
    ],
)
def test_a_file_without_a_report(tmp_path: Path, text: str, mistake: str) -> None:
    with pytest.raises(BadInput, match=mistake):
        read(tmp_path, "", text)


def test_a_spreadsheet_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        گزارش=ABOUT,
        معاونت_ها=DEPARTMENTS,
        ارقام=[
            ["معاونت", "عنوان", "مقدار", "واحد", "سال گذشته", "بهتر"],
            ["عمران", "آسفالت", 68400, "مترمربع", 54200, "بیشتر"],
        ],
        روند=[["معاونت", "ماه", "مقدار"], ["عمران", "فروردین", 12], ["عمران", "اردیبهشت", "۱۴٫۵"]],
        شمارش=[["معاونت", "عنوان", "مقدار", "نماد"], ["فضای سبز", "نهال", 4200, "tree"]],
    )
    found = performance_of(path)
    assert found.mistakes == ()
    first, second = found.performance.departments
    assert found.performance.about.period.title == "نه‌ماههٔ نخست ۱۴۰۵"
    assert found.performance.about.sample
    assert (first.heading.series_as, [point.value for point in first.series]) == ("line", [12, 14.5])
    assert (first.figures[0].last, first.figures[0].better) == (54200, "more")
    assert second.counts[0].symbol == "tree"


def test_a_spreadsheet_tells_sheet_row_and_column(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        گزارش=ABOUT,
        معاونت_ها=[*DEPARTMENTS, ["عمران"]],
        ارقام=[
            ["معاونت", "عنوان", "مقدار"],
            ["عمران", "آسفالت", 68400],
            [None, None, None],
            ["عمران", "جدول", "=B2*2"],
            ["عمران", "پیاده‌رو", -5],
            ["ناشناس", "پل", 1],
            ["فضای سبز", "بوستان", 2],
        ],
        پروژه_ها=[["معاونت", "نام پروژه"], ["عمران", "پل"]],
        یادداشت=[["x"]],
    )
    found = performance_of(path)
    assert [str(each).removeprefix(f"{path}: ") for each in found.mistakes] == [
        "sheet “ارقام”, row 3: the row is empty; remove it or fill it in.",
        "sheet “ارقام”, row 4, column “مقدار”: the cell holds a formula; write the value itself into the cell.",
        "sheet “ارقام”, row 6, column “معاونت”: there is no department “ناشناس”; "
        "add it to the sheet of departments, or correct its name.",
        "sheet “پروژه‌ها”: the sheet has not all of the columns معاونت، پروژه، پیشرفت; "
        "write these headers into its first row.",
        "sheet “ارقام”, row 5, column “مقدار”: -5 is below zero; give a number from 0 on.",
        "sheet “معاونت‌ها”, row 4, column “نام”: the department “عمران” stands twice; join the two, or rename one.",
    ]
    assert [str(each.place) for each in found.warnings] == [f"{path}: sheet “یادداشت”"]
    assert [department.heading.name for department in found.performance.departments] == ["عمران", "فضای سبز"]


def test_a_merged_cell_names_the_department_of_the_rows_below_it(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        گزارش=ABOUT,
        معاونت_ها=DEPARTMENTS,
        ارقام=[
            ["معاونت", "عنوان", "مقدار"],
            ["فضای سبز", "بوستان", "=1+1"],
            [None, "نهال", 2],
            ["عمران", "آسفالت", 3],
            [None, "جدول", 4],
            [None, None, None],
            [None, "جمع", 9],
        ],
    )
    found = performance_of(path)
    figures = [[figure.label for figure in each.figures] for each in found.performance.departments]
    assert figures == [["آسفالت", "جدول"], ["نهال"]]
    assert [each.place.cell.row for each in found.mistakes if each.place and each.place.cell] == [2, 6, 7]


def test_a_word_that_is_not_known_is_told_and_its_figure_stays(tmp_path: Path) -> None:
    figures = [["معاونت", "عنوان", "مقدار", "بهتر"], ["عمران", "آسفالت", 3, "خوب"], ["فضای سبز", "نهال", 2, "کمتر"]]
    found = performance_of(book(tmp_path, گزارش=ABOUT, معاونت_ها=DEPARTMENTS, ارقام=figures))
    assert [department.figures[0].better for department in found.performance.departments] == ["more", "less"]
    (told,) = found.mistakes
    assert told.text().endswith(
        "row 2, column “بهتر”: “خوب” is not a word that is known here; write one of بیشتر، کمتر, or nothing."
    )


def test_a_cell_for_percents_says_percents(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        گزارش=ABOUT,
        معاونت_ها=DEPARTMENTS,
        پروژه_ها=[["معاونت", "پروژه", "پیشرفت"], ["عمران", "پل", 0.785]],
        ارقام=[["معاونت", "عنوان", "مقدار"], ["عمران", "رشد", 0.125]],
    )
    made = openpyxl.load_workbook(path)
    made["پروژه‌ها"]["C2"].number_format = made["ارقام"]["C2"].number_format = "0%"
    made.save(path)
    department = performance_of(path).performance.departments[0]
    assert department.projects[0].progress == 78.5
    assert (department.figures[0].value, department.figures[0].unit) == (12.5, "درصد")


def test_a_spreadsheet_that_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no sheet “گزارش”"):
        performance_of(book(tmp_path, معاونت_ها=DEPARTMENTS))
    with pytest.raises(BadInput, match="sheet “گزارش”, row 1: there is no period “سی‌ماهه”"):
        performance_of(book(tmp_path, گزارش=[["دوره", "سی‌ماهه"], ["سال", 1405]], معاونت_ها=DEPARTMENTS))
