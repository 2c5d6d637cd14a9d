"""News cards."""
