"""Owns the language of searches: what may be typed, what it means, and whether a thing is meant. Pure; knows no SQL."""

from briefing.query.parsing import parse
from briefing.query.values import Query, QueryError

__all__ = ["Query", "QueryError", "parse"]
