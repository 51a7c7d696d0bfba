"""Owns the language of searches: what may be typed, what it means, and whether a thing is meant. Pure; knows no SQL."""

from briefing.query.nodes import Query, QueryError
from briefing.query.parser import parse

__all__ = ["Query", "QueryError", "parse"]
