"""Measures speed and memory against floors of the same run: ``make bench``."""
