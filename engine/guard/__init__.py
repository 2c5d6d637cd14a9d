"""Limits of time and memory for each piece of work, watched from outside the process that does it.

`guarded` has a function done in a process of its own; `engine.guard.program` watches a whole command; whoever works
says by `begun` what it works on. None of them needs to know which of the others is there.
"""

from engine.guard.limits import Limit, Limits, OverLimit
from engine.guard.telling import begun

__all__ = ["Limit", "Limits", "OverLimit", "begun"]
