"""Class sheet: spreadsheets made by openpyxl and changed within their ZIP, and CSV files."""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from functools import cache
from random import Random

import openpyxl
from openpyxl.utils.exceptions import IllegalCharacterError

from fuzzing.case import Case
from fuzzing.mutation import FILES, mutated_bytes, mutated_text, number, some, words

PEOPLE = (
    "نام و نام خانوادگی",
    "نام",
    "نام خانوادگی",
    "عنوان",
    "سمت",
    "دلیل",
    "متن",
    "شماره",
    "مناسبت",
    "name",
    "x",
    "",
)
NEWS = ("عنوان", "لید", "دسته", "تاریخ", "عکس", "پیش", "پس", "کانون", "شرح", "عکاس", "title", "")
REPORT = {
    "گزارش": ("دوره", "سال", "عنوان", "پیش‌گفتار", "نمونه"),
    "معاونت‌ها": ("نام", "معرفی", "رنگ", "نماد", "عنوان سهم‌ها", "عنوان روند", "واحد روند", "نمودار روند"),
    "ارقام": ("معاونت", "عنوان", "مقدار", "واحد", "سال گذشته", "بهتر"),
    "سهم‌ها": ("معاونت", "عنوان", "سهم"),
    "روند": ("معاونت", "ماه", "مقدار", "سال گذشته"),
    "پروژه‌ها": ("معاونت", "پروژه", "پیشرفت", "اعتبار", "واحد"),
    "شمارش": ("معاونت", "عنوان", "مقدار", "واحد", "نماد", "هر نماد"),
    "عکس‌ها": ("معاونت", "فایل", "شرح", "عکاس", "نقش"),
}
FORMATS = (
    "General",
    "0",
    "000000",
    "0.00%",
    "yyyy/mm/dd",
    "[$-429]yyyy",
    "# ?/?",
    "@",
    '"x"0',
    ";;;",
    "[>1]0;x",
    "0" * 300,
    "[h]:mm",
    "e",
    "\\",
    '"',
)
XML_PIECES = (
    '<c r="A1" t="s"><v>99999</v></c>', '<c r="ZZZ9999999"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>',
    '<c r="A2" t="d"><v>9999-99-99</v></c>', '<c r="A2"><f>1+</f></c>',
    '<row r="99999999"/>', '<row r="0"/>', '<row r="-1"/>', '<dimension ref="A1:XFD1048576"/>',
    '<dimension ref="A0"/>', '<dimension ref="x"/>', '<mergeCell ref="A1:Z99"/>',
    '<sheet name="x" sheetId="9" r:id="rId99"/>', '<xf numFmtId="999" fontId="999"/>',
    '<numFmt numFmtId="164" formatCode="["/>', "<si/>", "<si><t>x</t></si>", "<x/>",
    '<Relationship Id="rId1" Type="x" Target="../../../etc/passwd"/>',
    '<Relationship Id="rId9" Type="x" Target="http://127.0.0.1:9/" TargetMode="External"/>', "<!DOCTYPE x>",
    '<!DOCTYPE x [<!ENTITY a SYSTEM "../bait/secret.txt">]>', '<c r="A1" t="inlineStr"><is><t>&a;</t></is></c>',
    '<c r="A3" t="b"><v>x</v></c>', '<c r="A3" s="9999"><v>1e999</v></c>',
    '<c r="B2"><v>2958466</v></c>', '<c r="B2"><v>-1</v></c>', '<c r="B2"><v>nan</v></c>',
    '<hyperlink ref="A1" r:id="rId7"/>', "<definedName>x</definedName>", '<workbookPr date1904="1"/>',
)  # fmt: skip

_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def make(random: Random) -> Case:
    """An input of this class."""
    use = random.choice(("people", "people", "news", "news", "report"))
    if use != "report" and random.random() < 0.2:
        name, content = "list.csv", _csv(random, PEOPLE if use == "people" else NEWS)
    else:
        name = random.choice(("list.xlsx", "list.xlsx", "list.xlsx", "list.xlsm", "list.XLSX"))
        content = _workbook(random, use)
        if random.random() < 0.75:
            content = _changed_zip(random, content)
        if random.random() < 0.07:
            content = mutated_bytes(random, content)
    if use == "people":
        arguments = [
            "plaque",
            "--recipients",
            name,
            "--for",
            "کار",
            "--format",
            "card",
            "--template",
            "plaque-modern",
            "--jobs",
            "1",
            "-o",
            "output/p",
            "--date",
            "1405/01/01",
        ]
    elif use == "news":
        arguments = ["news", "--from", name, "--formats", "tiny", "--jobs", "1", "-o", "output/n"] + (
            ["--dry-run"] if random.random() < 0.8 else []
        )
    else:
        arguments = ["report", name, "--formats", "tiny", "--jobs", "1", "-o", "output/r"] + (
            ["--dry-run"] if random.random() < 0.9 else []
        )
    return Case(tuple(arguments), {name: content}, name)


def _cell(random: Random) -> object:
    return random.choice(
        (
            lambda: "علی رضایی", lambda: words(random)[:3_000], lambda: number(random), lambda: random.randint(-9,
            10**9), lambda: random.random() * 1e9, lambda: 1e308,
            lambda: None, lambda: True, lambda: datetime.date(2026, 2, 19), lambda: datetime.datetime(9999, 12, 31, 23,
            59), lambda: datetime.time(1, 2), lambda: datetime.timedelta(99),
            lambda: random.choice(("=1/0", "=A1", "=HYPERLINK(1)", "=" + "(" * 60)), lambda: random.choice(FILES),
            lambda: "1405/09/15", lambda: "قدردانی از همکاری",
        )
    )()  # fmt: skip


def _workbook(random: Random, use: str) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book[book.sheetnames[0]])
    tables = REPORT if use == "report" else {"list": PEOPLE if use == "people" else NEWS}
    for title, columns in tables.items():
        if use == "report" and random.random() < 0.05:
            continue
        sheet = book.create_sheet(title)
        named = list(columns) if use == "report" or random.random() < 0.3 else [columns[0], *random.sample(columns, 3)]
        rows = _rows(random, title, named)
        for across in range(len(named)):
            for down, row in enumerate(rows, 1):
                _put(random, sheet, down, across + 1, row[across])
        if random.random() < 0.1:
            sheet.merge_cells("A1:B2")
        if random.random() < 0.06:
            sheet.sheet_state = random.choice(("hidden", "veryHidden"))
    if random.random() < 0.05 or not book.sheetnames:
        book.create_chartsheet("chart")
    written = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book.save(written)
        except (ValueError, TypeError, AttributeError, IndexError):  # a book that openpyxl itself can't write
            return _plain_book()
    return _timeless(written.getvalue())


def _rows(random: Random, title: str, columns: list[str]) -> list[list[object]]:
    """What a sheet says: mostly sound where a report needs it to get any further."""
    if title == "گزارش":
        said: list[object] = ["شش‌ماهه", 1405, "گزارش", "سلام", "بله"]
        return [
            [name, _cell(random) if random.random() < 0.15 else value, "", "", "", ""]
            for name, value in zip(columns, said, strict=True)
        ]
    rows: list[list[object]] = [list(columns)]
    for _ in range(random.choice((0, 1, 2, 2, 3))):
        odd = 0.15 if title in REPORT else 0.4
        rows.append(
            [
                _cell(random) if random.random() < odd else "معاونت" if name in ("معاونت", "نام") else "12"
                for name in columns
            ]
        )
    empty: list[list[object]] = [[""] * len(columns)]
    return empty * random.choice((0, 0, 0, 1, 11)) + rows


def _put(random: Random, sheet: object, down: int, across: int, value: object) -> None:
    cell = sheet.cell(down, across)  # type: ignore[attr-defined]
    try:
        cell.value = value
    except (ValueError, TypeError, IllegalCharacterError):  # characters that no workbook may hold
        cell.value = "x"
    if random.random() < 0.1:
        cell.number_format = random.choice(FORMATS)


@cache
def _plain_book() -> bytes:
    book, written = openpyxl.Workbook(), io.BytesIO()
    sheet = book.create_sheet("list", 0)
    sheet.append(["نام", "شماره"])
    sheet.append(["علی", 7])
    book.save(written)
    return _timeless(written.getvalue())


def _timeless(content: bytes) -> bytes:
    """A book without the time at which openpyxl wrote it."""
    return _zipped([(name, _TIME.sub(b"2026-01-01T00:00:00Z", data)) for name, data in _members(content)])


def _members(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _zipped(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return written.getvalue()


def _changed_zip(random: Random, content: bytes) -> bytes:
    members = _members(content)
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(members))
        name, data = members[at]
        match random.randrange(12):
            case 0:
                del members[at]
                members = members or [("x", b"")]
            case 1:
                members.append((name, mutated_bytes(random, data)))
            case 2:
                members[at] = (random.choice(("x", "../x", "/etc/x", "xl/workbook.xml", name.upper())), data)
            case 3:
                members[at] = (name, mutated_bytes(random, data))
            case 4:
                members[at] = (name, b" " * random.choice((0, 1, 30_000_000)))
            case 5:
                times = random.choice((100, 20_000, 100_000))
                members[at] = (
                    name,
                    data.replace(b"</sheetData>", b"<row><c><v>1</v></c></row>" * times + b"</sheetData>"),
                )
            case 6:
                depth = random.choice((100, 5_000))
                members[at] = (
                    name,
                    re.sub(rb"(<\w+ [^>]*>)", rb"\1" + b"<x>" * depth + b"</x>" * depth, data, count=1),
                )
            case _:
                text = data.decode("utf-8", "replace")
                members[at] = (
                    name,
                    mutated_text(random, text, lambda r: r.choice(XML_PIECES)).encode("utf-8", "surrogatepass"),
                )
    return _zipped(members, random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))


def _csv(random: Random, columns: tuple[str, ...]) -> bytes:
    between = random.choice((",", ",", ";", "\t", "|", ",,"))
    rows = [random.sample(columns, 4)] + [
        [str(_cell(random)) for _ in range(random.choice((4, 4, 4, 1, 9)))] for _ in range(random.choice((0, 1, 2)))
    ]
    quoted = random.choice(
        (lambda text: text, lambda text: '"' + text.replace('"', '""') + '"', lambda text: f'"{text}')
    )
    text = random.choice(("\n", "\r\n", "\r")).join(between.join(map(quoted, row)) for row in rows)
    text += "".join(some(random, ('"', "\0", "\n\n\n", '"\n', "x" * 200_000, "\n" * 20_000), 1))
    encoding = random.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1256", "utf-32", "latin-1"))
    return text.encode(encoding, "backslashreplace" if encoding != "utf-8" else "surrogatepass")
