"""What the pins mean: figures, claims beside evidence, coverage, gaps."""
