"""Wordings: texts with placeholders, {name}, for what changes from piece to piece."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from engine.errors import BadInputValue

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def with_known(text: str, known: Collection[str]) -> str:
    """The wording itself. Raises BadInputValue for a placeholder that is not known, and for a lone brace."""
    if found := re.search("[{}]", _PLACEHOLDER.sub("", text)):
        raise BadInputValue.of(
            "the text has a lone “{brace}”", todo="write placeholders as {known}", brace=found[0], known="{name}"
        )
    for name in _PLACEHOLDER.findall(text):
        if name not in known:
            raise BadInputValue.of(
                "the text has no word for {placeholder}",
                todo="use one of {known}",
                placeholder=f"{{{name}}}",
                known=", ".join(f"{{{each}}}" for each in known),
            )
    return text


def with_values(text: str, values: Mapping[str, str]) -> str:
    """The wording with its placeholders filled; one without a value takes the space before it along."""
    filled = _PLACEHOLDER.sub(lambda found: values[found[1]], with_known(text, values))
    return re.sub(r"[ \t]{2,}", " ", filled).strip()
