"""The wording of occasions_calendar.yaml: what a strict Persian editor would send back."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(__file__).parent.parent / "occasions_calendar.yaml"
OCCASIONS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["occasions"]

# The list the year rests on: id, rule, length, holiday, tone and title of each occasion.
LIST = Path(__file__).with_name("occasions_67.tsv").read_text(encoding="utf-8")
LISTED: list[dict[str, str]] = list(csv.DictReader(LIST.splitlines(), delimiter="\t"))

NO_BREAK_SPACE, HALF_SPACE, HAMZA_ABOVE = "\u00a0", "\u200c", "\u0654"
LETTER = "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]"
HONORIFIC = r"\((?:ص|ع|س|عج|ره)\)"
PERSIAN_FIELDS = ("title", "lettering", "message", "caption", "alt")
SOLEMN_TONES = {"mourning", "muharram"}
OFFICE_HASHTAG = "#شهرداری_خمین"
MOST_MESSAGES_WITH_ONE_FIRST_WORD = 3
MOST_MESSAGES_WITH_ONE_LAST_WORD = 18

BLEMISHES = {
    "an Arabic yeh or kaf": "[يىك]",
    "teh marbuta": "ة",
    "an ASCII or Arabic digit": "[0-9٠-٩]",
    "a Latin letter": "[A-Za-z]",
    "two spaces": f"[ {NO_BREAK_SPACE}]{{2}}",
    "a space at a line's edge": f"(?m)^[ {NO_BREAK_SPACE}]|[ {NO_BREAK_SPACE}]$",
    "a space before a mark": r"[ \u00a0\u200c][،؛؟.!:»)]",
    "no space after a mark": f"[،؛؟!]{LETTER}",
    "a space inside quotes or brackets": r"[«(] ",
    "a Latin comma, semicolon, question mark or quote": "[,;?\"']",
    "a half-space that joins nothing": f"(?<!{LETTER})(?<!{HAMZA_ABOVE}){HALF_SPACE}|{HALF_SPACE}(?!{LETTER})",
    "a space for a half-space after می or نمی": r"(?<!\w)ن?می ",
    "a space for a half-space before a suffix": r" (?:ها|های|هایی|هایمان|هایتان|هایشان|تر|ترین|ای|اند|ام|ایم)(?!\w)",
    "a stretched letter": "ـ",
    "«ه‌ی» for «هٔ»": f"ه{HALF_SPACE}ی(?!{LETTER})",
    "the letter heh with yeh above": "ۀ",
    "an honorific without its no-break space": f"(?<!{NO_BREAK_SPACE}){HONORIFIC}",
    "an unknown bracket": rf"(?!{HONORIFIC})\([^)]*\)",
}


def lettering_lines(occasion: dict[str, Any]) -> list[str]:
    return str(occasion["lettering"]).strip("\n").split("\n")


def hashtag_line(occasion: dict[str, Any]) -> str:
    return str(occasion["caption"]).strip("\n").split("\n")[-1]


def rule_of(listed: dict[str, str]) -> dict[str, str | int]:
    month: dict[str, str | int] = {"calendar": listed["calendar"], "month": int(listed["month"])}
    match listed["day"].split():
        case ["last"]:
            return month | {"day": "last"}
        case [nth, weekday]:
            return month | {"weekday": weekday, "nth": nth}
        case _:
            return month | {"day": int(listed["day"])}


def repeated(items: list[str], most: int) -> dict[str, int]:
    return {item: count for item, count in Counter(items).items() if count > most}


IDS = [entry["id"] for entry in OCCASIONS]
each_occasion = pytest.mark.parametrize("occasion", OCCASIONS, ids=IDS)


def test_there_are_the_67_occasions_of_the_list() -> None:
    assert [entry["id"] for entry in OCCASIONS] == [entry["id"] for entry in LISTED]
    assert len({entry["id"] for entry in OCCASIONS}) == 67


@pytest.mark.parametrize(("occasion", "listed"), list(zip(OCCASIONS, LISTED, strict=False)), ids=IDS)
def test_day_tone_and_title_are_those_of_the_list(occasion: dict[str, Any], listed: dict[str, str]) -> None:
    assert occasion["rule"] == rule_of(listed)
    assert occasion.get("days", 1) == int(listed["days"])
    assert occasion["holiday"] == (listed["official_holiday"] == "yes")
    assert occasion["tone"] == listed["tone"]
    assert occasion["title"].replace(NO_BREAK_SPACE, " ") == listed["title"]


@each_occasion
def test_only_known_fields_stand_in_their_order(occasion: dict[str, Any]) -> None:
    fields = ["id", "rule", "days", "holiday", "tone", "title", "lettering", "motif", "message", "caption", "alt"]
    assert [field for field in occasion if field != "art"] == [field for field in fields if field in occasion]
    assert set(fields) - {"days"} <= set(occasion)


@each_occasion
@pytest.mark.parametrize("field", PERSIAN_FIELDS)
def test_orthography(occasion: dict[str, Any], field: str) -> None:
    text = occasion[field].removesuffix("\n")
    if field == "caption":
        text = text.removesuffix(hashtag_line(occasion))
    found = {name: match.group() for name, sign in BLEMISHES.items() if (match := re.search(sign, text.strip("\n")))}
    assert not found
    assert text.count("«") == text.count("»")


@each_occasion
def test_lettering_breaks_as_a_calligrapher_would(occasion: dict[str, Any]) -> None:
    lines = lettering_lines(occasion)
    assert 1 <= len(lines) <= 3
    for line in lines:
        words = re.sub(HONORIFIC, "", line).split()
        assert 1 <= len(words) <= 3, line
        assert len(line) <= 24, line
        assert words[-1] != "و", "«و» goes with the word after it"
        assert not re.match(HONORIFIC, line), "an honorific never begins a line"
        assert words[-1] not in {"حضرت", "امام", "شیخ"}, "a title stays with its name"


@each_occasion
def test_lettering_says_nothing_the_title_does_not(occasion: dict[str, Any]) -> None:
    """«میلاد» for «ولادت», and a few everyday names, are all that differ."""
    everyday = {
        "khordad-15-uprising": {"پانزده"},
        "mid-shaban": {"نیمهٔ", "شعبان"},
        "mabath": {"عید", "سعید"},
    }
    drawn = set(re.sub(HONORIFIC, "", occasion["lettering"]).split()) - {"و", "میلاد"}
    title = set(re.split(r"[\s،]+", occasion["title"]))
    assert drawn - title <= everyday.get(occasion["id"], set())


@each_occasion
def test_message_is_one_or_two_short_sentences(occasion: dict[str, Any]) -> None:
    message = occasion["message"]
    assert 50 <= len(message) <= 130
    assert len(re.findall("[.!؟]", message)) <= 2
    assert message[-1] in ".!"
    assert "«" not in message, "no quotations"


def test_messages_differ() -> None:
    words = [re.findall(r"[\w\u200c]+", entry["message"]) for entry in OCCASIONS]
    assert not repeated([" ".join(message[:2]) for message in words], 1)
    assert not repeated([message[0] for message in words], MOST_MESSAGES_WITH_ONE_FIRST_WORD)
    assert not repeated([message[-1] for message in words], MOST_MESSAGES_WITH_ONE_LAST_WORD)
    assert not repeated([entry["title"] for entry in OCCASIONS], 1)
    assert not repeated([entry["lettering"] for entry in OCCASIONS], 1)


@each_occasion
def test_caption_is_short_and_ends_with_hashtags(occasion: dict[str, Any]) -> None:
    *lines, _ = occasion["caption"].strip("\n").split("\n")
    assert 2 <= len(lines) <= 4
    assert all(0 < len(line) <= 100 for line in lines)
    assert "#" not in "".join(lines)
    hashtags = hashtag_line(occasion).split(" ")
    assert 3 <= len(hashtags) <= 5
    assert hashtags[-1] == OFFICE_HASHTAG
    assert len(set(hashtags)) == len(hashtags)
    for hashtag in hashtags:
        assert re.fullmatch(f"#{LETTER}+(?:_{LETTER}+)*", hashtag), hashtag


@each_occasion
def test_emoji_are_few_and_never_in_mourning(occasion: dict[str, Any]) -> None:
    emoji = re.findall("[\u2600-\u27bf\U0001f000-\U0001faff]", occasion["caption"])
    assert len(emoji) <= (0 if occasion["tone"] in SOLEMN_TONES else 1)
    for field in ("title", "lettering", "message", "alt"):
        assert not re.search("[\u2600-\u27bf\U0001f000-\U0001faff]", occasion[field])


@each_occasion
def test_nobody_is_congratulated_on_a_day_of_mourning(occasion: dict[str, Any]) -> None:
    words = set(re.findall(r"[\w\u200c]+", occasion["message"] + occasion["caption"]))
    if occasion["tone"] in SOLEMN_TONES:
        assert not words & {"مبارک", "خجسته", "فرخنده", "جشن"}
    else:
        assert not words & {"تسلیت", "سوگ", "عزا"}


@each_occasion
def test_wording_holds_for_every_year(occasion: dict[str, Any]) -> None:
    said = " ".join(occasion[field] for field in PERSIAN_FIELDS)
    assert not re.search("[۰-۹]{4}|امسال|پارسال|سال گذشته", said)


@each_occasion
def test_alt_is_one_sentence_that_gives_the_lettering(occasion: dict[str, Any]) -> None:
    alt = occasion["alt"]
    assert alt.count(".") == 1
    assert alt.endswith(".")
    assert len(alt) <= 160
    assert not alt.startswith(("تصویر", "عکس", "پوستر")), "a screen reader says that itself"
    drawn = " ".join(occasion["lettering"].split())
    assert f"«{drawn}»" in " ".join(alt.split())


@each_occasion
def test_motif_names_symbols(occasion: dict[str, Any]) -> None:
    motif = occasion["motif"]
    assert 1 <= len(motif) <= 6
    assert len(set(motif)) == len(motif)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", symbol) for symbol in motif)
