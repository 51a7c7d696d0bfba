"""The index of a library in SQLite: what the list and the searches need of every brief.

The files stay the truth: deleting an index loses nothing. Outside of it only `marks` uses SQL.
"""
