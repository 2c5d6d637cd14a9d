from __future__ import annotations

from engine.memory import Memory


def test_what_is_known_is_not_worked_out_again() -> None:
    memory: Memory[str, bytes] = Memory(10, len)
    assert memory.recall("a", lambda: b"first") == b"first"
    assert memory.recall("a", lambda: b"again") == b"first"


def test_what_was_not_asked_for_longest_makes_way() -> None:
    memory: Memory[str, bytes] = Memory(10, len)
    for name in ("a", "b", "a", "c"):
        memory.recall(name, lambda: b"12345")
    assert memory.recall("a", lambda: b"again") == b"12345"
    assert memory.recall("b", lambda: b"again") == b"again"


def test_what_is_larger_than_the_room_is_given_and_not_kept() -> None:
    memory: Memory[str, bytes] = Memory(3, len)
    assert memory.recall("a", lambda: b"12345") == b"12345"
    assert memory.recall("a", lambda: b"again") == b"again"
