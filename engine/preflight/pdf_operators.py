"""The operators of a PDF's content stream with their operands, whatever stands in it (ISO 32000-2, 7.8.2).

What is no operand and no operator is left out, as viewers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.export.pdf import foreign
from engine.export.pdf.foreign import Malformed

LARGEST = 1e9  # what is beyond, or no number, is 0
DEEPEST = 50  # arrays and dictionaries in one another
TOKENS_OF_INLINE = 60  # what an inline image counts as
INLINE = "BI"  # stands for a whole inline image, from BI to EI; its operands are its dictionary and its bytes


class Name(str):
    """A name without its slash."""

    __slots__ = ()


type Operand = float | Name | bytes | bool | list[Operand] | dict[str, Operand] | None
type Operation = tuple[str, list[Operand]]


class TooMuch(Exception):
    """More is drawn than anyone can wait for."""


@dataclass
class Budget:
    """What may still be read of a file: `tokens` of its content streams, `room` in bytes for its streams, unpacked."""

    tokens: int
    room: int

    def spend(self, tokens: int) -> None:
        """Raises TooMuch where so many are not left."""
        self.tokens -= tokens
        if self.tokens < 0:
            raise TooMuch

    def unpacked(self, stream: Any, most: int) -> bytes:
        """A stream's bytes, `most` at most. Raises Malformed where there are none, TooMuch where too few are left."""
        if self.room < 0:
            raise TooMuch
        try:
            data = foreign.unpacked(stream, most)
        except Malformed:
            self.room -= most
            raise
        self.room -= len(data)
        return data


_REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
_PIECE = re.compile(
    rb"([^()<>\[\]{}/%]{1,8000}" + _REGULAR + rb"*)"  # 1: numbers and operators, the last of them whole
    rb"|/(" + _REGULAR + rb"*)"  # 2: a name
    rb"|(<<|>>|[\[\](<])"  # 3: what begins or ends something
    rb"|%[^\r\n]*|[){}>]"
)
_INLINE_DATA = re.compile(rb"(?<!" + _REGULAR + rb")ID(?!" + _REGULAR + rb")")
_KNOWN = (
    "b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri "
    "s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)
_OPERATORS = {word.encode(): word for word in _KNOWN.split()}
_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789abcdefABCDEF"))
_CONSTANTS: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": None}
_ESCAPED = re.compile(r"#([0-9a-fA-F]{2})")
_IN_STRING = re.compile(rb"[()\\]")
_END_OF_PICTURE = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)")
_PLAIN = re.compile(rb"[\t\n\x0c\r -~]*")  # what follows a picture's end is text
_LOOKED_AT = 16  # bytes after it


def operations(data: bytes, budget: Budget) -> Iterator[Operation]:
    """The operators in their order. Raises TooMuch where the budget's tokens are spent."""
    operands: list[Operand] = []
    around: list[list[Operand]] = []  # what stood before each array and dictionary that has begun
    at = 0
    while match := _PIECE.search(data, at):
        budget.spend(1)
        at, kind = match.end(), match.lastindex
        if kind == 1:
            plain = match[1]
            picture = _INLINE_DATA.search(plain)
            if picture:
                plain, at = plain[: picture.start()], match.start() + picture.end()
            words = plain.replace(b"\0", b" ").split()
            budget.spend(len(words))
            for word in words:
                if operator := _OPERATORS.get(word):
                    yield operator, operands
                    operands = []
                elif (operand := _operand(word)) is not _NONE:
                    operands.append(operand)
                else:
                    operands = []
            if picture:
                budget.spend(TOKENS_OF_INLINE)
                shown, at = _inline(data, at)
                yield INLINE, [_pairs(operands), shown]
                operands = []
        elif kind == 2:
            operands.append(_name(match[2]))
        elif kind == 3:
            mark = match[3]
            if mark == b"(":
                string, at = _string(data, at, budget)
                operands.append(string)
            elif mark == b"<":
                string, at = _hexadecimal(data, at)
                operands.append(string)
            elif mark in (b"[", b"<<") and len(around) < DEEPEST:
                around.append(operands)
                operands = []
            elif mark in (b"]", b">>") and around:
                ended, operands = operands, around.pop()
                operands.append(ended if mark == b"]" else _pairs(ended))


_NONE = object()


def _operand(word: bytes) -> Any:
    """A number or a constant; _NONE for what is neither."""
    try:
        value = float(word)
    except ValueError:
        return _CONSTANTS.get(word, _NONE)
    return value if -LARGEST <= value <= LARGEST else 0.0


def _name(written: bytes) -> Name:
    plain = written.decode("latin-1")
    return Name(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), plain) if "#" in plain else plain)


def _string(data: bytes, start: int, budget: Budget) -> tuple[bytes, int]:
    """A string and where it ends, which is the stream's end where it does not; escapes are one byte each."""
    depth, at, parts = 1, start, []
    while match := _IN_STRING.search(data, at):
        budget.spend(1)
        if match[0] == b"\\":
            parts.append(data[at : match.start()] + b"\\")
            at = match.end() + 1
            continue
        depth += 1 if match[0] == b"(" else -1
        if not depth:
            return b"".join((*parts, data[at : match.start()])), match.end()
        parts.append(data[at : match.end()])
        at = match.end()
    return b"", len(data)


def _hexadecimal(data: bytes, start: int) -> tuple[bytes, int]:
    end = data.find(b">", start)
    if end < 0:
        return b"", len(data)
    digits = data[start:end].translate(None, _NO_DIGITS)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), end + 1


def _pairs(operands: list[Operand]) -> dict[str, Operand]:
    return {key: value for key, value in zip(operands[::2], operands[1::2], strict=False) if isinstance(key, Name)}


def _inline(data: bytes, start: int) -> tuple[bytes, int]:
    """The bytes of an inline image and where it ends."""
    at = start
    while match := _END_OF_PICTURE.search(data, at):
        after = data[match.end() : match.end() + _LOOKED_AT]
        if _PLAIN.fullmatch(after):
            return data[start + 1 : match.start()], match.end()
        at = match.end()
    return data[start + 1 :], len(data)
