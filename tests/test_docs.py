"""What the pages say: their links lead somewhere, their commands are commands, and an office has them in Persian."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from engine.cli import naqsh

ROOT = Path(__file__).parents[1]
PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
FOR_WHO_BUILDS = {
    "CHANGELOG.md", "CONTRIBUTING.md", "docs/api.md", "docs/architecture.md", "docs/charts.md", "docs/dependencies.md",
    "docs/fuzzing.md", "docs/ornament.md", "docs/typography.md",
}  # fmt: skip

pytestmark = pytest.mark.quick


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    inside = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)]
    assert not [link for link in inside if not (page.parent / link).exists()]


def test_what_an_office_reads_has_a_persian_twin() -> None:
    pages = {name(page) for page in PAGES if "decisions" not in page.parts and page.suffixes != [".fa", ".md"]}
    assert {page for page in pages if not (ROOT / page).with_suffix(".fa.md").exists()} <= FOR_WHO_BUILDS


def commands(page: Path) -> Iterator[str]:
    """The command lines of a page: of its blocks of code, without what is said behind two spaces, and of its words."""
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            yield re.split(r"\s{2,}|\s+#", line)[0]
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


LINES = sorted(
    {
        re.sub(r"^uv run ", "", line)
        for page in PAGES
        if "decisions" not in page.parts
        for line in commands(page)
        if re.match(r"(uv run )?naqsh [^…|]", line)
    }
)


def test_there_are_commands() -> None:
    assert len(LINES) > 60


@pytest.mark.parametrize("line", LINES)
def test_a_command_and_its_options_exist(line: str) -> None:
    known: click.Command = naqsh
    words = shlex.split(re.sub(r"[\[\]|]", " ", line))[1:]
    while isinstance(known, click.Group) and (words := _without_language(words)):
        if words[0] == "…" or words[0].startswith("-"):  # any command; what the program itself says
            return
        found = known.get_command(click.Context(known), words.pop(0))
        assert found is not None
        known = found
    options = {
        name for option in known.get_params(click.Context(known)) for name in (*option.opts, *option.secondary_opts)
    }
    asked = {word.partition("=")[0] for word in words if re.match(r"--?[a-zA-Z]", word)}
    assert not asked - options - {"--help"}


def _without_language(words: list[str]) -> list[str]:
    return words[2:] if words[:1] == ["--lang"] else words
