"""The parts of an Office file (.xlsx) from anywhere, each a stream of XML tags, within bounds.

No tree is built, so that depth and number of tags cost nothing; a document type, and with it any entity, is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple, Never
from xml.parsers import expat

from engine.errors import BadInput, Place

LARGEST_FILE = 50_000_000  # bytes, with its pictures
LARGEST_TEXT = 64_000_000  # bytes of XML that are read of it, unpacked
MOST_TAGS = 1_000_000  # begun or ended
_CHUNK = 1 << 16


class Tag(NamedTuple):
    """A tag as it begins, with its attributes, or as it ends, with its text. Names are without namespaces."""

    ends: bool
    name: str
    parent: str
    attributes: Mapping[str, str]
    text: str


class Package:
    """An Office file, and how much of it may still be read. Raises BadInput for what is none, or is too large."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._bytes, self._tags = LARGEST_TEXT, MOST_TAGS
        if path.stat().st_size > LARGEST_FILE:
            self.refuse_size()
        try:
            self._archive = zipfile.ZipFile(file)
        except Exception:  # of zipfile's alone: whatever it stumbles over is the file's fault
            self.refuse()

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """What a part is related to: id, kind, and the part's name."""
        folder, name = posixpath.split(part)
        for tag in self.tags(posixpath.join(folder, "_rels", f"{name}.rels")):
            if tag.name == "Relationship" and not tag.ends and tag.attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, tag.attributes.get("Target", "")))
                kind = tag.attributes.get("Type", "").rpartition("/")[2]
                yield tag.attributes.get("Id", ""), kind, target.lstrip("/")

    def tags(self, part: str) -> Iterator[Tag]:
        """The tags of a part in their order."""
        found: deque[Tag] = deque()
        parser = self._parser(found)
        for chunk in self._chunks(part):
            self._parse(parser, chunk, last=not chunk)
            self._tags -= len(found)
            if self._tags < 0:
                self.refuse_size()
            while found:
                yield found.popleft()

    def _parser(self, found: deque[Tag]) -> expat.XMLParserType:
        parents, text = [""], list[str]()

        def begin(name: str, attributes: dict[str, str]) -> None:
            name = name.rpartition(" ")[2]
            for each in [each for each in attributes if " " in each]:
                attributes[each.rpartition(" ")[2]] = attributes.pop(each)
            found.append(Tag(False, name, parents[-1], attributes, ""))
            parents.append(name)
            text.clear()

        def end(_: str) -> None:
            name = parents.pop()
            found.append(Tag(True, name, parents[-1], {}, "".join(text)))
            text.clear()

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = begin, end
        parser.CharacterDataHandler = text.append
        parser.StartDoctypeDeclHandler = lambda *_: self.refuse()
        return parser

    def _parse(self, parser: expat.XMLParserType, chunk: bytes, *, last: bool) -> None:
        try:
            parser.Parse(chunk, last)
        except (expat.ExpatError, LookupError, ValueError):  # the latter two for an encoding that Python does not know
            self.refuse()

    def _chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part; the last is empty."""
        chunk = b"begin"
        try:
            with self._archive.open(part) as stream:
                while chunk:
                    chunk = stream.read(_CHUNK)
                    self._bytes -= len(chunk)
                    if self._bytes < 0:
                        break
                    yield chunk
        except Exception:  # of zipfile's alone
            self.refuse()
        if chunk:
            self.refuse_size()

    def refuse(self) -> Never:
        """Raises what is said of a file that is broken."""
        raise BadInput.of(
            "the file is not a spreadsheet",
            todo="open it in Excel or LibreOffice and save it as .xlsx",
            place=Place(self._path),
        ) from None

    def refuse_size(self) -> Never:
        """Raises what is said of a file with more in it than any list has."""
        raise BadInput.of("the spreadsheet is too large", todo="keep only what is listed", place=Place(self._path))
