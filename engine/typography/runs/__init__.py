"""Words → runs of one direction, script and font → clusters of shaped glyphs."""
