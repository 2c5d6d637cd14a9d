"""Notices as an office makes them: by command, jobs file, spreadsheet and script."""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from engine.api import Workspace
from engine.cli import main
from engine.errors import BadInput, Place
from engine.kinds.codes import code_of
from engine.kinds.jobs import jobs_plan
from engine.kinds.notice.brief import NoticeBrief
from engine.kinds.notice.plan import Notices
from engine.kinds.notice.request import NoticeRequest
from engine.kinds.request import Door
from engine.review.samples import samples

ROOT = Path(__file__).parents[3]
TEMPLATES = {"notice-solemn": "mourning", "notice-festive": "celebration", "notice-civic": "civic"}
ARTBOARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">
<rect width="400" height="400" class="fill-ground" fill="#224"/>
<!--{% for words in [heading, to, title, body, map_caption, link] %}-->
<text x="380" y="40" data-set-y="{{ 40 * loop.index }}" font-size="14" class="fill-ink"
  data-text="{{ words }}">نمونه</text>
<!--{% endfor %}-->
<!--{% for fact in facts %}-->
<text x="200" y="290" data-set-y="{{ 280 + 20 * loop.index }}" font-size="12" class="fill-ink"
  data-text="{{ fact.label ~ ': ' ~ fact.text }}">نمونه</text>
<!--{% endfor %}-->
<path data-if="code" d="M0 0h1v1h-1z" data-set-d="{{ code }}" class="fill-ink"/>
</svg>
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("notices") / "town"
    shutil.copytree(ROOT / "fonts", root / "fonts")
    for name in ("occasions_calendar.yaml", "formats.yaml", "brand.yaml", "notices.yaml"):
        shutil.copy(ROOT / name, root)
    (root / "templates_svg").mkdir()
    shutil.copy(ROOT / "templates_svg" / "palettes.yaml", root / "templates_svg")
    for name, tone in TEMPLATES.items():
        folder = root / "templates_svg" / name
        folder.mkdir()
        (folder / "template.yaml").write_text(f"title: اطلاعیه\nkinds: [notice]\ntones: [{tone}]\n", encoding="utf-8")
        (folder / "square.svg").write_text(ARTBOARD, encoding="utf-8")
    Image.new("RGB", (1200, 900), "teal").save(root / "map.png")
    return root


@pytest.fixture
def office(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("output", "jobs.yaml", "rows.csv"):
        shutil.rmtree(built / name, ignore_errors=True) if (built / name).is_dir() else (built / name).unlink(True)
    monkeypatch.chdir(built)
    return built


def naqsh(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def brief(office: Path, cause: str, **said: object) -> NoticeBrief:
    shop = Workspace(office)
    notices = Notices(shop, shop.formats.select(["square"]), Door())
    return notices.brief(NoticeRequest.of(Place, cause=cause, date="1405/09/15", **said), Place)


@pytest.mark.parametrize("cause", ["condolence", "congratulation", "invitation", "tender", "auction", "outage"])
def test_the_words_of_a_cause_stand_where_none_are_said(office: Path, cause: str) -> None:
    alone, about = (brief(office, cause, to="جناب آقای رضا محمدی", about=words) for words in ("", "این کار بزرگ"))
    for made in (alone, about):
        assert len(made.body) > 80 and not re.search(r"[{}]", made.body)
    assert "این کار بزرگ" in about.body and "این کار بزرگ" not in alone.body
    assert (about.honorific, about.name) == ("جناب آقای", "رضا محمدی")
    assert about.signatures[0].name == "شهردار خمین"
    assert about.palette in Workspace(office).templates.palettes.palettes[about.tone]


def test_dates_are_in_words_and_facts_in_order(office: Path) -> None:
    made = brief(
        office, "outage", day="1405-09-20", time="9 تا 13", place="بلوار امام", details=("مهلت: 1405/09/30", "کد: ب 12")
    )
    assert made.date == "پانزدهم آذرماه یک‌هزار و چهارصد و پنج"
    assert [(fact.name, fact.label, fact.text) for fact in made.facts] == [
        ("date", "تاریخ", "جمعه ۲۰ آذر ۱۴۰۵"),
        ("time", "ساعت", "۹ تا ۱۳"),
        ("place", "محدوده", "بلوار امام"),
        ("other", "مهلت", "دوشنبه ۳۰ آذر ۱۴۰۵"),
        ("other", "کد", "ب ۱۲"),
    ]


def test_a_link_becomes_a_code_and_an_address_to_read(office: Path) -> None:
    made = brief(office, "announcement", title="فراخوان", link="https://khomein.ir/a/")
    assert (made.link, made.link_label) == ("khomein.ir/a", "برای آگاهی بیشتر")
    assert (made.code, made.code_side) == code_of("https://khomein.ir/a/")
    assert (brief(office, "announcement", title="فراخوان").code_side, made.map) == (0, None)


def test_who_signs_may_be_said(office: Path) -> None:
    (first, second) = brief(office, "invitation", title="جشن", signatures=("رضا محمدی، شهردار", "شورای شهر")).signatures
    assert [(each.name, each.title) for each in (first, second)] == [("رضا محمدی", "شهردار"), ("شورای شهر", "")]


def test_the_command_makes_a_notice(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ("--to", "خانوادهٔ محترم احمدی", "--about", "پدر گرامی‌تان", "--map", "map.png", "--date", "1405/09/15")
    assert naqsh("notice", "condolence", *said, "--formats", "square,a5") == 0
    made = sorted((office / "output" / "notices").glob("[as]*/1405-09-15_*"))
    assert [path.suffix for path in made] == [".pdf", ".png"]
    assert Image.open(made[1]).size == (1080, 1080)


ROWS = """\
نوع,گیرنده,عنوان,ساعت,جزئیات,نقشه
تسلیت,جناب آقای علی راد,,,,
condolence,,,,,
outage,,قطع آب,8 تا 10,"پیمانکار: راه‌سازان
مهلت: 1405/09/30",map.png
جشن,,همایش,,,
,,همایش,,,/etc/passwd
"""


def test_each_row_of_a_spreadsheet_is_a_notice_and_what_is_wrong_is_told_with_its_cell(office: Path) -> None:
    (office / "rows.csv").write_text(ROWS, encoding="utf-8")
    made = Workspace(office).job(notices="rows.csv", cause="announcement", date="1405/09/15", formats=["square"])
    assert [path.name for path in made.files] == ["1405-09-15_جناب-آقای-علی-راد.png", "1405-09-15_قطع-آب.png"]
    told = [str(mistake).removeprefix("rows.csv: ") for mistake in made.mistakes]
    assert told[0] == "row 3, column “عنوان”: neither a name nor a title is said; say one of them."
    assert told[1].startswith("row 5, column “نوع”: there is no cause “جشن”; use one of condolence (تسلیت), ")
    assert told[2].startswith("row 6, column “نقشه”:") and "outside" in told[2]


WRONG = {
    "cause": "سفر",
    "to": "ع" * 120,
    "title": "ع" * 200,
    "text": "{nam} گرامی",
    "day": "۳۱ آذر",
    "time": "ع" * 70,
    "place": "ع" * 201,
    "link": "khomein ir",
    "number": "۱" * 31,
    "template": "arch",
    "map": "none.png",
    "details": "بی نام",
}


@pytest.mark.parametrize("field", WRONG)
def test_the_same_wrong_value_gets_the_same_sentence_by_every_door(
    office: Path, field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place differs: an option, a line, a cell, a field."""
    said = {"cause": "outage", "title": "قطع آب", field: WRONG[field]}
    options = [part for name, value in said.items() if name != "cause" for part in (f"--{name}", value)]
    assert naqsh("notice", said["cause"], *options, "--dry-run") == 2
    by_command = capsys.readouterr().err.strip()
    listed = {name: f"[{value!r}]" if name == "details" else repr(value) for name, value in said.items()}
    lines = [f"{name}: {value}" for name, value in listed.items() if name != "cause"]
    job = "\n    ".join((f"notice: {listed['cause']}", *lines))
    (office / "jobs.yaml").write_text(f"jobs:\n  - {job}\n", encoding="utf-8")
    by_file = [str(each) for each in jobs_plan(Workspace(office), office / "jobs.yaml").mistakes]
    (office / "rows.csv").write_text(",".join(said) + "\n" + ",".join(said.values()) + "\n", encoding="utf-8")
    shop = Workspace(office)
    by_sheet = shop.job(notices="rows.csv", template=said.get("template"), formats=["square"]).mistakes
    try:
        values = {name: [value] if name == "details" else value for name, value in said.items() if name != "cause"}
        by_script = [str(each) for each in shop.job(notice=said["cause"], **values, formats=["square"]).mistakes]
    except BadInput as error:
        by_script = [str(each) for each in error.mistakes]
    sentences = {
        re.sub(r"^.*?jobs\.yaml:\d+: |^rows\.csv: row 2(, column “.*?”)?: |^(--)?[a-z]+: ", "", each)
        for each in (by_command, *by_file, *map(str, by_sheet), *by_script)
    }
    assert len({re.sub(r"/\S*/", "", each) for each in sentences}) == 1, sentences


def test_what_one_alone_can_be_asked_is_refused_of_a_spreadsheet(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert naqsh("notice", "outage", "--from", "rows.csv", "--to", "علی") == 2
    assert "--to: “علی” can't be said of everybody" in capsys.readouterr().err
    assert naqsh("notice", "--to", "علی") == 2
    assert "what to make is not said" in capsys.readouterr().err


def test_an_office_has_its_own_words_and_is_told_where_they_are_wrong(office: Path) -> None:
    own = (
        "causes:\n  feast:\n    called: جشن\n    template: notice-festive\n    heading: شادباش\n    body: درود {name}\n"
    )
    before = (office / "notices.yaml").read_text(encoding="utf-8")
    try:
        (office / "notices.yaml").write_text(own, encoding="utf-8")
        assert brief(office, "جشن", to="علی راد").body == "درود علی راد"
        (office / "notices.yaml").write_text(own.replace("{name}", "{nam}"), encoding="utf-8")
        with pytest.raises(BadInput, match=r"notices\.yaml:6: the text has no word for {nam}"):
            brief(office, "جشن", to="علی راد")
    finally:
        (office / "notices.yaml").write_text(before, encoding="utf-8")


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_tried_with_a_sample_the_shortest_and_the_longest(office: Path, template: str) -> None:
    shop = Workspace(office)
    found = {each.words: each.brief for each in samples(shop, shop.templates.by_id[template])}
    assert list(found) == ["sample", "shortest", "longest"]
    longest, shortest, sample = found["longest"], found["shortest"], found["sample"]
    assert isinstance(longest, NoticeBrief) and isinstance(shortest, NoticeBrief) and isinstance(sample, NoticeBrief)
    assert longest.code and len(longest.signatures) == 2 and len(longest.facts) == 4
    assert bool(sample.map) == bool(sample.facts)
    assert not (shortest.map or shortest.code or shortest.facts)
