"""Options that commands share are the same everywhere."""

from pathlib import Path

import click
import pytest

from engine.cli import naqsh

ROOT = Path(__file__).parents[2]


def option(command: str, name: str) -> click.Option:
    with click.Context(naqsh) as context:
        found = naqsh.get_command(context, command)
    assert found is not None
    return next(each for each in found.params if isinstance(each, click.Option) and each.name == name)


@pytest.mark.parametrize("command", ["year", "calendar", "teaser", "plaque", "news", "report", "make"])
def test_every_command_that_makes_files_takes_its_folder_alike(command: str) -> None:
    assert set(option(command, "output").opts) == {"-o", "--output"}


@pytest.mark.parametrize("command", ["year", "calendar", "report"])
def test_what_has_pages_can_be_had_for_every_printer(command: str) -> None:
    kinds = option(command, "pdf").type
    assert isinstance(kinds, click.Choice)
    assert tuple(kinds.choices) == ("x4", "x1a", "plain")
    assert option(command, "marks").is_flag


@pytest.mark.parametrize(("arguments", "subtype"), [((), "x4"), (("--pdf", "plain"), "plain")])
def test_a_calendar_is_printed_as_asked(
    arguments: tuple[str, ...], subtype: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.kinds.calendar import plan as calendar

    asked: list[str] = []

    def planned(*_: object, printing: object, **__: object) -> None:
        asked.append(getattr(printing, "pdf", ""))
        raise SystemExit(0)

    monkeypatch.setattr(calendar, "calendar_plan", planned)
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit):
        naqsh.main(["calendar", "1406", "-o", str(tmp_path), *arguments], standalone_mode=False)
    assert asked == [subtype]


@pytest.mark.parametrize("amount", ["0", "-1", "nan"])
def test_a_limit_is_more_than_nothing(amount: str) -> None:
    with pytest.raises(click.BadParameter):
        option("render", "limit_memory").type.convert(amount, None, None)
