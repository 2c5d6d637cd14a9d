"""Naqsh."""
