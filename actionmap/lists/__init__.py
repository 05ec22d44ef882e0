"""From bytes to checked rows."""
