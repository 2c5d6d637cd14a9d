"""Videos: the timeline of a teaser, its motion, the encoder."""
