"""Every message has its Persian, and both speak of the same values."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import Mistake, translations

ENGINE = Path(__file__).parents[1] / "engine"


def message_ids() -> Iterator[str]:
    """The literal `what` and `todo` of every Mistake and BadInput in the engine."""
    for path in sorted(ENGINE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _names_a_mistake(node.func):
                said = [*node.args[:2], *(each.value for each in node.keywords if each.arg in ("what", "todo"))]
                yield from (_literal(each) for each in said if _literal(each))


def _names_a_mistake(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute) and function.attr == "of":
        return isinstance(function.value, ast.Name) and function.value.id.startswith("BadInput")
    return isinstance(function, ast.Name) and function.id in ("Mistake", "Malformed")


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def literals() -> set[str]:
    """Every string in the engine's sources: some messages reach their Mistake through a helper."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in ENGINE.rglob("*.py"))
    constants = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str)}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


IDS = sorted(set(message_ids()) - {"{rule}"})


def test_there_are_messages():
    assert len(IDS) > 50


@pytest.mark.parametrize("id", IDS)
def test_every_message_has_its_persian(id: str):
    assert fields(translations()[id]) == fields(id)


def test_no_translation_is_left_over():
    assert set(translations()) <= literals()


def test_a_mistake_speaks_both_languages():
    mistake = Mistake("unknown format “{id}”", "use one of {known}", values={"id": "x", "known": "a, b"})
    assert str(mistake) == "unknown format “x”; use one of a, b."
    assert "x" in mistake.text("fa")
    assert mistake.text("fa") != str(mistake)
