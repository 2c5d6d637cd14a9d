"""Unicode's algorithms: directions, scripts, line breaks, what stands upright."""
