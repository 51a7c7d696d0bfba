"""Owns a library: a folder of briefs. Finds and reads them and their saved texts, and keeps its index in step.

`briefing.library.briefs` reads briefs without an index; what needs one is in `briefing.library.open`.
"""
