"""Searching the index."""
