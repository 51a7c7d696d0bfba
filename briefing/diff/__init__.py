"""Compares two versions of a brief by meaning, and puts the changes in words.

Two briefs that differ only in the order of items, line breaks or comments have no changes.
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
