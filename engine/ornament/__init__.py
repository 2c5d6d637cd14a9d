"""Persian ornament from formulas: pure functions that return path data."""

from engine.ornament.functions import FUNCTIONS

__all__ = ["FUNCTIONS"]
