"""Owns the way from a file to a brief: every rule of the format, and only here.

Reading never raises: whatever is wrong is a problem with a place, and what is right is in the brief.
"""

from briefing.format.parse.reader import Reading, read_bytes, read_text

__all__ = ["Reading", "read_bytes", "read_text"]
