"""Owns what changed by meaning between two versions of a brief, and the plain words for it.

Pure: two briefs go in, changes come out. A file that was only re-ordered, re-wrapped or re-commented has none.
"""

from __future__ import annotations

from briefing.diff.compare import changes, same_meaning, strictest
from briefing.diff.values import ARROW, Block, Change, Item, Values, sentence

__all__ = [
    "ARROW",
    "Block",
    "Change",
    "Item",
    "Values",
    "changes",
    "same_meaning",
    "sentence",
    "strictest",
]
