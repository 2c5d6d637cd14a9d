"""Charts as Persian reads them, time and bars from the right: pure functions from numbers to placed marks."""

from engine.charts.functions import FUNCTIONS

__all__ = ["FUNCTIONS"]
