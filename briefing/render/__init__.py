"""Owns how a brief is set on lines: values and a width go in, lines of styled runs come out.

Pure: no I/O, no clock, no colour. Each pane is a module of its own, and nothing is loaded that is not shown.
"""
