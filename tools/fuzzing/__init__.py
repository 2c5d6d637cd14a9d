"""Inputs that nobody sane would make, and what the engine says to them; docs/fuzzing.md tells how to use it."""
