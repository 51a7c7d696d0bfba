"""Lies: each changes one thing in an honest brief, so that a true claim becomes false."""
