"""Templates: the library, and how a brief fills one of its artboards."""
