"""Sync: keeping the index up to date with the files while the library is open."""
