"""What symbols have in common: flowers and leaves, birds, buildings, lights, hands."""
