"""A library is a folder of briefs: finding and reading them and their saved texts, its index, and the reader's marks.

`briefing.library.briefs` reads briefs without an index; `briefing.library.open` opens a library with one.
"""
