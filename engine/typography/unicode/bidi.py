"""The Unicode bidirectional algorithm (UAX #9): embedding levels and visual order.

Characters that rule X9 removes (embeddings, overrides, boundary neutrals) stay in place and get the level of
the character before them, as UAX #9 section 5.2 advises: they draw nothing, and runs are not cut at them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

Level = Literal[0, 1]

MAX_DEPTH = 125  # BD2
MAX_OPEN_BRACKETS = 63  # BD16

# BidiBrackets.txt, Unicode 15.0 (the same in 15.1 and 16.0): opening and closing brackets by turns.
BRACKET_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜\u3008\u3009《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
CLOSING_OF = dict(zip(BRACKET_PAIRS[::2], BRACKET_PAIRS[1::2], strict=True))
OPENING_OF = {closing: opening for opening, closing in CLOSING_OF.items()}

# First code point → class of unassigned characters from there on (DerivedBidiClass.txt, @missing lines).
_UNASSIGNED = (
    (0x0000, "L"), (0x0590, "R"), (0x0600, "AL"), (0x07C0, "R"), (0x0860, "AL"), (0x0900, "L"),
    (0x2060, "BN"), (0x2070, "L"), (0x20A0, "ET"), (0x20D0, "L"),
    (0xFB1D, "R"), (0xFB50, "AL"), (0xFDD0, "BN"), (0xFDF0, "AL"), (0xFE00, "L"), (0xFE70, "AL"),
    (0xFF00, "L"), (0xFFF0, "BN"), (0xFFF9, "L"), (0xFFFE, "BN"), (0x10000, "L"),
    (0x10800, "R"), (0x10D00, "AL"), (0x10D40, "R"), (0x10EC0, "AL"), (0x10F00, "R"), (0x10F30, "AL"),
    (0x10F70, "R"), (0x11000, "L"), (0x1E800, "R"), (0x1EC70, "AL"), (0x1ECC0, "R"), (0x1ED00, "AL"),
    (0x1ED50, "R"), (0x1EE00, "AL"), (0x1EF00, "R"), (0x1F000, "L"), (0xE0000, "BN"), (0xE1000, "L"),
)  # fmt: skip
_UNASSIGNED_STARTS = [start for start, _ in _UNASSIGNED]

_STRONG_LEVEL = {"L": 0, "R": 1, "AL": 1}
_ISOLATE_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
_ISOLATE_CONTROLS = _ISOLATE_INITIATORS | {"PDI"}
_EMBEDDINGS = {"LRE": (0, None), "RLE": (1, None), "LRO": (0, "L"), "RLO": (1, "R")}
_REMOVED = frozenset({*_EMBEDDINGS, "PDF", "BN"})  # X9
_NEUTRALS = frozenset({"B", "S", "WS", "ON"}) | _ISOLATE_CONTROLS
_RIGHT_IN_N0_N1 = frozenset({"R", "AN", "EN"})
_TRAILING = frozenset({"WS"}) | _ISOLATE_CONTROLS | _REMOVED  # L1
_LEFT_TO_RIGHT_ONLY = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS", "ON"})


class Bracket(NamedTuple):
    """A paired bracket: whether it opens, and the pair's opening character, equivalents folded."""

    opens: bool
    pair: str


def levels(text: str, base: Level | None = None) -> list[int]:
    """The embedding level of each character of `text`: even runs left to right, odd right to left.

    `base` is the paragraph level; None finds it for each paragraph by rules P2 and P3. Each paragraph counts
    as one line; `line_levels` gives those of a part of it.
    """
    classes = bidi_classes(text)
    result: list[int] = []
    for start, end in _paragraphs(text, classes):
        part = classes[start:end]
        level = paragraph_level_of(part) if base is None else base
        result += class_levels(part, level, _brackets(text, part, start))
    return result


def line_levels(text: str, levels: Sequence[int], start: int, end: int, base: Level) -> list[int]:
    """The levels of the line `text[start:end]`, with spaces at its end put back to the base level (L1)."""
    result = list(levels[start:end])
    _reset_whitespace(bidi_classes(text[start:end]), result, base)
    return result


def paragraph_level(text: str) -> Level:
    """The direction of the first strong character outside isolates: 1 right to left, else 0 (P2, P3)."""
    return paragraph_level_of(bidi_classes(text))


def visual_order(levels: Sequence[int]) -> list[int]:
    """The logical indices of one line's characters from left to right (L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=0)
    if not lowest_odd:
        return order
    for threshold in range(max(levels), lowest_odd - 1, -1):
        # Whole stretches at this level or above are contiguous in `order` still.
        start = 0
        while start < len(order):
            if levels[order[start]] < threshold:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= threshold:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def bidi_classes(text: str) -> list[str]:
    """The Bidi_Class of each character, unassigned ones by their block's default."""
    return [_bidi_class(character) for character in text]


@lru_cache(maxsize=4096)
def _bidi_class(character: str) -> str:
    assigned = unicodedata.bidirectional(character)
    if assigned:
        return assigned
    if ord(character) & 0xFFFE == 0xFFFE:
        return "BN"  # noncharacters
    return _UNASSIGNED[bisect_right(_UNASSIGNED_STARTS, ord(character)) - 1][1]


def _paragraphs(text: str, classes: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, kind in enumerate(classes):
        if kind == "B" and text[index : index + 2] != "\r\n":
            yield start, index + 1
            start = index + 1
    if start < len(text):
        yield start, len(text)


def _brackets(text: str, classes: Sequence[str], start: int) -> dict[int, Bracket]:
    found: dict[int, Bracket] = {}
    for index, kind in enumerate(classes):
        if kind != "ON":
            continue
        character = text[start + index]
        if character in CLOSING_OF:
            found[index] = Bracket(True, _canonical(character))
        elif character in OPENING_OF:
            found[index] = Bracket(False, _canonical(OPENING_OF[character]))
    return found


def _canonical(character: str) -> str:
    return unicodedata.normalize("NFC", character)  # U+2329 is U+3008


def paragraph_level_of(classes: Sequence[str]) -> Level:
    """P2 and P3 on the classes of one paragraph."""
    return _Isolates.of(classes).strong_level[_PARAGRAPH]


_PARAGRAPH = -1


class _Isolates(NamedTuple):
    """What BD9 and P2 say of one paragraph's isolates, found in one pass."""

    partner: Mapping[int, int]
    """Initiator → its PDI and PDI → its initiator, by index."""
    strong_level: Mapping[int, Level]
    """Initiator (and _PARAGRAPH) → level of the first strong character directly inside it, or 0."""

    @classmethod
    def of(cls, classes: Sequence[str]) -> _Isolates:
        partner: dict[int, int] = {}
        first: dict[int, Level | None] = {_PARAGRAPH: None}
        open_isolates = [_PARAGRAPH]
        for index, kind in enumerate(classes):
            if kind in _STRONG_LEVEL:
                if first[open_isolates[-1]] is None:
                    first[open_isolates[-1]] = 1 if _STRONG_LEVEL[kind] else 0
            elif kind in _ISOLATE_INITIATORS:
                open_isolates.append(index)
                first[index] = None
            elif kind == "PDI" and len(open_isolates) > 1:
                initiator = open_isolates.pop()
                partner[initiator], partner[index] = index, initiator
        return cls(partner, {index: level or 0 for index, level in first.items()})


_NO_ISOLATES = _Isolates({}, {})


def class_levels(classes: Sequence[str], base: Level, brackets: Mapping[int, Bracket]) -> list[int]:
    """Levels of one paragraph given by Bidi_Class, with the brackets at their indices."""
    kinds = set(classes)
    if base == 0 and kinds <= _LEFT_TO_RIGHT_ONLY:
        return [0] * len(classes)
    isolates = _Isolates.of(classes) if kinds & _ISOLATE_INITIATORS else _NO_ISOLATES
    types = list(classes)
    if kinds.isdisjoint(_REMOVED) and not isolates.strong_level:
        result: list[int] = [base] * len(classes)
        _resolve_sequence(list(range(len(classes))), types, result, brackets, base, base)
    else:
        result = _explicit_levels(classes, types, base, isolates)
        for sequence, before, after in _isolating_run_sequences(classes, result, base, isolates):
            _resolve_sequence(sequence, types, result, brackets, before, after)
        _inherit_levels(classes, result, base)
    _reset_whitespace(classes, result, base)
    return result


class _Directions:
    """The directional status stack of X1 to X8."""

    def __init__(self, base: Level) -> None:
        self.stack: list[tuple[int, str | None, bool]] = [(base, None, False)]  # level, override, isolate
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    def open(self, odd: int, override: str | None, isolate: bool) -> None:
        """X2 to X5c."""
        inner = self.stack[-1][0] + 1
        inner += inner % 2 != odd
        if inner <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += isolate
            self.stack.append((inner, override, isolate))
        elif isolate:
            self.overflow_isolates += 1
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def close_isolate(self) -> None:
        """X6a."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            self.valid_isolates -= 1
            while not self.stack.pop()[2]:
                pass

    def close_embedding(self) -> None:
        """X7."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()


def _explicit_levels(classes: Sequence[str], types: list[str], base: Level, isolates: _Isolates) -> list[int]:
    """X1 to X8; overrides change `types`."""
    result: list[int] = []
    directions = _Directions(base)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            directions.close_isolate()
        level, override, _ = directions.stack[-1]
        result.append(level)
        if override and kind not in _REMOVED and kind != "B":
            types[index] = override
        if kind in _EMBEDDINGS:
            odd, inner_override = _EMBEDDINGS[kind]
            directions.open(odd, inner_override, False)
        elif kind in _ISOLATE_INITIATORS:
            directions.open(isolates.strong_level[index] if kind == "FSI" else kind == "RLI", None, True)
        elif kind == "PDF":
            directions.close_embedding()
        elif kind == "B":
            result[-1] = base
    return result


def _isolating_run_sequences(
    classes: Sequence[str], levels: Sequence[int], base: Level, isolates: _Isolates
) -> Iterator[tuple[list[int], int, int]]:
    """BD13 and X10: the indices of each sequence, and the levels that give its sos and eos."""
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    runs: list[list[int]] = []
    level_before: list[int] = []
    level_after: list[int] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            if runs:
                level_after.append(levels[index])
            level_before.append(levels[runs[-1][-1]] if runs else base)
            runs.append([index])
    level_after.append(base)
    run_starting_with = {run[0]: number for number, run in enumerate(runs)}
    for number, run in enumerate(runs):
        if classes[run[0]] == "PDI" and run[0] in isolates.partner:
            continue  # it continues the run of its initiator
        sequence, last = list(run), number
        while classes[sequence[-1]] in _ISOLATE_INITIATORS and sequence[-1] in isolates.partner:
            last = run_starting_with[isolates.partner[sequence[-1]]]
            sequence += runs[last]
        level = levels[run[0]]
        after = base if classes[sequence[-1]] in _ISOLATE_INITIATORS else level_after[last]
        yield sequence, max(level, level_before[number]), max(level, after)


def _resolve_sequence(
    sequence: list[int],
    all_types: Sequence[str],
    levels: list[int],
    brackets: Mapping[int, Bracket],
    before: int,
    after: int,
) -> None:
    """W, N and I rules on one isolating run sequence; writes its final `levels`."""
    original = [all_types[index] for index in sequence]
    level = levels[sequence[0]]
    embedding = "R" if level % 2 else "L"
    sos, eos = ("R" if edge % 2 else "L" for edge in (before, after))
    types = _weak_types(original, sos)
    if brackets:
        _pair_brackets(types, original, sequence, brackets, embedding, sos)
    _resolve_neutrals(types, embedding, sos, eos)
    above = _IMPLICIT_EVEN if level % 2 == 0 else _IMPLICIT_ODD
    for index, kind in zip(sequence, types, strict=True):
        levels[index] = level + above[kind]


_IMPLICIT_EVEN = {"L": 0, "R": 1, "AN": 2, "EN": 2}  # I1
_IMPLICIT_ODD = {"R": 0, "L": 1, "AN": 1, "EN": 1}  # I2


def _weak_types(original: Sequence[str], sos: str) -> list[str]:
    """W1 to W7."""
    types = list(original)
    present = set(types)
    if "NSM" in present:  # W1
        previous = sos
        for i, kind in enumerate(types):
            if kind == "NSM":
                types[i] = previous = "ON" if previous in _ISOLATE_CONTROLS else previous
            else:
                previous = kind
    if "EN" in present and "AL" in present:  # W2
        strong = sos
        for i, kind in enumerate(types):
            if kind in _STRONG_LEVEL:
                strong = kind
            elif kind == "EN" and strong == "AL":
                types[i] = "AN"
    if "AL" in present:  # W3
        types = ["R" if kind == "AL" else kind for kind in types]
    if not present.isdisjoint(("ES", "CS")):  # W4
        for i in range(1, len(types) - 1):
            kind, left = types[i], types[i - 1]
            if left == types[i + 1] and ((kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")):
                types[i] = left
    if "ET" in present:
        _attach_terminators(types)
    if not present.isdisjoint(("ES", "CS", "ET")):  # W6
        types = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in types]
    if "EN" in present:  # W7
        strong = sos
        for i, kind in enumerate(types):
            if kind in ("L", "R"):
                strong = kind
            elif kind == "EN" and strong == "L":
                types[i] = "L"
    return types


def _attach_terminators(types: list[str]) -> None:
    """W5: terminators next to European numbers become numbers."""
    for order in (range(len(types)), range(len(types) - 1, -1, -1)):
        neighbour = ""
        for i in order:
            if types[i] == "ET" and neighbour == "EN":
                types[i] = "EN"
            neighbour = types[i]


def _pair_brackets(
    types: list[str],
    original: Sequence[str],
    sequence: Sequence[int],
    brackets: Mapping[int, Bracket],
    embedding: str,
    sos: str,
) -> None:
    """N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    pairs = _bracket_pairs(types, sequence, brackets)
    if not pairs:
        return
    opposite = "L" if embedding == "R" else "R"
    # Counts of strong types before each position: brackets set on the way lie outside every later pair.
    directions = ["R" if kind in _RIGHT_IN_N0_N1 else kind for kind in types]
    inside_embedding = list(accumulate((kind == embedding for kind in directions), initial=0))
    inside_opposite = list(accumulate((kind == opposite for kind in directions), initial=0))
    context, reached = sos, 0
    for opening, closing in pairs:
        while reached < opening:
            kind = "R" if types[reached] in _RIGHT_IN_N0_N1 else types[reached]
            context = kind if kind in ("L", "R") else context
            reached += 1
        if inside_embedding[closing] > inside_embedding[opening]:
            direction = embedding
        elif inside_opposite[closing] > inside_opposite[opening]:
            direction = opposite if context == opposite else embedding
        else:
            continue
        for position in (opening, closing):
            _set_with_marks(types, original, position, direction)


def _set_with_marks(types: list[str], original: Sequence[str], position: int, direction: str) -> None:
    types[position] = direction
    for i in range(position + 1, len(types)):
        if original[i] != "NSM":
            return
        types[i] = direction


def _bracket_pairs(
    types: Sequence[str], sequence: Sequence[int], brackets: Mapping[int, Bracket]
) -> list[tuple[int, int]]:
    """BD16: positions of matching brackets in the sequence, by opening position."""
    pairs: list[tuple[int, int]] = []
    open_brackets: list[tuple[str, int]] = []
    for position, index in enumerate(sequence):
        bracket = brackets.get(index)
        if bracket is None or types[position] != "ON":
            continue
        if bracket.opens:
            if len(open_brackets) == MAX_OPEN_BRACKETS:
                return []
            open_brackets.append((bracket.pair, position))
            continue
        for depth in range(len(open_brackets) - 1, -1, -1):
            if open_brackets[depth][0] == bracket.pair:
                pairs.append((open_brackets[depth][1], position))
                del open_brackets[depth:]
                break
    return sorted(pairs)


def _resolve_neutrals(types: list[str], embedding: str, sos: str, eos: str) -> None:
    """N1 and N2."""
    before, i, count = sos, 0, len(types)
    while i < count:
        kind = types[i]
        if kind not in _NEUTRALS:
            before = "R" if kind in _RIGHT_IN_N0_N1 else kind
            i += 1
            continue
        end = i
        while end < count and types[end] in _NEUTRALS:
            end += 1
        after = eos if end == count else types[end]
        after = "R" if after in _RIGHT_IN_N0_N1 else after
        types[i:end] = [before if before == after else embedding] * (end - i)
        i = end


def _inherit_levels(classes: Sequence[str], levels: list[int], base: Level) -> None:
    """Gives what X9 removes the level of the character before it."""
    previous: int = base
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[index] = previous
        previous = levels[index]


def _reset_whitespace(classes: Sequence[str], levels: list[int], base: Level) -> None:
    """L1: separators, and white space before them and at the line's end, go to the base level."""
    trailing = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in ("B", "S"):
            trailing = True
        elif kind not in _TRAILING:
            trailing = False
        if trailing:
            levels[index] = base
