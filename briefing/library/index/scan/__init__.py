"""Scanning: finding files that are new, changed or gone."""
