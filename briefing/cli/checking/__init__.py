"""Checking many briefs: one after the other, or in several processes."""
