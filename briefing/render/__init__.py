"""Rendering: a value and a width become lines of styled runs.

Pure: no I/O, no clock, no colour. Each pane is a module of its own, and only the modules that are shown are loaded.
"""
