"""From places to pins."""
