"""Owns the command line: parse, call, print, exit. Nothing is decided here that a screen would decide as well."""

from briefing.cli.program import main

__all__ = ["main"]
