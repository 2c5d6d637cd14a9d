"""Letters of appreciation (لوح سپاس)."""
