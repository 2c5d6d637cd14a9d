"""Characters that no text has, whoever wrote it: XML refuses most of them, no font has any."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Controls but for those that end lines and columns, halves of pairs, and what Unicode says is no character."""
