"""Owns what changed by meaning between two versions of a brief, and the plain words for it.

Pure: two briefs go in, changes come out. A file that was only re-ordered, re-wrapped or re-commented has none.
"""

from __future__ import annotations

from briefing.diff.compare import changes, same_meaning, strictest_marking
from briefing.diff.values import ARROW, Change, ItemPosition, Section, ShownValues, change_sentence

__all__ = [
    "ARROW",
    "Change",
    "ItemPosition",
    "Section",
    "ShownValues",
    "change_sentence",
    "changes",
    "same_meaning",
    "strictest_marking",
]
