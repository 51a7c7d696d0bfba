"""Owns a library: a folder of briefs. Finds and reads them and their saved texts, and keeps its index in step.

What needs the index is imported from `briefing.library.indexed`: to print briefs none is needed.
"""

from __future__ import annotations

from briefing.library.briefs import Library, LibraryError, no_brief_in, open_library

__all__ = ["Library", "LibraryError", "no_brief_in", "open_library"]
