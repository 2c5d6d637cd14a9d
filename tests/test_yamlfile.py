"""YAML → models: every mistake with its line."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from engine.errors import BadInput, translations
from engine.workspace import Brand
from engine.yamlfile import TODO, load


class Person(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    age: int


class People(BaseModel):
    people: list[Person]


def mistakes(tmp_path: Path, text: str, model: type[BaseModel] = People) -> list[str]:
    path = tmp_path / "people.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(path, model)
    return [str(each).removeprefix(str(tmp_path) + "/") for each in caught.value.mistakes]


def test_two_mistakes_are_told_together(tmp_path):
    told = mistakes(tmp_path, "people:\n  - name: a\n    age: old\n  - name: b\n    aeg: 3\n    age: 3\n")
    assert len(told) == 2
    assert told[0].startswith("people.yaml:3: “people → 0 → age” can't be 'old'; ")
    assert told[1] == "people.yaml:5: “people → 1 → aeg” is not known here; remove it or correct its spelling."


def test_what_is_missing_is_told_at_the_entry_that_lacks_it(tmp_path):
    assert mistakes(tmp_path, "people:\n  - age: 3\n") == ["people.yaml:2: “people → 0 → name” is missing; add it."]


def test_broken_yaml_is_told_with_its_line(tmp_path):
    assert mistakes(tmp_path, "people:\n  - name: [a\n    age: 3\n")[0].startswith("people.yaml:3: not valid YAML")


@pytest.mark.parametrize("text", ["", "[]", "- 1", "people: {}", "\x00", "a: &a [*a]"])
def test_anything_else_is_a_mistake_too(tmp_path, text):
    assert mistakes(tmp_path, text)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BadInput, match=r"nothing\.yaml: the file is missing; create it"):
        load(tmp_path / "nothing.yaml", People)


def test_a_hijri_month_of_31_days_is_told_at_its_line(tmp_path):
    told = mistakes(
        tmp_path,
        "city: خ\nmunicipality: ش\noffice: ر\nwebsite: x.ir\nhijri_months:\n  1447-09: 2026-02-10\n",
        Brand,
    )
    assert any("people.yaml:5:" in each and "days" in each for each in told)


def test_what_to_do_about_a_wrong_kind_of_value_is_told_in_persian_too() -> None:
    assert set(TODO.values()) <= translations().keys()
