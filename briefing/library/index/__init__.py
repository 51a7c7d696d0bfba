"""Owns the index of a library: what the list and the search need of every brief, in SQLite. The files stay the truth.

Throwing an index away loses nothing. Nobody else but `marks` knows SQL.
"""
