"""Persian ornament from formulas: pure functions that return path data."""

from engine.ornament.functions import ELABORATE, FUNCTIONS

__all__ = ["ELABORATE", "FUNCTIONS"]
