"""Dates in a text: how they are written, and whether they say a claimed date."""
