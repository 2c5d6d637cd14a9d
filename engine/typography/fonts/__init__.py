"""Fonts: which there are, CSS's choice of a face, its metrics, outlines and colours."""
