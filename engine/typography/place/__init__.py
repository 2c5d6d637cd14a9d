"""Clusters → places: baselines, lines, vertical text, text along paths, decoration."""
