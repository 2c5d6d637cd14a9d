"""What a text is to look like: its computed font, text and line properties."""
