"""Text in boxes and shapes: paragraphs, fitting, poems, lettering."""
