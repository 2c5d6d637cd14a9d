"""Changes to texts and bytes, and the odd numbers and words that classes share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

NUMBERS = (
    "0", "-0", "1", "-1", "0.5", "1e308", "1e309", "-1e308", "1e-320", "NaN", "nan", "inf", "-inf", "Infinity", "0x10",
    "1_000",
    "99999999999999999999", "2147483648", "-2147483649", "4294967296", "9223372036854775808", "65536", "32768", "1e9",
    "1e38", "1e39",
    "۱۲", "١٢", "½", "²", "1e", "e", ".", "-", "+", "--1", "1..2", "1,5", "%", "", " ", "1/0", "٫۵", "1e1e1", "0.1.2",
    "+-1",
    "9" * 400, "0." + "0" * 400 + "1", "true", "null", "𝟙", "1e999999999999",
)  # fmt: skip
WORDS = (
    "", " ", "سلام", "روز ملی خلیج‌فارس", "خمین ABC (۱۲)", "\u200c", "\u200d", "\u202e", "\u2066abc\u2069", "\ufeff",
    "\u00ad", "\u0301",
    "ا" + "\u064e" * 60, "👩‍👩‍👧‍👦", "漢字", "שלום", "نستعلیق" * 40, "x" * 5_000, "ش " * 2_000, "&amp;", "]]>", "<b>",
    "{{", "{%", "%s", "%n%n", "\\",
    "'", '"', "\x7f", "\x85", "\u2028", "\ud7ff", "\uffff", "\U0010ffff", "../../escape", "CON", "a/b", "~", "-", "--",
    "$(id)", "`id`", "a\tb", "a\nb",
    "none", "default", "ﷺ", "ـ" * 300, "۱۴۰۵/۰۹/۳۰", "1405/13/45", "https://khomein.ir", "#", "😀" * 50, "\u0600\u06dd",
)  # fmt: skip
FILES = (
    "../bait/secret.txt", "../bait/secret.svg", "../bait/secret.png", "../bait/secret.yaml", "/etc/passwd",
    "/etc/hostname", "/dev/zero",
    "/proc/self/environ", "file:///etc/passwd", "http://127.0.0.1:9/x.png", "https://example.invalid/x.svg",
    "//127.0.0.1/x", "pipe", "loop", "away.svg", ".", "..", "",
    "output", "missing.svg", "brand.yaml", "templates_svg", "fonts/fonts.yaml", "x" * 300, "a\x01b", "data:,",
    "data:image/png;base64,iVBORw0KGgo",
    "templates_svg/_symbols/tree.svg", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    "%2e%2e/bait/secret.svg", "../../bait/secret.svg",
    "../../../bait/secret.svg", "../../../bait/secret.png", "~/x", "\\\\host\\x", "C:\\x.png", "input.svg",
)  # fmt: skip

_NUMBER = re.compile(r"(?<![\w#])[-+]?\d*\.?\d+(?:e[-+]?\d+)?")
_VALUE = re.compile(r'="([^"]*)"')


def number(random: Random) -> str:
    """A number, more often than not an odd one."""
    if random.random() < 0.4:
        return f"{random.uniform(-200, 400):.{random.randrange(4)}f}"
    return random.choice(NUMBERS)


def words(random: Random) -> str:
    """Some words, of any length and script."""
    return "".join(random.choice(WORDS) for _ in range(random.choice((1, 1, 1, 2, 3))))


def some[T](random: Random, items: Sequence[T], most: int) -> list[T]:
    """From none to `most` items, drawn with repetition."""
    return [random.choice(items) for _ in range(random.randint(0, most))]


def mutated_bytes(random: Random, content: bytes, most: int = 6) -> bytes:
    """Content with a few bytes flipped, cut, repeated, moved or overwritten."""
    data = bytearray(content or b"\0")
    for _ in range(random.randint(1, most)):
        at = random.randrange(len(data) or 1)
        length = random.choice((1, 1, 2, 4, 16, 200, len(data) // 4 + 1))
        match random.randrange(7):
            case 0:
                data[at : at + 1] = bytes((random.randrange(256),))
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * random.choice((1, 1, 2, 20))
            case 3:
                data[at : at + length] = bytes((random.choice((0, 255, 127, 128)),)) * min(length, len(data) - at)
            case 4:
                other = random.randrange(len(data) or 1)
                data[at : at + length] = data[other : other + length]
            case 5:
                data[at : at + 4] = random.choice(
                    (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\x80\0\0\0")
                )
            case _:
                data[at:at] = random.randbytes(min(length, 64))
        if len(data) > 4_000_000:
            del data[4_000_000:]
    return bytes(data[: random.randrange(len(data) + 1)] if random.random() < 0.05 else data)


def mutated_text(random: Random, text: str, spare: Callable[[Random], str], most: int = 5) -> str:
    """A text with numbers made odd, values exchanged, lines or tags left out, repeated or moved; `spare` gives a new
    piece of the same language."""
    for _ in range(random.randint(1, most)):
        text = random.choice(_TEXT_CHANGES)(random, text, spare)
        if len(text) > 2_000_000:
            text = text[:2_000_000]
    return text


def _odd_number(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    return _replaced(random, text, _NUMBER, lambda _: number(random))


def _exchanged_value(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    values = _VALUE.findall(text)
    return _replaced(random, text, _VALUE, lambda _: f'="{random.choice(values)}"') if values else text


def _odd_value(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    value = random.choice((number, words, lambda r: r.choice(FILES)))(random)
    return _replaced(random, text, _VALUE, lambda _: f'="{value}"')


def _without_piece(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    pieces = _pieces(text)
    at = random.randrange(len(pieces))
    del pieces[at : at + random.choice((1, 1, 1, 2, 5))]
    return "".join(pieces)


def _repeated_piece(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    pieces = _pieces(text)
    at, to = random.randrange(len(pieces)), random.randrange(len(pieces))
    run = pieces[at : at + random.choice((1, 1, 2, 8))]
    pieces[to:to] = run * random.choice((1, 1, 2, 30))
    return "".join(pieces)


def _added_piece(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    pieces = _pieces(text)
    pieces.insert(random.randrange(len(pieces) + 1), spare(random))
    return "".join(pieces)


def _odd_letters(random: Random, text: str, spare: Callable[[Random], str]) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + words(random)[:200] + text[at + random.choice((0, 0, 1, 5)) :]


_TEXT_CHANGES = (
    _odd_number, _odd_number, _odd_number, _exchanged_value, _odd_value, _without_piece, _repeated_piece, _added_piece,
    _added_piece, _odd_letters,
)  # fmt: skip


def _replaced(random: Random, text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = random.choice(found)
    return text[: match.start()] + new(match) + text[match.end() :]


def _pieces(text: str) -> list[str]:
    return re.split(r"(?<=>)|(?<=\n)", text) or [""]
