"""Lies over honest briefs: each changes one thing, and a true claim becomes a false one."""
