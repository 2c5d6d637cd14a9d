"""Titles: which line is the name."""

from engine.persian.headings import INTRODUCING, JOINED, NAME, line_sizes


def test_what_introduces_a_name_is_smaller():
    assert line_sizes(["روز", "معلم"]) == (INTRODUCING, NAME)


def test_what_is_joined_to_a_name_is_smaller():
    assert line_sizes(["میلاد", "امام علی (ع)", "و روز پدر"]) == (INTRODUCING, NAME, JOINED)


def test_a_single_line_is_the_name():
    assert line_sizes(["نوروز"]) == (NAME,)
    assert line_sizes(["روز"]) == (NAME,)
