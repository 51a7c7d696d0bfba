"""Owns the English of dates: the words a person reads for an `Edtf`."""

from __future__ import annotations

from briefing.dates.values import Edtf


def words(date: Edtf) -> str:
    """Say the date in words, doubt included."""
    return date.text


def short_words(date: Edtf) -> str:
    """Say the date in about 12 cells, for a column."""
    return date.text
