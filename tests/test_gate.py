"""The gate to files that others name: where they lie, what they are, how large they are."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import gate
from engine.errors import BadInput, Place

POSIX = pytest.mark.system("linux", "darwin")  # Windows has no such names or files


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A workspace with a picture and links, beside a secret."""
    root = tmp_path / "town"
    (root / "art").mkdir(parents=True)
    (root / "logo.png").write_bytes(b"a logo")
    (root / "a b.png").write_bytes(b"with a space")
    (tmp_path / "secret.png").write_bytes(b"a secret")
    return root


@pytest.mark.parametrize(
    "name",
    [
        "logo.png",
        "art/../logo.png",
        "./logo.png",
        "art\\..\\logo.png",
        "../town/logo.png",
        lambda town: str(town / "logo.png"),
    ],
)
def test_a_name_within_is_the_file_itself(town: Path, name: str | Callable[[Path], str]) -> None:
    name = name if isinstance(name, str) else name(town)
    assert gate.named(name, town, gate.workspace_of(town)) == town.resolve() / "logo.png"


OUTSIDE = [
    "../secret.png",
    "..\\secret.png",
    "art/../../secret.png",
    "/etc/passwd",
    "\\etc\\passwd",
    "C:\\Windows\\win.ini",
    "z:secret.png",
    "\\\\server\\share\\logo.png",
    "//server/share/logo.png",
    "../town-of-others/logo.png",
]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_name_that_leads_out_is_told_where_it_stands(town: Path, name: str) -> None:
    with pytest.raises(BadInput) as told:
        gate.named(name, town, gate.workspace_of(town), Place("brand.yaml", 7))
    assert str(told.value) == f"brand.yaml:7: “{name}” is outside of the workspace; copy it into it."
    with pytest.raises(BadInput, match="is outside of the folder of the file that names it; put it beside that file"):
        gate.named(name, town, gate.below(town))


@pytest.mark.parametrize("name", ["a\0b.png", "\ud800.png"])
def test_what_can_be_no_name_is_told(town: Path, name: str) -> None:
    with pytest.raises(BadInput, match="can't be the name of a file"):
        gate.named(name, town, gate.workspace_of(town))
    with pytest.raises(BadInput, match="can't be the name of a file"):
        gate.read(town / name, gate.SVG)


def test_a_name_too_long_is_only_not_there(town: Path) -> None:
    path = gate.named("x" * 5000, town, gate.workspace_of(town))
    assert not gate.is_there(path)
    with pytest.raises(BadInput, match="the file can't be read"):
        gate.content(path, gate.SVG)


@pytest.mark.parametrize(
    "href",
    [
        "../logo.png",
        "../%6Cogo.png",
        "%2e%2e/logo.png",
        " ../logo.png ",
        lambda town: (town / "logo.png").as_uri(),
        lambda town: (town / "logo.png").as_uri().replace("file:///", "FILE://localhost/"),
    ],
)
def test_a_reference_is_a_url(town: Path, href: str | Callable[[Path], str]) -> None:
    href = href if isinstance(href, str) else href(town.resolve())
    assert gate.linked(href, town / "art", gate.workspace_of(town)) == town.resolve() / "logo.png"


def test_a_reference_may_be_percent_encoded(town: Path) -> None:
    assert gate.read(gate.linked("a%20b.png", town, gate.workspace_of(town)), gate.PICTURE) == b"with a space"


@pytest.mark.parametrize(
    "href",
    [
        "",
        "http://example.org/a.png",
        "https:a.png",
        "//example.org/a.png",
        "file://server/share/a.png",
        "file:///etc/passwd",
        "file:///C:/Windows/win.ini",
        "../%2e%2e/secret.png",
        "..%2F..%2fsecret.png",
        "..%5C..%5csecret.png",
        "../../secret.png",
    ],
)
def test_a_reference_out_of_the_workspace_is_told_as_it_is_written(town: Path, href: str) -> None:
    with pytest.raises(BadInput) as told:
        gate.linked(href, town / "art", gate.workspace_of(town))
    assert str(told.value) == f"“{href}” is outside of the workspace; copy it into it."


@POSIX
def test_links_are_followed_before_they_are_judged(town: Path) -> None:
    realm = gate.workspace_of(town)
    (town / "inner.png").symlink_to("logo.png")
    (town / "leak.png").symlink_to("../secret.png")
    (town / "out").symlink_to("..")
    (town / "round").symlink_to("round")
    assert gate.read(town / "inner.png", gate.PICTURE, realm) == b"a logo"
    for name in ("leak.png", "out/secret.png"):
        with pytest.raises(BadInput, match="is outside of the workspace"):
            gate.named(name, town, realm)
        with pytest.raises(BadInput, match="this link leads out of"):
            gate.read(town / name, gate.PICTURE, realm)
    assert gate.read(town / "leak.png", gate.PICTURE) == b"a secret"  # as of the command line
    with pytest.raises(BadInput, match="the file can't be read"):
        gate.content(town / "round", gate.PICTURE, realm)


@POSIX
def test_a_workspace_behind_a_link_is_the_workspace(town: Path) -> None:
    alias = town.parent / "alias"
    alias.symlink_to(town)
    assert gate.read(alias / "logo.png", gate.PICTURE, gate.workspace_of(alias)) == b"a logo"
    assert gate.reach(alias / "art", town) == gate.workspace_of(town)


def test_a_file_reaches_its_workspace_or_its_own_folder(town: Path) -> None:
    assert gate.reach(town / "art", town) == gate.workspace_of(town)
    assert gate.reach(town.parent, town) == gate.below(town.parent)


@POSIX
@pytest.mark.parametrize("realm", [gate.below, lambda folder: None], ids=["named", "of the command line"])
def test_what_is_no_file_is_told_at_once(tmp_path: Path, realm: Callable[[Path], gate.Realm | None]) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "link", "folder"):
        for look in (gate.checked, gate.opened, gate.read, gate.content):
            with pytest.raises(BadInput, match=rf"{name}: this is a folder, a pipe or a device, not a file"):
                look(tmp_path / name, gate.PICTURE, realm(tmp_path))
        assert gate.digest(tmp_path / name, realm(tmp_path)) == ""
    with pytest.raises(BadInput, match="this is a folder, a pipe or a device, not a file"):
        gate.read(Path("/dev/zero"), gate.PICTURE)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "data.yaml"
    path.write_bytes(b"")
    os.truncate(path, gate.YAML)
    assert len(gate.read(path, gate.YAML)) == gate.YAML
    os.truncate(path, gate.YAML + 1)
    monkeypatch.delattr(os, "open")
    with pytest.raises(BadInput) as told:
        gate.read(path, gate.YAML, named=Place("jobs.yaml", 3))
    assert str(told.value) == f"jobs.yaml:3: {path}: the file is larger than 5 MB; make it smaller."


@POSIX
def test_a_pipe_in_the_files_place_keeps_no_one_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, looked = tmp_path / "a.svg", gate.checked

    def swapped(*arguments: object) -> Path:
        found = looked(*arguments)  # type: ignore[arg-type]
        path.unlink()
        os.mkfifo(path)
        return found

    path.write_bytes(b"<svg/>")
    monkeypatch.setattr(gate, "checked", swapped)
    with pytest.raises(BadInput, match="not a file"):
        gate.read(path, gate.SVG)


@pytest.mark.system("linux")  # it makes up files while they are read
def test_a_file_without_a_size_is_read_no_further_than_allowed() -> None:
    assert gate.read(Path("/proc/self/status"), gate.TEXT).startswith(b"Name:")
    with pytest.raises(BadInput, match="the file is larger than"):
        gate.read(Path("/proc/self/status"), 20)


def test_text_has_one_kind_of_line_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffیک\r\nدو\rسه\n".encode())
    assert gate.text(tmp_path / "a.txt", gate.TEXT, encoding="utf-8-sig") == "یک\nدو\nسه\n"


def test_a_missing_file_is_the_callers_to_tell(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gate.read(tmp_path / "none", gate.TEXT, gate.below(tmp_path))
