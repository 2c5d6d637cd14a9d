"""Placed glyphs → outlines and colours, and where their ink really is."""
