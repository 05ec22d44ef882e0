"""Counting: how often what happened since the server started; never who did it or what they looked at."""

from collections import Counter

COUNTS: Counter[str] = Counter()
"""What happened → how often."""
