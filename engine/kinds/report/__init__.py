"""The report of what an office did in a period."""
