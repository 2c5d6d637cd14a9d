"""What Jinja2 made of an artboard, kept for the next process."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine import filecache
from engine.svg import parse
from engine.templates import code, fill
from engine.templates.code import Code

ARTBOARD = b"""<svg xmlns="http://www.w3.org/2000/svg">
<text>{{ range(3) }}</text>
<text data-text="{{ range(3) | list }}"/>
</svg>"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(filecache, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache" / "artboards"


def compile_it() -> Code:
    return fill._code(parse(ARTBOARD, "a.svg").getroot(), Path("a.svg"))


def not_again() -> Code:
    pytest.fail("compiled again")


def same(one: Code, other: Code) -> bool:
    return (one.code, one.called, one.source) == (other.code, other.called, other.source)


def test_an_artboard_is_compiled_once(cache: Path) -> None:
    first = code.kept(ARTBOARD, compile_it)
    assert first.called == {"range"}
    again = code.kept(ARTBOARD, not_again)
    assert same(first, again)
    assert [again.source.origin(line) for line in range(1, 40)] == [first.source.origin(line) for line in range(1, 40)]
    assert len(list(cache.iterdir())) == 1


def test_another_artboard_is_compiled(cache: Path) -> None:
    code.kept(ARTBOARD, compile_it)
    with pytest.raises(pytest.fail.Exception):
        code.kept(ARTBOARD + b" ", not_again)


@pytest.mark.parametrize("damage", [lambda _: b"", lambda kept: kept[:-1], lambda kept: kept[:-1] + b"?"])
def test_what_was_damaged_is_made_anew(damage: Callable[[bytes], bytes], cache: Path) -> None:
    first = code.kept(ARTBOARD, compile_it)
    (path,) = cache.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert same(code.kept(ARTBOARD, compile_it), first)
    assert same(code.kept(ARTBOARD, not_again), first)


def test_what_another_jinja_compiled_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    code.kept(ARTBOARD, compile_it)
    monkeypatch.setattr(code, "version_of", lambda _: "99")
    code._makers.cache_clear()
    with pytest.raises(pytest.fail.Exception):
        code.kept(ARTBOARD, not_again)
    code._makers.cache_clear()
