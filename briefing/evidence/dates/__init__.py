"""Dates in a text: how they are written, and whether they agree with the date of a claim."""
