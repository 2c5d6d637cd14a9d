"""The printed calendar of a year."""
