"""Measurements, side by side in one run; results are kept in README.md of this folder."""
