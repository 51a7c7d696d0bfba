"""Owns how a brief is set on lines: values and a width go in, lines of styled runs come out.

Pure: no I/O, no clock, no colour.
"""
